"""The Changes dock: what differs from the last revision; a click goes to the term."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model.compare import Direction
from slaeditor.model.edits import Edit
from slaeditor.model.paths import Path
from slaeditor.model.taking_back import taking_back
from slaeditor.ui.agreement.tree_choice import choose_below
from slaeditor.ui.agreement.wrapping import WrappingDelegate
from slaeditor.ui.change_lines import Line
from slaeditor.ui.compare_filter import as_text
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.forms.context import Context
from slaeditor.ui.pieces import Elided, column
from slaeditor.ui.theme import GRID, colour
from slaeditor.ui.words import tr, trn

_SIGNS = {Direction.BETTER: ("▲", "better"), Direction.WORSE: ("▼", "worse"), Direction.NEUTRAL: ("●", "text")}
_LONGEST = 120


class ChangesDock(QWidget):
    """``went`` gives the place of the change that a person clicks on."""

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: tuple[Line, ...] | None = None
        self.tree = QTreeWidget()
        self.tree.setObjectName("changes")
        self.tree.setAccessibleName(tr("Changes since the last revision"))
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegate(WrappingDelegate(self.tree))
        self.tree.setIndentation(2 * GRID)
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().sectionResized.connect(lambda *_: self.tree.scheduleDelayedItemsLayout())
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = Elided(size="small", tint="muted")
        self.count.setObjectName("change_count")
        box = column(self, margin=GRID)
        box.addWidget(self.tree, 1)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        offer(self.tree, self._menu)

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show these; None: there is no revision to compare with."""
        shown = None if lines is None else tuple(lines)
        if shown == self._lines and self.count.text():
            return
        self._lines = shown
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        heads: dict[str, QTreeWidgetItem] = {}
        for one in shown or ():
            if one.section not in heads:
                heads[one.section] = QTreeWidgetItem(self.tree, [one.section])
                heads[one.section].setForeground(0, colour("muted"))
                heads[one.section].setFlags(Qt.ItemFlag.ItemIsEnabled)
            sign, role = _SIGNS[one.direction]
            item = QTreeWidgetItem(heads[one.section], [f"{sign}  {one.place}: {_words(one)}"])
            item.setForeground(0, colour(role))
            item.setData(0, Qt.ItemDataRole.UserRole, one.path)
            item.setToolTip(0, f"{_words(one)}\n{_direction(one.direction)}")
        self.tree.expandAll()
        self.tree.setUpdatesEnabled(True)
        if shown is None:
            self.count.set_text(tr("No revision was saved yet; everything is new."))
        elif not shown:
            self.count.set_text(tr("Nothing differs from the last revision."))
        else:
            self.count.set_text(_count(len(shown)))

    def explained(self) -> Path:
        """The term of the change that the keys are on."""
        item = self.tree.currentItem()
        path = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return tuple(path) if path else ()

    def choose_section(self, name: str) -> None:
        """Go to the first change of a section."""
        choose_below(self.tree, lambda held: held[0] == name)

    def _menu(self) -> list[Item]:
        item, path = self.tree.currentItem(), self.explained()
        if item is None or not path:
            return []
        base = None if self._context.read_only else self._context.base
        edit = None if base is None else taking_back(base, self._context.document, path)
        shown = next((one for one in self._lines or () if one.path == path), None)
        copied = as_text([shown]) if shown is not None else item.text(0)
        return [
            Item("go", tr("Go to the term"), lambda: self.went.emit(path)),
            Item("back", tr("Undo this change"), lambda: self._take_back(edit), edit is not None),
            Item("copy", tr("Copy"), lambda: QGuiApplication.clipboard().setText(copied), rule_before=True),
        ]

    def _take_back(self, edit: Edit | None) -> None:
        if edit is not None:
            self._context.do(edit)

    def _go(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, Qt.ItemDataRole.UserRole)
        if path is not None:
            self.went.emit(tuple(path))


def _count(number: int) -> str:
    return trn("{count} change since the last revision", "{count} changes since the last revision", number)


def _words(one: Line) -> str:
    if one.what in ("added", "removed"):
        return tr(one.what)
    return f"{_cut(one.old) or tr('empty')} → {_cut(one.new) or tr('empty')}"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _direction(direction: Direction) -> str:
    match direction:
        case Direction.BETTER:
            return tr("Better for the customer")
        case Direction.WORSE:
            return tr("Worse for the customer")
        case Direction.NEUTRAL:
            return tr("Neither better nor worse for the customer, or it depends")
