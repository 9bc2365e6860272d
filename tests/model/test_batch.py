"""Many deadlines at once are those of one after the other, with NumPy where it is installed and without it."""

from __future__ import annotations

import random
import sys
from datetime import date

import pytest

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.clock.batch import Batch
from slaeditor.model.clock.compiled import BeyondSpanError, Compiled, compile_calendar
from slaeditor.model.quantities import ClockTime

OPENING = Opening(id="o", days=tuple(Weekday)[:5], opens=ClockTime(540), closes=ClockTime(1020))
OFFICE = Calendar(id="office", zone="Europe/Berlin", week=(OPENING,))
CLOCK = compile_calendar(OFFICE, date(2027, 1, 1), date(2028, 12, 31))
CLOSED = compile_calendar(Calendar(id="never", zone="UTC"), date(2027, 1, 1), date(2027, 12, 31))


@pytest.fixture(params=["arrays", "lists"])
def batch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Batch:
    if request.param == "lists":
        monkeypatch.setitem(sys.modules, "numpy", None)  # importing it fails
    else:
        pytest.importorskip("numpy", reason="arrays need NumPy, which only the benchmarks bring")
    return Batch(CLOCK)


def test_they_are_those_of_one_after_the_other(batch: Batch) -> None:
    chance = random.Random(3)
    starts = [chance.randrange(CLOCK.begin, CLOCK.end - 120 * 86400) for _ in range(500)]
    edges = [*CLOCK.starts[:20], *CLOCK.ends[:20]]
    starts += edges
    seconds = [chance.choice((0, 1, 60, 8 * 3600, chance.randrange(0, 80 * 3600))) for _ in starts]
    ends = [start + chance.randrange(-86400, 40 * 86400) for start in starts]
    ends = [min(max(end, CLOCK.begin), CLOCK.end) for end in ends]
    assert list(batch.deadlines(starts, seconds)) == [CLOCK.deadline(*one) for one in zip(starts, seconds, strict=True)]
    assert list(batch.elapsed(starts, ends)) == [CLOCK.elapsed(*one) for one in zip(starts, ends, strict=True)]
    assert list(batch.deadlines([], [])) == []


def test_what_lies_outside_the_span_is_refused(batch: Batch) -> None:
    inside = CLOCK.begin + 86400
    with pytest.raises(BeyondSpanError):
        batch.deadlines([inside], [10**9])
    with pytest.raises(BeyondSpanError):
        batch.deadlines([CLOCK.begin - 1], [60])
    with pytest.raises(BeyondSpanError):
        batch.deadlines([CLOCK.end], [0])
    with pytest.raises(BeyondSpanError):
        batch.elapsed([inside], [CLOCK.end + 1])
    with pytest.raises(ValueError, match="negative"):
        batch.deadlines([inside], [-1])


@pytest.mark.parametrize("clock", [CLOSED])
def test_hours_that_never_open_have_no_deadline(clock: Compiled) -> None:
    with pytest.raises(BeyondSpanError):
        Batch(clock).deadlines([clock.begin], [60])
    assert list(Batch(clock).elapsed([clock.begin], [clock.end])) == [0]
