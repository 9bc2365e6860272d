"""The index of all text: each text is kept and indexed once, with the places where the newest documents hold it.

A save only marks the agreement as not yet indexed. The texts follow before the next search, and only those that
changed; or earlier, as soon as more than ``PENDING`` agreements wait, so that no search has to catch up with many.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json
from slaeditor.model.summary import fold, searchable
from slaeditor.storage import drafts, heads
from slaeditor.storage.blobs import Blobs
from slaeditor.storage.heads import Head
from slaeditor.storage.schema import agreements, places, spots, texts
from slaeditor.storage.sqlite import fulltext

T = TypeVar("T")
Place = tuple[str, str]
"""The path of a text and its label."""

PENDING = 16
"""How many agreements may wait."""

_WAITING = select(agreements.c.id).where(agreements.c.indexed != agreements.c.version)
_COUNT = select(func.count()).select_from(agreements).where(agreements.c.indexed != agreements.c.version)
_PLACES = (
    select(places.c.spot, spots.c.path, spots.c.label, places.c.text, texts.c.digest)
    .join(spots, spots.c.id == places.c.spot)
    .join(texts, texts.c.id == places.c.text)
    .where(places.c.agreement == bindparam("wanted"))
)
_INDEXED = update(agreements).where(agreements.c.key == bindparam("wanted"))


def waiting(connection: Connection) -> int:
    """How many agreements the index does not know in their newest state."""
    return int(connection.execute(_COUNT).scalar_one())


def catch_up(connection: Connection, blobs: Blobs, limit: int | None = None) -> int:
    """Indexes agreements that wait, and returns how many still do."""
    for agreement in connection.execute(_WAITING.limit(limit)).scalars().all():
        head = heads.find(connection, agreement)
        data, _, _ = drafts.newest(connection, blobs, head)
        index(connection, head, from_json(data))
    return waiting(connection)


def bound(connection: Connection, blobs: Blobs, behind: int) -> None:
    """Catches up as soon as more agreements wait than one search should have to deal with."""
    if behind > PENDING:
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
    for spots_gone in _chunks([spot for spot, _ in gone]):
        connection.execute(delete(places).where(places.c.agreement == head.key, places.c.spot.in_(spots_gone)))
    if digests:
        text_ids = _texts(connection, {digest: wanted[place] for place, digest in digests.items()})
        spot_ids = _spots(connection, list(digests))
        connection.execute(
            insert(places),
            [
                {"agreement": head.key, "spot": spot_ids[place], "text": text_ids[digest]}
                for place, digest in digests.items()
            ],
        )
    _forget(connection, [text for _, text in gone])
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


def _texts(connection: Connection, wanted: dict[bytes, str]) -> dict[bytes, int]:
    """The ids of texts by their digests; new ones are added."""
    known = _known_texts(connection, list(wanted))
    new = [digest for digest in wanted if digest not in known]
    if new:
        rows = [{"digest": digest, "text": wanted[digest], "folded": fold(wanted[digest])} for digest in new]
        connection.execute(insert(texts), rows)
        known |= _known_texts(connection, new)
    return known


def _known_texts(connection: Connection, digests: list[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for some in _chunks(digests):
        rows = connection.execute(select(texts.c.digest, texts.c.id).where(texts.c.digest.in_(some)))
        found |= {row.digest: row.id for row in rows}
    return found


def _spots(connection: Connection, wanted: list[Place]) -> dict[Place, int]:
    """The ids of paths with their labels; new ones are added."""
    known = _known_spots(connection, wanted)
    new = [place for place in wanted if place not in known]
    if new:
        connection.execute(insert(spots), [{"path": path, "label": label} for path, label in new])
        known |= _known_spots(connection, new)
    return known


def _known_spots(connection: Connection, wanted: list[Place]) -> dict[Place, int]:
    found: dict[Place, int] = {}
    for some in _chunks([path for path, _ in wanted]):
        rows = connection.execute(select(spots.c.path, spots.c.label, spots.c.id).where(spots.c.path.in_(some)))
        found |= {(path, label): number for path, label, number in rows}
    return found


def _chunks(items: list[T], size: int = 500) -> Iterator[list[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _forget(connection: Connection, candidates: list[int]) -> None:
    """Removes texts that stand nowhere any more."""
    used = exists().where(places.c.text == texts.c.id)
    for some in _chunks(candidates):
        connection.execute(delete(texts).where(texts.c.id.in_(some), ~used))


def rebuild(connection: Connection, blobs: Blobs) -> None:
    """Makes all that the search knows anew."""
    # First it has to fit the texts again, or their removal could not be followed.
    fulltext.rebuild(connection)
    for table in (places, texts, spots):
        connection.execute(delete(table))
    connection.execute(update(agreements).values(indexed=0))
    catch_up(connection, blobs)
