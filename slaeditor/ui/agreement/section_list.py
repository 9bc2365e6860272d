"""The sections with their states, and a field to narrow them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.ui.agreement.states import SectionState
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import GRID, HALF, colour, font
from slaeditor.ui.words import tr

_STATE = Qt.ItemDataRole.UserRole + 1
_NAME = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """Number, name, and at the right a tick, a ring, or how many findings; a dot for changed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line on the grid."""
        return QSize(18 * GRID, 4 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One section."""
        state: SectionState = index.data(_STATE)
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("selection"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("raised"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour("muted"))
        number = str(state.number) if state.number else "§"
        painter.drawText(
            QRect(area.left() + GRID, area.top(), 3 * GRID - HALF, area.height()),
            middle | Qt.AlignmentFlag.AlignRight,
            number,
        )
        right = area.right() - GRID
        sign, role = ("○", "muted") if state.empty else ("✓", "better")
        if state.findings:
            sign, role = f"{state.findings} !", "finding"
        painter.setPen(colour(role))
        box = QRect(right - 4 * GRID, area.top(), 4 * GRID, area.height())
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, sign)
        if state.changed:
            painter.setPen(colour("accent"))
            painter.drawText(
                QRect(right - (6 if state.findings else 4) * GRID, area.top(), 2 * GRID, area.height()), middle, "●"
            )
        painter.setPen(colour("muted" if state.empty and not state.findings else "text"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setFont(font("body", bold=True))
        taken = (4 if state.findings else 2) * GRID + (2 * GRID + HALF if state.changed else 0)
        words = QRect(area.left() + 5 * GRID, area.top(), right - taken - area.left() - 5 * GRID, area.height())
        painter.drawText(
            words, middle, painter.fontMetrics().elidedText(state.label, Qt.TextElideMode.ElideRight, words.width())
        )
        painter.restore()


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
        box.setContentsMargins(GRID, 2 * GRID, 0, GRID)
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

    def choose(self, name: str) -> None:
        """Mark the section as the one that is shown."""
        for number, state in enumerate(self._states):
            if state.name == name:
                self.list.setCurrentRow(number)

    def _went(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_NAME))

    def _narrow(self, words: str) -> None:
        for number, state in enumerate(self._states):
            self.list.item(number).setHidden(words.casefold() not in state.label.casefold())
