"""How tables look and how they are chosen from: widths by kind of value, heights on the grid, a sheet of cells or a list of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr

ROW_HEIGHT = 4 * GRID
TWO_LINES, THREE_LINES = 6 * GRID, 8 * GRID
_WIDTHS = {
    Kind.FLAG: 96, Kind.COUNT: 96, Kind.NUMBER: 104, Kind.PERCENT: 104, Kind.MONEY: 136, Kind.DURATION: 176, Kind.TIME: 80,
    Kind.DATE: 112, Kind.CHOICE: 136, Kind.CHOICES: 168, Kind.REFERENCE: 168, Kind.REFERENCES: 176, Kind.TEXTS: 200, Kind.ROWS: 96,
}  # fmt: skip


_SEEN = 60
"""So many rows say how wide a column is."""

_LEAST, _MOST = 8 * GRID, 56 * GRID
_WORDS = (Kind.TEXT, Kind.TEXTS, Kind.REFERENCE, Kind.REFERENCES)


def width_of(view: QTableView, declared: Field) -> int:
    """The width that a column needs for its values and its label."""
    head = view.fontMetrics().horizontalAdvance(tr(declared.term.label) + tr(declared.term.unit)) + 4 * GRID
    long = declared.kind is Kind.TEXT and declared.term.shape in (Shape.LONG, Shape.PATH)
    wanted = 280 if long else _WIDTHS.get(declared.kind, 176)
    return max(wanted, min(head, 240))


def fit(view: QTableView, columns: Sequence[Field], own: Mapping[str, int], *, wraps: bool) -> None:
    """Make the columns as wide as their texts need where there is room, else at least as wide as the kind of value needs it.

    A column whose texts are short takes no more than they need; what is left goes to those that need more, and at last to the
    column with the longest texts. ``own`` has the widths of columns, by name, that are not to be fitted. Where texts are cut
    all the same and the view ``wraps``, its rows have two lines.
    """
    usual = [own.get(declared.name) or width_of(view, declared) for declared in columns]
    texts = [0 if declared.name in own else _longest(view, number, declared) for number, declared in enumerate(columns)]
    needed = [
        own.get(declared.name)
        or (max(_LEAST, _head(view, number), min(texts[number], _MOST)) if declared.kind in _WORDS else usual[number])
        for number, declared in enumerate(columns)
    ]
    widths = [min(pair) for pair in zip(usual, needed, strict=True)]
    wanting = sorted(
        (number for number in range(len(columns)) if needed[number] > widths[number]), key=needed.__getitem__
    )
    rest = view.viewport().width() - sum(widths)
    for place, number in enumerate(wanting):
        more = max(0, min(needed[number] - widths[number], rest // (len(wanting) - place)))
        widths[number] += more
        rest -= more
    widths[max(range(len(columns)), key=lambda number: (texts[number], -number))] += max(0, rest)
    for number, width in enumerate(widths):
        view.setColumnWidth(number, width)
    if wraps:
        cut = any(text > width for text, width in zip(texts, widths, strict=True))
        view.setWordWrap(cut)
        view.verticalHeader().setDefaultSectionSize(TWO_LINES if cut else ROW_HEIGHT)


def give_lines(view: QTableView) -> None:
    """Give each row of a list of rows a second line, or a third, where its name needs one."""
    letters, model, room = view.fontMetrics(), view.model(), view.viewport().width() - 2 * GRID
    for row in range(model.rowCount()):
        words, high = str(model.index(row, 0).data() or ""), ROW_HEIGHT
        if letters.horizontalAdvance(words) > room:
            needed = letters.boundingRect(0, 0, room, 1000, int(Qt.TextFlag.TextWordWrap), words).height()
            high = TWO_LINES if needed <= 2 * letters.lineSpacing() else THREE_LINES
        if not view.isRowHidden(row) and view.rowHeight(row) != high:
            view.setRowHeight(row, high)


def _head(view: QTableView, number: int) -> int:
    words = str(view.model().headerData(number, Qt.Orientation.Horizontal) or "")
    return view.fontMetrics().horizontalAdvance(words) + 3 * GRID


def _longest(view: QTableView, number: int, declared: Field) -> int:
    """What the longest of the first texts of a column needs."""
    if declared.kind not in _WORDS:
        return 0
    letters, model = view.fontMetrics(), view.model()
    texts = (str(model.index(row, number).data() or "") for row in range(min(model.rowCount(), _SEEN)))
    return max((letters.horizontalAdvance(text) + 3 * GRID for text in texts), default=0)


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
    view.setWordWrap(whole_rows)
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
