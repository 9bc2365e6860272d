"""The special days of a year, and what a calendar does on them."""

from __future__ import annotations

from datetime import date

import msgspec

from slaeditor.model.agreement.hours import Calendar, ClosedDay, HalfDay, Opening, Weekday
from slaeditor.model.clock.year_days import Does, YearDay, place_shown, year_days
from slaeditor.model.quantities import ClockTime

DAYS = tuple(Weekday)
WEEK = (Opening(id="o", days=DAYS[:5], opens=ClockTime(480), closes=ClockTime(1080)),)
WORK = Calendar(
    id="work",
    zone="Europe/Istanbul",
    week=WEEK,
    holiday_country="TR",
    closed_days=(ClosedDay(id="c", date=date(2027, 12, 24), name="Stocktaking"), ClosedDay(id="half-typed")),
    half_days=(
        HalfDay(id="h", name="Arife", eve_of="Eid", opens=ClockTime(480), closes=ClockTime(780)),
        HalfDay(id="late", name="Late start", date=date(2027, 6, 1), opens=ClockTime(600)),
    ),
)


def holidays(country: str, _subdivision: str, year: int) -> dict[date, str]:
    if country != "TR":
        return {}
    return {date(year, 5, 1): "Labor Day", date(year, 3, 10): "Eid (estimated)", date(year, 3, 11): "Eid (estimated)"}


def test_every_day_says_what_the_calendar_does() -> None:
    assert year_days(WORK, 2027, holidays) == (
        YearDay(date(2027, 3, 9), "Arife", Does.SHORT, ((480, 780),), 780, eve_of="Eid"),
        YearDay(date(2027, 3, 10), "Eid", Does.CLOSED, estimated=True),
        YearDay(date(2027, 3, 11), "Eid", Does.CLOSED, estimated=True),
        YearDay(date(2027, 5, 1), "Labor Day", Does.CLOSED_ANYWAY),
        YearDay(date(2027, 6, 1), "Late start", Does.SHORT, ((600, 1080),)),
        YearDay(date(2027, 12, 24), "Stocktaking", Does.CLOSED),
    )


def test_a_calendar_without_holidays_is_open_on_those_of_others() -> None:
    always = Calendar(id="a", week=(Opening(id="o", days=DAYS, opens=ClockTime(0), closes=ClockTime(1440)),))
    assert year_days(always, 2027, holidays) == ()
    assert place_shown(always, (always, WORK)) == ("TR", "")
    assert place_shown(always, (always,)) == ("", "")
    found = year_days(always, 2027, holidays, ("TR", ""))
    assert [one.does for one in found] == [Does.OPEN] * 3
    assert found[0].windows == ((0, 1440),)


def test_a_holiday_with_hours_of_its_own_is_open_then() -> None:
    own = HalfDay(id="x", date=date(2027, 3, 10), opens=ClockTime(480), closes=ClockTime(1080))
    found = year_days(msgspec.structs.replace(WORK, half_days=(own,)), 2027, holidays)
    assert found[0] == YearDay(date(2027, 3, 10), "Eid", Does.OPEN, ((480, 1080),), estimated=True)
