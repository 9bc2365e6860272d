"""A service's own row in a table whose rows may stand for several services at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec

from slaeditor.model import paths
from slaeditor.model.advice.proposal import row_edits, says
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, fields


def any_row(row: Any) -> bool:
    """Every row of the table is of the wanted kind."""
    return True


def own_row_id(
    document: Agreement, table: Path, service: str, wanted: str, alike: Callable[[Any], bool] = any_row
) -> str:
    """The id of the row that is for this service alone, or a free id like ``wanted`` for a new one."""
    rows: tuple[Any, ...] = paths.find(document, table)
    for row in rows:
        if row.services == (service,) and alike(row):
            return str(row.id)
    taken = {row.id for row in rows}
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def speaking(document: Agreement, table: Path, service: str, alike: Callable[[Any], bool] = any_row) -> Any:
    """The row that holds for the service today: its own, one that it shares, or one for all services; None if there is none."""
    rows = [row for row in paths.find(document, table) if alike(row)]
    own = next((row for row in rows if service in row.services), None)
    return own or next((row for row in rows if not row.services), None)


def give_own_row(
    document: Agreement, table: Path, service: str, wanted: Any, alike: Callable[[Any], bool] = any_row
) -> tuple[Edit, ...]:
    """The edits after which the row ``wanted`` alone speaks for the service.

    What ``wanted`` leaves empty is as the row says that spoke for it before; rows that it shared go on without it.
    """
    before = speaking(document, table, service, alike)
    row = wanted
    if before is not None and not paths.exists(document, (*table, wanted.id)):
        said = {
            name: value
            for name in (declared.name for declared in fields(type(wanted)))
            if name != "note" and says(wanted, name, value := getattr(wanted, name))
        }
        row = msgspec.structs.replace(before, id=wanted.id, note="", **said)
    left = tuple(
        SetTerm((*table, other.id, "services"), tuple(one for one in other.services if one != service))
        for other in paths.find(document, table)
        if service in other.services and len(other.services) > 1 and alike(other)
    )
    return (*left, *row_edits(document, table, row))


def name_beside(document: Agreement, collection: str, new_by_old: dict[str, str], keep: bool) -> Iterator[Edit]:
    """Wherever a list of references names an old one, the new one is named too, or, unless ``keep``, instead."""
    for path, value in _lists(document, Agreement, (), collection):
        if not set(new_by_old).isdisjoint(value):
            named: list[str] = []
            for one in value:
                new = new_by_old.get(one)
                named += [one] if new is None else [one, new] if keep else [new]
            yield SetTerm(path, tuple(dict.fromkeys(named)))


def _lists(value: Any, owner: Any, path: Path, collection: str) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The lists of references to the collection at or below a value; looks only where the declarations have any."""
    for declared in _ways(owner, collection):
        inner, here = getattr(value, declared.name), (*path, declared.name)
        if declared.kind is Kind.REFERENCES:
            yield here, inner
        elif declared.kind is Kind.GROUP:
            yield from _lists(inner, declared.type, here, collection)
        else:
            for row in inner:
                yield from _lists(row, declared.type, (*here, row.id), collection)


@cache
def _ways(owner: Any, collection: str) -> tuple[Field, ...]:
    return tuple(
        declared
        for declared in fields(owner)
        if (declared.kind is Kind.REFERENCES and declared.term.refers == collection)
        or (declared.kind in (Kind.GROUP, Kind.ROWS) and _ways(declared.type, collection))
    )
