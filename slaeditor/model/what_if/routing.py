"""Which priority a report has, which row of targets holds for it, and when its clock starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.channels import Channel
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.targets import Target
from slaeditor.model.clock import counting
from slaeditor.model.sentence import say
from slaeditor.model.what_if.clocks import Clocks
from slaeditor.model.what_if.due import never
from slaeditor.model.what_if.report import Report


def priority_of(document: Agreement, report: Report) -> Priority | None:
    """The priority that is asked for, or the one that impact and urgency yield; None when nothing says so."""
    section = document.priorities
    wanted = report.priority
    if wanted is None:
        cells = (one for one in section.matrix if (one.impact, one.urgency) == (report.impact, report.urgency))
        wanted = next((one.priority for one in cells if one.impact and one.urgency), None)
    return next((one for one in section.levels if one.id == wanted), None)


def target_of(document: Agreement, report: Report, priority: Priority) -> Target | None:
    """The row of the service itself, else that of all services; without a service the row of all."""
    rows = [one for one in document.targets.items if (one.priority, one.work) == (priority.id, report.work)]
    own = [one for one in rows if report.service is not None and report.service in one.services]
    return next(iter(own or [one for one in rows if not one.services]), None)


@dataclass(frozen=True)
class Start:
    """When the clock starts: ``at`` is None when nothing starts it. ``why`` says how it comes, ``staffed`` who is there at once."""

    at: datetime | None
    why: tuple[str, ...] = ()
    by: Channel | None = None
    staffed: tuple[Channel, ...] = ()
    rule: str = ""
    """What the agreement itself says of reports outside the hours, if that matters here."""

    @property
    def waits(self) -> bool:
        """Whether the clock starts later than the report is made."""
        return bool(self.rule) or bool(self.staffed)


def start_of(document: Agreement, report: Report, priority: Priority | None, clocks: Clocks) -> Start:
    """The moment of the report, or the next at which its channel is staffed.

    A channel that does not start the clock, or does not take such reports, passes them on to its fallback, and so on.
    """
    asked = next((one for one in document.channels.items if one.id == report.channel), None)
    moment = report.moment.astimezone(clocks.home)
    if asked is None:
        return Start(moment)
    why: list[str] = []
    by: Channel | None = asked
    seen: set[str] = set()
    while by is not None and (reason := _refuses(by, report, priority)):
        why.append(reason)
        seen.add(by.id)
        following = by.fallback
        by = next((one for one in document.channels.items if one.id == following and one.id not in seen), None)
        if by is not None:
            why.append(say("The same report by {channel} is counted instead.", channel=by.name))
    staffed = tuple(
        one
        for one in document.channels.items
        if one.id != asked.id and not _refuses(one, report, priority) and _is_staffed(one, moment, clocks)
    )
    if by is None:
        why.append(say("Nothing starts the clock."))
        return Start(None, tuple(why), None, staffed)
    if by.hours is None:
        why.append(say("The agreement does not say when {channel} is staffed.", channel=by.name))
        return Start(moment, tuple(why), by)
    clock = clocks.of(by.hours)
    if isinstance(clock, str):
        return Start(None, (*why, clock), by, staffed)
    at = clock.asked(lambda compiled: counting.next_opening(compiled, moment))
    if at is None:
        return Start(None, (*why, never(clock)), by, staffed)
    if at - moment < timedelta(seconds=1):
        return Start(moment, tuple(why), by)
    why.append(say("{channel} is not staffed then ({hours}).", channel=by.name, hours=clock.name))
    rule = document.channels.outside_hours.strip()
    if not rule:
        why.append(
            say(
                "The agreement does not say when the clock then starts; "
                "it is counted here from the next moment at which the channel is staffed."
            )
        )
    return Start(at, tuple(why), by, staffed, rule)


def _refuses(channel: Channel, report: Report, priority: Priority | None) -> str:
    """Why a report by this channel starts no clock; empty when it does."""
    if not channel.starts_clock:
        return say("A report by {channel} does not start the clock.", channel=channel.name)
    if priority is not None and channel.priorities and priority.id not in channel.priorities:
        return say("{channel} does not accept {priority}.", channel=channel.name, priority=priority.code)
    if report.service is not None and channel.services and report.service not in channel.services:
        return say("{channel} is not for this service.", channel=channel.name)
    return ""


def _is_staffed(channel: Channel, moment: datetime, clocks: Clocks) -> bool:
    clock = clocks.of(channel.hours) if channel.hours is not None else ""
    return not isinstance(clock, str) and bool(clock.asked(lambda compiled: counting.is_open(compiled, moment)))
