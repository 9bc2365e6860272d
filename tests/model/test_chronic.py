"""Chronic failure: which months make it up, and from when the right is there."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement.remedies import ChronicFailure
from slaeditor.model.arithmetic.chronic import arising, chronic, counting_metrics, immediate, impossible
from slaeditor.model.arithmetic.results import Measured, Result
from slaeditor.model.quantities import Number
from tests.model.credit_case import MAIL, agreement, month


def rule(missed: int | None = 3, of: int | None = 6, *, consecutive: bool = False) -> ChronicFailure:
    return ChronicFailure(id="c", missed=missed, of=of, consecutive=consecutive)


@pytest.mark.parametrize(
    ("flags", "given_rule", "arises", "counted"),
    [
        ("x.x..x", rule(), 5, (0, 2, 5)),
        ("x.x...x", rule(), None, ()),
        ("x.x...x", rule(of=None), 6, (0, 2, 6)),
        ("x......x.x.x", rule(), 11, (7, 9, 11)),
        ("xx.xx.xxx", rule(of=None, consecutive=True), 8, (6, 7, 8)),
        ("xx", rule(missed=2, of=None, consecutive=True), 1, (0, 1)),
        ("xxxxxx", rule(missed=7), None, ()),
        ("xxx", rule(missed=None), None, ()),
        ("", rule(), None, ()),
    ],
)
def test_by_hand(flags: str, given_rule: ChronicFailure, arises: int | None, counted: tuple[int, ...]) -> None:
    found = arising(given_rule, [mark == "x" for mark in flags])
    assert (found.arises, found.counted) == (arises, counted)


@given(st.lists(st.booleans(), max_size=40), st.integers(1, 6), st.integers(1, 8))
def test_the_right_arises_with_the_first_stretch_that_holds_enough(flags: list[bool], missed: int, of: int) -> None:
    found = arising(rule(missed, of), flags)
    full = [last for last in range(len(flags)) if sum(flags[max(0, last + 1 - of) : last + 1]) >= missed]
    assert found.arises == (full[0] if full else None)
    assert (found.arises is not None) <= (not impossible(rule(missed, of)))


def test_rules_that_never_or_always_hold_are_told() -> None:
    assert impossible(rule(4, 3))
    assert not impossible(rule(3, 3))
    assert immediate(rule(0))
    assert not immediate(rule(1))


def test_months_count_when_a_metric_of_the_rule_is_worse_than_agreed() -> None:
    document = agreement(chronic=(msgspec.structs.replace(rule(2, 3), metrics=(MAIL,)), rule(3, 3)))
    months = [month(mail="99.8"), month(erp="98"), month(mail="99.9"), month(mail="99.89"), month(erp="1")]
    mail, any_metric = chronic(document, months)
    assert mail.missed == (True, False, False, True, False)
    assert mail.arises is None
    assert any_metric.missed == (True, True, False, True, True)
    assert chronic(document, [month(mail="1"), Measured(), month(mail="1")])[0].arises == 2


def test_it_says_which_months_count() -> None:
    document = agreement(chronic=(msgspec.structs.replace(rule(2, 3), name="Mail", metrics=(MAIL,)),))
    bad, good = month(mail="1"), month()

    def said(*months: Measured) -> str:
        return chronic(document, months)[0].sentence

    assert said(good) == "Mail: no month is missed."
    assert said(bad, good, good, bad) == "Mail: missed in month 1, 4. The right has not arisen."
    assert said(good, bad, good, bad, bad) == "Mail: missed in month 2, 4. The right arises with month 4."


def test_services_narrow_the_metrics_that_count() -> None:
    document = agreement()
    narrow = msgspec.structs.replace(rule(), services=("mail",))
    assert [one.id for one in counting_metrics(document, narrow)] == [MAIL, "restore:p1"]


def test_two_months_in_a_row_on_patient_record_give_the_hospital_its_right() -> None:
    hospital = shipped.sample()
    metric = "availability:av-patient-record:patient-record"
    months = [Measured((Result(metric, Number(value)),)) for value in ("99.96", "99.94", "99.9")]
    arisen = {one.rule.id: one.arises for one in chronic(hospital, months)}
    assert arisen == {
        "repeated-patient-record": None, "repeated-laboratory": None, "repeated-imaging": None,
        "repeated-portal": None, "repeated-billing": None, "patient-record": 2,
    }  # fmt: skip
