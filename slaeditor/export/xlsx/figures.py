"""What a sheet holds for a typed value: a number, its format and its unit. Nothing here knows the library that writes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from slaeditor.model.quantities import MINOR_DIGITS, ClockTime, Duration, Money, Number, Percent, Unit, plain
from slaeditor.model.terms import Kind

KINDS = (Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.DURATION, Kind.TIME, Kind.DATE)
"""The kinds whose values are figures: each of them stands in the workbook as a number with a format."""

_DIGITS = 15
"""Significant digits that a spreadsheet keeps of a number."""
_DAY_0 = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel and other programs differ on the number of a date, as 1900 was no leap year."""


class Figure(msgspec.Struct, frozen=True):
    """A number as a sheet holds it. ``unit`` is what it counts, where its format does not show it."""

    number: int | float | Decimal | date
    format: str
    unit: str = ""

    @property
    def digits(self) -> str:
        """The number as a file states it, so that reading it gives the nearest binary number; a date is the number of its day."""
        match self.number:
            case date():
                return str((self.number - _DAY_0).days)
            case Decimal():
                return plain(self.number)
            case _:
                return repr(self.number)


def figure(value: Any, unit: str = "") -> Figure | None:
    """The figure of a term's value, ``unit`` being the declared one; None for anything that is no figure.

    Percents become shares (99.95% is 0.9995), times of day shares of a day (24:00 is 1), durations whole minutes or working
    days. A number too long for a spreadsheet's 15 digits, or a date before March 1900, is None too: its text is exact.
    """
    match value:
        case bool():
            return None
        case int():
            return Figure(value, "0" if unit == "year" else "#,##0", unit) if _fits(Decimal(value)) else None
        case Percent():
            return _percent(value)
        case Number():
            return _number(value.value, "#,##0", 0, unit)
        case Money():
            counted = f"{value.currency} {unit}" if unit else value.currency
            return _number(value.amount, f"[${value.currency}] #,##0", MINOR_DIGITS.get(value.currency, 2), counted)
        case Decimal():  # computed, with two places for every row of its column
            return Figure(value, "#,##0.00", unit) if _fits(value) else None
        case Duration():
            counted = "working days" if value.unit is Unit.WORKING_DAYS else "minutes"
            return Figure(value.amount, "#,##0", counted) if _fits(Decimal(value.amount)) else None
        case ClockTime():
            return Figure(value.minute / 1440, "[hh]:mm", "local time")
        case date():
            return Figure(value, "yyyy-mm-dd") if value >= _FIRST_DAY else None
        case _:
            return None


def _fits(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) <= _DIGITS


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def _number(value: Decimal, whole: str, least: int, unit: str) -> Figure | None:
    places = max(least, _places(value))
    return Figure(value, whole + ("." + "0" * places if places else ""), unit) if _fits(value) else None


def _percent(value: Percent) -> Figure | None:
    # two to four decimal places by one format, so that a column of percents has one; more where a value needs them
    more = "#" * max(2, _places(value.value) - 2)
    return Figure(value.value.scaleb(-2), f"0.00{more}%") if _fits(value.value) else None
