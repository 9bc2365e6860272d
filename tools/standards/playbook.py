"""The playbook of a standard: limits that hold everywhere, and the industry's rules of advice."""

from __future__ import annotations

from slaeditor.model.agreement.playbook import (
    Basis,
    CreditProfile,
    CriticalityRule,
    Limit,
    Playbook,
    ServiceProfile,
    TargetProfile,
)
from slaeditor.model.quantities import Number, Percent
from tools.standards.conduct import DELIVERY, DIRECTOR, FINANCE, LEGAL
from tools.standards.figures import elapsed, working
from tools.standards.industry import Industry
from tools.standards.people import profiles


def limit(path: str, preferred: str, acceptable: str, approval: str, reason: str) -> Limit:
    """A limit; its id follows from its path. Nothing preferred and nothing acceptable: every change needs the approval."""
    identifier = path.replace("[*]", "").replace("[", "-").replace("]", "").replace(".", "-").replace("_", "-")
    return Limit(
        id=identifier, path=path, preferred=preferred, acceptable=acceptable, approval_by=approval, reason=reason
    )


COMMON: tuple[Limit, ...] = (
    limit("availability.promises[*].longest_outage", "2 h", "1 h", DELIVERY, "A shorter outage than one round of restoration cannot be promised without a standby system."),
    limit("availability.continuity[*].rpo", "1 h", "5 min", DELIVERY, "Below this, data must be replicated synchronously, which the platform has to be built for."),
    limit("availability.continuity[*].rto", "2 h", "1 h", DELIVERY, "A shorter recovery needs a second site that runs along."),
    limit("targets.items[*].response", "30 min", "15 min", DELIVERY, "The service desk is staffed for fifteen minutes at the busiest hour."),
    limit("targets.items[*].compliance", "95", "98", DELIVERY, "Above this share, a single late case in a month breaks the promise."),
    limit("maintenance.monthly_cap", "10 h", "8 h", DELIVERY, "Less time in a month cannot hold the manufacturers’ update cycles."),
    limit("maintenance.notice", "5 wd", "10 wd", DELIVERY, "Security updates reach us about two weeks before they must be installed."),
    limit("remedies.schedules[*].thresholds[*].credit", "10", "15", FINANCE, "Above this, a single outage costs more than the margin of the service."),
    limit("remedies.cumulation", "highest only", "highest only", FINANCE, "Added credits multiply the cost of one event."),
    limit("remedies.nature", "price adjustment", "liquidated damages", LEGAL, "A contractual penalty is owed in addition to damages under several laws."),
    limit("remedies.settlement", "next invoice", "next invoice or payment at the end", FINANCE, "Payments to customers outside invoices need a treasury process."),
    limit("remedies.rewards[*].earn_back", "25", "50", FINANCE, "The customer must feel a missed level; the provider must gain from mending it."),
    limit("remedies.chronic[*].missed", "3", "2", DIRECTOR, "A right to terminate after fewer missed months puts the investment in the contract at risk."),
    limit("identity.initial_months", "36", "12", FINANCE, "Set-up costs are recovered over at least a year."),
    limit("identity.cure_days", "30", "20", LEGAL, "A cause cannot be removed and proven removed in less time."),
    limit("review.change_notice_days", "30", "20", DELIVERY, "Changes of staffing and suppliers take a month."),
    limit("review.interval_months", "12", "6", DELIVERY, "Each review takes about four days of work on our side."),
    limit("legal.clauses[liability].text", "", "", LEGAL, "The insurance covers this wording."),
    limit("legal.clauses[data-protection].text", "", "", LEGAL, "The wording satisfies the law on processing on behalf of others."),
    limit("legal.clauses[exit].text", "", "", LEGAL, "Help with the handover is priced on this wording."),
)  # fmt: skip


def target_profile(
    criticality: int, rank: int, response: str, update: str, restore: str, resolve: str, clocked: bool = False
) -> TargetProfile:
    """A target profile; ``clocked``: the times count in the working hours, otherwise elapsed. Resolution counts in Working Days."""
    clock = working if clocked else elapsed
    return TargetProfile(
        id=f"c{criticality}-p{rank}",
        criticality=criticality,
        priority_rank=rank,
        response=clock(response),
        update=working(update) if "wd" in update else clock(update),
        restore=working(restore) if "wd" in restore else clock(restore),
        resolve=working(resolve),
        compliance=Percent(95 if rank < 3 else 90),
        minimum_sample=5 if rank < 3 else 10,
    )


def service_profile(criticality: int, availability: str, reason: str, restore_test: int | None) -> ServiceProfile:
    """A service profile; the two highest are supported around the clock and spared from maintenance on critical dates."""
    return ServiceProfile(
        id=f"c{criticality}",
        criticality=criticality,
        availability=Percent(availability),
        blackouts=criticality <= 3,
        around_the_clock=criticality <= 2,
        restore_test_months=restore_test,
        reason=reason,
    )


def rule(basis: Basis, threshold: str, criticality: int, reason: str) -> CriticalityRule:
    """A rule; its id follows from the answer and the threshold."""
    return CriticalityRule(
        id=f"{basis.name.lower().replace('_', '-')}-{threshold}",
        basis=basis,
        threshold=Number(threshold),
        criticality=criticality,
        reason=reason,
    )


def _law(industry: Industry) -> tuple[Limit, ...]:
    law, venue = industry.place.law, industry.place.venue
    return (
        limit("identity.governing_law", law, law, LEGAL, "The clauses were drafted for that law."),
        limit("identity.venue", venue, venue, LEGAL, "Proceedings elsewhere need local counsel."),
    )


def playbook(industry: Industry) -> Playbook:
    """The whole internal part."""
    advice = industry.advice
    specific = {one.path for one in advice.limits}
    return Playbook(
        limits=(*advice.limits, *(one for one in COMMON if one.path not in specific), *_law(industry)),
        criticality=advice.rules,
        profiles=advice.profiles,
        target_profiles=advice.targets,
        credit_profiles=tuple(
            CreditProfile(
                id=f"c{criticality}-{shortfall}",
                criticality=criticality,
                shortfall=Number(shortfall),
                credit=Percent(credit),
            )
            for criticality, pairs in advice.credits.items()
            for shortfall, credit in pairs
        ),
        escalation_profiles=profiles(industry),
        urgent_rank=2,
    )
