"""What people ask of a calendar, in local times: deadlines, elapsed time, working days, pauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from slaeditor.model.clock.compiled import BeyondSpanError, Compiled
from slaeditor.model.clock.intervals import Interval, merged
from slaeditor.model.clock.local_time import LocalDays, instant_of, seconds_of
from slaeditor.model.quantities import ClockTime

Pause = tuple[datetime, datetime]
"""A stretch that does not count, half-open."""


def merged_pauses(pauses: Iterable[Pause]) -> list[Interval]:
    """The pauses in seconds, in order; those that overlap count once, those that end before they begin not at all."""
    return merged((seconds_of(start), seconds_of(end)) for start, end in pauses)


def is_open(clock: Compiled, moment: datetime) -> bool:
    """Whether the calendar is open at that instant; closing time is closed."""
    return clock.is_open(seconds_of(moment))


def next_opening(clock: Compiled, moment: datetime) -> datetime:
    """The instant itself when it is open, or the next opening."""
    return instant_of(clock.next_opening(seconds_of(moment)), clock.zone)


def elapsed(clock: Compiled, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> timedelta:
    """The open time from ``start`` to ``end`` without the pauses."""
    first, last = seconds_of(start), seconds_of(end)
    total = clock.elapsed(first, last)
    for begin, stop in merged_pauses(pauses):
        total -= clock.elapsed(max(first, begin), min(last, stop)) if begin < last and stop > first else 0
    return timedelta(seconds=max(0, total))


def deadline(clock: Compiled, start: datetime, duration: timedelta, pauses: Iterable[Pause] = ()) -> datetime:
    """The earliest instant at which ``duration`` has been counted: closing time when it is used up exactly then.

    Nothing to count is due at the next opening outside pauses.
    """
    at, left = seconds_of(start), round(duration.total_seconds())
    for begin, stop in merged_pauses(pauses):
        if stop <= at:
            continue
        if left == 0:
            at = clock.next_opening(at)
            if at < begin:
                break
        elif begin > at:
            counted = clock.elapsed(at, min(begin, clock.end))
            if counted >= left:
                break
            left -= counted
        at = max(at, stop)
    return instant_of(clock.deadline(at, left), clock.zone)


def backwards(clock: Compiled, moment: datetime, duration: timedelta) -> datetime:
    """The latest instant from which ``duration`` of open time remains until ``moment``: an escalation before a deadline."""
    return instant_of(clock.backwards(seconds_of(moment), round(duration.total_seconds())), clock.zone)


def working_day(clock: Compiled, start: datetime, days: int, cut_off: ClockTime | None = None) -> datetime:
    """``days`` dates with open hours later at the same local time, rolled forward to open time.

    A report after ``cut_off`` counts as made at the beginning of the next working day.
    """
    day, minute_of_day = _counted_from(clock, start, cut_off)
    local = datetime.combine(_advance(clock, day, days), datetime.min.time()) + minute_of_day
    return instant_of(clock.next_opening(LocalDays(clock.zone).reading(local)), clock.zone)


def end_of_working_day(clock: Compiled, start: datetime, days: int, cut_off: ClockTime | None = None) -> datetime:
    """Closing time of the date that is ``days`` dates with open hours later; of the next such date if the last is closed."""
    day = _advance(clock, _counted_from(clock, start, cut_off)[0], days).toordinal()
    at = bisect_right(clock.days, day - 1)
    if at == len(clock.days):
        raise BeyondSpanError("no working day follows within the compiled span")
    return instant_of(clock.day_ends[at], clock.zone)


def _counted_from(clock: Compiled, start: datetime, cut_off: ClockTime | None) -> tuple[date, timedelta]:
    local = start.astimezone(clock.zone)
    since = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
    if cut_off is not None and since > timedelta(minutes=cut_off.minute):
        return _advance(clock, local.date(), 1), timedelta()
    return local.date(), since


def _advance(clock: Compiled, day: date, days: int) -> date:
    if days == 0:
        return day
    at = bisect_right(clock.days, day.toordinal()) + days - 1
    if days < 0 or at >= len(clock.days):
        raise BeyondSpanError("the working days do not lie within the compiled span")
    return date.fromordinal(clock.days[at])
