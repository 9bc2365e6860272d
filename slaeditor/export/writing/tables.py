"""Tables and records of any row type, from its declarations; bespoke columns can be put in place of some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableKind, TableRow
from slaeditor.export.writing.values import Runs, Values
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model import text
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Row, field, fields, is_empty

_RIGHT = (Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY)
_UNIT_IN_HEAD = (Kind.COUNT, Kind.NUMBER, Kind.MONEY)
_LONGEST = 60
_BODY = 100
"""Characters that the columns of a portrait page hold; what is beyond goes to the line below the row."""


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """A bespoke column: ``make(row, path)`` gives its cell; ``takes`` are the fields that it states."""

    label: str
    takes: tuple[str, ...]
    make: Callable[[Any, Path], Cell]
    align: Align = Align.LEFT
    detail: bool = False
    group: bool = False


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a table departs from the generic one. Names are of fields; ``keep`` are columns that never go below the row."""

    composed: tuple[Composed, ...] = ()
    first: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()


PLAIN = Look()


def cell(values: Values, path: Path, declared: Field, value: Any, *, unit_in_head: bool = False) -> Cell:
    """The cell of one term, with its typed value."""
    if is_empty(value):
        return Cell(())
    if unit_in_head and declared.term.unit and declared.kind in _UNIT_IN_HEAD:
        words = f"{value:,}" if declared.kind is Kind.COUNT and declared.term.unit != "year" else str(value)
        return Cell((Run(words, path=path),), value)
    if declared.kind is Kind.DURATION and declared.term.if_zero and not value.amount:
        return Cell((Run(str(declared.term.if_zero), path=path),), value)
    runs = values.of(path, declared, value)
    if declared.kind is Kind.DURATION and value.calendar is None:
        runs = (Run(f"{value.length()} (elapsed)", path=path),)
    return Cell(runs, value)


def _parts(owner: type[Row], look: Look) -> list[Field | Composed]:
    """The columns in order: a composed one stands where its first field would, one without fields behind the one before it."""
    parts: list[Field | Composed] = []
    for declared in _ordered(owner, look.first):
        number = next((n for n, composed in enumerate(look.composed) if declared.name in composed.takes), None)
        if number is not None:
            following = look.composed[number + 1 : number + 2]
            if look.composed[number] not in parts:
                parts += [look.composed[number], *(composed for composed in following if not composed.takes)]
        elif declared.name not in look.leave and not declared.term.internal and declared.kind is not Kind.ROWS:
            parts.append(declared)
    return parts


def _composed_column(composed: Composed) -> Column:
    return Column(
        label=composed.label, name=composed.takes[0] if composed.takes else "", align=composed.align,
        detail=composed.detail, group=composed.group,
    )  # fmt: skip


def _column(declared: Field) -> Column:
    return Column(
        label=declared.term.label,
        name=declared.name,
        unit=declared.term.unit if declared.kind in _UNIT_IN_HEAD else "",
        align=Align.RIGHT if declared.kind in _RIGHT else Align.LEFT,
    )


def table(
    writer: Writer, path: Path, rows: Sequence[Row], *, caption: str, look: Look = PLAIN, kind: type[Row] | None = None
) -> Table | None:
    """The table at ``path`` without its nested tables; None when it has no rows. Columns that are wholly empty are left out."""
    if not rows:
        return None
    owner = kind or type(rows[0])
    columns: list[Column] = []
    cells: list[list[Cell]] = []
    for part in _parts(owner, look):
        if isinstance(part, Composed):
            columns.append(_composed_column(part))
            cells.append([part.make(row, (*path, row.id)) for row in rows])
        else:
            columns.append(_column(part))
            made = [
                cell(writer.values, (*path, row.id, part.name), part, getattr(row, part.name), unit_in_head=True)
                for row in rows
            ]
            if part.term.if_empty and any(one.runs for one in made):  # beside rows that name some, none is not nothing
                made = [one if one.runs else Cell((Run(str(part.term.if_empty)),)) for one in made]
            cells.append(made)
    kept = [
        (_marked(column, column_cells, look), column_cells)
        for column, column_cells in zip(columns, cells, strict=True)
        if any(one.runs for one in column_cells)
    ]
    kept.sort(key=lambda part: not part[0].group)
    kept = _fitted(kept, look)
    return Table(
        path=path,
        caption=caption,
        columns=tuple(column for column, _ in kept),
        rows=tuple(
            TableRow((*path, row.id), tuple(column_cells[number] for _, column_cells in kept))
            for number, row in enumerate(rows)
        ),
    )


def _ordered(owner: type[Row], first: Iterable[str]) -> list[Field]:
    leading = [field(owner, name) for name in first]
    return leading + [declared for declared in fields(owner) if declared not in leading]


def _marked(column: Column, cells: list[Cell], look: Look) -> Column:
    longest = max([len(cell.text) for cell in cells] + [len(column.label)])
    return msgspec.structs.replace(
        column,
        width=max(4, min(longest, _LONGEST)),
        group=column.group or column.name in look.group,
        detail=column.detail or column.name in look.detail,
        common=column.name in look.common,
    )


def _fitted(kept: list[tuple[Column, list[Cell]]], look: Look) -> list[tuple[Column, list[Cell]]]:
    """Where the columns are too many for a page, the last ones go to the line below the row."""
    room = _BODY
    fitted: list[tuple[Column, list[Cell]]] = []
    shown = 0
    for column, cells in kept:
        if not (column.group or column.detail):
            need = max(8, min(column.width, 28))
            uniform = column.common and len({cell.text for cell in cells}) == 1
            if not uniform:
                shown += 1
                room -= need
                if shown > 2 and (room < 0 or shown > 7) and column.name not in look.keep:
                    column = msgspec.structs.replace(column, detail=True)
        fitted.append((column, cells))
    return fitted


def record(
    writer: Writer, owner: Any, path: Path, names: Iterable[str] | None = None, leave: tuple[str, ...] = ()
) -> Table | None:
    """One row as a table of labels and values, without its nested tables; None when it says nothing."""
    lines = [
        TableRow(
            place,
            (Cell((Run(declared.term.label, bold=True),)), cell(writer.values, place, declared, value)),
        )
        for place, declared, value in unempty(owner, path, names)
        if declared.kind is not Kind.ROWS and declared.name not in leave
    ]
    if not lines:
        return None
    columns = (Column(label="Term", width=24), Column(label="Agreed", width=60))
    return Table(path=path, caption="", columns=columns, rows=tuple(lines), kind=TableKind.RECORD)


def written(
    writer: Writer, path: Path, declared: Field, rows: Sequence[Row], *, title: str = "", nested: str = ""
) -> None:
    """A table of the document with its nested tables below it; ``nested`` names the row that it belongs to."""
    caption = title or (f"{nested}: {declared.term.label.lower()}" if nested else declared.term.label)
    writer.table(table(writer, path, rows, caption=caption, kind=declared.type))
    for row in rows:
        for place, inner, value in unempty(row, (*path, row.id)):
            if inner.kind is Kind.ROWS:
                written(writer, place, inner, value, nested=text.row_name(writer.document, row))


def together(*parts: Runs) -> Runs:
    """Runs one after the other."""
    return tuple(run for part in parts for run in part)
