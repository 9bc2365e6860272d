"""Quantities parse what people type, print what they mean, and refuse what has two readings."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.errors import ParseError
from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent, Unit, exact

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("99.95", "99.95"), ("99,95", "99.95"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("46 500", "46500"),
     ("1.234.567", "1234567"), ("0.125", "0.125"), ("-3", "-3"), (".5", "0.5"), ("12'000", "12000"), ("1500", "1500")],
)  # fmt: skip
def test_exact_reads_both_decimal_marks(typed: str, meant: str) -> None:
    assert exact(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed", ["", "abc", "1.500", "1,500", "1.2.3", "1,2,3.4", "1..2", "--1", "1e5", "٣x", "1.23,4,5"]
)
def test_exact_refuses_what_is_no_number_or_has_two_readings(typed: str) -> None:
    with pytest.raises(ParseError):
        exact(typed)


@pytest.mark.parametrize(("typed", "meant"), [("1.500", 1500), ("1,500", 1500), ("1500", 1500), ("30 000", 30000)])
def test_a_whole_number_has_one_reading(typed: str, meant: int) -> None:
    assert exact(typed, places=0) == meant


def test_what_has_two_readings_is_refused_with_both() -> None:
    with pytest.raises(ParseError, match=r"write 9000 or 9\.0000"):
        exact("9,000")


@given(decimals)
def test_equal_figures_have_one_writing(value: Decimal) -> None:
    scaled = Number(value), Number(value.quantize(Decimal("1.000000")))
    assert scaled[0] == scaled[1]
    assert str(scaled[0]) == str(scaled[1])
    assert "E" not in str(scaled[0])
    assert hash(scaled[0]) == hash(scaled[1])


def test_percent_and_number_are_told_apart() -> None:
    assert Percent("5") != Number("5")
    assert Percent.parse("%99,95") == Percent.parse("99.95 %") == Percent("99.95")
    assert str(Percent("100")) == "100%"


@pytest.mark.parametrize("typed", ["99.995", "99,995", "99.995 %", "%99,995"])
def test_a_percent_with_three_decimals_has_one_reading(typed: str) -> None:
    assert Percent.parse(typed) == Percent("99.995")


def test_no_working_days_are_still_working_days() -> None:
    assert Duration.parse("0 wd", "cal") == Duration(0, Unit.WORKING_DAYS, "cal")
    with pytest.raises(ParseError):
        Duration.parse("0 wd 2 h", "cal")


def test_nothing_needs_no_unit() -> None:
    assert Duration.parse(" 0 ") == Duration(0)
    assert Duration.parse("0", "cal") == Duration(0, Unit.MINUTES, "cal")
    with pytest.raises(ParseError, match="add a unit"):
        Duration.parse("10")


def test_figures_are_frozen_and_can_be_sent_to_another_process() -> None:
    with pytest.raises(AttributeError):
        Percent("1").value = Decimal(2)
    assert pickle.loads(pickle.dumps((Percent("99.95"), ClockTime(540)))) == (Percent("99.95"), ClockTime(540))


@pytest.mark.parametrize("bad", ["NaN", "Infinity", "x"])
def test_a_figure_is_finite(bad: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Number(bad)


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("46500", "46500", "EUR"),
        ("46,500.00 TRY", "46500", "TRY"),
        ("€ 12", "12", "EUR"),
        ("100 TL", "100", "TRY"),
        ("usd 5", "5", "USD"),
    ],
)
def test_money_reads_codes_and_symbols(typed: str, amount: str, currency: str) -> None:
    assert Money.parse(typed, "EUR") == Money(Decimal(amount), currency)


CURRENCIES = st.sampled_from(["EUR", "TRY", "JPY", "USD"])


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from(["", "-", "+"]), CURRENCIES)
def test_three_digits_after_a_mark_are_thousands_of_a_currency_without_thousandths(
    head: int, tail: int, mark: str, sign: str, currency: str
) -> None:
    amount = Decimal(f"{sign}{head}{tail:03}")
    for typed in (f"{sign}{head}{mark}{tail:03}", f"{currency} {sign}{head}{mark}{tail:03}"):
        assert Money.parse(typed, currency) == Money(amount, currency)
    with pytest.raises(ParseError, match="two ways"):
        Money.parse(f"{sign}{head}{mark}{tail:03}", "KWD")


@given(decimals, CURRENCIES)
def test_money_as_it_is_printed_is_never_read_as_another_amount(amount: Decimal, currency: str) -> None:
    for value in (amount, amount.quantize(Decimal("0.001")), amount % 1000):
        money = Money(value, currency)
        assert Money.parse(str(money), "USD") == money


def test_money_prints_its_minor_unit_and_never_rounds() -> None:
    assert str(Money(Decimal(46500), "EUR")) == "EUR\u00a046,500.00"
    assert str(Money(Decimal("1.005"), "EUR")) == "EUR\u00a01.0050"
    assert str(Money(Decimal(1500), "JPY")) == "JPY\u00a01,500"
    with pytest.raises(ParseError):
        Money.parse("100", "")


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [("4h", 240, Unit.MINUTES), ("90 min", 90, Unit.MINUTES), ("1 h 30", 90, Unit.MINUTES), ("1h30m", 90, Unit.MINUTES),
     ("1:30", 90, Unit.MINUTES), ("0,5 h", 30, Unit.MINUTES), ("2 wd", 2, Unit.WORKING_DAYS), ("5 working days", 5, Unit.WORKING_DAYS),
     ("3 iş günü", 3, Unit.WORKING_DAYS), ("4 saat", 240, Unit.MINUTES), ("30 dk", 30, Unit.MINUTES), ("0 min", 0, Unit.MINUTES)],
)  # fmt: skip
def test_durations_read_what_people_type(typed: str, amount: int, unit: Unit) -> None:
    assert Duration.parse(typed, "cal") == Duration(amount, unit, "cal")


@pytest.mark.parametrize(
    "typed", ["", "4", "1 day", "2 weeks", "3 gün", "4 parsecs", "1 wd 2 h", "0.01 h", "-4 h", "99999999999 h", "h"]
)
def test_durations_refuse_what_has_no_unit_or_two_readings(typed: str) -> None:
    with pytest.raises(ParseError):
        Duration.parse(typed, "cal")


def test_working_days_need_a_calendar() -> None:
    with pytest.raises(ParseError, match="calendar"):
        Duration.parse("2 wd")


@given(st.integers(0, 100_000), st.sampled_from(["cal", None]))
def test_a_printed_duration_reads_back(minutes: int, calendar: str | None) -> None:
    duration = Duration(minutes, calendar=calendar)
    assert Duration.parse(duration.short(), calendar) == duration
    assert Duration.parse(duration.length(), calendar) == duration


def test_durations_on_two_clocks_compare_only_when_it_is_sure() -> None:
    assert Duration(60).against(Duration(60, calendar="cal")) == -1
    assert Duration(60, calendar="cal").against(Duration(60)) == 1
    assert Duration(120).against(Duration(60, calendar="cal")) is None
    assert Duration(60, calendar="a").against(Duration(60, calendar="b")) is None
    assert Duration(1, Unit.WORKING_DAYS, "a").against(Duration(60, calendar="a")) is None
    assert Duration(2, Unit.WORKING_DAYS, "a").against(Duration(1, Unit.WORKING_DAYS, "a")) == 1


@pytest.mark.parametrize(
    ("typed", "minute"), [("9", 540), ("9:30", 570), ("09.30", 570), ("0930", 570), ("24:00", 1440), ("0:00", 0)]
)
def test_clock_times_read_what_people_type(typed: str, minute: int) -> None:
    assert ClockTime.parse(typed) == ClockTime(minute)


@pytest.mark.parametrize("typed", ["", "25", "24:01", "9:60", "noon"])
def test_clock_times_refuse_the_rest(typed: str) -> None:
    with pytest.raises(ParseError):
        ClockTime.parse(typed)


@given(st.integers(0, 1440))
def test_a_printed_time_reads_back(minute: int) -> None:
    assert ClockTime.parse(str(ClockTime(minute))).minute == minute
