"""Targets, availability, maintenance, exclusions and metrics: the parts of a standard that say how good is good enough."""

from __future__ import annotations

from typing import Any

import msgspec

from slaeditor.model.agreement.availability import Availability, AvailabilityPromise
from slaeditor.model.agreement.exclusions import Exclusion, ExclusionKind, Exclusions
from slaeditor.model.agreement.maintenance import Maintenance
from slaeditor.model.agreement.metrics import Metric, Metrics
from slaeditor.model.agreement.targets import Pause, Target, Targets, Work
from slaeditor.model.quantities import Number, Percent
from tools.standards.figures import WORKING, elapsed, working
from tools.standards.industry import Industry

REQUESTS: tuple[Target, ...] = (
    Target(
        id="request-p3", priority="p3", work=Work.REQUEST, response=working("4 h"), resolve=working("2 wd"),
        compliance=Percent(90), minimum_sample=10,
    ),
    Target(
        id="request-p4", priority="p4", work=Work.REQUEST, response=working("8 h"), resolve=working("5 wd"),
        compliance=Percent(90), minimum_sample=10,
    ),
    Target(
        id="change-p3", priority="p3", work=Work.CHANGE, response=working("8 h"), resolve=working("5 wd"),
        compliance=Percent(90), minimum_sample=5,
    ),
    Target(
        id="change-p4", priority="p4", work=Work.CHANGE, response=working("16 h"), resolve=working("15 wd"),
        compliance=Percent(90), minimum_sample=5,
    ),
)  # fmt: skip
"""Service requests and changes, alike in all standards."""


def targets(industry: Industry) -> Targets:
    """Section 7."""
    return Targets(
        items=(*industry.targets, *REQUESTS),
        start_event=(
            "a report reaches a channel that starts the clock, or the Provider’s monitoring records the Incident, "
            "whichever is earlier"
        ),
        response_event=(
            "a member of the Provider’s staff who is qualified for the work has taken up the report and has told the person "
            "who made it the reference and the Priority"
        ),
        stop_event=(
            "the Provider has told the person who made it that the Service works again or that the request is fulfilled, and "
            "that person confirms it or does not object before the end of the next Working Day; the time of the Provider’s "
            "message counts"
        ),
        auto_reply_counts=False,
        pauses=(
            Pause(
                id="customer-answer",
                reason="the Provider waits for information, access or a decision that only the Customer can give and that it has asked for in the ticket",
                maximum=working("5 wd"),
                reminder="In writing through the ticket on each Working Day of the pause",
            ),
            Pause(
                id="customer-test",
                reason="the Customer tests a correction that the Provider has delivered for the removal of the cause",
                maximum=working("10 wd"),
                reminder="In writing through the ticket on each third Working Day of the pause",
            ),
            Pause(
                id="agreed-date",
                reason="the Customer has asked in writing for a later date",
                maximum=working("20 wd"),
                reminder="In writing through the ticket on the Working Day before the agreed date",
            ),
        ),
        reopening=(
            "If the same fault appears again before the end of the fifth Working Day after it was reported as removed, the report "
            "is opened again, its original start counts, and the time between the Provider’s message and the new report is left out."
        ),
    )  # fmt: skip


def availability(industry: Industry) -> Availability:
    """Section 10."""
    return Availability(
        promises=tuple(
            AvailabilityPromise(
                id=f"av-{offer.service.id}",
                services=(offer.service.id,),
                percent=Percent(offer.percent),
                base=offer.base,
                longest_outage=offer.longest_outage,
                outages=offer.outages,
            )
            for offer in industry.offers
            if offer.percent
        ),
        down_definition=(
            "a condition named for it under “Unavailable when” holds, whether a user reports it or the automatic check finds it"
        ),
        degraded=(
            "degraded time is handled as an Incident and does not count as Downtime, unless a condition named under "
            "“Unavailable when” holds at the same time"
        ),
        partial_outage=industry.partial_outage,
        measuring_point=industry.measuring_point,
        probe_interval=elapsed("1 min"),
        probe_failures=3,
        measured_by="the Provider, with a monitoring system that does not run on the platform that it measures",
        record="the log of that monitoring system, completed by the times of the ticket system for outages that it did not see,",
        digits=3,
        continuity=tuple(offer.continuity for offer in industry.offers if offer.continuity),
    )


