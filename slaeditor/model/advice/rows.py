"""A service's own row in a table whose rows may stand for several services at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.terms import Row

R = TypeVar("R", bound=Row)


def own_row_id(
    document: Agreement, table: Path, service: str, wanted: str, alike: Callable[[Any], bool] = lambda row: True
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


def leave_shared_rows(
    document: Agreement, table: Path, service: str, alike: Callable[[Any], bool] = lambda row: True
) -> tuple[Edit, ...]:
    """The edits that take the service out of rows which it shares with others, so that its own row alone speaks for it."""
    rows: tuple[Any, ...] = paths.find(document, table)
    return tuple(
        SetTerm((*table, row.id, "services"), tuple(other for other in row.services if other != service))
        for row in rows
        if service in row.services and len(row.services) > 1 and alike(row)
    )
