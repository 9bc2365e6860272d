"""The standard for public bodies: open to audit, accessible to everyone, formal in change."""

from __future__ import annotations

import datetime

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import ChronicFailure, Right
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.review import Frequency, Report
from slaeditor.model.quantities import ClockTime
from tools.standards.calendars import WEEKDAYS, opening
from tools.standards.common import (
    DATABASE,
    DIRECTORY,
    LOW_TARGETS,
    NETWORK,
    PLATFORM,
    URGENCIES,
    channels,
    continuity,
    identity,
    incident,
    metrics,
    service,
    survey,
    workload,
)
from tools.standards.conduct import DELIVERY, DIRECTOR
from tools.standards.figures import ALWAYS, EXTENDED, WORKING, elapsed, working
from tools.standards.industry import Advice, Conduct, Credits, Industry, Offer, Place, Upkeep
from tools.standards.people import ladder
from tools.standards.playbook import limit, money_limits, rules, service_profile, target_profiles
from tools.standards.quality import metric
from tools.standards.ranks import impact

PLACE = Place(
    zone="Europe/Dublin",
    country="IE",
    eves=(("christmas-eve", "Christmas Eve", "Christmas Day", "13:00"),),
    law="the laws of Ireland",
    venue="Ireland",
)

PORTAL = service(
    "citizen-portal", "CIT", "Citizen portal",
    "Online access of citizens and businesses to applications, payments, messages and decisions.",
    "Citizens and businesses settle their matters with the authority without visiting it.",
    "citizens cannot log in, or no application can be submitted or read",
    2, "citizens and businesses",
    components=(PLATFORM, NETWORK, DIRECTORY),
    loads=(workload("sessions", "Sessions", 10_000, "at any time"), workload("applications", "Applications submitted", 20_000, "day")),
    inside=("operation of the portal and its interfaces", "protection against attacks from the Internet", "second-level support for the authority’s information desk"),
    outside=("support of citizens by phone", "content and forms"),
)  # fmt: skip

CASES = service(
    "case-management", "CAS", "Case management",
    "Files, tasks, deadlines, letters and decisions of the authority’s procedures.",
    "Cases are decided in order, in time and on a complete file.",
    "no user of a department can open a file, or decisions can be neither recorded nor sent",
    2, "case workers and their managers",
    components=(PLATFORM, DATABASE),
    loads=(workload("users", "Users logged in", 1_500, "at any time"), workload("cases", "Cases opened", 5_000, "day")),
    inside=("operation of the application and its database", "interfaces to portal, registers and archive", "user support"),
    outside=("legal content of letters and forms",),
)  # fmt: skip

REGISTERS = service(
    "registers", "REG", "Public registers",
    "Registers kept by law, with enquiries, entries, extracts and evidence of changes.",
    "Entries are complete and can be relied on, and extracts are issued while people wait.",
    "no enquiry is answered, or an entry can be neither made nor read",
    1, "registrars, other authorities and notaries",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("enquiries", "Enquiries", 200_000, "day"), workload("entries", "Entries", 10_000, "day")),
    inside=("operation of the application and its database", "log of every entry and enquiry", "interfaces to other authorities"),
    outside=("the correctness of what is entered",),
)  # fmt: skip

ARCHIVE = service(
    "archive", "ARC", "Records archive",
    "Electronic archive of records with retention, search and proof of integrity.",
    "Records are found, proven genuine and kept or destroyed as the law demands.",
    "no user can search for records or open them",
    4, "case workers, auditors and archivists",
    components=(PLATFORM,),
    loads=(workload("volume", "Gigabytes stored", 80_000, "at any time"),),
    inside=("operation of the archive", "renewal of the proofs of integrity", "retention by schedule"),
    outside=("appraisal of records",),
)  # fmt: skip

WORKPLACE = service(
    "workplace", "WPL", "Workplace",
    "Computers with their software, set up, kept up to date, supported and replaced, with aids for staff with disabilities.",
    "Each member of staff has a device on which the daily work can be done.",
    "the users of a department or of a site cannot start their devices or cannot log in to them",
    4, "all staff",
    components=(DIRECTORY,),
    loads=(workload("devices", "Devices", 3_000, "at any time"), workload("tickets", "Reports and requests", 2_500, "month")),
    inside=("set-up, delivery and replacement of devices", "software distribution and updates", "user support", "assistive devices and software"),
    outside=("private devices",),
)  # fmt: skip

