"""The model's words for values, rows and places, told in the window's language; what the documents print stays as it is."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any

from slaeditor.model import choices, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Row
from slaeditor.ui.words import told


def value_text(document: Agreement, declared: Field, value: Any) -> str:
    """What the term says, without its label; empty for an empty term."""
    return told(text.value_text(document, declared, value))


def row_name(document: Agreement, row: Row) -> str:
    """What a row is called; empty when nothing names it."""
    return told(text.row_name(document, row))


def row_name_by_id(document: Agreement, collection: str, identifier: str) -> str:
    """The name of the row that a reference holds; “(missing: id)” when it leads nowhere."""
    return told(text.row_name_by_id(document, collection, identifier))


def place(document: Agreement, path: Path) -> list[str]:
    """The words along a path, section first; a row by its name."""
    return [told(part) for part in text.place(document, path)]


def date_text(value: date) -> str:
    """1 January 2027."""
    return told(text.date_text(value))


def choice_label(member: enum.Enum) -> str:
    """The words of a choice."""
    return told(choices.choice_label(member))
