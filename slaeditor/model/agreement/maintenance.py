"""Section 11, maintenance: when the provider may take services down, after which notice, and when not."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.quantities import ClockTime, Duration
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Every(enum.Enum):
    """How a maintenance window comes back."""

    WEEK = "week"
    FIRST = "first_of_month"
    SECOND = "second_of_month"
    THIRD = "third_of_month"
    FOURTH = "fourth_of_month"
    LAST = "last_of_month"


class Window(Row, frozen=True, kw_only=True):
    """A recurring maintenance window."""

    name: Annotated[str, term("Window", "What it is called.", names=True)] = ""
    services: Annotated[tuple[str, ...], term("Services", "The services that it may take down. Empty: all.", refers="services", if_empty="All services")] = ()
    weekday: Annotated[Weekday, term("Weekday", "The day on which it starts.")] = Weekday.SUNDAY
    every: Annotated[Every, term("Every", "Every week, or the nth such day of the month.")] = Every.WEEK
    start: Annotated[ClockTime | None, term("Starts", "Local time.")] = None
    duration: Annotated[Duration | None, term("Lasts", "At most.", better=Better.LOWER)] = None
    zone: Annotated[str, term("Time zone", "IANA name.", shape=Shape.ZONE)] = ""
    counts_as_downtime: Annotated[bool, term("Counts as downtime", "Whether the time counts against availability.", better=Better.HIGHER)] = False


class Blackout(Row, frozen=True, kw_only=True):
    """A period without maintenance."""

    name: Annotated[str, term("Black-out", "What it is called.", names=True)] = ""
    start: Annotated[date | None, term("From", "First day, included; for a yearly one the year does not matter.")] = None
    end: Annotated[date | None, term("To", "Last day, included.")] = None
    yearly: Annotated[bool, term("Every year", "Whether it comes back every year on the same dates.", better=Better.HIGHER)] = True
    services: Annotated[tuple[str, ...], term("Services", "The services it protects. Empty: all.", refers="services", if_empty="All services")] = ()


class Maintenance(Section, frozen=True, kw_only=True):
    """Section 11."""

    windows: Annotated[tuple[Window, ...], rows("Maintenance windows", "window", "When the provider may take services down.", added=Better.LOWER)] = ()
    blackouts: Annotated[tuple[Blackout, ...], rows("Black-out periods", "black-out period", "When no maintenance takes place.", added=Better.HIGHER)] = ()
    notice: Annotated[Duration | None, term("Notice", "How long before it planned maintenance is announced.", "The Provider announces planned maintenance at least {} before it begins.", better=Better.HIGHER)] = None
    notice_channel: Annotated[str, term("Announced by", "How, and to whom, it is announced.", "The announcement is made by {}.")] = ""
    monthly_cap: Annotated[Duration | None, term("Monthly cap", "Most planned maintenance in a calendar month.", "Planned maintenance takes at most {} in a calendar month.", better=Better.LOWER)] = None
    overrun: Annotated[str, term("Overrun", "How time beyond the window is counted.", "{}", shape=Shape.LONG)] = ""
    emergency_definition: Annotated[str, term("Emergency maintenance", "What may be mended outside the windows.", "Emergency maintenance is {}.", shape=Shape.LONG)] = ""
    emergency_notice: Annotated[Duration | None, term("Notice of emergency maintenance", "How long before it is announced.", "The Provider announces emergency maintenance at least {} before it begins.", better=Better.HIGHER)] = None
    emergency_cap: Annotated[Duration | None, term("Cap on emergency maintenance", "Most emergency maintenance in a calendar month that is not counted as downtime.", "Emergency maintenance beyond {} in a calendar month counts as downtime.", better=Better.LOWER)] = None
