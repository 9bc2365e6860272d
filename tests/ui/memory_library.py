"""A library in memory, shared by as many windows as a test opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from slaeditor.contents import held
from slaeditor.model import lifecycle
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.checks import Past
from slaeditor.model.errors import UserError
from slaeditor.model.events import Committed, Created, Event
from slaeditor.model.lifecycle import Status, replay
from slaeditor.model.summary import fold, searchable, summarise
from slaeditor.ui import records

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


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
        self.verdicts: dict[bytes, records.Verdict] = {}
        self.user = "Anna Weber"

    @property
    def place(self) -> str:
        return "memory"

    def add(self, agreement: str, document: Agreement, *messages: str) -> None:
        """Put an agreement in, with a revision for each message."""
        self.kept[agreement] = Kept(document, events=[Created(at=NOW, by=self.user, agreement=agreement)])
        for message in messages:
            self.commit(agreement, document, message, self.kept[agreement].version)

    def rows(self, query: records.Query) -> Sequence[Row]:
        self._ready()
        words = fold(query.text).split()
        kind = DocumentKind.STANDARD if query.group is records.Group.STANDARDS else DocumentKind.AGREEMENT
        found = [self._row(name, kept) for name, kept in self.kept.items() if kept.document.kind is kind]
        found = [
            row
            for row in found
            if row.id in query.also or all(word in fold(f"{row.customer} {row.number} {row.title}") for word in words)
        ]
        if query.group is records.Group.DRAFT:
            found = [row for row in found if row.has_changes or row.status is Status.DRAFT]
        elif query.group not in (records.Group.ALL, records.Group.STANDARDS):
            found = [row for row in found if row.status.value == query.group.value]
        return sorted(found, key=lambda row: row.customer)

    def counts(self, query: records.Query) -> Mapping[records.Group, int]:
        return {group: len(self.rows(msgspec.structs.replace(query, group=group))) for group in records.Group}

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
            raise records.AlreadyThere(UserError("This agreement is in the library already."), same)
        return self.create(document)

    def documents_in(self, data: bytes) -> Sequence[records.Held]:
        return held(data)

    def verify(self, data: bytes) -> records.Verdict:
        self._ready()
        return self.verdicts.get(data, records.Verdict())

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
            raise records.Conflict(UserError("This agreement was saved elsewhere."), mine, self.working(agreement))
        return kept

    def _row(self, name: str, kept: Kept) -> Row:
        line, working = summarise(kept.document), self.working(name)
        state = lifecycle.replay(kept.events)
        status = lifecycle.status(state.stage, None, None, NOW.date(), line.effective, line.expires)
        return Row(
            name, line.kind, line.number, line.title, line.customer, status, working.revision, 0, line.effective,
            line.expires, line.next_review, 0, working.has_changes, NOW,
        )  # fmt: skip
