"""The chip that says how an agreement stands: a shape and a word, as a widget and for tables that paint by hand."""

from __future__ import annotations

import enum
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.lifecycle import Status
from slaeditor.ui.spoken import choice_label
from slaeditor.ui.theme import GRID, HALF, colour, font
from slaeditor.ui.words import tr

HEIGHT: Final = 2 * GRID + HALF
_MARK: Final = GRID
_STROKE: Final = 2.0


class Shape(enum.Enum):
    """What is drawn before the word, so that the colour never stands alone."""

    RING = "ring"
    HALF = "half"
    TICK = "tick"
    ARROW = "arrow"
    PEN = "pen"
    DOT = "dot"
    SQUARE = "square"
    BAR = "bar"
    CROSS = "cross"


LOOKS: Final = {
    Status.DRAFT: (Shape.RING, "muted"),
    Status.IN_REVIEW: (Shape.HALF, "finding"),
    Status.APPROVED: (Shape.TICK, "better"),
    Status.ISSUED: (Shape.ARROW, "accent"),
    Status.SIGNED: (Shape.PEN, "accent"),
    Status.IN_FORCE: (Shape.DOT, "better"),
    Status.SUPERSEDED: (Shape.SQUARE, "muted"),
    Status.EXPIRED: (Shape.BAR, "muted"),
    Status.TERMINATED: (Shape.CROSS, "worse"),
}
"""Shape and colour of every status; no two have the same shape."""


def status_word(status: Status) -> str:
    """What a status is called."""
    return choice_label(status)


def chip_width(words: str, letters: QFont) -> int:
    """How wide a chip with these words would like to be."""
    return QFontMetrics(letters).horizontalAdvance(words) + _MARK + HALF + 2 * GRID + 1


def draw_chip(painter: QPainter, area: QRect, status: Status, words: str = "", *, letters: QFont | None = None) -> None:
    """Draw the chip at the left of ``area``, in its middle; words other than the status's own may say more. Cut where it does not fit."""
    shape, role = LOOKS[status]
    letters = letters or font("small")
    words = words or status_word(status)
    width = min(area.width(), chip_width(words, letters))
    pill = QRect(area.left(), area.top() + (area.height() - HEIGHT) // 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("raised"))
    painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
    mark = QRectF(pill.left() + GRID, pill.top() + (HEIGHT - _MARK) / 2, _MARK, _MARK)
    draw_mark(painter, mark, shape, role)
    painter.setFont(letters)
    painter.setPen(colour("text"))
    inside = pill.adjusted(GRID + _MARK + HALF, 0, -GRID, 0)
    shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, inside.width() + 1)
    painter.drawText(inside.adjusted(0, 0, GRID, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def draw_mark(painter: QPainter, box: QRectF, shape: Shape, role: str) -> None:
    """Draw one of the shapes, in the colour of that role."""
    pen = QPen(colour(role), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    inner = box.adjusted(_STROKE / 2, _STROKE / 2, -_STROKE / 2, -_STROKE / 2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(inner.left() + x * inner.width(), inner.top() + y * inner.height())

    match shape:
        case Shape.RING:
            painter.drawEllipse(inner)
        case Shape.HALF:
            painter.drawEllipse(inner)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(role))
            painter.drawPie(inner, 90 * 16, 180 * 16)
        case Shape.DOT:
            painter.setBrush(colour(role))
            painter.drawEllipse(inner)
        case Shape.TICK:
            painter.drawPolyline(QPolygonF([at(0, 0.55), at(0.38, 0.95), at(1, 0.1)]))
        case Shape.ARROW:
            painter.drawPolyline(QPolygonF([at(0.5, 0), at(1, 0.5), at(0.5, 1)]))
            painter.drawLine(at(0, 0.5), at(1, 0.5))
        case Shape.PEN:
            painter.drawLine(at(0, 1), at(1, 1))
            painter.drawPolyline(QPolygonF([at(0.1, 0.7), at(0.7, 0), at(0.95, 0.25), at(0.4, 0.7)]))
        case Shape.SQUARE:
            painter.drawRect(inner)
        case Shape.BAR:
            painter.drawLine(at(0, 0.5), at(1, 0.5))
        case Shape.CROSS:
            painter.drawLine(at(0, 0), at(1, 1))
            painter.drawLine(at(1, 0), at(0, 1))


class Chip(QWidget):
    """One chip as a part of a page; it is told which status to show."""

    def __init__(self, name: str = "chip") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._status = Status.DRAFT
        self._words = ""
        self.show_status(Status.DRAFT)

    def text(self) -> str:
        """The word in it."""
        return self._words

    def show_status(self, status: Status, words: str = "") -> None:
        """Show this status; words other than its own may say more."""
        words = words or status_word(status)
        if (status, words) != (self._status, self._words):
            self._status, self._words = status, words
            self.setAccessibleName(tr("Status: {status}", status=words))
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole word."""
        return QSize(chip_width(self._words, self.font()), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip."""
        painter = QPainter(self)
        draw_chip(painter, self.rect(), self._status, self._words, letters=self.font())
        painter.end()
