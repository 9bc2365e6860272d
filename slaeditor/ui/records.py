"""What a library hands to the window, and what it is asked by: lines, hits, revisions, documents, what a file holds."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Protocol

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import Status


class Group(enum.StrEnum):
    """The filters of the library."""

    ALL = "all"
    DRAFT = "draft"
    IN_REVIEW = "in review"
    IN_FORCE = "in force"
    REVIEW_DUE = "review due"
    EXPIRING = "expiring"
    STANDARDS = "standards"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines of the library are wanted; every word of ``text`` begins a word of number, title or customer.

    Agreements whose id is in ``also`` need not be named by the words.
    """

    group: Group = Group.ALL
    text: str = ""
    also: tuple[str, ...] = ()


class LibraryRow(Protocol):
    """One line of the library; ``in_force`` is the ordinal of the revision in force today, or 0."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def customer(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def revision(self) -> int: ...
    @property
    def in_force(self) -> int: ...
    @property
    def effective(self) -> date | None: ...
    @property
    def expires(self) -> date | None: ...
    @property
    def next_review(self) -> date | None: ...
    @property
    def findings(self) -> int: ...
    @property
    def has_changes(self) -> bool: ...
    @property
    def updated_at(self) -> datetime: ...


class Hit(Protocol):
    """One text that holds the words sought; ``marks`` are the half-open ranges of ``snippet`` that match."""

    @property
    def agreement(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def snippet(self) -> str: ...
    @property
    def marks(self) -> tuple[tuple[int, int], ...]: ...


class Revision(Protocol):
    """One immutable revision."""

    @property
    def ordinal(self) -> int: ...
    @property
    def hash(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class Working(Protocol):
    """The newest document of an agreement: its draft, or else its newest revision (``revision`` 0 before the first)."""

    @property
    def id(self) -> str: ...
    @property
    def document(self) -> Agreement: ...
    @property
    def version(self) -> int: ...
    @property
    def revision(self) -> int: ...
    @property
    def has_changes(self) -> bool: ...
    @property
    def saved_at(self) -> datetime: ...
    @property
    def session(self) -> str: ...


class Conflict(UserError):
    """Another window saved in the meantime; nothing was overwritten and both documents are here."""

    def __init__(self, error: UserError, mine: Agreement, theirs: Working) -> None:
        super().__init__(error.what, kept=error.kept, remedy=error.remedy)
        self.mine = mine
        self.theirs = theirs


class AlreadyThere(UserError):
    """What is to be imported is in the library already, as ``existing``; it can be imported as a copy."""

    def __init__(self, error: UserError, existing: str) -> None:
        super().__init__(error.what, kept=error.kept, remedy=error.remedy)
        self.existing = existing


class Changes(Protocol):
    """Which agreements changed since a token was given out, and the token to ask with next time."""

    @property
    def token(self) -> int: ...
    @property
    def agreements(self) -> tuple[str, ...]: ...


class Held(Protocol):
    """A document in a file: a draft or bare document (``revision`` 0) or a revision; ``sealed``: its internal terms were left out."""

    @property
    def document(self) -> Agreement: ...
    @property
    def revision(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def sealed(self) -> bool: ...


class Known(msgspec.Struct, frozen=True):
    """What the library has of a verified document: ``same`` as revision ``ordinal``, or (0) as the draft.

    When it is not the same, it is only an agreement with the same number. ``newest`` is that agreement's newest revision.
    """

    agreement: str
    called: str
    ordinal: int
    newest: int
    same: bool


class Verdict(msgspec.Struct, frozen=True):
    """What became of a PDF since it was exported: ``document`` is None where this program did not write it.

    ``intact``: its document has the hash that file and pages tell. ``changed``: it has another. Neither: they tell none.
    ``revision`` is the label of its export (“2”, “draft”, “2 + changes”).
    """

    document: Agreement | None = None
    hash: str = ""
    intact: bool = False
    changed: bool = False
    revision: str = ""
    known: Known | None = None
