"""The week, drawn: open hours are painted with the mouse or with keys; the rows below are exact to the minute."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.agreement.hours import Opening
from slaeditor.model.day_names import SHORT_DAYS
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import ClockTime
from slaeditor.model.terms import Field
from slaeditor.ui.forms import week_hours
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.part import Part
from slaeditor.ui.pieces import column, label
from slaeditor.ui.spoken import choice_label
from slaeditor.ui.theme import GRID, HALF, colour
from slaeditor.ui.words import tr

STEP = 30
STEPS = week_hours.DAY // STEP
_ROW = 3 * GRID
_LEFT, _TOP = 5 * GRID, 3 * GRID
_MOST = 20


class WeekGrid(QWidget):
    """Seven days of half hours. Arrows move, Shift marks, Space opens or closes what is marked; so does dragging."""

    painted = Signal(object, int, int, bool)  # days, first minute, last minute, open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TOP + 7 * _ROW + 1)
        self.setMinimumWidth(_LEFT + STEPS * 5)
        self.setMouseTracking(True)
        self.week: tuple[Opening, ...] = ()
        self.read_only = False
        self._anchor = self._cursor = (0, 16)
        self._dragging: bool | None = None
        self._tell()

    def sizeHint(self) -> QSize:
        """As wide as it gets."""
        return QSize(_LEFT + STEPS * 10, self.height())

    def show_week(self, week: tuple[Opening, ...]) -> None:
        """Show these intervals."""
        self.week = week
        self._tell()
        self.update()

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """Day and half hour under the point, the nearest one outside."""
        step = (point.x() - _LEFT) // self._width()
        return max(0, min(6, (point.y() - _TOP) // _ROW)), max(0, min(STEPS - 1, step))

    def area_of(self, day: int, step: int) -> QRect:
        """Where the half hour is drawn."""
        return QRect(_LEFT + step * self._width(), _TOP + day * _ROW, self._width(), _ROW)

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
        self.setToolTip(_words(cell))

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
        """The open stretches to the minute, the half hours behind them, what is marked on top."""
        painter = QPainter(self)
        width = self._width()
        board = QRect(_LEFT, _TOP, STEPS * width, 7 * _ROW)
        painter.fillRect(board, colour("base"))
        opened = QColor(colour("accent"))
        opened.setAlpha(150)
        for one in week_hours.stretches(self.week):
            for day, start, end in _on_board(one):
                left = _LEFT + start * width // STEP
                painter.fillRect(
                    QRect(left, _TOP + day * _ROW + 3, end * width // STEP - start * width // STEP, _ROW - 5), opened
                )
        for step in range(0, STEPS + 1, 2):
            strong = step % 12 == 0
            painter.setPen(QPen(colour("muted" if strong else "line"), 1))
            x = _LEFT + step * width
            painter.drawLine(x, _TOP - (4 if strong else 0), x, board.bottom() + 1)
            if step % 4 == 0:
                area = QRect(x - 24, 0, 48, _TOP - 4)
                painter.setPen(colour("muted"))
                painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, f"{step // 2:02d}")
        for day in range(8):
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(_LEFT, _TOP + day * _ROW, board.right() + 1, _TOP + day * _ROW)
            if day < 7:
                painter.setPen(colour("text"))
                name = tr(SHORT_DAYS[day])
                painter.drawText(QRect(0, _TOP + day * _ROW, _LEFT - GRID, _ROW), Qt.AlignmentFlag.AlignVCenter, name)
        if self.hasFocus() or self._dragging is not None:
            self._draw_marked(painter)
        painter.end()

    def _draw_marked(self, painter: QPainter) -> None:
        days, first, last = self._marked()
        area = self.area_of(days[0], first).united(self.area_of(days[-1], last))
        if self._dragging is not None:
            veil = QColor(colour("accent" if self._dragging else "base"))
            veil.setAlpha(110 if self._dragging else 190)
            painter.fillRect(area, veil)
        painter.setPen(QPen(colour("text"), 2))
        painter.drawRect(area)

    def _width(self) -> int:
        return max(5, min(_MOST, (self.width() - _LEFT - 2 * GRID) // STEPS))

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
        state = tr("open") if self._is_open(self._cursor) else tr("closed")
        self.setAccessibleDescription(f"{_words(self._cursor)}: {state}")


def _on_board(one: week_hours.Stretch) -> list[tuple[int, int, int]]:
    found = [(one.day, one.start, min(one.end, week_hours.DAY))]
    if one.end > week_hours.DAY:
        found.append(((one.day + 1) % 7, 0, one.end - week_hours.DAY))
    return found


def _words(cell: tuple[int, int]) -> str:
    day = choice_label(week_hours.DAYS[cell[0]])
    return f"{day} {ClockTime(cell[1] * STEP)}–{ClockTime((cell[1] + 1) * STEP)}"


class WeekPart(Part):
    """The drawn week above its rows."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(context)
        self.grid = WeekGrid(self)
        self.grid.setObjectName("week")
        self.grid.setAccessibleName(tr(declared.term.label))
        self.grid.setWhatsThis(
            tr("Drag to open or close hours. Arrows move, Shift and arrows mark, Space opens or closes.")
        )
        self.rows = Grid(declared, context, embedded=True)
        box = column(self, spacing=GRID)
        box.addWidget(self.grid)
        hint = label(self.grid.whatsThis(), tint="muted", size="small", wrap=True)
        hint.setContentsMargins(0, 0, 0, HALF)
        box.addWidget(hint)
        box.addWidget(self.rows)
        self.grid.painted.connect(self._painted)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the intervals."""
        self.path = path
        if value is not self.grid.week:
            self.grid.show_week(value)
        self.rows.show_at(path, value)

    def show_messages(self) -> None:
        """Marks in the rows."""
        self.rows.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """Neither painted nor typed."""
        self.grid.read_only = read_only
        self.rows.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.rows.finish()

    def reveal(self, path: Path) -> bool:
        """The table itself is the drawing; a row stands below it."""
        if len(path) == len(self.path):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.rows.reveal(path)

    def _painted(self, days: list[int], start: int, end: int, opened: bool) -> None:
        week = week_hours.paint(self.grid.week, days, start, end, opened, self.context.session.new_id)
        self.context.do(SetTerm(self.path, week))
