"""What the window is handed by the composition root, as small protocols: it knows neither the store nor the exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.events import Event
from slaeditor.model.lifecycle import Status
from slaeditor.model.paths import Path as Place
from slaeditor.ui.records import (
    Changes,
    Group,
    Held,
    Hit,
    LibraryRow,
    Query,
    Revision,
    Verdict,
    Working,
)

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from slaeditor.model.checks import Past


class LibraryPort(Protocol):
    """The open library. Every method may be called from any thread, and raises ``UserError`` for faults of file or input.

    Who does it, when, and in which window is added by the one who implements it.
    """

    @property
    def place(self) -> str:
        """Where the library is, for people."""
        ...

    def rows(self, query: Query) -> Sequence[LibraryRow]:
        """The lines of the library, by customer."""
        ...

    def counts(self, query: Query) -> Mapping[Group, int]:
        """How many lines each filter would show, whatever the one of the query is."""
        ...

    def search(self, text: str, *, limit: int = 100) -> Sequence[Hit]:
        """The places whose text holds the words, best first, at most ``limit`` of agreements and of standards."""
        ...

    def working(self, agreement: str) -> Working:
        """The newest document of an agreement."""
        ...

    def revisions(self, agreement: str) -> Sequence[Revision]:
        """The revisions, oldest first."""
        ...

    def revision(self, agreement: str, ordinal: int) -> Agreement:
        """The document of one revision."""
        ...

    def events(self, agreement: str) -> Sequence[Event]:
        """The history, oldest first."""
        ...

    def past(self, agreement: str, customer: str) -> Past:
        """What became of the agreement before, and of others with the same customer, for the rules that look at it."""
        ...

    def create(self, document: Agreement) -> str:
        """A new agreement with this document as its draft; returns its id."""
        ...

    def save_draft(self, agreement: str, document: Agreement, expected_version: int) -> int:
        """Replace the draft; returns the new version. ``Conflict`` when another window saved since."""
        ...

    def unparsed(self, agreement: str) -> Mapping[str, str]:
        """What was typed in an agreement and not understood, by the place of the term; kept beside the document."""
        ...

    def keep_unparsed(self, agreement: str, texts: Mapping[str, str]) -> None:
        """Keep what was typed and not understood, in place of what was kept before."""
        ...

    def commit(self, agreement: str, document: Agreement, message: str, expected_version: int) -> tuple[int, int]:
        """Save the document as the next revision; returns its ordinal and the new version. ``Conflict`` as above."""
        ...

    def changes_since(self, token: int) -> Changes:
        """What any window changed since; cheap enough to ask every second."""
        ...

    def agreement_file(self, agreement: str) -> bytes:
        """One agreement with its revisions and history, as a file's content."""
        ...

    def import_file(self, data: bytes, *, copy: bool = False, understood: Callable[[], None] = lambda: None) -> str:
        """Take in such a file, or a bare document; returns the agreement's id. ``AlreadyThere`` unless ``copy``.

        ``understood`` is called before anything is written; what it raises leaves all as it was.
        """
        ...

    def documents_in(self, data: bytes) -> Sequence[Held]:
        """What a file holds, the newest first: a bare document, the draft and revisions of an agreement file, a PDF's document."""
        ...

    def verify(self, data: bytes) -> Verdict:
        """What became of a PDF; called in the heavy runner's thread only. ``DocumentError`` when it cannot be read."""
        ...

    def backup(self, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """A copy of the whole library, complete although others write meanwhile.

        ``progress`` is told how much of how much is done; what it raises ends the work, and nothing is written.
        """
        ...


class Standard(Protocol):
    """A shipped standard to start from."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...


class StandardsPort(Protocol):
    """The shipped standards and the sample."""

    def standards(self) -> Sequence[Standard]:
        """What an agreement can start from."""
        ...

    def document(self, standard: str) -> Agreement:
        """The standard's document."""
        ...

    def begin(self, standard: str, customer: str) -> Agreement:
        """A new agreement with that customer, made from the standard."""
        ...

    def sample(self) -> Agreement:
        """The worked example: the agreement of a hospital."""
        ...


class Stand(msgspec.Struct, frozen=True):
    """How an exported document stands: which agreement, its newest revision (0: none), its status, and whether it differs from it."""

    agreement: str
    revision: int
    status: Status
    has_changes: bool


class Box(Protocol):
    """Where a page states something: page (from 0), and points from its left and top edges."""

    @property
    def page(self) -> int: ...
    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


class Printed(Protocol):
    """A PDF with the place (page and points from its top) of each term, row and heading, and every box that states one."""

    @property
    def data(self) -> bytes: ...
    @property
    def places(self) -> Mapping[Place, tuple[int, float]]: ...
    @property
    def boxes(self) -> Sequence[tuple[Place, Box]]: ...


class ExportPort(Protocol):
    """The documents that come out. Called in the worker process's thread; raises ``UserError``."""

    def formats(self) -> Mapping[str, str]:
        """File name endings with what they are called: ``{"pdf": "PDF", "xlsx": "Excel workbook"}``."""
        ...

    def render(self, ending: str, document: Agreement, stand: Stand) -> bytes:
        """The document in that format; computed in the worker process, so the window does not stall."""
        ...

    def preview(self, document: Agreement, stand: Stand) -> Printed:
        """The PDF, and where everything stands in it."""
        ...

    def file_name(self, document: Agreement, stand: Stand, ending: str) -> str:
        """A safe name for the file, whatever the customer is called."""
        ...

    def write(self, target: Path, data: bytes, *, replace: bool = True) -> None:
        """Write atomically, replacing what is there (the person was asked before) or else refusing to."""
        ...


class Clock(Protocol):
    """The only source of now."""

    def today(self) -> date: ...
    def now(self) -> datetime: ...


class Asker(Protocol):
    """Questions and file choosers, behind one port so that tests answer them."""

    def message(self, title: str, text: str, initial: str = "") -> str | None:
        """A line of text, None when the person thinks better of it."""
        ...

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The number of the choice taken, None for none."""
        ...

    def save_to(self, title: str, name: str, ending: str, kind: str) -> Path | None:
        """Where to write a file; the chooser has already asked before replacing one."""
        ...

    def open_from(self, title: str, endings: Sequence[str], kind: str) -> Path | None:
        """Which file to read."""
        ...

    def printer(self, title: str, prepare: Callable[[QPrinter], object], pages: int) -> QPrinter | None:
        """Which printer, and which of so many pages; ``prepare`` gives it the size of the paper beforehand."""
        ...

    def reveal(self, path: Path) -> None:
        """Show a file or folder with the program that the system has for it."""
        ...

    def open_several(self, title: str, endings: Sequence[str], kind: str) -> Sequence[Path]:
        """Which files to read, none when the person thinks better of it."""
        ...

    def folder(self, title: str) -> Path | None:
        """Which folder to write into."""
        ...
