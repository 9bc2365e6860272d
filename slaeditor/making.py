"""What commands and the demonstration make: a new agreement in a library, and documents in files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor import files, named
from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say
from slaeditor.numbering import NUMBERS

if TYPE_CHECKING:
    from slaeditor.model.agreement import Agreement
    from slaeditor.storage.library import Library

FIRST_MESSAGE = "First revision, from the needs analysis"


def now() -> datetime:
    """Now, with the computer's zone."""
    return datetime.now(UTC).astimezone()


def store(library: Library, document: Agreement, author: str, message: str) -> tuple[Agreement, str]:
    """Keep a new agreement with its first revision, under the next free number unless it has one; returns it and its id."""
    import msgspec

    from slaeditor.model.checks import open_findings

    at = now()
    if not document.identity.number:
        number = library.next_number(NUMBERS.format(year=at.year))
        identity = msgspec.structs.replace(document.identity, number=number)
        document = msgspec.structs.replace(document, identity=identity)
    elif has_agreement(library, document.identity.number):
        raise UserError(
            say("There is an agreement {number} already.", number=document.identity.number),
            kept=say("Nothing was stored."),
            remedy=say("Give the new one another number."),
        )
    working = library.create(document, author=author, at=at, origin=document.identity.origin_hash)
    library.commit(
        working.id,
        document,
        author=author,
        message=message,
        at=at,
        expected_version=working.version,
        findings=len(open_findings(document)),
    )
    return document, working.id


def has_agreement(library: Library, number: str) -> bool:
    """Whether an agreement in the library bears that number."""
    try:
        library.find(number)
    except UserError:
        return False
    return True


def render_to(
    library: Library,
    found: named.Found,
    wanted: dict[str, Path],
    *,
    overwrite: bool = False,
    logo: bytes = b"",
    annex: bool = False,
) -> list[Path]:
    """Write the document in each format to its file, the first only once all are rendered; returns the files.

    ``logo`` is a PNG picture for the cover of a PDF, empty for none; ``annex`` adds the findings that were acknowledged.
    """
    import msgspec

    from slaeditor.acknowledged import acknowledged
    from slaeditor.model.canonical import to_json
    from slaeditor.rendering import render

    known = acknowledged(found.document) if annex else ()
    context = msgspec.structs.replace(named.context(library, found, now()), logo=logo, acknowledged=known)
    source = to_json(found.document)
    rendered = {target: render(ending, source, context) for ending, target in wanted.items()}
    for target, data in rendered.items():
        files.write(target, data, overwrite=overwrite)
    return list(rendered)
