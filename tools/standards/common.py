"""What several industries say in the same words: documents in order, urgencies, channels, metrics, small builders."""

from __future__ import annotations

from slaeditor.model.agreement.availability import Continuity
from slaeditor.model.agreement.channels import Channel, ChannelKind
from slaeditor.model.agreement.identity import DocumentInOrder, Identity, Level, Renewal
from slaeditor.model.agreement.metrics import Direction, Instrument, Metric, Satisfaction
from slaeditor.model.agreement.services import Component, Service, WorkloadLimit
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.quantities import Duration, Number, Percent
from tools.standards.figures import ALWAYS, WORKING, elapsed, working
from tools.standards.quality import metric
from tools.standards.ranks import urgency

EXCESS = (
    "The Service Levels of the Service do not apply to the load above the limit; the Provider tells the Customer of the excess and "
    "offers the capacity for it under the change procedure."
)

PRECEDENCE = (
    DocumentInOrder(
        id="this-agreement",
        name="This Agreement with its tables and annexes",
        scope="service levels, their measurement, Service Credits and the rights that follow from missed service levels",
    ),
    DocumentInOrder(
        id="master-agreement", name="The master agreement, where one is named", scope="all matters that this Agreement does not settle"
    ),
    DocumentInOrder(
        id="orders", name="Written orders under this Agreement", scope="quantities, prices and dates of what is ordered"
    ),
)  # fmt: skip


def identity(number: str, title: str, months: int, renewal: int, non_renewal: int, convenience: int | None, cure: int,
             languages: tuple[str, ...] = ("en",), prevailing: str = "") -> Identity:  # fmt: skip
    """Section 1 without law and zone, which come from the place."""
    return Identity(
        number=number,
        title=title,
        level=Level.CUSTOMER,
        initial_months=months,
        renewal=Renewal.AUTOMATIC,
        renewal_months=renewal,
        non_renewal_notice_days=non_renewal,
        convenience_notice_days=convenience,
        cure_days=cure,
        timing_statement=(
            "The effective date also binds if the last signature is given on another day. Services provided between the two days "
            "are judged by this Agreement; no Service Credit arises for a period that had ended before the last signature."
        ),
        precedence=PRECEDENCE,
        currency="EUR",
        languages=languages,
        prevailing_language=prevailing,
        confidentiality="Confidential",
    )


URGENCIES = (
    urgency("high", "H", "High", "The work affected must go on now; no Workaround is in use, and waiting for an hour makes the effect worse.",
            "people wait and cannot be served", "data are being lost"),
    urgency("medium", "M", "Medium", "The work affected must be done before the end of the day, or a Workaround holds until then.",
            "a report is due in the evening", "the users take turns at what still works"),
    urgency("low", "L", "Low", "The work affected can be planned for a later day, or the Workaround can be used for as long as needed.",
            "another way is used meanwhile", "the function is not needed before the next week"),
)  # fmt: skip
"""How soon it must be dealt with, by facts that anybody can see."""


def incident(
    identifier: str, priority: str, response: Duration, update: Duration, workaround: Duration | None, restore: Duration,
    resolve: str, compliance: int, sample: int, services: tuple[str, ...] = (),
) -> Target:  # fmt: skip
    """A row of incident targets; the removal of the cause counts in Working Days."""
    return Target(
        id=identifier, services=services, priority=priority, work=Work.INCIDENT, response=response, update=update,
        workaround=workaround, restore=restore, resolve=working(resolve), compliance=Percent(compliance), minimum_sample=sample,
    )  # fmt: skip


LOW_TARGETS = (
    incident("p3", "p3", working("4 h"), working("8 h"), working("12 h"), working("16 h"), "20 wd", 90, 10),
    incident("p4", "p4", working("8 h"), working("3 wd"), None, working("5 wd"), "30 wd", 90, 10),
)
"""The two lower priorities, in the working hours."""


def component(
    identifier: str, name: str, supplier: str, availability: str, response: str, restore: str, *, internal: bool = True,
    serial: bool = True,
) -> Component:  # fmt: skip
    """A part of a service with what its supplier promises in elapsed time."""
    return Component(
        id=identifier, name=name, supplier=supplier, internal=internal, availability=Percent(availability),
        response=elapsed(response), restore=elapsed(restore), serial=serial,
    )  # fmt: skip


PLATFORM = component("platform", "Virtualisation platform and storage", "Platform team", "99.99", "10 min", "30 min")
NETWORK = component("network", "Data centre network and Internet access", "Network team", "99.99", "10 min", "30 min")
DATABASE = component("database", "Database cluster", "Database team", "99.99", "10 min", "30 min")
DIRECTORY = component("directory", "Directory and single sign-on", "Platform team", "99.99", "10 min", "30 min")


