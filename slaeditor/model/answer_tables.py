"""Many answers at once: what may be said of each row of a question that is a table, and the one edit that notes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import ServiceNeed
from slaeditor.model.edits import Edit, InsertRow, SetTerm, Several, apply
from slaeditor.model.interview import Question, need_of, sourced
from slaeditor.model.paths import Path
from slaeditor.model.questions import THEMES, Each
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, field, fields

SERVICES: Path = ("services", "items")
NEEDS: Path = ("needs", "services")


class Column(msgspec.Struct, frozen=True):
    """A term that a table of answers may have: of the row itself or, with ``of_need``, of what the customer said of the service."""

    name: str
    of_need: bool = False

    def declared(self, table: Question) -> Field:
        """The declaration of the term."""
        return field(ServiceNeed if self.of_need else table.field.type, self.name)


Answers = tuple[str | None, Mapping[Column, Any]]
"""What is said of one row: its id (None: it is new), and the value by column."""


def columns(table: Question) -> tuple[Column, ...]:
    """Everything that may be said of a row: what is asked of it first, then its other terms; of services their needs, too."""
    asked = [Column(name) for name in table.columns]
    if table.path == SERVICES:
        each = [one for theme in THEMES for one in theme.questions if isinstance(one, Each) and not one.columns]
        asked += [Column(one.field, one.of == "need") for one in each]
    rest = [Column(one.name) for one in fields(table.field.type) if one.kind is not Kind.ROWS and not one.term.internal]
    return tuple(dict.fromkeys([*asked, *rest]))


def place(document: Agreement, table: Question, row: str, column: Column) -> Path:
    """Where the term stands, or will stand once the row is there."""
    if not column.of_need:
        return (*table.path, row, column.name)
    need = need_of(document, row)
    return (*NEEDS, need.id if need else row, column.name)


def defaults(document: Agreement, table: Question) -> dict[str, Any]:
    """What a new row most likely says: the customer's country, the next number in an order."""
    rows = paths.find(document, table.path)
    found: dict[str, Any] = {}
    for name in table.columns:
        if name == "country" and document.parties.customer.country:
            found[name] = document.parties.customer.country
        elif name in ("order", "priority") and field(table.field.type, name).kind is Kind.COUNT:
            found[name] = max((getattr(row, name) or 0 for row in rows), default=0) + 1
    return found


def fill(
    document: Agreement,
    table: Question,
    answers: Sequence[Answers],
    said_by: str,
    said_on: date | None,
    new_id: Callable[[], str],
) -> tuple[Several, tuple[str, ...]]:
    """The edit that notes the answers of many rows and who gave them, and the ids of the rows in the order given.

    New rows stand at the end. ``EditError`` when a value does not fit.
    """
    edits: list[Edit] = []
    ids: list[str] = []
    places: list[Path] = []
    needs = {need.service: need.id for need in document.needs.services}
    for row, cells in answers:
        identifier = row or new_id()
        ids.append(identifier)
        if row is None:
            edits.append(InsertRow(table.path, table.field.type(id=identifier)))
            places.append((*table.path, identifier))
        wanted = row is None or any(column.of_need for column in cells)
        if table.path == SERVICES and wanted and identifier not in needs:
            edits.append(InsertRow(NEEDS, ServiceNeed(id=identifier, service=identifier)))
            needs[identifier] = identifier
        for column, value in cells.items():
            owner = (*NEEDS, needs[identifier]) if column.of_need else (*table.path, identifier)
            edits.append(SetTerm((*owner, column.name), value))
            places.append((*owner, column.name))
    name = say("answers to “{question}”", question=table.wording)
    after = apply(document, Several(name, tuple(edits)))
    return Several(name, (*edits, *sourced(after, tuple(places), said_by, said_on, new_id))), tuple(ids)
