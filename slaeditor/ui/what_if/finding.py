"""What is worked out for a report: its answer and picture, and the same of the document laid below; pure, so testable alone."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model.agreement import Agreement
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.what_if.answer import Answer, answer
from slaeditor.model.what_if.picture import Difference, Event, Picture, differences, events, picture
from slaeditor.model.what_if.report import Report


@dataclass(frozen=True)
class Below:
    """A document laid below the open one, and what it is called."""

    name: str
    document: Agreement


@dataclass(frozen=True)
class Found:
    """``dimmed`` are the events of the document below that come at another moment, ``differing`` says by how much."""

    answer: Answer
    picture: Picture | None
    events: tuple[Event, ...]
    name: str = ""
    differing: tuple[Difference, ...] = ()
    dimmed: tuple[Event, ...] = ()


def find(document: Agreement, report: Report, below: Below | None = None) -> Found:
    """Work out a report in a document, and beside another one."""
    ours = answer(document, report, public_holidays)
    if below is None:
        return Found(ours, picture(ours), events(ours))
    theirs = answer(below.document, report, public_holidays)
    differing = differences(ours, theirs)
    moved = {one.key for one in differing}
    dimmed = tuple(one for one in events(theirs) if one.key in moved and one.at is not None)
    return Found(ours, picture(ours), events(ours), below.name, differing, dimmed)
