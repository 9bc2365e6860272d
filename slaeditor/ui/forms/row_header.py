"""The heads of a table's rows: a click selects the row, dragging moves it, the right button offers what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView

from slaeditor.ui.forms.rows_view import RowsView
from slaeditor.ui.forms.table_commands import menu_of


class RowHeader(QHeaderView):
    """Of a sheet. Qt moves only what is shown: the move is taken back and done to the rows of the document."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._restoring = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.sectionMoved.connect(self._moved)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row of several selected ones keeps them selected, so that they can be dragged together."""
        self.setSectionsMovable(not self._view.context.read_only)
        row = self.logicalIndexAt(event.position().toPoint())
        selected = self._view.selected_rows()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        held = plain and len(selected) > 1 and row in selected and self._whole(row)
        self.setSectionsClickable(not held)
        super().mousePressEvent(event)
        self.setSectionsClickable(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the table, for the row that is pointed at."""
        row = self.logicalIndexAt(event.pos())
        if row >= 0 and row not in self._view.selected_rows():
            self._view.select_rows(row, row)
        menu_of(self._view).popup(event.globalPos())

    def row_middle(self, row: int) -> QPoint:
        """Where the head of a row is."""
        return QPoint(self.width() // 2, self.sectionViewportPosition(row) + self.sectionSize(row) // 2)

    def _whole(self, row: int) -> bool:
        return self._view.selectionModel().isRowSelected(row)

    def _moved(self, row: int, old: int, new: int) -> None:
        if self._restoring:
            return
        self._restoring = True
        self.moveSection(new, old)
        self._restoring = False
        selected = self._view.selected_rows()
        together = selected if row in selected and self._whole(row) else [row]
        rows = self._view.rows_model.rows
        self._view.rows_model.move([rows[number].id for number in together], new + 1 if new > old else new)
