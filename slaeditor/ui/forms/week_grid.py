"""The grid of a week: open hours are painted with the mouse or with keys; other calendars can be laid over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.agreement.hours import Opening
from slaeditor.model.quantities import ClockTime
from slaeditor.ui import dates
from slaeditor.ui.drawn.overlays import Overlay, draw_mark
from slaeditor.ui.forms import week_hours
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour, font
from slaeditor.ui.words import tr

STEP = 30
STEPS = week_hours.DAY // STEP
_ROW, _LANE = 3 * GRID, GRID
_LEFT, _TOP = 5 * GRID, 3 * GRID
_LEAST, _MOST = 4, 20


class WeekGrid(QWidget):
    """Seven days of half hours. Arrows move, Shift marks, Space opens or closes what is marked; so does dragging."""

    painted = Signal(object, int, int, bool)  # days, first minute, last minute, open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEFT + STEPS * _LEAST + GRID)
        self.setMouseTracking(True)
        self.week: tuple[Opening, ...] = ()
        self.read_only = False
        self._anchor = self._cursor = (0, 16)
        self._dragging: bool | None = None
        self.overlays: tuple[Overlay, ...] = ()
        self._fit()
        self._tell()

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(_LEFT + STEPS * 10, self.height())

    def show_week(self, week: tuple[Opening, ...]) -> None:
        """Show these intervals."""
        self.week = week
        self._tell()
        self.update()

    def lay_over(self, overlays: Sequence[Overlay]) -> None:
        """Show these calendars, too: each in a lane of its own below the hours of a day."""
        self.overlays = tuple(overlays)
        self._fit()
        self._tell()
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(_TOP + 7 * self._high() + 1)

    def _high(self) -> int:
        return _ROW + len(self.overlays) * _LANE + (HALF if self.overlays else 0)

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """Day and half hour under the point, the nearest one outside."""
        step = (point.x() - _LEFT) * STEPS // self._width()
        return max(0, min(6, (point.y() - _TOP) // self._high())), max(0, min(STEPS - 1, step))

    def area_of(self, day: int, step: int) -> QRect:
        """Where the half hour is drawn."""
        return self._stretch(day, step * STEP, (step + 1) * STEP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Painting begins: what the first cell becomes, all become."""
        if event.button() is not Qt.MouseButton.LeftButton or self.read_only:
            return
        self._anchor = self._cursor = self.cell_at(event.position().toPoint())
        self._dragging = not self._is_open(self._anchor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Painting goes on."""
        cell = self.cell_at(event.position().toPoint())
        if self._dragging is not None and cell != self._cursor:
            self._cursor = cell
            self.update()
        self.setToolTip(self._state(cell))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was painted becomes one edit."""
        if self._dragging is not None:
            opened, self._dragging = self._dragging, None
            self._paint(opened)
            self._anchor = self._cursor
            self._tell()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, mark, open, close."""
        day, step = self._cursor
        moves = {
            Qt.Key.Key_Left: (day, step - 1), Qt.Key.Key_Right: (day, step + 1), Qt.Key.Key_Up: (day - 1, step),
            Qt.Key.Key_Down: (day + 1, step), Qt.Key.Key_Home: (day, 0), Qt.Key.Key_End: (day, STEPS - 1),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if event.key() in moves and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            day, step = moves[key]
            self._cursor = (max(0, min(6, day)), max(0, min(STEPS - 1, step)))
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self._cursor
        elif event.key() == Qt.Key.Key_Escape and self._dragging is not None:
            self._dragging, self._anchor = None, self._cursor  # painting is given up
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._anchor, self._cursor = (0, 0), (6, STEPS - 1)
        elif event.key() == Qt.Key.Key_Space and not self.read_only:
            self._paint(not self._is_open(self._anchor))
        elif event.key() == Qt.Key.Key_Delete and not self.read_only:
            self._paint(False)
        else:
            event.ignore()
            return
        self._tell()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor shows."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hours of the day as a board, the open stretches to the minute on it, what is marked on top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_board(painter)
        for day, start, end in week_hours.on_board(week_hours.stretches(self.week)):
            self._draw_open(painter, day, start, end)
        for number, overlay in enumerate(self.overlays):
            for day, start, end in overlay.pieces:
                area = self._stretch(day, start, end)
                top = area.top() + _ROW + number * _LANE
                draw_mark(painter, QRect(area.left(), top, area.width(), _LANE - 1), overlay.mark)
        if self.hasFocus() or self._dragging is not None:
            self._draw_marked(painter)
        painter.end()

    def _draw_board(self, painter: QPainter) -> None:
        width, high = self._width(), self._high()
        board = QRect(_LEFT, _TOP, width, 7 * high)
        painter.fillRect(board, colour("base"))
        painter.setFont(font("small"))
        every = next(n for n in (4, 8, 12) if n * width // STEPS >= 28 or n == 12)
        for step in range(0, STEPS + 1, 2):
            strong = step % 12 == 0
            painter.setPen(QPen(colour("edge" if strong else "line"), 1))
            x = self._x(step * STEP)
            painter.drawLine(x, _TOP - (4 if strong else 0), x, board.bottom() + 1)
            if step % every == 0:
                area = QRect(x - 24, 0, 48, _TOP - 4)
                painter.setPen(colour("muted"))
                painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, f"{step // 2:02d}")
        painter.setFont(font("body"))
        for day in range(8):
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(_LEFT, _TOP + day * high, board.right() + 1, _TOP + day * high)
            if day < 7:
                painter.setPen(colour("text"))
                area = QRect(0, _TOP + day * high, _LEFT - GRID, _ROW)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, dates.weekday(day, short=True))

    def _stretch(self, day: int, start: int, end: int) -> QRect:
        left = self._x(start)
        return QRect(left, _TOP + day * self._high(), self._x(end) - left, _ROW)

    def _x(self, minute: int) -> int:
        return _LEFT + minute * self._width() // week_hours.DAY

    def _draw_open(self, painter: QPainter, day: int, start: int, end: int) -> None:
        area = self._stretch(day, start, end).adjusted(1, 3, 0, -3)
        ground = colour("accent")
        ground.setAlpha(80)
        painter.setPen(QPen(colour("accent"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setFont(font("small"))
        words = f"{ClockTime(start)}–{ClockTime(end)}"
        if QFontMetrics(painter.font()).horizontalAdvance(words) + GRID <= area.width():
            painter.setPen(colour("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_marked(self, painter: QPainter) -> None:
        days, first, last = self._marked()
        area = self.area_of(days[0], first).united(self.area_of(days[-1], last))
        if self._dragging is not None:
            veil = QColor(colour("accent" if self._dragging else "base"))
            veil.setAlpha(110 if self._dragging else 190)
            painter.fillRect(area, veil)
        painter.setPen(QPen(colour("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _width(self) -> int:
        """How wide a day is drawn."""
        return max(_LEAST * STEPS, min(_MOST * STEPS, self.width() - _LEFT - GRID))

    def _is_open(self, cell: tuple[int, int]) -> bool:
        return week_hours.is_open(self.week, cell[0], cell[1] * STEP)

    def _marked(self) -> tuple[list[int], int, int]:
        days = sorted((self._anchor[0], self._cursor[0]))
        steps = sorted((self._anchor[1], self._cursor[1]))
        return list(range(days[0], days[1] + 1)), steps[0], steps[1]

    def _paint(self, opened: bool) -> None:
        days, first, last = self._marked()
        self.painted.emit(days, first * STEP, (last + 1) * STEP, opened)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._state(self._cursor))

    def _state(self, cell: tuple[int, int]) -> str:
        """The half hour in words: whether it is open, and in which of the calendars that are laid over it."""
        state = tr("open") if self._is_open(cell) else tr("closed")
        words = f"{_words(cell)}: {state}"
        day, minute = cell[0], cell[1] * STEP
        for overlay in self.overlays:
            here = any(day == at and start <= minute < end for at, start, end in overlay.pieces)
            words += f"; {overlay.name}: " + (tr("open") if here else tr("closed"))
        return words


def _words(cell: tuple[int, int]) -> str:
    return f"{dates.weekday(cell[0])} {ClockTime(cell[1] * STEP)}–{ClockTime((cell[1] + 1) * STEP)}"
