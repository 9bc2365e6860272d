"""What a change means in money: exact where it follows, silent where it does not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.remedies import Basis, CreditSchedule, OccurrenceCredit, Threshold
from slaeditor.model.agreement.services import Service
from slaeditor.model.compare import compare
from slaeditor.model.edits import Edit, InsertRow, RemoveRow, SetTerm, Several, apply
from slaeditor.model.money_effect import Effect, Measure, effect, total_fee
from slaeditor.model.quantities import Money, Percent

MAIL, ERP = ("services", "items", "mail"), ("services", "items", "erp")
YEARLY = SetTerm(("remedies", "yearly_cap"), Percent("6"))


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def section(document: Agreement, name: str, **terms: Any) -> Agreement:
    return msgspec.structs.replace(document, **{name: msgspec.structs.replace(getattr(document, name), **terms)})


def start() -> Agreement:
    found = section(
        Agreement(),
        "services",
        items=(
            Service(id="mail", name="E-mail", monthly_fee=euros("1000")),
            Service(id="erp", name="ERP", monthly_fee=euros("250.50")),
        ),
    )
    found = section(found, "availability", promises=(AvailabilityPromise(id="p", services=("mail", "erp")),))
    return section(
        found,
        "remedies",
        monthly_cap=Percent("10"),
        yearly_cap=Percent("5"),
        schedules=(
            CreditSchedule(
                id="one", metrics=("availability:p:mail",), thresholds=(Threshold(id="t", credit=Percent("5")),)
            ),
            CreditSchedule(
                id="whole",
                metrics=("availability:p:mail", "availability:p:erp"),
                basis=Basis.WHOLE_FEE,
                thresholds=(Threshold(id="t", credit=Percent("5")),),
            ),
            CreditSchedule(
                id="several",
                metrics=("availability:p:mail", "availability:p:erp"),
                thresholds=(Threshold(id="t", credit=Percent("5")),),
            ),
        ),
        occurrences=(OccurrenceCredit(id="late", name="Late report", amount=euros("50"), most=4),),
    )


def effects(*edits: Edit, old: Agreement | None = None) -> list[Effect | None]:
    old = old or start()
    new = apply(old, Several("", edits))
    return [effect(old, new, change) for change in compare(old, new)]


def told(found: Effect | None) -> tuple[Measure, str, str, str]:
    assert found is not None
    return (
        found.measure,
        found.old.formula if found.old else "",
        found.new.formula if found.new else "",
        f"{found.difference.amount} {found.difference.currency}",
    )


def credit(schedule: str, percent: str) -> SetTerm:
    return SetTerm(("remedies", "schedules", schedule, "thresholds", "t", "credit"), Percent(percent))


@pytest.mark.parametrize(
    ("edit", "measure", "old", "new", "difference"),
    [
        (SetTerm((*MAIL, "monthly_fee"), euros("1200")), Measure.FEES_A_YEAR, "EUR 1,000.00 × 12", "EUR 1,200.00 × 12", "2400 EUR"),
        (RemoveRow(ERP), Measure.FEES_A_YEAR, "EUR 250.50 × 12", "", "-3006 EUR"),
        (InsertRow(MAIL[:2], Service(id="x", monthly_fee=euros("10"))), Measure.FEES_A_YEAR, "", "EUR 10.00 × 12", "120 EUR"),
        (SetTerm(("remedies", "monthly_cap"), Percent("8")), Measure.CAP_A_MONTH, "10% × EUR 1,250.50", "8% × EUR 1,250.50", "-25.01 EUR"),
        (YEARLY, Measure.CAP_A_YEAR, "5% × EUR 1,250.50 × 12", "6% × EUR 1,250.50 × 12", "150.06 EUR"),
        (credit("one", "10"), Measure.CREDIT_A_MONTH, "5% × EUR 1,000.00", "10% × EUR 1,000.00", "50 EUR"),
        (credit("whole", "10"), Measure.CREDIT_A_MONTH, "5% × EUR 1,250.50", "10% × EUR 1,250.50", "62.525 EUR"),
        (SetTerm(("remedies", "occurrences", "late", "most"), 6), Measure.EVENTS_A_MONTH, "EUR 50.00 × 4", "EUR 50.00 × 6", "100 EUR"),
    ],
)  # fmt: skip
def test_the_effect_is_exact_and_says_its_formula(
    edit: Edit, measure: Measure, old: str, new: str, difference: str
) -> None:
    (found,) = effects(edit)
    measured, before, after, amount = told(found)
    assert (measured, before.replace("\xa0", " "), after.replace("\xa0", " ")) == (measure, old, new)
    assert amount == difference


def test_nothing_is_said_where_nothing_exact_can_be_said() -> None:
    without_fee = apply(start(), SetTerm((*ERP, "monthly_fee"), None))
    dollars = apply(start(), SetTerm((*ERP, "monthly_fee"), Money(Decimal(5), "USD")))
    cap = SetTerm(("remedies", "monthly_cap"), Percent("8"))
    assert effects(cap, old=without_fee) == [None], "a service without a fee"
    assert effects(cap, old=dollars) == [None], "two currencies"
    assert effects(credit("several", "10")) == [None], "the fees of two services"
    assert effects(SetTerm((*MAIL, "monthly_fee"), Money(Decimal(1200), "USD"))) == [None], "another currency"
    assert effects(SetTerm(("remedies", "monthly_cap"), None)) == [None], "no cap is no sum"
    assert effects(SetTerm((*MAIL, "users"), 5)) == [None]


def test_a_cap_is_of_the_fees_of_its_own_document() -> None:
    found = effects(SetTerm((*MAIL, "monthly_fee"), euros("2000")), SetTerm(("remedies", "monthly_cap"), Percent("5")))
    cap = next(one for one in found if one is not None and one.measure is Measure.CAP_A_MONTH)
    assert cap.difference == euros("-12.525")
    assert total_fee(start()) == euros("1250.50")
    assert total_fee(Agreement()) is None


@given(before=st.decimals(0, 1_000_000, places=2), after=st.decimals(0, 1_000_000, places=2))
def test_a_year_of_fees_is_twelve_times_the_month_to_the_cent(before: Decimal, after: Decimal) -> None:
    old = apply(start(), SetTerm((*MAIL, "monthly_fee"), Money(before, "EUR")))
    found = [one for one in effects(SetTerm((*MAIL, "monthly_fee"), Money(after, "EUR")), old=old) if one is not None]
    assert [one.difference.amount for one in found] == ([(after - before) * 12] if after != before else [])
