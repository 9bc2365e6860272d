"""Everything that follows from a report as a table, for those who read rather than look: when, who, what, and how it is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from slaeditor.model.agreement.parties import Side
from slaeditor.model.what_if import words
from slaeditor.model.what_if.picture import Difference, Event, how_it_differs
from slaeditor.ui import theme
from slaeditor.ui.words import capital, told, tr

_KEY = Qt.ItemDataRole.UserRole


class EventList(QTableWidget):
    """``chosen`` gives the key of the event that a person chooses."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setObjectName("what_if_list")
        self.setAccessibleName(tr("What happens when"))
        self.setHorizontalHeaderLabels([tr("When"), tr("Who"), tr("What"), tr("How it is counted")])
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        for column in range(3):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self.resizeRowsToContents)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fit.start())
        self.currentCellChanged.connect(self._current)

    def show_events(self, events: Sequence[Event], differing: Mapping[str, Difference], name: str) -> None:
        """Show these; ``differing`` are those that the document called ``name`` has otherwise."""
        current = self.current
        with QSignalBlocker(self):
            self.setRowCount(len(events))
            for row, event in enumerate(events):
                for column, text in enumerate(self._texts(event, differing.get(event.key), name)):
                    item = self.item(row, column) or QTableWidgetItem()
                    item.setText(text)
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                    item.setData(_KEY, event.key)
                    if self.item(row, column) is None:
                        self.setItem(row, column, item)
                    item.setForeground(theme.colour("muted" if column in (0, 1) else "text"))
        self.choose(current)
        self._fit.start()

    @property
    def current(self) -> str:
        """The key of the event that is chosen; empty for none."""
        item = self.item(self.currentRow(), 0) if self.currentRow() >= 0 else None
        return str(item.data(_KEY)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Show an event as the chosen one, without telling."""
        with QSignalBlocker(self):
            for row in range(self.rowCount()):
                item = self.item(row, 0)
                if item is not None and item.data(_KEY) == key:
                    self.setCurrentCell(row, 0)
                    self.scrollToItem(item)
                    return
            self.setCurrentItem(None)  # type: ignore[call-overload]

    def _texts(self, event: Event, differing: Difference | None, name: str) -> tuple[str, str, str, str]:
        who = tr("Provider") if event.side is Side.PROVIDER else tr("Customer")
        parts = [told(event.how), *map(told, event.why)]
        if event.late:
            parts.insert(0, tr("after the target is missed"))
        if differing is not None:
            parts.insert(0, told(how_it_differs(differing, name)))
        said = " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
        return moment_words(event.at), who, told(event.title), capital(said)

    def _current(self, row: int, *_: int) -> None:
        if row >= 0 and self.current:
            self.chosen.emit(self.current)


def moment_words(at: datetime | None) -> str:
    """Fri 26 February 2027, 16:40 Europe/Istanbul."""
    return told(words.zoned(at)) if at is not None else "–"
