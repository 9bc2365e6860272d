"""The value of a term in the words of the agreement (English); nothing here depends on the language of the window."""

from __future__ import annotations

from typing import Any

from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration
from slaeditor.model.references import rows_of
from slaeditor.model.terms import Field, Row
from slaeditor.model.wording import (
    Wording,
    country_name,
    date_text,
    day_text,
    instant_text,
    language_name,
    listed,
    with_unit,
)

__all__ = [
    "country_name",
    "date_text",
    "day_text",
    "duration_text",
    "instant_text",
    "language_name",
    "listed",
    "place",
    "place_text",
    "row_name",
    "row_name_by_id",
    "value_text",
    "with_unit",
]


def duration_text(document: Agreement, value: Duration) -> str:
    """4 hours (elapsed time); 8 hours (Working days 08:00–18:00); the parenthesis names the clock."""
    return Wording(document, rows_of).duration(value)


def value_text(document: Agreement, declared: Field, value: Any) -> str:
    """What the term says, without its label; empty for an empty term. References are given by name, times with their clock."""
    return Wording(document, rows_of).value(declared, value)


def row_name(document: Agreement, row: Row, *, ids: bool = True) -> str:
    """What a row is called: the fields that name it, joined; empty when they are. See ``place`` for ``ids``."""
    return Wording(document, rows_of, ids=ids).row(row)


def row_name_by_id(document: Agreement, collection: str, identifier: str) -> str:
    """The name of the row that a reference holds; “(missing: id)” when it leads nowhere."""
    return Wording(document, rows_of).row_by_id(collection, identifier)


def place_text(document: Agreement, text: str) -> str:
    """The words for a path written as text: “Services › PACS › Monthly fee”; the text itself when it is no place."""
    return Wording(document, rows_of).place_in_text(text)


def place(document: Agreement, path: Path, *, ids: bool = True) -> list[str]:
    """The words along a path, section first; a row by its name. Rows that are gone are given by their id, if with ``ids``."""
    return Wording(document, rows_of, ids=ids).place(path)
