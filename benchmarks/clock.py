"""The clock: single deadlines and batches, compiling, the cost of long spans, and the two libraries in use for it."""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.measure import Row, at_most, timed
from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.clock.batch import Batch
from slaeditor.model.clock.compiled import Compiled, compile_calendar
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.quantities import ClockTime

ZONE = "Europe/Istanbul"
OFFICE = Calendar(
    id="office",
    zone=ZONE,
    week=(Opening(id="o", days=tuple(Weekday)[:5], opens=ClockTime(540), closes=ClockTime(1020)),),
    holiday_country="TR",
)
FIRST, LAST = date(2027, 1, 1), date(2031, 12, 31)
DAY = 8 * 60
SINGLE, BATCH, OTHERS = 200_000, 1_000_000, 200
ROUNDS = 7
Case = tuple[int, int]
"""A start in seconds since 1970, and minutes of open time."""


def cases(clock: Compiled, count: int, seed: int = 1) -> list[Case]:
    """Starts at any second of the first four years, and up to ten working days to the minute."""
    chance = random.Random(seed)
    return [(chance.randrange(clock.begin, clock.end - 366 * 86400), chance.randint(1, 10 * DAY)) for _ in range(count)]


def measure(_folder: Path) -> list[Row]:
    """Rows for one deadline, alone and in a batch, for compiling, for a long span, and for each of the other libraries."""
    clock = compile_calendar(OFFICE, FIRST, LAST, public_holidays)
    found = cases(clock, SINGLE)
    alone = [timed(lambda: _one_by_one(clock, found)) for _ in range(ROUNDS)]
    rows = [_each("clock: one deadline (0.5 million a second: 2 µs)", alone, SINGLE, 2)]
    rows += _batches(clock)
    compiling = [timed(lambda: compile_calendar(OFFICE, FIRST, LAST, public_holidays)) for _ in range(15)]
    rows.append(at_most("clock: compiling a calendar of 5 years", compiling, 20, percentile=50))
    rows.append(_long_span(found))
    return rows + _others(clock, found[:OTHERS])


def _one_by_one(clock: Compiled, found: Sequence[Case]) -> list[int]:
    deadline = clock.deadline
    return [deadline(start, 60 * minutes) for start, minutes in found]


def _each(name: str, rounds: list[float], count: int, bound: float) -> Row:
    """Microseconds for one of so many, as the median of the rounds."""
    median = statistics.median(rounds)
    return Row(name, median, None, median * 1000 / count, bound, "µs")


def _batches(clock: Compiled) -> list[Row]:
    try:
        import numpy
    except ImportError:
        sys.stderr.write("without NumPy batches are not measured; `make bench` brings it\n")
        return []
    found = cases(clock, BATCH)
    starts = numpy.array([start for start, _ in found])
    seconds = numpy.array([60 * minutes for _, minutes in found])
    batch = Batch(clock)
    if batch.deadlines(starts, seconds)[:SINGLE].tolist() != _one_by_one(clock, found[:SINGLE]):
        raise AssertionError("a batch and single deadlines differ")
    rounds = [timed(lambda: batch.deadlines(starts, seconds)) for _ in range(ROUNDS)]
    return [_each("clock: one deadline of a batch (4 million a second: 0.25 µs)", rounds, BATCH, 0.25)]


def _long_span(found: Sequence[Case]) -> Row:
    """Sixteen times the years make a binary search four steps longer; counting day by day would take sixteen times as long."""
    short, long = (compile_calendar(OFFICE, FIRST, date(last, 12, 31)) for last in (2031, 2106))
    pairs = [(timed(lambda: _one_by_one(long, found)), timed(lambda: _one_by_one(short, found))) for _ in range(ROUNDS)]
    ratio = statistics.median(mine / base for mine, base in pairs)
    ours, floor = (statistics.median(pair[number] for pair in pairs) for number in (0, 1))
    return Row("clock: deadlines in 80 years against 5 years", ours, floor, ratio, 1.5, "×")


def _others(clock: Compiled, found: Sequence[Case]) -> list[Row]:
    rows = []
    for name, made, bound in (
        ("businesstimedelta", _businesstimedelta, 0.01),
        ("pandas CustomBusinessHour", _pandas, 0.05),
    ):
        try:
            theirs = made(found)
        except ImportError:
            sys.stderr.write(f"without {name} it is not measured; `make bench` brings it\n")
            continue
        differ = sum(one != other for one, other in zip(_one_by_one(clock, found), theirs(), strict=True))
        if differ > len(found) // 20:  # they roll what ends at closing time to the next opening
            raise AssertionError(f"{name} counts {differ} of {len(found)} otherwise")
        pairs = [(timed(lambda: _one_by_one(clock, found)), timed(theirs)) for _ in range(ROUNDS)]
        ratio = statistics.median(mine / base for mine, base in pairs)
        ours, floor = (statistics.median(pair[number] for pair in pairs) for number in (0, 1))
        rows.append(Row(f"clock: {OTHERS} deadlines beside {name}", ours, floor, ratio, bound, "×"))
    return rows


def _closed_dates() -> list[date]:
    return [day for year in range(FIRST.year, LAST.year + 1) for day in public_holidays("TR", "", year)]


def _businesstimedelta(found: Sequence[Case]) -> Callable[[], list[int]]:
    import businesstimedelta
    import pytz

    zone = pytz.timezone(ZONE)
    rules = businesstimedelta.Rules(
        [
            businesstimedelta.WorkDayRule(start_time=time(9), end_time=time(17), working_days=[0, 1, 2, 3, 4], tz=zone),
            businesstimedelta.HolidayRule(dict.fromkeys(_closed_dates(), "closed"), tz=zone),
        ]
    )
    starts = [datetime.fromtimestamp(start, zone) for start, _ in found]
    lengths = [businesstimedelta.BusinessTimeDelta(rules, timedelta=timedelta(minutes=minutes)) for _, minutes in found]
    return lambda: [round((start + length).timestamp()) for start, length in zip(starts, lengths, strict=True)]


def _pandas(found: Sequence[Case]) -> Callable[[], list[int]]:
    import pandas

    closed = [day.isoformat() for day in _closed_dates()]
    zone = ZoneInfo(ZONE)
    starts = [pandas.Timestamp(datetime.fromtimestamp(start, zone).replace(tzinfo=None)) for start, _ in found]
    hour = pandas.offsets.CustomBusinessHour(start="09:00", end="17:00", holidays=closed)
    whole: Any = [(hour * (minutes // 60), pandas.Timedelta(minutes=minutes % 60)) for _, minutes in found]

    def work() -> list[int]:
        ended = []
        for start, (hours, rest) in zip(starts, whole, strict=True):
            at = start + hours if hours.n else hour.rollforward(start)
            ended.append(_with_minutes(at, rest, hour))
        return [round(at.to_pydatetime().replace(tzinfo=zone).astimezone(UTC).timestamp()) for at in ended]

    return work


def _with_minutes(at: Any, rest: Any, hour: Any) -> Any:
    """Its offsets are whole hours, so the minutes over are added by hand, across one closing time at most."""
    later = at + rest
    closing = at.normalize() + timedelta(hours=17)
    return later if later <= closing else hour.rollforward(closing + timedelta(seconds=1)) + (later - closing)
