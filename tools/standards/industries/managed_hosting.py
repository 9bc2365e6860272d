"""The standard for managed hosting: infrastructure watched and mended around the clock."""

from __future__ import annotations

from slaeditor.model.agreement.exclusions import Exclusion, ExclusionKind
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Every, Window
from slaeditor.model.agreement.metrics import Direction
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import ChronicFailure, Claim, Right
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.review import Frequency, Report
from slaeditor.model.quantities import ClockTime
from tools.standards.calendars import ALL_DAYS, WEEKDAYS, opening
from tools.standards.common import (
    LOW_TARGETS,
    NETWORK,
    PLATFORM,
    URGENCIES,
    channels,
    component,
    continuity,
    identity,
    incident,
    metrics,
    service,
    survey,
    workload,
)
from tools.standards.conduct import DELIVERY, DIRECTOR, FINANCE
from tools.standards.figures import ALWAYS, elapsed, working
from tools.standards.industry import Advice, Conduct, Credits, Industry, Offer, Place, Upkeep
from tools.standards.people import ladder
from tools.standards.playbook import limit, money_limits, rules, service_profile, target_profiles
from tools.standards.quality import metric
from tools.standards.ranks import impact

PLACE = Place(zone="Europe/Amsterdam", country="NL", law="the laws of the Netherlands", venue="Amsterdam")

COMPUTE = service(
    "virtual-servers", "VM", "Virtual servers",
    "Virtual machines with reserved capacity on a redundant platform, with operation of the operating system where it is ordered.",
    "The Customer’s applications run without hardware of its own.",
    "a virtual machine does not run for a reason below its virtual network interface, and does not start again by itself on another host",
    2, "administrators of the Customer",
    components=(PLATFORM, NETWORK),
    loads=(workload("machines", "Virtual machines", 300, "at any time"), workload("cores", "Reserved virtual processors", 1_500, "at any time")),
    inside=("operation of hosts and hypervisors", "restart on other hosts", "updates of the operating system where it is ordered"),
    outside=("applications and their licences", "operating systems operated by the Customer"),
)  # fmt: skip

STORAGE = service(
    "storage", "STO", "Block and object storage",
    "Redundant storage in classes of speed, with snapshots.",
    "Data are kept and can be read at the speed that was ordered.",
    "a volume or a bucket can be neither read nor written",
    2, "administrators and applications of the Customer",
    components=(component("arrays", "Storage arrays", "Storage team", "99.99", "10 min", "30 min"), NETWORK),
    loads=(workload("volume", "Gigabytes stored", 500_000, "at any time"), workload("operations", "Operations a second", 60_000, "at any time")),
    inside=("operation of the arrays", "replacement of defective media", "snapshots by schedule"),
    outside=("file systems inside virtual machines",),
)  # fmt: skip

DATABASES = service(
    "databases", "DB", "Managed databases",
    "Database servers with replication, tuning, updates and backup.",
    "Applications find their data consistent and at hand.",
    "no connection to the database is accepted, or committed data cannot be read",
    1, "developers and applications of the Customer",
    components=(PLATFORM, NETWORK),
    loads=(workload("connections", "Connections", 5_000, "at any time"), workload("databases", "Databases", 100, "at any time")),
    inside=("operation of the database servers", "failover to the replica", "updates released by the manufacturer", "restoring to a point in time"),
    outside=("design of tables and queries",),
)  # fmt: skip

INTERNET = service(
    "connectivity", "NET", "Internet and private connections",
    "Internet access over several carriers, addresses, firewalls, load balancing and private lines.",
    "Users reach the applications from wherever they are entitled to.",
    "no packets pass between the Provider’s points of exchange and the virtual network of the Customer",
    2, "users of the Customer’s applications",
    components=(NETWORK, component("firewalls", "Firewall cluster", "Network team", "99.99", "10 min", "30 min")),
    loads=(workload("bandwidth", "Megabits a second", 10_000, "at any time"), workload("rules", "Firewall rules", 5_000, "at any time")),
    inside=("operation of routers, firewalls and load balancers", "defence against flooding attacks", "addresses and names"),
    outside=("private lines ordered by the Customer from third parties",),
    personal=False,
)  # fmt: skip

BACKUP = service(
    "backup", "BCK", "Backup",
    "Backups of virtual machines and databases, kept at a second location, and their restoration.",
    "Whatever is lost can be brought back to a known point in time.",
    "no backup due in the last day was completed, or a restoration that was requested cannot be started",
    3, "administrators of the Customer",
    components=(component("backup-system", "Backup system", "Storage team", "99.9", "10 min", "30 min"),),
    loads=(workload("protected", "Gigabytes protected", 500_000, "at any time"), workload("restores", "Restorations", 60, "month")),
    inside=("backups by schedule", "copies at the second location", "restoration on request", "restore tests"),
    outside=("archiving beyond the periods ordered",),
)  # fmt: skip

