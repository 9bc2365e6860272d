"""Changes as a tree by section: a sign and words for what each means for the customer; a click goes to the term."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from slaeditor.model.compare import Direction
from slaeditor.model.paths import Path
from slaeditor.ui.agreement.wrapping import WrappingDelegate
from slaeditor.ui.compare.brief import brief
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr

_SIGNS = {Direction.BETTER: ("▲", "better"), Direction.WORSE: ("▼", "worse"), Direction.NEUTRAL: ("●", "text")}


class ChangeTree(QTreeWidget):
    """``went`` gives the place of the change that a person clicks on."""

    went = Signal(object)

    def __init__(self, name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(WrappingDelegate(self))
        self.setIndentation(2 * GRID)
        self.setRootIsDecorated(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these."""
        self.setUpdatesEnabled(False)
        self.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        for one in lines:
            if one.section not in heads:
                heads[one.section] = QTreeWidgetItem(self, [one.section])
                heads[one.section].setForeground(0, colour("muted"))
                heads[one.section].setFlags(Qt.ItemFlag.ItemIsEnabled)
            sign, role = _SIGNS[one.direction]
            item = QTreeWidgetItem(heads[one.section], [f"{sign}  {one.place}: {_words(one)}"])
            item.setForeground(0, colour(role))
            item.setData(0, Qt.ItemDataRole.UserRole, one.path)
            item.setToolTip(0, f"{_words(one)}\n{_direction(one.direction)}")
        self.expandAll()
        self.setUpdatesEnabled(True)

    def explained(self) -> Path:
        """The term of the change that the keys are on."""
        item = self.currentItem()
        path = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return tuple(path) if path else ()

    def _go(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, Qt.ItemDataRole.UserRole)
        if path is not None:
            self.went.emit(tuple(path))


def _words(one: Line) -> str:
    if one.what in ("added", "removed"):
        return tr(one.what)
    old, new = brief(one.old, one.new)
    return f"{old or tr('empty')} → {new or tr('empty')}"


def _direction(direction: Direction) -> str:
    match direction:
        case Direction.BETTER:
            return tr("Better for the customer")
        case Direction.WORSE:
            return tr("Worse for the customer")
        case Direction.NEUTRAL:
            return tr("Neither better nor worse for the customer, or it depends")
