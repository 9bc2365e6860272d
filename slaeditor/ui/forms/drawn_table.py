"""A table with its drawing above it: the table edits, the drawing follows, and each goes to what is chosen in the other."""

from __future__ import annotations

from typing import Any

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.over_grid import OverGrid
from slaeditor.ui.forms.part import bring_into_sight
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import GRID


class DrawnTable(OverGrid):
    """The rows as a sheet below a drawing whose parts have the ids of the rows."""

    def __init__(self, declared: Field, context: Context, drawing: Drawing) -> None:
        super().__init__(declared, context)
        self.drawing = drawing
        self.box = column(self, spacing=GRID)
        self.box.addWidget(drawing)
        self.box.addWidget(self.grid)
        drawing.chosen.connect(self.go_to_row)
        drawing.opened.connect(self._opened)
        self.grid.view.current_changed.connect(self._follow)

    def draw(self) -> None:
        """Show in the drawing what the document says now."""
        raise NotImplementedError

    def show_at(self, path: Path, value: Any) -> None:
        """Show the rows, and draw them."""
        self.path = path
        self.grid.show_at(path, value)
        self.draw()
        self._follow()

    def refresh_names(self) -> None:
        """Rows elsewhere are called otherwise."""
        super().refresh_names()
        if self.path:
            self.draw()

    def _opened(self, key: str) -> None:
        self.go_to_row(key)
        self.grid.view.setFocus()
        bring_into_sight(self.grid)

    def _follow(self) -> None:
        self.drawing.choose(self.current_row)
