"""The downtime that a promise of availability allows in each month, quarter and year, from the real minutes of its base calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.targets import Work
from slaeditor.model.clock.compiled import Compiled, compile_calendar
from slaeditor.model.clock.local_time import LocalDays
from slaeditor.model.clock.rules import Holidays, no_holidays
from slaeditor.model.day_names import MONTHS
from slaeditor.model.quantities import Duration, Percent, Unit
from slaeditor.model.sentence import joined, say

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Allowance:
    """``base`` seconds of the calendar in the period called ``name``, ``allowed`` seconds of downtime in it, exact."""

    name: str
    base: int
    allowed: Decimal


@lru_cache(maxsize=128)
def clock_of_year(calendar: Calendar, year: int, holidays: Holidays = no_holidays) -> Compiled | None:
    """The calendar compiled for one year; None when it has no time zone that is known. Kept from one question to the next."""
    try:
        return compile_calendar(calendar, date(year, 1, 1), date(year, 12, 31), holidays)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def base_calendar(document: Agreement, promise: AvailabilityPromise) -> Calendar | None:
    """The calendar whose time is the base of the promise: its own, or the measurement hours; None when there is none."""
    base = promise.base or document.hours.measurement_hours
    return next((one for one in document.hours.calendars if one.id == base), None)


def allowed_seconds(percent: Percent, base: int) -> Decimal:
    """``base`` · (100 − percent) / 100: exact, and never less than nothing."""
    return max(Decimal(0), _HUNDRED - percent.value) * base / _HUNDRED


def allowance(clock: Compiled, percent: Percent, name: str, first: date, after: date) -> Allowance:
    """What ``percent`` allows from local midnight of ``first`` to local midnight of ``after``."""
    local = LocalDays(clock.zone)
    begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (first, after))
    base = clock.elapsed(begin, end)
    return Allowance(name, base, allowed_seconds(percent, base))


def _firsts(year: int, step: int) -> list[date]:
    return [date(year + (month > 12), 1 if month > 12 else month, 1) for month in range(1, 14, step)]


def by_month(clock: Compiled, percent: Percent, year: int) -> list[Allowance]:
    """January to December; a month in which the clocks change has an hour less or more."""
    edges = _firsts(year, 1)
    return [allowance(clock, percent, MONTHS[n], edges[n], edges[n + 1]) for n in range(12)]


def by_quarter(clock: Compiled, percent: Percent, year: int) -> list[Allowance]:
    """The four quarters."""
    edges = _firsts(year, 3)
    return [allowance(clock, percent, say("Q{number}", number=n + 1), edges[n], edges[n + 1]) for n in range(4)]


def of_year(clock: Compiled, percent: Percent, year: int) -> Allowance:
    """The whole year."""
    return allowance(clock, percent, str(year), date(year, 1, 1), date(year + 1, 1, 1))


def length(seconds: Decimal | int) -> str:
    """43 min 12 s; 8 h 45 min 36 s: hours, minutes and seconds, cut to the second, so that it never promises more."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    parts = (
        say("{hours} h", hours=hours) if hours else "",
        say("{minutes} min", minutes=minutes) if minutes else "",
        say("{seconds} s", seconds=rest) if rest or not whole else "",
    )
    return joined(" ", [part for part in parts if part])


def gravest_restore(document: Agreement, promise: AvailabilityPromise) -> Duration | None:
    """The restore target of incidents of the first priority: that of the promise's services, or that of all; None without minutes."""
    levels = document.priorities.levels
    rows = [
        one
        for one in document.targets.items
        if levels and one.priority == levels[0].id and one.work is Work.INCIDENT and one.restore is not None
    ]
    own = [one.restore for one in rows if set(one.services) & set(promise.services)]
    found = own or [one.restore for one in rows if not one.services]
    minutes = [one for one in found if one is not None and one.unit is Unit.MINUTES]
    return max(minutes, key=lambda one: one.amount, default=None)
