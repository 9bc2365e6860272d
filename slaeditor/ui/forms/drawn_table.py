"""A table with its drawing above it: the table edits, the drawing follows, and each goes to what is chosen in the other."""

from __future__ import annotations

from typing import Any

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.part import Part, bring_into_sight
from slaeditor.ui.pieces import column
from slaeditor.ui.theme import GRID


class DrawnTable(Part):
    """The rows as a sheet below a drawing whose parts have the ids of the rows."""

    def __init__(self, declared: Field, context: Context, drawing: Drawing) -> None:
        super().__init__(context)
        self.drawing = drawing
        self.grid = Grid(declared, context, embedded=True)
        self.box = column(self, spacing=GRID)
        self.box.addWidget(drawing)
        self.box.addWidget(self.grid)
        drawing.chosen.connect(self._chosen)
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
        self.grid.refresh_names()
        if self.path:
            self.draw()

    def show_messages(self) -> None:
        """Marks in the cells."""
        self.grid.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """The table looks after itself."""
        self.grid.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.grid.finish()

    def reveal(self, path: Path) -> bool:
        """The cell of the table."""
        return self.grid.reveal(path)

    def _row(self, key: str) -> int | None:
        return next((number for number, row in enumerate(self.grid.model.rows) if row.id == key), None)

    def _chosen(self, key: str) -> None:
        if (number := self._row(key)) is not None:
            self.grid.view.go_to(number, max(0, self.grid.view.currentIndex().column()))

    def _opened(self, key: str) -> None:
        self._chosen(key)
        self.grid.view.setFocus()
        bring_into_sight(self.grid)

    def _follow(self) -> None:
        index = self.grid.view.currentIndex()
        rows = self.grid.model.rows
        self.drawing.choose(rows[index.row()].id if 0 <= index.row() < len(rows) else "")
