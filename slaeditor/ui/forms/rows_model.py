"""The rows of one table for Qt's views: what changed between two documents becomes the least that must be redrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.edits import MoveRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Row
from slaeditor.ui import dates
from slaeditor.ui.editors import typed
from slaeditor.ui.forms import cell_words
from slaeditor.ui.forms.context import NOWHERE, Context
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import colour
from slaeditor.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.UserRole + 1
"""Of a cell: "refused", "finding", "changed", "new" or nothing."""
MOVED_ROWS = "application/x-slaeditor-moved"


class RowsModel(QAbstractTableModel):
    """Rows with a column for each field; without fields, one column with the rows' names. ``path`` is the table's."""

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
            self._repaint()
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

    def _repaint(self) -> None:
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

    def text(self, index: Index) -> str:
        """What the cell says."""
        row = self.rows[index.row()]
        if not self.columns:
            return row_name(self.context.document, row) or f"({tr(self.declared.term.one)})"
        declared = self.columns[index.column()]
        if (refused := self.context.session.unparsed.get(self.path_of(index))) is not None:
            return refused
        value = self.value(index)
        if declared.kind is Kind.ROWS:
            return str(len(value)) if value else ""
        return typed.text_of(self.context.document, declared, value)

    def _shown(self, index: Index) -> str:
        """What the cell says, days of the week in short: Mon–Fri."""
        if self.columns and self.columns[index.column()].kind is Kind.CHOICES:
            days = self.value(index)
            if days and isinstance(days[0], Weekday) and self.path_of(index) not in self.context.session.unparsed:
                return dates.weekdays(days)
        return self.text(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks of a cell."""
        if not index.isValid():
            return None
        declared = self.field_of(index)
        flag = declared is not None and declared.kind is Kind.FLAG
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return None if flag else self._shown(index).replace("\n", " · ") or cell_words.if_empty(self, index)
            case Qt.ItemDataRole.EditRole:
                return self.text(index)
            case Qt.ItemDataRole.CheckStateRole if flag:
                return Qt.CheckState.Checked if self.value(index) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return cell_words.tip(self, index)
            case Qt.ItemDataRole.AccessibleTextRole if declared is not None:
                return f"{tr(declared.term.label)}: {self.text(index) or cell_words.spoken_if_empty(self, index)}"
            case Qt.ItemDataRole.ForegroundRole if declared is not None:
                aside = declared.term.internal or (cell_words.if_empty(self, index) and not self.text(index))
                return colour("muted") if aside else None
            case Qt.ItemDataRole.TextAlignmentRole if declared is not None and declared.kind in _FIGURES:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == MARK:
                return cell_words.mark(self, index)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels with their unit; the rows are numbered."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not self.columns:
            return tr(self.declared.term.label) if role == Qt.ItemDataRole.DisplayRole else None
        term = self.columns[section].term
        if role == Qt.ItemDataRole.DisplayRole:
            unit = f" ({tr(term.unit)})" if term.unit else ""
            return tr(term.label) + unit + (" *" if term.obligatory else "")
        if role == Qt.ItemDataRole.ToolTipRole:  # a narrow column cuts its label
            return f"{self.headerData(section, orientation)}\n{tr(term.help)}"
        if role == Qt.ItemDataRole.WhatsThisRole:
            return tr(term.help)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells are edited in place, rows are dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        declared = self.field_of(index)
        editable = declared is not None and declared.kind is not Kind.ROWS and not cell_words.why_not(self, index)
        if declared is not None and editable and not self.context.read_only:
            found |= Qt.ItemFlag.ItemIsUserCheckable if declared.kind is Kind.FLAG else Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A value of the cell's type, a tick, or text as typed; text that is no value stays in the cell, marked."""
        declared = self.field_of(index)
        if declared is None or self.context.read_only:
            return False
        path = self.path_of(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif isinstance(value, str):
            try:
                value = self.parse(index, value)
            except ParseError:
                self.refuse(path, value)
                return False
        self.context.session.set_unparsed(path, None)
        self.context.do(SetTerm(path, value))
        return True

    def parse(self, index: Index, text: str) -> Any:
        """The value of text typed into the cell."""
        return self.parse_for(self.rows[index.row()], self.columns[index.column()], text)

    def parse_for(self, row: object, declared: Field, text: str) -> Any:
        """The value of text typed or pasted for a term of the row; a duration keeps its clock, or takes that of its row."""
        clock = None
        if declared.kind is Kind.DURATION:
            own = getattr(row, declared.name)
            clock = own.calendar if own is not None else None
        return typed.parse(self.context.document, declared, text, clock)

    def refuse(self, path: Path, text: str) -> None:
        """Keep text that is no value of the cell."""
        self.refuse_all({path: text})

    def refuse_all(self, texts: Mapping[Path, str | None]) -> None:
        """The same for many cells, some of which (None) are understood now."""
        self.context.session.set_all_unparsed(texts)
        self._repaint()

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows can be dropped."""
        return [MOVED_ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the rows that are dragged, with their table."""
        data = QMimeData()
        ids = [self.rows[number].id for number in sorted({index.row() for index in indexes})]
        data.setData(MOVED_ROWS, QByteArray(msgspec.json.encode([list(self.path), ids])))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the rows; False, so that the view takes nothing away itself."""
        if not data.hasFormat(MOVED_ROWS) or self.context.read_only:
            return False
        path, ids = msgspec.json.decode(bytes(data.data(MOVED_ROWS).data()))
        if tuple(path) == self.path:
            target = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
            self.move(ids, target)
        return False

    def move(self, ids: Sequence[str], target: int) -> None:
        """Move the rows so that they stand together before what is now row number ``target``."""
        moved = [row.id for row in self.rows if row.id in ids]
        place = sum(1 for row in self.rows[:target] if row.id not in ids)
        now = [row.id for row in self.rows]
        wanted = [identifier for identifier in now if identifier not in ids]
        wanted[place:place] = moved
        edits: list[MoveRow] = []
        for number, identifier in enumerate(wanted):
            if now[number] != identifier:
                now.remove(identifier)
                now.insert(number, identifier)
                edits.append(MoveRow((*self.path, identifier), number))
        if len(moved) == 1 and edits:
            self.context.do(MoveRow((*self.path, moved[0]), place))
        elif edits:
            self.context.do(
                Several(
                    tr("move of {count} rows in {table}", count=len(moved), table=tr(self.declared.term.label)),
                    tuple(edits),
                )
            )


_FIGURES = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY})
