"""By when maintenance must be announced, by hand-counted dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.agreement.maintenance import Blackout, Maintenance, Window
from slaeditor.model.clock.announcing import announced_in
from slaeditor.model.quantities import ClockTime, Duration, Unit

DAYS = tuple(Weekday)
WORK = Calendar(
    id="work",
    zone="Europe/Istanbul",
    week=(Opening(id="o", days=DAYS[:5], opens=ClockTime(480), closes=ClockTime(1080)),),
    holiday_country="TR",
)
ALWAYS = Calendar(
    id="always",
    zone="Europe/Istanbul",
    week=(Opening(id="o", days=DAYS, opens=ClockTime(0), closes=ClockTime(1440)),),
)


def holidays(country: str, _subdivision: str, year: int) -> dict[date, str]:
    return {date(2027, 4, 23): "Children's Day"} if country == "TR" and year == 2027 else {}


def announced(notice: Duration | None, month: int, **terms: Any) -> list[tuple[int, int, int]]:
    """Month and day of each window, and the day of the announcement."""
    given: dict[str, Any] = {"id": "w", "weekday": Weekday.SUNDAY, "zone": "Europe/Istanbul"}
    given |= {"start": ClockTime(120), "duration": Duration(120)}
    section = Maintenance(windows=(Window(**given | terms),), notice=notice)
    found = announced_in(section, (WORK, ALWAYS), 2027, month, holidays)
    return [(one.occurrence.start.month, one.occurrence.start.day, one.day.day) for one in found]


def test_working_days_before_a_sunday() -> None:
    """Five working days after Friday the 9th is Friday the 16th, the last working day before Sunday the 18th."""
    five = Duration(5, Unit.WORKING_DAYS, "work")
    assert announced(five, 4) == [(4, 11, 2), (4, 18, 9), (4, 25, 15), (5, 2, 22), (5, 9, 30)]


def test_the_day_of_the_window_counts_only_when_it_is_open_before() -> None:
    one = Duration(1, Unit.WORKING_DAYS, "work")
    early, late = ClockTime(6 * 60), ClockTime(20 * 60)
    assert (6, 9, 7) in announced(one, 6, weekday=Weekday.WEDNESDAY, start=early)
    assert (6, 9, 8) in announced(one, 6, weekday=Weekday.WEDNESDAY, start=late)


def test_real_time_before() -> None:
    assert announced(Duration(72 * 60), 6) == [(6, 6, 3), (6, 13, 10), (6, 20, 17), (6, 27, 24)]
    section = Maintenance(
        windows=(Window(id="w", start=ClockTime(240), duration=Duration(60), zone="Europe/Vienna"),),
        notice=Duration(24 * 60),
    )
    (found,) = [one for one in announced_in(section, (), 2027, 3) if one.occurrence.start.day == 28]
    assert found.at is not None
    assert found.at.hour == 3, "the night of the clock change has one hour less"


def test_open_hours_before() -> None:
    found = announced(Duration(10 * 60, Unit.MINUTES, "work"), 6)
    assert found[:2] == [(6, 6, 4), (6, 13, 11)], "ten open hours are the whole of Friday"
    assert announced(Duration(1, Unit.WORKING_DAYS, "always"), 6)[0] == (6, 6, 5)


@pytest.mark.parametrize("notice", [None, Duration(0), Duration(2, Unit.WORKING_DAYS, "gone")])
def test_nothing_without_notice_or_clock(notice: Duration | None) -> None:
    assert announced(notice, 6) == []


def test_what_a_black_out_takes_is_not_announced() -> None:
    window = Window(id="w", start=ClockTime(120), duration=Duration(120), zone="Europe/Istanbul")
    close = Blackout(id="b", start=date(2027, 6, 1), end=date(2027, 6, 15), yearly=False)
    section = Maintenance(windows=(window,), blackouts=(close,), notice=Duration(1440))
    assert [one.occurrence.start.day for one in announced_in(section, (), 2027, 6)] == [20, 27]


def test_long_notice_looks_far_ahead() -> None:
    found = announced(Duration(60 * 1440), 1)
    assert (3, 7, 6) in found
    assert all(month in (3, 4) for month, _, _ in found)
