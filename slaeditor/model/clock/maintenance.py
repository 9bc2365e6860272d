"""The maintenance windows of a month on the real calendar: when each one is, what black-outs leave of it, and the sum."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Maintenance, Window
from slaeditor.model.clock.intervals import Interval, merged
from slaeditor.model.clock.local_time import LocalDays, instant_of, zone_of
from slaeditor.model.quantities import Unit

_DAYS = tuple(Weekday)
_ONE = timedelta(days=1)
_LONGEST = 36 * 1440
"""Minutes after which every window has come back: one that lasts longer takes all the time, and no month more than that."""
_NTH = {Every.FIRST: 0, Every.SECOND: 1, Every.THIRD: 2, Every.FOURTH: 3, Every.LAST: -1}


@dataclass(frozen=True)
class Occurrence:
    """One window as it comes: local ``start`` and ``end``; ``seconds`` of the month remain outside black-outs."""

    window: Window
    start: datetime
    end: datetime
    seconds: int
    blackout: str = ""


@dataclass(frozen=True)
class Month:
    """All windows that touch a month, its days without any maintenance by black-out name, and the planned seconds.

    ``spans`` are the stretches of the month in which maintenance is planned, those that overlap as one; ``partial`` has the days
    on which only some services are protected, by the names of what protects them.
    """

    occurrences: tuple[Occurrence, ...]
    blackouts: dict[date, str]
    planned: int
    spans: tuple[Interval, ...] = ()
    partial: dict[date, str] = field(default_factory=dict)


def month_of(maintenance: Maintenance, year: int, month: int) -> Month:
    """The month's windows in order. Windows without time, length or zone have none; those that overlap count once in the sum."""
    first = date(year, month, 1)
    after = first + timedelta(days=months.monthrange(year, month)[1])
    found: list[Occurrence] = []
    spans: list[Interval] = []
    for window in maintenance.windows:
        try:
            zone = zone_of(window.zone) if window.zone else None
        except (ZoneInfoNotFoundError, ValueError):
            continue
        lasts = window.duration
        if zone is None or window.start is None or lasts is None or lasts.unit is not Unit.MINUTES:
            continue
        lasting = min(lasts.amount, _LONGEST)
        local = LocalDays(zone)
        begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (first, after))
        protecting = [one for one in maintenance.blackouts if _protects(one, window)]
        for day in _dates(window, first - timedelta(days=1 + lasting // 1440), after):
            start = local.edge(day.toordinal(), window.start.minute, closing=False)
            stop = start + 60 * lasting
            if stop <= begin or start >= end:
                continue
            left, name = _outside(local, protecting, start, stop)
            inside = [(max(a, begin), min(b, end)) for a, b in left if a < end and b > begin]
            spans += inside
            rest = sum(b - a for a, b in inside)
            found.append(Occurrence(window, instant_of(start, zone), instant_of(stop, zone), rest, name))
    found.sort(key=lambda one: one.start)
    whole = [one for one in maintenance.blackouts if not one.services]
    some = [one for one in maintenance.blackouts if one.services]
    days = [first + timedelta(days=n) for n in range((after - first).days)]
    shaded = {day: one.name for day in days for one in whole if blacked_out(one, day)}
    named = {day: [one.name for one in some if blacked_out(one, day)] for day in days if day not in shaded}
    partial = {day: ", ".join(filter(None, names)) for day, names in named.items() if names}
    together = tuple(merged(spans))
    return Month(tuple(found), shaded, sum(stop - start for start, stop in together), together, partial)


def blacked_out(one: Blackout, day: date) -> bool:
    """Whether the local date lies in the black-out; a yearly one may run over the turn of the year."""
    if one.start is None or one.end is None:
        return False
    if not one.yearly:
        return one.start <= day <= one.end
    here, start, end = ((each.month, each.day) for each in (day, one.start, one.end))
    return start <= here <= end if start <= end else here >= start or here <= end


def _protects(one: Blackout, window: Window) -> bool:
    """Whether every service that the window may take down is protected."""
    return not one.services or bool(window.services and set(window.services) <= set(one.services))


def _dates(window: Window, first: date, after: date) -> list[date]:
    """The dates from ``first`` up to ``after`` on which the window begins."""
    found = []
    day = first
    while day < after:
        if day.weekday() == _DAYS.index(window.weekday) and (window.every is Every.WEEK or _is_nth(window.every, day)):
            found.append(day)
        day += _ONE
    return found


def _is_nth(every: Every, day: date) -> bool:
    nth = _NTH[every]
    last = months.monthrange(day.year, day.month)[1]
    return day.day + 7 > last if nth < 0 else (day.day - 1) // 7 == nth


def _outside(local: LocalDays, blackouts: list[Blackout], start: int, stop: int) -> tuple[list[Interval], str]:
    """What is left of the stretch on dates without black-out, and the name of a black-out that took the rest."""
    left: list[Interval] = []
    name = ""
    day = instant_of(start, local.zone).date()
    while (begin := local.edge(day.toordinal(), 0, closing=False)) < stop:
        end = local.edge(day.toordinal() + 1, 0, closing=False)
        piece = (max(start, begin), min(stop, end))
        taken = next((one for one in blackouts if blacked_out(one, day)), None)
        if taken is not None:
            name = taken.name or "Black-out"
        elif piece[0] < piece[1]:
            left.append(piece)
        day += _ONE
    return left, name
