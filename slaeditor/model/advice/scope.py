"""Proposals for scope: users, sites and workload of each service as the customer stated them, and the level of satisfaction."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint, row_edits
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import ServiceNeed
from slaeditor.model.agreement.services import WorkloadLimit
from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import is_empty

_ABOVE = "The parties agree on new targets or fees by the change procedure; until then the targets hold as far as they can be met."


def of_service(case: Case) -> Iterator[Proposal]:
    """Users and sites, and limits of the workload for which the targets hold (ISO/IEC 20000-1:2018, 8.3.3)."""
    need, service = case.need, case.service
    place = ("services", "items", service.id)
    edits: list[Edit] = [
        SetTerm((*place, name), value)
        for name in ("users", "user_group", "sites")
        if not is_empty(value := getattr(need, name))
    ]
    for identifier, metric, limit, period in (
        ("users", "Users", need.users, "at any time"),
        ("tickets", "Reports and requests", need.tickets_month, "month"),
    ):
        if limit is not None:
            known = any(row.id == identifier for row in service.workload)
            wanted = WorkloadLimit(id=identifier, metric=metric, limit=limit, period=period, above=_ABOVE)
            only = WorkloadLimit(id=identifier, limit=limit)
            edits.extend(row_edits(case.document, (*place, "workload"), only if known else wanted))
    said = [
        _used_by(need),
        say("about {reports:,} reports a month are expected", reports=need.tickets_month)
        if need.tickets_month is not None
        else "",
    ]
    if not edits:
        return
    yield Proposal(
        id=f"scope:{service.id}",
        group="scope",
        title=say("{service}: users and workload", service=service.name),
        reason=say(
            "Of {service} the customer says: {list}; the targets hold for as much use as that.",
            service=service.name, list=joined(", ", [part for part in said if part]) or say("where it is used"),
        ),
        needs=answered(case.document, *(case.place(name) for name in ("users", "user_group", "sites", "tickets_month"))),
        terms=((*place, "users"), (*place, "workload")),
        basis=fingerprint(need.users, need.user_group, need.sites, need.tickets_month),
        edits=changing(case.document, tuple(edits)),
    )  # fmt: skip


def satisfaction(document: Agreement) -> Iterator[Proposal]:
    """No survey may promise less than the customer's satisfaction with the services as they were."""
    today = document.needs.satisfaction
    surveys = [row for row in document.metrics.satisfaction if (row.scale_low, row.scale_high) == (1, 5)]
    if today is None or not surveys:
        return
    edits = tuple(
        SetTerm(("metrics", "satisfaction", row.id, "target"), today)
        for row in surveys
        if row.target is None or row.target < today
    )
    yield Proposal(
        id="satisfaction",
        group="satisfaction",
        title=say("Satisfaction of at least {today} of 5", today=today),
        reason=say(
            "The customer rates the services as they are with {today} of 5; the new agreement promises no less.",
            today=today,
        ),
        needs=(("needs", "satisfaction"),),
        terms=tuple(("metrics", "satisfaction", row.id, "target") for row in surveys),
        basis=fingerprint(today),
        edits=changing(document, edits),
    )


def _used_by(need: ServiceNeed) -> str:
    if need.users is None:
        return say("it is used by {group}", group=need.user_group) if need.user_group else ""
    if need.user_group:
        return say("{users:,} people use it ({group})", users=need.users, group=need.user_group)
    return say("{users:,} people use it", users=need.users)
