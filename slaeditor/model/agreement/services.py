"""Section 4, services: what is provided, what it stands on, how much of it, and for how much a month."""

from __future__ import annotations

from typing import Annotated

from slaeditor.model.quantities import Duration, Money, Percent
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Component(Row, frozen=True, kw_only=True):
    """A part that a service stands on."""

    name: Annotated[str, term("Component or dependency", "What the service stands on.", names=True)] = ""
    supplier: Annotated[str, term("Provided by", "The internal team (OLA) or the third party.")] = ""
    internal: Annotated[bool, term("Internal (OLA)", "Whether an internal team provides it under an operational level agreement.")] = False
    availability: Annotated[Percent | None, term("Availability promised", "What its supplier promises.", better=Better.HIGHER)] = None
    response: Annotated[Duration | None, term("Response promised", "How soon its supplier responds.", better=Better.LOWER)] = None
    restore: Annotated[Duration | None, term("Restore promised", "How soon its supplier restores it.", better=Better.LOWER)] = None
    serial: Annotated[bool, term("Service stops without it", "Whether the service fails when the component fails.")] = True


class WorkloadLimit(Row, frozen=True, kw_only=True):
    """How much use the promises hold for (ISO/IEC 20000-1:2018, 8.3.3)."""

    metric: Annotated[str, term("Workload", "What is counted: users, tickets, transactions, volume.", names=True)] = ""
    limit: Annotated[int | None, term("Limit", "Up to how much the targets hold.", better=Better.HIGHER)] = None
    period: Annotated[str, term("Per", "The period in which it is counted.", suggestions=("at any time", "day", "month", "year"))] = ""
    above: Annotated[str, term("Above the limit", "What happens then.", shape=Shape.LONG)] = ""


class Service(Row, frozen=True, kw_only=True):
    """One service in scope."""

    code: Annotated[str, term("Code", "A short mark for tables.")] = ""
    name: Annotated[str, term("Service", "The name in the service catalogue.", names=True, obligatory=True)] = ""
    description: Annotated[str, term("Description", "What the customer gets.", shape=Shape.LONG, obligatory=True)] = ""
    outcome: Annotated[str, term("Business outcome", "What the customer achieves with it.", shape=Shape.LONG)] = ""
    unavailable_when: Annotated[str, term("Unavailable when", "The conditions under which the service counts as unavailable.", shape=Shape.LONG)] = ""
    criticality: Annotated[int | None, term("Criticality", "1 (an outage endangers people or the business) to 5 (no effect on work).")] = None
    criticality_reason: Annotated[str, term("Reason for the criticality", "From which needs it was derived, or why it was set otherwise.", shape=Shape.LONG)] = ""
    users: Annotated[int | None, term("Users", "How many people may use it.", better=Better.HIGHER)] = None
    user_group: Annotated[str, term("Used by", "The people who use it.")] = ""
    sites: Annotated[tuple[str, ...], term("Sites", "Where it is provided. Empty: at all sites.", refers="sites", if_empty="All sites")] = ()
    components: Annotated[tuple[Component, ...], rows("Components and dependencies", "component", "What the service stands on, with what its suppliers promise.")] = ()
    workload: Annotated[tuple[WorkloadLimit, ...], rows("Workload limits", "workload limit", "How much use the targets hold for.")] = ()
    in_scope: Annotated[tuple[str, ...], term("In scope", "What belongs to the service.")] = ()
    out_of_scope: Annotated[tuple[str, ...], term("Out of scope", "What does not.")] = ()
    personal_data: Annotated[bool, term("Personal data", "Whether personal data are processed.")] = False
    monthly_fee: Annotated[Money | None, term("Monthly fee", "The fee of this service, net of taxes.", unit="a month", better=Better.LOWER)] = None


class Services(Section, frozen=True, kw_only=True):
    """Section 4."""

    items: Annotated[tuple[Service, ...], rows("Services", "service", "The services in scope.", added=Better.HIGHER, obligatory=True)] = ()
    fee_basis: Annotated[str, term("Fees", "What the fees include, and when they are due.", "{}", shape=Shape.LONG)] = ""
    out_of_scope: Annotated[tuple[str, ...], term("Outside the agreement", "What no service of this agreement includes.", "The following is outside the scope of this Agreement: {}.")] = ()
