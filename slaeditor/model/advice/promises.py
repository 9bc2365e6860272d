"""Proposals for availability, continuity and credits: a promise for each service, what backs it, and what breaking it costs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model import references
from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint, row_edits
from slaeditor.model.advice.rows import give_own_row, name_beside, own_row_id, speaking
from slaeditor.model.advice.targets import OUTAGE_RANK, restore_time
from slaeditor.model.advice.working import ALWAYS, always_open, used_in
from slaeditor.model.agreement.availability import AvailabilityPromise, Continuity
from slaeditor.model.agreement.remedies import CreditSchedule, Threshold
from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.metric_sheet import availability_id
from slaeditor.model.quantities import Duration, Number, Percent, Unit, plain
from slaeditor.model.sentence import joined, say

_PROMISES = ("availability", "promises")
_CONTINUITY = ("availability", "continuity")
_SCHEDULES = ("remedies", "schedules")
_MINUTES_OF_30_DAYS = 43_200


def availability(case: Case) -> Iterator[Proposal]:
    """The share of time that the profile promises, counted in the hours in which the service is used."""
    document, service = case.document, case.service
    percent = case.profile.availability if case.profile else None
    if percent is None:
        return
    use = used_in(case)
    never_closes = use in (ALWAYS, always_open(document)) and use is not None
    missing = use == ALWAYS and always_open(document) is None
    base = use if use != document.hours.measurement_hours or _counts_elsewhere(case, use) else None
    tolerable = case.need.tolerable_outage
    longest = tolerable if tolerable and tolerable.unit is Unit.MINUTES and tolerable.calendar is None else None
    identifier = own_row_id(document, _PROMISES, service.id, service.id)
    wanted = AvailabilityPromise(
        id=identifier, services=(service.id,), percent=percent, base=base, longest_outage=longest
    )
    edits = (
        *_renamed_metric(case, identifier),
        *give_own_row(document, _PROMISES, service.id, wanted),
    )
    reason: list[str] = [
        say(
            "{service} is promised to work {percent} of the time, as it has {because}",
            service=service.name,
            percent=percent,
            because=case.because,
        )
    ]
    if never_closes:
        allowed = plain(round(_MINUTES_OF_30_DAYS * (100 - percent.value) / 100, 1))
        reason.append(say("in a month of 30 days that allows {minutes} minutes of outage", minutes=allowed))
    below = _parts_below(case, percent)
    yield Proposal(
        id=f"availability:{service.id}",
        group="availability",
        title=say("{service}: available {percent}", service=service.name, percent=percent),
        reason=joined("", [joined("; ", reason), "."]),
        needs=answered(document, *case.decided_by, case.place("tolerable_outage"), case.place("usage")),
        terms=((*_PROMISES, identifier),),
        basis=fingerprint(case.derived, tolerable, case.need.usage, case.need.usage_hours),
        edits=changing(document, edits),
        requires=("hours:around-the-clock",) if missing else (),
        remark=say("What {service} stands on is promised at {below} only.", service=service.name, below=below)
        if below
        else "",
    )


def _counts_elsewhere(case: Case, use: str | None) -> bool:
    """Whether the promise that holds today names other hours: leaving the hours open would leave those in force."""
    promise = speaking(case.document, _PROMISES, case.service.id)
    return promise is not None and promise.base not in (None, use)


def _parts_below(case: Case, percent: Percent) -> str:
    """What the parts without which the service stops reach together, when that is not above the promise."""
    promised = [part.availability.value for part in case.service.components if part.serial and part.availability]
    together = Decimal(100)
    for share in promised:
        together = together * share / 100
    return f"{plain(round(together, 4))}%" if promised and together <= percent.value else ""


def _renamed_metric(case: Case, identifier: str) -> Iterator[Edit]:
    """Wherever the metric of a shared promise is named, the metric of the service's own promise takes its place."""
    document, service = case.document, case.service.id
    old = {
        availability_id(row, service)
        for row in document.availability.promises
        if service in row.services and row.id != identifier
    }
    new = f"availability:{identifier}:{service}"
    yield from name_beside(document, "metrics", dict.fromkeys(old, new), keep=False)


