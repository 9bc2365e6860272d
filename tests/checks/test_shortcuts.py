"""What is not tried out because it is sure is what trying it out would find."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.checks import simulation
from slaeditor.model.quantities import ClockTime, Duration, Unit
from tests.checks.case import sample

FIRST = date(2027, 1, 1)
CALENDARS = {
    **{one.id: one for one in sample().hours.calendars},
    "nights": Calendar(
        id="nights",
        name="Nights",
        zone="Europe/Berlin",
        week=(
            Opening(id="a", days=tuple(Weekday)[:5], opens=ClockTime(1200), closes=ClockTime(360), overnight=True),
            Opening(id="b", days=(Weekday.SATURDAY,), opens=ClockTime(600), closes=ClockTime(700)),
        ),
    ),
    "short": Calendar(
        id="short",
        name="Short days",
        zone="America/Santiago",
        cut_off=ClockTime(11 * 60),
        holiday_country="CL",
        week=(Opening(id="a", days=tuple(Weekday), opens=ClockTime(540), closes=ClockTime(780)),),
    ),
}


@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize("days", [1, 2, 5])
def test_working_days_that_are_surely_longer_are_never_overtaken(calendar: str, days: int) -> None:
    counting = CALENDARS[calendar]
    second = Duration(days, Unit.WORKING_DAYS, calendar)
    sure = 0
    for minutes in (0, 60, 239, 240, 300, 301, 600, 1200, 1440, 2400, 5760, 5761):
        for first in (Duration(minutes), Duration(minutes, calendar=calendar)):
            if simulation.surely_later(first, second, counting, FIRST):
                sure += 1
                own = counting if first.calendar else None
                assert simulation.worst(first, second, own, counting, FIRST, "UTC") is None, first
    assert sure > 0
