"""Where instants stand on the ruler, and how its flags keep out of each other's way."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.clock.local_time import LocalDays, seconds_of
from slaeditor.model.what_if.answer import answer
from slaeditor.model.what_if.picture import Picture, picture
from slaeditor.model.what_if.report import Report
from slaeditor.ui.drawn.time_axis import axis, staircase, ticks

ISTANBUL = ZoneInfo("Europe/Istanbul")


def drawn(priority: str, at: str) -> Picture:
    report = Report(datetime.fromisoformat(at).replace(tzinfo=ISTANBUL), service="imaging", priority=priority)
    found = picture(answer(shipped.sample(), report))
    assert found is not None
    return found


def test_closed_time_is_drawn_shorter_and_open_time_to_scale() -> None:
    shown = drawn("p2", "2027-02-26 16:40")
    scale = axis(shown, 100, 900)
    assert scale.shortened
    friday, monday = datetime(2027, 2, 26, 17, tzinfo=ISTANBUL), datetime(2027, 3, 1, 9, tzinfo=ISTANBUL)
    hour = timedelta(hours=1)
    open_hours = [scale.x(day + hour) - scale.x(day) for day in (friday, monday)]
    assert open_hours[0] == pytest.approx(open_hours[1])
    weekend = scale.x(monday - hour) - scale.x(friday + hour)
    assert weekend < 62 * open_hours[0] / 2
    for second in range(scale.seconds[0], scale.seconds[-1], 997):
        assert abs(scale.second(scale.place(second)) - second) <= 1


def test_elapsed_time_is_to_scale_throughout() -> None:
    shown = drawn("p1", "2027-02-24 10:00")
    scale = axis(shown, 0, 1000)
    assert not scale.shortened
    assert scale.place(scale.seconds[0]) == 0
    assert scale.place(scale.seconds[-1]) == 1000


def test_ticks_are_whole_times_with_room_between() -> None:
    shown = drawn("p2", "2027-02-26 16:40")
    scale = axis(shown, 100, 900)
    found = ticks(scale, LocalDays(ISTANBUL), 48)
    assert len(found) > 5
    assert all(at.minute == 0 for at, _ in found)
    assert all(b - a >= 48 for (_, a), (_, b) in pairwise(found))
    assert all(seconds_of(shown.begin) <= seconds_of(at) <= seconds_of(shown.end) for at, _ in found)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(10, 200)), max_size=14))
def test_no_pole_runs_through_another_flag_and_no_two_flags_overlap(flags: list[tuple[float, float]]) -> None:
    flags.sort()
    rows = staircase(flags, 4)
    for number, (place, width) in enumerate(flags):
        for other in range(number + 1, len(flags)):
            if flags[other][0] < place + width:
                assert rows[number] > rows[other]
