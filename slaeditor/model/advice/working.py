"""Which calendar a service is used in and supported in, as far as the answers and the criticality say."""

from __future__ import annotations

from slaeditor.model.advice.criticality import Case
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.agreement.needs import Intensity
from slaeditor.model.clock.rules import week_of
from slaeditor.model.quantities import ClockTime, Duration, Unit

ALWAYS = "around-the-clock"
"""The id of the calendar that is proposed where an agreement has none that is always open."""


def is_always_open(calendar: Calendar) -> bool:
    """Whether the calendar is open at every minute of every day."""
    if calendar.holiday_country or calendar.closed_days or calendar.half_days:
        return False
    whole = {
        day
        for opening in calendar.week
        if opening.opens == ClockTime(0) and opening.closes == ClockTime(1440)
        for day in opening.days
    }
    return whole == set(Weekday)


def always_open(document: Agreement) -> str | None:
    """The id of a calendar that is always open."""
    return next((calendar.id for calendar in document.hours.calendars if is_always_open(calendar)), None)


def around_the_clock(document: Agreement) -> Calendar:
    """A calendar that is always open, for an agreement that has none."""
    opening = Opening(id="every-day", days=tuple(Weekday), opens=ClockTime(0), closes=ClockTime(1440))
    return Calendar(id=ALWAYS, name="Around the clock", zone=document.identity.provider_zone, week=(opening,))


def office(document: Agreement) -> str | None:
    """The calendar of ordinary support: the agreement's support hours, or its first calendar that is sometimes closed."""
    hours = document.hours
    named = next((calendar for calendar in hours.calendars if calendar.id == hours.support_hours), None)
    if named is not None and not is_always_open(named):
        return named.id
    return next((calendar.id for calendar in hours.calendars if not is_always_open(calendar)), None)


def used_in(case: Case) -> str | None:
    """The calendar in which the service is used; None when nobody said."""
    match case.need.usage:
        case Intensity.AROUND_THE_CLOCK:
            return always_open(case.document) or ALWAYS
        case Intensity.EXTENDED_HOURS:
            return case.need.usage_hours
        case Intensity.WORKING_HOURS:
            return case.need.usage_hours or office(case.document)
        case None:
            return None


def supported_in(case: Case) -> str | None:
    """The calendar in which support is proposed: ordinary support, or the hours of use.

    The hours of use are taken where the criticality asks for them, and where ordinary support would go on when nobody can use it.
    """
    wide = case.profile is not None and case.profile.around_the_clock
    if wide and case.need.usage in (Intensity.AROUND_THE_CLOCK, Intensity.EXTENDED_HOURS):
        return used_in(case)
    ordinary, use = office(case.document), used_in(case)
    calendars = {one.id: one for one in case.document.hours.calendars}
    if ordinary in calendars and use in calendars and _reaches_beyond(calendars[ordinary], calendars[use]):
        return use
    return ordinary


def _reaches_beyond(support: Calendar, use: Calendar) -> bool:
    """Whether support would be open on a weekday at a minute at which the service cannot be used, by the same clock."""
    return support.zone == use.zone and any(
        not any(opens <= start and stop <= closes for opens, closes in used)
        for supported, used in zip(week_of(support.week), week_of(use.week), strict=True)
        for start, stop in supported
    )


def is_supported_always(case: Case) -> bool:
    """Whether support is proposed around the clock."""
    calendar = supported_in(case)
    return calendar is not None and calendar in (ALWAYS, always_open(case.document))


def counted(case: Case, length: Duration | None) -> Duration | None:
    """A time of a profile on the clock of the service: elapsed where support never closes, otherwise open minutes of support."""
    if length is None or length.calendar is not None or length.unit is Unit.WORKING_DAYS or is_supported_always(case):
        return length
    return Duration(length.amount, length.unit, supported_in(case))
