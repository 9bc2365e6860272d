"""The library as a table that Qt reads cell by cell: no widget and no copy per agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from slaeditor.ui.library.columns import COLUMNS, PLACES, whole
from slaeditor.ui.records import Hit, LibraryRow
from slaeditor.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
CUSTOMER = PLACES["customer"]


class LibraryModel(QAbstractTableModel):
    """The rows as they are shown: sorted, and while something is sought with the place of its first hit."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[LibraryRow] = []
        self._given: Sequence[LibraryRow] = ()
        self._places: dict[str, int] = {}
        self._hits: Mapping[str, Hit] = {}
        self._sorted_by = (CUSTOMER, Qt.SortOrder.AscendingOrder)
        self.today = today()

    @property
    def rows(self) -> Sequence[LibraryRow]:
        """The rows from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[LibraryRow], hits: Mapping[str, Hit]) -> bool:
        """Show these rows and, of each agreement, where the words sought stand in it; whether that was another list."""
        today = self._today()
        if rows == self._given and hits == self._hits and today == self.today:
            return False
        self.beginResetModel()
        self._rows, self._given, self._hits, self.today = list(rows), rows, hits, today
        self._order()
        self.endResetModel()
        return True

    def row_at(self, index: Index) -> LibraryRow | None:
        """The row that a cell belongs to."""
        return self._rows[index.row()] if index.isValid() else None

    def hit_of(self, row: LibraryRow) -> Hit | None:
        """Where the words sought stand in it."""
        return self._hits.get(row.id)

    def place_of(self, agreement: str) -> int:
        """The number of an agreement's row, -1 when it is not shown."""
        return self._places.get(agreement, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are agreements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].head()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell: its first line, all it says as its accessible text and tool tip."""
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row, self.today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = whole(row, column, self.today) or tr("none")
            return f"{said}, {self._found(row)}" if column.id == "customer" and row.id in self._hits else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self._found(row) or whole(row, column, self.today)
                if column.id == "customer"
                else self._tip(row, column)
            )
        return None

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap,
    ) -> list[QModelIndex]:
        """The next customer that begins with the letters typed; Qt would ask for ten thousand cells one by one."""
        if start.column() != CUSTOMER or hits != 1 or not isinstance(value, str):
            return super().match(start, role, value, hits, flags)
        wanted, count = value.casefold(), len(self._rows)
        for number in (*range(start.row(), count), *range(start.row())):
            if self._rows[number].customer.casefold().startswith(wanted):
                return [self.index(number, CUSTOMER)]
        return []

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; selections go with their rows."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        owners = [self._rows[index.row()].id for index in before]
        self._order()
        after = [self.index(self._places[owner], index.column()) for owner, index in zip(owners, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted_by
        down = order is Qt.SortOrder.DescendingOrder
        if column == CUSTOMER:
            self._rows = list(self._given)[:: -1 if down else 1]  # the library lists them by customer
        else:
            self._rows.sort(key=COLUMNS[column].key, reverse=down)
        self._places = {row.id: number for number, row in enumerate(self._rows)}

    def _found(self, row: LibraryRow) -> str:
        hit = self._hits.get(row.id)
        return "" if hit is None else f"{tr(hit.label)}: {hit.snippet}"

    def _tip(self, row: LibraryRow, column: Any) -> str:
        said = whole(row, column, self.today)
        if column.id == "findings" and row.findings:
            return f"{said}: {tr('obligatory terms that are missing, and references that lead nowhere')}"
        return said
