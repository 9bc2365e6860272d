"""CRD: credits, penalties and rewards."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.remedies import (
    Basis,
    Claim,
    CreditSchedule,
    OccurrenceCredit,
    Settlement,
    Threshold,
)
from slaeditor.model.quantities import Money, Number, Percent
from tests.checks.case import Case, Change, FileCase, adding, both, setting, unchanged

SCHEDULES = "remedies.schedules"
LAB = f"{SCHEDULES}[credit-laboratory]"
RECORD = f"{SCHEDULES}[credit-patient-record]"
CHRONIC = "remedies.chronic[patient-record]"
REWARD = "remedies.rewards[clinical]"
LAB_METRIC = "availability:av-laboratory:laboratory"


def threshold(below: str | None, credit: str | None, identifier: str = "more") -> Threshold:
    return Threshold(
        id=identifier,
        below=below if below is None else Number(below),
        credit=credit if credit is None else Percent(credit),
    )


def event(amount: str, most: int | None, *services: str) -> OccurrenceCredit:
    return OccurrenceCredit(
        id="late", name="Late report", amount=Money(Decimal(amount), "EUR"), most=most, services=services
    )


def claiming(days: int | None, origin: str) -> Change:
    return both(
        setting("remedies.claim", Claim.ON_CLAIM),
        setting("remedies.claim_days", days),
        setting("remedies.claim_from", origin),
    )


def own_schedule(*metrics: str, basis: Basis = Basis.SERVICE_FEE) -> CreditSchedule:
    steps = (threshold("4.2", "5", "a"), threshold("3.5", "10", "b"))
    return CreditSchedule(id="own", name="Own", metrics=metrics, basis=basis, thresholds=steps)


def reopened(first: str, credit: str = "5", then: str = "9", more: str = "10") -> CreditSchedule:
    """A schedule of a metric of which less is better; 6% are agreed."""
    steps = (threshold(first, credit, "a"), threshold(then, more, "b"))
    return CreditSchedule(id="own", name="Own", metrics=("reopened",), basis=Basis.WHOLE_FEE, thresholds=steps)


CASES = [
    Case(
        "CRD-01",
        adding(f"{LAB}.thresholds", threshold("99.5", "12")),
        adding(f"{LAB}.thresholds", threshold("98.5", "20")),
        at=f"{LAB}.thresholds[more]",
        witness="10% ≠ 12%",
        says="A result worse than 99.5 in “Availability of Laboratory system” has two answers: 10% and 12%.",
    ),
    Case(  # one metric, two schedules
        "CRD-01",
        setting(f"{SCHEDULES}[credit-imaging].metrics", (LAB_METRIC,)),
        unchanged,
        at=f"{SCHEDULES}[credit-imaging].metrics",
        says="A miss of “Availability of Laboratory system” has two answers",
    ),
    Case(
        "CRD-02",
        setting(f"{LAB}.thresholds[step-2].credit", None),
        unchanged,
        at=f"{LAB}.thresholds[step-2].credit",
        witness="99.5",
        says="results worse than 99.5 have no credit of their own",
    ),
    Case("CRD-02", setting(f"{LAB}.thresholds[step-2].below", None), unchanged, at=f"{LAB}.thresholds[step-2].below"),
    Case(
        "CRD-02",
        adding(f"{LAB}.thresholds", threshold(None, None)),
        adding(f"{LAB}.thresholds", threshold("98", "16")),
        at=f"{LAB}.thresholds[more]",
    ),
    Case("CRD-02", setting(f"{LAB}.thresholds", ()), unchanged, at=LAB, says="no result earns a credit"),
    Case(
        "CRD-03",
        setting(f"{LAB}.thresholds[step-1].below", Number("99.8")),
        setting(f"{LAB}.thresholds[step-1].below", Number("99.9")),
        at=f"{LAB}.thresholds[step-1].below",
        witness="A result of 99.85% misses what is promised and earns nothing.",
        says="99.9% is promised, and “Availability of Laboratory system” begins at 99.8%",
    ),
    Case(  # less is better: the credit begins too late
        "CRD-03",
        adding(SCHEDULES, reopened("7")),
        adding(SCHEDULES, reopened("6")),
        at=f"{SCHEDULES}[own].thresholds[a].below",
        witness="A result of 6.5%",
    ),
    Case(
        "CRD-04",
        setting(f"{LAB}.thresholds[step-3].credit", Percent("8")),
        setting(f"{LAB}.thresholds[step-3].credit", Percent("12")),
        at=f"{LAB}.thresholds[step-3].credit",
        witness="8% < 10%",
        says="worse than 99 earns 8%, and a better result 10%",
    ),
    Case(
        "CRD-04",
        adding(f"{LAB}.thresholds", threshold("99.2", "12")),
        adding(f"{LAB}.thresholds", threshold("98.2", "17")),
        at=f"{LAB}.thresholds",
        says="99 stands before 99.2",
    ),
    Case(
        "CRD-04",
        adding(SCHEDULES, reopened("6", "5", "9", "4")),
        adding(SCHEDULES, reopened("6", "5", "9", "6")),
        at=f"{SCHEDULES}[own].thresholds[b].credit",
    ),
    Case(  # 15% of the record's fee are 2,700; the cap of 5% is 2,325
        "CRD-05",
        setting("remedies.monthly_cap", Percent("5")),
        setting("remedies.monthly_cap", Percent("6")),
        at=f"{RECORD}.thresholds[step-3].credit",
        witness="EUR\u00a0900.00 to EUR\u00a02,700.00; cap EUR\u00a02,325.00.",
    ),
    Case(  # without fees only percents of one basis can be compared
        "CRD-05",
        both(
            setting("services.items[billing].monthly_fee", None),
            setting("remedies.monthly_cap", Percent("10")),
            setting(f"{RECORD}.basis", Basis.WHOLE_FEE),
        ),
        both(setting("services.items[billing].monthly_fee", None), setting("remedies.monthly_cap", Percent("10"))),
        at=f"{RECORD}.thresholds[step-3].credit",
        witness="5% to 15%; cap 10%.",
    ),
    Case(
        "CRD-06",
        setting("remedies.monthly_cap", Percent("1.9")),
        setting("remedies.monthly_cap", Percent("2")),
        at=f"{RECORD}.thresholds[step-1].credit",
        witness="EUR\u00a0900.00 to EUR\u00a02,700.00; cap EUR\u00a0883.50.",
    ),
    Case("CRD-07", setting("remedies.fee_month", ""), unchanged, at="remedies.fee_month", says="“Fee of which month”"),
    Case(
        "CRD-07",
        adding(SCHEDULES, own_schedule("satisfaction:csat")),
        adding(SCHEDULES, own_schedule("satisfaction:csat", basis=Basis.WHOLE_FEE)),
        at=f"{SCHEDULES}[own].basis",
        says="“User satisfaction” belongs to no service",
    ),
    Case(
        "CRD-10",
        both(setting(f"{LAB}.weight", Percent("40")), setting(f"{RECORD}.weight", Percent("50"))),
        both(setting(f"{LAB}.weight", Percent("40")), setting(f"{RECORD}.weight", Percent("60"))),
        at=f"{RECORD}.weight",
        witness="50 + 40 = 90",
        says="“At-risk share” add up to 90%",
    ),
    Case(
        "CRD-10",
        both(
            setting("metrics.items[backups].weight", Number("0.5")),
            setting("metrics.items[reopened].weight", Number("0.4")),
        ),
        both(
            setting("metrics.items[backups].weight", Number("0.5")),
            setting("metrics.items[reopened].weight", Number("0.5")),
        ),
        at="metrics.items[reopened].weight",
        says="“Weight”",
    ),
    Case(  # the report is due on the fifth working day, after a new year and a weekend
        "CRD-11",
        claiming(7, "the end of the month"),
        claiming(7, "the day on which the Customer has received the report"),
        at="remedies.claim_days",
        witness="reported by ",
        says="Service level report",
    ),
    Case("CRD-11", claiming(7, ""), claiming(30, ""), at="remedies.claim_days"),
    Case("CRD-12", setting("remedies.evidence", ""), unchanged, at="remedies.evidence", says="“Evidence”"),
    Case(
        "CRD-12",
        claiming(None, "the receipt of the report"),
        setting("remedies.claim_days", None),
        at="remedies.claim_days",
        says="“Deadline for claims”",
    ),
    Case("CRD-12", claiming(30, ""), claiming(30, "the receipt of the report"), at="remedies.claim_from"),
    Case(
        "CRD-13",
        setting("remedies.settlement", Settlement.NEXT_INVOICE),
        setting("remedies.settlement", Settlement.PAYMENT),
        at="remedies.settlement",
        witness="No invoice follows the month that ends on 31 December 2029.",
    ),
    Case(
        "CRD-14",
        both(setting("remedies.sole_remedy", True), setting("remedies.chronic", ())),
        setting("remedies.sole_remedy", True),
        at="remedies.sole_remedy",
        witness="15%, 10%",
    ),
    Case(
        "CRD-15",
        both(setting(f"{CHRONIC}.missed", 4), setting(f"{CHRONIC}.of", 3)),
        both(setting(f"{CHRONIC}.missed", 3), setting(f"{CHRONIC}.of", 3)),
        at=f"{CHRONIC}.missed",
        witness="4 > 3",
        says="“Patient record missed in a row” can never hold: 4 of 3 months.",
    ),
    Case(
        "CRD-15",
        setting(f"{CHRONIC}.missed", 0),
        setting(f"{CHRONIC}.missed", 1),
        at=f"{CHRONIC}.missed",
        says="always",
    ),
    Case(
        "CRD-15",
        both(setting(f"{CHRONIC}.missed", 40), setting("identity.renewal", Renewal.NONE)),
        setting(f"{CHRONIC}.missed", 40),
        at=f"{CHRONIC}.missed",
        witness="40 > 36",
    ),
    Case("CRD-16", setting("remedies.chronic", ()), unchanged, at="remedies.chronic"),
    Case(  # one fault is told once
        "CRD-16",
        setting("remedies.chronic", ()),
        both(setting("remedies.chronic", ()), setting("remedies.sole_remedy", True)),
        at="remedies.chronic",
    ),
    Case(
        "CRD-17",
        setting(f"{LAB}.thresholds[step-1].below", Number("99.95")),
        setting(f"{LAB}.thresholds[step-1].below", Number("99.9")),
        at=f"{LAB}.thresholds[step-1].below",
        witness="Promised: 99.9%. Credit when worse than 99.95%.",
        says="a result of 99.9% keeps the promise and still costs a credit",
    ),
    Case(
        "CRD-17",
        adding(SCHEDULES, reopened("5")),
        adding(SCHEDULES, reopened("6")),
        at=f"{SCHEDULES}[own].thresholds[a].below",
    ),
    Case(
        "CRD-17",
        setting(f"{REWARD}.at_least", Number("99.94")),
        setting(f"{REWARD}.at_least", Number("99.95")),
        at=f"{REWARD}.at_least",
        witness="Promised: 99.95%. Rewarded when better than 99.94%.",
        says="misses the promise and is still rewarded",
    ),
    Case(
        "CRD-18",
        both(
            setting(f"{REWARD}.earn_back", Percent("100")),
            setting(f"{REWARD}.limit", Percent("100")),
            setting(f"{REWARD}.months", 1),
        ),
        both(
            setting(f"{REWARD}.earn_back", Percent("100")),
            setting(f"{REWARD}.limit", Percent("50")),
            setting(f"{REWARD}.months", 1),
        ),
        at=f"{REWARD}.earn_back",
        witness="100% of the credits are gone",
    ),
    Case(  # months as promised are no achievement
        "CRD-18",
        both(
            setting(f"{REWARD}.earn_back", Percent("100")),
            setting(f"{REWARD}.limit", Percent("100")),
            setting(f"{REWARD}.at_least", Number("99.95")),
        ),
        both(setting(f"{REWARD}.earn_back", Percent("100")), setting(f"{REWARD}.limit", Percent("100"))),
        at=f"{REWARD}.earn_back",
    ),
    Case(
        "CRD-19",
        both(setting("remedies.monthly_cap", None), setting("remedies.yearly_cap", None)),
        setting("remedies.monthly_cap", None),
        at="remedies.monthly_cap",
    ),
    Case("CRD-19", setting(f"{REWARD}.limit", None), unchanged, at=f"{REWARD}.limit", says="Clinical services"),
    Case(
        "CRD-20",
        adding("remedies.occurrences", event("1000", 10, "laboratory")),
        adding("remedies.occurrences", event("1000", 9, "laboratory")),
        at="remedies.occurrences[late].amount",
        witness="EUR\u00a01,000.00 × 10 = EUR\u00a010,000.00; the fee is EUR\u00a09,000.00.",
    ),
    Case(  # as many as tickets are expected
        "CRD-20",
        both(adding("remedies.occurrences", event("500", None)), setting("needs.tickets_month", 100)),
        both(adding("remedies.occurrences", event("500", None)), setting("needs.tickets_month", 90)),
        at="remedies.occurrences[late].amount",
    ),
    Case(
        "CRD-23",
        setting("remedies.yearly_cap", Percent("15")),
        unchanged,
        at="remedies.yearly_cap",
        witness="12 × EUR\u00a06,975.00 ≤ EUR\u00a083,700.00",
        says="“Yearly cap” of 15% can never be reached",
    ),
    Case(
        "CRD-23",
        setting("remedies.yearly_cap", Percent("1.25")),
        setting("remedies.yearly_cap", Percent("1.26")),
        at="remedies.monthly_cap",
        witness="EUR\u00a06,975.00 in a month ≥ EUR\u00a06,975.00 in the year",
    ),
    Case(
        "CRD-24",
        setting("remedies.minimum", Money(Decimal("150.01"), "EUR")),
        setting("remedies.minimum", Money(Decimal(150), "EUR")),
        at="remedies.minimum",
        witness="“Availability of Patient portal”: EUR\u00a0150.00 < EUR\u00a0150.01",
    ),
]


def tiers(*ends: tuple[str, str]) -> Callable[[dict[str, Any]], None]:
    """A schedule whose tiers have two ends, as other programs write them."""

    def change(data: dict[str, Any]) -> None:
        found = [{"id": f"t{number}", "from": low, "to": high} for number, (low, high) in enumerate(ends)]
        data["remedies"]["schedules"][0]["thresholds"] = found

    return change


def first_credit(value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["remedies"]["schedules"][0]["thresholds"][0]["credit"] = value

    return change


def remedy(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["remedies"][name] = value

    return change


def multiplier(value: str | None) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        if value is not None:
            data["remedies"]["schedules"][0]["repeat_multiplier"] = value

    return change


def as_it_is(_: dict[str, Any]) -> None:
    """Nothing is changed."""


FILE_CASES = [
    FileCase("CRD-01", tiers(("98.5", "99"), ("97", "98.5")), as_it_is, "98.5"),
    FileCase("CRD-02", tiers(("99.9", "99.95"), ("99", "99.89")), as_it_is, "99.895 is in no tier"),
    FileCase("CRD-08", first_credit("2.0 EUR"), first_credit("2.0"), "2.0 EUR"),
    FileCase("CRD-08", first_credit({"amount": "2", "currency": "EUR"}), first_credit("2"), "2 EUR"),
    FileCase("CRD-09", remedy("cumulation", ""), remedy("cumulation", "added")),
    FileCase("CRD-21", remedy("nature", None), remedy("nature", "contractual_penalty")),
    FileCase("CRD-22", multiplier("2"), multiplier(None), "by 2 to 30%"),
]
