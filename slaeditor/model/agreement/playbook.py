"""The provider's playbook: negotiation limits and the rules of advice. It travels with the document and is never exported."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.agreement.escalation import Base
from slaeditor.model.agreement.parties import Side
from slaeditor.model.quantities import Duration, Number, Percent
from slaeditor.model.terms import Row, Section, Shape, rows, term


class Basis(enum.Enum):
    """The answer that a criticality rule looks at."""

    OUTAGE_COST = "cost_of_one_hour_down"
    TOLERABLE_OUTAGE = "tolerable_outage_minutes"
    TOLERABLE_DATA_LOSS = "tolerable_data_loss_minutes"
    USERS = "users"
    HARM = "worst_harm"
    USAGE = "hours_of_use"
    REGULATION = "regulation"


class Limit(Row, frozen=True, kw_only=True):
    """How far a term may go. ``path`` may hold ``*`` for any row."""

    path: Annotated[str, term("Term", "The term that the limit is for, of one row or of any.", shape=Shape.PATH, any_row=True, names=True)] = ""
    preferred: Annotated[str, term("Preferred", "What we would like, as it would be typed.")] = ""
    acceptable: Annotated[str, term("Acceptable to", "How far an account manager may go alone.")] = ""
    approval_by: Annotated[str, term("Beyond that", "The office that must approve.")] = ""
    reason: Annotated[str, term("Because", "Why the limit is there.")] = ""


class CriticalityRule(Row, frozen=True, kw_only=True):
    """If an answer reaches the threshold, the service is at least as critical as this."""

    basis: Annotated[Basis, term("Answer", "The answer that is looked at.", names=True)] = Basis.OUTAGE_COST
    threshold: Annotated[Number | None, term("Threshold", "Cost (in the agreement's currency) and users: at least; minutes: at most; harm and hours: at least this rank, from 0; regulation: 1 for any rule, 2 for critical infrastructure.")] = None
    criticality: Annotated[int | None, term("Criticality", "1 to 5.")] = None
    reason: Annotated[str, term("Because", "Completes the sentence “Criticality 1, because …”, without a full stop; {} stands for the answer.")] = ""


class ServiceProfile(Row, frozen=True, kw_only=True):
    """What a service of a criticality is proposed."""

    criticality: Annotated[int | None, term("Criticality", "1 to 5.", names=True)] = None
    availability: Annotated[Percent | None, term("Availability", "Proposed share.")] = None
    blackouts: Annotated[bool, term("No maintenance on critical dates", "Whether a black-out is proposed for the customer's critical dates.")] = False
    around_the_clock: Annotated[bool, term("Supported around the clock", "Whether support is proposed day and night.")] = False
    restore_test_months: Annotated[int | None, term("Restore test every", "In months.", unit="months")] = None
    reason: Annotated[str, term("Because", "What is said of services of this criticality, without a full stop: “an outage endangers people or the business”.")] = ""


class TargetProfile(Row, frozen=True, kw_only=True):
    """The times proposed for a service of a criticality, by rank of priority (1 is the highest).

    Elapsed times are proposed as such where support works around the clock, otherwise counted in the support hours.
    """

    criticality: Annotated[int | None, term("Criticality", "1 to 5.", names=True)] = None
    priority_rank: Annotated[int | None, term("Priority no.", "1 is the highest.", names=True)] = None
    response: Annotated[Duration | None, term("First response", "Proposed.")] = None
    update: Annotated[Duration | None, term("Status update every", "Proposed.")] = None
    restore: Annotated[Duration | None, term("Restore", "Proposed; never longer than the tolerable outage.")] = None
    resolve: Annotated[Duration | None, term("Resolve", "Proposed.")] = None
    compliance: Annotated[Percent | None, term("Compliance", "Proposed.")] = None
    minimum_sample: Annotated[int | None, term("Minimum sample", "Proposed.", unit="cases")] = None


class CreditProfile(Row, frozen=True, kw_only=True):
    """The credits proposed for a service of a criticality when availability is missed."""

    criticality: Annotated[int | None, term("Criticality", "1 to 5.", names=True)] = None
    shortfall: Annotated[Number | None, term("Below the promise by more than", "In percentage points; 0 for any shortfall.", unit="percentage points", names=True)] = None
    credit: Annotated[Percent | None, term("Credit", "Share of the fee of the service.")] = None


class EscalationProfile(Row, frozen=True, kw_only=True):
    """A step of escalation proposed for a rank of priority."""

    priority_rank: Annotated[int | None, term("Priority no.", "1 is the highest.", names=True)] = None
    after: Annotated[Duration | None, term("After", "Counted from the start of the clock.", names=True)] = None
    percent: Annotated[Percent | None, term("At percent", "Share of the target that has passed; instead of a duration.", names=True)] = None
    base: Annotated[Base | None, term("Of", "The target of which the percent is taken.")] = None
    side: Annotated[Side, term("Side", "The party that is called in.", names=True)] = Side.PROVIDER
    role: Annotated[str, term("Role", "The office that is called in; the contact with this role is named.", names=True)] = ""
    method: Annotated[str, term("By", "How the person is told.")] = ""
    action: Annotated[str, term("Does", "What the person is called in for.")] = ""


class Considered(Row, frozen=True, kw_only=True):
    """A proposal that was offered, with the fingerprint of the answers it rested on."""

    basis: Annotated[str, term("Rested on", "Fingerprint of the answers.")] = ""
    taken: Annotated[bool, term("Taken", "Whether it was accepted.")] = False


class Acknowledgement(Row, frozen=True, kw_only=True):
    """A finding that was looked at and stands, with the reason; it lapses when its witness becomes another one."""

    rule: Annotated[str, term("Rule", "The rule of the checks that found it.", names=True)] = ""
    place: Annotated[str, term("Place", "The term that it is about.", shape=Shape.PATH, names=True)] = ""
    witness: Annotated[str, term("Witness", "The instant or figure that proved it when it was acknowledged.")] = ""
    finding: Annotated[str, term("Finding", "What the rule said.", shape=Shape.LONG)] = ""
    reason: Annotated[str, term("Reason", "Why it stands.", shape=Shape.LONG)] = ""
    by: Annotated[str, term("Acknowledged by", "Who decided.")] = ""
    on: Annotated[date | None, term("Acknowledged on", "The day of the decision.")] = None


class Playbook(Section, frozen=True, kw_only=True):
    """Limits and rules; wholly internal."""

    limits: Annotated[tuple[Limit, ...], rows("Limits", "limit", "How far terms may go without approval.", internal=True)] = ()
    criticality: Annotated[tuple[CriticalityRule, ...], rows("Criticality rules", "rule", "How answers make a service critical.", internal=True)] = ()
    profiles: Annotated[tuple[ServiceProfile, ...], rows("Service profiles", "profile", "What is proposed for each criticality.", internal=True)] = ()
    target_profiles: Annotated[tuple[TargetProfile, ...], rows("Target profiles", "target profile", "Times proposed by criticality and priority.", internal=True)] = ()
    credit_profiles: Annotated[tuple[CreditProfile, ...], rows("Credit profiles", "credit profile", "Credits proposed by criticality.", internal=True)] = ()
    escalation_profiles: Annotated[tuple[EscalationProfile, ...], rows("Escalation profiles", "escalation profile", "Steps proposed by priority.", internal=True)] = ()
    urgent_rank: Annotated[int | None, term("Urgent down to priority no.", "These priorities are reported by the channel for anything urgent, and by no other.", internal=True)] = None
    considered: Annotated[tuple[Considered, ...], rows("Proposals offered", "proposal", "What was offered before, and from which answers.", internal=True)] = ()
    acknowledged: Annotated[tuple[Acknowledgement, ...], rows("Acknowledged findings", "acknowledgement", "Findings that were looked at and stand, each with its reason.", internal=True)] = ()
