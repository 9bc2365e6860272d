"""The documents that a file holds: a bare document, an agreement file with its revisions, or a PDF of ours."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json


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
    return (Held(from_json(data)),)


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
