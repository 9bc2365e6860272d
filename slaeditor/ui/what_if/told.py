"""The answer to a report in sentences, and what is asked at first; pure, so testable without a display."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.clock.rules import Holidays
from slaeditor.model.what_if.answer import Answer
from slaeditor.model.what_if.clocks import home_zone
from slaeditor.model.what_if.due import Due, What
from slaeditor.model.what_if.picture import Difference, Event, events, told_difference
from slaeditor.model.what_if.telling import Telling, telling_moments
from slaeditor.model.what_if.words import zoned
from slaeditor.ui.what_if.asked import Asked
from slaeditor.ui.words import told, tr, trn

_MOST = 3
"""So many differences are told; the table has them all."""


def beginning(document: Agreement, now: datetime, holidays: Holidays) -> tuple[Asked, datetime]:
    """What is asked at first: the gravest incident whose restore time a calendar counts, at a moment that shows how."""
    service = next(iter(document.services.items), None)
    levels = document.priorities.levels
    wanted = next(
        (one for one in levels if (row := _row(document, one.id)) and row.restore and row.restore.calendar), None
    )
    priority = wanted or next(iter(levels), None)
    row = _row(document, priority.id) if priority is not None else None
    cell = next((one for one in document.priorities.matrix if priority and one.priority == priority.id), None)
    own = next((one for one in document.services.items if row is not None and one.id in row.services), service)
    if row is not None and not row.services:  # a service without rows of its own
        taken = {each for one in document.targets.items for each in one.services}
        own = next((one for one in document.services.items if one.id not in taken), service)
    channel = next(
        (
            one
            for one in document.channels.items
            if one.starts_clock
            and (priority is None or not one.priorities or priority.id in one.priorities)
            and (own is None or not one.services or own.id in one.services)
        ),
        None,
    )
    asked = Asked(
        own.id if own else None,
        Work.INCIDENT,
        cell.impact if cell else None,
        cell.urgency if cell else None,
        priority.id if priority and cell is None else None,
        channel.id if channel else None,
    )
    calendar = row.restore.calendar if row is not None and row.restore is not None else None
    moments = tellings(document, calendar, now, holidays)
    return asked, moments[0].at if moments else after(document, now)


def _row(document: Agreement, priority: str) -> Target | None:
    rows = [one for one in document.targets.items if one.priority == priority and one.work is Work.INCIDENT]
    return next((one for one in rows if not one.services), next(iter(rows), None))


def after(document: Agreement, now: datetime) -> datetime:
    """Now, or the beginning of the agreement if that is later; to the minute, in the zone of its support hours."""
    zone = home_zone(document) or ZoneInfo("UTC")
    here = now.astimezone(zone).replace(second=0, microsecond=0)
    effective = document.identity.effective
    if effective is None or effective <= here.date():
        return here
    return datetime.combine(effective, time(0), zone)


def tellings(document: Agreement, calendar: str | None, now: datetime, holidays: Holidays) -> tuple[Telling, ...]:
    """Moments that show how time is counted, in the first year of the agreement or the next of today."""
    return telling_moments(document, calendar, after(document, now), holidays)


def headline(answer: Answer) -> str:
    """P2: restored by Mon 1 November 2027, 15:40 Europe/Istanbul; or why there is nothing to tell."""
    if answer.priority is None or answer.target is None:
        return told(answer.missing[0])
    code = answer.priority.code or answer.priority.name
    due = answer.due(What.RESTORE) or answer.due(What.RESOLVE) or answer.due(What.RESPONSE)
    if due is None or due.at is None:
        return tr("{priority}: {why}", priority=code, why=told(_why_not(answer, due)))
    moment = told(zoned(due.at))
    match due.what:
        case What.RESTORE:
            return tr("{priority}: restored by {moment}", priority=code, moment=moment)
        case What.RESOLVE:
            return tr("{priority}: done by {moment}", priority=code, moment=moment)
        case _:
            return tr("{priority}: response by {moment}", priority=code, moment=moment)


def _why_not(answer: Answer, due: Due | None) -> str:
    if due is not None:
        return due.trouble
    return next(iter(answer.missing), answer.start.why[-1] if answer.start.why else "")


def remarks(answer: Answer) -> tuple[str, ...]:
    """When the clock starts if not at once, who is there meanwhile, and what is not promised."""
    start = answer.start
    said = [told(one) for one in start.why]
    if start.at is not None and start.at != answer.report.moment:
        said.append(tr("The clock starts {moment}.", moment=told(zoned(start.at))))
        if start.staffed:
            names = ", ".join(one.name for one in start.staffed)
            said.append(tr("Staffed at that moment: {channels}.", channels=names))
    if answer.priority is not None and answer.target is None:
        said.append(tr("Add them under Targets, or choose another priority or kind of work."))
    return (*said, *(told(one) for one in answer.missing if answer.priority is not None and answer.dues))


def differing_words(found: Sequence[Difference], name: str) -> str:
    """Beside Revision 1: …; the gravest few, and how many more there are."""
    if not found:
        return tr("Nothing comes at another moment than in {name}.", name=name)
    words = [told(told_difference(one, name)) for one in found[:_MOST]]
    more = len(found) - len(words)
    if more:
        words.append(trn("{count} more, see below", "{count} more, see below", more))
    return " · ".join(words)


def as_text(answer: Answer) -> str:
    """The answer as plain text, to be pasted into a mail."""
    lines = [headline(answer), tr("Reported {moment}", moment=told(zoned(answer.report.moment))), *remarks(answer), ""]
    return "\n".join([*lines, *(_line(one) for one in events(answer) if one.key != "report")])


def _line(event: Event) -> str:
    moment = told(zoned(event.at)) if event.at is not None else "–"
    details = " ".join(told(part) for part in (event.how, *event.why) if part)
    return f"{moment}\t{told(event.title)}\t{details}"
