"""The standard for general IT services: offices, workplaces and business applications of any trade."""

from __future__ import annotations

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Every, Window
from slaeditor.model.agreement.remedies import ChronicFailure, Reward, Right
from slaeditor.model.quantities import ClockTime, Number, Percent
from tools.standards.calendars import WEEKDAYS, opening
from tools.standards.common import (
    DATABASE,
    DIRECTORY,
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
from tools.standards.conduct import DELIVERY, DIRECTOR
from tools.standards.figures import EXTENDED, WORKING, elapsed, working
from tools.standards.industry import Advice, Conduct, Credits, Industry, Offer, Place, Upkeep
from tools.standards.people import ladder
from tools.standards.playbook import limit, money_limits, rules, service_profile, target_profiles
from tools.standards.ranks import impact

PLACE = Place(
    zone="Europe/Istanbul",
    country="TR",
    eves=(
        ("eve-ramadan", "Ramazan Bayramı", "Eid al-Fitr", "13:00"),
        ("eve-sacrifice", "Kurban Bayramı", "Eid al-Adha", "13:00"),
        ("eve-republic", "Cumhuriyet Bayramı", "Republic Day", "13:00"),
    ),
    law="the laws of the Republic of Türkiye",
    venue="Istanbul",
)

APPLICATION = service(
    "business-application", "APP", "Business application",
    "The application in which orders, purchases, stock and accounts are kept, with its database and interfaces.",
    "Orders are taken, delivered and invoiced on the day on which they are due.",
    "no user can log in, or orders, deliveries or invoices can be neither entered nor read",
    2, "sales, purchasing, logistics and accounting",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("users", "Users logged in", 400, "at any time"), workload("documents", "Documents posted", 20_000, "day")),
    inside=("operation of the application and its database", "updates released by the manufacturer", "user support", "printing of documents"),
    outside=("changes to programs made for the Customer",),
)  # fmt: skip

COLLABORATION = service(
    "collaboration", "COL", "E-mail and collaboration",
    "Mailboxes, calendars, chat, meetings and shared documents.",
    "People write, meet and work on documents together, inside the company and with others.",
    "messages can be neither sent nor received, or no user can open a calendar, a meeting or a document",
    3, "all office staff",
    components=(PLATFORM, NETWORK, DIRECTORY),
    loads=(workload("mailboxes", "Mailboxes", 1_500, "at any time"), workload("messages", "Messages", 150_000, "day")),
    inside=("operation of the mail and document servers", "protection against unwanted and harmful messages", "user support"),
    outside=("public mailings",),
)  # fmt: skip

NETWORKING = service(
    "network", "NET", "Network and remote access",
    "Local networks, wireless access, the connection of the sites, Internet access and remote access.",
    "Every workplace, in the office or at home, reaches the applications that it needs.",
    "no device at a site reaches the data centre, or remote access refuses every user",
    2, "all staff",
    components=(component("wan", "Lines between the sites", "Carrier team", "99.95", "15 min", "1 h"), NETWORK),
    loads=(workload("devices", "Devices connected", 3_000, "at any time"), workload("remote", "Remote sessions", 600, "at any time")),
    inside=("operation of switches, access points, firewalls and lines", "addresses and names", "remote access for users"),
    outside=("cabling in the buildings",),
    personal=False,
)  # fmt: skip

FILES = service(
    "files", "FIL", "File storage",
    "Storage for the files of teams and users, with earlier versions and backup.",
    "Teams find their files, and lost ones come back.",
    "no user of a team can open or save a file",
    3, "all office staff",
    components=(PLATFORM, NETWORK, DIRECTORY),
    loads=(workload("volume", "Gigabytes stored", 40_000, "at any time"),),
    inside=("storage and backup", "restoring single files on request", "access rights"),
    outside=("sorting and deleting of files",),
)  # fmt: skip

WORKPLACE = service(
    "workplace", "WPL", "Workplace",
    "Computers with their software, set up, kept up to date, supported and replaced.",
    "Each user has a device on which the daily work can be done.",
    "the users of a department or of a site cannot start their devices or cannot log in to them",
    4, "all office staff",
    components=(DIRECTORY,),
    loads=(workload("devices", "Devices", 1_500, "at any time"), workload("tickets", "Reports and requests", 1_200, "month")),
    inside=("set-up, delivery and replacement of devices", "software distribution and updates", "user support"),
    outside=("private devices",),
)  # fmt: skip

STEPS = (("99.5", "5"), ("99", "10"), ("98", "15"))

OFFERS = (
    Offer(service=APPLICATION, percent="99.5", longest_outage=elapsed("2 h"), continuity=continuity(APPLICATION.id, "2 h", "15 min", "15 min", 6), thresholds=STEPS),
    Offer(service=COLLABORATION, percent="99.5", longest_outage=elapsed("2 h"), continuity=continuity(COLLABORATION.id, "2 h", "1 h", "1 h", 12), thresholds=STEPS),
    Offer(service=NETWORKING, percent="99.7", longest_outage=elapsed("2 h"), outages=6, thresholds=(("99.7", "5"), ("99.4", "10"), ("99", "15"))),
    Offer(service=FILES, percent="99.5", longest_outage=elapsed("2 h"), continuity=continuity(FILES.id, "2 h", "4 h", "4 h", 12), thresholds=STEPS),
    Offer(service=WORKPLACE, service_hours=EXTENDED, support_hours=WORKING,
          hours_remark="Devices may be used at any hour; these are the hours in which log-in and software distribution are operated."),
)  # fmt: skip

