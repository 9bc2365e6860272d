"""The allowance table: what each percent allows in every length that a period of the year has, promises with the same answer together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.targets import Period
from slaeditor.model.clock.allowance import allowed_seconds, base_calendar, clock_of_year
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import LocalDays
from slaeditor.model.clock.rules import Holidays, no_holidays
from slaeditor.model.day_names import MONTHS
from slaeditor.model.quantities import Percent
from slaeditor.model.sentence import joined, say

_DAY = 86400
_ROLLING = 30


class Length(msgspec.Struct, frozen=True):
    """Periods that are equally long: their ``names``, and of each its base time and the downtime allowed, in seconds.

    Of its ``days``, ``open_days`` are open, and ``short`` of those have hours of their own. ``shift`` is by how many seconds it
    differs from whole days, since the clocks change in it.
    """

    names: tuple[str, ...]
    days: int
    open_days: int
    short: int
    shift: int
    base: int
    allowed: Decimal

    def words(self) -> str:
        """April, June (30 days); March (31 days, clocks go forward); May (18 open days, of which 1 shortened)."""
        told = say("{count} days", count=self.days)
        if self.open_days != self.days:
            told = say("{count} open days", count=self.open_days)
        if self.short:
            told = say("{days}, of which {count} shortened", days=told, count=self.short)
        if self.shift:
            back = self.shift > 0
            told = say("{days}, clocks go back", days=told) if back else say("{days}, clocks go forward", days=told)
        return say("{names} ({days})", names=joined(", ", self.names), days=told)


class Promised(msgspec.Struct, frozen=True):
    """What one percent of one calendar allows: for these services (ids), by the length of their periods, and in the whole year."""

    percent: Percent
    calendar: Calendar
    period: Period
    services: tuple[str, ...]
    lengths: tuple[Length, ...]
    year: Length


def allowances(document: Agreement, year: int, holidays: Holidays = no_holidays) -> tuple[Promised, ...]:
    """Every promise whose calendar can be counted, in the order of the document; those that say the same are one."""
    together: dict[tuple[Percent, str, Period], list[str]] = {}
    calendars: dict[str, Calendar] = {}
    for promise in document.availability.promises:
        calendar = base_calendar(document, promise)
        if promise.percent is None or calendar is None or clock_of_year(calendar, year, holidays) is None:
            continue
        calendars[calendar.id] = calendar
        together.setdefault((promise.percent, calendar.id, promise.period), []).extend(promise.services)
    found = []
    for (percent, identifier, period), services in together.items():
        lengths, whole = _lengths(calendars[identifier], percent, period, year, holidays)
        found.append(Promised(percent, calendars[identifier], period, tuple(dict.fromkeys(services)), lengths, whole))
    return tuple(found)


@lru_cache(maxsize=256)
def _lengths(
    calendar: Calendar, percent: Percent, period: Period, year: int, holidays: Holidays
) -> tuple[tuple[Length, ...], Length]:
    clock = clock_of_year(calendar, year, holidays)
    assert clock is not None
    periods = tuple(_together(clock, percent, _periods(clock, period, year)))
    return periods, _length(clock, percent, str(year), date(year, 1, 1), date(year + 1, 1, 1))


Stretch = tuple[str, date, date]
"""A name, the first date and the date after the last."""


def _periods(clock: Compiled, period: Period, year: int) -> list[Stretch]:
    if period is Period.YEAR:
        return []
    if period is Period.ROLLING_30_DAYS:
        return _rolling(clock, year)
    step = 3 if period is Period.QUARTER else 1
    edges = [date(year + month // 12, month % 12 + 1, 1) for month in range(0, 13, step)]
    names = [say("Q{number}", number=number + 1) for number in range(4)] if step == 3 else list(MONTHS)
    return [(name, edges[number], edges[number + 1]) for number, name in enumerate(names)]


def _rolling(clock: Compiled, year: int) -> list[Stretch]:
    """The thirty days with the least and with the most base time, of all that lie in the year."""
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(366 - _ROLLING)]
    local = LocalDays(clock.zone)
    bases = {day: _base(clock, local, day, day + timedelta(days=_ROLLING)) for day in days}
    least, most = (choose(days, key=lambda day: bases[day]) for choose in (min, max))
    chosen = [(say("Least"), least), (say("Most"), most)]
    if bases[least] == bases[most]:
        chosen = [(say("Any"), least)]
    return [(name, day, day + timedelta(days=_ROLLING)) for name, day in chosen]


def _together(clock: Compiled, percent: Percent, stretches: list[Stretch]) -> Iterator[Length]:
    """Equal ones as one, in the order of the shortest first."""
    found: dict[tuple[int, ...], Length] = {}
    for name, first, after in stretches:
        one = _length(clock, percent, name, first, after)
        key = (one.base, one.days if one.open_days == one.days else 0, one.open_days, one.short, one.shift)
        known = found.get(key)
        found[key] = one if known is None else msgspec.structs.replace(known, names=(*known.names, name))
    yield from sorted(found.values(), key=lambda one: one.base)


def _length(clock: Compiled, percent: Percent, name: str, first: date, after: date) -> Length:
    local = LocalDays(clock.zone)
    base = _base(clock, local, first, after)
    begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (first, after))
    days = (after - first).days
    opened = bisect_left(clock.days, after.toordinal()) - bisect_left(clock.days, first.toordinal())
    short = sum(
        first <= day < after and bool(windows) and windows != clock.rules.week[day.weekday()]
        for day, windows in clock.rules.own.items()
    )
    return Length((name,), days, opened, short, end - begin - days * _DAY, base, allowed_seconds(percent, base))


def _base(clock: Compiled, local: LocalDays, first: date, after: date) -> int:
    begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (first, after))
    return clock.elapsed(begin, end)
