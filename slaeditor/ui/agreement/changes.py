"""The Changes dock: what differs from the last revision; a click goes to the term."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from slaeditor.model.edits import Edit
from slaeditor.model.paths import Path
from slaeditor.model.taking_back import taking_back
from slaeditor.ui.agreement.tree_choice import choose_below
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.change_tree import ChangeTree
from slaeditor.ui.compare.filter import as_text
from slaeditor.ui.context_menu import Item, offer
from slaeditor.ui.forms.context import Context
from slaeditor.ui.pieces import Elided, column
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr, trn


class ChangesDock(QWidget):
    """``went`` gives the place of the change that a person clicks on."""

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: tuple[Line, ...] | None = None
        self.tree = ChangeTree("changes", tr("Changes since the last revision"))
        self.count = Elided(size="small", tint="muted")
        self.count.setObjectName("change_count")
        column(self, margin=GRID).addWidget(self.tree, 1)
        self.tree.went.connect(self.went)
        offer(self.tree, self._menu)

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show these; None: there is no revision to compare with."""
        shown = None if lines is None else tuple(lines)
        if shown == self._lines and self.count.text():
            return
        self._lines = shown
        self.tree.show_lines(shown or ())
        if shown is None:
            self.count.set_text(tr("No revision was saved yet; everything is new."))
        elif not shown:
            self.count.set_text(tr("Nothing differs from the last revision."))
        else:
            self.count.set_text(
                trn("{count} change since the last revision", "{count} changes since the last revision", len(shown))
            )

    def explained(self) -> Path:
        """The term of the change that the keys are on."""
        return self.tree.explained()

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
