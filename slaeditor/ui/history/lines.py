"""The history of an agreement as lines for the eye: pure, from events and revisions."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from slaeditor.model.events import (
    Acknowledged,
    Approved,
    Archived,
    Committed,
    Created,
    Event,
    Imported,
    Issued,
    Rejected,
    Signed,
    Submitted,
    Superseded,
    Terminated,
    Withdrawn,
)
from slaeditor.ui.spoken import date_text
from slaeditor.ui.words import tr


class Turn(enum.Enum):
    """Where something that happened led: on, back, or neither."""

    ON = "on"
    BACK = "back"
    NEITHER = "neither"


@dataclass(frozen=True)
class Entry:
    """One thing that happened; ``ordinal`` is the revision that it made, 0 for anything else."""

    at: datetime
    by: str
    what: str
    ordinal: int = 0
    turn: Turn = Turn.NEITHER


def entries(events: Iterable[Event]) -> tuple[Entry, ...]:
    """The history, newest first."""
    found = [
        Entry(event.at, event.by, words(event), event.ordinal if isinstance(event, Committed) else 0, turn(event))
        for event in events
    ]
    return tuple(reversed(found))


def turn(event: Event) -> Turn:
    """Whether the event brought the agreement further in its life, or back."""
    match event:
        case Approved() | Issued() | Signed():
            return Turn.ON
        case Rejected() | Withdrawn() | Terminated() | Superseded():
            return Turn.BACK
        case _:
            return Turn.NEITHER


def words(event: Event) -> str:
    """What happened, in one line."""
    match event:
        case Created():
            return tr("Created")
        case Imported(copy=copy):
            return tr("Imported as a copy") if copy else tr("Imported")
        case Committed(ordinal=ordinal, message=message):
            return tr("Revision {number}: {message}", number=ordinal, message=message)
        case Submitted(note=note):
            return _with(tr("Submitted for review"), note)
        case Approved(comment=comment):
            return _with(tr("Approved"), comment)
        case Rejected(reason=reason):
            return _with(tr("Sent back"), reason)
        case Withdrawn(reason=reason):
            return _with(tr("Withdrawn"), reason)
        case Issued():
            return tr("Issued for signature")
        case Signed(on=on):
            return tr("Signed on {date}", date=date_text(on))
        case Terminated(on=on, reason=reason):
            return _with(tr("Terminated as of {date}", date=date_text(on)), reason)
        case Superseded(on=on):
            return tr("Replaced by another agreement as of {date}", date=date_text(on))
        case Acknowledged(reason=reason):
            return _with(tr("A finding was accepted"), reason)
        case Archived(hidden=hidden):
            return tr("Put away") if hidden else tr("Brought back")
        case _:
            assert_never(event)


def _with(what: str, why: str) -> str:
    return f"{what}: {why}" if why else what
