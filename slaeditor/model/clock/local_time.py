"""Local wall-clock minutes as instants: an edge in the gap moves to its end; in the doubled hour openings read first, closings last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = 1440
_EPOCH = date(1970, 1, 1).toordinal()
_ZERO = timedelta(0)


def seconds_of(moment: datetime) -> int:
    """Whole seconds since 1970 (UTC) of an aware instant, cut to the second; ``ValueError`` when it has no zone."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return int(moment.timestamp() // 1)


def instant_of(seconds: int, zone: ZoneInfo) -> datetime:
    """The local time of that instant."""
    return datetime.fromtimestamp(seconds, zone)


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name; ``ZoneInfoNotFoundError`` or ``ValueError`` when there is none.

    A name that is a folder of zones ("Europe"), or too long for one, ends in an error of the file system otherwise.
    """
    try:
        return ZoneInfo(name)
    except OSError as error:
        raise ZoneInfoNotFoundError(f"No time zone found with key {name}") from error


class LocalDays:
    """Turns minutes of local dates into seconds since 1970; dates without a change of offset cost one addition."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._midnights: dict[int, int | None] = {}
        self._steady: dict[int, int | None] = {}

    def edge(self, day: int, minute: int, *, closing: bool) -> int:
        """The instant at which local ``minute`` of the date with ordinal ``day`` is reached; a minute past 1440 is on the next date.

        Midnight at the end of a day (1440) is its first reading, since the date ends there.
        """
        extra, rest = divmod(minute, DAY)
        day += extra
        offset = self._offset(day)
        if offset is not None:
            return (day - _EPOCH) * 86400 + rest * 60 - offset
        local = datetime.fromordinal(day) + timedelta(minutes=rest)
        return self.reading(local, last=closing and rest > 0)

    def unchanged(self, day: int, minute: int) -> int:
        """The instant of that minute by the clock as it went before any change of that night: in a gap, later than its end."""
        extra, rest = divmod(minute, DAY)
        offset = self._offset(day + extra)
        if offset is None:
            offset = self._utcoffset(datetime.fromordinal(day + extra) + timedelta(minutes=rest), 0)
        return (day + extra - _EPOCH) * 86400 + rest * 60 - offset

    def reading(self, local: datetime, *, last: bool = False) -> int:
        """The instant of a local time without zone: its first or last reading, or the end of the gap in which it lies."""
        wall = round((local - datetime(1970, 1, 1)).total_seconds())
        first, second = (self._utcoffset(local, fold) for fold in (0, 1))
        if first >= second:
            return wall - (second if last else first)
        low, high = wall - second, wall - first
        before = self._at(low)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._at(middle) == before else (low, middle)
        return high if self._at(low) == before else low

    def _offset(self, day: int) -> int | None:
        """The offset of the whole date, or None when it changes on it."""
        if day not in self._steady:
            here, there = self._midnight(day), self._midnight(day + 1)
            self._steady[day] = here if here == there else None
        return self._steady[day]

    def _midnight(self, day: int) -> int | None:
        if day not in self._midnights:
            local = datetime.fromordinal(day)
            first, second = self._utcoffset(local, 0), self._utcoffset(local, 1)
            self._midnights[day] = first if first == second else None
        return self._midnights[day]

    def _utcoffset(self, local: datetime, fold: int) -> int:
        return round((self.zone.utcoffset(local.replace(fold=fold)) or _ZERO).total_seconds())

    def _at(self, seconds: int) -> int:
        moment = datetime.fromtimestamp(seconds, UTC).astimezone(self.zone)
        return round((moment.utcoffset() or _ZERO).total_seconds())
