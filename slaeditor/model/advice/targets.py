"""Proposals for targets: the times of a profile, none longer than what the customer can bear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from slaeditor.model.advice.criticality import Case, at_least_minutes
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint
from slaeditor.model.advice.rows import give_own_row, name_beside, own_row_id, speaking
from slaeditor.model.advice.working import counted, is_supported_always, supported_in
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.playbook import TargetProfile
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.edits import Edit
from slaeditor.model.metric_sheet import TIMES, time_id
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.sentence import joined, say

_TABLE = ("targets", "items")
OUTAGE_RANK = 1
"""The priority of an outage: its restore time is held under the tolerable outage."""


def propose(case: Case) -> Iterator[Proposal]:
    """One proposal for each priority for which the playbook has times at this criticality."""
    for rank, priority in enumerate(case.document.priorities.levels, start=1):
        for profile in case.document.playbook.target_profiles:
            if profile.criticality == case.criticality and profile.priority_rank == rank:
                yield _target(case, priority, rank, profile)


def restore_time(case: Case, rank: int) -> Duration | None:
    """The restore time proposed for a priority: that of the profile, at the rank of an outage never above the tolerable one."""
    profile = next(
        (
            row
            for row in case.document.playbook.target_profiles
            if row.criticality == case.criticality and row.priority_rank == rank
        ),
        None,
    )
    return _times(case, rank, profile).restore if profile else None


def _times(case: Case, rank: int, profile: TargetProfile) -> Target:
    """The times of the profile on the service's clock, made to fit each other and the tolerable outage."""
    response, update = counted(case, profile.response), counted(case, profile.update)
    restore, resolve = counted(case, profile.restore), counted(case, profile.resolve)
    tolerable = case.need.tolerable_outage
    if rank == OUTAGE_RANK and tolerable is not None:
        restore = _not_above(restore, tolerable)
    if restore is not None and restore.unit is Unit.MINUTES:
        response = _within(response, restore, restore.amount // 2)
        update = _within(update, restore, restore.amount)
    return Target(
        id="",
        response=response,
        update=update,
        restore=restore,
        resolve=resolve,
        compliance=profile.compliance,
        minimum_sample=profile.minimum_sample,
    )


def _not_above(restore: Duration | None, tolerable: Duration) -> Duration | None:
    if restore is None or (restore.unit is Unit.MINUTES and restore.amount <= at_least_minutes(tolerable)):
        return restore
    if restore.unit is Unit.WORKING_DAYS and restore.against(tolerable) in (-1, 0):
        return restore
    if tolerable.unit is Unit.MINUTES and tolerable.calendar is None and restore.unit is Unit.MINUTES:
        return Duration(tolerable.amount, Unit.MINUTES, restore.calendar)
    return tolerable


def _within(length: Duration | None, limit: Duration, most: int) -> Duration | None:
    """``length``, or ``most`` minutes of the limit's clock when it is longer than the limit allows."""
    if length is None or (length.unit is Unit.MINUTES and length.amount <= max(1, most)):
        return length
    return Duration(max(1, most), Unit.MINUTES, limit.calendar)


def _target(case: Case, priority: Priority, rank: int, profile: TargetProfile) -> Proposal:
    document, service = case.document, case.service

    def alike(row: Any) -> bool:
        return isinstance(row, Target) and row.priority == priority.id and row.work is Work.INCIDENT

    times = _times(case, rank, profile)
    identifier = own_row_id(document, _TABLE, service.id, f"{service.id}-{priority.id}", alike)
    wanted = msgspec.structs.replace(times, id=identifier, services=(service.id,), priority=priority.id)
    before: Target | None = speaking(document, _TABLE, service.id, alike)
    wanted = _with_workaround(wanted, before)
    edits: tuple[Edit, ...] = ()
    if before is None or any(_differs(wanted, before, name) for name in _TERMS):
        edits = (
            *(_named_too(document, before, wanted) if before is not None and before.id != identifier else ()),
            *give_own_row(document, _TABLE, service.id, wanted, alike),
        )
    return Proposal(
        id=f"target:{service.id}:{priority.id}",
        group="targets",
        title=say("{service}, {code}: {figures}", service=service.name, code=priority.code, figures=_figures(times)),
        reason=_reason(case, priority, rank, times),
        needs=answered(document, *((case.place("tolerable_outage"),) if rank == OUTAGE_RANK else ()), *case.decided_by),
        terms=((*_TABLE, identifier if edits or before is None else before.id),),
        basis=fingerprint(
            case.derived, case.need.tolerable_outage if rank == OUTAGE_RANK else None, case.need.usage, case.need.usage_hours
        ),
        edits=changing(document, edits),
    )  # fmt: skip


_TERMS = ("response", "update", "workaround", "restore", "resolve", "compliance", "minimum_sample")


def _differs(wanted: Target, before: Target, name: str) -> bool:
    value = getattr(wanted, name)
    return value is not None and value != getattr(before, name)


def _with_workaround(wanted: Target, before: Target | None) -> Target:
    """A workaround is counted by the clock of the restoration and does not come after it."""
    limit = wanted.restore
    if before is None or before.workaround is None or limit is None or limit.unit is not Unit.MINUTES:
        return wanted
    held = before.workaround
    most = min(held.amount, limit.amount) if held.unit is Unit.MINUTES else limit.amount
    sooner = Duration(max(1, most), Unit.MINUTES, limit.calendar)
    return wanted if sooner == held else msgspec.structs.replace(wanted, workaround=sooner)


def _named_too(document: Agreement, before: Target, wanted: Target) -> Iterator[Edit]:
    """Duties, credits and rights that name the row which spoke for the service name its own row too."""
    yield from name_beside(document, "targets", {before.id: wanted.id}, keep=True)
    compliance = wanted.compliance or before.compliance
    measured = [time for time in TIMES if compliance and (getattr(wanted, time) or getattr(before, time))]
    yield from name_beside(
        document, "metrics", {time_id(before, time): time_id(wanted, time) for time in measured}, keep=True
    )


def _figures(times: Target) -> str:
    parts = (
        say("respond in {time}", time=times.response.short()) if times.response is not None else "",
        say("restore in {time}", time=times.restore.short()) if times.restore is not None else "",
        say("resolve in {time}", time=times.resolve.short()) if times.resolve is not None else "",
    )
    return joined(", ", [part for part in parts if part])


def _reason(case: Case, priority: Priority, rank: int, times: Target) -> str:
    parts: list[str] = [
        say(
            "{priority} of {service} follows from {because}",
            priority=priority.code,
            service=case.service.name,
            because=case.because,
        )
    ]
    tolerable = case.need.tolerable_outage
    if rank == OUTAGE_RANK and tolerable is not None and times.restore is not None:
        time, borne = times.restore.length(), tolerable.length()
        if times.restore.amount < at_least_minutes(tolerable):
            parts.append(say("it is restored in {time}, within the {borne} that can be borne", time=time, borne=borne))
        else:
            parts.append(say("it is restored in {time}, the longest that can be borne", time=time))
    if not is_supported_always(case) and supported_in(case) is not None:
        parts.append(say("time is counted in its support hours"))
    return joined("", [joined("; ", parts), "."])
