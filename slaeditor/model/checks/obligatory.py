"""Obligatory terms that are still empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slaeditor.model import text
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.checks.finding import Finding, Severity
from slaeditor.model.paths import Path, is_internal
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind, fields, is_empty

KNOWN_ONLY_WITH_CUSTOMER: frozenset[Path] = frozenset(
    {
        ("identity", "effective"),
        ("parties", "customer", "legal_name"),
        ("parties", "customer", "registration"),
        ("parties", "customer", "address"),
        ("parties", "customer", "country"),
        ("parties", "provider", "legal_name"),
        ("parties", "provider", "registration"),
        ("parties", "provider", "address"),
        ("parties", "provider", "country"),
        ("parties", "signatories"),
        ("review", "next_review"),
    }
)
"""Obligatory terms that a standard leaves empty: they belong to one contract and its parties."""


def missing_terms(document: Agreement) -> Iterator[Finding]:
    """A finding for every obligatory term that says nothing. In a standard, what only a contract can know is not asked for."""
    standard = document.kind is DocumentKind.STANDARD
    for path, label in _empty(document, document, ()):
        if is_internal(path) or (standard and (path in KNOWN_ONLY_WITH_CUSTOMER or _is_address(path))):
            continue
        words = joined(" › ", text.place(document, path)[:-1])
        yield Finding(
            "MISSING", Severity.ERROR, (path,), say("{label} is missing in {words}.", label=label, words=words)
        )


def _is_address(path: Path) -> bool:
    """Whether the term is the address of a channel: a standard knows the channels, but not whose desk answers there."""
    return path[:2] == ("channels", "items") and path[-1] == "address"


def _empty(document: Agreement, owner: Any, path: Path) -> Iterator[tuple[Path, str]]:
    for declared in fields(type(owner)):
        value = getattr(owner, declared.name)
        here = (*path, declared.name)
        if declared.term.obligatory and is_empty(value):
            yield here, declared.term.label
        elif declared.kind is Kind.GROUP:
            yield from _empty(document, value, here)
        elif declared.kind is Kind.ROWS:
            for row in value:
                yield from _empty(document, row, (*here, row.id))
