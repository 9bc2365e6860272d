"""Dates and times for the eye, in the window's own locale and zone."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale


def day(value: date | None) -> str:
    """23 Nov 2026; empty for none."""
    return "" if value is None else QLocale().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def moment(value: datetime) -> str:
    """23 Nov 2026, 14:02, in the zone of whoever looks."""
    here = value.astimezone()
    return f"{day(here.date())}, {here:%H:%M}"
