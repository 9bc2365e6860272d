"""Section 5, hours: calendars of open hours in a time zone, and which of them is used for what."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.quantities import ClockTime
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Weekday(enum.Enum):
    """A day of the week, Monday first (ISO 8601)."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


class Opening(Row, frozen=True, kw_only=True):
    """One weekly interval, half-open, local wall-clock, counted on the day it starts."""

    days: Annotated[tuple[Weekday, ...], term("Days", "The weekdays on which it starts.", names=True)] = ()
    opens: Annotated[ClockTime | None, term("Opens", "Local time, to the minute.")] = None
    closes: Annotated[ClockTime | None, term("Closes", "Local time, not included; 24:00 is midnight at the end of the day.")] = None
    overnight: Annotated[bool, term("Ends next day", "Whether it closes on the following day.")] = False


class ClosedDay(Row, frozen=True, kw_only=True):
    """A date closed in addition to the public holidays."""

    date: Annotated[date | None, term("Date", "The local date.")] = None
    name: Annotated[str, term("Occasion", "Why it is closed.", names=True)] = ""


class HalfDay(Row, frozen=True, kw_only=True):
    """Dates with shorter hours: one date, or the eve of a public holiday every year."""

    name: Annotated[str, term("Occasion", "What the day is called; for an eve, the holiday that follows.", names=True)] = ""
    date: Annotated[date | None, term("Date", "The local date; empty if it is the eve of the holiday named.")] = None
    eve_of: Annotated[str, term("Eve of", "The public holiday whose eve it is, as the holiday set names it.")] = ""
    opens: Annotated[ClockTime | None, term("Opens", "Local time.")] = None
    closes: Annotated[ClockTime | None, term("Closes", "Local time, not included.")] = None


class Calendar(Row, frozen=True, kw_only=True):
    """Open hours in one time zone."""

    name: Annotated[str, term("Calendar", "What the hours are called in the agreement.", names=True, obligatory=True)] = ""
    zone: Annotated[str, term("Time zone", "IANA name, such as Europe/Istanbul.", shape=Shape.ZONE, obligatory=True)] = ""
    week: Annotated[tuple[Opening, ...], rows("Weekly hours", "interval", "When the calendar is open in an ordinary week.", added=Better.HIGHER)] = ()
    holiday_country: Annotated[str, term("Public holidays of", "The country whose public holidays are closed (ISO 3166-1). Empty: none.", shape=Shape.COUNTRY)] = ""
    holiday_subdivision: Annotated[str, term("Region", "The subdivision whose holidays are added (ISO 3166-2, without the country).")] = ""
    closed_days: Annotated[tuple[ClosedDay, ...], rows("Extra closed days", "closed day", "Dates closed in addition to the public holidays.", added=Better.LOWER)] = ()
    half_days: Annotated[tuple[HalfDay, ...], rows("Half days", "half day", "Dates with shorter hours.")] = ()
    cut_off: Annotated[ClockTime | None, term("Cut-off", "A report after this time counts as made on the next working day. Empty: closing time.")] = None
    last_year: Annotated[int | None, term("Covered to the end of", "The last year for which the holidays are known.", unit="year")] = None


class ServiceHours(Row, frozen=True, kw_only=True):
    """Services with hours of their own."""

    services: Annotated[tuple[str, ...], term("Services", "The services that these hours are for.", refers="services", names=True)] = ()
    service_hours: Annotated[str | None, term("Service hours", "When these services can be used.", refers="calendars")] = None
    support_hours: Annotated[str | None, term("Support hours", "When support works on reports about them.", refers="calendars")] = None
    remark: Annotated[str, term("Remark", "What the calendar cannot say.")] = ""


class Hours(Section, frozen=True, kw_only=True):
    """Section 5."""

    calendars: Annotated[tuple[Calendar, ...], rows("Calendars", "calendar", "Open hours, each in one time zone.", obligatory=True)] = ()
    service_hours: Annotated[str | None, term("Service hours", "When the services can be used, unless a service says otherwise.", "The services can be used in the following hours: {}.", refers="calendars", obligatory=True)] = None
    support_hours: Annotated[str | None, term("Support hours", "When support works on reports.", "Support works on reports in the following hours, unless a target names others: {}.", refers="calendars", obligatory=True)] = None
    measurement_hours: Annotated[str | None, term("Measurement hours", "The minutes that availability counts, unless a promise says otherwise.", "Availability is measured in the following hours, unless a promise names others: {}.", refers="calendars", obligatory=True)] = None
    service_exceptions: Annotated[tuple[ServiceHours, ...], rows("Hours of single services", "exception", "Services with hours of their own.")] = ()
    counting: Annotated[str, term("Counting rules", "How time is counted in special cases.", "{}", shape=Shape.LONG)] = ""
