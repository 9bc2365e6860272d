"""Where the things of a month are drawn: weeks below each other, windows as bars over their days, as many lanes as needed."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect

from slaeditor.model.clock.announcing import Announcement
from slaeditor.model.clock.maintenance import Month, Occurrence
from slaeditor.ui.drawn.month_words import local_midnight, partial_stretches, stretches
from slaeditor.ui.theme import GRID, HALF

HEAD = 3 * GRID
DATE = 3 * GRID
BAR, FLAG = 4 * GRID + HALF, 2 * GRID + HALF
FOOT = GRID + HALF
"""How high the hatching of a day is on which only some services are black."""
_GAP = 2
_LEAST = 7 * GRID


@dataclass(frozen=True)
class Bar:
    """A window on its days of one week; it may have begun before them or go on after."""

    occurrence: Occurrence
    area: QRect
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Flag:
    """An announcement on its day."""

    announcement: Announcement
    area: QRect


@dataclass(frozen=True)
class Name:
    """What a black-out is called, on its days of one week, below their numbers."""

    name: str
    area: QRect


@dataclass(frozen=True)
class Board:
    """The month in a width: each date's cell, names of black-outs, bars and flags; ``height`` is what it takes."""

    days: tuple[tuple[date, QRect], ...]
    names: tuple[Name, ...]
    bars: tuple[Bar, ...]
    flags: tuple[Flag, ...]
    height: int


def weeks_of(year: int, month: int) -> list[list[date]]:
    """The weeks that have days of the month, Monday first, with the days of the months beside it."""
    return months.Calendar(firstweekday=0).monthdatescalendar(year, month)


def board(year: int, month: int, found: Month, announcements: tuple[Announcement, ...], width: int) -> Board:
    """Lay the month out."""
    edges = [round(width * number / 7) for number in range(8)]
    days: list[tuple[date, QRect]] = []
    names: list[Name] = []
    bars: list[Bar] = []
    flags: list[Flag] = []
    top = HEAD
    for week in weeks_of(year, month):
        used = [DATE] * 7

        def put(first: int, last: int, high: int, top: int = top, used: list[int] = used) -> QRect:
            y = max(used[first : last + 1])
            used[first : last + 1] = [y + high + _GAP] * (last - first + 1)
            return QRect(edges[first] + 2, top + y, edges[last + 1] - edges[first] - 3, high)

        for begun, ended, name in (*stretches(found), *partial_stretches(found)):
            if begun <= week[6] and ended >= week[0]:
                first, last = max(0, (begun - week[0]).days), min(6, (ended - week[0]).days)
                names.append(Name(name, put(first, last, FLAG)))
        for one in found.occurrences:
            start, end = one.start.date(), _last_day(one)
            if start > week[6] or end < week[0]:
                continue
            first, last = max(0, (start - week[0]).days), min(6, (end - week[0]).days)
            bars.append(Bar(one, put(first, last, BAR), start >= week[0], end <= week[6]))
        for announcement in announcements:
            if week[0] <= announcement.day <= week[6]:
                at = announcement.day.weekday()
                flags.append(Flag(announcement, put(at, at, FLAG)))
        feet = [FOOT if day in found.partial else 0 for day in week]
        high = max(_LEAST, *(each + HALF + foot for each, foot in zip(used, feet, strict=True)))
        days += [
            (day, QRect(edges[at], top, edges[at + 1] - edges[at], high)) for at, day in enumerate(week)
        ]  # fmt: skip
        top += high
    return Board(tuple(days), tuple(names), tuple(bars), tuple(flags), top + 1)


def _last_day(one: Occurrence) -> date:
    """The last local date that the window touches."""
    last = one.end.date()
    return last - timedelta(days=1) if local_midnight(one.end) and last > one.start.date() else last