STEPS = (("99.5", "5"), ("99", "8"), ("98", "10"))

OFFERS = (
    Offer(service=PORTAL, percent="99.5", longest_outage=elapsed("2 h"), outages=4, continuity=continuity(PORTAL.id, "2 h", "15 min", "15 min", 6), thresholds=STEPS,
          service_hours=ALWAYS, support_hours=EXTENDED),
    Offer(service=CASES, percent="99", base=EXTENDED, longest_outage=elapsed("2 h"), continuity=continuity(CASES.id, "2 h", "15 min", "15 min", 6),
          thresholds=(("99", "5"), ("98", "8"), ("97", "10")), service_hours=EXTENDED, support_hours=WORKING),
    Offer(service=REGISTERS, percent="99.5", longest_outage=elapsed("2 h"), outages=4, continuity=continuity(REGISTERS.id, "2 h", "5 min", "5 min", 6), thresholds=STEPS,
          service_hours=ALWAYS, support_hours=EXTENDED),
    Offer(service=ARCHIVE, percent="99", continuity=continuity(ARCHIVE.id, "2 h", "4 h", "4 h", 12), thresholds=(("99", "3"), ("98", "6"), ("97", "10"))),
    Offer(service=WORKPLACE, service_hours=EXTENDED, support_hours=WORKING,
          hours_remark="Devices may be used at any hour; these are the hours in which log-in and software distribution are operated."),
)  # fmt: skip

