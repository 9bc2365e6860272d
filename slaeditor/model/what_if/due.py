"""When a time is used up, counted from a start on its own clock, with the stretches that say why."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from slaeditor.model.clock import counting
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.counting import Pause
from slaeditor.model.clock.explanation import Counts, Stretch, explanation
from slaeditor.model.clock.rules import plain_name
from slaeditor.model.quantities import ClockTime, Duration, Unit
from slaeditor.model.sentence import Sentence, say
from slaeditor.model.what_if.clocks import Clock, Clocks


class What(enum.Enum):
    """The times that a target may promise, by the names of its fields."""

    RESPONSE = "response"
    WORKAROUND = "workaround"
    RESTORE = "restore"
    RESOLVE = "resolve"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    What.RESPONSE: say("First response"),
    What.WORKAROUND: say("Workaround"),
    What.RESTORE: say("Restore"),
    What.RESOLVE: say("Resolve"),
}


@dataclass(frozen=True)
class Due:
    """A promised time: ``at`` is its last moment, local to its clock; None when ``trouble`` says why there is none.

    ``stretches`` lead from the start of the clock to ``at``; ``days`` are the working days counted, if days are;
    ``short_days`` the dates among them all that have hours of their own, with their names.
    """

    what: What
    limit: Duration
    clock: Clock | None
    at: datetime | None
    stretches: tuple[Stretch, ...] = ()
    days: tuple[date, ...] = ()
    short_days: tuple[tuple[date, str], ...] = ()
    trouble: str = ""


def due(what: What, limit: Duration, start: datetime, clocks: Clocks, pauses: Iterable[Pause] = ()) -> Due:
    """When ``limit`` is used up; a pause never moves the first response."""
    clock = clocks.of(limit.calendar)
    if isinstance(clock, str):
        return Due(what, limit, None, None, trouble=clock)
    held = () if what is What.RESPONSE else tuple(pauses)

    def counted(compiled: Compiled) -> Due:
        at = at_end(compiled, limit, start, held, _cut_off(clock))
        days = _days(compiled, limit, start, _cut_off(clock)) if limit.unit is Unit.WORKING_DAYS else ()
        found = tuple(explanation(compiled, start, at, held))
        return Due(what, limit, clock, at, found, days, _short_days(compiled, found))

    return clock.asked(counted) or Due(what, limit, clock, None, trouble=never(clock))


def never(clock: Clock) -> str:
    """Why a time is never used up."""
    return say("“{calendar}” has no open hours for so long.", calendar=clock.name)


def at_end(
    clock: Compiled, limit: Duration, start: datetime, pauses: Iterable[Pause] = (), cut_off: ClockTime | None = None
) -> datetime:
    """The instant at which ``limit`` is used up. Working days lose no open minute to a pause: what it takes is added after them."""
    if limit.unit is Unit.MINUTES:
        return counting.deadline(clock, start, timedelta(minutes=limit.amount), pauses)
    held = tuple(pauses)
    at = counting.working_day(clock, start, limit.amount, cut_off)
    lost = counting.elapsed(clock, start, at) - counting.elapsed(clock, start, at, held)
    return counting.deadline(clock, at, lost, held) if lost else at


def share(
    clock: Compiled,
    limit: Duration,
    percent: Decimal,
    start: datetime,
    pauses: Iterable[Pause] = (),
    cut_off: ClockTime | None = None,
) -> datetime:
    """The instant at which ``percent`` of ``limit`` has passed, never a closed moment before the limit is used up.

    Before its end it is counted back from there in the same calendar; a share of working days is one of their open minutes.
    """
    held = tuple(pauses)
    end = at_end(clock, limit, start, held, cut_off)
    if percent == 100:
        return end
    whole = timedelta(minutes=limit.amount)
    if limit.unit is Unit.WORKING_DAYS:
        whole = counting.elapsed(clock, start, end, held)
    passed = timedelta(seconds=int(Decimal(whole // timedelta(seconds=1)) * percent / 100))
    reached = counting.deadline(clock, start, passed, held)
    return counting.deadline(clock, reached, timedelta(0), held)


def _cut_off(clock: Clock) -> ClockTime | None:
    return clock.calendar.cut_off if clock.calendar is not None else None


def _days(clock: Compiled, limit: Duration, start: datetime, cut_off: ClockTime | None) -> tuple[date, ...]:
    """The working days that are counted: those after the date of the start, or after the one on which it counts as made."""
    last = counting.working_day(clock, start, limit.amount, cut_off)
    at = bisect_right(clock.days, last.date().toordinal())
    return tuple(map(date.fromordinal, clock.days[max(0, at - limit.amount) : at]))


def _short_days(clock: Compiled, stretches: tuple[Stretch, ...]) -> tuple[tuple[date, str], ...]:
    """The dates on which something counts by hours of their own."""
    found = dict.fromkeys(one.start.date() for one in stretches if one.counts is Counts.COUNTED)
    return tuple((day, plain_name(clock.rules.name(day))) for day in found if clock.rules.own.get(day))
