"""Proposals for targets: the times of a profile, none longer than what the customer can bear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from slaeditor.model.advice.criticality import Case, at_least_minutes
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint, row_edits
from slaeditor.model.advice.rows import leave_shared_rows, own_row_id
from slaeditor.model.advice.working import counted, is_supported_always, supported_in
from slaeditor.model.agreement.playbook import TargetProfile
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.edits import Edit
from slaeditor.model.quantities import Duration, Unit

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
    edits: tuple[Edit, ...] = ()
    speaking = _speaking(case, alike)
    if speaking is None or any(_differs(wanted, speaking, name) for name in _TERMS):
        edits = (*leave_shared_rows(document, _TABLE, service.id, alike), *row_edits(document, _TABLE, wanted))
    own = bool(edits) or speaking is None or service.id in speaking.services
    return Proposal(
        id=f"target:{service.id}:{priority.id}",
        group="targets",
        title=f"{service.name}, {priority.code}: {_figures(times)}",
        reason=_reason(case, priority, rank, times),
        needs=answered(document, *((case.place("tolerable_outage"),) if rank == OUTAGE_RANK else ()), *case.decided_by),
        terms=((*_TABLE, identifier if own or speaking is None else speaking.id),),
        basis=fingerprint(
            case.derived, case.need.tolerable_outage if rank == OUTAGE_RANK else None, case.need.usage, case.need.usage_hours
        ),
        edits=changing(document, edits),
    )  # fmt: skip


_TERMS = ("response", "update", "restore", "resolve", "compliance", "minimum_sample")


def _differs(wanted: Target, speaking: Target, name: str) -> bool:
    value = getattr(wanted, name)
    return value is not None and value != getattr(speaking, name)


def _speaking(case: Case, alike: Any) -> Target | None:
    """The row that holds for the service today: its own, or the one for all services."""
    rows = [row for row in case.document.targets.items if alike(row)]
    own = next((row for row in rows if case.service.id in row.services), None)
    return own or next((row for row in rows if not row.services), None)


def _figures(times: Target) -> str:
    parts = [("respond in", times.response), ("restore in", times.restore), ("resolve in", times.resolve)]
    return ", ".join(f"{what} {length.short()}" for what, length in parts if length is not None)


def _reason(case: Case, priority: Priority, rank: int, times: Target) -> str:
    sentence = f"{priority.code} of {case.service.name} follows from {case.because}"
    tolerable = case.need.tolerable_outage
    if rank == OUTAGE_RANK and tolerable is not None and times.restore is not None:
        sentence += f"; it is restored in {times.restore.length()}, as {tolerable.length()} without it can be borne"
    if not is_supported_always(case) and supported_in(case) is not None:
        sentence += "; time is counted in its support hours"
    return f"{sentence}."
