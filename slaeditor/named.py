"""The documents that a command line names: an agreement, one of its revisions or its draft, a file, a standard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash
from slaeditor.model.errors import DocumentError, UserError
from slaeditor.model.sentence import say

if TYPE_CHECKING:
    from slaeditor.export.context import Context
    from slaeditor.storage.library import Library

STANDARD = "standard:"


@dataclass(frozen=True)
class Found:
    """A document and where it comes from: ``agreement`` is its id in the library, ``revision`` 0 for a draft or file."""

    document: Agreement
    agreement: str = ""
    revision: int = 0
    sealed: bool = False
    """Whether its internal terms were left out, as in a PDF."""
    changed: bool = field(default=False)
    """Whether it is a draft with changes since revision ``revision``."""


def open_library(path: Path | None, *, create: bool = False) -> Library:
    """The library at ``path``, or else the person's own; ``UserError`` when it cannot be opened, or is not there yet."""
    from slaeditor.storage.library import Library, default_path

    return Library(path or default_path(), create=create)


def read(file: Path) -> bytes:
    """What a file holds; ``UserError`` when it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            say("“{file}” cannot be read: {strerror}.", file=file, strerror=error.strerror or error)
        ) from error


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """A ``DocumentError`` that comes up within says which file it is about."""
    try:
        yield
    except DocumentError as error:
        raise DocumentError(
            say("“{file}”: {what}", file=file, what=error.what), kept=error.kept, remedy=error.remedy
        ) from error


def read_document(file: Path) -> Agreement:
    """The document in a file; ``DocumentError`` says what is wrong with it, and names the file."""
    from slaeditor.contents import document_of

    with naming(file):
        return document_of(read(file))


def newest_in(file: Path) -> Found:
    """The newest document that a file holds: a document as JSON, an agreement file, or a PDF of ours."""
    from slaeditor.contents import held

    with naming(file):
        newest = held(read(file))[0]
    return Found(newest.document, sealed=newest.sealed)


def in_library(library: Library, name: str) -> Found:
    """What ``A``, ``A@3`` or ``A@draft`` names: the newest revision (or the draft before the first), revision 3, the draft."""
    number, _, which = name.partition("@")
    agreement = library.find(number)
    working = library.load(agreement)
    if which == "draft" or (not which and not working.revision):
        return Found(working.document, agreement, working.revision, working.has_changes)
    if not which:
        ordinal = working.revision
    elif which.isdecimal():
        ordinal = int(which)
    else:
        raise UserError(
            say("“{which}” is no revision of {number}.", which=which, number=number),
            remedy=say("Write a number, or draft."),
        )
    return Found(library.revision(agreement, ordinal)[1], agreement, ordinal)


def anything(path: Path | None, name: str) -> Found:
    """A document from wherever ``name`` says: an existing file, ``standard:healthcare``, or the library at ``path``."""
    if name.startswith(STANDARD):
        from slaeditor import shipped

        return Found(shipped.named_standard(name.removeprefix(STANDARD)))
    if Path(name).is_file():
        return newest_in(Path(name))
    with open_library(path) as library:
        return in_library(library, name)


def context(library: Library, found: Found, exported: datetime) -> Context:
    """The circumstances that an export of the document prints: its revision, status and history."""
    from slaeditor.export.context import Context, Revision
    from slaeditor.model.lifecycle import Status, statuses

    past = library.revisions(found.agreement)
    label, status = str(found.revision), Status.DRAFT
    if not found.revision:
        label = "draft"
    elif found.changed:
        label += " + changes"
    else:
        terms = {one.ordinal: (one.effective, one.expires) for one in past}
        status = statuses(library.events(found.agreement), exported.date(), terms)[found.revision]
    return Context(
        revision=label,
        status=status,
        exported=exported,
        content_hash=content_hash(found.document),
        history=tuple(
            Revision(label=str(one.ordinal), on=one.at.date(), author=one.author, reason=one.message)
            for one in past
            if one.ordinal <= found.revision
        ),
    )
