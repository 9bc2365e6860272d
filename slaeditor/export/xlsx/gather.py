"""Tables over rows of the document, nested ones with the rows that they belong to, made of the same cells as the outline's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from slaeditor.export.blocks import Align, Block, Cell, Column, Run, Table, TableKind, TableRow
from slaeditor.export.writing.tables import cell
from slaeditor.export.writing.values import Values
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.export.xlsx.figures import KINDS, figure
from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Row, fields, is_empty

Place = tuple[Path, Row]


class Part(msgspec.Struct, frozen=True):
    """The columns that one row type gives to a table: the named fields, or all that hold no rows and are not internal."""

    owner: type[Row]
    names: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()


def _declared(part: Part) -> list[Field]:
    by_name = {
        declared.name: declared
        for declared in fields(part.owner)
        if declared.kind is not Kind.ROWS and not declared.term.internal and declared.name not in part.leave
    }
    return [by_name[name] for name in part.names] if part.names else list(by_name.values())


def listing(
    values: Values, path: Path, caption: str, parts: Sequence[Part], rows: Sequence[Sequence[Place | None]]
) -> Table | None:
    """One table with a line for each of ``rows``; a line has a place for each part, None where it has no such row.

    None when there are no lines. Columns that are wholly empty are left out.
    """
    columns: list[Column] = []
    contents: list[list[Cell]] = []
    for number, part in enumerate(parts):
        for declared in _declared(part):
            cells = [_cell(values, line[number], declared) for line in rows]
            if any(one.runs for one in cells):
                columns.append(_column(declared))
                contents.append(cells)
    if not contents:
        return None
    lines = tuple(
        TableRow(next(place[0] for place in reversed(line) if place is not None), tuple(cells))
        for line, cells in zip(rows, zip(*contents, strict=True), strict=True)
    )
    return Table(path=path, caption=caption, columns=tuple(columns), rows=lines)


def _cell(values: Values, place: Place | None, declared: Field) -> Cell:
    if place is None:
        return Cell(())
    path, row = place
    return cell(values, (*path, declared.name), declared, getattr(row, declared.name), unit_in_head=True)


def _column(declared: Field) -> Column:
    figures = declared.kind in KINDS and declared.kind not in (Kind.DATE, Kind.TIME)
    unit = declared.term.unit if declared.kind in (Kind.COUNT, Kind.NUMBER, Kind.MONEY) else ""
    return Column(
        label=declared.term.label, name=declared.name, unit=unit, align=Align.RIGHT if figures else Align.LEFT
    )


def plain(values: Values, path: Path, caption: str, rows: Sequence[Row], leave: tuple[str, ...] = ()) -> Table | None:
    """The table at ``path`` as it is, without nested tables."""
    if not rows:
        return None
    return listing(
        values, path, caption, (Part(type(rows[0]), leave=leave),), [[((*path, row.id), row)] for row in rows]
    )


def nested(
    values: Values,
    path: Path,
    caption: str,
    owners: Sequence[Row],
    of: Part,
    inner: str,
    part: Part,
    *,
    bare: bool = False,
) -> Table | None:
    """The rows of the table ``inner`` of each owner, after the owner's own columns; ``bare``: owners without any, too."""
    lines: list[list[Place | None]] = []
    for owner in owners:
        place = (*path, owner.id)
        below: tuple[Row, ...] = getattr(owner, inner)
        lines += [[(place, owner), ((*place, inner, row.id), row)] for row in below]
        lines += [[(place, owner), None]] * (bare and not below)
    return listing(values, path, caption, (of, part), lines) if lines else None


def with_column(table: Table, column: Column, cells: Sequence[Cell], before: str) -> Table:
    """The table with one column more, before the one named, or at the end when there is none of that name."""
    names = [known.name for known in table.columns]
    number = names.index(before) if before in names else len(names)
    return msgspec.structs.replace(
        table,
        columns=(*table.columns[:number], column, *table.columns[number:]),
        rows=tuple(
            msgspec.structs.replace(row, cells=(*row.cells[:number], one, *row.cells[number:]))
            for row, one in zip(table.rows, cells, strict=True)
        ),
    )


def changed(table: Table, name: str, make: Callable[[TableRow, Cell], Cell]) -> Table:
    """The table with other cells in the column ``name``, if it has one; ``make`` sees the row as it was."""
    number = next((number for number, column in enumerate(table.columns) if column.name == name), None)
    if number is None:
        return table

    def line(row: TableRow) -> TableRow:
        cells = (*row.cells[:number], make(row, row.cells[number]), *row.cells[number + 1 :])
        return msgspec.structs.replace(row, cells=cells)

    return msgspec.structs.replace(table, rows=tuple(map(line, table.rows)))


def record(path: Path, caption: str, lines: Sequence[tuple[str, Cell, Path]]) -> Table:
    """Labels and what they say, a line each; the path is that of the term."""
    columns = (Column(label="Term", name="term"), Column(label="Agreed", name="agreed"))
    rows = tuple(TableRow(place, (Cell((Run(label),)), said)) for label, said, place in lines)
    return Table(path=path, caption=caption, columns=columns, rows=rows, kind=TableKind.RECORD)


def terms(writer: Writer, owner: Any, path: Path, caption: str, names: Sequence[str] | None = None) -> Table | None:
    """The terms directly in a section that say something, as a record; None when none does."""
    lines = [
        (declared.term.label, cell(writer.values, place, declared, value), place)
        for place, declared, value in unempty(owner, path, names)
        if declared.kind is not Kind.ROWS
    ]
    return record(path, caption, lines) if lines else None


def said(writer: Writer, clause: Callable[[Writer], None]) -> list[Table]:
    """The tables that a clause of the outline has."""
    start = len(writer.blocks)
    clause(writer)
    blocks: list[Block] = writer.blocks[start:]
    return [block for block in blocks if isinstance(block, Table)]


def _seen(document: Agreement) -> Iterator[tuple[Path, Field, Any]]:
    for declared in fields(Agreement):
        if not declared.term.internal:
            yield from paths.walk_below(getattr(document, declared.name), (declared.name,), declared)


def further(writer: Writer, tables: Sequence[Table], path: Path) -> Table | None:
    """Every figure of the document that is not internal and that no cell of the tables holds as a figure."""
    held = {
        place
        for table in tables
        for row in table.rows
        for one in row.cells
        if figure(one.value) is not None
        for place in one.paths
    }
    rows: list[TableRow] = []
    for place, declared, value in _seen(writer.document):
        if declared.kind not in KINDS or is_empty(value) or place in held or paths.is_internal(place):
            continue
        section, *words = text.place(writer.document, place)
        rows.append(
            TableRow(
                place,
                (
                    Cell((Run(section),)),
                    Cell((Run(" › ".join(words)),)),
                    cell(writer.values, place, declared, value),
                ),
            )
        )
    columns = tuple(Column(label=label, name=label.lower()) for label in ("Section", "Term", "Agreed"))
    return Table(path=path, caption="Further terms", columns=columns, rows=tuple(rows)) if rows else None
