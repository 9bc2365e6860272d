"""Dates and times for the eye, in the window's own locale and zone."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale


def day(value: date | None) -> str:
    """23 Nov 2026; empty for none."""
    return "" if value is None else QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def month(year: int, number: int) -> str:
    """November 2026."""
    return f"{QLocale().standaloneMonthName(number)} {year}"


def weekday_and_day(value: date) -> str:
    """Monday, 23 November."""
    return QLocale().toString(QDate(value.year, value.month, value.day), "dddd, d MMMM")


def weekday(number: int, *, short: bool = False) -> str:
    """Monday (0) to Sunday (6), or Mon to Sun."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(number + 1, form)


def moment(value: datetime) -> str:
    """23 Nov 2026, 14:02, in the zone of whoever looks."""
    here = value.astimezone()
    return f"{day(here.date())}, {here:%H:%M}"
