"""How calendars that are laid over another are told apart: each has a hatching and an outline of its own, whatever their colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from slaeditor.ui.theme import GRID, HALF, colour

_HATCHES: Final = (
    (Qt.BrushStyle.BDiagPattern, Qt.PenStyle.SolidLine, "finding"),
    (Qt.BrushStyle.VerPattern, Qt.PenStyle.DashLine, "better"),
    (Qt.BrushStyle.Dense6Pattern, Qt.PenStyle.DotLine, "worse"),
    (Qt.BrushStyle.FDiagPattern, Qt.PenStyle.SolidLine, "text"),
    (Qt.BrushStyle.HorPattern, Qt.PenStyle.DashLine, "muted"),
    (Qt.BrushStyle.NoBrush, Qt.PenStyle.SolidLine, "text"),
)
MOST: Final = len(_HATCHES)
"""How many can be told apart at once."""


@dataclass(frozen=True)
class Overlay:
    """A calendar by name and mark, and where it is open: day, first minute, last minute."""

    name: str
    mark: int
    pieces: tuple[tuple[int, int, int], ...]


def draw_mark(painter: QPainter, area: QRect, mark: int) -> None:
    """A stretch of the calendar with this mark."""
    hatch, line, role = _HATCHES[mark % MOST]
    tint = QColor(colour(role))
    painter.fillRect(area, colour("base"))
    tint.setAlpha(150)
    painter.fillRect(area, QBrush(tint, hatch))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tint.setAlpha(255)
    painter.setPen(QPen(tint, 1, line))
    painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5))


def icon(mark: int) -> QIcon:
    """The mark for a box to tick, in the colours of the scheme in use."""
    size = QSize(3 * GRID, 2 * GRID)
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_mark(painter, QRect(0, HALF - 1, size.width(), GRID + 2), mark)
    painter.end()
    return QIcon(picture)