def workload(identifier: str, counted: str, limit: int, period: str) -> WorkloadLimit:
    """A limit of use with the common effect."""
    return WorkloadLimit(id=identifier, metric=counted, limit=limit, period=period, above=EXCESS)


def service(
    identifier: str, code: str, name: str, description: str, outcome: str, unavailable: str, criticality: int, group: str, *,
    components: tuple[Component, ...], loads: tuple[WorkloadLimit, ...], inside: tuple[str, ...], outside: tuple[str, ...] = (),
    personal: bool = True,
) -> Service:  # fmt: skip
    """A typical service; users, sites and fee belong to one contract."""
    return Service(
        id=identifier, code=code, name=name, description=description, outcome=outcome, unavailable_when=unavailable,
        criticality=criticality, criticality_reason="It is usual for such a service in this industry.",
        user_group=group, components=components, workload=loads, in_scope=inside, out_of_scope=outside, personal_data=personal,
    )  # fmt: skip


def continuity(service_id: str, rto: str, rpo: str, backup: str, test_months: int) -> Continuity:
    """Recovery and backup of one service, in elapsed time."""
    return Continuity(
        id=f"continuity-{service_id}", services=(service_id,), rto=elapsed(rto), rpo=elapsed(rpo),
        backup_interval=elapsed(backup), restore_test_months=test_months,
    )  # fmt: skip


def channels(
    languages: tuple[str, ...], hotline_services: tuple[str, ...] = (), desk: str = WORKING
) -> tuple[Channel, ...]:
    """Hotline around the clock for what is urgent, and desk, portal, e-mail and chat; addresses belong to one contract."""
    return (
        Channel(
            id="hotline", name="Emergency hotline", kind=ChannelKind.PHONE, hours=ALWAYS, services=hotline_services,
            languages=languages, priorities=("p1", "p2"), fallback="portal",
        ),
        Channel(id="phone", name="Service desk by phone", kind=ChannelKind.PHONE, hours=desk, languages=languages, fallback="portal"),
        Channel(
            id="portal", name="Service portal", kind=ChannelKind.PORTAL, hours=desk, languages=languages,
            priorities=("p3", "p4"), fallback="email",
        ),
        Channel(
            id="email", name="Service desk by e-mail", kind=ChannelKind.EMAIL, hours=WORKING, languages=languages,
            priorities=("p3", "p4"), fallback="phone",
        ),
        Channel(
            id="chat", name="Service desk by chat", kind=ChannelKind.CHAT, hours=WORKING, languages=languages, priorities=("p3", "p4"),
            starts_clock=False, fallback="phone",
        ),
    )  # fmt: skip


def metrics() -> tuple[Metric, ...]:
    """Outcome metrics that every industry reports."""
    return (
        metric(
            "first-contact", "M1", "Solved at first contact",
            "Share of the Incidents and Service Requests that the service desk solves while the person who reports is still in contact.",
            "cases solved at first contact ÷ cases received by phone or chat", "%", "60", "70",
        ),
        metric(
            "phone-answer", "M2", "Calls answered within 30 seconds",
            "Share of the calls that a member of staff answers within 30 seconds after the announcement; calls given up before that are left out.",
            "calls answered in time ÷ calls answered or given up later", "%", "80", "90",
            source="the log of the Provider’s telephone system", measuring_point="the telephone system",
        ),
        metric(
            "reopened", "M3", "Reopened reports",
            "Share of the reports that were opened again because the same fault came back.",
            "reports opened again ÷ reports closed", "%", "6", "3", direction=Direction.LOWER_IS_BETTER,
        ),
        metric(
            "backups", "M4", "Backups completed",
            "Share of the backups due in the month that ended without error and were read back by a test.",
            "backups completed and read back ÷ backups due", "%", "98", "99.5", coverage_hours=ALWAYS, measurement_hours=ALWAYS,
            source="the log of the Provider’s backup system", measuring_point="the backup system",
        ),
    )  # fmt: skip


def survey(sampling: str, target: str, minimum: int) -> Satisfaction:
    """The satisfaction survey, from 1 to 5."""
    return Satisfaction(
        id="csat", name="User satisfaction", instrument=Instrument.CSAT, scale_low=1, scale_high=5, target=Number(target),
        sampling=sampling, minimum_responses=minimum,
        below="The Provider finds the causes, presents measures at the next service review and enters them in the improvement plan.",
        owner="The Provider’s service manager", source="the Provider’s survey tool",
    )  # fmt: skip
