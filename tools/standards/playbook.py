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
    limit("remedies.rewards[*].earn_back", "50", "25", FINANCE, "Without it nothing is gained by doing better than promised."),
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


def rules(costs: tuple[int, int, int, int], outages: tuple[int, int, int, int], losses: tuple[int, int, int], users: int
          ) -> tuple[CriticalityRule, ...]:  # fmt: skip
    """The rules of all industries: costs an hour (at least), tolerable outage and data loss in minutes (at most), users (at least).

    The first figure of each makes a service most critical.
    """
    return (
        rule(Basis.HARM, "4", 1, "an outage endangers people"),
        rule(Basis.HARM, "3", 2, "an outage breaks a legal duty"),
        rule(Basis.HARM, "2", 3, "work stops without it"),
        rule(Basis.HARM, "1", 4, "an outage is an annoyance but stops no work"),
        *(rule(Basis.OUTAGE_COST, str(cost), level, "an hour down costs {}") for level, cost in enumerate(costs, start=1)),
        *(
            rule(Basis.TOLERABLE_OUTAGE, str(length), level, "people can do without it for no longer than {}")
            for level, length in enumerate(outages, start=1)
        ),
        *(
            rule(Basis.TOLERABLE_DATA_LOSS, str(length), level, "no more than {} of data may be lost" if length else "no data may be lost")
            for level, length in enumerate(losses, start=1)
        ),
        rule(Basis.USERS, str(users), 4, "{} people use it"),
        rule(Basis.USAGE, "2", 4, "it is used around the clock"),
        rule(Basis.REGULATION, "1", 4, "rules apply to it ({})"),
        rule(Basis.REGULATION, "2", 2, "it belongs to critical infrastructure"),
    )  # fmt: skip


def target_profiles(first: str, second: str, third: str) -> tuple[TargetProfile, ...]:
    """Times for all criticalities; the arguments are the restore times of the highest priority for criticality 1, 2 and 3."""
    rows = [
        target_profile(1, 1, "15 min", "30 min", first, "5 wd"),
        target_profile(1, 2, "30 min", "1 h", "4 h", "10 wd"),
        target_profile(2, 1, "15 min", "30 min", second, "5 wd"),
        target_profile(2, 2, "30 min", "1 h", "4 h", "10 wd"),
        target_profile(3, 1, "30 min", "1 h", third, "5 wd"),
        target_profile(3, 2, "1 h", "2 h", "8 h", "10 wd"),
        target_profile(4, 1, "1 h", "2 h", "4 h", "5 wd"),
        target_profile(4, 2, "2 h", "4 h", "8 h", "10 wd"),
        target_profile(5, 1, "2 h", "4 h", "8 h", "10 wd"),
        target_profile(5, 2, "4 h", "8 h", "16 h", "15 wd"),
        target_profile(5, 3, "8 h", "2 wd", "4 wd", "20 wd", clocked=True),
        target_profile(5, 4, "16 h", "5 wd", "10 wd", "30 wd", clocked=True),
    ]
    for criticality in (1, 2, 3, 4):
        quick = criticality < 3
        rows.append(
            target_profile(
                criticality,
                3,
                "2 h" if quick else "4 h",
                "4 h" if quick else "8 h",
                "8 h" if quick else "16 h",
                "20 wd",
                clocked=True,
            )
        )
        rows.append(target_profile(criticality, 4, "8 h", "3 wd", "5 wd", "30 wd", clocked=True))
    return tuple(sorted(rows, key=lambda row: row.id))


def money_limits(credit_month: tuple[str, str], credit_year: tuple[str, str]) -> tuple[Limit, ...]:
    """Limits of the caps: preferred and acceptable percent of a month's and of a year's fee."""
    return (
        limit("remedies.monthly_cap", *credit_month, FINANCE, "More than this in a month exceeds the margin of the contract."),
        limit("remedies.yearly_cap", *credit_year, FINANCE, "More than this in a year exceeds the margin of the contract."),
    )  # fmt: skip


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
