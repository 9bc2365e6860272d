"""When reports are due: instants that several rules compare with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from slaeditor.model.agreement.review import Report
from slaeditor.model.checks.downtime import month_after
from slaeditor.model.checks.simulation import Running, moment_text
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.compiled import BeyondSpanError
from slaeditor.model.clock.local_time import LocalDays, instant_of

READS = ("review", "hours", "identity")
"""What a rule reads that asks when reports are due."""


@dataclass(frozen=True)
class Due:
    """A report on a period that is over at ``end`` and is due at ``due``, both in seconds since 1970."""

    end: int
    due: int
    local: LocalDays

    def moment(self, seconds: int) -> str:
        """An instant in words."""
        return moment_text(instant_of(seconds, self.local.zone))

    def begin_of(self, day: date) -> int:
        """Local midnight at the beginning of a date."""
        return self.local.edge(day.toordinal(), 0, closing=False)


def due_after(subject: Subject, report: Report, after: date) -> Due | None:
    """When the report on a period is due that ends with the day before ``after``; None when that cannot be computed."""
    if report.due is None:
        return None
    clock = subject.clock(report.due.calendar or subject.document.hours.support_hours)
    if clock is None:
        return None
    calendar = subject.calendars[report.due.calendar] if report.due.calendar else None
    running = Running(report.due, clock if calendar else None, calendar.cut_off if calendar else None)
    local = LocalDays(clock.zone)
    end = local.edge(after.toordinal(), 0, closing=False)
    try:
        return Due(end, running.due(end), local)
    except BeyondSpanError:
        return None


def due_by_month(subject: Subject, report: Report) -> Iterator[tuple[date, Due]]:
    """For each month of a year: the day after it, and when a report on it is due."""
    for number in range(1, 13):
        after = month_after(subject.first, number)
        found = due_after(subject, report, after)
        if found is not None:
            yield after, found
