"""An example for each priority, at a moment that shows how its times are counted; from the document alone, never from today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.clock.rules import Holidays, no_holidays
from slaeditor.model.quantities import Duration
from slaeditor.model.what_if.answer import Answer, answer
from slaeditor.model.what_if.report import Report
from slaeditor.model.what_if.telling import Telling, Why, telling_moments

WITHOUT_DATE = date(2027, 1, 1)
"""The year of the examples of an agreement that has no effective date yet begins here."""

_COUNTED = (Why.BEFORE_HOLIDAY, Why.BEFORE_WEEKEND, Why.HOLIDAY, Why.CLOSED, Why.CLOCK_CHANGE)
_ELAPSED = (Why.HOLIDAY, Why.CLOSED, Why.CLOCK_CHANGE, Why.BEFORE_HOLIDAY, Why.BEFORE_WEEKEND)


@dataclass(frozen=True)
class Example:
    """An incident of a priority as monitoring records it, and what is then promised."""

    priority: Priority
    answer: Answer


def examples(document: Agreement, holidays: Holidays = no_holidays) -> tuple[Example, ...]:
    """One for each priority for which a time of incidents is promised, in their order.

    A time that a calendar counts is shown shortly before a holiday, an elapsed one on a holiday, or what comes nearest to it.
    """
    first = document.identity.effective or WITHOUT_DATE
    after = datetime.combine(first, time(0), UTC)
    known: dict[str | None, Sequence[Telling]] = {}
    found = []
    for priority in document.priorities.levels:
        row = _row(document, priority)
        if row is None:
            continue
        calendar = next((one.calendar for one in _times(row)), None)
        if calendar not in known:
            known[calendar] = telling_moments(document, calendar, after, holidays)
        order = _ELAPSED if calendar is None else _COUNTED
        moments = sorted(known[calendar], key=lambda one: order.index(one.why))
        moment = moments[0].at if moments else datetime.combine(first, time(10), UTC)
        service = row.services[0] if row.services else None
        told = answer(document, Report(moment, service=service, priority=priority.id), holidays)
        if any(one.at is not None for one in told.dues):
            found.append(Example(priority, told))
    return tuple(found)


def _row(document: Agreement, priority: Priority) -> Target | None:
    """The row of all services, else the first one of single services; of incidents, and with a time."""
    rows = [
        one
        for one in document.targets.items
        if one.priority == priority.id and one.work is Work.INCIDENT and any(_times(one))
    ]
    return next((one for one in rows if not one.services), next(iter(rows), None))


def _times(row: Target) -> list[Duration]:
    """What is promised, the time to restore first."""
    return [one for one in (row.restore, row.resolve, row.workaround, row.response) if one is not None]
