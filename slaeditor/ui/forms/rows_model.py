"""The cells of one table for Qt's views: what they say, and what is typed, pasted and dragged into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.edits import MoveRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui import dates
from slaeditor.ui.editors import typed
from slaeditor.ui.forms import cell_words
from slaeditor.ui.forms.shown_rows import Index, ShownRows
from slaeditor.ui.spoken import place_text, row_name
from slaeditor.ui.theme import colour
from slaeditor.ui.words import tr

MARK = Qt.ItemDataRole.UserRole + 1
"""Of a cell: "refused", "finding", "changed", "new" or nothing."""
MOVED_ROWS = "application/x-slaeditor-moved"


class RowsModel(ShownRows):
    """What the cells of the rows say, and what typing, pasting and dragging does to them."""

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
        """What the cell says, days of the week in short: Mon–Fri; the place of a term in words."""
        if self._is_place(index):
            return place_text(self.context.document, self.text(index))
        if self.columns and self.columns[index.column()].kind is Kind.CHOICES:
            days = self.value(index)
            if days and isinstance(days[0], Weekday) and self.path_of(index) not in self.context.session.unparsed:
                return dates.weekdays(days)
        return self.text(index)

    def _heard(self, index: Index) -> str:
        """What the cell says to who does not see it: days by their whole names."""
        return self._shown(index) if self._is_place(index) else self.text(index)

    def _is_place(self, index: Index) -> bool:
        return bool(self.columns) and self.columns[index.column()].term.shape is Shape.PATH

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
                return f"{tr(declared.term.label)}: {self._heard(index) or cell_words.spoken_if_empty(self, index)}"
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
        self.repaint_all()

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