STEPS = (("99.9", "5"), ("99.5", "10"), ("99", "15"), ("98", "20"))


def _offer(identifier: str) -> str:
    return f"availability:av-{identifier}:{identifier}"


OFFERS = (
    Offer(service=COMPUTE, percent="99.9", longest_outage=elapsed("30 min"), continuity=continuity(COMPUTE.id, "30 min", "15 min", "15 min", 6), thresholds=STEPS),
    Offer(service=STORAGE, percent="99.9", longest_outage=elapsed("30 min"), continuity=continuity(STORAGE.id, "30 min", "15 min", "15 min", 6), thresholds=STEPS),
    Offer(service=DATABASES, percent="99.9", longest_outage=elapsed("30 min"), continuity=continuity(DATABASES.id, "30 min", "5 min", "5 min", 3), thresholds=STEPS),
    Offer(service=INTERNET, percent="99.9", longest_outage=elapsed("30 min"), outages=6, thresholds=STEPS),
    Offer(service=BACKUP, percent="99.5", thresholds=(("99.5", "5"), ("99", "10"), ("98", "15"))),
)  # fmt: skip

MACHINES = "virtual machines affected"

INDUSTRY = Industry(
    name="managed_hosting",
    field="software and services operated on hosted infrastructure",
    identity=identity("STD-HOSTING", "Service Level Agreement for Managed Hosting", 24, 12, 60, 90, 30),
    place=PLACE,
    week=(opening(WEEKDAYS, "08:00", "18:00"),),
    extended=(opening(ALL_DAYS, "07:00", "23:00"),),
    offers=OFFERS,
    default_support=ALWAYS,
    impacts=(
        impact(1, "Production down", "A Service is down for a production environment, or data in production are being lost.", ("a cluster does not start", "the Internet access is interrupted"), None, None),
        impact(2, "Production degraded", "At least 21 virtual machines are affected, or a production environment has lost its redundancy or responds in more than twice its usual time.", ("one of two firewalls has failed",), 21, None, MACHINES),
        impact(3, "Single machines", "One to 20 virtual machines outside production, or a function of a Service, are affected.", ("a test machine does not start",), 1, 20, MACHINES),
        impact(4, "No effect on operation", "No virtual machine is affected.", ("a question on an invoice",), 0, 0, MACHINES),
    ),
    urgencies=URGENCIES,
    disputed_by="the Provider’s service manager, after hearing the Customer’s head of IT,",
    targets=(
        incident("p1", "p1", elapsed("10 min"), elapsed("15 min"), elapsed("20 min"), elapsed("30 min"), "5 wd", 95, 5),
        incident("p2", "p2", elapsed("30 min"), elapsed("1 h"), elapsed("2 h"), elapsed("4 h"), "10 wd", 95, 5),
        *LOW_TARGETS,
    ),
    ladder=ladder(15, 18, 20, 24, 28),
    channels=channels(("en", "nl")),
    partial_outage="each virtual machine, volume, database or connection is measured by itself, and the Downtime of the Service is the mean weighted by their monthly fees",
    measuring_point="the virtual network interface of each virtual machine and the Provider’s points of exchange with its carriers",
    upkeep=Upkeep(
        windows=tuple(
            Window(
                id=identifier, name=name, weekday=Weekday.WEDNESDAY, every=every, start=ClockTime.parse("01:00"), duration=elapsed("3 h"),
                zone=PLACE.zone,
            )
            for identifier, name, every in (
                ("first-wednesday", "First Wednesday night of the month", Every.FIRST),
                ("third-wednesday", "Third Wednesday night of the month", Every.THIRD),
            )
        ),
        notice=working("5 wd"),
        monthly_cap=elapsed("6 h"),
        emergency_notice=elapsed("1 h"),
        emergency_cap=elapsed("2 h"),
    ),
    exclusions=(
        Exclusion(
            id="guest-systems", name="Systems inside virtual machines", kind=ExclusionKind.CUSTOMER_EQUIPMENT,
            text="A failure of an operating system that the Customer operates, or of an application inside a virtual machine, in so far as the Provider’s platform works.",
        ),
    ),
    metrics=(
        *metrics(),
        metric(
            "processor-wait", "M5", "Processor wait",
            "Mean share of time in which virtual machines on shared hosts wait for a processor.",
            "time waited ÷ time wanted", "%", "5", "2", direction=Direction.LOWER_IS_BETTER, coverage_hours=ALWAYS, measurement_hours=ALWAYS,
            source="the counters of the hypervisors", measuring_point="the hypervisors",
        ),
        metric(
            "restores", "M6", "Restorations begun within the hour",
            "Share of the requested restorations that begin within an hour of the request.",
            "restorations begun in time ÷ restorations requested", "%", "95", "98", coverage_hours=ALWAYS, measurement_hours=ALWAYS,
        ),
    ),
    survey=survey("after every fifth ticket that is closed, of the administrator who reported it", "4", 20),
    credits=Credits(
        monthly_cap="25",
        yearly_cap="15",
        late={"p1": (("95", "1"), ("90", "2"), ("80", "4"))},
        repeated=Right.TERMINATE_SERVICE,
        rights_days=60,
        chronic=(
            ChronicFailure(
                id="databases", name="Managed databases missed in a row", missed=2, consecutive=True, metrics=(_offer(DATABASES.id),),
                right=Right.TERMINATE_AGREEMENT, within_days=60,
            ),
        ),
        claim=Claim.ON_CLAIM,
        claim_days=60,
        claim_from="the day on which the Customer receives the service level report for the period",
        action_plan=working("5 wd"),
    ),
    conduct=Conduct(
        interval_months=12,
        change_notice_days=30,
        reports=(
            Report(
                id="capacity-report", name="Capacity report", content="Use of reserved and shared capacity, trends, workload limits that will be reached",
                frequency=Frequency.QUARTERLY, due=working("10 wd"), recipient="The Customer’s head of IT", format="PDF and Excel",
            ),
        ),
    ),
    duties=(
        Duty(
            id="guest-updates", name="Keep operating systems and applications that the Customer operates up to date", accountable=Side.CUSTOMER,
            responsible="the Customer’s administrators", informed="the Provider’s service desk", deadline=working("10 wd"),
        ),
        Duty(
            id="end-abuse", name="End harm to others that emanates from the Customer’s virtual machines", accountable=Side.CUSTOMER,
            responsible="the Customer’s administrators", informed="the Provider’s service desk", deadline=elapsed("4 h"),
        ),
    ),
    advice=Advice(
        rules=rules((20_000, 5_000, 1_000, 100), (60, 120, 480, 1440), (0, 15, 240), 5_000),
        profiles=(
            service_profile(1, "99.95", "an outage endangers people or the business", 3),
            service_profile(2, "99.9", "production stands still without it", 6),
            service_profile(3, "99.5", "the work of the day stops without it", 12),
            service_profile(4, "99", "people can do without it for a day", 12),
            service_profile(5, "98", "nobody is kept from work", None),
        ),
        targets=target_profiles("30 min", "1 h", "2 h"),
        credits={
            1: (("0", "5"), ("0.45", "10"), ("0.95", "15"), ("1.95", "20")),
            2: (("0", "5"), ("0.4", "10"), ("0.9", "15"), ("1.9", "20")),
            3: (("0", "5"), ("0.5", "10"), ("1.5", "15")),
            4: (("0", "3"), ("1", "6"), ("2", "10")),
            5: (("0", "3"), ("2", "6")),
        },
        limits=(
            limit("availability.promises[*].percent", "99.9", "99.95", DIRECTOR, "Above this, every restart of a host has to pass unnoticed."),
            limit("availability.promises[*].longest_outage", "1 h", "30 min", DELIVERY, "A host and its machines are started again in about twenty minutes."),
            limit("availability.continuity[*].rto", "1 h", "30 min", DELIVERY, "The second location takes over in about twenty minutes."),
            limit("targets.items[*].response", "15 min", "10 min", DELIVERY, "The control room is staffed for ten minutes at the busiest hour."),
            limit("targets.items[*].restore", "1 h", "30 min", DELIVERY, "A host and its machines are started again in about twenty minutes."),
            limit("maintenance.monthly_cap", "6 h", "6 h", DELIVERY, "Two windows a month hold the update cycles of the platform."),
            limit("remedies.schedules[*].thresholds[*].credit", "15", "20", FINANCE, "Above this, a single outage costs more than the margin of the service."),
            limit("remedies.claim", "on claim", "automatic", FINANCE, "Automatic credits need billing to be linked to monitoring for this customer."),
            *money_limits(("20", "25"), ("12", "15")),
            limit("identity.convenience_notice_days", "90", "60", DIRECTOR, "Hardware is ordered for half a year ahead."),
            limit("metrics.satisfaction[*].target", "4", "4.2", DELIVERY, "Surveys have reached this value and not more."),
        ),
    ),
)  # fmt: skip
