"""What the window is handed in tests: an executor drained by hand, a clock that stands, files in memory, answers prepared beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtPrintSupport import QPrinter

from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.errors import UserError
from slaeditor.ui import ports
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.session import Session
from slaeditor.ui.shell import Shell
from tests.ui.memory_library import NOW, MemoryLibrary


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
