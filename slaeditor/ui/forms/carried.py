"""Complete rows on their way from one table to another, also of another agreement, where what they refer to is found by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_builtins, to_builtins
from slaeditor.model.errors import DocumentError, ParseError
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Field, Kind, Row, fields
from slaeditor.ui.editors import named
from slaeditor.ui.forms.clipboard import with_new_ids
from slaeditor.ui.spoken import row_name_by_id
from slaeditor.ui.words import told

Names = dict[str, dict[str, str]]
"""By collection, what the rows that are referred to are called where they come from."""


@dataclass(frozen=True)
class Carried:
    """Rows with ids of their own, and what of them could not be understood here: text by place below the table."""

    rows: tuple[Row, ...] = ()
    refused: tuple[tuple[Path, str], ...] = ()


def pack(document: Agreement, agreement: str, rows: Sequence[Row]) -> bytes:
    """The rows with the name of their type, the agreement that they are from and the names of all that they refer to."""
    names: Names = {}
    for row in rows:
        for collection, identifier in _referred(row):
            names.setdefault(collection, {})[identifier] = str(row_name_by_id(document, collection, identifier))
    return msgspec.json.encode([type(rows[0]).__name__, agreement, names, [to_builtins(row) for row in rows]])


def unpack(data: bytes, declared: Field, document: Agreement, agreement: str, new_id: Callable[[], str]) -> Carried:
    """The rows as they are here; none when they are of another type or no longer readable."""
    try:
        name, source, names, raw = msgspec.json.decode(data)
        if name != declared.type.__name__:
            return Carried()
        rows = [with_new_ids(from_builtins(one, declared.type), new_id) for one in raw]
    except (msgspec.DecodeError, DocumentError, ValueError, TypeError):
        return Carried()
    if source == agreement:
        return Carried(tuple(rows))
    at_home = _AtHome(document, names)
    return Carried(tuple(at_home.row(row, ()) for row in rows), tuple(at_home.refused))


def _referred(row: Any) -> Iterator[tuple[str, str]]:
    """Collection and id of everything that the row and the rows inside it refer to."""
    for one in fields(type(row)):
        value = getattr(row, one.name)
        match one.kind:
            case Kind.ROWS:
                for inner in value:
                    yield from _referred(inner)
            case Kind.GROUP:
                yield from _referred(value)
            case Kind.REFERENCE if value is not None:
                yield one.term.refers, value
            case Kind.REFERENCES:
                yield from ((one.term.refers, identifier) for identifier in value)
            case Kind.DURATION if value is not None and value.calendar is not None:
                yield "calendars", value.calendar


class _AtHome:
    """Gives references the ids that rows of these names have here; what is not here is left out and told as text."""

    def __init__(self, document: Agreement, names: Names) -> None:
        self._document = document
        self._names = names
        self.refused: list[tuple[Path, str]] = []

    def row(self, row: Any, above: Path) -> Any:
        """The row as it is here."""
        return self._inside(row, (*above, row.id))

    def _inside(self, owner: Any, path: Path) -> Any:
        changed: dict[str, Any] = {}
        for one in fields(type(owner)):
            value = getattr(owner, one.name)
            here = (*path, one.name)
            match one.kind:
                case Kind.ROWS:
                    changed[one.name] = tuple(self.row(inner, here) for inner in value)
                case Kind.GROUP:
                    changed[one.name] = self._inside(value, here)
                case Kind.REFERENCE if value is not None:
                    changed[one.name] = self._id(one.term.refers, value)
                    if changed[one.name] is None:
                        self.refused.append((here, self._name(one.term.refers, value)))
                case Kind.REFERENCES if value:
                    found = [self._id(one.term.refers, identifier) for identifier in value]
                    changed[one.name] = tuple(identifier for identifier in found if identifier is not None)
                    if None in found:  # the whole list as text: nothing of it is lost
                        self.refused.append((here, "; ".join(self._name(one.term.refers, each) for each in value)))
                case Kind.DURATION if value is not None and value.calendar is not None:
                    changed[one.name] = self._duration(value, here)
        return msgspec.structs.replace(owner, **changed)

    def _duration(self, value: Duration, here: Path) -> Duration | None:
        assert value.calendar is not None
        if (calendar := self._id("calendars", value.calendar)) is not None:
            return msgspec.structs.replace(value, calendar=calendar)
        self.refused.append((here, f"{told(value.short())} · {self._name('calendars', value.calendar)}"))
        return None

    def _name(self, collection: str, identifier: str) -> str:
        return str(self._names.get(collection, {}).get(identifier, identifier))

    def _id(self, collection: str, identifier: str) -> str | None:
        try:
            return named.one(self._document, collection, self._name(collection, identifier))
        except ParseError:
            return None  # a row that merely has the same id may be quite another one
