"""The lines of a comparison as a table with a heading row for each section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from slaeditor.model.compare import Direction
from slaeditor.model.sentence import say
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.effect_words import formula, headline
from slaeditor.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
PLACE, OLD, NEW, MEANING = range(4)
NO_ROW: Final = "–"

SIGNS: Final = {Direction.BETTER: say("▲ better"), Direction.WORSE: say("▼ worse"), Direction.NEUTRAL: say("● neutral")}
"""What a change means for the customer: a sign and a word, so that colour is never alone."""


class CompareModel(QAbstractTableModel):
    """A row is a section's name (a text) or a line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Line] = []
        self._heads = ("", "")

    def show_lines(self, lines: Sequence[Line], old: str, new: str) -> None:
        """Show these lines; ``old`` and ``new`` head their columns."""
        self.beginResetModel()
        self._rows = []
        self._heads = (old, new)
        section = ""
        for one in lines:
            if one.section != section:
                section = one.section
                self._rows.append(section)
            self._rows.append(one)
        self.endResetModel()

    def entry(self, row: int) -> str | Line:
        """What stands in a row."""
        return self._rows[row]

    def headings(self) -> list[int]:
        """The rows that name a section."""
        return [number for number, entry in enumerate(self._rows) if isinstance(entry, str)]

    def next_line(self, row: int, step: int) -> int:
        """The row of the next (1) or previous (-1) change from ``row``, or -1 when there is none."""
        row += step
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Line):
                return row
            row += step
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Sections and lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Place, old, new, meaning."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Term"), *self._heads, tr("For the customer"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A section's name cannot be selected."""
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The plain text of a cell, for drawing, copying and screen readers."""
        entry = self._rows[index.row()]
        if role == LINE_ROLE:
            return entry
        if (
            role == Qt.ItemDataRole.ToolTipRole
            and isinstance(entry, Line)
            and index.column() == MEANING
            and entry.effect
        ):
            return formula(entry.effect)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(entry, str):
            return entry if index.column() == PLACE else None
        if index.column() == PLACE:
            return entry.place if entry.what == "changed" else f"{entry.place}\n{tr(entry.what)}"
        if index.column() == MEANING:
            sign = tr(SIGNS[entry.direction])
            return f"{sign}\n{headline(entry.effect)}" if entry.effect else sign
        if words := entry.old if index.column() == OLD else entry.new:
            return words
        if entry.what in ("added", "removed"):  # there is no such row on this side
            return NO_ROW if role == Qt.ItemDataRole.DisplayRole else tr("nothing there")
        return tr("not stated")

    def is_blank(self, index: Index) -> bool:
        """Whether the cell has no words of a document, so that what it shows instead is not taken for some."""
        entry = self._rows[index.row()]
        return isinstance(entry, Line) and not {OLD: entry.old, NEW: entry.new}.get(index.column(), "said")
