"""What painting the week does to its intervals: pure functions that keep the ids of everything that was not painted over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfoNotFoundError

import msgspec

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.clock.intervals import merged
from slaeditor.model.clock.local_time import LocalDays, instant_of, zone_of
from slaeditor.model.quantities import ClockTime

DAYS = tuple(Weekday)
DAY = 1440


Piece = tuple[int, int, int]
"""A day, and the minutes on it from which and to which it is open."""


@dataclass(frozen=True)
class Stretch:
    """Open from ``start`` to ``end`` in minutes of day number ``day``; past midnight ``end`` is more than a day."""

    day: int
    start: int
    end: int
    source: str = ""


def stretches(week: Iterable[Opening]) -> list[Stretch]:
    """Every single open stretch of the week; intervals that are not complete yet have none."""
    found = []
    for opening in week:
        if opening.opens is None or opening.closes is None:
            continue
        end = opening.closes.minute + (DAY if opening.overnight else 0)
        if end > opening.opens.minute:
            found += [Stretch(DAYS.index(day), opening.opens.minute, end, opening.id) for day in opening.days]
    return found


def is_open(week: Iterable[Opening], day: int, minute: int) -> bool:
    """Whether that minute of the week is open."""
    return any(
        (one.day == day and one.start <= minute < one.end)
        or ((one.day + 1) % 7 == day and one.start <= minute + DAY < one.end)
        for one in stretches(week)
    )


def on_board(found: Iterable[Stretch]) -> list[Piece]:
    """The stretches cut at midnight, each on its own day; those that touch as one."""
    cut: dict[int, list[tuple[int, int]]] = {}
    for one in found:
        cut.setdefault(one.day, []).append((one.start, min(one.end, DAY)))
        if one.end > DAY:
            cut.setdefault((one.day + 1) % 7, []).append((0, one.end - DAY))
    return [(day, start, end) for day in sorted(cut) for start, end in merged(cut[day])]


def overlaid(calendar: Calendar, zone: str, monday: date) -> list[Stretch]:
    """The stretches of another calendar's week as they are on the clock of ``zone``, in the week that begins on ``monday``.

    They are those of its own clock where one of the zones is not known.
    """
    own = stretches(calendar.week)
    try:
        there, here = LocalDays(zone_of(calendar.zone)), zone_of(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return own
    if calendar.zone == zone:
        return own
    found = []
    for one in own:
        day = monday.toordinal() + one.day
        start = instant_of(there.edge(day, one.start, closing=False), here)
        length = (there.edge(day, one.end, closing=True) - there.edge(day, one.start, closing=False)) // 60
        minute = start.hour * 60 + start.minute
        found.append(Stretch((start.date() - monday).days % 7, minute, minute + length, one.source))
    return found


def paint(
    week: tuple[Opening, ...], days: Iterable[int], start: int, end: int, opened: bool, new_id: Callable[[], str]
) -> tuple[Opening, ...]:
    """The week with ``start`` to ``end`` of these days open or closed. Untouched intervals stay as they are, id and all."""
    now = stretches(week)
    for day in days:
        now = _open(now, day, start, end) if opened else _close(now, day, start, end)
    return _rebuild(week, now, new_id)


def _open(now: list[Stretch], day: int, start: int, end: int) -> list[Stretch]:
    spill = max((one.end - DAY for one in now if (one.day + 1) % 7 == day), default=0)
    start = max(start, spill) if start < spill else start
    if start >= end:
        return now
    touching = [one for one in now if one.day == day and one.start <= end and start <= one.end]
    if any(one.start <= start and end <= one.end for one in touching):
        return now
    source = touching[0].source if touching else ""
    grown = Stretch(day, min([start, *(s.start for s in touching)]), max([end, *(s.end for s in touching)]), source)
    return [one for one in now if one not in touching] + [grown]


def _close(now: list[Stretch], day: int, start: int, end: int) -> list[Stretch]:
    found = []
    for one in now:
        shift = 0 if one.day == day else DAY if (one.day + 1) % 7 == day else None
        if shift is None or one.end <= start + shift or end + shift <= one.start:
            found.append(one)
            continue
        if one.start < start + shift:
            found.append(Stretch(one.day, one.start, start + shift, one.source))
        if end + shift < one.end:
            left = Stretch(one.day, end + shift, one.end, one.source)
            found.append(
                left if left.start < DAY else Stretch((one.day + 1) % 7, left.start - DAY, left.end - DAY, one.source)
            )
    return found


def _rebuild(week: tuple[Opening, ...], now: list[Stretch], new_id: Callable[[], str]) -> tuple[Opening, ...]:
    """Intervals that give exactly these stretches: kept ones first, then what is left, grouped by times."""
    rest = {(one.day, one.start, one.end): one for one in now}
    kept: list[Opening] = []
    free: list[Opening] = []
    for opening in week:
        own = stretches([opening])
        if not own:
            kept.append(opening)
            continue
        stay = [one for one in own if rest.pop((one.day, one.start, one.end), None) is not None]
        if len(stay) == len(own):
            kept.append(opening)
        elif stay:
            kept.append(msgspec.structs.replace(opening, days=tuple(DAYS[one.day] for one in stay)))
        else:
            free.append(opening)
    groups: dict[tuple[int, int], list[Stretch]] = {}
    for one in sorted(rest.values(), key=lambda one: (one.start, one.day)):
        groups.setdefault((one.start, one.end), []).append(one)
    for (start, end), members in groups.items():
        same = next((n for n, one in enumerate(kept) if _times(one) == (start, end)), None)
        days = tuple(DAYS[one.day] for one in sorted(members, key=lambda one: one.day))
        if same is not None:
            joined = (*kept[same].days, *days)
            kept[same] = msgspec.structs.replace(kept[same], days=tuple(sorted(joined, key=DAYS.index)))
            continue
        sources = {one.source for one in members}
        reused = next((one for one in free if one.id in sources), None)
        changes = {
            "days": days,
            "opens": ClockTime(start),
            "closes": ClockTime(end - DAY if end > DAY else end),
            "overnight": end > DAY,
        }
        if reused is not None:
            free.remove(reused)
            kept.append(msgspec.structs.replace(reused, **changes))
        else:
            kept.append(msgspec.structs.replace(Opening(id=new_id()), **changes))
    order = {opening.id: number for number, opening in enumerate(week)}
    return tuple(sorted(kept, key=lambda one: order.get(one.id, len(order))))


def _times(opening: Opening) -> tuple[int, int] | None:
    if opening.opens is None or opening.closes is None:
        return None
    return opening.opens.minute, opening.closes.minute + (DAY if opening.overnight else 0)
