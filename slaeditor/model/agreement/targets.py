"""Section 7, targets: how soon the provider responds, informs, restores and resolves."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.quantities import Duration, Percent
from slaeditor.model.sentence import say
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Work(enum.Enum):
    """The kind of work a target is for (ITIL)."""

    INCIDENT = "incident"
    REQUEST = "request"
    CHANGE = "change"


class Period(enum.Enum):
    """The period over which results are counted."""

    CALENDAR_MONTH = "calendar_month"
    QUARTER = "quarter"
    YEAR = "year"
    ROLLING_30_DAYS = "rolling_30_days"


class Obligation(enum.Enum):
    """How strictly a target binds, the strictest last."""

    REASONABLE_EFFORTS = "reasonable_efforts"
    SHALL = "shall"


class Target(Row, frozen=True, kw_only=True):
    """The targets of one priority and kind of work, for some services or for all."""

    services: Annotated[tuple[str, ...], term("Services", "The services for which it holds. Empty: all that have no row of their own.", refers="services", if_empty="All others", names=True)] = ()
    priority: Annotated[str | None, term("Priority", "The priority for which it holds.", refers="priorities", names=True, obligatory=True)] = None
    work: Annotated[Work, term(say("For", "a kind of work"), "Incident, service request or change.", names=True)] = Work.INCIDENT
    response: Annotated[Duration | None, term("First response", "Until a person has taken up the report.", better=Better.LOWER)] = None
    update: Annotated[Duration | None, term("Status update every", "How often the customer is told how things stand.", better=Better.LOWER)] = None
    workaround: Annotated[Duration | None, term("Workaround", "Until the customer can work again in another way.", better=Better.LOWER)] = None
    restore: Annotated[Duration | None, term("Restore", "Until the service works again.", better=Better.LOWER)] = None
    resolve: Annotated[Duration | None, term("Resolve", "Until the cause is removed or the request fulfilled.", better=Better.LOWER)] = None
    compliance: Annotated[Percent | None, term("Compliance", "The share of cases that must meet the target in a period.", better=Better.HIGHER)] = None
    minimum_sample: Annotated[int | None, term("Minimum sample", "With fewer cases in a period the share is not computed; each miss is reviewed instead.", unit="cases", better=Better.LOWER)] = None
    period: Annotated[Period, term("Period", "Over which the share is counted.")] = Period.CALENDAR_MONTH
    obligation: Annotated[Obligation, term("Obligation", "Whether the provider shall meet it or makes reasonable efforts.", better=Better.HIGHER)] = Obligation.SHALL


class Pause(Row, frozen=True, kw_only=True):
    """A reason for which the clock stops."""

    reason: Annotated[str, term("The clock stops while", "The fact that stops it.", names=True)] = ""
    maximum: Annotated[Duration | None, term("At most", "After this the clock runs again.", better=Better.LOWER)] = None
    reminder: Annotated[str, term("Reminder", "How the customer is reminded.")] = ""


class Targets(Section, frozen=True, kw_only=True):
    """Section 7."""

    items: Annotated[tuple[Target, ...], rows("Targets", "target", "Times by service, priority and kind of work.", added=Better.HIGHER, obligatory=True)] = ()
    start_event: Annotated[str, term("The clock starts", "The event from which the times are counted.", "The times are counted from the moment when {}.", obligatory=True)] = ""
    response_event: Annotated[str, term("Response is given", "The event that counts as first response.", "The first response is given when {}.", obligatory=True)] = ""
    stop_event: Annotated[str, term("The clock stops for good", "The event that counts as restored or resolved.", "A report counts as restored or resolved when {}.", obligatory=True)] = ""
    auto_reply_counts: Annotated[bool, term("Automatic reply counts", "Whether an automatic reply counts as first response.", ("An automatic reply counts as first response.", "An automatic reply does not count as first response."))] = False
    pauses: Annotated[tuple[Pause, ...], rows("Pauses", "pause", "The reasons for which the clock stops, each with its maximum.", added=Better.LOWER)] = ()
    reopening: Annotated[str, term("Reopened reports", "How a report is counted that comes back.", "{}", shape=Shape.LONG)] = ""