INDUSTRY = Industry(
    name="public_sector",
    field="public administration",
    identity=identity("STD-PUBLIC", "Service Level Agreement for Public Administration Services", 48, 12, 180, None, 30),
    place=PLACE,
    week=(opening(WEEKDAYS, "09:00", "17:30"),),
    extended=(opening(WEEKDAYS, "07:00", "20:00"),),
    offers=OFFERS,
    default_support=WORKING,
    impacts=(
        impact(1, "Statutory function stops", "A function that the law obliges the Customer to perform on the day cannot be performed, or more than 100 users cannot work with a Service.", ("the register gives no answer", "no application can be submitted on the last day of a time limit"), 101, None),
        impact(2, "Department", "Between 21 and 100 users cannot work with a Service, or persons with disabilities are excluded from a Service.", ("a department cannot open files",), 21, 100),
        impact(3, "Single users", "One to 20 users cannot work with a Service or with a function of it.", ("a letter cannot be printed",), 1, 20),
        impact(4, "No effect on work", "No user is kept from work.", ("a question on how something is done",), 0, 0),
    ),
    urgencies=URGENCIES,
    disputed_by="the Customer’s head of IT",
    targets=(
        incident("p1", "p1", elapsed("30 min"), elapsed("1 h"), elapsed("90 min"), elapsed("2 h"), "5 wd", 95, 5),
        incident("p2", "p2", working("1 h"), working("2 h"), working("4 h"), working("8 h"), "10 wd", 95, 5),
        *LOW_TARGETS,
    ),
    ladder=ladder(45, 60, 75, 90, 110),
    channels=channels(("en",), desk=EXTENDED),
    partial_outage="its length counts in the proportion of the users affected to all users of the Service, and in full where a statutory function cannot be performed",
    measuring_point="the exit of the Provider’s data centre towards the Customer’s network, and for the citizen portal a place on the public Internet outside the Provider’s network",
    upkeep=Upkeep(
        windows=tuple(
            Window(
                id=identifier, name=name, weekday=Weekday.SATURDAY, every=every, start=ClockTime.parse("06:00"), duration=elapsed("3 h"),
                zone=PLACE.zone,
            )
            for identifier, name, every in (
                ("second-saturday", "Second Saturday of the month", Every.SECOND),
                ("fourth-saturday", "Fourth Saturday of the month", Every.FOURTH),
            )
        ),
        blackouts=(
            Blackout(id="year-end", name="Statutory year-end work", start=datetime.date(2026, 12, 27), end=datetime.date(2027, 1, 10)),
        ),
        notice=working("8 wd"),
        monthly_cap=elapsed("6 h"),
        emergency_notice=elapsed("1 h"),
        emergency_cap=elapsed("2 h"),
    ),
    metrics=(
        *metrics(),
        metric(
            "accessibility", "M5", "Barriers removed in time",
            "Share of the barriers reported as Incidents that were removed, or for which a Workaround was in use, within the time for restoring.",
            "barriers removed in time ÷ barriers reported", "%", "90", "95",
        ),
    ),
    survey=survey("after every tenth ticket that is closed, of the person who reported it", "4", 40),
    credits=Credits(
        monthly_cap="10",
        yearly_cap="8",
        late={"p1": (("95", "1"), ("90", "2"), ("80", "3")), "p2": (("95", "0.5"), ("85", "1"))},
        repeated=Right.TERMINATE_SERVICE,
        rights_days=90,
        chronic=(
            ChronicFailure(
                id="registers", name="Public registers missed in a row", missed=2, consecutive=True,
                metrics=(f"availability:av-{REGISTERS.id}:{REGISTERS.id}",), right=Right.TERMINATE_AGREEMENT, within_days=90,
            ),
        ),
        action_plan=working("5 wd"),
    ),
    conduct=Conduct(
        interval_months=12,
        change_notice_days=60,
        reports=(
            Report(
                id="accessibility-report", name="Accessibility report", content="Conformity of each Service with the accessibility requirements, barriers reported and removed",
                frequency=Frequency.HALF_YEARLY, due=working("15 wd"), recipient="The Customer’s head of IT and its disability officer", format="PDF",
            ),
            Report(
                id="annual-report", name="Annual report", content="Service Levels and Service Credits of the year, subcontractors, audits and their results, costs by Service",
                frequency=Frequency.YEARLY, due=working("20 wd"), recipient="The Customer’s head of the authority", format="PDF and Excel",
            ),
        ),
    ),
    duties=(
        Duty(
            id="information-request", name="Give the information needed to answer a request for access to information", accountable=Side.PROVIDER,
            responsible="the Provider’s service manager", informed="the Customer’s information officer", deadline=working("5 wd"),
        ),
        Duty(
            id="announce-deadlines", name="Announce statutory dates on which a Service is used more than usual", accountable=Side.CUSTOMER,
            responsible="the Customer’s head of IT", informed="the Provider’s service manager", deadline=working("20 wd"),
        ),
    ),
    advice=Advice(
        rules=rules((20_000, 5_000, 1_000, 100), (60, 240, 480, 1440), (0, 15, 240), 2_000),
        profiles=(
            service_profile(1, "99.9", "an outage endangers people or a statutory function", 6),
            service_profile(2, "99.7", "citizens or departments are turned away without it", 6),
            service_profile(3, "99.5", "the work of the day stops without it", 12),
            service_profile(4, "99", "people can do without it for a day", 12),
            service_profile(5, "98", "nobody is kept from work", None),
        ),
        targets=target_profiles("2 h", "2 h", "4 h"),
        credits={
            1: (("0", "5"), ("0.4", "8"), ("0.9", "10")),
            2: (("0", "5"), ("0.3", "8"), ("0.7", "10")),
            3: (("0", "5"), ("0.5", "8"), ("1.5", "10")),
            4: (("0", "3"), ("1", "6"), ("2", "10")),
            5: (("0", "3"), ("2", "6")),
        },
        limits=(
            limit("availability.promises[*].percent", "99.5", "99.9", DIRECTOR, "Above this, one restart of an application in a month breaks the promise."),
            limit("targets.items[*].restore", "2 h", "1 h", DELIVERY, "Staff on call need up to half an hour before work begins."),
            limit("maintenance.monthly_cap", "6 h", "6 h", DELIVERY, "Two windows a month hold the update cycles of the platform."),
            *money_limits(("8", "10"), ("6", "8")),
            limit("identity.convenience_notice_days", "365", "180", DIRECTOR, "Public contracts are priced for their whole term."),
            limit("metrics.satisfaction[*].target", "4", "4.2", DELIVERY, "Surveys have reached this value and not more."),
        ),
    ),
)  # fmt: skip
