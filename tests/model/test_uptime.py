"""Availability with excluded time on both sides, chains of components, and the months of a promise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Availability, Rounding
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.services import Component, Service
from slaeditor.model.arithmetic.exact import rounded
from slaeditor.model.arithmetic.months import MonthAllowance, least, months
from slaeditor.model.arithmetic.uptime import serial, uptime
from slaeditor.model.clock.compiled import Compiled, compile_calendar
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.quantities import Percent

HOUR = 3600


def percent(base: int, excluded: int, downtime: int, rule: Availability | None = None) -> str:
    found = uptime(base, excluded, downtime, rule)
    assert found is not None
    return str(found.percent)


def test_excluded_time_leaves_both_sides() -> None:
    rule = Availability(digits=3)
    assert percent(720 * HOUR, 0, 43 * 60 + 12, rule) == "99.9%"
    # 8 h excluded of 720: 712 h are judged, 43 min 12 s of them down are 99.8988…, no longer 99.9
    assert percent(720 * HOUR, 8 * HOUR, 43 * 60 + 12, rule) == "99.899%"
    assert percent(712 * HOUR, 0, 43 * 60 + 12, rule) == "99.899%"
    assert uptime(HOUR, HOUR, 0) is None
    found = uptime(720 * HOUR, 2 * HOUR, 1300)
    assert found is not None
    assert found.steps[-1] == "Availability: 717 h 38 min 20 s ÷ 718 h = 99.9497%."


@pytest.mark.parametrize(
    ("mode", "shown"),
    [(Rounding.HALF_UP, "99.9"), (Rounding.HALF_EVEN, "99.9"), (Rounding.DOWN, "99.89"), (Rounding.UP, "99.9")],
)
def test_rounding_is_the_agreements(mode: Rounding, shown: str) -> None:
    assert percent(100000, 0, 105, Availability(digits=2, rounding=mode)) == shown + "%"  # 99.895
    assert rounded(Fraction("2.5"), 0, mode) == {Rounding.HALF_UP: 3, Rounding.UP: 3}.get(mode, 2)


def test_times_that_cannot_be_are_refused() -> None:
    for times in ((-1, 0, 0), (10, 11, 0), (10, 5, 6)):
        with pytest.raises(ValueError, match="time"):
            uptime(*times)


@given(st.integers(1, 10**7), st.data())
def test_more_downtime_is_never_better_and_the_bounds_hold(base: int, data: st.DataObject) -> None:
    excluded = data.draw(st.integers(0, base - 1))
    lengths = sorted(data.draw(st.lists(st.integers(0, base - excluded), min_size=2, max_size=4)))
    found = [one.exact for down in lengths if (one := uptime(base, excluded, down)) is not None]
    assert len(found) == len(lengths)
    assert all(0 <= one <= 1 for one in found)
    assert all(first >= second for first, second in pairwise(found))


@given(st.fractions(-100, 100), st.integers(0, 6), st.sampled_from(Rounding))
def test_rounding_moves_by_less_than_a_unit_of_the_last_place(value: Fraction, digits: int, mode: Rounding) -> None:
    found = Fraction(rounded(value, digits, mode))
    assert abs(found - value) < Fraction(1, 10**digits)
    assert rounded(found, digits, mode) == found


def test_a_chain_reaches_the_product_of_its_parts() -> None:
    parts = (
        Component(id="a", availability=Percent("99.9")),
        Component(id="b", availability=Percent("99.9")),
        Component(id="c", availability=Percent("90"), serial=False),
        Component(id="d"),
    )
    found = serial(Service(id="s", components=parts))
    assert found is not None
    assert (str(found.percent), found.formula) == ("99.8001%", "99.9% × 99.9% = 99.8001%")
    assert found.carries(Percent("99.8001"))
    assert not found.carries(Percent("99.8002"))
    assert serial(Service(id="s", components=parts[2:])) is None


def test_imaging_cannot_keep_what_its_storage_does_not_promise() -> None:
    carried = {
        service.id: found.carries(Percent("99.9"))
        for service in shipped.sample().services.items
        if (found := serial(service)) is not None
    }
    assert carried["imaging"] is False
    assert carried["laboratory"] is True


def clock(document: Agreement, name: str, zone: str = "") -> Compiled:
    calendar: Calendar = next(one for one in document.hours.calendars if one.id == name)
    calendar = msgspec.structs.replace(calendar, zone=zone or calendar.zone)
    return compile_calendar(calendar, date(2027, 1, 1), date(2027, 12, 31), public_holidays)


def of(document: Agreement, service: str, share: str, hours: str, zone: str = "") -> tuple[MonthAllowance, ...]:
    return months(document, service, Percent(share), clock(document, hours, zone), 2027)


def test_the_hospital_has_twenty_one_minutes_and_its_windows_would_use_nearly_nine_hours() -> None:
    hospital = shipped.sample()
    found = of(hospital, "patient-record", "99.95", "around-the-clock")
    assert found[3].allowed == Decimal("21.6") * 60
    assert {one.excluded for one in found} == {8 * HOUR, 10 * HOUR, 6 * HOUR}
    assert all(one.counted == 0 for one in found)
    windows = tuple(msgspec.structs.replace(one, counts_as_downtime=True) for one in hospital.maintenance.windows)
    counted = msgspec.structs.replace(
        hospital, maintenance=msgspec.structs.replace(hospital.maintenance, windows=windows, blackouts=())
    )
    found = of(counted, "patient-record", "99.95", "around-the-clock")
    assert sum(one.counted for one in found) == 52 * 2 * HOUR  # 8.7 hours a month
    assert all(one.left < 0 for one in found)
    assert all(one.excluded == 0 for one in found)


def test_excluded_maintenance_lessens_what_is_allowed() -> None:
    (january, *_) = of(shipped.sample(), "laboratory", "99.9", "around-the-clock")
    assert january.judged == Decimal(31 * 24 - 8) * HOUR / 1000
    assert january.left == january.judged


def test_months_tell_their_change_of_clocks_and_their_closed_days() -> None:
    found = of(shipped.sample(), "billing", "99.5", "office-hours", "Europe/Vienna")
    assert [one.shift // HOUR for one in found] == [0, 0, -1, 0, 0, 0, 0, 0, 0, 1, 0, 0]
    assert date(2027, 4, 23) in found[3].closed
    assert date(2027, 10, 28) in found[9].closed  # the eve of Republic Day
    assert least(found).left == min(one.left for one in found)
    assert all(one.excluded == 0 for one in found)  # Sunday nights lie outside office hours
