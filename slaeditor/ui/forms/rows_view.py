"""A view of rows, and what can be done to them: go to, add, duplicate, remove, move, copy, cut, paste, clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from slaeditor.model.edits import Edit, InsertRow, RemoveRow, SetTerm, Several
from slaeditor.model.new_row import new_row
from slaeditor.model.terms import Kind
from slaeditor.ui.forms import clipboard
from slaeditor.ui.forms.carried import pack, unpack
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import JUST_ADDED
from slaeditor.ui.forms.pasting import Pasting, clearing, copied
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.tab_out import TabOut
from slaeditor.ui.words import tr


class RowsView(TabOut):
    """Shows a ``RowsModel``, and edits the selected rows and cells of it."""

    current_changed = Signal()

    def __init__(self, model: RowsModel, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model: RowsModel = model
        self.context: Context = context
        self.setModel(model)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    @property
    def called(self) -> str:
        """What the table is called, for the names of what is done in it."""
        return tr(self.rows_model.declared.term.label)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current cell stays in sight where it was so before, after columns that are seen whole."""
        here = self.currentIndex()
        seen = here.isValid() and QRect(QPoint(), event.oldSize()).contains(self.visualRect(here).center())
        super().resizeEvent(event)
        bar = self.horizontalScrollBar()
        before = bar.value()
        if not seen:
            return
        self.scrollTo(here)
        first = self.columnAt(0)
        cut = -self.columnViewportPosition(first)
        if bar.value() != before and cut > 0 and first < here.column():
            bar.setValue(bar.value() + self.columnWidth(first) - cut)

    def add(self) -> None:
        """A new row below the current one, ready to be typed into."""
        model = self.rows_model
        selected = self.selected_rows()
        place = selected[-1] + 1 if selected else len(model.rows)
        row = new_row(self.context.document, model.declared.type, self.context.session.new_id())
        self.context.do(InsertRow(model.path, row, place))
        self.setFocus()
        typing = bool(model.columns) and model.columns[0].kind is Kind.TEXT
        self.setProperty(JUST_ADDED, typing)
        self.go_to(place, edit=typing)

    def duplicate(self) -> None:
        """The selected rows once more, below them."""
        model = self.rows_model
        selected = self.selected_rows()
        if not selected:
            return
        taken = {model.text(model.index(number, 0)) for number in range(len(model.rows))}
        copies = [clipboard.copy_named(model.rows[n], taken, self.context.session.new_id) for n in selected]
        self._insert(
            copies, selected[-1] + 1, tr("duplicate of {count} rows in {table}", count=len(copies), table=self.called)
        )

    def remove(self) -> None:
        """Take the selected rows away; undo brings them back."""
        model = self.rows_model
        edits = tuple(RemoveRow((*model.path, model.rows[number].id)) for number in self.selected_rows())
        if len(edits) == 1:
            self.context.do(edits[0])
        elif edits:
            self.context.do(
                Several(tr("removal of {count} rows from {table}", count=len(edits), table=self.called), edits)
            )

    def move_rows(self, by: int) -> None:
        """Move the selected rows one up or down."""
        model = self.rows_model
        selected = self.selected_rows()
        if not selected or selected[0] + by < 0 or selected[-1] + by >= len(model.rows):
            return
        ids = [model.rows[number].id for number in selected]
        model.move(ids, selected[0] - 1 if by < 0 else selected[-1] + 2)

    def copy(self) -> None:
        """The selected cells as text for any sheet, and the rows complete for our own tables."""
        cells = sorted((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        if cells:
            text, rows = copied(self.rows_model, cells)
            session = self.context.session
            clipboard.put(text, pack(session.document, session.agreement, rows) if rows else b"")

    def cut(self) -> None:
        """Copy, then empty the cells or take the rows away."""
        self.copy()
        self.clear() if self.rows_model.columns else self.remove()

    def paste(self) -> None:
        """Rows of this kind are put in below; text goes into the cells from the current one on, with new rows as needed."""
        data = QGuiApplication.clipboard().mimeData()
        if self.context.read_only or data is None:
            return
        model, session = self.rows_model, self.context.session
        pasting = Pasting(model)
        selected = self.selected_rows()
        place = selected[-1] + 1 if selected else len(model.rows)
        raw = bytes(data.data(clipboard.ROWS_TYPE).data())
        if raw and (carried := unpack(raw, model.declared, session.document, session.agreement, session.new_id)).rows:
            pasting.complete(carried, place)
        elif not data.hasText():
            return
        elif model.columns:
            self._paste_cells(pasting, clipboard.from_tsv(data.text()))
        else:
            pasting.new_rows(clipboard.from_tsv(data.text()), place)
        if pasting.do() and pasting.rows and (raw or not model.columns):
            self.select_rows(place, place + pasting.rows - 1)

    def clear(self) -> None:
        """Empty the selected cells, as far as they can be empty."""
        cells = self.selectionModel().selectedIndexes()
        self.context.session.set_all_unparsed({self.rows_model.path_of(index): None for index in cells})
        name = tr("clearing of cells in {table}", table=self.called)
        self.do_in_cells(name, clearing(self.rows_model, cells))
        self.viewport().update()

    def select_rows(self, first: int, last: int) -> None:
        """Select whole rows, the first of them the current one."""
        self.go_to(first)
        block = QItemSelection(self.rows_model.index(first, 0), self.rows_model.index(last, 0))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(block, flag.ClearAndSelect | flag.Rows)

    def _insert(self, rows: Sequence[Any], place: int, name: str) -> None:
        path = self.rows_model.path
        edits = tuple(InsertRow(path, row, place + number) for number, row in enumerate(rows))
        self.context.do(edits[0] if len(edits) == 1 else Several(name, edits))
        self.select_rows(place, place + len(rows) - 1)

    def do_in_cells(self, name: str, edits: Iterable[Edit]) -> None:
        """Edit cells as one step of that name; what was not understood in them goes."""
        if all_of := tuple(edits):
            self.context.do(Several(name, all_of))
            self.context.session.set_all_unparsed({edit.path: None for edit in all_of if isinstance(edit, SetTerm)})

    def _paste_cells(self, pasting: Pasting, lines: list[list[str]]) -> None:
        current = self.currentIndex()
        marked = self.selectionModel().selectedIndexes()
        top, left = (current.row(), current.column()) if current.isValid() else (len(self.rows_model.rows), 0)
        if len(marked) > 1:
            if len(lines) == 1 and len(lines[0]) == 1:
                pasting.everywhere(marked, lines[0][0])
                return
            rows, columns = {index.row() for index in marked}, {index.column() for index in marked}
            top, left = min(rows), min(columns)
            if len(marked) == len(rows) * len(columns):
                lines = clipboard.repeated(lines, len(rows), len(columns))
        pasting.block(lines, top, left)
