"""Contacts, support tiers and escalation: who works on a report and who is called in."""

from __future__ import annotations

import dataclasses

from slaeditor.model.agreement.channels import Channels, SupportTier, Tier
from slaeditor.model.agreement.escalation import Base, Escalation, Path, Step
from slaeditor.model.agreement.parties import Contact, Parties, Purpose, Side
from slaeditor.model.agreement.playbook import EscalationProfile
from slaeditor.model.quantities import Duration, Percent
from tools.standards.figures import ALWAYS, WORKING, elapsed, working
from tools.standards.industry import Industry

PROVIDER, CUSTOMER = Side.PROVIDER, Side.CUSTOMER


def parties() -> Parties:
    """The desks that every agreement needs; names, addresses and numbers belong to one contract."""

    def desk(identifier: str, name: str, role: str, side: Side, hours: str, *purposes: Purpose) -> Contact:
        return Contact(id=identifier, name=name, role=role, side=side, purposes=purposes, hours=hours)

    return Parties(
        contacts=(
            desk("service-desk", "Service desk", "Service desk", PROVIDER, ALWAYS, Purpose.DAILY, Purpose.EMERGENCY),
            desk("team-leader", "Team leader on duty", "Team leader", PROVIDER, ALWAYS, Purpose.ESCALATION),
            desk("service-manager", "Service manager on duty", "Service manager", PROVIDER, ALWAYS,
                 Purpose.ESCALATION, Purpose.COMPLAINT, Purpose.REVIEW),
            desk("director", "Director on duty", "Director", PROVIDER, ALWAYS, Purpose.ESCALATION),
            desk("provider-contracts", "Contract office", "Contract manager", PROVIDER, WORKING, Purpose.CONTRACT),
            desk("customer-it", "IT duty desk", "IT duty desk", CUSTOMER, ALWAYS, Purpose.DAILY, Purpose.EMERGENCY),
            desk("head-of-it", "Head of IT on duty", "Head of IT", CUSTOMER, ALWAYS, Purpose.ESCALATION, Purpose.REVIEW),
            desk("chief-information-officer", "Office of the chief information officer", "Chief information officer",
                 CUSTOMER, ALWAYS, Purpose.ESCALATION),
            desk("customer-contracts", "Contract office", "Contract manager", CUSTOMER, WORKING, Purpose.CONTRACT),
        )
    )  # fmt: skip


def channels(industry: Industry) -> Channels:
    """The channels of the industry and the three tiers behind them."""
    return Channels(
        items=industry.channels,
        outside_hours=(
            "A report that reaches a channel while that channel is not staffed counts as received when the channel is next "
            "staffed. A report that the Provider’s monitoring makes counts as received when it is recorded, at any hour. "
            "An Incident that is reported by a channel that does not accept its Priority shall be reported again by one "
            "that does; until then it is treated as an Incident of the highest Priority that the channel accepts."
        ),
        tiers=(
            SupportTier(
                id="l1", tier=Tier.L1, team="Service desk", hours=ALWAYS, handover=elapsed("30 min"),
                does="Receives and records reports, sets Impact and Urgency, solves known faults and keeps the user informed.",
            ),
            SupportTier(
                id="l2", tier=Tier.L2, team="Operations and application support", hours=ALWAYS, handover=elapsed("2 h"),
                does="Diagnoses and mends faults of the Services, carries out changes and restores data.",
            ),
            SupportTier(
                id="l3", tier=Tier.L3, team="Engineering and suppliers’ support", hours=WORKING,
                does="Removes causes, corrects software and advises on architecture; on call for the highest Priority.",
            ),
        ),
    )  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Rung:
    """One step of the common ladder."""

    contact: str
    role: str
    side: Side
    action: str


LADDER = (
    Rung("team-leader", "Team leader", PROVIDER, "Assigns further staff and takes over the coordination"),
    Rung("head-of-it", "Head of IT", CUSTOMER, "Provides access and decisions, and prepares the users"),
    Rung("service-manager", "Service manager", PROVIDER, "Calls in suppliers and speaks for the Provider to the Customer"),
    Rung("chief-information-officer", "Chief information officer", CUSTOMER, "Decides on emergency operation"),
    Rung("director", "Director", PROVIDER, "Releases all means of the Provider until the Service is restored"),
)  # fmt: skip

_ROLES = {"p1": (0, 1, 2, 3, 4), "p2": (0, 1, 2, 3, 4), "p3": (0, 2, 1), "p4": (0, 1)}


def ladder(*minutes: int) -> dict[str, tuple[Duration | Percent, ...]]:
    """When each rung is called, by priority: the highest after ``minutes`` of elapsed time, the next two by share of their target."""
    return {
        "p1": tuple(elapsed(f"{after} min") for after in minutes),
        "p2": tuple(Percent(share) for share in (25, 40, 50, 75, 90)),
        "p3": tuple(Percent(share) for share in (50, 75, 90)),
        "p4": tuple(working(f"{days} wd") for days in (3, 4)),
    }


def escalation(industry: Industry) -> Escalation:
    """A path for each priority, with steps on both sides."""
    return Escalation(
        paths=tuple(
            Path(
                id=f"path-{priority}",
                name=f"Priority {priority[1]}",
                priorities=(priority,),
                steps=tuple(_step(priority, when, LADDER[rung]) for when, rung in _rungs(industry, priority)),
            )
            for priority in industry.ladder
        ),
        complaint=(
            "The Customer may complain to the Provider’s service manager by any channel. The service manager acknowledges the "
            "complaint on the Working Day that follows, answers it in substance within the time stated among the duties, and "
            "lists every complaint with its outcome in the service level report."
        ),
    )


def profiles(industry: Industry) -> tuple[EscalationProfile, ...]:
    """The same ladder as rules of advice."""
    found = []
    for rank, priority in enumerate(industry.ladder, start=1):
        for when, rung in _rungs(industry, priority):
            step = _step(priority, when, LADDER[rung])
            found.append(
                EscalationProfile(
                    id=f"{priority}-{step.id}", priority_rank=rank, after=step.after, percent=step.percent, base=step.base,
                    side=step.side, role=step.role, method=step.method, action=step.action,
                )
            )  # fmt: skip
    return tuple(found)


def _rungs(industry: Industry, priority: str) -> tuple[tuple[Duration | Percent, int], ...]:
    return tuple(zip(industry.ladder[priority], _ROLES[priority], strict=True))


def _step(priority: str, when: Duration | Percent, rung: Rung) -> Step:
    share = when if isinstance(when, Percent) else None
    return Step(
        id=rung.contact,
        after=when if isinstance(when, Duration) else None,
        percent=share,
        base=Base.RESTORE if share else None,
        side=rung.side,
        role=rung.role,
        contact=rung.contact,
        method="Phone" if priority in ("p1", "p2") else "E-mail",
        action=rung.action,
    )
