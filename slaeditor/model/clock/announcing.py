"""By when planned maintenance must be announced: the notice counted back from each window, in the calendar that counts it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.maintenance import Maintenance
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled, compile_calendar
from slaeditor.model.clock.counting import backwards, working_day
from slaeditor.model.clock.local_time import LocalDays, instant_of, seconds_of
from slaeditor.model.clock.maintenance import Occurrence, month_of
from slaeditor.model.clock.rules import Holidays, no_holidays
from slaeditor.model.quantities import Duration, Unit

_MOST_MONTHS = 12
_MONTH_DAYS = 28
_WEEK = 7


@dataclass(frozen=True)
class Announcement:
    """The window that comes, and the last date on which it can be announced; ``at`` is the last moment, None: during the day."""

    occurrence: Occurrence
    day: date
    at: datetime | None = None


def announced_in(
    maintenance: Maintenance,
    calendars: Iterable[Calendar],
    year: int,
    month: int,
    holidays: Holidays = no_holidays,
) -> tuple[Announcement, ...]:
    """What must be announced in the month at the latest, in order; windows of later months, too.

    Nothing when there is no notice, or the calendar that counts it is missing or has no known zone.
    """
    notice = maintenance.notice
    if notice is None or not notice.amount:
        return ()
    first = date(year, month, 1)
    ahead = min(_MOST_MONTHS, 2 + _reach(notice).days // _MONTH_DAYS)
    after = _later(first, ahead)
    clock: Compiled | None = None
    if notice.calendar is not None:
        calendar = next((one for one in calendars if one.id == notice.calendar), None)
        if calendar is None or not calendar.zone:
            return ()
        try:
            clock = compile_calendar(calendar, first - timedelta(days=_MONTH_DAYS), after, holidays)
        except (ZoneInfoNotFoundError, ValueError):
            return ()
    found: dict[tuple[str, datetime], Announcement] = {}
    for number in range(ahead):
        then = _later(first, number)
        for one in month_of(maintenance, then.year, then.month).occurrences:
            if not one.seconds or (made := announce(notice, clock, one)) is None:
                continue
            if (made.day.year, made.day.month) == (year, month):
                found[one.window.id, one.start] = made
    return tuple(sorted(found.values(), key=lambda made: (made.day, made.occurrence.start)))


def announce(notice: Duration, clock: Compiled | None, occurrence: Occurrence) -> Announcement | None:
    """The last announcement that still gives the notice; None when it lies outside the compiled span.

    ``clock`` is the notice's calendar, None for elapsed time.
    """
    start = occurrence.start
    if clock is None:
        if notice.unit is not Unit.MINUTES:
            return None
        at = datetime.fromtimestamp(seconds_of(start) - 60 * notice.amount, start.tzinfo)
        return Announcement(occurrence, at.date(), at)
    try:
        if notice.unit is Unit.MINUTES:
            at = backwards(clock, start, timedelta(minutes=notice.amount))
            return Announcement(occurrence, at.date(), at)
        local = LocalDays(clock.zone)
        place = bisect_right(clock.days, start.astimezone(clock.zone).date().toordinal()) - 1 - notice.amount
        for number in range(place, -1, -1):
            opening = clock.next_opening(local.edge(clock.days[number], 0, closing=False))
            if working_day(clock, instant_of(opening, clock.zone), notice.amount) <= start:
                return Announcement(occurrence, date.fromordinal(clock.days[number]))
    except BeyondSpanError:
        pass
    return None


def _reach(notice: Duration) -> timedelta:
    """About how long before a window the announcement is."""
    if notice.unit is Unit.MINUTES:
        return timedelta(minutes=notice.amount * (1 if notice.calendar is None else 4))
    return timedelta(days=notice.amount * 2 + _WEEK)


def _later(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
