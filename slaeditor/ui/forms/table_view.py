"""A table view that people know from spreadsheets: type into cells, copy, paste, fill, move rows by keys and by dragging."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from slaeditor.model.edits import Edit, InsertRow, RemoveRow, SetTerm, Several
from slaeditor.model.new_row import new_row
from slaeditor.model.terms import Kind
from slaeditor.ui.forms import clipboard, table_commands
from slaeditor.ui.forms.carried import pack, unpack
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import JUST_ADDED, CellDelegate
from slaeditor.ui.forms.fill_handle import FillHandle
from slaeditor.ui.forms.first_cell import FirstCell
from slaeditor.ui.forms.pasting import Pasting, clearing, copied
from slaeditor.ui.forms.row_header import RowHeader
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.table_look import dress, dress_heads, fit, give_lines, width_of
from slaeditor.ui.forms.widths import DraggedColumns
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr


class TableView(QTableView):
    """Shows a ``RowsModel``. ``whole_rows`` makes it a list of rows rather than a sheet of cells."""

    current_changed = Signal()

    def __init__(
        self, model: RowsModel, context: Context, parent: QWidget | None = None, *, whole_rows: bool = False
    ) -> None:
        super().__init__(parent)
        self.rows_model: RowsModel = model
        self.context: Context = context
        self.own_widths: dict[str, int] = {}
        self.wraps = False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(context, self))
        dress(self, whole_rows=whole_rows)
        if not whole_rows:  # dragging over cells selects them; rows are dragged at their heads
            self.setVerticalHeader(RowHeader(self))
            for number, declared in enumerate(model.columns):
                self.setColumnWidth(number, width_of(self, declared))
        dress_heads(self, whole_rows=whole_rows)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self._handle = FillHandle(self)
        FirstCell(self)
        self._dragged = DraggedColumns(self, context.widths, model.declared.type.__name__)
        self.viewport().setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns as wide as their texts need, unless a person has chosen the widths."""
        super().resizeEvent(event)
        columns = self.rows_model.columns
        if not columns:
            give_lines(self)
        if len(columns) < 2 or self._dragged.apply():
            return
        fit(self, columns, self.own_widths, wraps=self.wraps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty table says how to fill it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self.rows_model.rows:
            painter.setPen(colour("muted"))
            words = (
                tr("Nothing here yet.")
                if self.context.read_only
                else tr("Nothing here yet. Insert adds the first row.")
            )
            area = self.viewport().rect().adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)
        else:
            self._handle.paint(painter)
        painter.end()

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done, at the mouse or at the current cell."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.show_menu(place)

    def show_menu(self, place: QPoint) -> None:
        """The menu of the table, at a point of the screen."""
        table_commands.menu_of(self).popup(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle is taken before the cell below it."""
        if event.button() is Qt.MouseButton.LeftButton and self._handle.holds(event.position().toPoint()):
            self._handle.press()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The handle follows."""
        point = event.position().toPoint()
        if self._handle.dragging:
            self._handle.move(point)
            return
        self.viewport().setCursor(
            Qt.CursorShape.CrossCursor if self._handle.holds(point) else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The handle is let go."""
        if self._handle.dragging:
            self._handle.release()
            return
        super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keys there is no handle."""
        super().focusOutEvent(event)
        self._handle.give_up()

    def event(self, event: QEvent) -> bool:
        """In a table, these keys are the table's, whatever the window's menus say."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event, dry=True):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The commands of the table; Escape gives up a fill under way."""
        if self._handle.dragging and event.key() == Qt.Key.Key_Escape:
            self._handle.give_up()
        elif not self._act(event, dry=False):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, *, dry: bool) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.context.read_only and self._refused():
            if not dry:
                self._give_up()
            return True
        command = table_commands.for_keys(self, event)
        if command is not None and not dry:
            command.act(self)
        return command is not None

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
