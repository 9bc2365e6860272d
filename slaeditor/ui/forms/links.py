"""The needs and the terms that answer them: a map to look at and to go from, and behind it the table of links to edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid

from slaeditor.model.advice import whole_map
from slaeditor.model.advice.needs_map import NeedsMap
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.over_grid import OverGrid
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.needs_view import NeedsView
from slaeditor.ui.pieces import button, column, line
from slaeditor.ui.theme import GRID, WIDE, WIDER
from slaeditor.ui.words import told, tr

LOOK_MS = 150
"""After the last keystroke until the map is worked out again."""


class LinksPart(OverGrid):
    """The map first; a button leads to the table and back. The map is worked out off the GUI thread."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(declared, context, embedded=False)
        self._of: Agreement | None = None
        self.view = NeedsView()
        self.view.went.connect(context.went)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.grid)
        self._switch = button("", self._turn, kind="flat", name="edit_links")
        self.view.setContentsMargins(WIDER, WIDE, WIDE, 0)
        box = column(self, spacing=0)
        box.addWidget(self._stack, 1)
        foot = line()
        foot.setContentsMargins(WIDE, GRID, WIDER, GRID)
        foot.addWidget(self._switch)
        foot.addStretch()
        box.addLayout(foot)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._show(self.view)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the links, and soon what they make of the needs."""
        self.path = path
        self.grid.show_at(path, value)
        if self.context.document is not self._of:
            self._timer.start(LOOK_MS if self._of is not None else 0)

    def reveal(self, path: Path) -> bool:
        """The map, or the cell of one link."""
        if path == self.path:
            self._show(self.view)
            self.view.enter()
            return True
        self._show(self.grid)
        return self.grid.reveal(path)

    def _turn(self) -> None:
        shown = self.grid if self._stack.currentWidget() is self.view else self.view
        self._show(shown)
        self.view.enter() if shown is self.view else self.grid.view.setFocus()

    def _show(self, shown: NeedsView | Grid) -> None:
        self._stack.setCurrentWidget(shown)
        self._switch.setText(tr("Edit the links…") if shown is self.view else tr("Back to the map"))

    def _look(self) -> None:
        document = self._of = self.context.document

        def done(result: Ok[NeedsMap] | Err) -> None:
            match result:
                case Ok(found) if isValid(self):
                    self.view.show_map(found)
                case Err(error):
                    self.context.said.emit(told(error))

        self.context.runner.start(lambda _: whole_map(document), done, key="needs_map")
