"""From results to the invoice: worked by hand, and what holds for any agreement and any results."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Direction, Metric, Metrics
from slaeditor.model.agreement.remedies import CreditSchedule, Cumulation, OccurrenceCredit, Reward
from slaeditor.model.agreement.services import Service, Services
from slaeditor.model.arithmetic.capping import cap_of
from slaeditor.model.arithmetic.example import example
from slaeditor.model.arithmetic.invoice import invoice, invoices
from slaeditor.model.arithmetic.results import Happened, Measured, Result, fee_of, services_of
from slaeditor.model.arithmetic.steps import Invoice, Kind, Standing, total
from slaeditor.model.money_effect import total_fee
from slaeditor.model.quantities import Money, Number, Percent
from tests.model.credit_case import ERP, LADDER, MAIL, P1, agreement, agreements, euros, ladder, measured, month


def credit(document: Agreement, results: Measured, standing: Standing | None = None) -> str:
    found = invoice(document, results, standing).credit
    assert found is not None
    return str(found.amount)


def said(found: Invoice, kind: Kind) -> list[str]:
    return [one.sentence.replace("\u00a0", " ") for one in found.steps if one.kind is kind]


def test_a_band_is_a_percent_of_the_fee_of_the_service_or_of_all() -> None:
    document = agreement()
    assert credit(document, month(mail="99.89")) == "50"
    assert credit(document, month(mail="99.9")) == "0"
    assert credit(document, month(erp="98")) == "600"
    assert credit(document, month(late="92")) == "40"
    found = invoice(document, month(mail="99.5", erp="99.4", late="89"))
    assert (found.credit, found.due) == (euros("470"), euros("3530"))
    assert said(found, Kind.CREDIT) == [
        "Availability of E-mail: 99.5%, below 99.9%. 5% of EUR 1,000.00 = EUR 50.00.",
        "Availability of ERP: 99.4%, below 99.5%. 10% of EUR 3,000.00 = EUR 300.00.",
        "Restore: P1 · incident: 89%, below 90%. 3% of EUR 4,000.00 = EUR 120.00.",
    ]


def test_a_result_is_rounded_as_the_agreement_says_before_it_is_judged() -> None:
    document = agreement()
    assert credit(document, month(mail="99.8995")) == "0"  # 99.900
    assert credit(document, month(mail="99.8994")) == "50"


def test_the_share_at_risk_scales_the_credit_which_is_rounded_once() -> None:
    fee = Services(items=(Service(id="mail", name="E-mail", monthly_fee=euros("333.33")),))
    schedule = CreditSchedule(id="s", metrics=(MAIL,), thresholds=ladder(("99.9", "10")), weight=Percent("45"))
    document = msgspec.structs.replace(agreement(schedules=(schedule,)), services=fee)
    assert credit(document, month(mail="90")) == "15"  # 14.99985
    weighted = msgspec.structs.replace(schedule, weight=Percent("1.5"))
    document = msgspec.structs.replace(agreement(schedules=(weighted,)), services=fee)
    assert credit(document, month(mail="90")) == "0.5"  # 0.499995


def test_of_one_event_only_the_highest_credit_or_all() -> None:
    one = month(mail="98", erp="99.8", late="89", event="fire")
    assert credit(agreement(), one) == "200"
    assert credit(agreement(), month(mail="98", erp="99.8", late="89")) == "470"
    assert credit(agreement(cumulation=Cumulation.ADDED), one) == "470"
    assert said(invoice(agreement(), one), Kind.NOT_ADDED)[0] == (
        "Availability of ERP: not added. The same event touched “Availability of E-mail”, whose credit is the highest."
    )


def test_credits_per_event_end_at_their_number() -> None:
    row = OccurrenceCredit(id="event", name="Store closed", amount=euros("25"), most=3)
    document = agreement(occurrences=(row,))
    assert credit(document, month(events=2)) == "50"
    found = invoice(document, month(events=7))
    assert said(found, Kind.EVENT) == ["Store closed: happened 7 times, at most 3 count: 3 × EUR 25.00 = EUR 75.00."]
    dollars = msgspec.structs.replace(row, amount=Money(Decimal(25), "USD"))
    assert credit(agreement(occurrences=(dollars,)), month(events=2)) == "0"


def test_caps_cut_first_in_the_month_and_then_in_the_year() -> None:
    document = agreement(monthly_cap=Percent("10"), yearly_cap=Percent("2"))
    bad = month(mail="98", erp="98")
    assert [one.credit for one in invoices(document, [bad] * 4)] == [
        euros("400"), euros("400"), euros("160"), euros("0"),
    ]  # fmt: skip
    third = invoices(document, [bad] * 3)[-1]
    assert said(third, Kind.MONTHLY_CAP) == ["Monthly cap: 10% of EUR 4,000.00 = EUR 400.00; EUR 800.00 is cut to it."]
    assert said(third, Kind.YEARLY_CAP) == [
        "Yearly cap: 2% of EUR 4,000.00 × 12 = EUR 960.00, of which EUR 160.00 is left; EUR 400.00 is cut to that."
    ]


def test_small_credits_are_not_settled_and_use_up_nothing() -> None:
    document = agreement(minimum=euros("50"), yearly_cap=Percent("1"))
    found = invoice(document, month(late="92"))
    assert found.credit == euros("0")
    assert found.after.credited == 0
    assert said(found, Kind.MINIMUM) == ["EUR 40.00 is less than the minimum amount of EUR 50.00 and is not settled."]
    assert credit(document, month(mail="99.8")) == "50"


REWARD = Reward(
    id="good", name="Good mail", metrics=(MAIL,), at_least=Number("99.95"), months=2, earn_back=Percent("50")
)


def test_good_months_in_a_row_earn_back_a_share_of_what_still_stands() -> None:
    document = agreement(rewards=(REWARD,))
    found = invoices(document, [month(mail="98"), *[month()] * 5])
    assert [one.returned and one.returned.amount for one in found] == [0, 0, 100, 0, 50, 0]
    assert found[2].due == euros("4100")
    assert said(found[2], Kind.EARN_BACK) == [
        "Good mail: surpassed for 2 months in a row. 50% of the EUR 200.00 credited before, EUR 100.00, is earned back."
    ]
    broken = invoices(document, [month(mail="98"), month(), month(mail="99.95"), month()])
    assert [one.returned and one.returned.amount for one in broken] == [0, 0, 0, 0]


def test_earn_back_ends_at_its_share_of_the_credits_of_the_year() -> None:
    document = agreement(rewards=(msgspec.structs.replace(REWARD, limit=Percent("60")),))
    found = invoices(document, [month(mail="98"), *[month()] * 4])
    assert [one.returned and one.returned.amount for one in found] == [0, 0, 100, 0, 20]
    assert "at most 60% of the credits of the year" in said(found[4], Kind.EARN_BACK)[0]


def test_lower_is_better_where_it_is_so() -> None:
    metric = Metric(id="late", name="Reopened", unit="hours", direction=Direction.LOWER_IS_BETTER, target=Number(4))
    schedule = CreditSchedule(id="s", metrics=("late",), thresholds=ladder(("4", "5"), ("8", "10")))
    document = msgspec.structs.replace(agreement(schedules=(schedule,)), metrics=Metrics(items=(metric,)))
    found = invoice(document, Measured((Result("late", Number(5)),)))
    assert said(found, Kind.UNKNOWN) == [
        "Reopened: 5 hours, above 4 hours. 5% of a fee that the agreement does not state."
    ]


def test_fees_that_are_missing_or_mixed_are_told_and_nothing_is_computed() -> None:
    document = agreement()
    for fee in (None, Money(Decimal(5), "USD")):
        first, second = document.services.items
        services = Services(items=(first, msgspec.structs.replace(second, monthly_fee=fee)))
        found = invoice(msgspec.structs.replace(document, services=services), month(mail="98", late="89"))
        assert (found.fee, found.credit, found.due) == (None, None, None)
        assert len(said(found, Kind.UNKNOWN)) == 1
    with pytest.raises(ValueError, match="one result"):
        invoice(document, Measured((Result(MAIL, Number(1)), Result(MAIL, Number(2)))))


def test_what_a_metric_is_about_tells_whose_fee_counts() -> None:
    document = agreement()
    assert services_of(document, ERP) == ("erp",)
    assert services_of(document, P1) == ("mail", "erp")
    assert services_of(document, "own") == ()
    late = document.remedies.schedules[0]
    assert fee_of(document, late, P1) == euros("4000")
    own = msgspec.structs.replace(document.targets.items[0], id="own", services=("mail",))
    rows = msgspec.structs.replace(document.targets, items=(*document.targets.items, own))
    document = msgspec.structs.replace(document, targets=rows)
    assert (services_of(document, P1), services_of(document, "restore:own")) == (("erp",), ("mail",))


def test_the_hospital_reaches_its_yearly_cap_after_eight_full_months() -> None:
    hospital = shipped.sample()
    fee = total_fee(hospital)
    assert fee == euros("46500")
    assert hospital.remedies.monthly_cap is not None
    assert hospital.remedies.yearly_cap is not None
    assert cap_of(hospital.remedies.monthly_cap, fee) == euros("6975")
    assert cap_of(hospital.remedies.yearly_cap, fee, 12) == euros("55800")
    worst = Measured(tuple(Result(one.metric, Number(0)) for one in example(hospital).results))
    found = invoices(hospital, [worst] * 12)
    # 2,700 + 1,350 + 1,275 + 500 + 900 = 6,725 a month, so that the yearly cap cuts in the ninth
    assert [one.credit for one in found] == [euros("6725")] * 8 + [euros("2000")] + [euros("0")] * 3
    assert invoice(hospital, example(hospital)).due == euros("43350")


def test_an_example_follows_from_the_document() -> None:
    results = example(shipped.sample()).results
    assert [str(one.value) for one in results] == ["99.3", "99.7", "99.9", "99.5", "99.5"]
    for standard in shipped.STANDARDS:
        steps = invoice(shipped.standard(standard.id), example(shipped.standard(standard.id))).steps
        assert sum(one.kind in (Kind.CREDIT, Kind.UNKNOWN) for one in steps) == 2


@given(agreements(), st.lists(measured(), max_size=14))
def test_never_above_a_cap_and_the_steps_explain_everything(document: Agreement, months: list[Measured]) -> None:
    found = invoices(document, months)
    fee = total_fee(document)
    assert fee is not None
    remedies = document.remedies
    spent = Decimal(0)
    for one in found:
        assert one.fee is not None
        assert one.credit is not None
        assert one.returned is not None
        assert one.due is not None
        assert total(one.steps) == one.credit.amount - one.returned.amount
        assert one.due.amount == fee.amount - total(one.steps)
        assert one.credit.amount >= 0
        assert one.returned.amount >= 0
        spent += one.credit.amount
        assert one.after.credited == spent
        assert sum(one.after.returned.values()) <= spent
        if remedies.monthly_cap is not None:
            assert one.credit.amount <= fee.amount * remedies.monthly_cap.value / 100
        if remedies.yearly_cap is not None:
            assert spent <= fee.amount * 12 * remedies.yearly_cap.value / 100
        if remedies.minimum is not None:
            assert one.credit.amount == 0 or one.credit.amount >= remedies.minimum.amount


@given(agreements(), measured(), st.sampled_from((MAIL, ERP, P1)), st.decimals(0, 60, places=3))
def test_a_worse_result_never_costs_less(document: Agreement, results: Measured, metric: str, worse: Decimal) -> None:
    lowered = tuple(
        msgspec.structs.replace(one, value=Number(max(Decimal(0), one.value.value - worse)))
        if one.metric == metric
        else one
        for one in results.results
    )
    before, after = (
        invoice(document, one).credit for one in (results, msgspec.structs.replace(results, results=lowered))
    )
    assert before is not None
    assert after is not None
    assert before.amount <= after.amount


@given(agreements(), measured(), st.randoms(use_true_random=False))
def test_the_order_of_results_and_incidents_does_not_matter(
    document: Agreement, results: Measured, random: Random
) -> None:
    shuffled = list(results.results)
    random.shuffle(shuffled)
    times = sum(one.times for one in results.happened)
    apart = tuple(Happened("event", 1) for _ in range(times))
    assert invoice(document, results) == invoice(document, Measured(tuple(shuffled), apart))


@given(agreements(), st.integers(1, 12))
def test_nothing_is_credited_when_all_is_met(document: Agreement, count: int) -> None:
    for one in invoices(document, [month()] * count):
        assert one.credit is not None
        assert one.credit.amount == 0
        assert one.due == one.fee


@given(agreements(), measured(), st.decimals(0, 1_000_000, places=2))
def test_what_was_credited_before_never_adds_to_a_month(document: Agreement, results: Measured, used: Decimal) -> None:
    fresh, later = invoice(document, results).credit, invoice(document, results, Standing(used)).credit
    assert fresh is not None
    assert later is not None
    assert later.amount <= fresh.amount


def test_bands_of_the_ladder_cost_what_their_line_says() -> None:
    for step, amount in zip(LADDER, ("50", "100", "200"), strict=True):
        assert step.below is not None
        assert credit(agreement(), month(mail=str(step.below.value - Decimal("0.001")))) == amount
