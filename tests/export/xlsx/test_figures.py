"""Figures: what a sheet holds for a typed value, exactly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.export.xlsx.figures import KINDS, Figure, figure
from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent, Unit
from slaeditor.model.terms import Field, Kind, Term
from tests.filled import value_for


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (36, "months", Figure(36, "#,##0", "months")),
        (2032, "year", Figure(2032, "0", "year")),
        (Number("4.25"), "of 5", Figure(Decimal("4.25"), "#,##0.00", "of 5")),
        (Number("4"), "", Figure(Decimal(4), "#,##0")),
        (Percent("99.95"), "", Figure(Decimal("0.9995"), "0.00##%")),
        (Percent("99.99999"), "", Figure(Decimal("0.9999999"), "0.00###%")),
        (Percent("10"), "", Figure(Decimal("0.10"), "0.00##%")),
        (Money(Decimal(46500), "EUR"), "a month", Figure(Decimal(46500), "[$EUR] #,##0.00", "EUR a month")),
        (Money(Decimal(46500), "JPY"), "", Figure(Decimal(46500), "[$JPY] #,##0", "JPY")),
        (Money(Decimal("0.0125"), "EUR"), "", Figure(Decimal("0.0125"), "[$EUR] #,##0.0000", "EUR")),
        (Duration(240), "", Figure(240, "#,##0", "minutes")),
        (Duration(5, Unit.WORKING_DAYS, "office"), "", Figure(5, "#,##0", "working days")),
        (ClockTime(570), "", Figure(0.3958333333333333, "[hh]:mm", "local time")),
        (ClockTime(1440), "", Figure(1.0, "[hh]:mm", "local time")),
        (date(2027, 1, 1), "", Figure(date(2027, 1, 1), "yyyy-mm-dd")),
    ],
)
def test_a_figure_is_a_number_with_its_format_and_unit(value: Any, unit: str, expected: Figure) -> None:
    assert figure(value, unit) == expected


@pytest.mark.parametrize(
    "value",
    [None, "12", True, (), Kind.TEXT, Money(Decimal(1234567890123456), "TRY"), Number("1.000000000000001"), date(1899, 12, 31)],
)  # fmt: skip
def test_what_a_spreadsheet_would_not_keep_exactly_stays_text(value: Any) -> None:
    assert figure(value) is None


@given(st.decimals(min_value=0, max_value=100, places=6, allow_nan=False))
def test_a_percent_is_the_number_that_typing_it_into_a_sheet_gives(share: Decimal) -> None:
    known = figure(Percent(share))
    assert known is not None
    # a spreadsheet reads the digits of the file as the nearest binary number, and a typed percent likewise
    assert float(known.digits) == float(Decimal(share) / 100)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_figure_is_a_number(kind: Kind) -> None:
    types = {Kind.COUNT: int, Kind.NUMBER: Number, Kind.PERCENT: Percent, Kind.MONEY: Money, Kind.DURATION: Duration,
             Kind.TIME: ClockTime, Kind.DATE: date}  # fmt: skip
    declared = Field("x", types[kind], kind, Term(label="X"), optional=True)
    assert figure(value_for(declared, 21)) is not None
