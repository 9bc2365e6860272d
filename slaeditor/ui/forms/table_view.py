"""A table view that people know from spreadsheets: the keys and the mouse do to its rows and cells what they do there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from slaeditor.ui.forms import table_commands
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.delegate import CellDelegate
from slaeditor.ui.forms.fill_handle import FillHandle
from slaeditor.ui.forms.first_cell import FirstCell
from slaeditor.ui.forms.row_header import RowHeader
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.rows_view import RowsView
from slaeditor.ui.forms.table_look import dress, dress_heads, fit, give_lines, width_of
from slaeditor.ui.forms.widths import DraggedColumns
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr


class TableView(RowsView):
    """``whole_rows`` makes it a list of rows rather than a sheet of cells."""

    def __init__(
        self, model: RowsModel, context: Context, parent: QWidget | None = None, *, whole_rows: bool = False
    ) -> None:
        super().__init__(model, context, parent)
        self.own_widths: dict[str, int] = {}
        self.wraps = False
        self.setItemDelegate(CellDelegate(context, self))
        dress(self, whole_rows=whole_rows)
        if not whole_rows:  # dragging over cells selects them; rows are dragged at their heads
            self.setVerticalHeader(RowHeader(self))
            for number, declared in enumerate(model.columns):
                self.setColumnWidth(number, width_of(self, declared))
        dress_heads(self, whole_rows=whole_rows)
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done, at the mouse or at the current cell."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
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
