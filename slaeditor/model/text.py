"""The value of a term in the words of the agreement (English); nothing here depends on the language of the window."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from slaeditor.model import paths, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.choices import choice_label
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path, field_at, find
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Field, Kind, Row, Shape, fields, is_empty

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_text(value: date) -> str:
    """1 January 2027."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def instant_text(value: datetime) -> str:
    """14 March 2027, 09:30 UTC+03:00. ``ValueError`` for a time without zone."""
    if value.tzinfo is None:
        raise ValueError("an instant must have a zone")
    return f"{date_text(value.date())}, {value:%H:%M} {value.tzinfo}"


def language_name(code: str) -> str:
    """The English name of an ISO 639-1 language; the code itself when it is unknown."""
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 country; the code itself when it is unknown."""
    from babel import Locale

    return str(Locale("en").territories.get(code, code))


def duration_text(document: Agreement, value: Duration) -> str:
    """4 hours (elapsed time); 8 hours (Working days 08:00–18:00); the parenthesis names the clock."""
    if value.calendar is None:
        return f"{value.length()} (elapsed time)"
    return f"{value.length()} ({row_name_by_id(document, 'calendars', value.calendar)})"


def with_unit(value: object, unit: str) -> str:
    """36 months, 1 month, 40 of 5."""
    if not unit:
        return str(value)
    if str(value) == "1" and unit.endswith("s"):
        unit = unit.removesuffix("s")
    return f"{value} {unit}"


def listed(parts: list[str]) -> str:
    """a; a and b; a, b and c."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def value_text(document: Agreement, declared: Field, value: Any) -> str:
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
                    return place_text(document, value)
                case _:
                    return str(value)
        case Kind.TEXTS:
            return listed([language_name(item) if term.shape is Shape.LANGUAGE else item for item in value])
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.COUNT:
            return with_unit(value if term.unit == "year" else f"{value:,}", "" if term.unit == "year" else term.unit)
        case Kind.NUMBER:
            return with_unit(value, term.unit)
        case Kind.PERCENT | Kind.TIME:
            return str(value)
        case Kind.MONEY:
            return with_unit(value, term.unit)
        case Kind.DURATION:
            return duration_text(document, value)
        case Kind.DATE:
            return date_text(value)
        case Kind.INSTANT:
            return instant_text(value)
        case Kind.CHOICE:
            return choice_label(value)
        case Kind.CHOICES:
            return listed([choice_label(item) for item in value])
        case Kind.REFERENCE:
            return row_name_by_id(document, term.refers, value)
        case Kind.REFERENCES:
            return listed([row_name_by_id(document, term.refers, item) for item in value])
        case Kind.ROWS:
            return listed([row_name(document, item) for item in value])
        case Kind.GROUP:
            return term.label


def row_name(document: Agreement, row: Row) -> str:
    """What a row is called: the fields that name it, joined; empty when they are."""
    return " · ".join(
        value_text(document, declared, value)
        for declared in fields(type(row))
        if declared.term.names and not is_empty(value := getattr(row, declared.name))
    )


def row_name_by_id(document: Agreement, collection: str, identifier: str) -> str:
    """The name of the row that a reference holds; “(missing: id)” when it leads nowhere."""
    row = references.row(document, collection, identifier)
    if row is None:
        return f"(missing: {identifier})"
    return row_name(document, row) or f"({identifier})"


def place_text(document: Agreement, text: str) -> str:
    """The words for a path written as text: “Services › PACS › Monthly fee”; the text itself when it is no place."""
    try:
        return " › ".join(place(document, paths.parse(text)))
    except EditError:
        return text


def place(document: Agreement, path: Path) -> list[str]:
    """The words along a path, section first; a row by its name. Rows that are gone are given by their id."""
    words: list[str] = []
    for end in range(1, len(path) + 1):
        here = path[:end]
        declared = field_at(here)
        if here[-1] != declared.name or (end > 1 and field_at(here[:-1]) is declared):
            words.append(_row_words(document, here, declared))
        elif declared.kind is not Kind.ROWS or end == len(path):
            words.append(declared.term.label)
    return words


def _row_words(document: Agreement, path: Path, table: Field) -> str:
    try:
        row = find(document, path)
    except EditError:
        return f"{table.term.one} {path[-1]}"
    if called := _place_that_names(table):
        where = str(getattr(row, called.name))
        # a place among rows that are called by places might be this very row; it is given as it is written
        return where if _leads_to_called(where) else place_text(document, where)
    return row_name(document, row) or f"({table.term.one})"


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
