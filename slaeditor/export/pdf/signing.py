"""The signature page: agreement text, then a box for each signatory, both parties side by side."""

from __future__ import annotations

from itertools import zip_longest

from slaeditor.export.blocks import Run, SignatureBlock, SignaturePage, Signer
from slaeditor.export.pdf import styles
from slaeditor.export.pdf.composing import Composer, baseline, line_segs, seg
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Rule, Strip, Tint
from slaeditor.export.pdf.styles import Style

_GUTTER = 22.0
_LINE = 78.0
"""Where the line for the signature stands below the top of a box; above it there is room for the signature and a stamp."""


def page(composer: Composer, block: SignaturePage) -> list[Strip]:
    """The page; where there are more signatories than it can hold, the text is set again on the next one."""
    strips = composer.heading(block.heading)
    strips[0].gap = 0.0
    for paragraph in block.text:
        strips += composer.paragraph(paragraph, glue=True)
    names = _parties(composer, block)
    strips += names
    for strip in strips:
        strip.glue = True
    repeated = tuple(strips)
    provider, customer = block.blocks
    boxes: list[Strip] = []
    for pair in zip_longest(provider.signers, customer.signers):
        box = _row(composer, pair, (provider, customer))
        box.head = repeated
        boxes.append(box)
    return [*strips, *boxes]


def _column(composer: Composer) -> float:
    return (composer.measure - _GUTTER) / 2


def _parties(composer: Composer, block: SignaturePage) -> list[Strip]:
    """Role and legal name of both parties, side by side."""
    width = _column(composer)
    segs, deepest = [], 0.0
    name = Style(styles.BODY.size, styles.BODY.leading, bold=True)
    for number, party in enumerate(block.blocks):
        x = number * (width + _GUTTER)
        segs.append(seg(x, baseline(styles.NOTE), party.role, styles.NOTE))
        for row, line in enumerate(lines(shape((party.party,), name), width)):
            y = styles.NOTE.leading + row * name.leading
            segs += line_segs(line, x, y + baseline(name))
            deepest = max(deepest, y + name.leading)
    return [Strip(deepest + 2.0, segs, gap=20.0)]


def _row(
    composer: Composer, pair: tuple[Signer | None, Signer | None], parties: tuple[SignatureBlock, SignatureBlock]
) -> Strip:
    width = _column(composer)
    strip = Strip(0.0, [], gap=14.0)
    for number, (signer, party) in enumerate(zip(pair, parties, strict=True)):
        if signer is None:
            continue
        x = number * (width + _GUTTER)
        strip.field.append((signer.field, Tint(x, 4.0, width, _LINE - 6.0, styles.TINT)))
        strip.rules.append(Rule(x, _LINE, x + width, _LINE, 0.6, styles.INK))
        strip.segs.append(seg(x, _LINE + baseline(styles.FURNITURE), "Signature and stamp", styles.FURNITURE))
        y = _LINE + styles.FURNITURE.leading + 6.0
        for label, run in (
            ("Name", signer.name),
            ("Title", signer.title),
            ("Authority", signer.authority),
            ("Place", party.place or Run("")),
            ("Date", Run("")),
        ):
            if run is not None:
                y = _labelled(strip, x, y, width, label, run)
        strip.height = max(strip.height, y + 8.0)
        if signer.path:
            strip.anchor = strip.anchor or signer.path
    return strip


def _labelled(strip: Strip, x: float, y: float, width: float, label: str, run: Run) -> float:
    """A label with its value, or with a line to write on; gives the y below it."""
    style = styles.CELL
    indent = 48.0
    strip.segs.append(seg(x, y + baseline(style), label, Style(style.size, style.leading, styles.QUIET)))
    if not run.text:
        strip.rules.append(Rule(x + indent, y + 12.0, x + width, y + 12.0, 0.35, styles.RULE))
        return y + 18.0
    set_lines = lines(shape((run,), style), width - indent)
    for number, line in enumerate(set_lines):
        strip.segs += line_segs(line, x + indent, y + number * style.leading + baseline(style))
    return y + len(set_lines) * style.leading + 3.0
