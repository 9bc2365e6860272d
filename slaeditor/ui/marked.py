"""Text with marked ranges, drawn into cells: words that were found, words that differ."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

Mark = tuple[int, int]


def laid_out(
    text: str, font: QFont, width: float, *, wrap: bool, ranges: Iterable[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    """The text broken into lines of that width."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wrap else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(list(ranges))
    layout.beginLayout()
    height = 0.0
    line: QTextLine = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout


def marked(
    marks: Iterable[Mark],
    *,
    back: QColor | None = None,
    fore: QColor | None = None,
    strike: bool = False,
    under: bool = False,
) -> list[QTextLayout.FormatRange]:
    """The ranges as formats: a background or a colour, struck out or underlined, so that never colour alone tells."""
    look = QTextCharFormat()
    if back is not None:
        look.setBackground(back)
    if fore is not None:
        look.setForeground(fore)
    look.setFontStrikeOut(strike)
    look.setFontUnderline(under)
    found = []
    for start, end in marks:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, look
        found.append(one)
    return found


def height_of(layout: QTextLayout) -> float:
    """How tall the laid out text is."""
    return layout.boundingRect().height()


def draw(painter: QPainter, area: QRect, layout: QTextLayout, colour: QColor, *, middle: bool = False) -> None:
    """Draw the text into the area, at its top or vertically in its middle."""
    painter.save()
    painter.setClipRect(area)
    painter.setPen(colour)
    top = max(0.0, (area.height() - height_of(layout)) / 2) if middle else 0.0
    layout.draw(painter, QPointF(area.left(), area.top() + top), [], QRectF(area))
    painter.restore()
