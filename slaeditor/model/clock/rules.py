"""What a calendar of the agreement says about each date: weekly stretches, closed dates by name, dates with hours of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from slaeditor.model.agreement.hours import Calendar, HalfDay, Opening, Weekday

Windows = tuple[tuple[int, int], ...]
"""Stretches of one date in local minutes, half-open; an end past 1440 is on the following date."""

Holidays = Callable[[str, str, int], Mapping[date, str]]
"""The public holidays of a country, a subdivision and a year, with their names."""

_DAYS = tuple(Weekday)
_ONE = timedelta(days=1)
ESTIMATED = "(estimated)"


def no_holidays(country: str, subdivision: str, year: int) -> Mapping[date, str]:
    """A world without public holidays."""
    return {}


@dataclass(frozen=True)
class Rules:
    """Open hours in ``zone``. A closed date is closed as a whole; a date with hours of its own has only those."""

    zone: str
    week: tuple[Windows, ...] = ((),) * 7
    closed: Mapping[date, str] = field(default_factory=dict)
    own: Mapping[date, Windows] = field(default_factory=dict)
    own_names: Mapping[date, str] = field(default_factory=dict)

    def windows(self, day: date) -> Windows:
        """The stretches that start on that date."""
        if (own := self.own.get(day)) is not None:
            return own
        return () if day in self.closed else self.week[day.weekday()]

    def name(self, day: date) -> str:
        """Why the date is not an ordinary one; empty when it is."""
        return self.own_names.get(day) or self.closed.get(day, "")


def week_of(openings: tuple[Opening, ...]) -> tuple[Windows, ...]:
    """The stretches of Monday to Sunday; intervals that are not complete have none."""
    week: list[list[tuple[int, int]]] = [[] for _ in _DAYS]
    for opening in openings:
        if opening.opens is None or opening.closes is None:
            continue
        end = opening.closes.minute + (1440 if opening.overnight else 0)
        if end > opening.opens.minute:
            for day in opening.days:
                week[_DAYS.index(day)].append((opening.opens.minute, end))
    return tuple(tuple(sorted(windows)) for windows in week)


def plain_name(holiday: str) -> str:
    """The name of a holiday without the mark that its date is an estimate."""
    return holiday.replace(ESTIMATED, "").strip()


def rules_of(calendar: Calendar, first: date, last: date, holidays: Holidays = no_holidays) -> Rules:
    """The rules of ``calendar`` for the dates from ``first`` to ``last``; ``ValueError`` when it names no zone."""
    if not calendar.zone:
        raise ValueError("the calendar has no time zone")
    week = week_of(calendar.week)
    closed: dict[date, str] = {}
    if calendar.holiday_country:
        for year in range((first - _ONE).year, (last + _ONE).year + 1):
            closed.update(holidays(calendar.holiday_country, calendar.holiday_subdivision, year))
    public = dict(closed)
    for extra in calendar.closed_days:
        if extra.date is not None:
            closed[extra.date] = extra.name or closed.get(extra.date, "")
    own: dict[date, Windows] = {}
    names: dict[date, str] = {}
    for half in calendar.half_days:
        for day in _dates_of(half, public, week, closed):
            if not first - _ONE <= day <= last + _ONE:
                continue
            own[day] = _hours_of(half, week[day.weekday()])
            names[day] = half.name or half.eve_of
    return Rules(calendar.zone, week, closed, own, names)


def _dates_of(
    half: HalfDay, public: Mapping[date, str], week: tuple[Windows, ...], closed: Mapping[date, str]
) -> list[date]:
    """The date itself, or the eves of the holiday; an eve shortens a working day and never opens a closed one."""
    if half.date is not None:
        return [half.date]
    if not half.eve_of:
        return []
    wanted = plain_name(half.eve_of)
    eves = (day - _ONE for day, name in public.items() if wanted in map(plain_name, name.split(";")))
    return [eve for eve in eves if week[eve.weekday()] and eve not in closed]


def _hours_of(half: HalfDay, ordinary: Windows) -> Windows:
    """The stated hours; an edge that is not stated is that of the ordinary day."""
    opens = half.opens.minute if half.opens is not None else min((start for start, _ in ordinary), default=None)
    closes = half.closes.minute if half.closes is not None else max((end for _, end in ordinary), default=None)
    return ((opens, closes),) if opens is not None and closes is not None and opens < closes else ()
