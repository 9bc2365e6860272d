"""Durations on different clocks, tried out over a year: whether one can run out before another, and when that is worst."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.checks.subject import Subject, last_start, year_of_starts
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled
from slaeditor.model.clock.counting import working_day
from slaeditor.model.clock.intervals import merged
from slaeditor.model.clock.local_time import LocalDays, instant_of, seconds_of, zone_of
from slaeditor.model.clock.rules import Windows
from slaeditor.model.day_names import SHORT_DAYS, SHORT_MONTHS
from slaeditor.model.quantities import ClockTime, Duration, Unit
from slaeditor.model.sentence import say


@dataclass(frozen=True)
class Running:
    """A duration with the calendar that counts it; ``clock`` is None for elapsed time."""

    duration: Duration
    clock: Compiled | None
    cut_off: ClockTime | None = None

    def due(self, start: int) -> int:
        """When it has run out for a report at ``start``, in seconds since 1970; ``BeyondSpanError`` past the compiled span."""
        if self.clock is None:
            return start + 60 * self.duration.amount
        if self.duration.unit is Unit.MINUTES:
            return self.clock.deadline(start, 60 * self.duration.amount)
        begun = instant_of(start, self.clock.zone)
        return seconds_of(working_day(self.clock, begun, self.duration.amount, self.cut_off))

    def turns(self) -> Iterator[int]:
        """The starts at which its due time can change its course: the calendar's edges, and where a start runs out at one."""
        clock = self.clock
        if clock is None:
            return
        back = 60 * self.duration.amount if self.duration.unit is Unit.MINUTES else 0
        for edge in (*clock.starts, *clock.ends):
            yield edge
            if back:
                try:
                    yield clock.backwards(edge, back)
                except BeyondSpanError:
                    continue
        if self.duration.unit is Unit.WORKING_DAYS:
            yield from _midnights_and_cut_offs(clock, self.cut_off)


def _midnights_and_cut_offs(clock: Compiled, cut_off: ClockTime | None) -> Iterator[int]:
    local = LocalDays(clock.zone)
    for day in clock.days:
        yield local.edge(day, 0, closing=False)
        if cut_off is not None:
            yield local.edge(day, cut_off.minute, closing=False)


@dataclass(frozen=True)
class Case:
    """A report at ``start`` for which the one duration is due at ``first`` and the other at ``second`` (local times)."""

    start: datetime
    first: datetime
    second: datetime

    def witness(self, later: str, sooner: str) -> str:
        """The instants in words; ``later`` is what is due at ``first``, ``sooner`` what is due at ``second``."""
        return say(
            "A report of {start}: {sooner} due {second}, {later} not before {first}",
            start=moment_text(self.start),
            sooner=sooner,
            later=later,
            second=moment_text(self.second, self.start),
            first=moment_text(self.first, self.start),
        )


def is_always_open(subject: Subject, calendar: str | None) -> bool:
    """Whether the calendar is open at every moment of the year."""
    clock = subject.clock(calendar)
    return clock is not None and len(clock.starts) == 1 and (clock.starts[0], clock.ends[0]) == (clock.begin, clock.end)


def overtaken(subject: Subject, first: Duration | None, second: Duration | None) -> Case | None:
    """The report of the year for which ``second`` is due the longest before ``first``; None when it never is.

    A rule that asks this reads "hours" and "identity", too.

    Durations on one clock are compared by their amounts, others by trying out every start at which the order can change:
    between two such starts both due times stand still or move with the start.
    """
    if first is None or second is None:
        return None
    order = second.against(first)
    if order is not None and order >= 0:
        return None
    calendars = tuple(subject.calendars.get(one.calendar or "") for one in (first, second))
    if any(one.calendar and found is None for one, found in zip((first, second), calendars, strict=True)):
        return None
    if surely_later(first, second, calendars[1], subject.first):
        return None
    zone = subject.document.identity.provider_zone
    return worst(first, second, calendars[0], calendars[1], subject.first, zone)


def surely_later(first: Duration, second: Duration, calendar: Calendar | None, begin: date) -> bool:
    """Whether ``second``, in working days, is so much longer than ``first``, in minutes, that no start need be tried out.

    N working days end on a date at least N dates later at the same time of day or later, and hold N - 1 whole working days.
    """
    if second.unit is not Unit.WORKING_DAYS or first.unit is not Unit.MINUTES or calendar is None:
        return False
    if first.calendar is None:
        return first.amount <= 1440 * (second.amount - 1)
    return first.calendar == calendar.id and first.amount <= _shortest_day(calendar, begin) * (second.amount - 1)


@lru_cache(maxsize=256)
def _shortest_day(calendar: Calendar, begin: date) -> int:
    """The open minutes of the working day that has the fewest; none where a stretch runs on past midnight."""
    clock = year_of_starts(calendar, begin)
    days = [clock.rules.windows(date.fromordinal(day)) for day in clock.days] if clock is not None else []
    if any(stop > 1440 for windows in days for _, stop in windows):
        return 0
    return min((_minutes(windows) for windows in days), default=0)


def _minutes(windows: Windows) -> int:
    return sum(stop - start for start, stop in merged(windows))


def _running(duration: Duration, calendar: Calendar | None, first: date) -> Running | None:
    if calendar is None:
        return Running(duration, None) if duration.unit is Unit.MINUTES else None
    clock = year_of_starts(calendar, first)
    return Running(duration, clock, calendar.cut_off) if clock is not None and clock.starts else None


@lru_cache(maxsize=2048)
def worst(
    first: Duration, second: Duration, calendar: Calendar | None, other: Calendar | None, begin: date, elsewhere: str
) -> Case | None:
    """``overtaken``, by trying out every start of the year; ``elsewhere`` is the zone in which elapsed time is told."""
    one, two = _running(first, calendar, begin), _running(second, other, begin)
    if one is None or two is None:
        return None
    clock = one.clock or two.clock
    zone = clock.zone if clock is not None else _zone(elsewhere)
    local = LocalDays(zone)
    earliest = local.edge(begin.toordinal(), 0, closing=False)
    latest = local.edge(last_start(begin).toordinal(), 0, closing=False)
    starts = {turn + by for each in (one, two) for turn in each.turns() for by in (-60, 0)} | {earliest}
    found: tuple[int, int, int, int] | None = None
    for start in sorted(starts):
        if not earliest <= start < latest:
            continue
        try:
            due, sooner = one.due(start), two.due(start)
        except BeyondSpanError:
            continue
        if sooner < due and (found is None or due - sooner > found[0]):
            found = (due - sooner, start, due, sooner)
    if found is None:
        return None
    return Case(*(instant_of(moment, zone) for moment in found[1:]))


def _zone(name: str) -> ZoneInfo:
    """The deciding time zone of the agreement; UTC when it names none that exists."""
    try:
        return zone_of(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def moment_text(moment: datetime, after: datetime | None = None) -> str:
    """Fri 6 Mar 2026 17:30 (Europe/Istanbul); without the zone where it is told ``after`` another moment of the same zone."""
    local = say(
        "{day} {number} {month} {year} {time}",
        day=SHORT_DAYS[moment.weekday()],
        number=moment.day,
        month=SHORT_MONTHS[moment.month - 1],
        year=moment.year,
        time=f"{moment:%H:%M}",
    )
    if after is not None and str(after.tzinfo) == str(moment.tzinfo):
        return local
    return say("{moment} ({zone})", moment=local, zone=str(moment.tzinfo))
