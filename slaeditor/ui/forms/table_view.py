"""A table view that people know from spreadsheets: type into cells, copy, paste, fill down, move rows by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from slaeditor.model.edits import InsertRow, RemoveRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.editors import typed
from slaeditor.ui.forms import clipboard
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import CellDelegate
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr

Keys = QKeySequence.StandardKey
ROW_HEIGHT = 4 * GRID
_WIDTHS = {
    Kind.FLAG: 96, Kind.COUNT: 96, Kind.NUMBER: 104, Kind.PERCENT: 104, Kind.MONEY: 136, Kind.DURATION: 176, Kind.TIME: 80,
    Kind.DATE: 112, Kind.CHOICE: 136, Kind.CHOICES: 168, Kind.REFERENCE: 168, Kind.REFERENCES: 176, Kind.TEXTS: 200, Kind.ROWS: 96,
}  # fmt: skip


class TableView(QTableView):
    """Shows a ``RowsModel``. ``whole_rows`` makes it a list of rows rather than a sheet of cells."""

    current_changed = Signal()

    def __init__(
        self, model: RowsModel, context: Context, parent: QWidget | None = None, *, whole_rows: bool = False
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self.context = context
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(
            QAbstractItemView.SelectionBehavior.SelectRows
            if whole_rows
            else QAbstractItemView.SelectionBehavior.SelectItems
        )
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(not whole_rows)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(not whole_rows)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setVisible(not whole_rows)
        self.horizontalHeader().setVisible(not whole_rows)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        if whole_rows:
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        else:
            for number, declared in enumerate(model.columns):
                self.setColumnWidth(number, self._width(declared))
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    def _width(self, declared: Field) -> int:
        head = self.fontMetrics().horizontalAdvance(declared.term.label + declared.term.unit) + 4 * GRID
        long = declared.kind is Kind.TEXT and declared.term.shape is Shape.LONG
        wanted = 280 if long else _WIDTHS.get(declared.kind, 176)
        return max(wanted, min(head, 240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left of the width goes to the column with the longest texts."""
        super().resizeEvent(event)
        columns = self.rows_model.columns
        if len(columns) < 2:
            return
        widths = [self._width(declared) for declared in columns]
        rest = self.viewport().width() - sum(widths)
        elastic = max(range(len(columns)), key=lambda number: (widths[number], -number))
        self.setColumnWidth(elastic, widths[elastic] + max(0, rest))

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty table says how to fill it."""
        super().paintEvent(event)
        if not self.rows_model.rows:
            painter = QPainter(self.viewport())
            painter.setPen(colour("muted"))
            words = (
                tr("Nothing here yet.")
                if self.context.read_only
                else tr("Nothing here yet. Insert adds the first row.")
            )
            area = self.viewport().rect().adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)
            painter.end()

    def selected_rows(self) -> list[int]:
        """The rows with a selected cell, else the current one."""
        found = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        if not found and self.currentIndex().isValid():
            found = [self.currentIndex().row()]
        return found

    def go_to(self, row: int, column: int = 0, *, edit: bool = False) -> None:
        """Make a cell the current one, in sight."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        if edit:
            self.edit(index)

    def add(self) -> None:
        """A new row below the current one, ready to be typed into."""
        model = self.rows_model
        selected = self.selected_rows()
        place = selected[-1] + 1 if selected else len(model.rows)
        row = model.declared.type(id=self.context.session.new_id())
        self.context.do(InsertRow(model.path, row, place))
        self.setFocus()
        self.go_to(place, edit=bool(model.columns) and model.columns[0].kind is Kind.TEXT)

    def duplicate(self) -> None:
        """The selected rows once more, below them."""
        model = self.rows_model
        selected = self.selected_rows()
        if not selected:
            return
        taken = {model.text(model.index(number, 0)) for number in range(len(model.rows))}
        copies = [clipboard.copy_named(model.rows[n], taken, self.context.session.new_id) for n in selected]
        self._insert(copies, selected[-1] + 1, tr("duplicate of {count} rows", count=len(copies)))

    def remove(self) -> None:
        """Take the selected rows away; undo brings them back."""
        model = self.rows_model
        edits = tuple(RemoveRow((*model.path, model.rows[number].id)) for number in self.selected_rows())
        if len(edits) == 1:
            self.context.do(edits[0])
        elif edits:
            self.context.do(Several(tr("removal of {count} rows", count=len(edits)), edits))

    def move_rows(self, by: int) -> None:
        """Move the selected rows one up or down."""
        model = self.rows_model
        selected = self.selected_rows()
        if not selected or selected[0] + by < 0 or selected[-1] + by >= len(model.rows):
            return
        ids = [model.rows[number].id for number in selected]
        model.move(ids, selected[0] - 1 if by < 0 else selected[-1] + 2)

    def copy(self) -> None:
        """The selected cells as text for any sheet, and the rows complete for our own tables.

        A row of a list of names is copied with all its terms, under their labels.
        """
        model = self.rows_model
        cells = sorted((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        if not cells:
            return
        lines = []
        for row in dict.fromkeys(row for row, _ in cells):
            if model.columns:
                lines.append([model.text(model.index(row, column)) for at, column in cells if at == row])
            else:
                lines.append(typed.cells_of(self.context.document, model.rows[row]))
        if not model.columns:
            lines.insert(0, [tr(declared.term.label) for declared in typed.columns_of(model.declared.type)])
        rows = list(dict.fromkeys(row for row, _ in cells))
        complete = len(cells) == len(rows) * model.columnCount()
        clipboard.put(clipboard.to_tsv(lines), [model.rows[row] for row in rows] if complete else ())

    def paste(self) -> None:
        """Rows of this kind are put in below; text goes into the cells from the current one on, with new rows as needed."""
        if self.context.read_only:
            return
        data = QGuiApplication.clipboard().mimeData()
        model = self.rows_model
        if data.hasFormat(clipboard.ROWS_TYPE):
            raw = bytes(data.data(clipboard.ROWS_TYPE).data())
            rows = clipboard.rows_from_bytes(raw, model.declared, self.context.session.new_id)
            if rows:
                selected = self.selected_rows()
                place = selected[-1] + 1 if selected else len(model.rows)
                self._insert(rows, place, tr("paste of {count} rows", count=len(rows)))
                return
        if data.hasText() and model.columns:
            self._paste_cells(clipboard.from_tsv(data.text()))

    def fill_down(self) -> None:
        """Give the selected cells the value of the topmost selected cell of their column."""
        model = self.rows_model
        edits: list[Any] = []
        columns = sorted({index.column() for index in self.selectionModel().selectedIndexes()})
        for column in columns:
            rows = sorted(i.row() for i in self.selectionModel().selectedIndexes() if i.column() == column)
            if model.columns[column].kind is Kind.ROWS:
                continue
            value = model.value(model.index(rows[0], column))
            edits += [SetTerm(model.path_of(model.index(row, column)), value) for row in rows[1:]]
        if edits:
            self.context.do(Several(tr("fill down"), tuple(edits)))

    def _insert(self, rows: Sequence[Any], place: int, name: str) -> None:
        path = self.rows_model.path
        edits = tuple(InsertRow(path, row, place + number) for number, row in enumerate(rows))
        self.context.do(edits[0] if len(edits) == 1 else Several(name, edits))
        self.clearSelection()
        self.go_to(place)

    def _paste_cells(self, lines: list[list[str]]) -> None:
        model = self.rows_model
        current = self.currentIndex()
        marked = self.selectionModel().selectedIndexes()
        if len(marked) > 1:
            rows, columns = {index.row() for index in marked}, {index.column() for index in marked}
            top, left = min(rows), min(columns)
            if len(marked) == len(rows) * len(columns):
                lines = clipboard.repeated(lines, len(rows), len(columns))
        else:
            top, left = (current.row(), current.column()) if current.isValid() else (len(model.rows), 0)
        if len(lines) == 1 and len(lines[0]) == 1 and len(self.selectionModel().selectedIndexes()) > 1:
            self._paste_everywhere(lines[0][0])
            return
        edits: list[Any] = []
        refused: list[tuple[tuple[str, ...], str]] = []
        for down, line in enumerate(lines):
            number = top + down
            if number < len(model.rows):
                row = model.rows[number]
            else:
                row = model.declared.type(id=self.context.session.new_id())
                edits.append(InsertRow(model.path, row, number))
            for across, text in enumerate(line[: len(model.columns) - left]):
                self._paste_cell(row, model.columns[left + across], text, edits, refused)
        self._do_paste(edits, refused)

    def _paste_everywhere(self, text: str) -> None:
        edits: list[Any] = []
        refused: list[tuple[tuple[str, ...], str]] = []
        for index in self.selectionModel().selectedIndexes():
            row = self.rows_model.rows[index.row()]
            self._paste_cell(row, self.rows_model.columns[index.column()], text, edits, refused)
        self._do_paste(edits, refused)

    def _paste_cell(
        self, row: object, declared: Field, text: str, edits: list[Any], refused: list[tuple[tuple[str, ...], str]]
    ) -> None:
        if declared.kind is Kind.ROWS:
            return
        path = (*self.rows_model.path, str(getattr(row, "id", "")), declared.name)
        try:
            value = self.rows_model.parse_for(row, declared, text)
        except ParseError:
            refused.append((path, text))
        else:
            edits.append(SetTerm(path, value))

    def _do_paste(self, edits: list[Any], refused: list[tuple[tuple[str, ...], str]]) -> None:
        if edits:
            self.context.do(Several(tr("paste"), tuple(edits)))
            for edit in edits:
                if isinstance(edit, SetTerm):
                    self.context.session.set_unparsed(edit.path, None)
        for path, text in refused:
            self.rows_model.refuse(path, text)
        if refused:
            self.context.said.emit(tr("{count} cells were not understood; they are marked.", count=len(refused)))

    def event(self, event: QEvent) -> bool:
        """In a table, these keys are the table's, whatever the window's menus say."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event, dry=True):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, fill down, move, add and remove."""
        if not self._act(event, dry=False):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, *, dry: bool) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        editable = not self.context.read_only
        act = None
        if event.matches(Keys.Undo) and editable and self._refused():
            act = self._give_up
        elif event.matches(Keys.Copy):
            act = self.copy
        elif event.matches(Keys.Paste) and editable:
            act = self.paste
        elif event.matches(Keys.Cut) and editable:
            act = self._cut
        elif alt and event.key() == Qt.Key.Key_Up and editable:
            act = self._up
        elif alt and event.key() == Qt.Key.Key_Down and editable:
            act = self._down
        elif (
            control
            and event.key() == Qt.Key.Key_D
            and editable
            and len(self.selected_rows()) > 1
            and self.rows_model.columns
        ):
            act = self.fill_down
        elif control and event.key() == Qt.Key.Key_Delete and editable:
            act = self.remove
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers() and editable:
            act = self._clear if self.rows_model.columns else self.remove
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers() and editable:
            act = self.add
        if act is None:
            return False
        if not dry:
            act()
        return True

    def _up(self) -> None:
        self.move_rows(-1)

    def _down(self) -> None:
        self.move_rows(1)

    def _cut(self) -> None:
        self.copy()
        self._clear() if self.rows_model.columns else self.remove()

    def _refused(self) -> tuple[str, ...] | None:
        """The place of the current cell, if it holds what was not understood."""
        index = self.currentIndex()
        path = self.rows_model.path_of(index) if index.isValid() and self.rows_model.columns else ()
        return path if path in self.context.session.unparsed else None

    def _give_up(self) -> None:
        """Undo takes back first what was typed and never became a value, as it does in a field."""
        if (path := self._refused()) is not None:
            self.context.session.set_unparsed(path, None)
            self.viewport().update()

    def _clear(self) -> None:
        """Empty the selected cells, as far as they can be empty."""
        edits: list[Any] = []
        for index in self.selectionModel().selectedIndexes():
            declared = self.rows_model.columns[index.column()]
            path = self.rows_model.path_of(index)
            self.context.session.set_unparsed(path, None)
            if declared.optional or declared.kind in (Kind.TEXT, Kind.TEXTS, Kind.CHOICES, Kind.REFERENCES):
                empty = None if declared.optional else "" if declared.kind is Kind.TEXT else ()
                edits.append(SetTerm(path, empty))
        if edits:
            self.context.do(Several(tr("clearing of cells"), tuple(edits)))
        self.viewport().update()
