"""The priority matrix for Qt's views: impact levels as rows, urgency levels as columns, in each cell a priority."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.priorities import MatrixCell
from slaeditor.model.checks import Finding
from slaeditor.model.paths import Path
from slaeditor.ui.spoken import row_name
from slaeditor.ui.words import told, tr

RANK = Qt.ItemDataRole.UserRole + 2
"""Of a cell: the place of its priority among all, 0 the gravest; None where there is none yet."""
NAME = Qt.ItemDataRole.UserRole + 3
"""Of a cell: the name of its priority; of a head: the name of the level without its code."""
CODE = Qt.ItemDataRole.UserRole + 4
"""Of a head: the code of the level."""
FINDING = Qt.ItemDataRole.UserRole + 5
"""Of a cell: what is found there, if anything."""
Index = QModelIndex | QPersistentModelIndex
_MATRIX: Path = ("priorities", "matrix")


class MatrixModel(QAbstractTableModel):
    """Impact levels as rows, urgency levels as columns."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Agreement()
        self.findings: Callable[[Path], Finding | None] = lambda _: None
        self._cells: dict[tuple[str | None, str | None], MatrixCell] = {}

    def show_document(self, document: Agreement) -> None:
        """Show its matrix; the layout is made anew only when the levels are others."""
        old, new = self.document.priorities, document.priorities
        self._cells = {}
        for cell in new.matrix:
            self._cells.setdefault((cell.impact, cell.urgency), cell)
        self.document = document
        if old.impacts is not new.impacts or old.urgencies is not new.urgencies or old.levels is not new.levels:
            self.beginResetModel()
            self.endResetModel()
        elif old.matrix is not new.matrix and self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each impact level."""
        return 0 if parent.isValid() else len(self.document.priorities.impacts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each urgency level."""
        return 0 if parent.isValid() else len(self.document.priorities.urgencies)

    def levels_at(self, index: Index) -> tuple[str, str]:
        """The ids of the impact and urgency of a cell."""
        section = self.document.priorities
        return section.impacts[index.row()].id, section.urgencies[index.column()].id

    def cell(self, index: Index) -> MatrixCell | None:
        """The cell's row in the document, if there is one yet."""
        return self._cells.get(self.levels_at(index))

    def place_of(self, identifier: str) -> QModelIndex | None:
        """Where the document's row with that id is shown."""
        for row in range(self.rowCount()):
            for across in range(self.columnCount()):
                found = self.cell(self.index(row, across))
                if found is not None and found.id == identifier:
                    return self.index(row, across)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Code, name and rank of the priority."""
        cell = self.cell(index)
        levels = self.document.priorities.levels
        found = self.findings((*_MATRIX, cell.id, "priority")) if cell is not None else None
        sentence = told(found.sentence) if found is not None else ""
        rank = next((n for n, one in enumerate(levels) if cell is not None and one.id == cell.priority), None)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–" if rank is None else levels[rank].code or "?"
            case Qt.ItemDataRole.ToolTipRole:
                words = tr("no priority yet") if rank is None else f"{levels[rank].code} {levels[rank].name}".strip()
                return f"{sentence}\n{words}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                impact, urgency = (
                    self.document.priorities.impacts[index.row()],
                    self.document.priorities.urgencies[index.column()],
                )
                code = tr("none") if rank is None else levels[rank].code
                words = f"{row_name(self.document, impact)}, {row_name(self.document, urgency)}: {code}"
                return f"{words}. {sentence}" if sentence else words
            case _ if role == FINDING:
                return found
            case _ if role == RANK:
                return rank
            case _ if role == NAME:
                return tr("none yet") if rank is None else levels[rank].name
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The levels by code and name, their tests as tooltips."""
        part = self.document.priorities
        levels: Any = part.urgencies if orientation is Qt.Orientation.Horizontal else part.impacts
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(word for word in (levels[section].code, levels[section].label) if word) or "?"
        if role == CODE:
            return levels[section].code
        if role == NAME:
            return levels[section].label or ("" if levels[section].code else "?")
        if role == Qt.ItemDataRole.ToolTipRole:
            return levels[section].test
        return None
