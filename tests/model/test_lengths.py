"""The allowance table: every length that a period has, with clocks that change, closed and shortened days."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.targets import Period
from slaeditor.model.arithmetic.lengths import Promised, allowances
from slaeditor.model.clock.allowance import by_month, clock_of_year
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.paths import replace

SAMPLE = shipped.sample()


def with_zone(zone: str, **promise: Any) -> Agreement:
    calendars = tuple(msgspec.structs.replace(one, zone=zone) for one in SAMPLE.hours.calendars)
    promises = tuple(msgspec.structs.replace(one, **promise) for one in SAMPLE.availability.promises)
    return replace(replace(SAMPLE, ("hours", "calendars"), calendars), ("availability", "promises"), promises)


def told(one: Promised) -> dict[str, Decimal]:
    return {str(length.words()): length.allowed / 60 for length in one.lengths}


def test_promises_of_one_percent_and_calendar_stand_together() -> None:
    found = allowances(SAMPLE, 2027, public_holidays)
    assert [(str(one.percent), one.calendar.id, one.services) for one in found] == [
        ("99.95%", "around-the-clock", ("patient-record",)),
        ("99.9%", "around-the-clock", ("laboratory", "imaging")),
        ("99.5%", "around-the-clock", ("portal",)),
        ("99.5%", "office-hours", ("billing",)),
    ]


def test_months_of_one_length_are_one_line() -> None:
    assert told(allowances(SAMPLE, 2027, public_holidays)[1]) == {
        "February (28 days)": Decimal("40.32"),
        "April, June, September, November (30 days)": Decimal("43.2"),
        "January, March, May, July, August, October, December (31 days)": Decimal("44.64"),
    }
    assert allowances(SAMPLE, 2028, public_holidays)[1].year.allowed == Decimal(366 * 86400) / 1000


def test_months_in_which_the_clocks_change_stand_alone() -> None:
    found = told(allowances(with_zone("Europe/Vienna"), 2027, public_holidays)[1])
    assert found["March (31 days, clocks go forward)"] == Decimal("44.58")
    assert found["October (31 days, clocks go back)"] == Decimal("44.7")
    assert "January, May, July, August, December (31 days)" in found


def test_calendars_with_closed_and_shortened_days_count_their_open_days() -> None:
    office = allowances(SAMPLE, 2027, public_holidays)[3]
    assert "October (20 open days, of which 1 shortened)" in " ".join(told(office))
    clock = clock_of_year(office.calendar, 2027, public_holidays)
    assert clock is not None
    months = {one.name: one.base for one in by_month(clock, office.percent, 2027)}
    assert {name: length.base for length in office.lengths for name in length.names} == months
    assert office.year.base == sum(months.values())


@pytest.mark.parametrize(
    ("period", "lines"),
    [
        (Period.QUARTER, ["Q1 (90 days, clocks go forward)", "Q2 (91 days)", "Q3 (92 days)", "Q4 (92 days, clocks go back)"]),
        (Period.YEAR, []),
        (Period.ROLLING_30_DAYS, ["Least (30 days, clocks go forward)", "Most (30 days, clocks go back)"]),
    ],
)  # fmt: skip
def test_other_periods_have_other_lengths(period: Period, lines: list[str]) -> None:
    found = allowances(with_zone("Europe/Vienna", period=period), 2027, public_holidays)[0]
    assert list(told(found)) == lines
    assert found.year.base == 365 * 86400


def test_thirty_days_are_thirty_days_where_no_clock_changes() -> None:
    found = allowances(with_zone("UTC", period=Period.ROLLING_30_DAYS), 2027, public_holidays)[0]
    assert told(found) == {"Any (30 days)": Decimal("21.6")}


def test_promises_that_cannot_be_counted_are_left_out() -> None:
    assert allowances(with_zone("Mars/Olympus"), 2027) == ()
    assert allowances(with_zone("UTC", percent=None), 2027) == ()
    assert allowances(Agreement(), 2027) == ()
