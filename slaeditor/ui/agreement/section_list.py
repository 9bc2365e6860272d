"""The sections with their states, and a field to narrow them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.model.paths import Path
from slaeditor.ui.agreement.states import SectionState
from slaeditor.ui.drawn.chip import Shape, draw_mark
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import GRID, HALF, WIDE, colour, font, ring
from slaeditor.ui.words import tr

_STATE = Qt.ItemDataRole.UserRole + 1
_NAME = Qt.ItemDataRole.UserRole
_ROW = 3 * GRID + HALF
_MARK = GRID + 2
_PILL = 2 * GRID + 2
Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """A dot for changed, number, name, and at the right a tick, a ring, or how many findings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As low as can be read and hit, so that all sections stand below each other."""
        return QSize(18 * GRID, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One section."""
        state: SectionState = index.data(_STATE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("selection"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("raised"))
        middle = Qt.AlignmentFlag.AlignVCenter
        if state.changed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QPointF(area.left() + GRID, area.center().y() + 0.5), 3, 3)
        painter.setPen(colour("muted"))
        number = str(state.number) if state.number else "§"
        numbers = QRect(area.left() + GRID + HALF, area.top(), 2 * GRID + 2, area.height())
        painter.drawText(numbers, middle | Qt.AlignmentFlag.AlignRight, number)
        taken = self._draw_state(painter, area, state)
        painter.setPen(colour("muted" if state.empty and not state.findings else "text"))
        words = QRect(numbers.right() + GRID, area.top(), taken - HALF - GRID - numbers.right(), area.height())
        shown = painter.fontMetrics().elidedText(state.label, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, area)
        painter.restore()

    @staticmethod
    def _draw_state(painter: QPainter, area: QRect, state: SectionState) -> int:
        """Draw how it stands at the right edge; returns where that begins."""
        if not state.findings:
            mark = QRectF(area.right() - WIDE + 2, area.center().y() + 0.5 - _MARK / 2, _MARK, _MARK)
            if state.empty or state.checked:
                shape, tint = (Shape.RING, "muted") if state.empty else (Shape.TICK, "better")
                draw_mark(painter, mark, shape, tint)
            return int(mark.left())
        painter.save()
        painter.setFont(font("small", bold=True))
        words = f"{'✕' if state.errors else '!'} {state.findings}"
        width = painter.fontMetrics().horizontalAdvance(words) + WIDE
        pill = QRect(area.right() - HALF - width, area.top() + (area.height() - _PILL) // 2, width, _PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
        painter.setPen(colour("worse" if state.errors else "finding"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        return pill.left()


class SectionList(QWidget):
    """``chosen`` gives the name of the section that a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setObjectName("filter_sections")
        self.filter.setPlaceholderText(tr("Filter sections"))
        self.filter.setAccessibleName(tr("Filter sections"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName(tr("Sections"))
        self.list.setItemDelegate(_Line(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.setMinimumWidth(24 * GRID)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = column(self, spacing=GRID)
        box.setContentsMargins(GRID, WIDE, GRID, GRID)
        box.addWidget(self.filter)
        box.addWidget(self.list, 1)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._went)
        self._states: tuple[SectionState, ...] = ()

    def show_states(self, states: Sequence[SectionState]) -> None:
        """Show these; the chosen one stays chosen."""
        if tuple(states) == self._states:
            return
        self._states = tuple(states)
        self.list.blockSignals(True)
        for number, state in enumerate(states):
            item = self.list.item(number) if number < self.list.count() else QListWidgetItem(self.list)
            item.setText(state.label)
            item.setData(_NAME, state.name)
            item.setData(_STATE, state)
            item.setToolTip(f"{state.label}: {state.words}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{state.number or ''} {state.label}: {state.words}".strip()
            )
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The section that is shown stays in sight."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def choose(self, name: str) -> None:
        """Mark the section as the one that is shown."""
        for number, state in enumerate(self._states):
            if state.name == name:
                self.list.setCurrentRow(number)

    @property
    def current(self) -> SectionState | None:
        """How the section stands that the keys are on."""
        row = self.list.currentRow()
        return self._states[row] if 0 <= row < len(self._states) else None

    def explained(self) -> Path:
        """The section that the keys are on."""
        item = self.list.currentItem()
        return (str(item.data(_NAME)),) if self.list.count() else ()

    def _went(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_NAME))

    def _narrow(self, words: str) -> None:
        for number, state in enumerate(self._states):
            self.list.item(number).setHidden(words.casefold() not in state.label.casefold())
