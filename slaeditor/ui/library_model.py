"""The library as a table that Qt reads cell by cell: no widget and no copy per agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from slaeditor.ui import dates, theme
from slaeditor.ui.ports import Hit, LibraryRow
from slaeditor.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class Column:
    """One column: its head, its text, what it is sorted by, and its width in steps of the grid (0: what is left)."""

    id: str
    head: str
    text: Callable[[LibraryRow], str]
    key: Callable[[LibraryRow], Any]
    width: int
    right: bool = False


def status_words(row: LibraryRow) -> str:
    """The status, and that there are changes nobody saved as a revision."""
    words = tr(row.status.value)
    if row.has_changes and row.revision:
        return tr("{status}, changed", status=words)
    return words


def _period(row: LibraryRow) -> str:
    if row.effective is None and row.expires is None:
        return ""
    if row.expires is None:
        return tr("from {start}", start=dates.day(row.effective))
    return f"{dates.day(row.effective)} – {dates.day(row.expires)}"


def _day_key(value: date | None) -> tuple[bool, date]:
    return value is None, value or date.min


COLUMNS: Final = (
    Column("customer", "Customer", lambda r: r.customer or tr("(no customer)"), lambda r: r.customer.casefold(), 0),
    Column("number", "Number", lambda r: r.number, lambda r: r.number.casefold(), 14),
    Column("title", "Title", lambda r: r.title or tr("(no title)"), lambda r: r.title.casefold(), 0),
    Column("status", "Status", status_words, lambda r: (r.status.value, r.has_changes), 15),
    Column("revision", "Rev.", lambda r: str(r.revision or "–"), lambda r: r.revision, 6, True),
    Column("period", "In force", _period, lambda r: _day_key(r.effective), 23),
    Column("review", "Next review", lambda r: dates.day(r.next_review), lambda r: _day_key(r.next_review), 13),
    Column("findings", "Findings", lambda r: str(r.findings) if r.findings else "–", lambda r: r.findings, 9, True),
    Column("kind", "Kind", lambda r: tr(r.kind), lambda r: r.kind, 12),
)
FOUND: Final = len(COLUMNS)
"""The number of the column that tells where the words sought were found."""


class LibraryModel(QAbstractTableModel):
    """The rows as they are shown: sorted, and while something is sought with the place of its first hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LibraryRow] = []
        self._places: dict[str, int] = {}
        self._hits: Mapping[str, Hit] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[LibraryRow]:
        """The rows from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[LibraryRow], hits: Mapping[str, Hit]) -> None:
        """Show these rows and, of each agreement, where the words sought stand in it."""
        self.beginResetModel()
        self._rows, self._hits = list(rows), hits
        self._order()
        self.endResetModel()

    def row_at(self, index: Index) -> LibraryRow | None:
        """The row that a cell belongs to."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, agreement: str) -> QModelIndex:
        """The first cell of an agreement's row; invalid when it is not shown."""
        return self.index(self._places[agreement], 0) if agreement in self._places else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are agreements."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The columns, and one more for the place of the hit."""
        return 0 if parent.isValid() else len(COLUMNS) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section] if section < FOUND else None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.head) if column else tr("Found in")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column and column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell."""
        row = self._rows[index.row()]
        if index.column() == FOUND:
            return self._found(row, role)
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.id == "findings" and row.findings:
            return theme.colour("finding")
        if role == Qt.ItemDataRole.ToolTipRole and column.id == "findings" and row.findings:
            return tr("Obligatory terms that are missing, and references that lead nowhere")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; selections go with their rows."""
        if column >= FOUND:
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        owners = [self._rows[index.row()].id for index in before]
        self._order()
        after = [self.index(self._places[owner], index.column()) for owner, index in zip(owners, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _order(self) -> None:
        if self._sorted_by is not None:
            column, order = self._sorted_by
            self._rows.sort(key=COLUMNS[column].key, reverse=order is Qt.SortOrder.DescendingOrder)
        self._places = {row.id: number for number, row in enumerate(self._rows)}

    def _found(self, row: LibraryRow, role: int) -> Any:
        hit = self._hits.get(row.id)
        if hit is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{hit.label}: {hit.snippet}"
        return hit if role == HIT_ROLE else None
