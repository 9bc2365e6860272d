"""How critical a service is: the rules of the playbook applied to what the customer said of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from slaeditor.model import interview
from slaeditor.model.advice.proposal import Proposal, answered, changing, fingerprint
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Harm, Intensity, ServiceNeed
from slaeditor.model.agreement.playbook import Basis, CriticalityRule, ServiceProfile
from slaeditor.model.agreement.services import Service
from slaeditor.model.choices import choice_label
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Money, Unit
from slaeditor.model.sentence import capital, joined, say
from slaeditor.model.text import listed

LEAST_CRITICAL = 5

_FIELDS: dict[Basis, tuple[str, ...]] = {
    Basis.OUTAGE_COST: ("outage_cost",),
    Basis.TOLERABLE_OUTAGE: ("tolerable_outage",),
    Basis.TOLERABLE_DATA_LOSS: ("tolerable_data_loss",),
    Basis.USERS: ("users",),
    Basis.HARM: ("harm",),
    Basis.USAGE: ("usage",),
    Basis.REGULATION: ("infrastructure", "regulation"),
}


class Fired(msgspec.Struct, frozen=True):
    """A rule that an answer reaches: ``clause`` completes "because …"."""

    criticality: int
    place: Path
    clause: str


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One service with what was said of it and what follows for its criticality.

    ``derived`` follows from the answers alone; ``criticality`` is the one that counts: what the account manager settled
    on when these very answers were considered, otherwise the derived one.
    """

    document: Agreement
    service: Service
    need: ServiceNeed
    derived: int
    criticality: int
    fired: tuple[Fired, ...]
    profile: ServiceProfile | None

    def place(self, name: str) -> Path:
        """Where the answer ``name`` about this service stands."""
        return ("needs", "services", self.need.id, name)

    @property
    def because(self) -> str:
        """The reason of the criticality, completing a sentence: "criticality 1, because one hour costs EUR 40,000.00"."""
        if self.criticality != self.derived:
            return say(
                "criticality {criticality}, as decided for {service}",
                criticality=self.criticality,
                service=self.service.name,
            )
        return say("criticality {criticality}, because {clauses}", criticality=self.derived, clauses=_clauses(self))

    @property
    def decided_by(self) -> tuple[Path, ...]:
        """The answers that decided the criticality."""
        return tuple(dict.fromkeys(fired.place for fired in self.fired))


def cases(document: Agreement) -> tuple[Case, ...]:
    """Every service of which the customer said something that a rule looks at."""
    return tuple(
        case
        for service in document.services.items
        if (need := interview.need_of(document, service.id)) is not None
        and (case := _case(document, service, need)) is not None
    )


def _case(document: Agreement, service: Service, need: ServiceNeed) -> Case | None:
    places = tuple(("needs", "services", need.id, name) for names in _FIELDS.values() for name in names)
    if not answered(document, *places):
        return None
    fired = tuple(_fired(document, need))
    derived = min((one.criticality for one in fired), default=LEAST_CRITICAL)
    settled = any(
        row.id == f"criticality:{service.id}" and row.basis == _basis(need) for row in document.playbook.considered
    )
    criticality = service.criticality if settled and service.criticality is not None else derived
    return Case(
        document=document,
        service=service,
        need=need,
        derived=derived,
        criticality=criticality,
        fired=tuple(one for one in fired if one.criticality == derived),
        profile=next((row for row in document.playbook.profiles if row.criticality == criticality), None),
    )


def _basis(need: ServiceNeed) -> str:
    return fingerprint(*(getattr(need, name) for names in _FIELDS.values() for name in names))


def _fired(document: Agreement, need: ServiceNeed) -> Iterator[Fired]:
    for rule in document.playbook.criticality:
        if rule.threshold is None or rule.criticality is None:
            continue  # a rule still being written
        reached = _reached(document, rule, rule.threshold.value, need)
        if reached is not None:
            name, words = reached
            clause = say(reason_template(rule.reason), answer=words) if rule.reason else _plain_clause(rule, words)
            yield Fired(rule.criticality, ("needs", "services", need.id, name), clause)


def reason_template(reason: str) -> str:
    """The reason of a rule as the template of a sentence: ``{answer}`` stands where the rule has ``{}``."""
    return "{answer}".join(part.replace("{", "{{").replace("}", "}}") for part in reason.split("{}"))


def _plain_clause(rule: CriticalityRule, words: str) -> str:
    return joined(": ", [choice_label(rule.basis), words])


def _reached(
    document: Agreement, rule: CriticalityRule, threshold: Decimal, need: ServiceNeed
) -> tuple[str, str] | None:
    """The answer (its field, and its words) that reaches the threshold; None when it does not."""
    match rule.basis:
        case Basis.OUTAGE_COST:
            cost = need.outage_cost
            if cost is not None and _comparable(document, cost) and cost.amount >= threshold:
                return "outage_cost", money_words(cost)
        case Basis.TOLERABLE_OUTAGE | Basis.TOLERABLE_DATA_LOSS:
            (name,) = _FIELDS[rule.basis]
            length: Duration | None = getattr(need, name)
            if length is not None and at_least_minutes(length) <= threshold:
                return name, length.length()
        case Basis.USERS:
            if need.users is not None and need.users >= threshold:
                return "users", f"{need.users:,}"
        case Basis.HARM:
            if need.harm is not None and list(Harm).index(need.harm) >= threshold:
                return "harm", choice_label(need.harm)
        case Basis.USAGE:
            if need.usage is not None and list(Intensity).index(need.usage) >= threshold:
                return "usage", choice_label(need.usage)
        case Basis.REGULATION:
            if threshold <= 2 and need.infrastructure:
                return "infrastructure", say("critical infrastructure")
            if threshold <= 1 and need.regulation:
                return "regulation", need.regulation
    return None


def _comparable(document: Agreement, cost: Money) -> bool:
    return document.identity.currency in ("", cost.currency)


def money_words(amount: Money) -> str:
    """An amount as it is said in a reason: whole amounts without decimals, EUR 40,000."""
    return str(amount).removesuffix(".00")


def at_least_minutes(length: Duration) -> int:
    """The real minutes that a duration takes at least: open minutes never take less, a working day never under 24 hours."""
    return length.amount * 1440 if length.unit is Unit.WORKING_DAYS else length.amount


def _clauses(case: Case) -> str:
    if not case.fired:
        return say("nothing that was said calls for more")
    return listed(list(dict.fromkeys(fired.clause for fired in case.fired)))


def propose(case: Case) -> Proposal:
    """The criticality of one service, with its reason kept beside it."""
    clauses = _clauses(case)
    reason = say("Criticality {criticality}, because {clauses}.", criticality=case.derived, clauses=clauses)
    place = ("services", "items", case.service.id)
    edits = (
        SetTerm((*place, "criticality"), case.derived),
        SetTerm((*place, "criticality_reason"), f"{capital(clauses)}."),
    )
    return Proposal(
        id=f"criticality:{case.service.id}",
        group="criticality",
        title=say("{service}: criticality {derived}", service=case.service.name, derived=case.derived),
        reason=reason,
        needs=case.decided_by or answered(case.document, *(case.place(n) for names in _FIELDS.values() for n in names)),
        terms=((*place, "criticality"),),
        basis=_basis(case.need),
        edits=changing(case.document, edits),
    )
