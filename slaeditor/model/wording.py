"""Values in the words of the agreement (English), whatever tells which rows a reference may name; see ``text``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.choices import choice_label
from slaeditor.model.day_names import MONTHS
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path, field_at, find
from slaeditor.model.quantities import Duration
from slaeditor.model.sentence import joined, named, say
from slaeditor.model.tables import COLLECTIONS, METRICS
from slaeditor.model.terms import Field, Kind, Row, Shape, fields, is_empty


def date_text(value: date) -> str:
    """1 January 2027."""
    return say("{day} {month} {year}", day=value.day, month=MONTHS[value.month - 1], year=value.year)


def day_text(value: date) -> str:
    """1 January, of every year."""
    return say("{day} {month}", day=value.day, month=MONTHS[value.month - 1])


def instant_text(value: datetime) -> str:
    """14 March 2027, 09:30 UTC+03:00. ``ValueError`` for a time without zone."""
    if value.tzinfo is None:
        raise ValueError("an instant must have a zone")
    return joined("", [date_text(value.date()), f", {value:%H:%M} {value.tzinfo}"])


def language_name(code: str) -> str:
    """The English name of an ISO 639-1 language; the code itself when it is unknown."""
    from babel import Locale

    return named("languages", code, str(Locale("en").languages.get(code, code)))


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 country; the code itself when it is unknown."""
    from babel import Locale

    return named("territories", code, str(Locale("en").territories.get(code, code)))


def with_unit(value: object, unit: str) -> str:
    """36 months, 1 month, 40 of 5."""
    if not unit:
        return str(value)
    if str(value) == "1" and unit.endswith("s"):
        unit = say(unit.removesuffix("s"))
    return joined(" ", [str(value), unit])


def listed(parts: list[str]) -> str:
    """a; a and b; a, b and c."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    return say("{several} and {last}", several=joined(", ", parts[:-1]), last=parts[-1])


RowsOf = Callable[[Agreement, str], tuple[Row, ...]]
"""The rows that a reference to a collection may name: ``(document, collection)``."""


class Wording:
    """The words for what stands in one document; without ``ids`` for people who never see an id."""

    def __init__(self, document: Agreement, rows_of: RowsOf, *, ids: bool = True) -> None:
        self._document = document
        self._rows_of = rows_of
        self._ids = ids

    def duration(self, value: Duration) -> str:
        """4 hours (elapsed time); 8 hours (Working days 08:00–18:00); the parenthesis names the clock."""
        if value.calendar is None:
            return say("{length} (elapsed time)", length=value.length())
        return joined("", [value.length(), " (", self.row_by_id("calendars", value.calendar), ")"])

    def value(self, declared: Field, value: Any) -> str:
        """What the term says, without its label; empty for an empty term. References are given by name, times with their clock."""
        if is_empty(value):
            return ""
        term = declared.term
        match declared.kind:
            case Kind.TEXT:
                match term.shape:
                    case Shape.LANGUAGE:
                        return language_name(value)
                    case Shape.COUNTRY:
                        return country_name(value)
                    case Shape.PATH:
                        return self.place_in_text(value)
                    case _:
                        return str(value)
            case Kind.TEXTS:
                return listed([language_name(item) if term.shape is Shape.LANGUAGE else item for item in value])
            case Kind.FLAG:
                return say("yes") if value else say("no")
            case Kind.COUNT:
                return with_unit(
                    value if term.unit == "year" else f"{value:,}", "" if term.unit == "year" else term.unit
                )
            case Kind.NUMBER:
                return with_unit(value, term.unit)
            case Kind.PERCENT | Kind.TIME:
                return str(value)
            case Kind.MONEY:
                return with_unit(value, term.unit)
            case Kind.DURATION if term.if_zero and not value.amount:
                return term.if_zero
            case Kind.DURATION:
                return self.duration(value)
            case Kind.DATE:
                return date_text(value)
            case Kind.INSTANT:
                return instant_text(value)
            case Kind.CHOICE:
                return choice_label(value)
            case Kind.CHOICES:
                return listed([choice_label(item) for item in value])
            case Kind.REFERENCE:
                return self.row_by_id(term.refers, value)
            case Kind.REFERENCES:
                return listed([self.row_by_id(term.refers, item) for item in value])
            case Kind.ROWS:
                return listed([self.row(item) for item in value])
            case Kind.GROUP:
                return term.label

    def row(self, row: Row) -> str:
        """What a row is called: the fields that name it, joined; empty when they are."""
        return joined(
            " · ",
            [
                self.value(declared, value)
                for declared in fields(type(row))
                if declared.term.names and not is_empty(value := getattr(row, declared.name))
            ],
        )

    def row_by_id(self, collection: str, identifier: str) -> str:
        """The name of the row that a reference holds; “(missing: id)” when it leads nowhere."""
        row = next((one for one in self._rows_of(self._document, collection) if one.id == identifier), None)
        if row is None:
            return say("(missing: {id})", id=identifier) if self._ids else say("(missing)")
        if name := self.row(row):
            return name
        one = field_at(COLLECTIONS.get(collection, METRICS)).term.one
        return f"({identifier})" if self._ids else joined("", ["(", one, ")"])

    def place_in_text(self, text: str) -> str:
        """The words for a path written as text: “Services › PACS › Monthly fee”; the text itself when it is no place."""
        try:
            return joined(" › ", self.place(paths.parse(text)))
        except EditError:
            return text

    def place(self, path: Path) -> list[str]:
        """The words along a path, section first; a row by its name. Rows that are gone are given by their id."""
        words: list[str] = []
        for end in range(1, len(path) + 1):
            here = path[:end]
            declared = field_at(here)
            if here[-1] != declared.name or (end > 1 and field_at(here[:-1]) is declared):
                words.append(self._row_words(here, declared))
            elif declared.kind is not Kind.ROWS or end == len(path):
                words.append(declared.term.label)
        return words

    def _row_words(self, path: Path, table: Field) -> str:
        if path[-1] == paths.ANY:
            return say("any {one}", one=table.term.one)
        try:
            row = find(self._document, path)
        except EditError:
            return joined(" ", [table.term.one, path[-1]])
        if called := _place_that_names(table):
            where = str(getattr(row, called.name))
            # a place among rows that are called by places might be this very row; it is given as it is written
            return where if _leads_to_called(where) else self.place_in_text(where)
        return self.row(row) or joined("", ["(", table.term.one, ")"])


def _place_that_names(table: Field) -> Field | None:
    """The field by whose place the rows of a table are called, if they are called so."""
    return next((one for one in fields(table.type) if one.term.names and one.term.shape is Shape.PATH), None)


def _leads_to_called(where: str) -> bool:
    try:
        target = paths.parse(where)
        along = [field_at(target[:end]) for end in range(1, len(target) + 1)]
    except EditError:
        return True
    return any(one.kind is Kind.ROWS and _place_that_names(one) is not None for one in along)
