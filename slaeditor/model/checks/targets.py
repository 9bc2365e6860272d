"""TGT, the times: targets that contradict one another, each tried out on the clocks that count them."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model import text
from slaeditor.model.agreement.targets import Target
from slaeditor.model.checks.coverage import gravest, holding, hours_of, names, services_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import Case, Running, is_always_open, moment_text, overtaken
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled
from slaeditor.model.clock.local_time import instant_of
from slaeditor.model.clock.rules import week_of
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.sentence import say
from slaeditor.model.terms import field

TABLE = Table()
READS = ("identity", "services", "hours", "priorities", "targets")
_ORDER = ("response", "workaround", "restore", "resolve")
"""The times of a target in the order in which they are due."""
_TIMES = ("response", "update", "workaround", "restore", "resolve")


def place(target: Target, time: str) -> Path:
    """Where a time of a target stands."""
    return ("targets", "items", target.id, time)


def label(time: str) -> str:
    """What a time is called: First response, Restore …"""
    return field(Target, time).term.label


def row(subject: Subject, target: Target) -> str:
    """What a target is called: its services, priority and kind of work."""
    return text.row_name(subject.document, target)


def _overtakings(subject: Subject, always: bool) -> Iterator[Hit]:
    """Times that can run out before one that should come earlier: whatever the start (``always``), or for some starts only.

    Each later time is told of once, and rather of what always holds.
    """
    for target in subject.document.targets.items:
        for number, later in enumerate(_ORDER[1:], start=1):
            found: list[tuple[bool, str, Case]] = []
            for earlier in _ORDER[:number]:
                first: Duration | None = getattr(target, earlier)
                second: Duration | None = getattr(target, later)
                case = overtaken(subject, first, second)
                if case is not None:
                    found.append((overtaken(subject, second, first) is None, earlier, case))
            if not found:
                continue
            whatever, earlier, case = next((one for one in found if one[0]), found[0])
            if whatever is always:
                yield Hit(
                    (place(target, later), place(target, earlier)),
                    {
                        "row": row(subject, target),
                        "later": label(later),
                        "length": text.duration_text(subject.document, getattr(target, later)),
                        "earlier": label(earlier),
                        "other": text.duration_text(subject.document, getattr(target, earlier)),
                    },
                    case.witness(label(earlier), label(later)),
                )


@TABLE.rule(
    "TGT-01",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{row}: “{later}” is due within {length}, but “{earlier}” only within {other}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    yield from _overtakings(subject, always=True)


@TABLE.rule(
    "TGT-02",
    Severity.WARNING,
    Fault.HYGIENE,
    say("{row}: “{later}” is due at the same time as “First response”, within {length}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in subject.document.targets.items:
        for later in ("restore", "resolve"):
            limit: Duration | None = getattr(target, later)
            if limit is not None and limit == target.response:
                values = {"row": row(subject, target), "later": label(later), "length": _length(subject, limit)}
                yield Hit((place(target, later), place(target, "response")), values)
                break


@TABLE.rule(
    "TGT-03",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("“{time}” of {row} is due within {length}, sooner than within {other} as for {higher}, a higher priority."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    items = subject.document.targets.items
    scopes = ["", *dict.fromkeys(service for one in items for service in one.services)]
    for work in dict.fromkeys(one.work for one in items):
        ranks = [[one for one in items if one.work is work and one.priority == level] for level in subject.priorities]
        told_of: set[tuple[str, str, str]] = set()
        for scope in scopes:
            chain = [holding(rows, scope) for rows in ranks]
            for time in _TIMES:
                yield from _sooner(subject, chain, time, told_of)


def _sooner(
    subject: Subject, chain: list[list[Target]], time: str, told_of: set[tuple[str, str, str]]
) -> Iterator[Hit]:
    """The rows of a chain, the highest priority first, whose ``time`` can run out before that of the next higher one that has it."""
    higher: list[Target] = []
    for rows in chain:
        having = [one for one in rows if getattr(one, time) is not None]
        for lower in having:
            for above in higher:
                if (key := (above.id, lower.id, time)) in told_of:
                    continue
                told_of.add(key)
                case = overtaken(subject, getattr(above, time), getattr(lower, time))
                if case is None:
                    continue
                yield Hit(
                    (place(lower, time), place(above, time)),
                    {
                        "time": label(time),
                        "row": row(subject, lower),
                        "length": _length(subject, getattr(lower, time)),
                        "higher": row(subject, above),
                        "other": _length(subject, getattr(above, time)),
                    },
                    case.witness(row(subject, above), row(subject, lower)),
                )
        higher = having or higher


@TABLE.rule(
    "TGT-06",
    Severity.WARNING,
    Fault.INCONSISTENT_AT_TIMES,
    say(
        "{row}: for some reports “{later}” ({length}) is due before “{earlier}” ({other}), since they are counted differently."
    ),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    yield from _overtakings(subject, always=False)


@TABLE.rule(
    "TGT-07",
    Severity.WARNING,
    Fault.INCONSISTENT_AT_TIMES,
    say("{row}: “{time}” runs only in {calendar}, although {services} can be used around the clock."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    hours = subject.document.hours
    for target in gravest(subject):
        for time in ("response", "restore", "resolve" if target.restore is None else "restore"):
            limit: Duration | None = getattr(target, time)
            clock = subject.clock(limit.calendar) if limit is not None else None
            if limit is None or clock is None or not clock.starts or is_always_open(subject, limit.calendar):
                continue
            used = {one: hours_of(hours, one, "service_hours") for one in services_of(subject, target)}
            around = [one for one, (calendar, _) in used.items() if is_always_open(subject, calendar)]
            if around:
                yield Hit(
                    (place(target, time), used[around[0]][1]),
                    {
                        "row": row(subject, target),
                        "time": label(time),
                        "calendar": subject.row(("hours", "calendars", limit.calendar or "")),
                        "services": names(subject, around),
                    },
                    _longest_wait(subject, limit, clock, time),
                )
                break


def _longest_wait(subject: Subject, limit: Duration, clock: Compiled, time: str) -> str:
    """The report at a closing time that waits longest, in words."""
    calendar = subject.calendars[limit.calendar or ""]
    running = Running(limit, clock, calendar.cut_off)
    worst: tuple[int, int] | None = None
    for closing in clock.ends:
        try:
            due = running.due(closing)
        except BeyondSpanError:
            break
        if worst is None or due - closing > worst[1] - worst[0]:
            worst = closing, due
    if worst is None:
        return ""
    start, end = (instant_of(moment, clock.zone) for moment in worst)
    told = moment_text(end, start)
    return say("Reported {start}: “{time}” is due {due}.", start=moment_text(start), time=label(time), due=told)


@TABLE.rule(
    "TGT-13",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{row}: the first status update is due within {length}, after “{later}” within {other}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in subject.document.targets.items:
        later = "restore" if target.restore is not None else "resolve"
        end: Duration | None = getattr(target, later)
        case = overtaken(subject, target.update, end)
        if case is not None and target.update is not None and end is not None:
            values = {
                "row": row(subject, target),
                "length": _length(subject, target.update),
                "later": label(later),
                "other": _length(subject, end),
            }
            yield Hit(
                (place(target, "update"), place(target, later)),
                values,
                case.witness(say("the first status update"), label(later)),
            )


@TABLE.rule(
    "TGT-16",
    Severity.HINT,
    Fault.UNREACHABLE,
    say("{row}: to restore takes up to {length}, longer than one day of support ({day})."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in gravest(subject):
        limit = target.restore
        if limit is None:
            continue
        days = [
            (minutes, calendar)
            for service in services_of(subject, target)
            if (calendar := limit.calendar or hours_of(subject.document.hours, service, "support_hours")[0]) is not None
            and (minutes := _support_day(subject, calendar, elapsed=limit.calendar is None))
        ]
        if not days:
            continue
        minutes, calendar = min(days)
        if limit.amount > (minutes if limit.unit is Unit.MINUTES else 1):
            day = say(
                "{length} in {calendar}",
                length=Duration(minutes).length(),
                calendar=subject.row(("hours", "calendars", calendar)),
            )
            values = {"row": row(subject, target), "length": _length(subject, limit), "day": day}
            yield Hit((place(target, "restore"),), values)


def _support_day(subject: Subject, calendar: str, *, elapsed: bool) -> int:
    """The minutes of the longest day of a calendar, none when it is not there; ``elapsed`` counts its breaks, too."""
    found = subject.calendars.get(calendar)
    week = week_of(found.week) if found is not None else ()
    if elapsed:
        return max((day[-1][1] - day[0][0] for day in week if day), default=0)
    return max((sum(stop - start for start, stop in day) for day in week), default=0)


def _length(subject: Subject, limit: Duration) -> str:
    return text.duration_text(subject.document, limit)
