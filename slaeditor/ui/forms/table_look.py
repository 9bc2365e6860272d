"""How tables look and how they are chosen from: widths by kind of value, heights on the grid, a sheet of cells or a list of rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr

ROW_HEIGHT = 4 * GRID
_WIDTHS = {
    Kind.FLAG: 96, Kind.COUNT: 96, Kind.NUMBER: 104, Kind.PERCENT: 104, Kind.MONEY: 136, Kind.DURATION: 176, Kind.TIME: 80,
    Kind.DATE: 112, Kind.CHOICE: 136, Kind.CHOICES: 168, Kind.REFERENCE: 168, Kind.REFERENCES: 176, Kind.TEXTS: 200, Kind.ROWS: 96,
}  # fmt: skip


def width_of(view: QTableView, declared: Field) -> int:
    """The width that a column needs for its values and its label."""
    head = view.fontMetrics().horizontalAdvance(tr(declared.term.label) + tr(declared.term.unit)) + 4 * GRID
    long = declared.kind is Kind.TEXT and declared.term.shape is Shape.LONG
    wanted = 280 if long else _WIDTHS.get(declared.kind, 176)
    return max(wanted, min(head, 240))


def dress(view: QTableView, *, whole_rows: bool) -> None:
    """Selecting, editing, dragging and scrolling."""
    behaviour, trigger = QAbstractItemView.SelectionBehavior, QAbstractItemView.EditTrigger
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(behaviour.SelectRows if whole_rows else behaviour.SelectItems)
    view.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
    if whole_rows:
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDragDropOverwriteMode(False)
        view.setDropIndicatorShown(True)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(False)
    view.setTabKeyNavigation(not whole_rows)
    view.setCornerButtonEnabled(False)
    view.setShowGrid(not whole_rows)


def dress_heads(view: QTableView, *, whole_rows: bool) -> None:
    """The heads of rows and columns: a list of rows has none."""
    rows, columns = view.verticalHeader(), view.horizontalHeader()
    rows.setDefaultSectionSize(ROW_HEIGHT)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for one in (rows, columns):
        one.setVisible(not whole_rows)
        one.setHighlightSections(False)
    if whole_rows:
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
