"""The comparison side by side: texts wrapped in their columns, the words that differ marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from slaeditor.model.paths import Path
from slaeditor.ui import theme
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.model import LINE_ROLE, MEANING, NEW, OLD, CompareModel, Index
from slaeditor.ui.marked import draw, height_of, laid_out, marked
from slaeditor.ui.words import tr

MOST_HEIGHT = 480
SETTLE_MS = 80
ROWS_AT_ONCE = 30


class ChangeCell(QStyledItemDelegate):
    """Draws one cell of a change; what is struck out on the left is what the underlined words on the right replace."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background, then the text with its marks."""
        entry = index.data(LINE_ROLE)
        if isinstance(entry, str):
            painter.fillRect(option.rect, theme.colour("window"))
            words = laid_out(entry, theme.font("body", bold=True), 2_000, wrap=False)
            draw(painter, option.rect.adjusted(theme.GRID, 0, 0, 0), words, theme.colour("text"), middle=True)
            return
        style = QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        model = index.model()
        blank = isinstance(model, CompareModel) and model.is_blank(index)
        tint = entry.direction.value if index.column() == MEANING else "muted" if blank else "text"
        self._text(painter, option, self._layout(option, index, entry, option.rect.width()), tint)
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its text in the column's present width."""
        entry = index.data(LINE_ROLE)
        if isinstance(entry, str):
            return QSize(0, 5 * theme.GRID)
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        text = str(index.data() or "")
        if "\n" not in text and option.fontMetrics.horizontalAdvance(text) < width - 3 * theme.GRID:
            return QSize(width, max(option.fontMetrics.height() + 2 * theme.GRID, 4 * theme.GRID))
        tall = int(height_of(self._layout(option, index, entry, width))) + 2 * theme.GRID
        return QSize(width, min(max(tall, 4 * theme.GRID), MOST_HEIGHT))

    def _layout(self, option: QStyleOptionViewItem, index: Index, entry: Line, width: int) -> QTextLayout:
        formats: list[QTextLayout.FormatRange] = []
        if index.column() == OLD:
            formats = marked(entry.old_marks, fore=theme.colour("worse"), strike=True)
        elif index.column() == NEW:
            formats = marked(entry.new_marks, back=theme.colour("mark"), under=True)
        text = str(index.data() or "")
        return laid_out(text, option.font, width - 2 * theme.GRID, wrap=True, ranges=formats)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, layout: QTextLayout, tint: str) -> None:
        area = option.rect.adjusted(theme.GRID, theme.GRID, -theme.GRID, -theme.GRID)
        draw(painter, area, layout, theme.colour(tint))


class CompareTable(QTableView):
    """The rows grow with their text; Enter or a double click goes to the term."""

    opened = Signal(object)  # paths.Path
    copied = Signal(object)  # the selected lines

    def __init__(self, model: CompareModel) -> None:
        super().__init__()
        self.setObjectName("compare_table")
        self.setAccessibleName(tr("Changes"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ChangeCell(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(4 * theme.GRID)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._measure)
        self._measured = 0
        self.activated.connect(self._go)

    @property
    def here(self) -> Line | None:
        """The change that the keys are on."""
        index = self.currentIndex()
        entry = self._model.entry(index.row()) if index.isValid() else None
        return entry if isinstance(entry, Line) else None

    def selected_lines(self) -> list[Line]:
        """The changes that are selected, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        entries = [self._model.entry(row) for row in rows]
        return [entry for entry in entries if isinstance(entry, Line)]

    def explained(self) -> Path:
        """The term of the change that the keys are on."""
        return self.here.path if self.here is not None else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying takes the selected changes."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.selected_lines())
        else:
            super().keyPressEvent(event)

    def refill(self) -> None:
        """The model has other lines now."""
        self.clearSpans()
        for row in self._model.headings():
            self.setSpan(row, 0, 1, 4)
        self._share()
        self._measured = 0
        self._measure()
        self.step(0)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change; 0 goes to the first."""
        row = self.currentIndex().row() if by else -1
        found = self._model.next_line(row, by or 1)
        if found >= 0:
            index = self._model.index(found, 0)
            self.setCurrentIndex(index)
            if by:
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            else:
                self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew; heights follow when the hand rests."""
        super().resizeEvent(event)
        self._share()
        self._measured = 0
        self._settle.start(SETTLE_MS)

    def _measure(self) -> None:
        """Give some rows the height of their text, and the others when the person's next act has had its turn."""
        end = min(self._measured + ROWS_AT_ONCE, self._model.rowCount())
        for row in range(self._measured, end):
            self.resizeRowToContents(row)
        self._measured = end
        if end < self._model.rowCount():
            self._settle.start(0)

    def _share(self) -> None:
        width = self.viewport().width()
        meaning = max(20 * theme.GRID, width // 7)
        place = max(22 * theme.GRID, (width - meaning) // 5)
        rest = max(width - meaning - place, 2 * theme.GRID)
        for column, share in enumerate((place, rest // 2, rest - rest // 2, meaning)):
            self.setColumnWidth(column, share)

    def _go(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if isinstance(entry, Line):
            self.opened.emit(entry.path)
