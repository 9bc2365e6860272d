"""Whether a library is sound: the file, every hash, every chain, and every copy of what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from slaeditor.model.admission import admit
from slaeditor.model.canonical import content_hash, from_json, to_json
from slaeditor.model.errors import UserError
from slaeditor.model.events import Committed, Event
from slaeditor.model.lifecycle import State, step, terms_of
from slaeditor.storage import drafts, heads, history, indexing, revisions
from slaeditor.storage.blobs import Blobs
from slaeditor.storage.records import Problem, Revision
from slaeditor.storage.schema import agreements, periods
from slaeditor.storage.sqlite import copies, fulltext
from slaeditor.storage.sqlite.connect import Database

Progress = Callable[[int, int], None]
"""Told how many agreements of how many are done; what it raises ends the examination."""


def examine(database: Database, blobs: Blobs, progress: Progress | None = None) -> tuple[Problem, ...]:
    """Everything wrong with a library; nothing is changed. Reads every document once."""
    where = str(database.path)
    with database.write() as connection:
        # The index can only be asked as if it were written to, hence the lock; it is let go at once.
        searchable = fulltext.sound(connection)
    with database.read() as connection:
        found = [Problem(where, line) for line in copies.unsound(connection)]
        if not searchable:
            found.append(Problem(where, "The search index does not fit the texts."))
        every = connection.execute(select(agreements).order_by(agreements.c.key)).all()
        for done, head in enumerate(every):
            if progress:
                progress(done, len(every))
            name = f"{head.number or 'without number'} ({head.id})"
            found += [Problem(name, what) for what in _agreement(connection, blobs, head)]
    return tuple(found)


def _agreement(connection: Connection, blobs: Blobs, head: Row[Any]) -> Iterator[str]:
    try:
        events = history.read(connection, head.key, head.chain)
    except UserError as error:
        yield error.what
        events = None
    kept = revisions.all_of(connection, head.key)
    yield from _revisions(connection, blobs, kept)
    if events is not None:
        yield from _history(connection, head, events, kept)
    try:
        data, _, _ = drafts.newest(connection, blobs, heads.find(connection, head.id))
        document = from_json(data)
    except UserError as error:
        yield f"The newest document cannot be read: {error.what}"
        return
    if any(getattr(head, name) != value for name, value in heads.of_document(document).items()):
        yield "The list does not show what the newest document says."
    if head.indexed == head.version and not indexing.fits(connection, head.key, document):
        yield "The search does not know the newest document."


def _revisions(connection: Connection, blobs: Blobs, kept: tuple[Revision, ...]) -> Iterator[str]:
    parent = ""
    for number, revision in enumerate(kept, 1):
        name = f"Revision {revision.ordinal}"
        if revision.ordinal != number or revision.parent != parent:
            yield f"{name} does not follow the one before it."
        parent = revision.hash
        try:
            data = blobs.get(connection, revision.stored)
            document = from_json(data)
        except UserError as error:
            yield f"{name} cannot be read: {error.what}"
            continue
        # A document of an older format is read as today's, and today's content hash is another one;
        # its bytes are still proven by the hash in the chain of events.
        if to_json(document) == data and content_hash(document) != revision.hash:
            yield f"{name} does not match its content hash."
        if (revision.effective, revision.expires) != terms_of(document):
            yield f"{name} has other dates than its document."


def _history(
    connection: Connection, head: Row[Any], events: tuple[Event, ...], kept: tuple[Revision, ...]
) -> Iterator[str]:
    if head.sequence != len(events):
        yield "The number of events is not the one noted."
    state = State()
    for number, event in enumerate(events, 1):
        try:
            admit(state, event)
        except UserError as error:
            yield f"Entry {number} of the history cannot stand there: {error.what}"
        state = step(state, event)
    committed = [(e.ordinal, e.revision, e.stored, e.by, e.message) for e in events if isinstance(e, Committed)]
    if committed != [(r.ordinal, r.hash, r.stored, r.author, r.message) for r in kept]:
        yield "The revisions are not those that the history tells of."
    newest = kept[-1] if kept else None
    expected = {
        **heads.of_state(state),
        "stored": newest.stored if newest else "",
        "starts": newest.effective if newest else None,
        "ends": newest.expires if newest else None,
    }
    if any(getattr(head, name) != value for name, value in expected.items()):
        yield "The status in the list is not the one that follows from the history."
    rows = connection.execute(select(periods).where(periods.c.agreement == head.key).order_by(periods.c.ordinal))
    due = [(p.ordinal, p.start, p.end) for p in history.periods_of(connection, head.key, state)]
    if [(row.ordinal, row.start, row.end) for row in rows] != due:
        yield "The dates in force are not those that follow from the history."
