"""The working copy of each agreement: saved often, never over another window's work."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.sentence import say
from slaeditor.storage import heads
from slaeditor.storage.blobs import Blobs, pack, sha256, unpack
from slaeditor.storage.heads import Head
from slaeditor.storage.prepared import Prepared
from slaeditor.storage.records import Conflict, Damaged, Working
from slaeditor.storage.schema import drafts, instant, stamp

MOST = 50_000_000
"""Bytes of JSON that a draft may have at most, as the model reads no more."""

_OF = select(drafts).where(drafts.c.agreement == bindparam("wanted"))
_SET = Prepared(update(drafts).where(drafts.c.agreement == bindparam("wanted")))
_ADD = Prepared(insert(drafts))
_DROP = Prepared(delete(drafts).where(drafts.c.agreement == bindparam("wanted")))


def working(connection: Connection, blobs: Blobs, head: Head) -> Working:
    """The newest document of an agreement."""
    data, saved_at, session = newest(connection, blobs, head)
    return Working(
        id=head.id,
        document=from_json(data),
        version=head.version,
        revision=head.revision,
        hash=head.hash,
        has_changes=head.drafted,
        saved_at=instant(saved_at),
        session=session,
    )


def newest(connection: Connection, blobs: Blobs, head: Head) -> tuple[bytes, str, str]:
    """The JSON of the newest document, when it was saved, and by which window (unknown for a revision)."""
    if not head.drafted:
        return blobs.get(connection, head.stored), head.updated_at, ""
    draft = connection.execute(_OF, {"wanted": head.key}).first()
    data = unpack(draft.data, MOST) if draft else None
    if draft is None or data is None or sha256(data) != draft.stored:
        raise Damaged(
            say("The draft of {number} no longer matches its hash.", number=head.number or head.id),
            remedy=say("Restore a backup."),
        )
    return data, draft.saved_at, draft.session


def expect(connection: Connection, blobs: Blobs, head: Head, version: int, mine: Agreement) -> None:
    """``Conflict`` unless the agreement is still at that version."""
    if head.version != version:
        raise Conflict(mine, working(connection, blobs, head))


def save(
    connection: Connection,
    blobs: Blobs,
    head: Head,
    document: Agreement,
    *,
    expected_version: int,
    at: datetime,
    session: str,
    findings: int | None,
) -> int:
    """Replaces the draft; a document equal to the newest revision leaves none. Returns the new version."""
    expect(connection, blobs, head, expected_version, document)
    data = to_json(document)
    digest = sha256(data)
    version: int = head.version + 1
    drafted = digest != head.stored
    if drafted:
        put(connection, head, data, digest, at, session)
    else:
        _DROP.run(connection, {"wanted": head.key})
    values = {"version": version, "drafted": drafted, "updated_at": stamp(at), **heads.of_document(document)}
    if findings is not None:
        values["findings"] = findings
    heads.change(connection, head.key, values)
    return version


def put(connection: Connection, head: Head, data: bytes, digest: str, at: datetime, session: str) -> None:
    """Writes the draft's row."""
    values = {
        "base": head.revision,
        "stored": digest,
        "data": pack(data),
        "saved_at": stamp(at),
        "session": session,
    }
    if head.drafted:
        _SET.run(connection, {"wanted": head.key, **values})
    else:
        _ADD.run(connection, {"agreement": head.key, **values})


def discard(connection: Connection, blobs: Blobs, agreement: str, *, expected_version: int, at: datetime) -> Working:
    """Goes back to the newest revision, if there is one, and returns it."""
    head = heads.find(connection, agreement)
    if head.revision and head.drafted:
        current = working(connection, blobs, head)
        expect(connection, blobs, head, expected_version, current.document)
        _DROP.run(connection, {"wanted": head.key})
        document = from_json(blobs.get(connection, head.stored))
        values = {"version": head.version + 1, "drafted": False, "updated_at": stamp(at)}
        heads.change(connection, head.key, {**values, **heads.of_document(document)})
        head = heads.find(connection, agreement)
    return working(connection, blobs, head)


def drop(connection: Connection, key: int) -> None:
    """Removes the draft's row."""
    _DROP.run(connection, {"wanted": key})
