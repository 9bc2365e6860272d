"""Dates and times for the eye, in the window's own language and zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.day_names import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from slaeditor.ui.words import tr, trn

_DAYS_UNTIL: Final = 14
_WEEKS_UNTIL: Final = 61
_MONTHS_UNTIL: Final = 730
"""So many days are told in days, weeks and months; more in years."""

_MONTH: Final = 30.44
_YEAR: Final = 365.25


def day(value: date | None) -> str:
    """23 Nov 2026; empty for none."""
    if value is None:
        return ""
    return tr("{day} {month} {year}", day=value.day, month=SHORT_MONTHS[value.month - 1], year=value.year)


def month(year: int, number: int) -> str:
    """November 2026."""
    return f"{tr(MONTHS[number - 1])} {year}"


def weekday_and_day(value: date) -> str:
    """Monday, 23 November."""
    return tr(
        "{weekday}, {day} {month}",
        weekday=weekday(value.weekday()),
        day=value.day,
        month=MONTHS[value.month - 1],
    )


def short_day(value: date) -> str:
    """23 Nov."""
    return tr("{day} {month}", day=value.day, month=SHORT_MONTHS[value.month - 1])


def weekday(number: int, *, short: bool = False) -> str:
    """Monday (0) to Sunday (6), or Mon to Sun."""
    return tr((SHORT_DAYS if short else DAYS)[number])


def weekdays(days: Sequence[Weekday]) -> str:
    """Mon–Fri; Mon, Wed: three days and more that follow one another become a range."""
    numbers = sorted({list(Weekday).index(one) for one in days})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = []
    for run in runs:
        names = [weekday(number, short=True) for number in run]
        said += [f"{names[0]}–{names[-1]}"] if len(names) > 2 else names
    return ", ".join(said)


def moment(value: datetime) -> str:
    """23 Nov 2026, 14:02, in the zone of whoever looks."""
    here = value.astimezone()
    return f"{day(here.date())}, {here:%H:%M}"


def relative(value: date, today: date) -> str:
    """How far away a day is, roundly: “in 6 weeks”, “tomorrow”, “3 days overdue”."""
    days = (value - today).days
    if days == 0:
        return tr("today")
    return _ahead(days) if days > 0 else _overdue(-days)


def _ahead(days: int) -> str:
    if days == 1:
        return tr("tomorrow")
    if days < _DAYS_UNTIL:
        return trn("in {count} day", "in {count} days", days)
    if days < _WEEKS_UNTIL:
        return trn("in {count} week", "in {count} weeks", round(days / 7))
    if days < _MONTHS_UNTIL:
        return trn("in {count} month", "in {count} months", round(days / _MONTH))
    return trn("in {count} year", "in {count} years", round(days / _YEAR))


def _overdue(days: int) -> str:
    if days < _DAYS_UNTIL:
        return trn("{count} day overdue", "{count} days overdue", days)
    if days < _WEEKS_UNTIL:
        return trn("{count} week overdue", "{count} weeks overdue", round(days / 7))
    if days < _MONTHS_UNTIL:
        return trn("{count} month overdue", "{count} months overdue", round(days / _MONTH))
    return trn("{count} year overdue", "{count} years overdue", round(days / _YEAR))
