"""Sets paragraphs, headings and lists of the outline as strips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from slaeditor.export.blocks import Heading, Items, Paragraph, Role, Run
from slaeditor.export.pdf import styles
from slaeditor.export.pdf.fonts import FACES, face, pieces
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Seg, Spot, Strip
from slaeditor.export.pdf.styles import Colour, Style
from slaeditor.export.pdf.words import Line
from slaeditor.model.paths import Path

_ROLES = {Role.BODY: styles.BODY, Role.NOTE: styles.NOTE, Role.FORMULA: styles.FORMULA}
_INDENTS = (0.0, styles.NUMBERS, styles.NUMBERS + styles.ITEM)


def baseline(style: Style) -> float:
    """Where the baseline stands below the top of a line."""
    return style.leading * 0.5 + style.size * 0.36


def seg(x: float, y: float, text: str, style: Style, *, colour: Colour | None = None) -> Seg:
    """A segment of text in one style, for numbers, labels and the like."""
    name = FACES[style.bold, style.italic]
    font = pieces(text, name)[0][1] if text else name
    return Seg(x, y, text, font, style.size, colour or style.colour, face(font).width(text) * style.size / 1000, ())


def line_segs(line: Line, x: float, y: float) -> list[Seg]:
    """The segments of a line, moved to their place."""
    return [one._replace(x=one.x + x, y=y) for one in line.segs]


class Composer:
    """Sets blocks to the measure of a page; ``cited`` are the places whose cross-references show the accent colour."""

    def __init__(self, measure: float, cited: frozenset[Path] = frozenset()) -> None:
        self.measure = measure
        self.cited = cited

    def text(
        self,
        runs: Iterable[Run],
        style: Style,
        *,
        x: float = 0.0,
        measure: float | None = None,
        gap: float = 0.0,
        glue: bool = False,
        mark: tuple[str, float, Style] | None = None,
        centred: bool = False,
        ranged: bool = False,
    ) -> list[Strip]:
        """A strip for each line; ``mark`` is a number or bullet at its own x on the first line. No line stands alone on a page.

        ``ranged``: text that is read from right to left as a whole begins at the right.
        """
        runs = tuple(runs)
        width = (self.measure if measure is None else measure) - x
        text = shape(runs, style, self.cited)
        set_lines = lines(text, width)
        part = 0.5 if centred else float(ranged and text.turned)
        base = baseline(style)
        strips: list[Strip] = []
        last = len(set_lines) - 1
        for number, line in enumerate(set_lines):
            shift = x + (width - line.width) * part
            strip = Strip(style.leading, line_segs(line, shift, base), gap=0.0 if number else gap)
            strip.glue = glue if number == last else number == 0 or number == last - 1
            strip.places = [Spot(path, 0.0, style.leading, x, width) for path in line.paths]
            strips.append(strip)
        # a term that is stated by saying nothing, such as an interval that does not end on the next day
        strips[0].places += [Spot(run.path, 0.0) for run in runs if run.path and not run.text]
        if mark:
            sign, mark_x, mark_style = mark
            strips[0].segs.insert(0, seg(mark_x, base, sign, mark_style))
        return strips

    def heading(self, block: Heading) -> list[Strip]:
        """A heading with its number in the margin of the text and its note at the right."""
        style = (styles.CLAUSE, styles.SUB, styles.ROW)[block.level - 1]
        gap = (22.0, 11.0, 9.0)[block.level - 1]
        x = styles.NUMBERS if block.number or block.level > 1 else 0.0
        note = block.note if block.note and block.note.text else None
        tag = lines(shape((note,), styles.TAG), self.measure)[0] if note else None
        measure = self.measure - (tag.width + 12.0 if tag else 0.0)
        runs = (Run(block.text, path=block.states),)
        mark = (block.number, 0.0, style) if block.number else None
        strips = self.text(runs, style, x=x, measure=measure, gap=gap, glue=True, mark=mark)
        for strip in strips:
            strip.glue = True
        if tag:
            strips[0].segs += line_segs(tag, self.measure - tag.width, baseline(style))
        if note:
            strips[0].places.append(Spot(note.path, 0.0, style.leading, measure, self.measure - measure))
        strips[0].anchor = block.path
        if block.level < 3:
            strips[0].outline = (block.level - 1, f"{block.number} {block.text}".strip())
        strips[-1].height += (3.0, 1.0, 1.0)[block.level - 1]
        return strips

    def paragraph(self, block: Paragraph, *, glue: bool = False) -> list[Strip]:
        """A paragraph at its depth, with its number beside it."""
        style = _ROLES[block.role]
        x = _INDENTS[block.depth]
        mark = (block.number, _INDENTS[max(block.depth - 1, 0)], style) if block.number else None
        strips = self.text(block.runs, style, x=x, gap=4.5, glue=glue, mark=mark, ranged=True)
        if block.path:
            strips[0].anchor = block.path
        if block.number and block.depth == 1:
            strips[0].segs[0] = seg(0.0, baseline(style), block.number, style)
        return strips

    def items(self, block: Items) -> list[Strip]:
        """A list with bullets."""
        strips: list[Strip] = []
        x = _INDENTS[block.depth]
        for item in block.items:
            strips += self.text(item.runs, styles.BODY, x=x + 12.0, gap=2.5, mark=("•", x + 1.0, styles.BODY))
        return strips


def stacked(strips: Sequence[Strip]) -> float:
    """The height of strips that stand one below the other, the first gap left out."""
    return sum(strip.height + strip.gap for strip in strips) - (strips[0].gap if strips else 0.0)
