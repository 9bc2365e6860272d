"""The standard that an agreement started from, found among the shipped ones."""

from __future__ import annotations

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash
from slaeditor.ui.ports import StandardsPort


def standard_of(document: Agreement, standards: StandardsPort) -> Agreement | None:
    """The shipped standard with the hash that the document remembers, else the one of that title; None for neither.

    Reads the standards, so not to be called on the GUI thread.
    """
    identity = document.identity
    if not identity.origin_hash and not identity.origin_standard:
        return None
    found = [standards.document(one.id) for one in standards.standards()]
    same = next((one for one in found if content_hash(one) == identity.origin_hash), None)
    return same or next((one for one in found if one.identity.title == identity.origin_standard), None)
