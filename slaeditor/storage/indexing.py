"""The index of all text: each text is kept and indexed once, with the places where the newest documents hold it.

A save only marks the agreement as not yet indexed. The texts follow before the next search, and only those that
changed; or earlier, as soon as more than ``PENDING`` agreements wait, so that no search has to catch up with many.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json
from slaeditor.model.summary import fold, searchable
from slaeditor.storage import drafts
from slaeditor.storage.blobs import Blobs
from slaeditor.storage.heads import Head
from slaeditor.storage.schema import agreements, new_key, places, spots, texts
from slaeditor.storage.sqlite import fulltext

PENDING = 16

_WAITING = select(agreements).where(agreements.c.indexed != agreements.c.version)
_PLACES = (
    select(places.c.spot, spots.c.path, spots.c.label, places.c.text, texts.c.digest)
    .join(spots, spots.c.id == places.c.spot)
    .join(texts, texts.c.id == places.c.text)
    .where(places.c.agreement == bindparam("wanted"))
)
_TEXT = select(texts.c.id).where(texts.c.digest == bindparam("wanted"))
_SPOT = select(spots.c.id).where(spots.c.path == bindparam("where"), spots.c.label == bindparam("called"))
_INDEXED = update(agreements).where(agreements.c.key == bindparam("wanted"))


def waiting(connection: Connection) -> int:
    """How many agreements the index does not know in their newest state."""
    return int(
        connection.execute(
            select(func.count()).select_from(agreements).where(agreements.c.indexed != agreements.c.version)
        ).scalar_one()
    )


def catch_up(connection: Connection, blobs: Blobs, limit: int | None = None) -> int:
    """Indexes agreements that wait, and returns how many still do."""
    for head in connection.execute(_WAITING.limit(limit)).all():
        data, _, _ = drafts.newest(connection, blobs, head)
        index(connection, head, from_json(data))
    return waiting(connection)


def bound(connection: Connection, blobs: Blobs) -> None:
    """Catches up as soon as more agreements wait than one search should have to deal with."""
    if waiting(connection) > PENDING:
        catch_up(connection, blobs)


def fits(connection: Connection, key: int, document: Agreement) -> bool:
    """Whether the places of an agreement are exactly those of the document."""
    known = {(row.path, row.label): row.digest for row in connection.execute(_PLACES, {"wanted": key})}
    return known == {(path, label): _digest(text) for path, label, text in _joined(searchable(document))}


def index(connection: Connection, head: Head, document: Agreement) -> None:
    """Makes the places of an agreement those of the document, touching only what differs."""
    wanted = {(path, label): text for path, label, text in _joined(searchable(document))}
    digests = {place: _digest(text) for place, text in wanted.items()}
    gone: list[tuple[int, int]] = []
    for row in connection.execute(_PLACES, {"wanted": head.key}).all():
        if digests.get((row.path, row.label)) == row.digest:
            del digests[(row.path, row.label)]
        else:
            gone.append((row.spot, row.text))
    for spot, _ in gone:
        connection.execute(delete(places).where(places.c.agreement == head.key, places.c.spot == spot))
    added = [
        {"agreement": head.key, "spot": _spot(connection, *place), "text": _text(connection, digest, wanted[place])}
        for place, digest in digests.items()
    ]
    if added:
        connection.execute(insert(places), added)
    _forget(connection, {text for _, text in gone})
    connection.execute(_INDEXED.values(indexed=head.version), {"wanted": head.key})


def _joined(found: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, str, str]]:
    """One text a place: texts that share path and label follow one another in lines."""
    lines: dict[tuple[str, str], list[str]] = {}
    for path, label, text in found:
        if text.strip():
            lines.setdefault((path, label), []).append(text)
    return ((path, label, "\n".join(parts)) for (path, label), parts in lines.items())


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _text(connection: Connection, digest: bytes, text: str) -> int:
    known = connection.execute(_TEXT, {"wanted": digest}).scalar()
    if known is not None:
        return int(known)
    added = connection.execute(insert(texts), {"digest": digest, "text": text, "folded": fold(text)})
    return new_key(added)


def _spot(connection: Connection, path: str, label: str) -> int:
    known = connection.execute(_SPOT, {"where": path, "called": label}).scalar()
    if known is not None:
        return int(known)
    added = connection.execute(insert(spots), {"path": path, "label": label})
    return new_key(added)


def _forget(connection: Connection, candidates: Iterable[int]) -> None:
    """Removes texts that stand nowhere any more."""
    used = exists().where(places.c.text == texts.c.id)
    for text in candidates:
        connection.execute(delete(texts).where(texts.c.id == text, ~used))


def rebuild(connection: Connection, blobs: Blobs) -> None:
    """Makes all that the search knows anew."""
    for table in (places, texts, spots):
        connection.execute(delete(table))
    fulltext.rebuild(connection)
    connection.execute(update(agreements).values(indexed=0))
    catch_up(connection, blobs)
