"""The history of an agreement drawn as a line in time, the newest on top: revisions by their number, the rest as smaller marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from slaeditor.ui import dates, theme
from slaeditor.ui.history.lines import Entry, Turn
from slaeditor.ui.library.model import Index
from slaeditor.ui.marked import draw, height_of, laid_out
from slaeditor.ui.words import tr

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AXIS: Final = theme.GRID + theme.HALF
"""How far from the left the line in time runs."""

ROUND: Final = 9
"""Half the size of a revision's mark; its number stands in it."""

SMALL: Final = theme.HALF
TEXT: Final = 4 * theme.GRID
PAD: Final = theme.HALF
FIRST: Final = PAD + theme.GRID + 1


class TimelineCell(QStyledItemDelegate):
    """One thing that happened: its mark on the line, what it was, and below it by whom and when."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line, the mark, the words."""
        entry: Entry = index.data(ENTRY_ROLE)
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(TEXT - theme.GRID, 0, 0, 0), theme.colour("selection"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(area.left() + AXIS + 0.5, area.top() + FIRST + 0.5)
        painter.setPen(QPen(theme.colour("edge"), 1))
        if index.row():
            painter.drawLine(QPointF(middle.x(), area.top()), middle)
        if index.row() + 1 < index.model().rowCount():
            painter.drawLine(middle, QPointF(middle.x(), area.bottom() + 1))
        _mark(painter, middle, entry)
        top = area.adjusted(TEXT, PAD, -theme.HALF, 0)
        what = self._what(entry, top.width())
        draw(painter, top, what, theme.colour("text"))
        below = top.adjusted(0, int(height_of(what)), 0, 0)
        when = laid_out(_when(entry), theme.font("small"), top.width(), wrap=True)
        draw(painter, below, when, theme.colour("muted"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            theme.ring(painter, area.adjusted(TEXT - theme.GRID, 0, 0, 0))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its words in the width of the list."""
        entry: Entry = index.data(ENTRY_ROLE)
        view = self.parent()
        room = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        width = room - TEXT - theme.HALF
        below = laid_out(_when(entry), theme.font("small"), width, wrap=True)
        return QSize(room, int(height_of(self._what(entry, width)) + height_of(below)) + 2 * PAD + theme.HALF)

    @staticmethod
    def _what(entry: Entry, width: int) -> QTextLayout:
        return laid_out(entry.what, theme.font("body", bold=bool(entry.ordinal)), width, wrap=True)


class TimelineList(QListWidget):
    """Arrow keys walk along it; Enter or a double click on a revision asks for it."""

    asked = Signal(int)

    def __init__(self, name: str, inset: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setViewportMargins(inset, inset, inset, 0)
        self.setAccessibleName(tr("History"))
        self.setItemDelegate(TimelineCell(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(False)
        self.itemActivated.connect(self._ask)

    @property
    def ordinal(self) -> int:
        """The revision that the keys are on, 0 for anything else."""
        if self.currentRow() < 0:
            return 0
        entry: Entry = self.currentItem().data(ENTRY_ROLE)
        return entry.ordinal

    @property
    def words(self) -> str:
        """What the keys are on, in one line; empty for nothing."""
        return str(self.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)) if self.currentRow() >= 0 else ""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, the newest first; the keys stay on the revision that they are on, or go to the newest one."""
        before = self.ordinal
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.what}, {_when(entry)}")
            if entry.ordinal:
                item.setToolTip(tr("Enter opens revision {number} read-only", number=entry.ordinal))
            self.addItem(item)
        numbers = [entry.ordinal for entry in entries]
        if entries:
            newest = next((row for row, number in enumerate(numbers) if number), 0)
            self.setCurrentRow(numbers.index(before) if before and before in numbers else newest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _ask(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY_ROLE)
        if entry.ordinal:
            self.asked.emit(entry.ordinal)


class Timeline(TimelineList):
    """Part of a page that scrolls as a whole: nothing is chosen in it, and it is as tall as what it shows."""

    def __init__(self) -> None:
        super().__init__("timeline")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, the newest first."""
        super().show_entries(entries)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth())


def _when(entry: Entry) -> str:
    return f"{entry.by} · {dates.moment(entry.at)}"


def _mark(painter: QPainter, middle: QPointF, entry: Entry) -> None:
    """A revision: its number in a circle. What led on: a full dot; back: a cross; the rest: an open dot."""
    if entry.ordinal:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(theme.colour("window"))
        painter.drawEllipse(middle, ROUND, ROUND)
        painter.setFont(theme.font("small", bold=True))
        box = QRect(int(middle.x()) - ROUND, int(middle.y()) - ROUND, 2 * ROUND + 1, 2 * ROUND + 1)
        painter.setPen(theme.colour("accent"))
        number = str(entry.ordinal) if entry.ordinal < 100 else "…"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
        return
    ink = theme.colour({Turn.ON: "better", Turn.BACK: "worse", Turn.NEITHER: "edge"}[entry.turn])
    painter.setPen(QPen(ink, 2))
    painter.setBrush(ink if entry.turn is Turn.ON else theme.colour("window"))
    if entry.turn is Turn.BACK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(middle, SMALL + 2, SMALL + 2)  # the line in time does not run through the cross
        painter.setPen(QPen(ink, 2))
        for sign in (1, -1):
            painter.drawLine(middle + QPointF(-SMALL, -sign * SMALL), middle + QPointF(SMALL, sign * SMALL))
    else:
        painter.drawEllipse(middle, SMALL, SMALL)
