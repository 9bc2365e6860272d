"""The library's table: which columns there is room for, what is remembered of them, and what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from slaeditor.ui import theme
from slaeditor.ui.library.cells import LibraryCell
from slaeditor.ui.library.columns import COLUMNS, PLACES
from slaeditor.ui.library.model import CUSTOMER, Index, LibraryModel
from slaeditor.ui.records import LibraryRow
from slaeditor.ui.words import tr

LEAST = 36 * theme.GRID
"""Customer and title are given at least this much; before they are, other columns go."""

GIVES_WAY = ("number", "period", "revision")
"""What goes first where there is little room: it stands in the details, and the number then before the title."""


class LibraryTable(QTableView):
    """Two lines an agreement; Enter or a double click opens it, Shift and Ctrl select several."""

    opened = Signal(str)
    chosen = Signal()
    menu_wanted = Signal(object)  # the global place for a context menu

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.setObjectName("library_table")
        self.setAccessibleName(tr("Agreements"))
        self._model = model
        self._cell = LibraryCell(model)
        self.setModel(model)
        model.layoutChanged.connect(self._mark)  # sorted anew, the same row is current at another place
        # A head in another language may be longer than what stands below it.
        of_head = self.horizontalHeader().fontMetrics().horizontalAdvance
        self._widths = {
            column.id: max(column.width * theme.GRID, of_head(column.head()) + 3 * theme.GRID)
            for column in COLUMNS
            if column.width
        }
        self._sharing = False
        self.setItemDelegate(self._cell)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._cell.letters.row)
        heads.setHighlightSections(False)
        # Heads show no selection; of the table's own they would ask for every row whether it is in it.
        heads.setSelectionModel(QItemSelectionModel(model, heads))
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSectionsMovable(True)
        heads.setMinimumSectionSize(6 * theme.GRID)
        heads.setSectionResizeMode(CUSTOMER, QHeaderView.ResizeMode.Stretch)
        heads.setSortIndicator(CUSTOMER, Qt.SortOrder.AscendingOrder)
        for name, width in self._widths.items():
            heads.resizeSection(PLACES[name], width)
        heads.sectionResized.connect(self._resized)
        self.verticalScrollBar().setSingleStep(self._cell.letters.row)
        self.doubleClicked.connect(lambda index: self._open(index))
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._point(index.row()))
        self.viewportEntered.connect(lambda: self._point(-1))

    @property
    def selected(self) -> list[LibraryRow]:
        """The selected rows from top to bottom."""
        chosen = self.selectionModel().selection()
        rows = self._model.rows
        found: list[LibraryRow] = []
        below = 0
        for top, bottom in sorted((one.top(), one.bottom()) for one in map(chosen.at, range(chosen.size()))):
            found += rows[max(top, below) : bottom + 1]
            below = max(below, bottom + 1)
        return found

    @property
    def current(self) -> str:
        """The id of the agreement that the keyboard stands on."""
        row = self._model.row_at(self.currentIndex())
        return row.id if row else ""

    def select(self, agreements: Sequence[str], current: str) -> None:
        """Select these agreements as far as they are shown; the keyboard stands on ``current``, or else on the first row."""
        places = sorted(place for place in map(self._model.place_of, agreements) if place >= 0)
        here = self._model.place_of(current)
        if here < 0:
            here = places[0] if places else 0
        last = len(COLUMNS) - 1
        chosen = QItemSelection()
        start = 0
        while start < len(places):
            end = start
            while end + 1 < len(places) and places[end + 1] == places[end] + 1:
                end += 1
            chosen.select(self._model.index(places[start], 0), self._model.index(places[end], last))
            start = end + 1
        flag = QItemSelectionModel.SelectionFlag
        index = self._model.index(here, 0)
        if places:
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self.selectionModel().select(chosen, flag.ClearAndSelect)
        else:
            # Said in full: the view itself would go by the keys that happen to be held down.
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def restore(self, settings: QSettings) -> None:
        """The order, the widths and the sorting of the last time."""
        heads = self.horizontalHeader()
        for name, width in _pairs(settings.value("library/widths")):
            if name in self._widths and width.isdecimal():
                self._widths[name] = max(int(width), heads.minimumSectionSize())
                heads.resizeSection(PLACES[name], self._widths[name])
        order = [name for name in _words(settings.value("library/order")) if name in PLACES]
        for visual, name in enumerate(order):
            heads.moveSection(heads.visualIndex(PLACES[name]), visual)
        for name, direction in _pairs(settings.value("library/sort")):
            if name in PLACES:
                down = direction == "down"
                self.sortByColumn(PLACES[name], Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def keep(self, settings: QSettings) -> None:
        """Remember them."""
        heads = self.horizontalHeader()
        settings.setValue("library/widths", [f"{name}={width}" for name, width in self._widths.items()])
        settings.setValue("library/order", sorted(PLACES, key=lambda name: heads.visualIndex(PLACES[name])))
        sign = "down" if heads.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder else "up"
        settings.setValue("library/sort", f"{COLUMNS[heads.sortIndicatorSection()].id}={sign}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as tall as two lines of the present font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._cell.measure()
            self.verticalHeader().setDefaultSectionSize(self._cell.letters.row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring goes with the keyboard, over the whole row."""
        super().currentChanged(current, previous)
        self._mark()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is elsewhere now."""
        super().focusOutEvent(event)
        self._mark()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere now."""
        super().leaveEvent(event)
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse where it points, by the keyboard below the current row."""
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)

    def _mark(self) -> None:
        before = self._cell.current
        self._cell.current = self.currentIndex().row() if self.hasFocus() else -1
        self._redraw({before, self._cell.current})

    def _point(self, row: int) -> None:
        before, self._cell.pointed = self._cell.pointed, row
        if before != row:
            self._redraw({before, row})

    def _redraw(self, rows: set[int]) -> None:
        for number in rows - {-1}:
            top = self.rowViewportPosition(number)
            self.viewport().update(0, top, self.viewport().width(), self._cell.letters.row)

    def _resized(self, section: int, _before: int, width: int) -> None:
        name = COLUMNS[section].id
        if not self._sharing and name in self._widths and width and not self.isColumnHidden(section):
            self._widths[name] = width

    def _share(self) -> None:
        """Customer and title take what the others leave; where that is too little, others go."""
        room = self.viewport().width() - LEAST
        hidden: set[str] = set()
        for name in GIVES_WAY:
            if sum(width for one, width in self._widths.items() if one not in hidden) <= room:
                break
            hidden.add(name)
        self._sharing = True
        for name in self._widths:
            if self.isColumnHidden(PLACES[name]) != (name in hidden):
                self.setColumnHidden(PLACES[name], name in hidden)
        self._sharing = False
        self._cell.folded = "number" in hidden
        self.viewport().update()

    def _open(self, index: Index) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.opened.emit(row.id)


def _words(kept: Any) -> list[str]:
    """A list as it comes out of the settings, where one of a single word is a word."""
    return [kept] if isinstance(kept, str) else [str(one) for one in kept or []]


def _pairs(kept: Any) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (one.partition("=") for one in _words(kept))]
