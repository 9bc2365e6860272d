"""The answer: everything that the agreement promises for one report, in instants, and plainly what it does not promise."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.clock.rules import Holidays, no_holidays
from slaeditor.model.sentence import Sentence, say
from slaeditor.model.what_if.calling import Call, Updates, calls, updates
from slaeditor.model.what_if.clocks import Clocks
from slaeditor.model.what_if.due import Due, What, due
from slaeditor.model.what_if.report import Report
from slaeditor.model.what_if.routing import Start, priority_of, start_of, target_of

_EXPECTED = {
    Work.INCIDENT: (What.RESPONSE, What.WORKAROUND, What.RESTORE, What.RESOLVE),
    Work.REQUEST: (What.RESPONSE, What.RESOLVE),
    Work.CHANGE: (What.RESPONSE, What.RESOLVE),
}
"""The times that people look for, by the kind of work: those that are missing are told."""


@dataclass(frozen=True)
class Answer:
    """What follows from ``report``. ``missing`` says in sentences what is not promised or not known."""

    report: Report
    start: Start
    priority: Priority | None = None
    service: Service | None = None
    target: Target | None = None
    dues: tuple[Due, ...] = ()
    updates: Updates | None = None
    calls: tuple[Call, ...] = ()
    missing: tuple[str, ...] = ()

    def due(self, what: What) -> Due | None:
        """One of the promised times."""
        return next((one for one in self.dues if one.what is what), None)


def answer(document: Agreement, report: Report, holidays: Holidays = no_holidays) -> Answer:
    """What the agreement promises for the report: a pure function of the two and of the public holidays.

    Raises ``ValueError`` when the moment has no zone.
    """
    if report.moment.tzinfo is None:
        raise ValueError("a report needs a moment with a time zone")
    clocks = Clocks(document, report.moment, holidays)
    service = next((one for one in document.services.items if one.id == report.service), None)
    priority = priority_of(document, report)
    start = start_of(document, report, priority, clocks)
    if priority is None:
        return Answer(report, start, service=service, missing=(_no_priority(document, report),))
    target = target_of(document, report, priority)
    missing = [] if target is not None else [_no_target(document, report, priority)]
    if start.at is None:
        return Answer(report, start, priority, service, target, missing=tuple(missing))
    dues: tuple[Due, ...] = ()
    told: Updates | None = None
    if target is not None:
        dues = tuple(
            due(what, limit, start.at, clocks, report.pauses)
            for what in What
            if (limit := getattr(target, what.value)) is not None
        )
        missing += [
            _NOT_PROMISED[what]
            for what in _EXPECTED[report.work]
            if getattr(target, what.value) is None
        ]  # fmt: skip
        if target.update is not None:
            told = updates(target.update, start.at, dues, clocks, report.pauses)
        elif report.work is Work.INCIDENT:
            missing.append(say("No status updates are promised."))
    called = calls(document, report, priority, target, start.at, dues, clocks)
    if not called:
        missing.append(say("No escalation is agreed for {priority}.", priority=priority.code))
    missing += _beyond_known_holidays(dues)
    return Answer(report, start, priority, service, target, dues, told, called, tuple(missing))


_NOT_PROMISED: dict[What, Sentence] = {
    What.RESPONSE: say("No first response is promised."),
    What.WORKAROUND: say("No workaround is promised."),
    What.RESTORE: say("No time to restore is promised."),
    What.RESOLVE: say("No time to resolve is promised."),
}


def _no_priority(document: Agreement, report: Report) -> str:
    section = document.priorities
    if not section.levels:
        return say("The agreement has no priorities.")
    if report.priority is not None:
        return say("The agreement has no such priority.")
    if report.impact is None or report.urgency is None:
        return say("Impact and urgency are needed for a priority.")
    return say("The matrix yields no priority for this impact and urgency.")


_NO_TARGET = {
    Work.INCIDENT: (
        say("No times are promised for incidents of {priority}."),
        say("For incidents of {priority} times are promised only for single services; choose one."),
        say("For incidents of {priority} no times are promised for this service."),
    ),
    Work.REQUEST: (
        say("No times are promised for service requests of {priority}."),
        say("For service requests of {priority} times are promised only for single services; choose one."),
        say("For service requests of {priority} no times are promised for this service."),
    ),
    Work.CHANGE: (
        say("No times are promised for changes of {priority}."),
        say("For changes of {priority} times are promised only for single services; choose one."),
        say("For changes of {priority} no times are promised for this service."),
    ),
}


def _no_target(document: Agreement, report: Report, priority: Priority) -> str:
    """Why there is no row of targets: none at all, none without a service, or none for this one."""
    some = any((one.priority, one.work) == (priority.id, report.work) for one in document.targets.items)
    none, choose, other = _NO_TARGET[report.work]
    return say((choose if report.service is None else other) if some else none, priority=priority.code)


def _beyond_known_holidays(dues: tuple[Due, ...]) -> list[str]:
    found: dict[str, str] = {}
    for one in dues:
        calendar = one.clock.calendar if one.clock is not None else None
        if calendar is None or one.at is None or not calendar.last_year or one.at.year <= calendar.last_year:
            continue
        found[calendar.id] = say(
            "The holidays of “{calendar}” are known to the end of {year} only.", calendar=calendar.name, year=calendar.last_year
        )  # fmt: skip
    return list(found.values())
