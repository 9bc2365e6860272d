"""Who is called in and when, on both sides, and when the customer is told how things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.escalation import Base, Path, Step
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.targets import Target
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.counting import Pause
from slaeditor.model.quantities import Duration
from slaeditor.model.sentence import say
from slaeditor.model.what_if.clocks import Clock, Clocks
from slaeditor.model.what_if.due import Due, What, at_end, never, share
from slaeditor.model.what_if.report import Report

MOST_UPDATES = 24
"""So many updates are told one by one."""

_SHARES = {
    Base.RESPONSE: say("{percent} of the first response"),
    Base.RESTORE: say("{percent} of the time to restore"),
    Base.RESOLVE: say("{percent} of the time to resolve"),
}
_BASES = {Base.RESPONSE: What.RESPONSE, Base.RESTORE: What.RESTORE, Base.RESOLVE: What.RESOLVE}


@dataclass(frozen=True)
class Call:
    """A step of escalation: ``at`` is None when ``trouble`` says why; ``how`` says what its moment follows from.

    ``late`` tells that it comes after the target was missed, whatever it is meant to.
    """

    path: Path
    step: Step
    contact: str
    how: str
    at: datetime | None
    clock: Clock | None = None
    late: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class Updates:
    """The status updates: the first ones of them, ``more`` if there are further ones, up to the end of ``until``."""

    limit: Duration
    clock: Clock | None
    at: tuple[datetime, ...]
    until: What | None
    more: bool = False
    trouble: str = ""


def updates(
    limit: Duration, start: datetime, dues: tuple[Due, ...], clocks: Clocks, pauses: tuple[Pause, ...]
) -> Updates:
    """An update every ``limit`` from the start of the clock, until the service works again, else until the end."""
    last = next((one for what in (What.RESTORE, What.RESOLVE) for one in dues if one.what is what and one.at), None)
    until = last.what if last is not None else None
    clock = clocks.of(limit.calendar)
    if isinstance(clock, str):
        return Updates(limit, None, (), until, trouble=clock)
    if not limit.amount:
        return Updates(limit, clock, (), until, trouble=say("No time lies between two updates."))
    cut_off = clock.calendar.cut_off if clock.calendar is not None else None
    found: list[datetime] = []
    for number in count(1):
        every = Duration(limit.amount * number, limit.unit, limit.calendar)
        at = clock.asked(lambda compiled, every=every: at_end(compiled, every, start, pauses, cut_off))  # type: ignore[misc]
        if at is None:
            return Updates(limit, clock, tuple(found), until, trouble="" if found else never(clock))
        if last is not None and last.at is not None and at >= last.at:
            break
        if len(found) == (MOST_UPDATES if last is not None else 3):
            return Updates(limit, clock, tuple(found), until, more=True)
        found.append(at)
    return Updates(limit, clock, tuple(found), until)


def calls(
    document: Agreement,
    report: Report,
    priority: Priority,
    target: Target | None,
    start: datetime,
    dues: tuple[Due, ...],
    clocks: Clocks,
) -> tuple[Call, ...]:
    """The steps of every path for the priority and the service, the earliest first; those without a moment at the end."""
    contacts = {one.id: one.name or one.role for one in document.parties.contacts}
    found = [
        _call(path, step, contacts.get(step.contact or "", ""), target, start, dues, clocks, report.pauses)
        for path in document.escalation.paths
        if priority.id in path.priorities
        and (not path.services or report.service is None or report.service in path.services)
        for step in path.steps
    ]
    return tuple(sorted(found, key=lambda one: (one.at is None, one.at.timestamp() if one.at else 0)))


def _call(
    path: Path,
    step: Step,
    contact: str,
    target: Target | None,
    start: datetime,
    dues: tuple[Due, ...],
    clocks: Clocks,
    pauses: tuple[Pause, ...],
) -> Call:
    def without(how: str, trouble: str) -> Call:
        return Call(path, step, contact, how, None, trouble=trouble)

    if step.after is not None:
        limit, held = step.after, pauses
        how = say("{length} after the start", length=limit.length())
    elif step.percent is not None and step.base is not None:
        what = _BASES[step.base]
        how = say(_SHARES[step.base], percent=step.percent)
        wanted: Duration | None = getattr(target, what.value) if target is not None else None
        if wanted is None:
            return without(how, say("The target that it is a share of is not promised."))
        limit, held = wanted, () if what is What.RESPONSE else pauses
    else:
        return without("", say("The agreement does not say when."))
    clock = clocks.of(limit.calendar)
    if isinstance(clock, str):
        return without(how, clock)
    at = clock.asked(_moment(step, limit, start, held, clock))
    if at is None:
        return without(how, never(clock))
    judged = _BASES[step.base] if step.percent is not None and step.base is not None and step.after is None else None
    breach = _breach(judged, dues)
    return Call(path, step, contact, how, at, clock, late=breach is not None and at > breach)


def _moment(
    step: Step, limit: Duration, start: datetime, held: tuple[Pause, ...], clock: Clock
) -> Callable[[Compiled], datetime]:
    cut_off = clock.calendar.cut_off if clock.calendar is not None else None
    percent = step.percent
    if step.after is None and percent is not None:
        return lambda compiled: share(compiled, limit, percent.value, start, held, cut_off)
    return lambda compiled: at_end(compiled, limit, start, held, cut_off)


def _breach(judged: What | None, dues: tuple[Due, ...]) -> datetime | None:
    """The moment at which the step's own target is missed, else that to restore, else to resolve."""
    for what in (judged, What.RESTORE, What.RESOLVE):
        for one in dues:
            if one.what is what and one.at is not None:
                return one.at
    return None
