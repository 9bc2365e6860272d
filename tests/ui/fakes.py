"""What the window is handed in tests: a library in memory, an executor drained by hand, answers prepared beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtPrintSupport import QPrinter

from slaeditor.contents import held
from slaeditor.model import lifecycle
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.checks import Past
from slaeditor.model.errors import UserError
from slaeditor.model.events import Committed, Created, Event
from slaeditor.model.lifecycle import Status, replay
from slaeditor.model.summary import fold, searchable, summarise
from slaeditor.ui import ports
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.session import Session
from slaeditor.ui.shell import Shell

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class ByHand(Executor):
    """Keeps what is to be done until ``drain``, or does it at once while ``eager``; a bug in it comes out there."""

    def __init__(self, *, eager: bool = False) -> None:
        self.eager = eager
        self.waiting: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        if self.eager:
            self.drain()
        return future

    def drain(self) -> int:
        """Do everything that waits, also what that brings; returns how much it was."""
        done = 0
        while self.waiting:
            self.one()
            done += 1
        return done

    def one(self) -> None:
        """Do the first thing that waits."""
        future, work = self.waiting.pop(0)
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = work()
        except UserError as error:
            future.set_exception(error)
        else:
            future.set_result(result)


class FixedClock:
    """It is always the same moment, until it is moved."""

    def __init__(self) -> None:
        self.moment = NOW

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Row:
    id: str
    kind: str
    number: str
    title: str
    customer: str
    status: Status
    revision: int
    in_force: int
    effective: date | None
    expires: date | None
    next_review: date | None
    findings: int
    has_changes: bool
    updated_at: datetime


@dataclass(frozen=True)
class Hit:
    agreement: str
    path: str
    label: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Revision:
    ordinal: int
    hash: str
    author: str
    message: str
    at: datetime


@dataclass(frozen=True)
class Working:
    id: str
    document: Agreement
    version: int
    revision: int
    has_changes: bool
    saved_at: datetime
    session: str


@dataclass(frozen=True)
class Changes:
    token: int
    agreements: tuple[str, ...]


@dataclass
class Kept:
    """One agreement in the library of the tests."""

    document: Agreement
    version: int = 1
    revisions: list[tuple[Revision, Agreement]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    session: str = ""


class MemoryLibrary:
    """A library that several windows can share: each looks at it through ``MemoryLibrary.window``."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}
        self.pasts: dict[str, Past] = {}
        self.texts: dict[str, dict[str, str]] = {}
        self.log: list[str] = []
        self.refuses: UserError | None = None
        self.backups: list[Path] = []
        self.verdicts: dict[bytes, ports.Verdict] = {}
        self.user = "Anna Weber"

    @property
    def place(self) -> str:
        return "memory"

    def add(self, agreement: str, document: Agreement, *messages: str) -> None:
        """Put an agreement in, with a revision for each message."""
        self.kept[agreement] = Kept(document, events=[Created(at=NOW, by=self.user, agreement=agreement)])
        for message in messages:
            self.commit(agreement, document, message, self.kept[agreement].version)

    def rows(self, query: ports.Query) -> Sequence[Row]:
        self._ready()
        words = fold(query.text).split()
        kind = DocumentKind.STANDARD if query.group is ports.Group.STANDARDS else DocumentKind.AGREEMENT
        found = [self._row(name, kept) for name, kept in self.kept.items() if kept.document.kind is kind]
        found = [
            row
            for row in found
            if row.id in query.also or all(word in fold(f"{row.customer} {row.number} {row.title}") for word in words)
        ]
        if query.group is ports.Group.DRAFT:
            found = [row for row in found if row.has_changes or row.status is Status.DRAFT]
        elif query.group not in (ports.Group.ALL, ports.Group.STANDARDS):
            found = [row for row in found if row.status.value == query.group.value]
        return sorted(found, key=lambda row: row.customer)

    def counts(self, query: ports.Query) -> Mapping[ports.Group, int]:
        return {group: len(self.rows(msgspec.structs.replace(query, group=group))) for group in ports.Group}

    def search(self, text: str, *, limit: int = 100) -> Sequence[Hit]:
        self._ready()
        wanted = fold(text)
        found = []
        for name, kept in self.kept.items():
            for path, label, words in searchable(kept.document):
                place = fold(words).find(wanted)
                if place >= 0:
                    found.append(Hit(name, path, label, words, ((place, place + len(wanted)),)))
        return found[:limit]

    def working(self, agreement: str) -> Working:
        self._ready()
        kept = self.kept[agreement]
        changed = not kept.revisions or kept.document != kept.revisions[-1][1]
        return Working(agreement, kept.document, kept.version, len(kept.revisions), changed, NOW, kept.session)

    def revisions(self, agreement: str) -> Sequence[Revision]:
        return [revision for revision, _ in self.kept[agreement].revisions]

    def revision(self, agreement: str, ordinal: int) -> Agreement:
        return self.kept[agreement].revisions[ordinal - 1][1]

    def events(self, agreement: str) -> Sequence[Event]:
        return tuple(self.kept[agreement].events)

    def past(self, agreement: str, customer: str) -> Past:
        return self.pasts.get(agreement, Past(replay(self.kept[agreement].events)))

    def create(self, document: Agreement) -> str:
        self._ready()
        name = f"new-{len(self.kept) + 1}"
        self.add(name, document)
        self.log.append(name)
        return name

    def unparsed(self, agreement: str) -> Mapping[str, str]:
        self._ready()
        return self.texts.get(agreement, {})

    def keep_unparsed(self, agreement: str, texts: Mapping[str, str]) -> None:
        self._ready()
        self.texts[agreement] = dict(texts)

    def save_draft(self, agreement: str, document: Agreement, expected_version: int) -> int:
        self._ready()
        kept = self._expect(agreement, document, expected_version)
        # As a real library would: what cannot be written as JSON cannot be kept.
        kept.document = from_json(to_json(document))
        kept.version += 1
        self.log.append(agreement)
        return kept.version

    def commit(self, agreement: str, document: Agreement, message: str, expected_version: int) -> tuple[int, int]:
        self._ready()
        kept = self._expect(agreement, document, expected_version)
        number = len(kept.revisions) + 1
        at = NOW + timedelta(hours=number)
        kept.revisions.append((Revision(number, f"{number:064}", self.user, message, at), document))
        kept.events.append(
            Committed(at=at, by=self.user, ordinal=number, revision=f"{number:064}", stored="", message=message)
        )
        kept.document = document
        kept.version += 1
        self.log.append(agreement)
        return number, kept.version

    def changes_since(self, token: int) -> Changes:
        return Changes(len(self.log), tuple(dict.fromkeys(self.log[token:])))

    def agreement_file(self, agreement: str) -> bytes:
        return to_json(self.kept[agreement].document)

    def import_file(self, data: bytes, *, copy: bool = False, understood: Callable[[], None] = lambda: None) -> str:
        document = from_json(data)
        understood()
        same = next((name for name, kept in self.kept.items() if kept.document == document), "")
        if same and not copy:
            raise ports.AlreadyThere(UserError("This agreement is in the library already."), same)
        return self.create(document)

    def documents_in(self, data: bytes) -> Sequence[ports.Held]:
        return held(data)

    def verify(self, data: bytes) -> ports.Verdict:
        self._ready()
        return self.verdicts.get(data, ports.Verdict())

    def backup(self, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
        self._ready()
        for done in range(3):
            if progress is not None:
                progress(done, 3)
        self.backups.append(target)

    def _ready(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def _expect(self, agreement: str, mine: Agreement, version: int) -> Kept:
        kept = self.kept[agreement]
        if kept.version != version:
            raise ports.Conflict(UserError("This agreement was saved elsewhere."), mine, self.working(agreement))
        return kept

    def _row(self, name: str, kept: Kept) -> Row:
        line, working = summarise(kept.document), self.working(name)
        state = lifecycle.replay(kept.events)
        status = lifecycle.status(state.stage, None, None, NOW.date(), line.effective, line.expires)
        return Row(
            name, line.kind, line.number, line.title, line.customer, status, working.revision, 0, line.effective,
            line.expires, line.next_review, 0, working.has_changes, NOW,
        )  # fmt: skip


@dataclass(frozen=True)
class AStandard:
    id: str
    title: str
    description: str


class FewStandards:
    """Two standards, made on the spot."""

    def standards(self) -> Sequence[AStandard]:
        return (
            AStandard("general", "General IT services", "For offices."),
            AStandard("healthcare", "Healthcare", "For hospitals."),
        )

    def document(self, standard: str) -> Agreement:
        return msgspec.structs.replace(document(title=f"Standard {standard}"), kind=DocumentKind.STANDARD)

    def begin(self, standard: str, customer: str) -> Agreement:
        return document(customer=customer, title=f"Agreement from {standard}")

    def sample(self) -> Agreement:
        return document(customer="Kliniken Nord", title="The sample")


class FilesInMemory:
    """Renders a document as the words of its title, and keeps what is written."""

    def __init__(self) -> None:
        self.written: dict[Path, bytes] = {}

    def formats(self) -> Mapping[str, str]:
        return {"pdf": "PDF", "xlsx": "Excel workbook"}

    def render(self, ending: str, document: Agreement, stand: ports.Stand) -> bytes:
        return f"{ending}: {document.identity.title}, revision {stand.revision}".encode()

    def preview(self, document: Agreement, stand: ports.Stand) -> ports.Printed:
        raise UserError("There are no pages in memory.")

    def file_name(self, document: Agreement, stand: ports.Stand, ending: str) -> str:
        return f"{document.identity.number}.{ending}"

    def write(self, target: Path, data: bytes, *, replace: bool = True) -> None:
        if not replace and (target in self.written or target.exists()):
            raise UserError(f"“{target.name}” exists already.")
        self.written[target] = data


class Answers:
    """Answers questions with what the test put here, and keeps what was asked."""

    def __init__(self) -> None:
        self.words: str | None = None
        self.choice: int | None = None
        self.path: Path | None = None
        self.paper: QPrinter | None = None
        self.revealed: list[Path] = []
        self.paths: list[Path] = []
        self.asked: list[str] = []
        self.texts: list[str] = []

    def message(self, title: str, text: str, initial: str = "") -> str | None:
        self.asked.append(title)
        self.texts.append(text)
        return self.words

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        self.asked.append(title)
        return self.choice

    def save_to(self, title: str, name: str, ending: str, kind: str) -> Path | None:
        self.asked.append(name)
        return self.path

    def open_from(self, title: str, endings: Sequence[str], kind: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def printer(self, title: str, prepare: Callable[[QPrinter], object], pages: int) -> QPrinter | None:
        self.asked.append(f"{title}: {pages}")
        if self.paper is not None:
            prepare(self.paper)
        return self.paper

    def reveal(self, path: Path) -> None:
        self.revealed.append(path)

    def open_several(self, title: str, endings: Sequence[str], kind: str) -> Sequence[Path]:
        self.asked.append(title)
        return self.paths

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.path


def document(*, customer: str = "Kliniken Nord", title: str = "IT services", number: str = "SLA-1") -> Agreement:
    """A small agreement."""
    empty = Agreement()
    change = msgspec.structs.replace
    return change(
        empty,
        identity=change(empty.identity, title=title, number=number),
        parties=change(empty.parties, customer=change(empty.parties.customer, legal_name=customer)),
    )


@dataclass
class Surroundings:
    """Everything around one window, for the test to look into."""

    shell: Shell
    library: MemoryLibrary
    exports: FilesInMemory
    answers: Answers
    clock: FixedClock
    short: ByHand
    long: ByHand
    said: list[tuple[str, bool]]


def surroundings(library: MemoryLibrary | None = None, *, by_hand: bool = False) -> Surroundings:
    """A shell on a library in memory; its work is done at once, or when the test drains ``short``."""
    library = library or MemoryLibrary()
    short = ByHand(eager=not by_hand)
    long = ByHand()
    runner = JobRunner(short)
    ids = iter(range(1, 1_000_000))
    exports, answers, clock = FilesInMemory(), Answers(), FixedClock()
    shell = Shell(
        session=Session(runner, library.save_draft, library.keep_unparsed, lambda: f"id{next(ids)}"),
        runner=runner,
        heavy=JobRunner(long),
        library=library,
        standards=FewStandards(),
        exports=exports,
        clock=clock,
        asker=answers,
        user=lambda: library.user,
        version=lambda: "0",
    )
    said: list[tuple[str, bool]] = []
    shell.bus.said.connect(lambda words, fault, _choices: said.append((words, fault)))
    return Surroundings(shell, library, exports, answers, clock, short, long, said)
