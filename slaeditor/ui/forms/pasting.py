"""Text and rows put into a table: the edits that it takes, made one step, and the text that no cell understands, kept and marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QModelIndex

from slaeditor.model.edits import Edit, InsertRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.new_row import new_row
from slaeditor.model.paths import Path
from slaeditor.model.summary import fold
from slaeditor.model.terms import Field, Kind, is_empty
from slaeditor.ui.editors import typed
from slaeditor.ui.forms import clipboard
from slaeditor.ui.forms.carried import Carried
from slaeditor.ui.forms.rows_model import RowsModel
from slaeditor.ui.words import tr

Lines = Sequence[Sequence[str]]
Columns = Sequence[Field | None]


class Pasting:
    """Collects what is to be done to the rows of a model; ``do`` does it."""

    def __init__(self, model: RowsModel) -> None:
        self._model = model
        self._context = model.context
        self._edits: list[Edit] = []
        self._refused: list[tuple[Path, str]] = []
        self.rows = 0
        """How many rows are added."""

    def block(self, lines: Lines, top: int, left: int) -> None:
        """Cells from row and column number on, with new rows below the last one. A first line of labels says which column is meant."""
        model = self._model
        columns: list[Field | None] = list(model.columns[left:])
        if (headed := _headed(lines, model.columns)) is not None:
            columns, lines = headed, lines[1:]
        for down, line in enumerate(lines):
            number = top + down
            if number < len(model.rows):
                row = model.rows[number]
                self._edits += [SetTerm(path, value) for path, value in self._line(row, columns, line)]
            else:
                self._add(number, columns, line)

    def everywhere(self, cells: Iterable[QModelIndex], text: str) -> None:
        """The same text in each of the cells."""
        for index in cells:
            row, declared = self._model.rows[index.row()], self._model.columns[index.column()]
            self._edits += [SetTerm(path, value) for path, value in self._line(row, [declared], [text])]

    def new_rows(self, lines: Lines, place: int) -> None:
        """A new row for each line, in the columns of ``typed.columns_of`` or as a first line of labels says."""
        known = typed.columns_of(self._model.declared.type)
        columns: list[Field | None] = list(known)
        if (headed := _headed(lines, known)) is not None:
            columns, lines = headed, lines[1:]
        for down, line in enumerate(lines):
            self._add(place + down, columns, line)

    def complete(self, carried: Carried, place: int) -> None:
        """Rows as they are."""
        self._edits += [InsertRow(self._model.path, row, place + n) for n, row in enumerate(carried.rows)]
        self._refused += [((*self._model.path, *below), text) for below, text in carried.refused]
        self.rows += len(carried.rows)

    def do(self) -> bool:
        """Do it as one step, and say what was not understood; False when there was nothing to do."""
        if not self._edits and not self._refused:
            return False
        before = self._context.document
        if self._edits:
            table = tr(self._model.declared.term.label)
            name = tr("paste into {table}", table=table)
            if self.rows:
                name = tr("paste of {count} rows into {table}", count=self.rows, table=table)
            one = len(self._edits) == 1 and isinstance(self._edits[0], InsertRow)
            self._context.do(self._edits[0] if one else Several(name, tuple(self._edits)))
        understood: dict[Path, str | None] = {edit.path: None for edit in self._edits if isinstance(edit, SetTerm)}
        self._context.session.came_along(dict(self._refused), before)
        self._model.refuse_all(understood | dict(self._refused))
        if self._refused:
            count = len(self._refused)
            said = tr("One cell was not understood; it is marked.")
            if count > 1:
                said = tr("{count} cells were not understood; they are marked.", count=count)
            self._context.said.emit(said)
        return True

    def _add(self, place: int, columns: Columns, line: Sequence[str]) -> None:
        """A new row, put in with all that the line says of it."""
        row = new_row(self._context.document, self._model.declared.type, self._context.session.new_id())
        values = {path[-1]: value for path, value in self._line(row, columns, line)}
        self._edits.append(InsertRow(self._model.path, msgspec.structs.replace(row, **values), place))
        self.rows += 1

    def _line(self, row: Any, columns: Columns, line: Sequence[str]) -> Iterator[tuple[Path, Any]]:
        """The places and values of the cells that are understood."""
        for declared, text in zip(columns, line, strict=False):
            if declared is None or declared.kind is Kind.ROWS:
                continue
            path = (*self._model.path, row.id, declared.name)
            try:
                yield path, self._model.parse_for(row, declared, text)
            except ParseError:
                if text.strip():  # what cannot be empty stays as it is where nothing was copied
                    self._refused.append((path, text))


def _headed(lines: Lines, columns: Sequence[Field]) -> list[Field | None] | None:
    """The columns that a first line names, if at least two of its words and half of them are labels; else None."""
    if not lines:
        return None
    by_label = {fold(label): one for one in columns for label in (one.term.label, tr(one.term.label))}
    words = [fold(word).strip(" *") for word in lines[0]]
    found = [by_label.get(word) for word in words]
    named = sum(one is not None for one in found)
    return found if named >= 2 and 2 * named >= len(words) else None


def clearing(model: RowsModel, cells: Iterable[QModelIndex]) -> list[Edit]:
    """The edits that empty the cells, as far as they can be empty and are not."""
    edits: list[Edit] = []
    for index in cells:
        declared = model.columns[index.column()]
        if declared.optional or declared.kind in (Kind.TEXT, Kind.TEXTS, Kind.CHOICES, Kind.REFERENCES):
            empty = None if declared.optional else "" if declared.kind is Kind.TEXT else ()
            if not is_empty(model.value(index)):
                edits.append(SetTerm(model.path_of(index), empty))
    return edits


def copied(model: RowsModel, cells: Sequence[tuple[int, int]]) -> tuple[str, list[Any]]:
    """The cells (row, column) as text for any sheet, and the rows that are copied whole.

    A row of a list of names is copied with all its terms, under their labels.
    """
    rows = list(dict.fromkeys(row for row, _ in cells))
    if model.columns:
        lines = [[model.text(model.index(row, column)) for at, column in cells if at == row] for row in rows]
    else:
        lines = [[tr(one.term.label) for one in typed.columns_of(model.declared.type)]]
        lines += [typed.cells_of(model.context.document, model.rows[row]) for row in rows]
    whole = len(cells) == len(rows) * model.columnCount()
    return clipboard.to_tsv(lines), [model.rows[row] for row in rows] if whole else []
