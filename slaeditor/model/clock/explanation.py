"""Why a time counts as it does: the counted and closed stretches between two instants, and their words."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.counting import Pause, merged_pauses
from slaeditor.model.clock.local_time import DAY, LocalDays, instant_of, seconds_of
from slaeditor.model.day_names import SHORT_DAYS
from slaeditor.model.sentence import capital, joined, say


class Counts(enum.Enum):
    """What happens to the clock."""

    COUNTED = "counted"
    CLOSED = "closed"
    PAUSED = "paused"


@dataclass(frozen=True)
class Stretch:
    """From ``start`` to ``end`` (local times of the calendar) the clock runs or stands.

    ``closed_days`` are the whole dates without open hours in it, with their names where they have any.
    """

    counts: Counts
    start: datetime
    end: datetime
    closed_days: tuple[tuple[date, str], ...] = ()

    @property
    def length(self) -> timedelta:
        """The real time that passes."""
        return timedelta(seconds=seconds_of(self.end) - seconds_of(self.start))


def explanation(clock: Compiled, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> list[Stretch]:
    """The stretches from ``start`` to ``end`` in order, without gaps; the counted ones add up to the elapsed time."""
    first, last = seconds_of(start), seconds_of(end)
    held = merged_pauses(pauses)
    at = max(0, bisect_right(clock.starts, first) - 1)
    found: list[Stretch] = []
    now = first
    while now < last:
        while at < len(clock.starts) and clock.ends[at] <= now:
            at += 1
        opened = at < len(clock.starts) and clock.starts[at] <= now
        edge = clock.ends[at] if opened else clock.starts[at] if at < len(clock.starts) else clock.end
        counts = Counts.COUNTED if opened else Counts.CLOSED
        pause = next((one for one in held if one[1] > now), None)
        if pause is not None and opened:
            counts = Counts.PAUSED if pause[0] <= now else counts
            edge = min(edge, pause[1] if pause[0] <= now else pause[0])
        stop = min(max(edge, now + 1), last)
        days = _closed_days(clock, now, stop) if counts is Counts.CLOSED else ()
        found.append(Stretch(counts, instant_of(now, clock.zone), instant_of(stop, clock.zone), days))
        now = stop
    return found


def _closed_days(clock: Compiled, start: int, end: int) -> tuple[tuple[date, str], ...]:
    """The whole local dates between two instants on which nothing opens."""
    local = LocalDays(clock.zone)
    day = instant_of(start, clock.zone).date()
    found = []
    while local.edge(day.toordinal(), DAY, closing=True) <= end:
        if local.edge(day.toordinal(), 0, closing=False) >= start:
            found.append((day, clock.rules.name(day)))
        day += timedelta(days=1)
    return tuple(found)


def in_words(stretches: Iterable[Stretch]) -> str:
    """Counts Mon 14:00–17:00, closed Tue (Republic Day), counts Wed 08:00–09:30."""
    words: list[str] = []
    for one in stretches:
        if one.counts is Counts.CLOSED:
            words += [_closed(day, name) for day, name in one.closed_days]
            continue
        last = "24:00" if one.end.date() == one.start.date() + timedelta(days=1) and not _minute(one.end) else ""
        same = last or one.end.date() == one.start.date()
        start = joined(" ", [_day(one.start), _clock(one.start)])
        end = last or _clock(one.end) if same else joined(" ", [_day(one.end), _clock(one.end)])
        if one.counts is Counts.COUNTED:
            words.append(say("counts {start}–{end}", start=start, end=end))
        else:
            words.append(say("paused {start}–{end}", start=start, end=end))
    return capital(joined(", ", words))


def _closed(day: date, name: str) -> str:
    return say("closed {day} ({name})", day=_day(day), name=name) if name else say("closed {day}", day=_day(day))


def _day(moment: date) -> str:
    """Mon … Sun; ``%a`` would follow the language of the machine."""
    return SHORT_DAYS[moment.weekday()]


def _minute(moment: datetime) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
