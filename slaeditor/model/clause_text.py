"""Clause text beside the library that it was taken from, and the references in it as wholes."""

from __future__ import annotations

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.legal import Clause
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.references import REFERENCE_IN_TEXT


def library_text(document: Agreement, path: Path) -> str | None:
    """What the library says where the text at ``path`` was changed since it was taken from there; None where it was not."""
    if path[-1:] != ("text",):
        return None
    try:
        clause = paths.find(document, path[:-1])
    except EditError:
        return None
    if not isinstance(clause, Clause) or not clause.library_text or clause.library_text == clause.text:
        return None
    return clause.library_text


def reference_beside(text: str, position: int, *, before: bool) -> tuple[int, int] | None:
    """Start and end of the reference that a deletion at ``position`` would touch, before it or after it; None when there is none."""
    for found in REFERENCE_IN_TEXT.finditer(text):
        inside = found.start() < position <= found.end() if before else found.start() <= position < found.end()
        if inside:
            return found.start(), found.end()
    return None
