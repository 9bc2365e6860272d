"""What a library shows and finds of a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.terms import Kind, Shape, is_empty

_FOLDS = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ς": "σ"}
)


def fold(string: str) -> str:
    """The normal form for searching: small letters without marks, so that “İstanbul”, “istanbul” and “ISTANBUL” are one."""
    spread = unicodedata.normalize("NFKD", string.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c)).translate(_FOLDS)


class Summary(msgspec.Struct, frozen=True):
    """The line of a document in a list. Dates are civil dates of the agreement."""

    kind: str
    number: str
    title: str
    customer: str
    provider: str
    effective: date | None
    expires: date | None
    next_review: date | None


def add_months(start: date, months: int) -> date:
    """The same day ``months`` later; the last day of the month where that day does not exist (29 February, 31 April)."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last))


def expiry(document: Agreement) -> date | None:
    """The last day of the initial term, None while it is not known. Renewals are not counted."""
    identity = document.identity
    if identity.effective is None or not identity.initial_months or not 0 < identity.initial_months <= 1200:
        return None
    if identity.effective.year + identity.initial_months // 12 + 1 > date.max.year:
        return None
    return add_months(identity.effective, identity.initial_months) - timedelta(days=1)


def summarise(document: Agreement) -> Summary:
    """The line of the document in a list."""
    return Summary(
        kind=document.kind.value,
        number=document.identity.number,
        title=document.identity.title,
        customer=document.parties.customer.legal_name,
        provider=document.parties.provider.legal_name,
        effective=document.identity.effective,
        expires=expiry(document),
        next_review=document.review.next_review,
    )


_WORDLESS = frozenset({Kind.FLAG, Kind.TIME, Kind.CHOICE, Kind.CHOICES, Kind.REFERENCE, Kind.REFERENCES, Kind.COUNT})
"""Kinds whose values nobody searches for by typing them."""


def searchable(document: Agreement) -> Iterator[tuple[str, str, str]]:
    """Every text worth finding: its path, its label and itself. The playbook and paths are left out."""
    for path, declared, value in paths.walk(document):
        if path[0] == "playbook" or is_empty(value) or declared.kind in _WORDLESS or declared.term.shape is Shape.PATH:
            continue
        yield paths.text_of(path), str(declared.term.label), str(text.value_text(document, declared, value))
