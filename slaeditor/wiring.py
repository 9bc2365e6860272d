"""The store, the exports and the shipped standards, in the shape in which the window asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec

from slaeditor import files
from slaeditor.model.agreement import Agreement
from slaeditor.model.events import Event
from slaeditor.numbering import NUMBERS
from slaeditor.ui import ports, records
from slaeditor.ui.records import Group, Query

if TYPE_CHECKING:
    from slaeditor.export.context import Acknowledged, Context
    from slaeditor.model.checks import Past
    from slaeditor.storage.library import Library
    from slaeditor.storage.records import Filter

UNPARSED = "unparsed:"


def _findings(document: Agreement) -> int:
    """How many findings of the document the list shows: those that keep it from being issued."""
    from slaeditor.model.checks import open_findings  # a Library is painted sooner without them

    return len(open_findings(document))


def _texts(kept: str) -> dict[str, str]:
    return msgspec.json.decode(kept, type=dict[str, str])


class Shelf:
    """The library file, opened when it is first needed: SQLAlchemy takes longer to load than the window to appear."""

    def __init__(self, path: Path | None, *, create: bool = True) -> None:
        self._path = path
        self._create = create
        self._lock = Lock()
        self._library: Library | None = None

    @property
    def place(self) -> str:
        """Where the library is."""
        return str(self._path) if self._path else str(self.library.path)

    @property
    def library(self) -> Library:
        """The open library; ``UserError`` when it cannot be opened."""
        with self._lock:
            if self._library is None:
                from slaeditor.storage.library import Library, default_path

                self._path = self._path or default_path()
                self._library = Library(self._path, create=self._create)
                self._create = False  # a file that goes away meanwhile is missed, and not made anew
            return self._library

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library = None


class LibraryOfWindow:
    """One window's view of the library: every call carries who does it, and when."""

    def __init__(self, shelf: Shelf, clock: ports.Clock, user: Callable[[], str]) -> None:
        self._shelf, self._clock, self._user = shelf, clock, user

    @property
    def place(self) -> str:
        """Where the library is."""
        return self._shelf.place

    def rows(self, query: Query) -> Sequence[records.LibraryRow]:
        """The lines of the library. What was typed and not understood is found fault with here as among the problems."""
        library = self._shelf.library
        rows, kept = library.agreements(self._filter(query)), library.settings(UNPARSED)
        if not kept:
            return rows
        more = {agreement: len(_texts(value)) for agreement, value in kept.items()}
        change = msgspec.structs.replace
        return tuple(change(row, findings=row.findings + more[row.id]) if row.id in more else row for row in rows)

    def counts(self, query: Query) -> Mapping[Group, int]:
        """How many lines each filter would show."""
        library, everything = self._shelf.library, msgspec.structs.replace(query, group=Group.ALL)
        found = {Group(group.value): number for group, number in library.counts(self._filter(everything)).items()}
        standards = library.count(self._filter(msgspec.structs.replace(query, group=Group.STANDARDS)))
        return {**found, Group.STANDARDS: standards}

    def search(self, text: str, *, limit: int = 100) -> Sequence[records.Hit]:
        """The places whose text holds the words, in agreements and in standards."""
        library = self._shelf.library
        return (*library.search(text, limit=limit), *library.search(text, limit=limit, kind="standard"))

    def _filter(self, query: Query) -> Filter:
        from slaeditor.storage import records

        standards = query.group is Group.STANDARDS
        return records.Filter(
            today=self._clock.today(),
            group=records.Group.ALL if standards else records.Group(query.group.value),
            text=query.text,
            also=query.also,
            kind="standard" if standards else "agreement",
        )

    def working(self, agreement: str) -> records.Working:
        """The newest document of an agreement."""
        return self._shelf.library.load(agreement)

    def revisions(self, agreement: str) -> Sequence[records.Revision]:
        """The revisions, oldest first."""
        return self._shelf.library.revisions(agreement)

    def revision(self, agreement: str, ordinal: int) -> Agreement:
        """The document of one revision."""
        return self._shelf.library.revision(agreement, ordinal)[1]

    def events(self, agreement: str) -> Sequence[Event]:
        """The history, oldest first."""
        return self._shelf.library.events(agreement)

    def past(self, agreement: str, customer: str) -> Past:
        """What became of the agreement before, for the rules that look at it."""
        from slaeditor.past import past_of

        return past_of(self._shelf.library, agreement, customer, self._clock.today())

    def create(self, document: Agreement) -> str:
        """A new agreement with this document as its draft."""
        made = self._shelf.library.create(
            document,
            author=self._user(),
            at=self._clock.now(),
            session=self._user(),
            origin=document.identity.origin_hash,
        )
        return made.id

    def next_number(self) -> str:
        """The next free agreement number of this year."""
        return self._shelf.library.next_number(NUMBERS.format(year=self._clock.today().year))

    def save_draft(self, agreement: str, document: Agreement, expected_version: int) -> int:
        """Replace the draft."""
        with self._told(document):
            return self._shelf.library.save_draft(
                agreement,
                document,
                expected_version,
                at=self._clock.now(),
                session=self._user(),
                findings=_findings(document),
            )

    def unparsed(self, agreement: str) -> Mapping[str, str]:
        """What was typed and not understood; it stands among the library's settings, so no document ever holds it."""
        kept = self._shelf.library.setting(UNPARSED + agreement)
        return _texts(kept) if kept else {}

    def keep_unparsed(self, agreement: str, texts: Mapping[str, str]) -> None:
        """Keep what was typed and not understood."""
        value = msgspec.json.encode({place: str(text) for place, text in texts.items()}).decode() if texts else None
        self._shelf.library.set_setting(UNPARSED + agreement, value)

    def commit(self, agreement: str, document: Agreement, message: str, expected_version: int) -> tuple[int, int]:
        """Save the document as the next revision."""
        with self._told(document):
            revision, version = self._shelf.library.commit(
                agreement,
                document,
                author=self._user(),
                message=message,
                at=self._clock.now(),
                expected_version=expected_version,
                findings=_findings(document),
            )
        return revision.ordinal, version

    def changes_since(self, token: int) -> records.Changes:
        """What any window changed since."""
        return self._shelf.library.changes_since(token)

    def agreement_file(self, agreement: str) -> bytes:
        """One agreement with its history, as a file's content."""
        return self._shelf.library.export_agreement(agreement)

    def import_file(self, data: bytes, *, copy: bool = False, understood: Callable[[], None] = lambda: None) -> str:
        """Take in an agreement file, or a bare document as a new agreement."""
        from slaeditor.contents import document_of, is_document
        from slaeditor.storage.records import Duplicate

        if is_document(data):
            document = document_of(data)
            understood()
            return self.create(document)
        try:
            return self._shelf.library.import_agreement(
                data, author=self._user(), at=self._clock.now(), copy=copy, proved=understood
            )
        except Duplicate as error:
            raise records.AlreadyThere(error, error.existing) from error

    def documents_in(self, data: bytes) -> Sequence[records.Held]:
        """The documents of a file, which need not be of this library."""
        from slaeditor.contents import held

        return held(data)

    def verify(self, data: bytes) -> records.Verdict:
        """What became of a PDF since it was exported."""
        from slaeditor.verifying import verify

        return verify(self._shelf.library, data)

    def backup(self, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """A copy of the whole library; replacing a file was agreed to in the chooser."""
        self._shelf.library.backup(target, overwrite=True, progress=progress)

    @contextmanager
    def _told(self, mine: Agreement) -> Iterator[None]:
        """The store's conflict, as the window knows it."""
        from slaeditor.storage.records import Conflict

        try:
            yield
        except Conflict as error:
            raise records.Conflict(error, mine, error.theirs) from error


class Exports:
    """The formats that documents come out in; rendered in the worker process."""

    def __init__(
        self,
        shelf: Shelf,
        clock: ports.Clock,
        call: Callable[..., Any],
        logo: Callable[[], bytes] = lambda: b"",
        annex: Callable[[], bool] = lambda: False,
    ) -> None:
        self._shelf, self._clock, self._call, self._logo, self._annex = shelf, clock, call, logo, annex

    def formats(self) -> Mapping[str, str]:
        """Endings and names."""
        from slaeditor.rendering import FORMATS

        return FORMATS

    def render(self, ending: str, document: Agreement, stand: ports.Stand) -> bytes:
        """The document in that format."""
        from slaeditor.model.canonical import to_json
        from slaeditor.rendering import render

        data: bytes = self._call(render, ending, to_json(document), self._context(document, stand))
        return data

    def preview(self, document: Agreement, stand: ports.Stand) -> ports.Printed:
        """The PDF, and where everything stands in it."""
        from slaeditor.model.canonical import to_json
        from slaeditor.rendering import preview

        found: ports.Printed = self._call(preview, to_json(document), self._context(document, stand))
        return found

    def _context(self, document: Agreement, stand: ports.Stand) -> Context:
        from slaeditor.export.context import Context, Revision
        from slaeditor.model.canonical import content_hash

        label = str(stand.revision) if stand.revision else "draft"
        if stand.revision and stand.has_changes:
            label += " + changes"
        past = self._shelf.library.revisions(stand.agreement) if stand.agreement else ()
        return Context(
            revision=label,
            status=stand.status,
            exported=self._clock.now(),
            content_hash=content_hash(document),
            logo=self._logo(),
            acknowledged=self._acknowledged(document),
            history=tuple(
                Revision(label=str(one.ordinal), on=one.at.date(), author=one.author, reason=one.message)
                for one in past
                if one.ordinal <= stand.revision
            ),
        )

    def _acknowledged(self, document: Agreement) -> tuple[Acknowledged, ...]:
        """The findings for the annex, where the person wants it."""
        if not self._annex() or not document.playbook.acknowledged:
            return ()
        from slaeditor.acknowledged import acknowledged

        return acknowledged(document)

    def file_name(self, document: Agreement, stand: ports.Stand, ending: str) -> str:
        """Number, customer and revision, without anything that a file system minds."""
        label = f"r{stand.revision}" if stand.revision and not stand.has_changes else "draft"
        parts = (document.identity.number, document.parties.customer.legal_name, label)
        return f"{files.safe_name(' '.join(part for part in parts if part))}.{ending}"

    def write(self, target: Path, data: bytes, *, replace: bool = True) -> None:
        """Write atomically; that a file may be replaced was agreed to in the chooser."""
        files.write(target, data, overwrite=replace)


class Standards:
    """The shipped standards and the sample, with numbers from the library."""

    def __init__(self, library: LibraryOfWindow) -> None:
        self._library = library

    def standards(self) -> Sequence[ports.Standard]:
        """What an agreement can start from."""
        from slaeditor.shipped import STANDARDS

        return STANDARDS

    def document(self, standard: str) -> Agreement:
        """The standard's document."""
        from slaeditor import shipped

        return shipped.standard(standard)

    def begin(self, standard: str, customer: str) -> Agreement:
        """A new agreement with that customer, made from the standard."""
        from slaeditor import shipped

        return shipped.begin(standard, customer, self._library.next_number())

    def sample(self) -> Agreement:
        """The worked example."""
        from slaeditor import shipped

        return shipped.sample()


class SystemClock:
    """The computer's clock."""

    def today(self) -> date:
        """Today, where the computer is."""
        return self.now().date()

    def now(self) -> datetime:
        """Now, with the computer's zone."""
        return datetime.now(UTC).astimezone()
