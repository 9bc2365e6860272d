"""Open hours against open hours: when one calendar is open and others are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from slaeditor.model.checks.subject import last_start
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.intervals import Interval, merged
from slaeditor.model.clock.local_time import LocalDays


@dataclass(frozen=True)
class Open:
    """Open time in seconds since 1970, in order, of a span that is known from ``begin`` to ``end``."""

    begin: int
    end: int
    intervals: tuple[Interval, ...]


def union(clocks: Iterable[Compiled]) -> Open:
    """The time in which any of the calendars is open; none of them: never."""
    every = list(clocks)
    found = merged(one for clock in every for one in zip(clock.starts, clock.ends, strict=True))
    begin = max((clock.begin for clock in every), default=0)
    return Open(begin, min((clock.end for clock in every), default=1 << 62), tuple(found))


def first_beyond(wide: Compiled, narrow: Compiled | Open, first: date) -> int | None:
    """The first second from ``first`` on, within a year, at which the one calendar is open and the other is not."""
    other = union([narrow]) if isinstance(narrow, Compiled) else narrow
    local = LocalDays(wide.zone)
    begin = max(local.edge(first.toordinal(), 0, closing=False), other.begin)
    end = min(local.edge(last_start(first).toordinal(), 0, closing=False), other.end)
    at = 0
    for start, stop in zip(wide.starts, wide.ends, strict=True):
        moment, stop = max(start, begin), min(stop, end)
        while moment < stop:
            while at < len(other.intervals) and other.intervals[at][1] <= moment:
                at += 1
            if at == len(other.intervals) or other.intervals[at][0] > moment:
                return moment
            moment = other.intervals[at][1]
    return None
