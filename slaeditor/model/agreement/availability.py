"""Section 10, availability and continuity: how much of the time a service works, and what is left after a disaster."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.agreement.targets import Period
from slaeditor.model.quantities import Duration, Percent
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Rounding(enum.Enum):
    """How a measured figure is rounded."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


class PartialPeriod(enum.Enum):
    """What is done with a first or last period that is not whole."""

    PRO_RATA = "pro_rata"
    JOINED_TO_NEXT = "joined_to_the_adjacent_period"
    NOT_COUNTED = "not_counted"


class AvailabilityPromise(Row, frozen=True, kw_only=True):
    """The availability promised for services."""

    services: Annotated[tuple[str, ...], term("Services", "The services for which it is promised.", refers="services", names=True, obligatory=True)] = ()
    percent: Annotated[Percent | None, term("Availability", "Share of the base time in which the service works.", better=Better.HIGHER, obligatory=True)] = None
    base: Annotated[str | None, term("Base time", "The calendar whose minutes are counted. Empty: the measurement hours.", refers="calendars", if_empty="Measurement hours")] = None
    period: Annotated[Period, term("Period", "Over which it is computed.")] = Period.CALENDAR_MONTH
    longest_outage: Annotated[Duration | None, term("Longest single outage", "No outage may last longer.", better=Better.LOWER)] = None
    outages: Annotated[int | None, term("Outages per period", "No more outages than this.", better=Better.LOWER)] = None


class Continuity(Row, frozen=True, kw_only=True):
    """What is promised for services after a disaster."""

    services: Annotated[tuple[str, ...], term("Services", "The services for which it is promised.", refers="services", names=True)] = ()
    rto: Annotated[Duration | None, term("RTO", "Recovery time objective: until the service is back.", better=Better.LOWER)] = None
    rpo: Annotated[Duration | None, term("RPO", "Recovery point objective: how much of the latest data may be lost.", better=Better.LOWER, none_is_zero=True)] = None
    backup_interval: Annotated[Duration | None, term("Backup every", "Longest time between two backups or replications.", if_zero="continuously", better=Better.LOWER)] = None
    restore_test_months: Annotated[int | None, term("Restore test every", "How often a restore is tried out.", unit="months", better=Better.LOWER)] = None


class Availability(Section, frozen=True, kw_only=True):
    """Section 10."""

    promises: Annotated[tuple[AvailabilityPromise, ...], rows("Availability", "promise", "What share of the time each service works.", added=Better.HIGHER, obligatory=True)] = ()
    down_definition: Annotated[str, term("Downtime", "When a service counts as down.", "A service is down when {}.", shape=Shape.LONG, obligatory=True)] = ""
    degraded: Annotated[str, term("Degraded service", "How a slow or partly working service is counted.", "A service is degraded when it works only in part or more slowly than usual; {}.", shape=Shape.LONG)] = ""
    partial_outage: Annotated[str, term("Partial outage", "How an outage at some sites or for some users is counted.", "If an outage affects only some sites or users, {}.", shape=Shape.LONG)] = ""
    measuring_point: Annotated[str, term("Measuring point", "Where availability is measured.", "Availability is measured at {}.", obligatory=True)] = ""
    probe_interval: Annotated[Duration | None, term("Probe every", "Time between two automatic checks.", "An automatic check is made every {}.", better=Better.LOWER)] = None
    probe_failures: Annotated[int | None, term("Failures to count as down", "Failed checks in a row that make an outage.", "An outage is recorded after {} failed checks in a row and is counted from the first of them.", better=Better.LOWER)] = None
    measured_by: Annotated[str, term("Measured by", "Who measures.", "The measurement is made by {}.", obligatory=True)] = ""
    record: Annotated[str, term("Record of truth", "The record that decides if the parties’ figures differ.", "If the parties’ figures differ, {} decides.", obligatory=True)] = ""
    digits: Annotated[int | None, term("Rounded to", "Decimal places of the percent.", "The result is rounded to {}.", unit="decimal places")] = None
    rounding: Annotated[Rounding, term("Rounding", "How it is rounded.", "It is rounded by this mode: {}.")] = Rounding.HALF_UP
    partial_period: Annotated[PartialPeriod, term("Partial periods", "What is done with a first or last period that is not whole.", "A first or last period that is not whole is treated as follows: {}.")] = PartialPeriod.PRO_RATA
    continuity: Annotated[tuple[Continuity, ...], rows("Continuity", "continuity promise", "Recovery and backup.", added=Better.HIGHER)] = ()
