"""The model's words for values, rows and places, told in the window's language; what the documents print stays as it is."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any

from slaeditor.model import choices, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.clause_text import Reference, Referred, pieces, referred
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Row, Shape
from slaeditor.ui.words import told, tr


def value_text(document: Agreement, declared: Field, value: Any) -> str:
    """What the term says, without its label; empty for an empty term. References in clauses say what they stand for."""
    words = told(text.value_text(document, declared, value))
    return with_references(document, words) if declared.term.shape is Shape.RICH else words


def with_references(document: Agreement, clause: str) -> str:
    """Clause text in which every reference says what it stands for in the document, as its chip does."""
    return "".join(
        referred_words(referred(document, piece)) if isinstance(piece, Reference) else piece for piece in pieces(clause)
    )


def referred_words(found: Referred) -> str:
    """What a reference in clause text is seen as: § before a section or clause, a sign before one that leads nowhere."""
    if not found.target:
        return "! " + tr("leads nowhere")
    words = " ".join(found.words.split()) or tr("not stated")
    return f"§ {words}" if found.cited else words


def row_name(document: Agreement, row: Row) -> str:
    """What a row is called; empty when nothing names it."""
    return told(text.row_name(document, row))


def row_name_by_id(document: Agreement, collection: str, identifier: str) -> str:
    """The name of the row that a reference holds; “(missing: id)” when it leads nowhere."""
    return told(text.row_name_by_id(document, collection, identifier))


def place(document: Agreement, path: Path) -> list[str]:
    """The words along a path, section first; a row by its name."""
    return [told(part) for part in text.place(document, path)]


def place_text(document: Agreement, written: str) -> str:
    """The words for a path written as text; the text itself when it is no place."""
    return told(text.place_text(document, written))


def date_text(value: date) -> str:
    """1 January 2027."""
    return told(text.date_text(value))


def choice_label(member: enum.Enum) -> str:
    """The words of a choice."""
    return told(choices.choice_label(member))
