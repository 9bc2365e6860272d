"""Revisions: immutable, each with its parent, author and message, and an event of its own."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from slaeditor.model.admission import admit
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash, from_json, to_json
from slaeditor.model.errors import UserError
from slaeditor.model.events import GENESIS, Committed, Created
from slaeditor.model.lifecycle import State, step, terms_of
from slaeditor.model.sentence import say
from slaeditor.storage import drafts, heads, history
from slaeditor.storage.blobs import Blobs, sha256
from slaeditor.storage.heads import Head
from slaeditor.storage.prepared import Prepared
from slaeditor.storage.records import Revision, Unchanged
from slaeditor.storage.schema import agreements, instant, new_key, revisions, stamp

_ADD = Prepared(insert(revisions))
_OF = select(revisions).where(revisions.c.agreement == bindparam("wanted")).order_by(revisions.c.ordinal)
_ONE = select(revisions).where(revisions.c.agreement == bindparam("wanted"), revisions.c.ordinal == bindparam("number"))


def create(
    connection: Connection, agreement: str, document: Agreement, *, author: str, at: datetime, session: str, origin: str
) -> None:
    """A new agreement with a draft and no revision; ``UserError`` when the id is taken."""
    if connection.execute(select(agreements.c.key).where(agreements.c.id == agreement)).first() is not None:
        raise UserError(
            say("The library already holds an agreement with the id “{agreement}”.", agreement=agreement),
            kept=say("Nothing was added."),
        )
    event = Created(at=at, by=author, agreement=agreement, origin=origin)
    admit(State(), event)
    data = to_json(document)
    start = begin(connection, agreement, document, at)
    head = heads.find(connection, agreement)
    drafts.put(connection, head, data, sha256(data), at, session)
    heads.change(connection, start, {"drafted": True, **history.append(connection, start, 0, GENESIS, event)})


def begin(connection: Connection, agreement: str, document: Agreement, at: datetime) -> int:
    """The row of a new agreement without anything yet but its open findings; returns its key."""
    from slaeditor.model import checks  # a library is opened sooner without them

    added = connection.execute(
        insert(agreements).values(
            id=agreement,
            updated_at=stamp(at),
            chain=GENESIS,
            version=1,
            changed=heads.NEXT_CHANGE,
            findings=len(checks.open_findings(document)),
            **heads.of_document(document),
            **heads.of_state(State()),
        )
    )
    return new_key(added)


def commit(
    connection: Connection,
    blobs: Blobs,
    head: Head,
    document: Agreement,
    *,
    author: str,
    message: str,
    at: datetime,
    expected_version: int,
    findings: int | None,
) -> tuple[Revision, int]:
    """Saves the document as the next revision and ends the draft; returns the revision and the new version."""
    drafts.expect(connection, blobs, head, expected_version, document)
    revision = _next(connection, blobs, head, document, author=author, message=message, at=at)
    event = Committed(
        at=at,
        by=author,
        ordinal=revision.ordinal,
        revision=revision.hash,
        stored=revision.stored,
        message=revision.message,
    )
    before = heads.state_of(head)
    admit(before, event)
    insert_row(connection, head.key, revision)
    values: dict[str, Any] = {
        **history.append(connection, head.key, head.sequence, head.chain, event),
        **heads.of_state(step(before, event)),
        **heads.of_document(document),
        "stored": revision.stored,
        "starts": revision.effective,
        "ends": revision.expires,
        "drafted": False,
        "version": head.version + 1,
        "updated_at": stamp(at),
    }
    if findings is not None:
        values["findings"] = findings
    if head.drafted:
        drafts.drop(connection, head.key)
    heads.change(connection, head.key, values)
    return revision, head.version + 1


def _next(
    connection: Connection, blobs: Blobs, head: Head, document: Agreement, *, author: str, message: str, at: datetime
) -> Revision:
    """The next revision, its document stored; ``Unchanged`` when nothing differs from the newest one."""
    data = to_json(document)
    stored = blobs.put(connection, data, head.base or head.stored)
    if stored == head.stored:
        raise Unchanged(
            say("Nothing has changed since revision {revision}.", revision=head.revision),
            kept=say("No revision was added."),
        )
    effective, expires = terms_of(document)
    return Revision(
        ordinal=head.revision + 1,
        hash=content_hash(document),
        stored=stored,
        parent=head.hash,
        author=author,
        message=message.strip(),
        at=at,
        effective=effective,
        expires=expires,
    )


def insert_row(connection: Connection, key: int, revision: Revision) -> None:
    """Writes the row of a revision."""
    _ADD.run(
        connection,
        {
            "agreement": key,
            "ordinal": revision.ordinal,
            "hash": revision.hash,
            "stored": revision.stored,
            "parent": revision.parent,
            "author": revision.author,
            "message": revision.message,
            "at": stamp(revision.at),
            "effective": revision.effective,
            "expires": revision.expires,
        },
    )


def all_of(connection: Connection, key: int) -> tuple[Revision, ...]:
    """The revisions of an agreement, oldest first."""
    return tuple(_revision(row) for row in connection.execute(_OF, {"wanted": key}))


def one(connection: Connection, head: Head, ordinal: int) -> Revision:
    """One revision by its number; ``UserError`` when there is none."""
    row = connection.execute(_ONE, {"wanted": head.key, "number": ordinal}).first()
    if row is None:
        raise UserError(
            say(
                "{number} has no revision {ordinal}; the newest is {revision}.",
                number=head.number or head.id,
                ordinal=ordinal,
                revision=head.revision,
            )
        )
    return _revision(row)


def with_hash(connection: Connection, content_hash: str) -> tuple[tuple[str, int], ...]:
    """Ids of the agreements with a revision of that content hash, and its ordinal; the newest of each agreement."""
    found = (
        select(agreements.c.id, func.max(revisions.c.ordinal))
        .join(revisions, revisions.c.agreement == agreements.c.key)
        .where(revisions.c.hash == content_hash)
        .group_by(agreements.c.key)
        .order_by(agreements.c.key)
    )
    return tuple((name, ordinal) for name, ordinal in connection.execute(found))


def document(connection: Connection, blobs: Blobs, revision: Revision) -> Agreement:
    """The document of a revision, of whatever format it was saved in; its bytes are verified against their hash."""
    return from_json(blobs.get(connection, revision.stored))


def _revision(row: Row[Any]) -> Revision:
    return Revision(
        ordinal=row.ordinal,
        hash=row.hash,
        stored=row.stored,
        parent=row.parent,
        author=row.author,
        message=row.message,
        at=instant(row.at),
        effective=row.effective,
        expires=row.expires,
    )