def maintenance(industry: Industry) -> Maintenance:
    """Section 11."""
    upkeep = industry.upkeep
    return Maintenance(
        windows=upkeep.windows,
        blackouts=upkeep.blackouts,
        notice=upkeep.notice,
        notice_channel="e-mail to the Customer’s daily contacts and a notice in the service portal that names the Services, the times and the risk",
        monthly_cap=upkeep.monthly_cap,
        overrun=(
            "Time beyond the announced end of a maintenance window counts as Downtime, and so does planned maintenance beyond "
            "the monthly cap, maintenance without notice and maintenance in a black-out period."
        ),
        emergency_definition=(
            "maintenance that cannot wait for the next window because a vulnerability is being exploited or the failure of "
            "a component within the next day is shown by its own diagnosis, and that the Provider could not have planned"
        ),
        emergency_notice=upkeep.emergency_notice,
        emergency_cap=upkeep.emergency_cap,
    )  # fmt: skip


def exclusions(industry: Industry) -> Exclusions:
    """Section 12."""
    return Exclusions(
        items=(
            Exclusion(
                id="force-majeure", name="Force majeure", kind=ExclusionKind.FORCE_MAJEURE,
                text="A Force Majeure Event, for as long as it prevents performance although the continuity arrangements for the Service have been carried out.",
            ),
            Exclusion(
                id="customer-act", name="Acts of the Customer", kind=ExclusionKind.CUSTOMER_ACT,
                text="An act of the Customer or its users that breaks this Agreement or written operating instructions, or a change that the Customer made to a Service without the Provider’s consent.",
            ),
            Exclusion(
                id="customer-equipment", name="Equipment and suppliers of the Customer", kind=ExclusionKind.CUSTOMER_EQUIPMENT,
                text="A failure of devices, software, power or networks that the Customer operates, or of a supplier that it has contracted itself, if they are not a component of the Service listed in this Agreement.",
            ),
            Exclusion(
                id="internet", name="Public Internet", kind=ExclusionKind.INTERNET,
                text="A failure of the public Internet beyond the Provider’s points of exchange with its own carriers, in so far as the Service is reached through it.",
            ),
            Exclusion(
                id="suspension", name="Suspension at the Customer’s request", kind=ExclusionKind.SUSPENSION,
                text="A suspension of a Service that the Customer has requested or consented to in writing, or that a court or an authority has ordered for a reason that lies with the Customer.",
            ),
            *industry.exclusions,
        ),
        burden="The Provider shall show that an exclusion applies. Doubt as to the cause is resolved against the party whose records are missing.",
    )  # fmt: skip


def metrics(industry: Industry) -> Metrics:
    """Section 13."""
    return Metrics(
        items=industry.metrics,
        satisfaction=(industry.survey,),
        time_source="the time stamps of the Provider’s ticket system",
        availability_source="the log of the Provider’s monitoring system",
        owner="The Provider’s service manager",
        reported_in="service-level-report",
    )


_COMMON = Metric(
    id="common",
    coverage_hours=WORKING,
    measurement_hours=WORKING,
    measured_by="the Provider",
    reported_in="service-level-report",
    owner="The Provider’s service manager",
    source="the Provider’s ticket system",
    measuring_point="the ticket system",
)


def metric(
    identifier: str,
    code: str,
    name: str,
    definition: str,
    formula: str,
    unit: str,
    minimum: str,
    target: str,
    **more: Any,
) -> Metric:
    """A metric of its own, with what all of them share."""
    return msgspec.structs.replace(
        _COMMON, id=identifier, code=code, name=name, definition=definition, formula=formula, unit=unit,
        minimum=Number(minimum), target=Number(target), **more,
    )  # fmt: skip
