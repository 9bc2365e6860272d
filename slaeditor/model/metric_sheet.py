"""The metric sheet: what follows from availability, targets and satisfaction, computed, and the agreement's own metrics after it."""

from __future__ import annotations

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.targets import Target
from slaeditor.model.quantities import Duration, Number
from slaeditor.model.tables import stored_rows
from slaeditor.model.terms import field
from slaeditor.model.wording import Wording

TIMES = ("response", "workaround", "restore", "resolve")
"""The times of a target that have a metric of their own."""


def availability_id(promise: AvailabilityPromise, service: str) -> str:
    """The id of the metric that follows from an availability promise for one service."""
    return f"availability:{promise.id}:{service}"


def time_id(target: Target, time: str) -> str:
    """The id of the metric that follows from one time of a target."""
    return f"{time}:{target.id}"


_last: tuple[Agreement, tuple[Metric, ...]] | None = None
"""The sheet computed last, with its document: every reference to a metric asks for the sheet of the same frozen value again."""


def metric_sheet(document: Agreement) -> tuple[Metric, ...]:
    """All metrics of the agreement. Ids of derived ones are stable as long as the promise they follow from is."""
    global _last
    last = _last
    if last is not None and last[0] is document:
        return last[1]
    sheet = (*_availability(document), *_times(document), *_satisfaction(document), *document.metrics.items)
    _last = (document, sheet)
    return sheet


def _availability(document: Agreement) -> tuple[Metric, ...]:
    section = document.availability
    wording = Wording(document, stored_rows)
    return tuple(
        Metric(
            id=availability_id(promise, service),
            code=f"A{number}",
            name=f"Availability of {wording.row_by_id('services', service)}",
            definition="Share of the base time in which the service was available; excluded time leaves both sides.",
            formula="(base − excluded − downtime) ÷ (base − excluded)",
            unit="%",
            direction=Direction.HIGHER_IS_BETTER,
            minimum=Number(promise.percent.value) if promise.percent else None,
            target=Number(promise.percent.value) if promise.percent else None,
            coverage_hours=document.hours.service_hours,
            measurement_hours=promise.base or document.hours.measurement_hours,
            measuring_point=section.measuring_point,
            period=promise.period,
            source=document.metrics.availability_source,
            measured_by=section.measured_by,
            reported_in=document.metrics.reported_in,
            owner=document.metrics.owner,
        )
        for number, (promise, service) in enumerate(
            ((promise, service) for promise in section.promises for service in promise.services), start=1
        )
    )


def _times(document: Agreement) -> tuple[Metric, ...]:
    lines: list[Metric] = []
    wording = Wording(document, stored_rows)
    for target in document.targets.items:
        for time in TIMES:
            limit: Duration | None = getattr(target, time)
            if limit is None or target.compliance is None:
                continue
            label = field(Target, time).term.label
            name = wording.row(target)
            lines.append(
                Metric(
                    id=time_id(target, time),
                    code=f"T{len(lines) + 1}",
                    name=f"{label}: {name}",
                    definition=f"Share of the cases whose {label.lower()} took at most {wording.duration(limit)}.",
                    formula="cases in time ÷ cases",
                    unit="%",
                    direction=Direction.HIGHER_IS_BETTER,
                    minimum=Number(target.compliance.value),
                    target=Number(target.compliance.value),
                    coverage_hours=document.hours.support_hours,
                    measurement_hours=limit.calendar,
                    measuring_point=document.targets.start_event,
                    period=target.period,
                    source=document.metrics.time_source,
                    measured_by="the Provider",
                    reported_in=document.metrics.reported_in,
                    owner=document.metrics.owner,
                )
            )
    return tuple(lines)


def _satisfaction(document: Agreement) -> tuple[Metric, ...]:
    return tuple(
        Metric(
            id=f"satisfaction:{survey.id}",
            code=f"S{number}",
            name=survey.name,
            definition=f"Average of the answers; {survey.sampling}".rstrip("; "),
            formula="sum of the answers ÷ number of answers",
            unit=f"score {survey.scale_low}–{survey.scale_high}" if survey.scale_low is not None else "score",
            direction=Direction.HIGHER_IS_BETTER,
            minimum=survey.target,
            target=survey.target,
            period=survey.period,
            source=survey.source,
            measured_by="the Provider",
            reported_in=document.metrics.reported_in,
            owner=survey.owner,
        )
        for number, survey in enumerate(document.metrics.satisfaction, start=1)
    )
