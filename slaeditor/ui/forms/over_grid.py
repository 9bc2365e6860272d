"""A part that stands before a sheet of the same rows: what it does not draw itself, the sheet does."""

from __future__ import annotations

from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.part import Part


class OverGrid(Part):
    """``grid`` has the rows as cells."""

    def __init__(self, declared: Field, context: Context, *, embedded: bool = True) -> None:
        super().__init__(context)
        self.grid = Grid(declared, context, embedded=embedded)

    def refresh_names(self) -> None:
        """Rows elsewhere are called otherwise."""
        self.grid.refresh_names()

    def show_messages(self) -> None:
        """Marks in the cells."""
        self.grid.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """The sheet looks after itself."""
        self.grid.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.grid.finish()

    def reveal(self, path: Path) -> bool:
        """The cell of the sheet."""
        return self.grid.reveal(path)

    def row_at(self, key: str) -> int | None:
        """Where the row with this id stands; None if there is no such row."""
        return next((number for number, row in enumerate(self.grid.model.rows) if row.id == key), None)

    def go_to_row(self, key: str) -> bool:
        """Make the row the current one, in the column that is current; False if there is no such row."""
        number = self.row_at(key)
        if number is None:
            return False
        self.grid.view.go_to(number, max(0, self.grid.view.currentIndex().column()))
        return True

    @property
    def current_row(self) -> str:
        """The id of the row that is current in the sheet; empty for none."""
        index, rows = self.grid.view.currentIndex(), self.grid.model.rows
        return rows[index.row()].id if 0 <= index.row() < len(rows) else ""
