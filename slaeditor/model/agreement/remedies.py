"""Section 14, penalties and rewards: what a missed level costs, what a surpassed one earns back, and where both end."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.quantities import Duration, Money, Number, Percent
from slaeditor.model.sentence import say
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Basis(enum.Enum):
    """Of which fee a percent is taken."""

    SERVICE_FEE = "monthly_fee_of_the_service"
    WHOLE_FEE = "monthly_fee_of_all_services"


class Cumulation(enum.Enum):
    """What happens when one event touches several metrics."""

    HIGHEST_ONLY = "highest_only"
    ADDED = "added"


class Claim(enum.Enum):
    """How a credit comes about, the better way for the customer last."""

    ON_CLAIM = "on_claim"
    AUTOMATIC = "automatic"


class Settlement(enum.Enum):
    """How a credit is settled."""

    NEXT_INVOICE = "next_invoice"
    NEXT_INVOICE_OR_PAYMENT = "next_invoice_or_payment_at_the_end"
    PAYMENT = "payment"


class LegalNature(enum.Enum):
    """What a credit is in law."""

    PRICE_ADJUSTMENT = "price_adjustment"
    LIQUIDATED_DAMAGES = "liquidated_damages"
    CONTRACTUAL_PENALTY = "contractual_penalty"


class Right(enum.Enum):
    """What a chronic failure entitles the customer to."""

    TERMINATE_AGREEMENT = "terminate_the_agreement"
    TERMINATE_SERVICE = "terminate_the_service"
    IMPROVEMENT_PLAN = "demand_an_improvement_plan"


class Threshold(Row, frozen=True, kw_only=True):
    """One threshold; the band reaches from it to the next, half-open, so that bands cannot overlap or leave a gap."""

    below: Annotated[Number | None, term("Worse than", "The credit arises when the result is worse than this.", better=Better.AS_METRIC, names=True)] = None
    credit: Annotated[Percent | None, term("Credit", "Share of the fee that is credited.", better=Better.HIGHER)] = None


class CreditSchedule(Row, frozen=True, kw_only=True):
    """The credits of one metric."""

    name: Annotated[str, term("Schedule", "What it is called.", names=True)] = ""
    metrics: Annotated[tuple[str, ...], term("Metrics", "The metrics whose results it judges.", refers="metrics", obligatory=True)] = ()
    basis: Annotated[Basis, term("Percent of", "The fee of which the percent is taken.", better=Better.HIGHER)] = Basis.SERVICE_FEE
    thresholds: Annotated[tuple[Threshold, ...], rows("Thresholds", "threshold", "The mildest first.", added=Better.HIGHER)] = ()
    weight: Annotated[Percent | None, term("At-risk share", "Share of the fee at risk that falls to this metric. Empty: not weighted.")] = None


class OccurrenceCredit(Row, frozen=True, kw_only=True):
    """A credit for each single event."""

    name: Annotated[str, term("For each", "The event for which it arises.", names=True)] = ""
    services: Annotated[tuple[str, ...], term("Services", "The services it is for. Empty: all.", refers="services", if_empty="All services")] = ()
    priorities: Annotated[tuple[str, ...], term("Priorities", "The priorities it is for. Empty: all.", refers="priorities", if_empty="All priorities")] = ()
    amount: Annotated[Money | None, term("Amount", "For each event.", better=Better.HIGHER)] = None
    most: Annotated[int | None, term("At most", "So many a month.", unit="a month", better=Better.HIGHER)] = None


class Reward(Row, frozen=True, kw_only=True):
    """Results that earn back earlier credits."""

    name: Annotated[str, term("Reward", "What it is called.", names=True)] = ""
    metrics: Annotated[tuple[str, ...], term("Metrics", "The metrics whose results it judges.", refers="metrics")] = ()
    at_least: Annotated[Number | None, term("Better than", "The result that must be surpassed.", better=Better.AS_METRIC)] = None
    months: Annotated[int | None, term(say("For", "a number of months"), "In so many consecutive months.", unit="months", better=Better.HIGHER)] = None
    earn_back: Annotated[Percent | None, term("Earns back", "Share of the credits of the preceding months.", better=Better.LOWER)] = None
    limit: Annotated[Percent | None, term("At most", "Share of the credits of the year.", better=Better.LOWER)] = None


class ChronicFailure(Row, frozen=True, kw_only=True):
    """Repeated misses and the right they give."""

    name: Annotated[str, term("Chronic failure", "What it is called.", names=True)] = ""
    metrics: Annotated[tuple[str, ...], term("Metrics", "The metrics whose misses count. Empty: any.", refers="metrics", if_empty="Any metric")] = ()
    services: Annotated[tuple[str, ...], term("Services", "The services whose misses count. Empty: any.", refers="services", if_empty="Any service")] = ()
    missed: Annotated[int | None, term("Missed", "In so many months.", unit="months", better=Better.LOWER)] = None
    of: Annotated[int | None, term("Out of", "So many months.", unit="months", better=Better.HIGHER)] = None
    consecutive: Annotated[bool, term("In a row", "Whether the missed months must follow one another.", better=Better.LOWER)] = False
    right: Annotated[Right, term("Right", "What the customer may do.")] = Right.TERMINATE_AGREEMENT
    within_days: Annotated[int | None, term("To be used within", "Days after the report that shows it.", unit="days", better=Better.HIGHER)] = None


class Remedies(Section, frozen=True, kw_only=True):
    """Section 14."""

    schedules: Annotated[tuple[CreditSchedule, ...], rows("Credits", "credit schedule", "What a missed level costs.", added=Better.HIGHER)] = ()
    occurrences: Annotated[tuple[OccurrenceCredit, ...], rows("Credits per event", "credit per event", "What a single event costs.", added=Better.HIGHER)] = ()
    fee_month: Annotated[str, term("Fee of which month", "The month whose fee is the basis.", "Percentages are taken of the fee, net of taxes, {}.")] = ""
    cumulation: Annotated[Cumulation, term("Cumulation", "If one event touches several metrics.", "If one event touches several metrics, the credits are treated as follows: {}.", better=Better.HIGHER)] = Cumulation.HIGHEST_ONLY
    monthly_cap: Annotated[Percent | None, term("Monthly cap", "Most credit in a month, as a share of the whole fee of the month.", "All credits of a month together do not exceed {} of the fee of all services for that month.", better=Better.HIGHER)] = None
    yearly_cap: Annotated[Percent | None, term("Yearly cap", "Most credit in a contract year, as a share of the whole fee of the year.", "All credits of a contract year together do not exceed {} of the fee of all services for that year.", better=Better.HIGHER)] = None
    minimum: Annotated[Money | None, term("Minimum amount", "Smaller credits are not paid.", "Credits of less than {} in a month are not settled.", better=Better.LOWER)] = None
    rewards: Annotated[tuple[Reward, ...], rows("Earn-back", "reward", "Good results that earn back earlier credits.", added=Better.LOWER)] = ()
    claim: Annotated[Claim, term("Automatic or on claim", "Whether the customer must claim a credit.", "Credits arise in this way: {}.", better=Better.HIGHER)] = Claim.AUTOMATIC
    claim_days: Annotated[int | None, term("Deadline for claims", "Within so many days.", "A claim must be made within {}.", unit="days", better=Better.HIGHER)] = None
    claim_from: Annotated[str, term("Counted from", "The event from which the deadline runs.", "That deadline runs from {}.")] = ""
    evidence: Annotated[str, term("Evidence", "What proves a credit.", "A credit is proved by {}.")] = ""
    settlement: Annotated[Settlement, term("Settlement", "How credits are settled.", "Credits are settled as follows: {}.", better=Better.HIGHER)] = Settlement.NEXT_INVOICE_OR_PAYMENT
    nature: Annotated[LegalNature, term("Legal nature", "What a credit is in law.", "In law, a credit is a {}.")] = LegalNature.PRICE_ADJUSTMENT
    sole_remedy: Annotated[bool, term("Sole remedy", "Whether credits exclude other claims.", ("Credits are the Customer’s sole financial remedy for missed service levels; rights to terminate remain.", "Credits leave the Customer’s other rights and claims untouched; they are set off against damages for the same event."), better=Better.LOWER)] = False
    liability: Annotated[str, term("Credits and the liability cap", "Whether credits count towards the limit of liability.", "{}", shape=Shape.LONG)] = ""
    rounding: Annotated[str, term("Rounding of amounts", "How amounts are rounded.", "Amounts are rounded {}.")] = ""
    action_plan: Annotated[Duration | None, term("Corrective-action plan", "By when the provider presents a plan after a missed level.", "After a missed level the Provider presents a written corrective-action plan within {}.", better=Better.LOWER)] = None
    chronic: Annotated[tuple[ChronicFailure, ...], rows("Chronic failure", "chronic failure", "Repeated misses and the right they give.", added=Better.HIGHER)] = ()
