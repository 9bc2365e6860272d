"""What stands on every page beside the text: header, footer, watermark; all of it artifacts, none of it text of the body."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from slaeditor.export.blocks import Run
from slaeditor.export.pdf import styles
from slaeditor.export.pdf.fonts import FACES, face, pieces, right_to_left
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Seg

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WATERMARK = "watermark"

# Strokes on a grid 4 wide and 6 high, drawn and not written: a reader's text selection never meets the watermark.
_LETTERS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "A": (((0, 0), (2, 6), (4, 0)), ((0.75, 2.2), (3.25, 2.2))),
    "D": (((0, 0), (0, 6), (1.8, 6), (3.3, 5.2), (4, 3.8), (4, 2.2), (3.3, 0.8), (1.8, 0), (0, 0)),),
    "E": (((4, 6), (0, 6), (0, 0), (4, 0)), ((0, 3.1), (3.2, 3.1))),
    "F": (((4, 6), (0, 6), (0, 0)), ((0, 3.1), (3.2, 3.1))),
    "I": (((2, 0), (2, 6)),),
    "O": (((1.3, 0), (0.3, 1.2), (0, 3), (0.3, 4.8), (1.3, 6), (2.7, 6), (3.7, 4.8), (4, 3), (3.7, 1.2), (2.7, 0), (1.3, 0)),),
    "R": (((0, 0), (0, 6), (2.6, 6), (3.7, 5.4), (4, 4.5), (3.7, 3.6), (2.6, 3), (0, 3)), ((2.2, 3), (4, 0))),
    "T": (((0, 6), (4, 6)), ((2, 6), (2, 0))),
    "V": (((0, 6), (2, 0), (4, 6)),),
    "W": (((0, 6), (1, 0), (2, 4.6), (3, 0), (4, 6)),),
}  # fmt: skip


class Furniture(msgspec.Struct, frozen=True):
    """The lines that are the same on every page."""

    title: str
    label: str
    footer: str


def define_watermark(canvas: Canvas, frame: styles.Frame, words: str) -> None:
    """The watermark as a form that every page uses: the words drawn across the page in strokes."""
    canvas.beginForm(WATERMARK)
    canvas.saveState()
    canvas.translate(frame.width / 2, frame.height / 2)
    angle = math.degrees(math.atan2(frame.height, frame.width))
    canvas.rotate(angle)
    pitch = 5.6
    units = pitch * len(words) - (pitch - 4)
    unit = 0.56 * math.hypot(frame.width, frame.height) / max(units, 26)
    canvas.setStrokeColorRGB(*styles.FAINT)
    canvas.setLineWidth(unit * 0.5)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for number, letter in enumerate(words):
        for stroke in _LETTERS.get(letter, ()):
            path = canvas.beginPath()
            for place, (x, y) in enumerate(stroke):
                at = ((x + number * pitch - units / 2) * unit, (y - 3) * unit)
                path.lineTo(*at) if place else path.moveTo(*at)
            canvas.drawPath(path)
    canvas.restoreState()
    canvas.endForm()


def draw(
    canvas: Canvas,
    frame: styles.Frame,
    furniture: Furniture,
    *,
    page: int,
    total: int,
    label: str,
    mark: str,
    cover: bool,
) -> None:
    """Header, footer and watermark of one page; ``label`` is its printed number, ``page`` of ``total`` its place in the file."""
    _literal(canvas, "/Artifact BMC")
    if mark:
        canvas.doForm(WATERMARK)
    canvas.setStrokeColorRGB(*styles.RULE)
    canvas.setLineWidth(0.35)
    edge = frame.height - frame.bottom - 22.0
    canvas.line(frame.left, edge, frame.right, edge)
    count = f"Page {page} of {total}" if label == str(page) else f"{label}   ·   Page {page} of {total}"
    under = edge - styles.FURNITURE.leading
    right = _segs(count)[1]
    _text(canvas, frame.left, under, _shortened(furniture.footer, frame.measure - right - 16.0))
    _text(canvas, frame.right - right, under, count)
    if not cover:
        above = frame.height - frame.top + 26.0
        right = _segs(furniture.label)[1]
        _text(canvas, frame.left, above, _shortened(furniture.title, frame.measure - right - 16.0))
        _text(canvas, frame.right - right, above, furniture.label)
        canvas.line(frame.left, above - 6.0, frame.right, above - 6.0)
    _literal(canvas, "EMC")


def _literal(canvas: Canvas, operator: str) -> None:
    canvas.addLiteral(operator)


def _segs(text: str) -> tuple[list[Seg], float]:
    """The text from x = 0, and its width."""
    style = styles.FURNITURE
    if right_to_left(text):
        line = lines(shape((Run(text),), style), math.inf)[0]
        return list(line.segs), line.width
    segs: list[Seg] = []
    x = 0.0
    for part, font in pieces(text, FACES[False, False]):
        width = face(font).width(part) * style.size / 1000
        segs.append(Seg(x, 0.0, part, font, style.size, style.colour, width, ()))
        x += width
    return segs, x


def _shortened(text: str, room: float) -> str:
    while text and _segs(text)[1] > room:
        text = text[:-2].rstrip() + "…"
        if text == "…":
            return ""
    return text


def _text(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFillColorRGB(*styles.FURNITURE.colour)
    for seg in _segs(text)[0]:
        canvas.setFont(seg.font, seg.size)
        canvas.drawString(x + seg.x, y + seg.rise, seg.text)
