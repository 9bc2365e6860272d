"""All rules of the checks: on the sample, on 50 services with 20 calendars, how it grows, and what is asked again while typing."""

from __future__ import annotations

import gc
import itertools
from pathlib import Path

import msgspec

from benchmarks.documents import crowded
from benchmarks.measure import Row, against_floor, at_most, timed
from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Examination, findings
from slaeditor.model.quantities import Percent

ROUNDS = 15
SERVICES, CALENDARS = 50, 20


def with_calendars(document: Agreement, count: int) -> Agreement:
    """The document with so many calendars, the further ones like those that it has."""
    known = document.hours.calendars
    more = tuple(
        msgspec.structs.replace(known[number % len(known)], id=f"calendar-{number}", name=f"Calendar {number}")
        for number in range(len(known), count)
    )
    return paths.replace(document, ("hours", "calendars"), (*known, *more))


def measure(_: Path) -> list[Row]:
    """Rows for the whole table of rules and for one edit; the calendars are compiled before, as they are while one works."""
    sample = shipped.sample()
    crowd = with_calendars(crowded(SERVICES), CALENDARS)
    double = with_calendars(crowded(2 * SERVICES), CALENDARS)
    for document in (sample, crowd, double):
        findings(document)
    examination = Examination()
    examination.findings(crowd)
    numbers = itertools.count(1)

    def edited() -> None:
        cap = Percent(f"{next(numbers) % 90 + 1}")
        examination.findings(paths.replace(crowd, ("remedies", "yearly_cap"), cap))

    gc.collect()
    return [
        at_most("all rules on the sample", [timed(lambda: findings(sample)) for _ in range(ROUNDS)], 50, percentile=50),
        at_most(
            f"all rules on {SERVICES} services with {CALENDARS} calendars",
            [timed(lambda: findings(crowd)) for _ in range(ROUNDS)],
            300,
            percentile=95,
        ),
        against_floor(
            f"all rules on {2 * SERVICES} services (floor: on {SERVICES})",
            lambda: findings(double),
            lambda: findings(crowd),
            2.2,
        ),
        against_floor(
            f"the rules that an edit of {SERVICES} services can affect (floor: all rules)",
            edited,
            lambda: findings(crowd),
            1.0,
        ),
    ]
