"""The handle in the corner of a selection: dragged any way, it repeats the selected cells, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from slaeditor.ui.forms import filling
from slaeditor.ui.forms.rows_view import RowsView
from slaeditor.ui.theme import GRID, HALF, colour

_REACH = HALF + 2


class FillHandle:
    """Draws the handle of a view, and follows the mouse from when it is pressed there."""

    def __init__(self, view: RowsView) -> None:
        self._view = view
        self._to: QPoint | None = None

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
        if found is None or max(len(self._view.rows_model.rows), len(self._view.rows_model.columns)) < 2:
            return None
        return self._area(found[0][-1:], found[1]).bottomRight()

    def holds(self, point: QPoint) -> bool:
        """Whether the point is on the handle."""
        corner = self.corner()
        return corner is not None and (point - corner).manhattanLength() <= 2 * _REACH

    def press(self) -> None:
        """The mouse takes it."""
        self._to = self.corner()
        self._view.viewport().update()

    def move(self, point: QPoint) -> None:
        """The mouse drags it there; what is beyond the edge comes into sight."""
        if self._to is None:
            return
        self._to = point
        rows, columns = self._at(point)
        self._view.scrollTo(self._view.model().index(rows, columns))
        self._view.viewport().update()

    def release(self) -> None:
        """The mouse leaves it: the cells between are filled."""
        found, (target, sideways) = self.block(), self._target()
        self.give_up()
        if found is not None and target:
            filling.fill(self._view, *found, target, sideways=sideways)

    def give_up(self) -> None:
        """Nothing is filled."""
        self._to = None
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The handle, and while it is dragged the cells that would be filled."""
        found, (target, sideways) = self.block(), self._target()
        if found is not None and target:
            rows, columns = (found[0], target) if sideways else (target, found[1])
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._area(rows, columns).adjusted(1, 1, -1, -1))
        if (corner := self.corner()) is not None:
            square = QRect(corner.x() - GRID + 2, corner.y() - GRID + 2, GRID, GRID)
            painter.fillRect(square, colour("base"))
            painter.fillRect(square.adjusted(1, 1, 0, 0), colour("accent"))

    def _at(self, point: QPoint) -> tuple[int, int]:
        """Row and column there; beyond the table the first or the last."""
        rows, columns = len(self._view.rows_model.rows), len(self._view.rows_model.columns)
        row, column = self._view.rowAt(point.y()), self._view.columnAt(point.x())
        return (
            row if row >= 0 else 0 if point.y() < 0 else rows - 1,
            column if column >= 0 else 0 if point.x() < 0 else columns - 1,
        )

    def _target(self) -> tuple[list[int], bool]:
        """The rows that would be filled, or the columns: whichever way the mouse has gone further from the block."""
        found = self.block()
        if found is None or self._to is None:
            return [], False
        area = self._area(*found)
        beside = max(area.left() - self._to.x(), self._to.x() - area.right(), 0)
        below = max(area.top() - self._to.y(), self._to.y() - area.bottom(), 0)
        sideways = beside > below
        at, cells = self._at(self._to)[sideways], found[sideways]
        if at > cells[-1]:
            return list(range(cells[-1] + 1, at + 1)), sideways
        return list(range(at, cells[0])), sideways

    def _area(self, rows: list[int], columns: list[int]) -> QRect:
        model = self._view.model()
        return self._view.visualRect(model.index(rows[0], columns[0])).united(
            self._view.visualRect(model.index(rows[-1], columns[-1]))
        )
