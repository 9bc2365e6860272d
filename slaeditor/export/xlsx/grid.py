"""From neutral tables to the rows of a sheet: each typed value becomes a number with its unit in the head, beside its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from slaeditor.export.blocks import Cell, Column, Table, TableKind, TableRow
from slaeditor.export.xlsx.figures import Figure, figure
from slaeditor.model import paths
from slaeditor.model.errors import EditError
from slaeditor.model.quantities import ClockTime, Duration, Money, Unit

Clock = Callable[[Duration], str]
"""What the clock of a duration is called: a calendar's name, or elapsed time."""

Content = str | Figure | None

FURTHER: paths.Path = ("#", "further")
"""The table of the figures that no other table holds."""


class Grid(msgspec.Struct, frozen=True):
    """A table ready to be written: heads, then rows of texts and figures, then rows that are set apart (totals)."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Content, ...], ...]
    totals: tuple[tuple[Content, ...], ...] = ()


class _Columns(msgspec.Struct):
    heads: list[str]
    contents: list[list[Content]]

    def add(self, head: str, contents: list[Content]) -> None:
        name, number = head, 1
        while name.casefold() in (known.casefold() for known in self.heads):
            number += 1
            name = f"{head} {number}"
        self.heads.append(name)
        self.contents.append(contents)


def grid(table: Table, clock: Clock) -> Grid:
    """The table's columns; a column of durations becomes its words, its minutes and its working days.

    The clock stands in a column of its own, after the last duration, where it is one for all durations of each row;
    otherwise it stands in the words of each.
    """
    columns = _Columns([], [])
    lasting = [
        number
        for number in range(len(table.columns))
        if any(isinstance(row.cells[number].value, Duration) for row in table.rows)
    ]
    shared = bool(lasting) and all(_one_clock(row, lasting) for row in table.rows)
    for number, column in enumerate(table.columns):
        cells = [row.cells[number] for row in table.rows]
        if number in lasting:
            _durations(columns, column, cells, shared=shared)
            if shared and number == lasting[-1]:
                columns.add("Counted in", [_row_clock(row, lasting, clock) for row in table.rows])
        else:
            columns.add(_head(column, cells), [_content(cell, column.unit) for cell in cells])
    lines = list(zip(*columns.contents, strict=True))
    return Grid(
        heads=tuple(columns.heads),
        rows=tuple(line for line, row in zip(lines, table.rows, strict=True) if not row.total),
        totals=tuple(line for line, row in zip(lines, table.rows, strict=True) if row.total),
    )


def _one_clock(row: TableRow, lasting: Sequence[int]) -> bool:
    return len({value.calendar for number in lasting if isinstance(value := row.cells[number].value, Duration)}) <= 1


def _row_clock(row: TableRow, lasting: Sequence[int], clock: Clock) -> Content:
    return next((clock(value) for number in lasting if isinstance(value := row.cells[number].value, Duration)), None)


def _durations(columns: _Columns, column: Column, cells: list[Cell], *, shared: bool) -> None:
    values = [cell.value if isinstance(cell.value, Duration) else None for cell in cells]
    words: list[Content] = [
        value.length() if value and value.amount and shared else _words(cell, value)
        for value, cell in zip(values, cells, strict=True)
    ]
    columns.add(column.label, words)
    for unit, short in ((Unit.MINUTES, "min"), (Unit.WORKING_DAYS, "working days")):
        if any(value and value.unit is unit for value in values):
            amounts: list[Content] = [figure(value) if value and value.unit is unit else None for value in values]
            columns.add(f"{column.label} ({short})", amounts)


def _words(cell: Cell, value: Duration | None) -> Content:
    """The words of the cell; those of a length of nothing without its clock, unless it means something of its own."""
    nothing = value is not None and not value.amount and cell.text.startswith(value.length())
    return value.length() if value is not None and nothing else cell.text or None


def _head(column: Column, cells: list[Cell]) -> str:
    unit = column.unit
    currencies = {cell.value.currency for cell in cells if isinstance(cell.value, Money)}
    if len(currencies) == 1:
        unit = f"{currencies.pop()} {unit}".strip()
    if any(isinstance(cell.value, ClockTime) for cell in cells):
        unit = "local time"
    return f"{column.label} ({unit})" if unit and unit != "year" else column.label


def _content(cell: Cell, unit: str = "") -> Content:
    return figure(cell.value, unit) or cell.text or None


def record(table: Table, clock: Clock) -> Grid:
    """Terms one below the other: label, figure, unit, clock, and words where they say more; a text has only words."""
    rows = tuple((row.cells[0].text, *_line(row, clock)) for row in table.rows)
    return Grid(("Term", "Figure", "Unit", "Counted in", "Agreed"), rows)


def further(table: Table, clock: Clock) -> Grid:
    """Like a record, with the section before each term."""
    rows = tuple((row.cells[0].text, row.cells[1].text, *_line(row, clock)) for row in table.rows)
    return Grid(("Section", "Term", "Figure", "Unit", "Counted in", "Agreed"), rows)


def _line(row: TableRow, clock: Clock) -> tuple[Content, ...]:
    cell = row.cells[-1]
    known = figure(cell.value, _unit(row))
    if known is None:
        return None, None, None, cell.text or None
    match cell.value:
        case Duration():
            return known, known.unit, clock(cell.value), cell.value.length()
        case date():
            return known, None, None, cell.text
        case _:
            return known, known.unit or None, None, None


def _unit(row: TableRow) -> str:
    try:
        return paths.field_at(row.path).term.unit
    except EditError:
        return ""  # a computed line, which no term stands for


def of(table: Table, clock: Clock) -> Grid:
    """The rows of a sheet for a table of any kind; a grid's first head stands over its row labels."""
    if table.kind is TableKind.RECORD:
        return record(table, clock)
    if table.path == FURTHER:
        return further(table, clock)
    if table.kind is TableKind.GRID:
        return Grid(
            tuple(column.label for column in table.columns),
            tuple(tuple(cell.text or None for cell in row.cells) for row in table.rows),
        )
    return grid(table, clock)
