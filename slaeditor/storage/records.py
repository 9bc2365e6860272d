"""What a library hands out: frozen values without any tie to the database."""

from __future__ import annotations

import enum
from datetime import date, datetime

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import Status


class Working(msgspec.Struct, frozen=True):
    """The newest document of an agreement: its draft, or else its newest revision.

    ``version`` goes into the next ``save_draft`` or ``commit``; ``hash`` is the content hash of the newest revision,
    and ``revision`` its ordinal (0 before the first). ``session`` is the window that saved the draft last.
    """

    id: str
    document: Agreement
    version: int
    revision: int
    hash: str
    has_changes: bool
    saved_at: datetime
    session: str


class Revision(msgspec.Struct, frozen=True):
    """One immutable revision; ``hash`` and ``parent`` are content hashes, ``stored`` the SHA-256 of the whole JSON."""

    ordinal: int
    hash: str
    stored: str
    parent: str
    author: str
    message: str
    at: datetime
    effective: date | None
    expires: date | None


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line of the library's list. ``in_force`` is the ordinal of the revision in force today, or 0."""

    id: str
    kind: str
    number: str
    title: str
    customer: str
    provider: str
    status: Status
    revision: int
    in_force: int
    effective: date | None
    expires: date | None
    next_review: date | None
    findings: int
    has_changes: bool
    archived: bool
    updated_at: datetime


class Group(enum.StrEnum):
    """The filters of the list."""

    ALL = "all"
    DRAFT = "draft"
    IN_REVIEW = "in review"
    IN_FORCE = "in force"
    REVIEW_DUE = "review due"
    EXPIRING = "expiring"


class Order(enum.StrEnum):
    """What the list is sorted by."""

    CUSTOMER = "customer"
    NUMBER = "number"
    TITLE = "title"
    STATUS = "status"
    REVISION = "revision"
    EFFECTIVE = "effective"
    EXPIRES = "expires"
    NEXT_REVIEW = "next review"
    FINDINGS = "findings"
    UPDATED = "updated"


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines of the list are wanted, and in which order.

    Draft: unsaved changes or an unsubmitted revision. In review: submitted, approved or issued, not yet signed by all.
    Review due: the next review is at most ``review_days`` away. Expiring: in force, for at most ``expiry_days`` more.
    ``text``: every word begins a word of number, title, customer or provider; agreements whose id is in ``also``
    pass without that.
    """

    today: date
    group: Group = Group.ALL
    text: str = ""
    kind: str = "agreement"
    order: Order = Order.CUSTOMER
    descending: bool = False
    archived: bool = False
    review_days: int = 30
    expiry_days: int = 90
    also: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True, gc=False):
    """One text that holds the words sought; ``marks`` are the half-open ranges of ``snippet`` to be highlighted."""

    agreement: str
    number: str
    title: str
    customer: str
    path: str
    label: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


class Changes(msgspec.Struct, frozen=True):
    """Which agreements changed since a token was given out, and the token to ask with next time."""

    token: int
    agreements: tuple[str, ...]


class Problem(msgspec.Struct, frozen=True):
    """Something wrong with a library: where (an agreement's number and id, or the file) and what."""

    where: str
    what: str


class Conflict(UserError):
    """Another window saved in the meantime: nothing was overwritten, and both documents are here to choose from."""

    def __init__(self, mine: Agreement, theirs: Working) -> None:
        who = f" by {theirs.session}" if theirs.session else ""
        super().__init__(
            f"This agreement was saved elsewhere{who} at {theirs.saved_at:%Y-%m-%d %H:%M:%S} UTC.",
            kept="Neither version was overwritten.",
            remedy="Choose which one to keep.",
        )
        self.mine = mine
        self.theirs = theirs


class Unchanged(UserError):
    """A revision was asked for, and the document is the same as the newest one."""


class Damaged(UserError):
    """Something stored no longer matches its hash."""


class Duplicate(UserError):
    """The agreement to be imported is in the library already; ``existing`` is its id."""

    def __init__(self, what: str, existing: str) -> None:
        super().__init__(what, kept="Nothing was imported.", remedy="Import it as a copy.")
        self.existing = existing
