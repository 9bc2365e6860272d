"""One agreement as a file: its revisions, events and draft, provable by their hashes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import msgspec
from sqlalchemy import Connection, select

from slaeditor.model.admission import admit
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash, from_json, to_json
from slaeditor.model.errors import DocumentError, UserError
from slaeditor.model.events import GENESIS, Committed, Event, Imported, decode, link
from slaeditor.model.lifecycle import State, step, terms_of
from slaeditor.model.sentence import say
from slaeditor.storage import drafts, heads, history, revisions
from slaeditor.storage.blobs import Blobs, base_of, sha256
from slaeditor.storage.records import Duplicate, Revision
from slaeditor.storage.schema import agreements, events, stamp

FORMAT = "slaeditor-agreement"
VERSION = 1
SUFFIX = ".slaj"


class Saved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A revision in a file; the document's bytes are kept as they stand, since their hash is proven."""

    stored: str
    parent: str
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    document: msgspec.Raw


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event in a file; its JSON is a text, since its bytes are chained."""

    hash: str
    body: str


class Parcel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: int
    agreement: str
    revisions: tuple[Saved, ...]
    events: tuple[Entry, ...]
    draft: msgspec.Raw = msgspec.Raw(b"null")


class Contents(msgspec.Struct, frozen=True):
    """What a file holds, after everything in it was proven."""

    agreement: str
    revisions: tuple[Revision, ...]
    documents: tuple[bytes, ...]
    events: tuple[Event, ...]
    bodies: tuple[str, ...]
    draft: Agreement | None
    newest: Agreement


_encoder = msgspec.json.Encoder(order="sorted")


def export(connection: Connection, blobs: Blobs, agreement: str) -> bytes:
    """The file of one agreement: UTF-8 JSON. Internal notes are in it: it is for colleagues, not for the customer."""
    head = heads.find(connection, agreement)
    history.read(connection, head.key, head.chain)
    rows = connection.execute(select(events).where(events.c.agreement == head.key).order_by(events.c.sequence))
    draft = drafts.newest(connection, blobs, head)[0] if head.drafted else b"null"
    parcel = Parcel(
        format=FORMAT,
        version=VERSION,
        agreement=head.id,
        revisions=tuple(
            Saved(kept.stored, kept.parent, kept.at, msgspec.Raw(blobs.get(connection, kept.stored)))
            for kept in revisions.all_of(connection, head.key)
        ),
        events=tuple(Entry(row.hash, row.body) for row in rows),
        draft=msgspec.Raw(draft),
    )
    return _encoder.encode(parcel) + b"\n"


def prove(data: bytes) -> Contents:
    """Reads a file and verifies every hash and the chain; ``DocumentError`` says what does not hold."""
    parcel = _parcel(data)
    bodies, past = _events(parcel.events)
    committed = [event for event in past if isinstance(event, Committed)]
    if len(committed) != len(parcel.revisions):
        raise DocumentError(say("The file's revisions are not those that its history tells of."))
    kept: list[Revision] = []
    document: Agreement | None = None
    for saved, event in zip(parcel.revisions, committed, strict=True):
        document = _document(saved, event)
        if saved.parent != (kept[-1].hash if kept else ""):
            raise DocumentError(
                say("Revision {ordinal} in the file does not follow the one before it.", ordinal=event.ordinal)
            )
        effective, expires = terms_of(document)
        kept.append(
            Revision(
                ordinal=event.ordinal,
                hash=event.revision,
                stored=saved.stored,
                parent=saved.parent,
                author=event.by,
                message=event.message,
                at=saved.at,
                effective=effective,
                expires=expires,
            )
        )
    draft = from_json(bytes(parcel.draft)) if bytes(parcel.draft) != b"null" else None
    newest = draft or document
    if newest is None:
        raise DocumentError(say("The file holds neither a revision nor a draft."))
    return Contents(
        agreement=parcel.agreement,
        revisions=tuple(kept),
        documents=tuple(bytes(saved.document) for saved in parcel.revisions),
        events=past,
        bodies=bodies,
        draft=draft,
        newest=newest,
    )


def _parcel(data: bytes) -> Parcel:
    try:
        raw = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("This is no agreement file: {error}.", error=error)) from error
    try:
        form = msgspec.json.decode(raw.get("format", b"null"), type=str | None)
        version = msgspec.json.decode(raw.get("version", b"0"), type=int)
        if form != FORMAT:
            raise DocumentError(say("This is no agreement file: its format is not named, or is another one."))
        if version != VERSION:
            raise DocumentError(
                say(
                    "This agreement file has version {version}; this program reads version {known}.",
                    version=version,
                    known=VERSION,
                ),
                remedy=say("A newer program can read it.") if version > VERSION else "",
            )
        return msgspec.json.decode(data, type=Parcel)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("The agreement file cannot be read: {error}.", error=error)) from error


def _events(entries: Sequence[Entry]) -> tuple[tuple[str, ...], tuple[Event, ...]]:
    previous = GENESIS
    past: list[Event] = []
    state = State()
    for number, entry in enumerate(entries, 1):
        if link(previous, entry.body.encode()) != entry.hash:
            raise DocumentError(say("The history in the file is broken at entry {number}.", number=number))
        previous = entry.hash
        event = decode(entry.body)
        try:
            admit(state, event)
        except UserError as error:
            raise DocumentError(
                say(
                    "Entry {number} of the history in the file cannot stand there: {what}",
                    number=number,
                    what=error.what,
                )
            ) from error
        state = step(state, event)
        past.append(event)
    return tuple(entry.body for entry in entries), tuple(past)


def _document(saved: Saved, event: Committed) -> Agreement:
    data = bytes(saved.document)
    if saved.stored != event.stored or sha256(data) != event.stored:
        raise DocumentError(say("Revision {ordinal} in the file no longer matches its hash.", ordinal=event.ordinal))
    document = from_json(data)
    # The content hash of an older format's document cannot be had from today's; its bytes are proven all the same.
    if to_json(document) == data and content_hash(document) != event.revision:
        raise DocumentError(
            say("Revision {ordinal} in the file does not match its content hash.", ordinal=event.ordinal)
        )
    return document


def take_in(
    connection: Connection, blobs: Blobs, contents: Contents, *, agreement: str, copy: bool, author: str, at: datetime
) -> None:
    """Adds a proven file's agreement under the id ``agreement``; ``Duplicate`` when the library has it already."""
    known = connection.execute(
        select(agreements.c.number, agreements.c.revision).where(agreements.c.id == agreement)
    ).first()
    if known is not None:
        raise Duplicate(
            say(
                "The library already holds this agreement: {number}, revision {revision}.",
                number=known.number or agreement,
                revision=known.revision,
            ),
            agreement,
        )
    imported = Imported(at=at, by=author, agreement=contents.agreement, copy=copy)
    state = State()
    for event in contents.events:
        state = step(state, event)
    admit(state, imported)
    state = step(state, imported)
    key = revisions.begin(connection, agreement, contents.newest, at)
    base = ""
    for revision, data in zip(contents.revisions, contents.documents, strict=True):
        base = base_of(connection, blobs.put(connection, data, base))
        revisions.insert_row(connection, key, revision)
    chain = GENESIS
    for number, body in enumerate(contents.bodies):
        chain = history.append_body(connection, key, number, chain, body.encode())
    values = history.append(connection, key, len(contents.bodies), chain, imported)
    newest = contents.revisions[-1] if contents.revisions else None
    if contents.draft is not None:
        data = to_json(contents.draft)
        drafts.put(connection, heads.find(connection, agreement), data, sha256(data), at, "")
    if newest is not None:
        values |= {"stored": newest.stored, "starts": newest.effective, "ends": newest.expires}
    drafted = contents.draft is not None
    values |= {"updated_at": stamp(at), "drafted": drafted, **heads.of_state(state)}
    heads.change(connection, key, values)
    history.write_periods(connection, key, state)
