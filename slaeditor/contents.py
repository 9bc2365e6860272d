"""The documents that a file holds: a bare document, an agreement file with its revisions, or a PDF of ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json
from slaeditor.model.errors import DocumentError
from slaeditor.model.sentence import joined, say

if TYPE_CHECKING:
    from slaeditor.model.checks import Finding


@dataclass(frozen=True)
class Held:
    """One document in a file. ``revision`` is 0 for a draft or where there are no revisions; ``sealed``: without internal terms."""

    document: Agreement
    revision: int = 0
    message: str = ""
    sealed: bool = False


class _Top(msgspec.Struct):
    format: object = None


def is_document(data: bytes) -> bool:
    """Whether this is the JSON of a bare document (its format is a number) rather than an agreement file."""
    return isinstance(_format(data), int)


def held(data: bytes) -> tuple[Held, ...]:
    """What the file holds, the newest first; ``DocumentError`` says in a sentence why there is nothing."""
    if data.lstrip()[:5] == b"%PDF-":
        from slaeditor.export.pdf.attached import document_in

        return (Held(document_in(data), sealed=True),)
    if isinstance(_format(data), str):
        return _agreement(data)
    return (Held(document_of(data)),)


def document_of(data: bytes) -> Agreement:
    """The document in JSON; ``DocumentError`` says what is wrong, and which rules of the checks a file from elsewhere breaks."""
    try:
        return from_json(data)
    except DocumentError as error:
        broken = [say("{rule}: {sentence}", rule=one.rule, sentence=one.sentence) for one in _broken_rules(data)]
        if not broken:
            raise
        raise DocumentError(joined(" ", [error.what, *broken]), kept=error.kept, remedy=error.remedy) from error


def _broken_rules(data: bytes) -> Iterable[Finding]:
    from slaeditor.model.checks import imported

    try:
        return imported.faults(msgspec.json.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ()


def _agreement(data: bytes) -> tuple[Held, ...]:
    from slaeditor.storage import transfer

    found = transfer.prove(data)
    past = [
        Held(from_json(document), one.ordinal, one.message)
        for one, document in zip(found.revisions, found.documents, strict=True)
    ]
    draft = [] if found.draft is None else [Held(found.draft)]
    return (*draft, *reversed(past))


def _format(data: bytes) -> object:
    try:
        return msgspec.json.decode(data, type=_Top).format
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
