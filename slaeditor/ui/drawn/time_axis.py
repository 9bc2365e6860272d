"""Instants as places on a ruler: to scale, but closed time is drawn shorter where it would take most of the room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from slaeditor.model.clock.local_time import LocalDays, instant_of, seconds_of
from slaeditor.model.what_if.picture import Picture

_CLOSED_SHARE = 0.5
"""Closed time takes at most so much of the room that open time has."""

STEPS = (5, 10, 15, 30, 60, 120, 180, 360, 720, 1440)
"""Minutes between ticks that people count in."""


@dataclass(frozen=True)
class TimeAxis:
    """Straight between its knots, which are seconds since 1970 with their places in pixels, both ascending."""

    seconds: tuple[int, ...]
    places: tuple[float, ...]
    shortened: bool = False

    def x(self, at: datetime) -> float:
        """Where an instant stands; outside the knots as far out as the nearest stretch has it."""
        return self.place(seconds_of(at))

    def place(self, second: int) -> float:
        """Where a second stands."""
        n = min(max(bisect_right(self.seconds, second), 1), len(self.seconds) - 1)
        a, b, left, right = self.seconds[n - 1], self.seconds[n], self.places[n - 1], self.places[n]
        return left + (right - left) * (second - a) / (b - a)

    def is_shortened(self, second: int) -> bool:
        """Whether the stretch in which a second stands, or which it ends, is drawn shorter than others."""
        n = min(max(bisect_right(self.seconds, second), 1), len(self.seconds) - 1)
        if second == self.seconds[n - 1] and n > 1:
            n = max(n, n - 1, key=self.scale)
        return self.shortened and self.scale(n) < 0.999 * max(map(self.scale, range(1, len(self.seconds))))

    def scale(self, n: int) -> float:
        """Pixels for a second in the stretch that ends at knot ``n``."""
        return (self.places[n] - self.places[n - 1]) / (self.seconds[n] - self.seconds[n - 1])

    def second(self, x: float) -> int:
        """The second that stands at a place."""
        n = min(max(bisect_right(self.places, x), 1), len(self.places) - 1)
        a, b, left, right = self.seconds[n - 1], self.seconds[n], self.places[n - 1], self.places[n]
        return round(a + (b - a) * (x - left) / (right - left)) if right > left else a


def axis(picture: Picture, left: float, right: float) -> TimeAxis:
    """The axis of a picture between two places."""
    first, last = seconds_of(picture.begin), seconds_of(picture.end)
    stretches = _stretches(picture, first, last)
    opened = sum(b - a for a, b, is_open in stretches if is_open)
    closed = last - first - opened
    factor = 1.0
    if opened and closed > _CLOSED_SHARE * opened:
        factor = _CLOSED_SHARE * opened / closed
    whole = opened + closed * factor
    seconds, places = [first], [left]
    for a, b, is_open in stretches:
        seconds.append(b)
        places.append(places[-1] + (right - left) * (b - a) * (1 if is_open else factor) / whole)
    return TimeAxis(tuple(seconds), tuple(places), factor < 1)


def _stretches(picture: Picture, first: int, last: int) -> list[tuple[int, int, bool]]:
    """Open and closed stretches in turn; all is open where no calendar counts."""
    main = picture.main
    if main is None:
        return [(first, last, True)]
    found: list[tuple[int, int, bool]] = []
    now = first
    for start, end in main.open:
        a, b = seconds_of(start), seconds_of(end)
        if a > now:
            found.append((now, a, False))
        found.append((a, b, True))
        now = b
    if now < last:
        found.append((now, last, False))
    return found


def ticks(axis: TimeAxis, zone: LocalDays, room: float) -> list[tuple[datetime, float]]:
    """Whole local times with at least ``room`` pixels between, in the smallest step for which the ruler has the room at its widest."""
    first, last = axis.seconds[0], axis.seconds[-1]
    widest = max(map(axis.scale, range(1, len(axis.seconds))))
    step = next((one for one in STEPS if one * 60 * widest >= room), STEPS[-1])
    day = instant_of(first, zone.zone).date().toordinal()
    found: list[tuple[datetime, float]] = []
    while zone.edge(day, 0, closing=False) <= last:
        for minute in range(0, 1440, step):
            second = zone.edge(day, minute, closing=False)
            if not first <= second <= last or axis.is_shortened(second):
                continue
            if not found or axis.place(second) - found[-1][1] >= room:
                found.append((instant_of(second, zone.zone), axis.place(second)))
        day += 1
    return found


def staircase(flags: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """The row of each flag, given the place of its pole (ascending) and its width to the right of it, 0 nearest to the ruler.

    A flag stands above every flag whose pole it covers, so that no pole runs through another flag.
    """
    rows = [0] * len(flags)
    for number in range(len(flags) - 1, -1, -1):
        place, width = flags[number]
        covered = [rows[other] for other in range(number + 1, len(flags)) if flags[other][0] < place + width + gap]
        rows[number] = max(covered) + 1 if covered else 0
    return rows
