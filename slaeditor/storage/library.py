"""The library: everything that the window and the command line may ask of the storage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

import platformdirs
from sqlalchemy import delete, insert, select

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.model.events import Event
from slaeditor.model.lifecycle import State
from slaeditor.model.sentence import say
from slaeditor.storage import drafts, heads, history, indexing, listing, revisions, searching
from slaeditor.storage.blobs import Blobs
from slaeditor.storage.opening import open_database
from slaeditor.storage.records import Changes, Filter, Group, Hit, Problem, Revision, Row, Working
from slaeditor.storage.schema import settings

BUSY_SECONDS = 5.0
"""How long a write waits for another program's."""


def default_path() -> Path:
    """Where a person's library lies unless they say otherwise."""
    return Path(platformdirs.user_data_dir("slaeditor", appauthor=False)) / "library.slalib"


class Library:
    """One library file. Every method is one transaction, all or nothing, and may be called from any thread.

    ``UserError`` comes for faults of the file (full disk, locked, read-only, damaged) from every method, and for what
    each says besides. Instants (``at``) need their zone.
    """

    def __init__(self, path: Path, *, create: bool = True, busy: float = BUSY_SECONDS) -> None:
        """Opens a library, or creates it with its folder; migrates an older one after copying it beside itself."""
        self.path = path
        self._busy = busy
        self.database = open_database(path, create=create, busy=busy)
        self._blobs = Blobs()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.database.close()

    # One agreement

    def create(
        self,
        document: Agreement,
        *,
        author: str,
        at: datetime,
        session: str = "",
        origin: str = "",
        agreement_id: str | None = None,
    ) -> Working:
        """A new agreement whose draft is the document; ``origin`` is the content hash of the standard it started from."""
        name = agreement_id or str(uuid4())
        with self.database.write() as connection:
            revisions.create(connection, name, document, author=author, at=at, session=session, origin=origin)
            head = heads.find(connection, name)
            indexing.bound(connection, self._blobs, head.waiting)
            return drafts.working(connection, self._blobs, head)

    def load(self, agreement_id: str) -> Working:
        """The newest document: the draft, or else the newest revision."""
        with self.database.read() as connection:
            return drafts.working(connection, self._blobs, heads.find(connection, agreement_id))

    def save_draft(
        self,
        agreement_id: str,
        document: Agreement,
        expected_version: int,
        *,
        at: datetime,
        session: str = "",
        findings: int | None = None,
    ) -> int:
        """Replaces the draft and returns the next version; ``Conflict`` when it was saved elsewhere meanwhile.

        ``findings`` is the number of open findings that the list shows; None leaves it as it is.
        """
        with self.database.write() as connection:
            head = heads.find(connection, agreement_id)
            version = drafts.save(
                connection,
                self._blobs,
                head,
                document,
                expected_version=expected_version,
                at=at,
                session=session,
                findings=findings,
            )
            indexing.bound(connection, self._blobs, head.waiting)
            return version

    def discard_draft(self, agreement_id: str, expected_version: int, *, at: datetime) -> Working:
        """Goes back to the newest revision; without one nothing happens. ``Conflict`` as in ``save_draft``."""
        with self.database.write() as connection:
            return drafts.discard(connection, self._blobs, agreement_id, expected_version=expected_version, at=at)

    def commit(
        self,
        agreement_id: str,
        document: Agreement,
        *,
        author: str,
        message: str,
        at: datetime,
        expected_version: int,
        findings: int | None = None,
    ) -> tuple[Revision, int]:
        """Saves the document as the next revision, with its event, and ends the draft; returns also the next version.

        ``Conflict`` as in ``save_draft``, ``Unchanged`` when it equals the newest revision, ``UserError`` without
        a message or an author.
        """
        with self.database.write() as connection:
            head = heads.find(connection, agreement_id)
            done = revisions.commit(
                connection,
                self._blobs,
                head,
                document,
                author=author,
                message=message,
                at=at,
                expected_version=expected_version,
                findings=findings,
            )
            indexing.bound(connection, self._blobs, head.waiting)
            return done

    def revisions(self, agreement_id: str) -> tuple[Revision, ...]:
        """All revisions, oldest first, without their documents."""
        with self.database.read() as connection:
            return revisions.all_of(connection, heads.find(connection, agreement_id).key)

    def revision(self, agreement_id: str, ordinal: int) -> tuple[Revision, Agreement]:
        """One revision and its document, verified; ``UserError`` when there is none of that number."""
        with self.database.read() as connection:
            found = revisions.one(connection, heads.find(connection, agreement_id), ordinal)
            return found, revisions.document(connection, self._blobs, found)

    def events(self, agreement_id: str) -> tuple[Event, ...]:
        """The whole history, oldest first, its chain verified (``Damaged``)."""
        with self.database.read() as connection:
            head = heads.find(connection, agreement_id)
            return history.read(connection, head.key, head.chain)

    def state(self, agreement_id: str) -> State:
        """What follows from the events so far: stage, needed and given approvals, signatures, contracts."""
        with self.database.read() as connection:
            return heads.state_of(heads.find(connection, agreement_id))

    def record(self, agreement_id: str, event: Event) -> State:
        """Adds an event to the history and returns the new state; ``UserError`` when it may not follow now."""
        with self.database.write() as connection:
            return history.record(connection, agreement_id, event)

    # All agreements

    def agreements(self, wanted: Filter) -> tuple[Row, ...]:
        """The list."""
        with self.database.read() as connection:
            return listing.listed(connection, wanted)

    def counts(self, wanted: Filter) -> dict[Group, int]:
        """How many lines the list would have for each group, whatever the group of the filter is."""
        with self.database.read() as connection:
            return listing.counted(connection, wanted)

    def count(self, wanted: Filter) -> int:
        """How many lines the list would have."""
        with self.database.read() as connection:
            return listing.counted_one(connection, wanted)

    def places_of(self, content_hash: str) -> tuple[tuple[str, int], ...]:
        """Ids of the agreements with a revision of that content hash, each with the newest such ordinal."""
        with self.database.read() as connection:
            return revisions.with_hash(connection, content_hash)

    def find(self, name: str) -> str:
        """The id of the agreement with that id or number; ``UserError`` when there is none, or more than one."""
        with self.database.read() as connection:
            return heads.named(connection, name)

    def next_number(self, prefix: str) -> str:
        """The first number after the highest in use: ``next_number("SLA-2026-")`` is "SLA-2026-0001" at first."""
        with self.database.read() as connection:
            return heads.next_number(connection, prefix)

    def search(
        self, text: str, *, limit: int = 100, kind: str = "agreement", archived: bool = False
    ) -> tuple[Hit, ...]:
        """Places in the newest documents that hold every word, or a word beginning with it; the best come first."""
        with self.database.read() as connection:
            if not indexing.waiting(connection):
                return searching.search(connection, text, limit=limit, kind=kind, archived=archived)
        self.index()
        with self.database.read() as connection:
            return searching.search(connection, text, limit=limit, kind=kind, archived=archived)

    def index(self, limit: int | None = None) -> int:
        """Lets the search know what was saved lately (at most ``limit`` agreements); returns how many still wait.

        ``search`` does it by itself; an idle moment after typing is a good time to be ahead of it.
        """
        with self.database.write() as connection:
            return indexing.catch_up(connection, self._blobs, limit)

    def changes_since(self, token: int) -> Changes:
        """Which agreements were saved, committed or moved on by anyone since the token; 0 asks for all."""
        with self.database.read() as connection:
            return heads.changes_since(connection, token)

    def setting(self, key: str) -> str | None:
        """A setting that belongs to the library, not to the person."""
        with self.database.read() as connection:
            return connection.execute(select(settings.c.value).where(settings.c.key == key)).scalar()

    def settings(self, prefix: str) -> dict[str, str]:
        """The settings whose keys begin so, by what follows."""
        with self.database.read() as connection:
            wanted = settings.c.key.startswith(prefix, autoescape=True)
            found = connection.execute(select(settings.c.key, settings.c.value).where(wanted))
            return {str(row.key).removeprefix(prefix): row.value for row in found}

    def set_setting(self, key: str, value: str | None) -> None:
        """Keeps a setting, or forgets it."""
        with self.database.write() as connection:
            connection.execute(delete(settings).where(settings.c.key == key))
            if value is not None:
                connection.execute(insert(settings), {"key": key, "value": value})

    # Files

    def export_agreement(self, agreement_id: str) -> bytes:
        """The agreement as a ``.slaj`` file: revisions, events and draft, internal notes included."""
        from slaeditor.storage import transfer  # like backup and doctor: no start has to wait for it

        with self.database.read() as connection:
            return transfer.export(connection, self._blobs, agreement_id)

    def import_agreement(
        self, data: bytes, *, author: str, at: datetime, copy: bool = False, proved: Callable[[], None] = lambda: None
    ) -> str:
        """Adds the agreement of a ``.slaj`` file and returns its id; every hash and the chain are verified first.

        ``Duplicate`` when it is here already; as a copy it becomes a new agreement, a draft again, with its past. ``proved`` is
        called between the two; what it raises leaves the library as it was.
        """
        from slaeditor.storage import transfer

        contents = transfer.prove(data)
        proved()
        name = str(uuid4()) if copy else contents.agreement
        with self.database.write() as connection:
            transfer.take_in(connection, self._blobs, contents, agreement=name, copy=copy, author=author, at=at)
            indexing.bound(connection, self._blobs, indexing.waiting(connection))
        return name

    def backup(
        self, target: Path, *, overwrite: bool = False, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Writes the whole library to a file; ``UserError`` when it exists and may not be overwritten.

        ``progress`` is told how many pages of how many are written; what it raises ends the work, and nothing is written.
        """
        from slaeditor.storage import backup

        backup.backup(self.path, target, busy=self._busy, overwrite=overwrite, progress=progress)

    def doctor(self, progress: Callable[[int, int], None] | None = None) -> tuple[Problem, ...]:
        """Everything that is wrong with the library; nothing is changed."""
        from slaeditor.storage import doctor

        return doctor.examine(self.database, self._blobs, progress)

    def rebuild_search(self) -> None:
        """Makes the search index anew."""
        with self.database.write() as connection:
            indexing.rebuild(connection, self._blobs)


def restore(library: Path, source: Path, *, busy: float = BUSY_SECONDS) -> Path | None:
    """Puts a backup in a library's place after examining it; returns where the replaced library was kept, if any."""
    if library.resolve() == source.resolve():
        raise UserError(say("“{source}” is the library itself.", source=source), kept=say("Nothing was changed."))
    from slaeditor.storage import backup

    return backup.restore(library, source, busy=busy)
