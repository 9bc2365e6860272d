"""Which columns of a table are shown as columns, and which are said in a band, below the row or below the table; how wide each is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from slaeditor.export.blocks import Run, Table, TableKind, TableRow
from slaeditor.export.pdf.words import Shaped

PAD = 4.0
"""Between the edge of a column and its text."""


class Band(msgspec.Struct, frozen=True):
    """Rows that stand under one band: the columns that they share, and those that are said below each row."""

    rows: list[TableRow]
    shared: list[int]
    detail: list[int]


class Plan(msgspec.Struct, frozen=True):
    """Numbers of columns, by where they are said; ``detail`` are those that a row without band says below itself."""

    shown: list[int]
    group: list[int]
    detail: list[int]
    common: list[int]
    bands: list[Band]


def plan(table: Table) -> Plan:
    """Columns that agree in all rows, or in all rows of each band, are said once; nothing is left out."""
    rows = [row for row in table.rows if not row.total]
    numbered = list(enumerate(table.columns))
    common = [number for number, column in numbered if column.common and _agree(rows, number)]
    if len(rows) < 2 and len(table.columns) <= 7:
        common = []  # one row alone shows its columns as they are, unless they are too many anyway
    group = [number for number, column in numbered if column.group and number not in common]
    stretches = _stretches(rows, group)
    rest = [number for number, _ in numbered if number not in (*common, *group)]
    shared = [number for number in rest if group and table.columns[number].common]
    below = [
        number
        for number in rest
        if table.columns[number].detail or (number in shared and all(_agree(some, number) for some in stretches))
    ]
    shown = [number for number in rest if number not in below]
    bands = [
        Band(
            some,
            [number for number in below if number in shared and _agree(some, number)],
            [number for number in below if number not in shared or not _agree(some, number)],
        )
        for some in stretches
    ]
    return Plan(shown, group, below, common, bands)


def _agree(rows: Sequence[TableRow], number: int) -> bool:
    return len({row.cells[number].text for row in rows}) == 1


def _stretches(rows: Sequence[TableRow], group: Sequence[int]) -> list[list[TableRow]]:
    keys = [tuple(row.cells[number].text for number in group) for row in rows]
    starts = [number for number in range(len(rows)) if not number or keys[number] != keys[number - 1]]
    return [list(rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def stated(table: Table, row: TableRow, numbers: Sequence[int]) -> list[Run]:
    """Label: value · label: value – for what has no column of its own."""
    runs: list[Run] = []
    for number in numbers:
        cell, column = row.cells[number], table.columns[number]
        if cell.text:
            runs += [Run("  ·  ")] if runs else []
            runs += [Run(f"{column.label}: ", italic=True), *cell.runs]
            runs += [Run(f" {column.unit}")] if column.unit else []
    return runs


def widths(kind: TableKind, heads: list[Shaped], rows: list[list[Shaped]], measure: float) -> list[float]:
    """Each column at least as wide as its longest word; what is left goes where the text is long."""
    if kind is TableKind.RECORD:
        first = max(min(max(row[0].natural for row in rows) + 2 * PAD, measure * 0.34), 96.0)
        return [first, measure - first]
    least, natural = [], []
    for number, head in enumerate(heads):
        cells = [row[number] for row in rows]
        longest = max(min(max(cell.least for cell in cells), 120.0), head.least) + 2 * PAD
        least.append(longest)
        natural.append(max(longest, *(min(cell.natural, 1500.0) + 2 * PAD for cell in (*cells, head))))
    if kind is TableKind.GRID and len(heads) > 1:
        even = (measure - natural[0]) / (len(heads) - 1)
        if all(part <= even for part in least[1:]):
            return [natural[0], *[even] * (len(heads) - 1)]
    if sum(natural) <= measure:
        extra = (measure - sum(natural)) / len(heads)
        return [part + extra for part in natural]
    if sum(least) >= measure:
        return [part * measure / sum(least) for part in least]
    spare = measure - sum(least)
    wish = [(big - small) ** 0.6 for big, small in zip(natural, least, strict=True)]
    return [small + spare * part / sum(wish) for small, part in zip(least, wish, strict=True)]
