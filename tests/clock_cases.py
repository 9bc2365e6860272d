"""Runs a file of clock cases: one line for each difference, then a count; ``python -m tests.clock_cases FILE``."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from slaeditor.model.clock import counting
from slaeditor.model.clock.compiled import Compiled, compiled
from slaeditor.model.clock.rules import Rules, Windows
from slaeditor.model.quantities import ClockTime

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AROUND = timedelta(days=400)


def _windows(stated: list[list[str]]) -> Windows:
    return tuple((ClockTime.parse(a).minute, ClockTime.parse(b).minute) for a, b in stated)


def _without(windows: Windows, gaps: Windows) -> Windows:
    for start, stop in gaps:
        pieces = [piece for a, b in windows for piece in ((a, min(b, start)), (max(a, stop), b))]
        windows = tuple((a, b) for a, b in pieces if a < b)
    return windows


def clock_of(case: Mapping[str, Any]) -> Compiled:
    """The calendar of the case, compiled for the years around its start."""
    week = tuple(_windows(case["hours"].get(day, [])) for day in _DAYS)
    closed = {date.fromisoformat(day): "Holiday" for day in case["holidays"]}
    own = {date.fromisoformat(day): _windows(hours) for day, hours in case.get("shifts", {}).items()}
    for text, gaps in case.get("breaks", {}).items():
        day = date.fromisoformat(text)
        ordinary = own.get(day, () if day in closed else week[day.weekday()])
        own[day] = _without(ordinary, _windows(gaps))
    moments = [datetime.fromisoformat(case[key]).date() for key in ("start", "end") if key in case]
    rules = Rules(case["time_zone"], week, closed, own)
    ahead = timedelta(seconds=8 * case.get("duration_s", 0))
    return compiled(rules, min(moments) - _AROUND, max(moments) + _AROUND + ahead)


def answer(case: Mapping[str, Any]) -> datetime | int:
    """What our clock says to the case: an instant, or seconds."""
    clock = clock_of(case)
    start = datetime.fromisoformat(case["start"])
    pauses = [(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in case.get("pauses", ())]
    match case["kind"]:
        case "deadline":
            return counting.deadline(clock, start, timedelta(seconds=case["duration_s"]), pauses)
        case "deadline_back":
            return counting.backwards(clock, start, timedelta(seconds=case["duration_s"]))
        case "deadline_business_days":
            return counting.working_day(clock, start, case["business_days"])
        case "deadline_end_of_business_day":
            return counting.end_of_working_day(clock, start, case["business_days"])
        case "elapsed":
            return round(counting.elapsed(clock, start, datetime.fromisoformat(case["end"]), pauses).total_seconds())
        case kind:
            raise ValueError(f"{case['id']}: “{kind}” is no kind of case")


def difference(case: Mapping[str, Any]) -> str:
    """How our answer differs from the expected one; empty when it does not. Instants are compared with their offsets."""
    try:
        ours = answer(case)
    except ValueError as error:
        return f"{case['id']}: {error}"
    if isinstance(ours, int):
        return "" if ours == case["expect_s"] else f"{case['id']}: {ours} s, expected {case['expect_s']} s"
    wanted = datetime.fromisoformat(case["expect"])
    same = ours.astimezone(ZoneInfo("UTC")) == wanted.astimezone(ZoneInfo("UTC"))
    if same and ours.utcoffset() == wanted.utcoffset():
        return ""
    return f"{case['id']}: {ours.isoformat()}, expected {case['expect']}"


def main(names: list[str]) -> int:
    """Run the files; 1 when anything differs, 2 without a file."""
    if not names:
        sys.stderr.write("usage: python -m tests.clock_cases FILE …\n")
        return 2
    cases = [case for name in names for case in json.loads(Path(name).read_text(encoding="utf-8"))["cases"]]
    found = [line for case in cases if (line := difference(case))]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.stdout.write(f"{len(cases) - len(found)} passed, {len(found)} failed\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
