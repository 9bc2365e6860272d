"""Open minutes of a calendar, counted here independently of the program's own clock."""

import datetime
from collections.abc import Iterator

import holidays

from slaeditor.model.agreement.hours import Calendar, Weekday

YEARS = range(2027, 2033)


def week(calendar: Calendar) -> set[tuple[int, int]]:
    """The open minutes of an ordinary week, as (day, minute)."""
    found: set[tuple[int, int]] = set()
    for interval in calendar.week:
        assert interval.opens is not None
        assert interval.closes is not None
        assert not interval.overnight
        for day in interval.days:
            found |= {
                (list(Weekday).index(day), minute) for minute in range(interval.opens.minute, interval.closes.minute)
            }
    return found


def months(calendar: Calendar) -> Iterator[tuple[int, int, int]]:
    """Year, month and open minutes of every month for which the holidays are certain."""
    closed = holidays_of(calendar)
    ordinary = week(calendar)
    by_day = [sum(1 for day, _ in ordinary if day == number) for number in range(7)]
    eves = {
        name: day for day in closed for name in closed[day].split("; ") if day - datetime.timedelta(1) not in closed
    }
    short = {}
    for half in calendar.half_days:
        assert half.eve_of in eves, f"{half.eve_of} is no public holiday"
        assert half.opens is not None
        assert half.closes is not None
        for day, names in closed.items():
            before = day - datetime.timedelta(1)
            if half.eve_of in names.split("; ") and before not in closed:
                short[before] = half.closes.minute - half.opens.minute
    for year in YEARS:
        for month in range(1, 13):
            total = 0
            day = datetime.date(year, month, 1)
            while day.month == month:
                if day not in closed:
                    total += min(by_day[day.weekday()], short.get(day, 1440))
                day += datetime.timedelta(1)
            yield year, month, total


def holidays_of(calendar: Calendar) -> dict[datetime.date, str]:
    """The public holidays on which the calendar is closed, with their English names."""
    if not calendar.holiday_country:
        return {}
    found = holidays.country_holidays(
        calendar.holiday_country, subdiv=calendar.holiday_subdivision or None, years=YEARS, language="en_US"
    )
    return dict(found.items())
