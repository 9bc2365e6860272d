"""The library's table: rows on the grid, the words that were sought marked where they were found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from slaeditor.ui import theme
from slaeditor.ui.library_model import COLUMNS, FOUND, HIT_ROLE, Index, LibraryModel
from slaeditor.ui.marked import draw, laid_out, marked
from slaeditor.ui.words import tr

ROW = 4 * theme.GRID
LEAST = 14 * theme.GRID
NARROW = 116 * theme.GRID
WITHOUT_ROOM = frozenset({"kind", "review", "number"})
WITHOUT_FOUND = frozenset({"period", "review", "findings", "revision", "kind"})


class FoundCell(QStyledItemDelegate):
    """Draws the place of a hit and marks the words in it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell's background as everywhere, the text by hand."""
        hit = index.data(HIT_ROLE)
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        if hit is None:
            return
        place = f"{hit.label}: "
        marks = [(start + len(place), end + len(place)) for start, end in hit.marks]
        text = place + hit.snippet
        area = option.rect.adjusted(theme.GRID, 0, -theme.GRID, 0)
        formats = marked(marks, back=theme.colour("mark"), under=True)
        layout = laid_out(text, option.font, 10_000, wrap=False, ranges=formats)
        draw(painter, area, layout, theme.colour("text"), middle=True)


class LibraryTable(QTableView):
    """One row an agreement; Enter or a double click opens it."""

    opened = Signal(str)

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.setObjectName("library_table")
        self.setAccessibleName(tr("Agreements"))
        self.setModel(model)
        self._model = model
        self._finding = False
        self.setItemDelegateForColumn(FOUND, FoundCell(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(6 * theme.GRID)
        heads.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        heads.setStretchLastSection(True)
        self.show_found(False)
        self.doubleClicked.connect(lambda index: self._open(index))

    def show_found(self, finding: bool) -> None:
        """While something is sought, the place of the hit takes the room of the dates."""
        self._finding = finding
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Customer and title take what the others leave; where there is little room, what the details tell goes first."""
        width = self.viewport().width()
        hidden = WITHOUT_FOUND if self._finding else WITHOUT_ROOM if width < NARROW else frozenset()
        self.setColumnHidden(FOUND, not self._finding)
        rest = width
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column.id in hidden)
            if column.id not in hidden and column.width:
                rest -= column.width * theme.GRID
                self.setColumnWidth(number, column.width * theme.GRID)
        share = rest * 2 // 7 if self._finding else rest // 2
        ids = [column.id for column in COLUMNS]
        self.setColumnWidth(ids.index("customer"), max(share, LEAST))
        self.setColumnWidth(ids.index("title"), max(share if self._finding else rest - share, LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self.opened.emit(row.id)
