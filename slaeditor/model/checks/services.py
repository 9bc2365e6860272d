"""SVC: services in scope, what they stand on, and whether what is promised fits them and the needs they serve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.exclusions import ExclusionKind
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target
from slaeditor.model.arithmetic.uptime import serial
from slaeditor.model.checks.coverage import hours_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.simulation import is_always_open, overtaken
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.unresolved import dangling
from slaeditor.model.edits import RemoveRow
from slaeditor.model.quantities import Duration
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold
from slaeditor.model.terms import field
from slaeditor.model.text import duration_text

TABLE = Table()
CRITICAL = 2
"""Services of this criticality, or a graver one, are the critical ones."""
_ITEMS = ("services", "items")
_TIMES = ("response", "restore", "resolve")


@TABLE.rule(
    "SVC-01",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("{service} is in scope, but {what}."),
    reads=("services", "targets", "availability"),
)
def _(subject: Subject) -> Iterator[Hit]:
    timed = {service for service, _ in subject.incident_targets}
    for identifier, service in subject.services.items():
        critical = service.criticality is not None and service.criticality <= CRITICAL
        has_time, has_share = identifier in timed, identifier in subject.promised
        if not has_time and not has_share:
            what = say("nothing is promised for it: no times and no availability")
        elif critical and not has_time:
            what = say("no times are promised for it, although its criticality is {number}", number=service.criticality)
        elif critical and not has_share:
            what = say(
                "no availability is promised for it, although its criticality is {number}", number=service.criticality
            )
        else:
            continue
        yield Hit(((*_ITEMS, identifier),), {"service": service.name, "what": what})


@TABLE.rule(
    "SVC-02",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place} names the {what} “{missing}”, which is not in the agreement."),
    reads=EVERYTHING,
    remedy=say("Remove the reference"),
)
def _(subject: Subject) -> Iterator[Hit]:
    yield from dangling(subject, "SVC-02")


@TABLE.rule(
    "SVC-03",
    Severity.WARNING,
    Fault.DEAD,
    say("The metric {metric} is defined, but no report shows it and no credit, reward or right rests on it."),
    reads=("metrics", "remedies"),
    remedy=say("Remove the metric"),
)
def _(subject: Subject) -> Iterator[Hit]:
    remedies = subject.document.remedies
    named = [
        *(one.metrics for one in remedies.schedules),
        *(one.metrics for one in remedies.rewards),
        *(one.metrics for one in remedies.chronic),
    ]
    judged = {metric for metrics in named for metric in metrics}
    for metric in subject.document.metrics.items:
        if metric.reported_in is None and metric.id not in judged:
            path = ("metrics", "items", metric.id)
            yield Hit((path,), {"metric": _quoted(metric)}, remedy=RemoveRow(path))


def _quoted(metric: Metric) -> str:
    return f"“{metric.name}”"


@TABLE.rule(
    "SVC-04",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Two services are called “{name}”; a report, a figure or a credit cannot tell which of them is meant."),
    reads=("services",),
)
def _(subject: Subject) -> Iterator[Hit]:
    first: dict[str, Service] = {}
    for service in subject.document.services.items:
        name = " ".join(fold(service.name).split())
        before = first.setdefault(name, service)
        if name and before is not service:
            paths = ((*_ITEMS, service.id, "name"), (*_ITEMS, before.id, "name"))
            yield Hit(paths, {"name": service.name}, _both(before.name, service.name))


def _both(one: str, other: str) -> str:
    """The two ways in which the same is written; nothing where they are one, which the sentence has said."""
    return f"{one} = {other}" if one != other else ""


@TABLE.rule(
    "SVC-05",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{service} is more critical than {other}, but {what} is looser."),
    reads=("services", "targets", "priorities", "availability", "hours"),
)
def _(subject: Subject) -> Iterator[Hit]:
    yield from _looser_times(subject)
    yield from _looser_availability(subject)


def _looser_times(subject: Subject) -> Iterator[Hit]:
    """Compared row with row, since many services share few rows; each looser time of a row is told once.

    A figure that is looser only because its service is not used around the clock is not meant.
    """
    for level, priority in subject.priorities.items():
        rows: dict[tuple[int, str], tuple[Service, Target]] = {}
        for identifier, service in subject.services.items():
            target = subject.incident_targets.get((identifier, level))
            if target is not None and service.criticality is not None:
                rows.setdefault((service.criticality, target.id), (service, target))
        for name in _TIMES:
            told: set[str] = set()
            for (grave, own), (service, target) in rows.items():
                for (mild, others), (other, compared) in rows.items():
                    longer, shorter = getattr(target, name), getattr(compared, name)
                    if grave >= mild or own == others or own in told or longer is None or shorter is None:
                        continue
                    if longer.against(shorter) == 1 and longer.amount > shorter.amount:
                        told.add(own)
                        what = say("{term} at {priority}", term=field(Target, name).term.label, priority=priority.code)
                        yield Hit(
                            (("targets", "items", own, name), ("targets", "items", others, name)),
                            {"service": service.name, "other": other.name, "what": what},
                            _side_by_side(subject, longer, shorter),
                        )


def _side_by_side(subject: Subject, one: Duration, other: Duration) -> str:
    texts = [duration_text(subject.document, each) for each in (one, other)]
    return say("{one} against {other}", one=texts[0], other=texts[1])


def _looser_availability(subject: Subject) -> Iterator[Hit]:
    """Only shares of the same hours are compared."""
    best: dict[str, list[tuple[int, Service, AvailabilityPromise]]] = defaultdict(list)
    for identifier, promise in subject.promised.items():
        service = subject.services.get(identifier)
        if service is not None and service.criticality is not None and promise.percent is not None:
            base = promise.base or subject.document.hours.measurement_hours or ""
            best[base].append((service.criticality, service, promise))
    for ranked in best.values():
        ranked.sort(key=lambda one: -one[0])
        highest: tuple[Service, AvailabilityPromise] | None = None
        for number, (grade, service, promise) in enumerate(ranked):
            for milder, other, compared in reversed(ranked[:number]):
                if milder > grade and (highest is None or _value(compared) > _value(highest[1])):
                    highest = (other, compared)
            if highest is not None and _value(highest[1]) > _value(promise):
                path = ("availability", "promises", promise.id, "percent")
                yield Hit(
                    (path, ("availability", "promises", highest[1].id, "percent")),
                    {"service": service.name, "other": highest[0].name, "what": say("its availability")},
                    say("{one} against {other}", one=str(promise.percent), other=str(highest[1].percent)),
                )


def _value(promise: AvailabilityPromise) -> Decimal:
    return promise.percent.value if promise.percent is not None else Decimal(0)


@TABLE.rule(
    "SVC-06",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say(
        "{service} is promised {promised}, but the components that it cannot work without reach {reached} together at most."
    ),
    reads=("services", "availability", "exclusions"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for identifier, promise in subject.promised.items():
        service = subject.services.get(identifier)
        if service is None or promise.percent is None:
            continue
        excused = _excused(subject, identifier)
        parts = tuple(one for one in service.components if one.internal or not excused)
        chain = serial(msgspec.structs.replace(service, components=parts))
        if chain is None or chain.carries(promise.percent):
            continue
        named = " × ".join(f"{one.name} {one.availability}" for one in chain.parts)
        places = tuple((*_ITEMS, identifier, "components", one.id, "availability") for one in chain.parts)
        yield Hit(
            (("availability", "promises", promise.id, "percent"), *places),
            {"service": service.name, "promised": str(promise.percent), "reached": str(chain.percent)},
            f"{named} = {chain.percent}",
        )


def _excused(subject: Subject, service: str) -> bool:
    """Whether the failure of a third party does not count for the service."""
    return any(
        one.kind is ExclusionKind.THIRD_PARTY and (not one.services or service in one.services)
        for one in subject.document.exclusions.items
    )


@TABLE.rule(
    "SVC-07",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{service}: {component} is only promised {what} in {theirs}, but the Customer is promised {ours}."),
    reads=("services", "targets", "priorities", "hours", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    highest = next(iter(subject.priorities), None)
    for identifier, service in subject.services.items():
        target = subject.incident_targets.get((identifier, highest or ""))
        for component in service.components if target is not None else ():
            for name, what in (("response", say("a response")), ("restore", say("to be restored"))):
                theirs: Duration | None = getattr(component, name)
                ours: Duration | None = getattr(target, name)
                case = overtaken(subject, theirs, ours) if component.serial else None
                if case is None or theirs is None or ours is None or target is None:
                    continue
                yield Hit(
                    ((*_ITEMS, identifier, "components", component.id, name), ("targets", "items", target.id, name)),
                    {
                        "service": service.name,
                        "component": component.name,
                        "what": what,
                        "theirs": duration_text(subject.document, theirs),
                        "ours": duration_text(subject.document, ours),
                    },
                    case.witness(component.name, service.name),
                )


@TABLE.rule(
    "SVC-08",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say(
        "The Customer can be without {service} for {tolerable}, but {priority} only promises to restore it in {promised}."
    ),
    reads=("services", "targets", "priorities", "needs", "hours", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    highest = next(iter(subject.priorities.values()), None)
    for need in subject.document.needs.services:
        service = subject.services.get(need.service or "")
        target = subject.incident_targets.get((need.service or "", highest.id if highest else ""))
        if (
            service is None
            or target is None
            or highest is None
            or need.tolerable_outage is None
            or target.restore is None
        ):
            continue
        bearable = _while_used(subject, service, need.tolerable_outage)
        case = overtaken(subject, target.restore, bearable)
        if case is not None:
            yield Hit(
                (("targets", "items", target.id, "restore"), ("needs", "services", need.id, "tolerable_outage")),
                {
                    "service": service.name,
                    "tolerable": duration_text(subject.document, bearable),
                    "priority": highest.code,
                    "promised": duration_text(subject.document, target.restore),
                },
                case.witness(say("restored"), say("bearable until")),
            )


def _while_used(subject: Subject, service: Service, outage: Duration) -> Duration:
    """An outage is borne only while the service is used: elapsed time is counted in its service hours."""
    hours = hours_of(subject.document.hours, service.id, "service_hours")[0]
    if outage.calendar is not None or subject.clock(hours) is None or is_always_open(subject, hours):
        return outage
    return Duration(outage.amount, outage.unit, hours)


@TABLE.rule(
    "SVC-09",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say(
        "{service} has no workload limit: its targets hold for any number of users and reports (ISO/IEC 20000-1, 8.3.3)."
    ),
    reads=("services",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for identifier, service in subject.services.items():
        if not any(one.limit is not None for one in service.workload):
            yield Hit(((*_ITEMS, identifier, "workload"),), {"service": service.name})


@TABLE.rule(
    "SVC-10",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("“{label}” is empty for {service}."),
    reads=("services",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for identifier, service in subject.services.items():
        for name in ("outcome", "unavailable_when"):
            if not getattr(service, name).strip():
                label = field(Service, name).term.label
                yield Hit(((*_ITEMS, identifier, name),), {"service": service.name, "label": label})
