"""The clock: every collected case, the rules of calendars of the agreement, and laws that hold on random calendars."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement.hours import Calendar, ClosedDay, HalfDay, Opening, Weekday
from slaeditor.model.clock import counting
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled, compile_calendar, compiled
from slaeditor.model.clock.explanation import Counts, explanation, in_words
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.clock.rules import Rules, Windows, rules_of
from slaeditor.model.quantities import ClockTime
from tests import clock_cases

CASES = json.loads((Path(__file__).parent / "clock_cases.json").read_text(encoding="utf-8"))["cases"]
WORKDAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)
NIGHTS = [
    ("Europe/Vienna", date(2026, 3, 29)),
    ("Europe/Vienna", date(2026, 10, 25)),
    ("America/Havana", date(2026, 3, 8)),
    ("America/Havana", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Asia/Kathmandu", date(2026, 6, 1)),
]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_collected_case(case: dict[str, Any]) -> None:
    assert clock_cases.difference(case) == ""


def test_a_wrong_expectation_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {**next(case for case in CASES if case["kind"] == "elapsed"), "expect_s": 7}
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": [CASES[0], wrong]}), encoding="utf-8")
    assert clock_cases.main([str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{wrong['id']}: ")
    assert lines[1] == "1 passed, 1 failed"


def calendar(**terms: Any) -> Calendar:
    week = (Opening(id="week", days=WORKDAYS, opens=ClockTime(8 * 60), closes=ClockTime(17 * 60)),)
    return Calendar(**{"id": "c", "name": "Hours", "zone": "Europe/Istanbul", "week": week} | terms)


def at(text: str, zone: str = "Europe/Istanbul") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def year_of(one: Calendar, year: int = 2027) -> Compiled:
    return compile_calendar(one, date(year, 1, 1), date(year, 12, 31), public_holidays)


def test_holidays_close_the_whole_date_and_eves_shorten_it() -> None:
    eve = HalfDay(id="eve", eve_of="Republic Day", closes=ClockTime(13 * 60))
    clock = year_of(calendar(holiday_country="TR", half_days=(eve,)))
    # 28 October 2027 is a Thursday, Republic Day a Friday.
    assert counting.is_open(clock, at("2027-10-28T12:59"))
    assert not counting.is_open(clock, at("2027-10-28T13:00"))
    assert counting.next_opening(clock, at("2027-10-28T13:00")) == at("2027-11-01T08:00")


def test_an_eve_opens_no_closed_day_but_a_date_of_its_own_does() -> None:
    eve = HalfDay(id="eve", eve_of="Eid al-Fitr", opens=ClockTime(480), closes=ClockTime(780))
    rules = rules_of(
        calendar(holiday_country="TR", half_days=(eve,)), date(2027, 1, 1), date(2027, 12, 31), public_holidays
    )
    assert list(rules.own) == [date(2027, 3, 8)]  # not 9 and 10 March, which are days of the feast themselves
    own = HalfDay(id="own", date=date(2027, 10, 29), opens=ClockTime(600), closes=ClockTime(720))
    clock = year_of(calendar(holiday_country="TR", half_days=(own,)))
    assert counting.elapsed(clock, at("2027-10-29T00:00"), at("2027-10-30T00:00")) == timedelta(hours=2)


def test_extra_closed_days_are_named() -> None:
    off = ClosedDay(id="off", date=date(2027, 6, 15), name="Company outing")
    clock = year_of(calendar(closed_days=(off,)))
    found = explanation(clock, at("2027-06-14T14:00"), at("2027-06-16T09:30"))
    assert in_words(found) == "Counts Mon 14:00–17:00, closed Tue (Company outing), counts Wed 08:00–09:30"


def test_a_night_shift_counts_on_the_day_it_starts_and_ends_at_a_closed_date() -> None:
    night = Opening(
        id="n",
        days=(Weekday.MONDAY, Weekday.TUESDAY),
        opens=ClockTime(22 * 60),
        closes=ClockTime(6 * 60),
        overnight=True,
    )
    clock = year_of(calendar(week=(night,), closed_days=(ClosedDay(id="x", date=date(2027, 6, 15)),)))
    assert counting.elapsed(clock, at("2027-06-07T00:00"), at("2027-06-10T00:00")) == timedelta(hours=16)
    assert counting.elapsed(clock, at("2027-06-14T00:00"), at("2027-06-17T00:00")) == timedelta(hours=2)


def test_a_pause_holds_zero_minutes_too() -> None:
    clock = year_of(calendar())
    pause = (at("2027-06-14T09:00"), at("2027-06-14T11:00"))
    assert counting.deadline(clock, at("2027-06-14T10:00"), timedelta(), [pause]) == at("2027-06-14T11:00")
    assert counting.deadline(clock, at("2027-06-14T08:00"), timedelta(hours=1), [pause]) == pause[0]
    overlapping = (at("2027-06-14T10:00"), at("2027-06-14T12:00"))
    ends = at("2027-06-14T13:00")
    assert counting.elapsed(clock, at("2027-06-14T08:00"), ends, [pause, overlapping]) == timedelta(hours=2)


def test_a_report_after_the_cut_off_counts_from_the_next_working_day() -> None:
    clock = year_of(calendar())
    cut_off = ClockTime(15 * 60)
    assert counting.working_day(clock, at("2027-06-10T15:00"), 1, cut_off) == at("2027-06-11T15:00")
    assert counting.working_day(clock, at("2027-06-10T15:01"), 1, cut_off) == at("2027-06-14T08:00")
    assert counting.end_of_working_day(clock, at("2027-06-10T10:00"), 2) == at("2027-06-14T17:00")


def test_beyond_the_span_is_an_error_and_never_a_guess() -> None:
    clock = year_of(calendar())
    with pytest.raises(BeyondSpanError):
        counting.deadline(clock, at("2027-12-30T10:00"), timedelta(hours=100))
    with pytest.raises(BeyondSpanError):
        counting.is_open(clock, at("2028-01-02T10:00"))


def test_an_unknown_country_has_no_holidays() -> None:
    assert public_holidays("XX", "", 2027) == {}
    assert public_holidays("TR", "", 2027)[date(2027, 10, 29)] == "Republic Day"


def test_every_calendar_of_the_sample_compiles() -> None:
    for one in shipped.sample().hours.calendars:
        clock = year_of(one)
        assert clock.through[-1] > 0, one.name


windows = st.lists(st.integers(0, 32 * 12), min_size=0, max_size=4, unique=True).map(
    lambda edges: tuple(
        (a * 5, b * 5) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False) if a * 5 < 1440
    )
)


@st.composite
def clocks(draw: st.DrawFn) -> tuple[Compiled, int, int]:
    """A random calendar around a night on which the clocks may change, and its middle days in seconds."""
    zone, night = draw(st.sampled_from(NIGHTS))
    around = [night + timedelta(days=n) for n in range(-3, 4)]
    week: tuple[Windows, ...] = tuple(draw(windows) for _ in range(7))
    closed = dict.fromkeys(draw(st.sets(st.sampled_from(around), max_size=2)), "Closed")
    own = draw(st.dictionaries(st.sampled_from(around), windows, max_size=2))
    clock = compiled(Rules(zone, week, closed, own), around[0], around[-1])
    return clock, clock.begin, clock.end


def slowly_open(clock: Compiled, moment: int) -> bool:
    """Whether a minute is open, by reading the wall clock; both readings of a doubled hour and its first edge are looked at."""
    local = datetime.fromtimestamp(moment, clock.zone)
    minute, today, rules = local.hour * 60 + local.minute, local.date(), clock.rules
    yesterday = today - timedelta(days=1)
    closed = today in rules.closed and today not in rules.own
    here = any(a <= minute < b for a, b in rules.windows(today))
    spill = any(a <= minute + 1440 < b for a, b in rules.windows(yesterday))
    return not closed and (here or spill)


def doubtful(clock: Compiled, moment: int) -> bool:
    """Whether an hour around the moment is skipped or comes twice: there the edges decide, and a look at the wall does not."""
    offsets = {
        datetime.fromtimestamp(moment + shift, clock.zone).utcoffset() for shift in (-7200, -3600, 0, 3600, 7200)
    }
    return len(offsets) > 1


@given(clocks(), st.data())
def test_agrees_with_a_slow_walk(one: tuple[Compiled, int, int], data: st.DataObject) -> None:
    clock, begin, end = one
    start = data.draw(st.integers(begin // 300 + 1, end // 300 - 12)) * 300
    total = 0
    for moment in range(start, min(end, start + 86400), 300):
        if doubtful(clock, moment):
            break
        assert clock.is_open(moment) == slowly_open(clock, moment)
        total += 300 * slowly_open(clock, moment)
        assert clock.elapsed(start, moment + 300) == total


@given(clocks(), st.data())
def test_the_deadline_undoes_elapsed_time(one: tuple[Compiled, int, int], data: st.DataObject) -> None:
    clock, begin, end = one
    start = data.draw(st.integers(begin, end))
    left = clock.elapsed(start, end)
    seconds = data.draw(st.integers(0, left))
    if seconds == 0:
        return
    due = clock.deadline(start, seconds)
    assert clock.elapsed(start, due) == seconds
    assert clock.elapsed(start, due - 1) == seconds - 1
    back = clock.backwards(due, seconds)
    assert clock.elapsed(back, due) == seconds
    assert back >= start
    assert clock.is_open(back)


@given(clocks(), st.data())
def test_time_splits_and_grows(one: tuple[Compiled, int, int], data: st.DataObject) -> None:
    clock, begin, end = one
    a, b, c = sorted(data.draw(st.lists(st.integers(begin, end), min_size=3, max_size=3)))
    assert clock.elapsed(a, b) + clock.elapsed(b, c) == clock.elapsed(a, c)
    assert clock.elapsed(a, b) <= clock.elapsed(a, c)
    assert clock.elapsed(c, a) == 0
    first, second = sorted(data.draw(st.lists(st.integers(1, 90_000), min_size=2, max_size=2)))
    if second <= clock.elapsed(b, end):
        assert clock.deadline(b, first) <= clock.deadline(b, second)
        assert clock.deadline(a, second) <= clock.deadline(b, second)


@given(clocks(), st.data())
def test_the_explanation_adds_up(one: tuple[Compiled, int, int], data: st.DataObject) -> None:
    clock, begin, end = one
    moments = sorted(data.draw(st.lists(st.integers(begin, end), min_size=4, max_size=4)))
    first, hold, go, last = (datetime.fromtimestamp(moment, UTC) for moment in moments)
    stretches = explanation(clock, first, last, [(hold, go)])
    counted = sum((s.length for s in stretches if s.counts is Counts.COUNTED), timedelta())
    assert counted == counting.elapsed(clock, first, last, [(hold, go)])
    assert sum((s.length for s in stretches), timedelta()) == last - first


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-29", 5), ("2026-10-25", 7), ("2026-06-01", 6)], ids=["gap", "doubled", "ordinary"]
)
def test_a_night_is_as_long_as_it_really_is(day: str, hours: int) -> None:
    around = date.fromisoformat(day)
    clock = compiled(Rules("Europe/Vienna", (((0, 360),),) * 7), around, around)
    assert clock.through == [hours * 3600]


def test_edges_in_the_gap_and_in_the_doubled_hour() -> None:
    night = date(2026, 3, 29)
    clock = compiled(Rules("Europe/Vienna", (((150, 240),),) * 7), night, night)
    assert clock.starts == [round(datetime(2026, 3, 29, 1, tzinfo=UTC).timestamp())]
    night = date(2026, 10, 25)
    clock = compiled(Rules("Europe/Vienna", (((135, 165),),) * 7), night, night)
    assert clock.starts == [round(datetime(2026, 10, 25, 0, 15, tzinfo=UTC).timestamp())]
    assert clock.ends == [round(datetime(2026, 10, 25, 1, 45, tzinfo=UTC).timestamp())]
