"""Every value as text and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.identity import Identity
from slaeditor.model.agreement.needs import Harm, ServiceNeed
from slaeditor.model.agreement.remedies import Remedies
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target
from slaeditor.model.errors import ParseError
from slaeditor.model.quantities import Duration, Money, Percent, Unit
from slaeditor.model.terms import Shape, field
from slaeditor.ui.editors import codes
from slaeditor.ui.editors.typed import parse, text_of
from tests.filled import filled_document, one_leaf_of_each

DOCUMENT = filled_document()


def test_every_value_can_be_typed_again() -> None:
    for path, declared, value in one_leaf_of_each(DOCUMENT):
        assert parse(DOCUMENT, declared, text_of(DOCUMENT, declared, value)) == value, path


DECIMALS = st.decimals(min_value=Decimal("-1e6"), max_value=Decimal("1e9"), allow_nan=False, places=6).map(
    lambda d: d.normalize()
)


@given(DECIMALS, st.sampled_from(["EUR", "TRY", "JPY", "KWD"]))
def test_money_comes_back_to_the_last_digit(amount: Decimal, currency: str) -> None:
    money = Money(amount, currency)
    declared = field(Service, "monthly_fee")
    assert parse(DOCUMENT, declared, text_of(DOCUMENT, declared, money)) == money


@given(DECIMALS)
def test_percents_come_back_to_the_last_digit(share: Decimal) -> None:
    declared = field(Remedies, "monthly_cap")
    assert parse(DOCUMENT, declared, text_of(DOCUMENT, declared, Percent(share))) == Percent(share)


@given(st.integers(1, 100_000), st.sampled_from([None, "calendar-1", "calendar-2"]))
def test_durations_come_back_with_their_clock(amount: int, calendar: str | None) -> None:
    declared = field(Target, "restore")
    for value in (Duration(amount, Unit.MINUTES, calendar), Duration(amount, Unit.WORKING_DAYS, "calendar-2")):
        assert parse(DOCUMENT, declared, text_of(DOCUMENT, declared, value)) == value


@pytest.mark.parametrize(
    ("shape", "typed", "code"),
    [
        (Shape.COUNTRY, "Turkey", "TR"),
        (Shape.COUNTRY, "Türkiye", "TR"),
        (Shape.COUNTRY, "tr", "TR"),
        (Shape.COUNTRY, "UK", "GB"),
        (Shape.CURRENCY, "€", "EUR"),
        (Shape.LANGUAGE, "Turkish", "tr"),
    ],
)
def test_a_code_may_be_written_as_people_call_it(shape: Shape, typed: str, code: str) -> None:
    assert codes.parse(shape, typed) == code


@pytest.mark.parametrize("shape", sorted(codes.CODED, key=str))
def test_what_is_given_as_an_example_is_understood(shape: Shape) -> None:
    with pytest.raises(ParseError) as refused:
        codes.parse(shape, "Utopia 7")
    example = str(refused.value).partition("for example ")[2].rstrip(".")
    for words in example.split(" or "):
        assert codes.parse(shape, words)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("effective", "next week", "is not a date"),
        ("effective", "31.2.2027", "is not a date"),
        ("initial_months", "2.5", "not a whole number"),
        ("currency", "Taler", "is no currency"),
        ("languages", "Turkish, Klingonian", "is no language"),
        ("provider_zone", "Istanbul", "is no time zone"),
        ("renewal", "perhaps", "is none of"),
    ],
)
def test_what_is_no_value_is_refused_in_a_sentence(name: str, text: str, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        parse(DOCUMENT, field(Identity, name), text)


def test_a_row_is_named_by_its_name_or_its_code() -> None:
    declared = field(Target, "services")
    code, name = DOCUMENT.services.items[0].code, DOCUMENT.services.items[1].name
    assert parse(DOCUMENT, declared, f"{code}; {name.upper()}") == ("service-1", "service-2")
    with pytest.raises(ParseError, match="not in the agreement"):
        parse(DOCUMENT, declared, "Something else")


@pytest.mark.parametrize(
    ("money", "shown"),
    [
        (Money(Decimal(18000), "EUR"), "EUR 18,000.00"),
        (Money(Decimal("0.5"), "EUR"), "EUR 0.50"),
        (Money(Decimal(18000), "JPY"), "JPY 18,000"),
        (Money(Decimal("1.125"), "KWD"), "KWD 1.1250"),
        (Money(Decimal("18000.125"), "KWD"), "KWD 18,000.125"),
    ],
)
def test_an_amount_is_shown_as_the_agreement_prints_it(money: Money, shown: str) -> None:
    declared = field(Service, "monthly_fee")
    assert text_of(DOCUMENT, declared, money) == shown
    printed = str(money).replace("\u00a0", " ")
    assert shown in (printed, printed + "0")  # one more zero where the printed thousandths could be typed for thousands
    assert parse(DOCUMENT, declared, shown) == money


@pytest.mark.parametrize("typed", ["18 000.00 EUR", "EUR 18,000", "18.000,00 €", "18000", "EUR\u00a018,000.00"])
def test_an_amount_is_typed_as_people_write_it(typed: str) -> None:
    assert parse(DOCUMENT, field(Service, "monthly_fee"), typed) == Money(Decimal(18000), DOCUMENT.identity.currency)


def test_counts_are_grouped_and_typed_either_way() -> None:
    declared = field(Service, "users")
    assert text_of(DOCUMENT, declared, 30000) == "30,000"
    assert [parse(DOCUMENT, declared, typed) for typed in ("30,000", "30.000", "30 000", "30000")] == [30000] * 4
    assert text_of(DOCUMENT, field(Calendar, "last_year"), 2027) == "2027"


@pytest.mark.parametrize("typed", ["none", "No", "NONE.", "nothing", "yok", "Hayır", "hayır", "sıfır"])
def test_nobody_may_lose_anything_is_a_length_of_zero(typed: str) -> None:
    for name in ("tolerable_data_loss", "tolerable_outage"):
        assert parse(DOCUMENT, field(ServiceNeed, name), typed) == Duration(0)
    assert parse(DOCUMENT, field(ServiceNeed, "harm"), typed) is Harm.NONE
    with pytest.raises(ParseError):
        parse(DOCUMENT, field(Target, "restore"), typed)  # no time is promised, or one of nothing: that is not clear


def test_people_in_danger_are_told_by_what_was_said() -> None:
    for typed in ("people endangered", "Danger to life", "yes", "danger to people"):
        assert parse(DOCUMENT, field(ServiceNeed, "harm"), typed) is Harm.DANGER_TO_PEOPLE
    with pytest.raises(ParseError, match="is none of these"):
        parse(DOCUMENT, field(ServiceNeed, "harm"), "perhaps")
