"""Cells that repeat others, as a spreadsheet fills them: down, up, right and left, each as one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.terms import Field, Kind
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.forms.rows_view import RowsView
from slaeditor.ui.words import tr


def fill_down(view: RowsView) -> None:
    """Give the selected cells the value of the topmost selected cell of their column."""
    edits: list[Edit] = []
    for column, rows in _selected(view, by_column=True).items():
        edits += down(view.rows_model, [column], rows[:1], rows[1:])
    view.do_in_cells(tr("fill down in {table}", table=view.called), edits)


def fill_right(view: RowsView) -> None:
    """Give the selected cells the value of the leftmost selected cell of their row, where their column takes such a value."""
    edits: list[Edit] = []
    for row, columns in _selected(view, by_column=False).items():
        edits += across(view.rows_model, [row], columns[:1], columns[1:])
    _do(view, tr("fill right in {table}", table=view.called), edits)


def fill(view: RowsView, rows: Sequence[int], columns: Sequence[int], target: Sequence[int], *, sideways: bool) -> None:
    """Repeat the block of rows and columns in the rows of ``target``, or ``sideways`` in its columns, and select them all."""
    model = view.rows_model
    called = view.called
    if sideways:
        right = target[0] > columns[0]
        name = tr("fill right in {table}", table=called) if right else tr("fill left in {table}", table=called)
        _do(view, name, across(model, rows, columns, target))
        columns = sorted((*columns, *target))
    else:
        lower = target[0] > rows[0]
        name = tr("fill down in {table}", table=called) if lower else tr("fill up in {table}", table=called)
        view.do_in_cells(name, down(model, columns, rows, target))
        rows = sorted((*rows, *target))
    block = QItemSelection(model.index(rows[0], columns[0]), model.index(rows[-1], columns[-1]))
    view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def down(model: RowsModel, columns: Iterable[int], source: Sequence[int], target: Sequence[int]) -> list[Edit]:
    """The edits that repeat the values of the source rows in the target rows, in these columns.

    The rows of a target below its source begin with the first of them, those above end with the last.
    """
    edits: list[Edit] = []
    for column in columns:
        if model.columns[column].kind is Kind.ROWS:
            continue
        values = [model.value(model.index(row, column)) for row in source]
        for row in target:
            value = values[(row - source[0]) % len(values)]
            edits.append(SetTerm(model.path_of(model.index(row, column)), value))
    return edits


def across(model: RowsModel, rows: Iterable[int], source: Sequence[int], target: Sequence[int]) -> list[Edit]:
    """The edits that repeat the values of the source columns in the target columns, in these rows.

    A column is left as it is where it holds values of another kind: a time is no name.
    """
    edits: list[Edit] = []
    for row in rows:
        for column in target:
            given = source[(column - source[0]) % len(source)]
            value = model.value(model.index(row, given))
            taker = model.columns[column]
            if _takes(taker, model.columns[given]) and (value is not None or taker.optional):
                edits.append(SetTerm(model.path_of(model.index(row, column)), value))
    return edits


def _takes(taker: Field, given: Field) -> bool:
    """Whether values of one term can stand for the other."""
    same = (taker.kind, taker.type, taker.term.refers, taker.term.shape)
    return taker.kind is not Kind.ROWS and same == (given.kind, given.type, given.term.refers, given.term.shape)


def _do(view: RowsView, name: str, edits: Sequence[Edit]) -> None:
    if edits:
        view.do_in_cells(name, edits)
    else:
        view.context.said.emit(tr("The columns beside it take values of another kind."))


def _selected(view: RowsView, *, by_column: bool) -> dict[int, list[int]]:
    """The selected rows of each column, or the columns of each row."""
    found: dict[int, list[int]] = {}
    for index in view.selectionModel().selectedIndexes():
        at = (index.column(), index.row()) if by_column else (index.row(), index.column())
        found.setdefault(at[0], []).append(at[1])
    return {line: sorted(cells) for line, cells in sorted(found.items())}
