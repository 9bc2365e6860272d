"""Whether a PDF still is what was exported, and what the library knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash
from slaeditor.model.errors import UserError
from slaeditor.ui.records import Known, Verdict

if TYPE_CHECKING:
    from slaeditor.storage.library import Library


def verify(library: Library, data: bytes) -> Verdict:
    """What a PDF says of itself and the library of it; ``DocumentError`` when it cannot be read.

    Where the same document is a revision of several agreements, the one with the document's number is named.
    """
    from slaeditor.export.pdf.attached import Foreign, read_back

    try:
        found = read_back(data)
    except Foreign:
        return Verdict()
    return Verdict(
        document=found.document,
        hash=found.hash,
        intact=found.intact,
        changed=not found.intact and bool(found.stated),
        revision=found.revision,
        known=_known(library, found.hash, found.document.identity.number),
    )


def _known(library: Library, wanted: str, number: str) -> Known | None:
    """The revision with that hash, or the draft as it is now, or at least an agreement with that number."""
    places = [(library.load(agreement), ordinal) for agreement, ordinal in library.places_of(wanted)]
    for working, ordinal in sorted(places, key=lambda place: place[0].document.identity.number != number):
        return Known(working.id, _called(working.document), ordinal, working.revision, True)
    if not number:
        return None
    try:
        working = library.load(library.find(number))
    except UserError:
        return None  # no agreement has that number, or more than one
    return Known(working.id, _called(working.document), 0, working.revision, content_hash(working.document) == wanted)


def _called(document: Agreement) -> str:
    customer = document.parties.customer.legal_name
    return " · ".join(part for part in (document.identity.number, customer) if part) or document.identity.title
