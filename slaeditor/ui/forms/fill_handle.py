"""The handle in the corner of a selection: dragged up or down, it repeats the selected cells, as in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from slaeditor.ui.theme import GRID, HALF, colour

if TYPE_CHECKING:
    from slaeditor.ui.forms.table_view import TableView

_REACH = HALF + 2


class FillHandle:
    """Draws the handle of a view, and follows the mouse from when it is pressed there."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self._to: int | None = None

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds it."""
        return self._to is not None

    def block(self) -> tuple[list[int], list[int]] | None:
        """Rows and columns of the selection, if it is one block that can be filled from."""
        view = self._view
        if view.context.read_only or not view.rows_model.columns:
            return None
        cells = view.selectionModel().selectedIndexes()
        rows, columns = sorted({one.row() for one in cells}), sorted({one.column() for one in cells})
        if not cells or len(cells) != (rows[-1] - rows[0] + 1) * (columns[-1] - columns[0] + 1):
            return None
        return rows, columns

    def corner(self) -> QPoint | None:
        """Where the handle is drawn in the viewport; nowhere while the view has not the keys."""
        found = self.block() if self._view.hasFocus() else None
        if found is None or len(self._view.rows_model.rows) < 2:
            return None
        return self._area(found[0][-1], found[0][-1], found[1]).bottomRight()

    def holds(self, point: QPoint) -> bool:
        """Whether the point is on the handle."""
        corner = self.corner()
        return corner is not None and (point - corner).manhattanLength() <= 2 * _REACH

    def press(self) -> None:
        """The mouse takes it."""
        found = self.block()
        self._to = found[0][-1] if found else None
        self._view.viewport().update()

    def move(self, point: QPoint) -> None:
        """The mouse drags it to the row there, or beyond the first or the last."""
        if self._to is None:
            return
        rows = len(self._view.rows_model.rows)
        row = self._view.rowAt(point.y())
        self._to = row if row >= 0 else 0 if point.y() < 0 else rows - 1
        self._view.scrollTo(self._view.model().index(self._to, self._view.currentIndex().column()))
        self._view.viewport().update()

    def release(self) -> None:
        """The mouse leaves it: the cells between are filled."""
        found, target = self.block(), self._target()
        self.give_up()
        if found is not None and target:
            self._view.fill(found[1], found[0], target)

    def give_up(self) -> None:
        """Nothing is filled."""
        self._to = None
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The handle, and while it is dragged the cells that would be filled."""
        found, target = self.block(), self._target()
        if found is not None and target:
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._area(target[0], target[-1], found[1]).adjusted(1, 1, -1, -1))
        if (corner := self.corner()) is not None:
            square = QRect(corner.x() - GRID + 2, corner.y() - GRID + 2, GRID, GRID)
            painter.fillRect(square, colour("base"))
            painter.fillRect(square.adjusted(1, 1, 0, 0), colour("accent"))

    def _target(self) -> list[int]:
        found = self.block()
        if found is None or self._to is None:
            return []
        first, last = found[0][0], found[0][-1]
        return list(range(last + 1, self._to + 1)) if self._to > last else list(range(self._to, first))

    def _area(self, first: int, last: int, columns: list[int]) -> QRect:
        model = self._view.model()
        return self._view.visualRect(model.index(first, columns[0])).united(
            self._view.visualRect(model.index(last, columns[-1]))
        )
