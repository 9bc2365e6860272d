"""Rules compiled to sorted half-open intervals of real time with running totals, so that counting is a binary search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from zoneinfo import ZoneInfo

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.clock.intervals import Interval, merged
from slaeditor.model.clock.local_time import DAY, LocalDays, zone_of
from slaeditor.model.clock.rules import Holidays, Rules, no_holidays, rules_of


class BeyondSpanError(ValueError):
    """The calendar was compiled for a span that does not reach so far."""


@dataclass(frozen=True)
class Compiled:
    """Open time from ``begin`` to ``end``, everything in whole seconds since 1970 (UTC).

    ``before[n]`` is the open time before interval n, ``through[n]`` the open time up to its end. ``days`` are the ordinals of
    the dates with open hours; ``day_ends`` are the closing times of the same dates.
    """

    rules: Rules
    zone: ZoneInfo
    begin: int
    end: int
    starts: list[int]
    ends: list[int]
    before: list[int]
    through: list[int]
    days: list[int]
    day_ends: list[int]

    def open_until(self, moment: int) -> int:
        """Open seconds from the beginning of the span to ``moment``."""
        if not self.begin <= moment <= self.end:
            raise BeyondSpanError(f"{moment} lies outside the compiled span")
        at = bisect_right(self.starts, moment) - 1
        if at < 0:
            return 0
        end = self.ends[at]
        return self.before[at] + min(end, moment) - self.starts[at]

    def is_open(self, moment: int) -> bool:
        """Whether that second is open; closing time is closed."""
        if not self.begin <= moment <= self.end:
            raise BeyondSpanError(f"{moment} lies outside the compiled span")
        at = bisect_right(self.starts, moment) - 1
        return at >= 0 and moment < self.ends[at]

    def next_opening(self, moment: int) -> int:
        """``moment`` itself when it is open, or the next opening."""
        if self.is_open(moment):
            return moment
        at = bisect_left(self.starts, moment)
        if at == len(self.starts):
            raise BeyondSpanError("no opening follows within the compiled span")
        return self.starts[at]

    def elapsed(self, start: int, end: int) -> int:
        """Open seconds from ``start`` to ``end``; none when the end comes first."""
        return max(0, self.open_until(end) - self.open_until(start))

    def deadline(self, start: int, seconds: int) -> int:
        """The earliest instant at which ``seconds`` open seconds have passed; none: the next opening."""
        if seconds <= 0:
            if seconds < 0:
                raise ValueError("a duration is not negative")
            return self.next_opening(start)
        if start < self.begin:
            raise BeyondSpanError("the start lies before the compiled span")
        starts, before, through = self.starts, self.before, self.through
        at = bisect_right(starts, start) - 1
        if at >= 0:
            done = before[at] + start - starts[at]
            if done > through[at]:
                done = through[at]
            seconds += done
        at = bisect_left(through, seconds)
        if at == len(starts):
            raise BeyondSpanError("the deadline lies after the compiled span")
        return starts[at] + seconds - before[at]

    def backwards(self, moment: int, seconds: int) -> int:
        """The latest instant from which ``seconds`` open seconds remain until ``moment``; it is never a closed one if any are asked."""
        if seconds < 0:
            raise ValueError("a duration is not negative")
        wanted = self.open_until(moment) - seconds
        if wanted < 0:
            raise BeyondSpanError("the instant lies before the compiled span")
        if seconds == 0:
            at = bisect_right(self.starts, moment) - 1
            return min(moment, self.ends[at]) if at >= 0 else moment
        at = bisect_right(self.before, wanted) - 1
        return self.starts[at] + wanted - self.before[at]


def compiled(rules: Rules, first: date, last: date) -> Compiled:
    """The open time of the dates from ``first`` to ``last``, both included.

    A stretch counts on the date on which it starts. What runs on past midnight into a closed date ends at that midnight,
    since the whole local date is closed. A stretch that opens in the gap of a clock change begins at its end, unless it would
    be over before its missing opening time by the clock as it went before: then there is none.
    Raises ``ZoneInfoNotFoundError`` for a zone that does not exist.
    """
    zone = zone_of(rules.zone)
    local = LocalDays(zone)
    begin, end = local.edge(first.toordinal(), 0, closing=False), local.edge(last.toordinal() + 1, 0, closing=False)
    closed = {day.toordinal() for day in rules.closed if day not in rules.own}
    own = {day.toordinal(): windows for day, windows in rules.own.items()}
    found: list[Interval] = []
    days: list[int] = []
    day_ends: list[int] = []
    for day in range(first.toordinal() - 1, last.toordinal() + 1):
        if day in closed:
            continue
        latest = 0
        for opens, closes in own[day] if day in own else rules.week[(day - 1) % 7]:
            if closes > DAY and day + 1 in closed:
                closes = DAY
            start = max(begin, local.edge(day, opens, closing=False))
            stop = min(end, local.edge(day, closes, closing=True))
            if start < stop and local.unchanged(day, opens) < stop:
                found.append((start, stop))
                latest = max(latest, stop)
        if latest and day >= first.toordinal():
            days.append(day)
            day_ends.append(latest)
    open_time = merged(found)
    starts, ends = [start for start, _ in open_time], [stop for _, stop in open_time]
    through = list(accumulate(stop - start for start, stop in open_time))
    before = [total - (stop - start) for total, (start, stop) in zip(through, open_time, strict=True)]
    return Compiled(rules, zone, begin, end, starts, ends, before, through, days, day_ends)


def compile_calendar(calendar: Calendar, first: date, last: date, holidays: Holidays = no_holidays) -> Compiled:
    """``calendar`` of the agreement, compiled for these dates."""
    return compiled(rules_of(calendar, first, last, holidays), first, last)
