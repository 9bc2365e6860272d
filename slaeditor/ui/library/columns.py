"""What the library's list says of an agreement, column by column; pure, so testable without a display."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from slaeditor.model.lifecycle import Status
from slaeditor.ui import dates
from slaeditor.ui.drawn.chip import status_word
from slaeditor.ui.records import LibraryRow
from slaeditor.ui.words import tr, trn

OVER: Final = frozenset({Status.SUPERSEDED, Status.EXPIRED, Status.TERMINATED})
"""What has come to its end is reviewed no more."""

PLANNED: Final = frozenset({Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.ISSUED})
"""What is not signed yet holds from no day at all."""

_LIFE: Final = {status: number for number, status in enumerate(Status)}
_NEVER: Final = date.max.toordinal() + 1


@dataclass(frozen=True)
class Column:
    """One column: its first and second line, its tool tip, what it is sorted by, its width in steps of the grid.

    A width of 0 takes what the others leave. Functions of the day get it as their second argument.
    """

    id: str
    head: Callable[[], str]
    text: Callable[[LibraryRow, date], str]
    below: Callable[[LibraryRow, date], str]
    key: Callable[[LibraryRow], Any]
    width: int = 0
    right: bool = False


def status_words(row: LibraryRow) -> str:
    """The status, and what else is to be known of it."""
    more = standing(row)
    return f"{status_word(row.status)}, {more}" if more else status_word(row.status)


def standing(row: LibraryRow) -> str:
    """Beside the status of the newest revision: an older one in force, or changes that nobody saved as a revision."""
    if row.in_force and row.in_force != row.revision:
        return tr("revision {number} in force", number=row.in_force)
    if row.has_changes and row.revision:
        return tr("with changes")
    return ""


def is_planned(row: LibraryRow) -> bool:
    """Whether its dates are still only intended: nobody has signed what they stand in."""
    return row.status in PLANNED and not row.in_force


def period(row: LibraryRow) -> str:
    """From when to when it is in force, or is meant to be."""
    if row.effective is None:
        return ""
    if row.expires is None:
        return tr("from {start}", start=dates.day(row.effective))
    return f"{dates.day(row.effective)} – {dates.day(row.expires)}"


def is_overdue(row: LibraryRow, today: date) -> bool:
    """Whether the review should have been."""
    return row.next_review is not None and row.next_review < today and row.status not in OVER


def review(row: LibraryRow, today: date) -> str:
    """How far away the next review is; empty where there is none to come."""
    if row.next_review is None or row.status in OVER:
        return ""
    return dates.relative(row.next_review, today)


def called(row: LibraryRow) -> str:
    """The customer, or what stands for one."""
    return row.customer or tr("(no customer)")


def titled(row: LibraryRow) -> str:
    """The title, or what stands for one."""
    return row.title or tr("(no title)")


def count(number: int) -> str:
    """A number as it stands in a column."""
    return f"{number:,}" if number else "–"


def _day_key(value: date | None) -> int:
    """Numbers are compared much faster than dates; what is not known comes last."""
    return _NEVER if value is None else value.toordinal()


def _review_key(row: LibraryRow) -> int:
    return _NEVER if row.status in OVER else _day_key(row.next_review)


def _until(row: LibraryRow, _: date) -> str:
    if row.effective is None:
        return ""
    if is_planned(row):
        return tr("planned")
    return tr("until {end}", end=dates.day(row.expires)) if row.expires else ""


def _nothing(_row: LibraryRow, _today: date) -> str:
    return ""


COLUMNS: Final = (
    Column(
        "customer",
        lambda: tr("Customer"),
        lambda row, _: called(row),
        lambda row, _: titled(row),
        lambda row: row.customer.casefold(),
    ),
    Column("number", lambda: tr("Number"), lambda row, _: row.number, _nothing, lambda row: row.number.casefold(), 15),
    Column(
        "status",
        lambda: tr("Status"),
        lambda row, _: status_word(row.status),
        lambda row, _: standing(row),
        lambda row: 2 * _LIFE[row.status] + row.has_changes,
        17,
    ),
    Column(
        "revision", lambda: tr("Rev."), lambda row, _: count(row.revision), _nothing, lambda row: row.revision, 7, True
    ),
    Column(
        "period",
        lambda: tr("In force"),
        lambda row, _: dates.day(row.effective) or "–",
        _until,
        lambda row: _day_key(row.effective),
        17,
    ),
    Column(
        "review",
        lambda: tr("Next review"),
        lambda row, today: review(row, today) or "–",
        lambda row, today: dates.day(row.next_review) if review(row, today) else "",
        _review_key,
        17,
    ),
    Column(
        "findings",
        lambda: tr("Findings"),
        lambda row, _: count(row.findings),
        _nothing,
        lambda row: row.findings,
        10,
        True,
    ),
)
PLACES: Final = {column.id: number for number, column in enumerate(COLUMNS)}
"""The number of each column by its id."""


def whole(row: LibraryRow, column: Column, today: date) -> str:
    """All that a cell says, in one line: for tool tips, for who listens, and for copying."""
    match column.id:
        case "customer":
            return ", ".join(part for part in (called(row), titled(row)) if part)
        case "status":
            return status_words(row)
        case "period":
            return tr("planned: {period}", period=period(row)) if is_planned(row) and period(row) else period(row)
        case "review":
            soon = review(row, today)
            return f"{soon} ({dates.day(row.next_review)})" if soon else ""
        case "findings":
            if not row.findings:
                return tr("no open findings")
            return trn("{count} open finding", "{count} open findings", row.findings)
        case "revision":
            return tr("revision {number}", number=row.revision) if row.revision else tr("no revision yet")
        case _:
            return column.text(row, today)
