"""Section 5 of a standard: the calendars that all standards share by name, and who uses which."""

from __future__ import annotations

from slaeditor.model.agreement.hours import Calendar, HalfDay, Hours, Opening, ServiceHours, Weekday
from slaeditor.model.quantities import ClockTime
from tools.standards.figures import ALWAYS, EXTENDED, WORKING
from tools.standards.industry import Industry, Place

WEEKDAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)
ALL_DAYS = tuple(Weekday)
LAST_YEAR = 2032
"""The last year whose holidays are certain; movable feasts of later years are estimates."""


def opening(days: tuple[Weekday, ...], opens: str, closes: str) -> Opening:
    """A weekly interval, named after its first and last day."""
    identifier = f"{days[0].value}-{days[-1].value}"
    return Opening(id=identifier, days=days, opens=ClockTime.parse(opens), closes=ClockTime.parse(closes))


def calendar(place: Place, identifier: str, name: str, *week: Opening) -> Calendar:
    """A calendar that is closed on public holidays and closes early on their eves where the country does so."""
    first = min(interval.opens for interval in week if interval.opens)
    last = max(interval.closes for interval in week if interval.closes)
    return Calendar(
        id=identifier,
        name=name,
        zone=place.zone,
        week=week,
        holiday_country=place.country,
        holiday_subdivision=place.subdivision,
        half_days=tuple(
            HalfDay(id=eve, name=name, eve_of=holiday, opens=first, closes=ClockTime.parse(closes))
            for eve, name, holiday, closes in place.eves
        ),
        cut_off=last,
        last_year=LAST_YEAR,
    )


def hours(industry: Industry) -> Hours:
    """The section with its three common calendars and those that the industry adds."""
    place = industry.place
    always = Calendar(
        id=ALWAYS,
        name="Around the clock",
        zone=place.zone,
        week=(opening(ALL_DAYS, "00:00", "24:00"),),
    )
    return Hours(
        calendars=(
            always,
            calendar(place, WORKING, "Working hours", *industry.week),
            calendar(place, EXTENDED, "Extended hours", *industry.extended),
            *industry.more_calendars,
        ),
        service_hours=ALWAYS,
        support_hours=industry.default_support,
        measurement_hours=ALWAYS,
        service_exceptions=tuple(
            ServiceHours(
                id=f"hours-{offer.service.id}",
                services=(offer.service.id,),
                service_hours=offer.service_hours or ALWAYS,
                support_hours=offer.support_hours or industry.default_support,
                remark=offer.hours_remark,
            )
            for offer in industry.offers
            if offer.service_hours or offer.support_hours
        ),
        counting=COUNTING,
    )


COUNTING = (
    "A time that begins while its calendar is closed begins to run at the next opening. A time that is used up exactly at "
    "closing time is due at closing time. Working Days are counted in dates that have open hours, and the time of day is "
    "kept. Public holidays are closed for the whole local date, unless the calendar gives that date hours of its own. Open hours "
    "are local time; in a night in which the clocks change they last as long as they really last. Dates follow the time "
    "zone of the calendar in which a time is counted. The time zone of the calendar also decides where the parties work in "
    "different zones."
)
