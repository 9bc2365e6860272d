"""Section 3, needs analysis: what the customer said, who said it and when, and which terms answer it."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.quantities import ClockTime, Duration, Money, Number
from slaeditor.model.terms import Row, Section, Shape, rows, term


class Harm(enum.Enum):
    """The worst that an outage does, beyond money."""

    NONE = "none"
    ANNOYANCE = "annoyance"
    WORK_STOPS = "work_stops"
    LEGAL_BREACH = "legal_breach"
    DANGER_TO_PEOPLE = "danger_to_people"


class Intensity(enum.Enum):
    """When a service is used."""

    WORKING_HOURS = "working_hours"
    EXTENDED_HOURS = "extended_hours"
    AROUND_THE_CLOCK = "around_the_clock"


class Recurrence(enum.Enum):
    """How a critical date comes back."""

    ONCE = "once"
    EVERY_YEAR = "every_year"
    EVERY_MONTH_END = "every_month_end"
    EVERY_WEEK = "every_week"
    AFTER_HOLIDAYS = "after_holidays"


SPANS = (Recurrence.ONCE, Recurrence.EVERY_YEAR)
"""What has a first and a last day; the others are told in words."""


class ServiceNeed(Row, frozen=True, kw_only=True):
    """What one service means to the customer."""

    service: Annotated[str | None, term("Service", "The service that the answers are about.", refers="services", names=True)] = None
    process: Annotated[str, term("Work that stands on it", "What people do with the service.")] = ""
    words: Annotated[str, term("In the customer’s words", "What the customer said, as said.", shape=Shape.LONG)] = ""
    users: Annotated[int | None, term("Users", "How many people use it.")] = None
    user_group: Annotated[str, term("Who uses it", "The people, in the customer's words.")] = ""
    sites: Annotated[tuple[str, ...], term("Used at", "The customer's sites where it is used. Empty: all sites.", refers="sites", if_empty="All sites")] = ()
    usage: Annotated[Intensity | None, term("Used", "When it is used.")] = None
    usage_hours: Annotated[str | None, term("Hours of use", "The calendar in which it is used, if it is neither working hours nor around the clock.", refers="calendars")] = None
    usage_remark: Annotated[str, term("Exceptions", "What the hours do not say, such as emergency use.")] = ""
    outage_cost: Annotated[Money | None, term("Cost of one hour down", "What an hour without the service costs the customer.", unit="an hour")] = None
    tolerable_outage: Annotated[Duration | None, term("Tolerable outage", "The longest the customer can be without it.", none_is_zero=True)] = None
    tolerable_data_loss: Annotated[Duration | None, term("Tolerable data loss", "How much of the latest work may be lost.", none_is_zero=True)] = None
    harm: Annotated[Harm | None, term("Worst harm", "The worst that an outage does, beyond money.")] = None
    infrastructure: Annotated[bool, term("Critical infrastructure", "Whether it belongs to infrastructure that the law calls critical.")] = False
    regulation: Annotated[str, term("Regulation", "Rules that demand something of the service.")] = ""
    tickets_month: Annotated[int | None, term("Tickets a month", "How many reports and requests are expected.", unit="a month")] = None
    satisfaction: Annotated[Number | None, term("Satisfaction today", "From 1 (poor) to 5 (excellent).", unit="of 5")] = None


class Process(Row, frozen=True, kw_only=True):
    """A business process and the services it stands on."""

    name: Annotated[str, term("Process", "What the customer calls the work.", names=True)] = ""
    priority: Annotated[int | None, term("Rank", "1 for the most important.")] = None
    services: Annotated[tuple[str, ...], term("Stands on", "The services without which it stops.", refers="services")] = ()
    without: Annotated[str, term("Without them", "How the work goes on, if it does.")] = ""


class CriticalDate(Row, frozen=True, kw_only=True):
    """A season or date on which more hangs on the services than usual."""

    name: Annotated[str, term("Season or date", "What it is called.", names=True)] = ""
    recurrence: Annotated[Recurrence, term("Comes", "How it comes back.")] = Recurrence.EVERY_YEAR
    start: Annotated[date | None, term("From", "First day; for a yearly one the year does not matter.")] = None
    end: Annotated[date | None, term("To", "Last day, included.")] = None
    detail: Annotated[str, term("Exactly", "Which days or hours, for example the last three working days.")] = ""
    services: Annotated[tuple[str, ...], term("Services", "The services that matter then. Empty: all.", refers="services", if_empty="All services")] = ()


class Source(Row, frozen=True, kw_only=True):
    """Who gave an answer, and when."""

    answer: Annotated[str, term("Answer", "The place of the answer.", shape=Shape.PATH, names=True)] = ""
    said_by: Annotated[str, term("Said by", "Name and function.")] = ""
    said_on: Annotated[date | None, term("Said on", "The day of the interview.")] = None


class Link(Row, frozen=True, kw_only=True):
    """A need and a term that answers it."""

    need: Annotated[str, term("Need", "The place of the answer.", shape=Shape.PATH, names=True)] = ""
    term: Annotated[str, term("Answered by", "The place of the term that serves it.", shape=Shape.PATH)] = ""
    why: Annotated[str, term("Because", "Why the term answers the need.")] = ""


class Needs(Section, frozen=True, kw_only=True):
    """Section 3."""

    industry: Annotated[str, term("Industry", "What the customer does.", "The Customer works in the following field: {}.", suggestions=("Healthcare", "Retail", "Public administration", "Manufacturing", "Finance", "Logistics", "Education", "Software"))] = ""
    priorities: Annotated[tuple[str, ...], term("Business priorities", "What matters most, first things first.", "Its business priorities are, in this order: {}.")] = ()
    workday_start: Annotated[ClockTime | None, term("Work begins", "When ordinary work begins.", "Ordinary work begins at {}.")] = None
    workday_end: Annotated[ClockTime | None, term("Work ends", "When ordinary work ends.", "Ordinary work ends at {}.")] = None
    users: Annotated[int | None, term("Users in all", "How many people use the services together.", "About {} people use the services.")] = None
    site_count: Annotated[int | None, term("Sites", "At how many places the services are used.", "They are used at {} sites.")] = None
    tickets_month: Annotated[int | None, term("Tickets a month", "How many reports and requests are expected in all.", "About {} tickets a month are expected.")] = None
    critical_infrastructure: Annotated[bool, term("Critical infrastructure", "Whether the customer runs infrastructure that the law calls critical.", ("The Customer operates critical infrastructure.", "The Customer does not operate infrastructure that the law calls critical."))] = False
    regulation: Annotated[tuple[str, ...], term("Regulation", "Laws and standards that the services must satisfy.", "The services must satisfy: {}.")] = ()
    urgent_channel: Annotated[str, term("For anything urgent", "How the customer wants to report what cannot wait.", "Urgent matters are reported by: {}.", suggestions=("Phone", "Portal", "E-mail", "Chat"))] = ""
    languages: Annotated[tuple[str, ...], term("Languages of support", "The languages that the users speak (ISO 639-1).", "Users are to be served in {}.", shape=Shape.LANGUAGE)] = ()
    satisfaction: Annotated[Number | None, term("Satisfaction today", "With the services as they are, from 1 (poor) to 5 (excellent).", "The Customer rates the present services with {} of 5.", unit="of 5")] = None
    satisfaction_remark: Annotated[str, term("Because", "What pleases and what annoys today.", "On this the Customer remarks: {}", shape=Shape.LONG)] = ""
    services: Annotated[tuple[ServiceNeed, ...], rows("Needs by service", "service need", "What each service means to the customer.")] = ()
    processes: Annotated[tuple[Process, ...], rows("Business processes", "process", "The work of the customer and the services it stands on.")] = ()
    critical_dates: Annotated[tuple[CriticalDate, ...], rows("Peak seasons and critical dates", "critical date", "When an outage hurts most.")] = ()
    sources: Annotated[tuple[Source, ...], rows("Who said it, and when", "source", "The origin of each answer.")] = ()
    links: Annotated[tuple[Link, ...], rows("Needs and the terms that answer them", "link", "Which term serves which need.")] = ()