INDUSTRY = Industry(
    name="general",
    field="",
    identity=identity("STD-GENERAL", "Service Level Agreement for IT Services", 36, 12, 90, 180, 30),
    place=PLACE,
    week=(opening(WEEKDAYS, "09:00", "18:00"),),
    extended=(opening((*WEEKDAYS, Weekday.SATURDAY), "08:00", "20:00"),),
    offers=OFFERS,
    default_support=WORKING,
    impacts=(
        impact(1, "Company or site", "More than 100 users, or all users of a site, cannot work with a Service.", ("the business application refuses every log-in", "a site has lost its connection"), 101, None),
        impact(2, "Department", "Between 21 and 100 users cannot work with a Service.", ("accounting cannot post",), 21, 100),
        impact(3, "Single users", "One to 20 users cannot work with a Service or with a function of it.", ("a device does not start",), 1, 20),
        impact(4, "No effect on work", "No user is kept from work.", ("a question on how something is done",), 0, 0),
    ),
    urgencies=URGENCIES,
    disputed_by="the Provider’s service manager, after hearing the Customer’s head of IT,",
    targets=(
        incident("p1", "p1", elapsed("30 min"), elapsed("1 h"), elapsed("90 min"), elapsed("2 h"), "5 wd", 95, 5),
        incident("p2", "p2", working("1 h"), working("2 h"), working("4 h"), working("8 h"), "10 wd", 95, 5),
        *LOW_TARGETS,
    ),
    ladder=ladder(45, 60, 75, 90, 110),
    channels=channels(("en", "tr")),
    partial_outage="its length counts in the proportion of the users affected to all users of the Service",
    measuring_point="the exit of the Provider’s data centre towards the Customer’s sites, by a scripted log-in and the reading of a test record",
    upkeep=Upkeep(
        windows=(
            Window(
                id="sunday", name="Sunday morning", weekday=Weekday.SUNDAY, every=Every.WEEK, start=ClockTime.parse("06:00"),
                duration=elapsed("2 h"), zone=PLACE.zone,
            ),
        ),
        notice=working("3 wd"),
        monthly_cap=elapsed("10 h"),
        emergency_notice=elapsed("1 h"),
        emergency_cap=elapsed("2 h"),
    ),
    metrics=metrics(),
    survey=survey("after every tenth ticket that is closed, of the person who reported it", "4", 30),
    credits=Credits(
        monthly_cap="15",
        yearly_cap="10",
        late={"p1": (("95", "1"), ("90", "2"), ("80", "3")), "p2": (("95", "0.5"), ("85", "1"))},
        rewards=(
            Reward(
                id="application", name="Business application above its promise", months=3, at_least=Number("99.9"),
                metrics=(f"availability:av-{APPLICATION.id}:{APPLICATION.id}",), earn_back=Percent(25), limit=Percent(25),
            ),
        ),
        repeated=Right.TERMINATE_SERVICE,
        rights_days=60,
        chronic=(
            ChronicFailure(
                id="p1-late", name="Critical Incidents restored late in a row", missed=3, consecutive=True, metrics=("restore:p1",),
                right=Right.TERMINATE_AGREEMENT, within_days=60,
            ),
        ),
        action_plan=working("5 wd"),
    ),
    conduct=Conduct(interval_months=12, change_notice_days=30),
    advice=Advice(
        rules=rules((20_000, 5_000, 1_000, 100), (60, 240, 480, 1440), (0, 15, 240), 500),
        profiles=(
            service_profile(1, "99.9", "an outage endangers people or the business", 6),
            service_profile(2, "99.7", "an important part of the business stands still without it", 6),
            service_profile(3, "99.5", "the work of the day stops without it", 12),
            service_profile(4, "99", "people can do without it for a day", 12),
            service_profile(5, "98", "nobody is kept from work", None),
        ),
        targets=target_profiles("2 h", "2 h", "4 h"),
        credits={
            1: (("0", "5"), ("0.3", "10"), ("0.9", "15")),
            2: (("0", "5"), ("0.3", "10"), ("0.7", "15")),
            3: (("0", "5"), ("0.5", "10"), ("1.5", "15")),
            4: (("0", "3"), ("1", "6"), ("2", "10")),
            5: (("0", "3"), ("2", "6")),
        },
        limits=(
            limit("availability.promises[*].percent", "99.5", "99.9", DIRECTOR, "Above this, one restart of an application in a month breaks the promise."),
            limit("targets.items[*].restore", "2 h", "1 h", DELIVERY, "Staff on call need up to half an hour before work begins."),
            *money_limits(("10", "15"), ("8", "10")),
            limit("identity.convenience_notice_days", "180", "90", DIRECTOR, "Staff and licences are bound for at least half a year."),
            limit("metrics.satisfaction[*].target", "4", "4.2", DELIVERY, "Surveys have reached this value and not more."),
        ),
    ),
)  # fmt: skip
