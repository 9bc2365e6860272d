"""What percents allow, and maintenance windows on the real calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Maintenance, Window
from slaeditor.model.clock.allowance import allowed_seconds, by_month, by_quarter, gravest_restore, length, of_year
from slaeditor.model.clock.compiled import compiled
from slaeditor.model.clock.maintenance import month_of
from slaeditor.model.clock.rules import Rules
from slaeditor.model.quantities import ClockTime, Duration, Percent

ALWAYS = compiled(Rules("Europe/Vienna", (((0, 1440),),) * 7), date(2027, 1, 1), date(2028, 12, 31))
SHARE = Percent("99.9")


def test_months_are_as_long_as_they_are() -> None:
    found = {one.name: one for one in by_month(ALWAYS, SHARE, 2027)}
    assert length(found["February"].allowed) == "40 min 19 s"
    assert found["January"].allowed == Decimal("2678.4")
    assert found["March"].base == (31 * 24 - 1) * 3600
    assert found["October"].base == (31 * 24 + 1) * 3600
    assert {one.name: one for one in by_month(ALWAYS, SHARE, 2028)}["February"].base == 29 * 86400


def test_months_quarters_and_the_year_agree() -> None:
    year = of_year(ALWAYS, SHARE, 2027)
    assert year.allowed == Decimal(31536)
    assert length(year.allowed) == "8 h 45 min 36 s"
    assert sum(one.allowed for one in by_month(ALWAYS, SHARE, 2027)) == year.allowed
    assert sum(one.allowed for one in by_quarter(ALWAYS, SHARE, 2027)) == year.allowed


@given(st.decimals(0, 100, places=5), st.decimals(0, 100, places=5), st.integers(0, 10**8))
def test_a_higher_promise_never_allows_more(a: Decimal, b: Decimal, base: int) -> None:
    low, high = sorted((a, b))
    assert 0 <= allowed_seconds(Percent(high), base) <= allowed_seconds(Percent(low), base) <= base


def test_the_restore_target_is_that_of_the_gravest_priority() -> None:
    document = shipped.sample()
    found = [gravest_restore(document, promise) for promise in document.availability.promises]
    assert any(one is not None and one.amount > 0 for one in found)


def window(**terms: Any) -> Window:
    given: dict[str, Any] = {"id": "w", "name": "Patches", "weekday": Weekday.SUNDAY, "zone": "Europe/Vienna"}
    given |= {"start": ClockTime(120), "duration": Duration(180)}
    return Window(**given | terms)


def starts(section: Maintenance, year: int, month: int) -> list[int]:
    return [one.start.day for one in month_of(section, year, month).occurrences]


def test_windows_come_back_every_week_or_on_the_nth_day() -> None:
    assert starts(Maintenance(windows=(window(),)), 2027, 5) == [2, 9, 16, 23, 30]
    assert starts(Maintenance(windows=(window(every=Every.THIRD),)), 2027, 5) == [16]
    assert starts(Maintenance(windows=(window(every=Every.LAST),)), 2027, 5) == [30]
    assert starts(Maintenance(windows=(window(start=None),)), 2027, 5) == []


def test_a_window_is_clipped_by_a_blackout_that_protects_all_its_services() -> None:
    late = window(weekday=Weekday.FRIDAY, start=ClockTime(22 * 60), duration=Duration(240), services=("a", "b"))
    close = Blackout(id="x", name="Closing", start=date(2020, 5, 8), end=date(2020, 5, 20))
    month = month_of(Maintenance(windows=(late,), blackouts=(close,)), 2027, 5)
    assert [(one.start.day, one.seconds // 3600, one.blackout) for one in month.occurrences] == [
        (30, 2, ""),
        (7, 2, "Closing"),
        (14, 0, "Closing"),
        (21, 4, ""),
        (28, 4, ""),
    ]
    assert month.planned == 12 * 3600
    assert list(month.blackouts) == [date(2027, 5, day) for day in range(8, 21)]
    partial = Blackout(id="x", start=date(2027, 5, 1), end=date(2027, 5, 31), services=("a",))
    assert month_of(Maintenance(windows=(late,), blackouts=(partial,)), 2027, 5).planned == 18 * 3600


def test_a_yearly_blackout_runs_over_the_turn_of_the_year() -> None:
    close = Blackout(id="x", start=date(2020, 12, 20), end=date(2021, 1, 6))
    section = Maintenance(windows=(window(),), blackouts=(close,))
    assert [one.seconds > 0 for one in month_of(section, 2027, 1).occurrences] == [False, True, True, True, True]


def test_windows_that_overlap_count_once_and_only_their_part_of_the_month() -> None:
    both = (window(), window(id="v", start=ClockTime(180)))
    assert month_of(Maintenance(windows=both), 2027, 5).planned == 5 * 4 * 3600
    over = window(weekday=Weekday.MONDAY, start=ClockTime(22 * 60), duration=Duration(240), every=Every.LAST)
    assert month_of(Maintenance(windows=(over,)), 2027, 5).planned == 2 * 3600
    assert month_of(Maintenance(windows=(over,)), 2027, 6).planned == (2 + 4) * 3600


def test_a_window_that_never_ends_takes_the_whole_month() -> None:
    section = Maintenance(windows=(window(duration=Duration(10_000_000)),))
    assert month_of(section, 2027, 6).planned == 30 * 86400


def test_a_window_in_a_night_of_clock_change_lasts_as_long_as_promised() -> None:
    section = Maintenance(windows=(window(start=ClockTime(60), every=Every.LAST),))
    (one,) = month_of(section, 2027, 3).occurrences
    assert (one.seconds, one.end.hour) == (3 * 3600, 5)
