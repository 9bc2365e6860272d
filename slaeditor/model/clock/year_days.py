"""The days of a year that are not ordinary ones for a calendar: what each is called and what the calendar does on it."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import msgspec

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.clock.rules import ESTIMATED, Holidays, Windows, no_holidays, plain_name, rules_of

Place = tuple[str, str]
"""A country and a subdivision whose public holidays are meant."""


class Does(enum.Enum):
    """What a calendar does on a day."""

    CLOSED = "closed"
    CLOSED_ANYWAY = "closed as on every such weekday"
    SHORT = "hours of its own"
    OPEN = "open as on every such weekday"


@dataclass(frozen=True)
class YearDay:
    """``until`` is set where only the evening is cut off: the minute at which a day that begins as usual ends.

    ``eve_of`` is the holiday that follows, where the day has hours of its own as an eve; ``name`` is then what that is called.
    """

    day: date
    name: str
    does: Does
    windows: Windows = ()
    until: int | None = None
    estimated: bool = False
    eve_of: str = ""


def year_days(
    calendar: Calendar, year: int, holidays: Holidays = no_holidays, shown: Place = ("", "")
) -> tuple[YearDay, ...]:
    """The public holidays, extra closed days and half days of the year, in order.

    For a calendar that closes on no public holidays, those of ``shown`` are listed, on which it is open.
    """
    rules = rules_of(
        msgspec.structs.replace(calendar, zone=calendar.zone or "UTC"), date(year, 1, 1), date(year, 12, 31), holidays
    )
    public = dict(rules.closed)
    if not calendar.holiday_country and shown[0]:
        public = {**holidays(*shown, year), **public}
    eves = {half.name or half.eve_of: half.eve_of for half in calendar.half_days if half.date is None and half.eve_of}
    found = []
    for day in sorted({*public, *rules.own}):
        if day.year != year:
            continue
        names = [rules.own_names.get(day, ""), public.get(day, "")]
        usual, windows = rules.week[day.weekday()], rules.windows(day)
        until = windows[-1][1] if day in rules.own and _begins_as_usual(windows, usual) else None
        if day in rules.own and windows:
            does = Does.SHORT if windows != usual else Does.OPEN
        elif not windows:
            does = Does.CLOSED if usual else Does.CLOSED_ANYWAY
        else:
            does = Does.OPEN
        found.append(
            YearDay(
                day,
                "; ".join(dict.fromkeys(plain_name(name) for name in names if name)),
                does,
                windows,
                until,
                estimated=any(ESTIMATED in name for name in names),
                eve_of=plain_name(eves.get(rules.own_names.get(day, ""), "")),
            )
        )
    return tuple(found)


def place_shown(calendar: Calendar, calendars: Iterable[Calendar]) -> Place:
    """Whose public holidays a calendar is shown with: its own, else those of the first calendar that has any."""
    for one in (calendar, *calendars):
        if one.holiday_country:
            return one.holiday_country, one.holiday_subdivision
    return "", ""


def _begins_as_usual(windows: Windows, usual: Windows) -> bool:
    return len(windows) == 1 and bool(usual) and windows[0][0] == usual[0][0] and windows[0][1] < usual[-1][1]
