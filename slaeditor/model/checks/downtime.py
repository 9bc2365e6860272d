"""How much downtime promises of availability allow, what maintenance takes of it, and how long an outage can last in time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.maintenance import Blackout, Maintenance, Window
from slaeditor.model.agreement.targets import Period, Target
from slaeditor.model.checks.simulation import Running
from slaeditor.model.checks.subject import Subject, year_of_starts
from slaeditor.model.clock.allowance import allowed_seconds
from slaeditor.model.clock.compiled import BeyondSpanError
from slaeditor.model.clock.intervals import merged
from slaeditor.model.clock.local_time import LocalDays, instant_of
from slaeditor.model.clock.maintenance import month_of
from slaeditor.model.day_names import MONTHS
from slaeditor.model.quantities import Duration, Percent, Unit
from slaeditor.model.sentence import say
from slaeditor.model.wording import date_text

_MONTHS_OF = {Period.CALENDAR_MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
_TRIED = 62 * 86400
"""In how much of a period outages are tried out: by then every weekday has come with every change of the clock."""


@dataclass(frozen=True)
class Span:
    """One period of measurement: from ``begin`` to ``end`` (seconds since 1970), with so many open seconds."""

    name: str
    begin: int
    end: int
    base: int

    def allowed(self, percent: Percent) -> Decimal:
        """The downtime that ``percent`` allows in it at most, in seconds."""
        return allowed_seconds(percent, self.base)


@dataclass(frozen=True)
class Outage:
    """The outage that leaves the most downtime although it ends when it has to; ``down`` are seconds of the base time."""

    start: datetime
    end: datetime
    down: int


@lru_cache(maxsize=512)
def spans(calendar: Calendar, period: Period, first: date) -> tuple[Span, ...]:
    """The periods of a year from ``first`` on, as ``calendar`` counts them; none when the calendar cannot be used."""
    clock = year_of_starts(calendar, first)
    if clock is None:
        return ()
    local = LocalDays(clock.zone)
    found = []
    for name, start, after in _stretches(period, first):
        begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (start, after))
        found.append(Span(name, begin, end, clock.elapsed(begin, end)))
    return tuple(found)


def _stretches(period: Period, first: date) -> Iterator[tuple[str, date, date]]:
    if period is Period.ROLLING_30_DAYS:
        for number in range(366):
            start = first + timedelta(days=number)
            yield say("the 30 days from {date}", date=date_text(start)), start, start + timedelta(days=30)
        return
    months = _MONTHS_OF[period]
    start = first if first.day == 1 else month_after(first, 1)
    if period is Period.QUARTER:
        start = month_after(start, -(start.month - 1) % 3)
    for _ in range(12 // months):
        after = month_after(start, months)
        yield _name(period, start), start, after
        start = after


def _name(period: Period, start: date) -> str:
    if period is Period.CALENDAR_MONTH:
        return say("{month} {year}", month=MONTHS[start.month - 1], year=start.year)
    if period is Period.QUARTER:
        return say("Q{number} {year}", number=(start.month + 2) // 3, year=start.year)
    return say("the year from {date}", date=date_text(start))


def month_after(day: date, months: int) -> date:
    """The first day of the month so many months after that of ``day``."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def promised(subject: Subject) -> Iterator[tuple[AvailabilityPromise, Percent]]:
    """The promises that name a percent."""
    for promise in subject.document.availability.promises:
        if promise.percent is not None:
            yield promise, promise.percent


def base_of(subject: Subject, promise: AvailabilityPromise) -> Calendar | None:
    """The calendar whose minutes the promise counts, if it is there."""
    return subject.calendars.get(promise.base or subject.document.hours.measurement_hours or "")


def tightest(subject: Subject, promise: AvailabilityPromise) -> Span | None:
    """The period of the promise that allows the least downtime; None when none has any base time."""
    calendar = base_of(subject, promise)
    found = spans(calendar, promise.period, subject.first) if calendar is not None else ()
    return min((one for one in found if one.base), key=lambda one: one.base, default=None)


@lru_cache(maxsize=512)
def planned(
    windows: tuple[Window, ...], blackouts: tuple[Blackout, ...], calendar: Calendar, period: Period, first: date
) -> tuple[int, ...]:
    """The seconds of base time that the windows take of each of the ``spans``."""
    found = spans(calendar, period, first)
    clock = year_of_starts(calendar, first)
    if clock is None or not found:
        return ()
    maintenance = Maintenance(windows=windows, blackouts=blackouts)
    begin, end = instant_of(found[0].begin, clock.zone).date(), instant_of(found[-1].end, clock.zone).date()
    taken: list[tuple[int, int]] = []
    month = begin.replace(day=1)
    while month <= end:
        taken += month_of(maintenance, month.year, month.month).spans
        month = month_after(month, 1)
    together = merged(taken)
    ends = [stop for _, stop in together]
    starts = [start for start, _ in together]
    return tuple(
        sum(
            clock.elapsed(max(start, one.begin), min(stop, one.end))
            for start, stop in together[bisect_right(ends, one.begin) : bisect_left(starts, one.end)]
        )
        for one in found
    )


def windows_of(subject: Subject, service: str, *, counted: bool) -> tuple[Window, ...]:
    """The windows that may take the service down, and count as downtime or do not."""
    return tuple(
        one
        for one in subject.document.maintenance.windows
        if one.counts_as_downtime is counted and (not one.services or service in one.services)
    )


def gravest(subject: Subject, services: tuple[str, ...]) -> tuple[Target, ...]:
    """The targets for incidents of the first priority that hold for these services, without those that restore nothing."""
    first = next(iter(subject.priorities), "")
    rows = (subject.incident_targets.get((service, first)) for service in services)
    return tuple({one.id: one for one in rows if one is not None and one.restore is not None}.values())


def outage_in_time(subject: Subject, base: Calendar, span: Span, restore: Duration) -> Outage | None:
    """The outage in ``span`` that costs the most base time although it is restored just in time."""
    calendar = subject.calendars.get(restore.calendar or "")
    if restore.calendar is not None and calendar is None:
        return None
    return _worst(base, span, restore, calendar, subject.first)


@lru_cache(maxsize=512)
def _worst(base: Calendar, span: Span, restore: Duration, calendar: Calendar | None, first: date) -> Outage | None:
    clock = year_of_starts(base, first)
    other = year_of_starts(calendar, first) if calendar is not None else None
    if clock is None or (calendar is not None and other is None):
        return None
    if other is None and restore.unit is not Unit.MINUTES:
        return None
    running = Running(restore, other, calendar.cut_off if calendar is not None else None)
    last = min(span.end, span.begin + _TRIED)
    starts = {span.begin, *(one for each in (clock, other or clock) for one in (*each.starts, *each.ends))}
    worst: tuple[int, int, int] | None = None
    for start in sorted(one for one in starts if span.begin <= one < last):
        if not clock.is_open(start):
            continue  # what begins while nothing is measured costs no more than what begins at the opening
        try:
            due = running.due(start)
            down = clock.elapsed(start, min(due, span.end))
        except BeyondSpanError:
            continue
        if worst is None or down > worst[0]:
            worst = (down, start, due)
    if worst is None:
        return None
    return Outage(instant_of(worst[1], clock.zone), instant_of(worst[2], clock.zone), worst[0])
