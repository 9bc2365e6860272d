"""The moments at which the clocks of a zone change, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from slaeditor.model.clock.local_time import instant_of, seconds_of

_DAY = 86400


@dataclass(frozen=True)
class Change:
    """At ``at`` (local time, the first second after it) the clocks move by ``shift``: forward if it is positive."""

    at: datetime
    shift: timedelta


def changes(zone: ZoneInfo, start: datetime, end: datetime) -> tuple[Change, ...]:
    """The changes after ``start`` up to ``end``, in order."""
    first, last = seconds_of(start), seconds_of(end)
    return tuple(one for day in range(first // _DAY, last // _DAY + 1) for one in _of_day(zone, day, first, last))


def _of_day(zone: ZoneInfo, day: int, first: int, last: int) -> tuple[Change, ...]:
    found = _changed(zone, day)
    return (found,) if found is not None and first < seconds_of(found.at) <= last else ()


@lru_cache(maxsize=4096)
def _changed(zone: ZoneInfo, day: int) -> Change | None:
    """The change within a day of universal time; zones have no two of them."""
    low, high = day * _DAY, (day + 1) * _DAY
    before, after = _offset(zone, low), _offset(zone, high)
    if before == after:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return Change(instant_of(high, zone), after - before)


def _offset(zone: ZoneInfo, seconds: int) -> timedelta:
    return instant_of(seconds, zone).utcoffset() or timedelta(0)