def continuity(case: Case) -> Iterator[Proposal]:
    """Recovery and backup: no more data lost, and no longer away, than can be borne."""
    document, service, need = case.document, case.service, case.need
    loss, outage = need.tolerable_data_loss, need.tolerable_outage
    if loss is None and outage is None:
        return
    rto = (restore_time(case, OUTAGE_RANK) or outage) if outage else None
    identifier = own_row_id(document, _CONTINUITY, service.id, service.id)
    wanted = Continuity(
        id=identifier,
        services=(service.id,),
        rto=rto,
        rpo=loss,
        backup_interval=loss,
        restore_test_months=case.profile.restore_test_months if case.profile else None,
    )
    said = [
        say("at most {time} of data may be lost", time=loss.length()) if loss is not None and loss.amount else "",
        say("no data may be lost, so every change is replicated at once")
        if loss is not None and not loss.amount
        else "",
        say("{time} without it can be borne", time=outage.length()) if outage is not None else "",
    ]
    edits = give_own_row(document, _CONTINUITY, service.id, wanted)
    figures = [_figure(say("RTO"), rto), _figure(say("RPO"), loss)]
    yield Proposal(
        id=f"continuity:{service.id}",
        group="continuity",
        title=say(
            "{service}: {list}", service=service.name, list=joined(", ", [figure for figure in figures if figure])
        ),
        reason=say(
            "Of {service} the customer says: {list}.",
            service=service.name,
            list=joined("; ", [part for part in said if part]),
        ),
        needs=answered(document, case.place("tolerable_data_loss"), case.place("tolerable_outage")),
        terms=((*_CONTINUITY, identifier),),
        basis=fingerprint(case.derived, loss, outage),
        edits=changing(document, edits),
    )


def _figure(what: str, length: Duration | None) -> str:
    return joined(" ", [what, length.short()]) if length is not None else ""


def credits(case: Case) -> Iterator[Proposal]:
    """The credits of the profile, as thresholds under the availability that is promised."""
    document, service = case.document, case.service
    percent = case.profile.availability if case.profile else None
    steps = sorted(
        (row.shortfall.value, row.credit)
        for row in document.playbook.credit_profiles
        if row.criticality == case.criticality and row.shortfall is not None and row.credit is not None
    )
    if percent is None or not steps:
        return
    promise = own_row_id(document, _PROMISES, service.id, service.id)
    metric = f"availability:{promise}:{service.id}"
    rows = document.remedies.schedules
    own = next((row.id for row in rows if row.metrics == (metric,)), None)
    taken = {row.id for row in rows}
    identifier = own or (
        f"availability-{service.id}" if f"availability-{service.id}" not in taken else f"credits:{service.id}"
    )
    wanted = CreditSchedule(
        id=identifier,
        name=f"Availability of {service.name}",
        metrics=(metric,),
        thresholds=tuple(
            Threshold(id=f"step-{number}", below=Number(percent.value - shortfall), credit=credit)
            for number, (shortfall, credit) in enumerate(steps, start=1)
        ),
    )
    old = {availability_id(row, service.id) for row in document.availability.promises if service.id in row.services}
    shared = tuple(
        SetTerm((*_SCHEDULES, row.id, "metrics"), tuple(one for one in row.metrics if one not in old | {metric}))
        for row in rows
        if row.id != identifier and (old | {metric}) & set(row.metrics)
    )
    requires = f"availability:{service.id}"
    ladder = joined(
        ", ",
        [
            say("below {level}%: {credit}", level=plain(percent.value - shortfall), credit=credit)
            for shortfall, credit in steps
        ],
    )
    yield Proposal(
        id=f"credits:{service.id}",
        group="credits",
        title=say("{service}: {ladder}", service=service.name, ladder=ladder),
        reason=say(
            "A month in which {service} misses {percent} costs a share of its fee that grows with the shortfall, as it has {because}.",
            service=service.name, percent=percent, because=case.because,
        ),
        needs=answered(document, *case.decided_by),
        terms=((*_SCHEDULES, identifier),),
        basis=fingerprint(case.derived),
        edits=changing(document, (*shared, *row_edits(document, _SCHEDULES, wanted))),
        requires=() if any(row.id == metric for row in references.rows_of(document, "metrics")) else (requires,),
    )  # fmt: skip
