"""The rows of one table for Qt's views: what changed between two documents becomes the least that must be redrawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Row
from slaeditor.ui.forms.context import NOWHERE, Context

Index = QModelIndex | QPersistentModelIndex


class ShownRows(QAbstractTableModel):
    """Rows with a column for each field; without fields, one column for the rows' names. ``path`` is the table's."""

    def __init__(self, declared: Field, columns: Sequence[Field], context: Context) -> None:
        super().__init__()
        self.declared = declared
        self.columns = tuple(columns)
        self.context = context
        self.path: Path = ()
        self.rows: tuple[Row, ...] = ()
        self._base: dict[str, Row] = {}
        self._base_rows: Any = None

    def show_rows(self, path: Path, rows: tuple[Row, ...]) -> bool:
        """Show these rows; False when that changed nothing. Rows keep their selection through edits and moves."""
        base = self.context.base_value(path)
        if base is not self._base_rows:
            self._base_rows = base
            self._base = {row.id: row for row in base} if base is not NOWHERE else {}
            self.repaint_all()
        if path != self.path:
            self.beginResetModel()
            self.path, self.rows = path, rows
            self.endResetModel()
            return True
        if rows is self.rows:
            return False
        self._to(rows)
        return True

    def _to(self, rows: tuple[Row, ...]) -> None:
        wanted = {row.id for row in rows}
        for number in range(len(self.rows) - 1, -1, -1):
            if self.rows[number].id not in wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                self.rows = self.rows[:number] + self.rows[number + 1 :]
                self.endRemoveRows()
        for number, row in enumerate(rows):
            if number < len(self.rows) and self.rows[number].id == row.id:
                continue
            known = next((at for at in range(number, len(self.rows)) if self.rows[at].id == row.id), None)
            if known is None:
                self.beginInsertRows(QModelIndex(), number, number)
                self.rows = (*self.rows[:number], row, *self.rows[number:])
                self.endInsertRows()
            else:
                self._shift(known, number)
        for number, row in enumerate(rows):
            if self.rows[number] is not row:
                self.rows = (*self.rows[:number], row, *self.rows[number + 1 :])
                self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)

    def _shift(self, source: int, target: int) -> None:
        """Qt's target is the row before which it comes to stand."""
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        rest = list(self.rows)
        row = rest.pop(source)
        rest.insert(target if target < source else target - 1, row)
        self.rows = tuple(rest)
        self.endMoveRows()

    def repaint_all(self) -> None:
        """What the cells say beside their values may have changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else max(1, len(self.columns))

    def field_of(self, index: Index) -> Field | None:
        """The declaration of the cell's column."""
        return self.columns[index.column()] if self.columns else None

    def path_of(self, index: Index) -> Path:
        """The place of the cell in the document."""
        row = (*self.path, self.rows[index.row()].id)
        return (*row, self.columns[index.column()].name) if self.columns else row

    def value(self, index: Index) -> Any:
        """The value of the cell."""
        return getattr(self.rows[index.row()], self.columns[index.column()].name)

    def row_before(self, index: Index) -> Row | None:
        """The row as the last revision has it; None if it has no such row."""
        return self._base.get(self.rows[index.row()].id)
