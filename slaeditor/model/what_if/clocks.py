"""The clocks of a document around a moment: elapsed time and its calendars, compiled for as many years as a question needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled, compile_calendar
from slaeditor.model.clock.local_time import LocalDays
from slaeditor.model.clock.rules import Holidays, Rules, no_holidays
from slaeditor.model.sentence import say

_AHEAD = (1, 4, 12)
"""The years after that of the moment for which a calendar is compiled, until the answer lies among them."""

_BEFORE = timedelta(days=31)
Found = TypeVar("Found")


@lru_cache(maxsize=128)
def _compiled(calendar: Calendar, first: int, last: int, holidays: Holidays) -> Compiled:
    return compile_calendar(calendar, date(first, 1, 1), date(last, 12, 31), holidays)


@lru_cache(maxsize=32)
def _running(zone: ZoneInfo, first: int, last: int) -> Compiled:
    """A clock that never stands."""
    local = LocalDays(zone)
    begin, end = (local.edge(date(year, 1, 1).toordinal(), 0, closing=False) for year in (first, last + 1))
    return Compiled(Rules(zone.key), zone, begin, end, [begin], [end], [0], [end - begin], [], [])


@dataclass(frozen=True)
class Clock:
    """What counts a time: ``calendar``, or None for elapsed time, which is shown in ``zone``."""

    calendar: Calendar | None
    zone: ZoneInfo
    around: datetime
    holidays: Holidays

    @property
    def name(self) -> str:
        """The name of the calendar, or elapsed time."""
        return self.calendar.name if self.calendar is not None else say("elapsed time")

    def asked(self, question: Callable[[Compiled], Found]) -> Found | None:
        """The answer to a question; None when it lies more than a dozen years ahead, as for hours that never open."""
        first = (self.around - _BEFORE).year
        for ahead in _AHEAD:
            last = self.around.year + ahead
            try:
                if self.calendar is None:
                    return question(_running(self.zone, first, last))
                return question(_compiled(self.calendar, first, last, self.holidays))
            except BeyondSpanError:
                continue
        return None


class Clocks:
    """The clocks that a document's times name."""

    def __init__(self, document: Agreement, around: datetime, holidays: Holidays = no_holidays) -> None:
        self._calendars = {one.id: one for one in document.hours.calendars}
        self._around = around
        self._holidays = holidays
        self.home = home_zone(document) or (around.tzinfo if isinstance(around.tzinfo, ZoneInfo) else ZoneInfo("UTC"))

    def of(self, calendar: str | None) -> Clock | str:
        """The clock of a calendar by its id, of elapsed time for None; or a sentence that says why there is none."""
        if calendar is None:
            return Clock(None, self.home, self._around, self._holidays)
        found = self._calendars.get(calendar)
        if found is None:
            return say("The hours in which it is counted are not in the agreement.")
        if not found.zone:
            return say("“{calendar}” has no time zone.", calendar=found.name)
        try:
            return Clock(found, ZoneInfo(found.zone), self._around, self._holidays)
        except (ZoneInfoNotFoundError, ValueError):
            return say("“{zone}”, the time zone of “{calendar}”, is unknown.", zone=found.zone, calendar=found.name)


def home_zone(document: Agreement) -> ZoneInfo | None:
    """The zone of the support hours, else of the first calendar that has one: in it elapsed times are shown."""
    calendars = document.hours.calendars
    named = sorted(calendars, key=lambda one: one.id != document.hours.support_hours)
    for one in named:
        if one.zone:
            try:
                return ZoneInfo(one.zone)
            except (ZoneInfoNotFoundError, ValueError):
                continue
    return None
