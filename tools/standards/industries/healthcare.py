"""The standard for hospitals and other providers of care: patients first, critical modules around the clock."""

from __future__ import annotations

import datetime

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import ChronicFailure, Reward, Right
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.review import Frequency, Report
from slaeditor.model.quantities import ClockTime, Number, Percent
from tools.standards.calendars import ALL_DAYS, WEEKDAYS, calendar, opening
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
from tools.standards.figures import ALWAYS, EXTENDED, WORKING, elapsed, working
from tools.standards.industry import Advice, Conduct, Credits, Industry, Offer, Place, Upkeep
from tools.standards.people import ladder
from tools.standards.playbook import limit, money_limits, rules, service_profile, target_profiles
from tools.standards.quality import metric
from tools.standards.ranks import impact

OFFICE = "office-hours"

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

RECORD = service(
    "patient-record", "PAT", "Patient record and medication module",
    "Electronic patient record with orders, medication and its administration, ward lists and alerts.",
    "Staff see the right record of the right patient and give the right medicine at the right time.",
    "no user of a ward or of a site can open records, or medication cannot be ordered, checked or recorded",
    1, "physicians, nurses and pharmacists",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("users", "Users logged in", 2_500, "at any time"), workload("orders", "Medication orders", 60_000, "day")),
    inside=("operation of the application and its database", "interfaces to laboratory, imaging and billing", "user support", "updates released by the manufacturer"),
    outside=("devices at the bedside", "the content of medical guidelines"),
)  # fmt: skip

LABORATORY = service(
    "laboratory", "LAB", "Laboratory system",
    "Orders, samples, analyser connections, validation and release of results.",
    "Results reach the people who treat the patient in the time that medicine demands.",
    "orders cannot be taken, samples cannot be identified, or validated results cannot be seen by those who ordered them",
    2, "laboratory staff, wards and emergency room",
    components=(PLATFORM, DATABASE, NETWORK),
    loads=(workload("users", "Users logged in", 500, "at any time"), workload("results", "Results", 80_000, "day")),
    inside=("operation of the application and its database", "analyser connections up to the analyser’s port", "user support"),
    outside=("analysers and their maintenance",),
)  # fmt: skip

IMAGING = service(
    "imaging", "PACS", "Imaging archive (PACS)",
    "Archive and distribution of diagnostic images and reports to reading rooms and wards.",
    "Images and reports are at hand where a diagnosis or an operation depends on them.",
    "images taken cannot be stored, or stored images and reports cannot be opened at any workstation of a site",
    2, "radiologists, radiographers and surgeons",
    components=(PLATFORM, NETWORK, component("image-storage", "Image storage", "Storage team", "99.95", "15 min", "1 h")),
    loads=(workload("users", "Users logged in", 600, "at any time"), workload("studies", "Studies stored", 3_000, "day")),
    inside=("operation of the archive and the viewers", "storage of images for the legal period", "user support"),
    outside=("modalities and diagnostic monitors",),
)  # fmt: skip

PORTAL = service(
    "portal", "POR", "Patient portal",
    "Web and mobile access for patients to appointments, results and messages.",
    "Patients book and change appointments and read their results without calling the hospital.",
    "patients cannot log in, or appointments can neither be booked nor changed",
    4, "patients and appointment desks",
    components=(PLATFORM, NETWORK, DIRECTORY),
    loads=(workload("sessions", "Sessions", 3_000, "at any time"), workload("bookings", "Bookings", 10_000, "day")),
    inside=("operation of the portal and its interfaces", "protection against attacks from the Internet", "second-level support for appointment desks"),
    outside=("support of patients by phone",),
)  # fmt: skip

BILLING = service(
    "billing", "BIL", "Billing and reporting",
    "Coding, invoicing, claims to insurers and statutory statistics.",
    "Services rendered are invoiced completely and statutory reports leave on their day.",
    "invoices cannot be made or sent, or a statutory report cannot be produced on its day",
    3, "billing, coding and controlling staff",
    components=(PLATFORM, DATABASE),
    loads=(workload("users", "Users logged in", 250, "at any time"), workload("invoices", "Invoices", 15_000, "day")),
    inside=("operation of the application and its database", "transmission to insurers", "user support"),
    outside=("tariffs and coding rules",),
)  # fmt: skip

CRITICAL = (RECORD.id, LABORATORY.id)

TIERS = {
    "99.8": (("99.8", "5"), ("99.5", "10"), ("99", "15")),
    "99.4": (("99.4", "5"), ("99", "10"), ("98", "15")),
}

OFFERS = (
    Offer(service=RECORD, percent="99.8", outages=4, continuity=continuity(RECORD.id, "1 h", "5 min", "5 min", 3), thresholds=TIERS["99.8"],
          service_hours=ALWAYS, support_hours=ALWAYS),
    Offer(service=LABORATORY, percent="99.8", outages=4, continuity=continuity(LABORATORY.id, "1 h", "5 min", "5 min", 6),
          thresholds=TIERS["99.8"], service_hours=ALWAYS, support_hours=ALWAYS),
    Offer(service=IMAGING, percent="99.4", base=EXTENDED, outages=4, continuity=continuity(IMAGING.id, "2 h", "15 min", "15 min", 6),
          thresholds=TIERS["99.4"], service_hours=EXTENDED, support_hours=WORKING,
          hours_remark="Outside these hours the archive is kept running for emergencies, without a promised availability."),
    Offer(service=PORTAL, percent="99.4", base=EXTENDED, outages=6, continuity=continuity(PORTAL.id, "2 h", "1 h", "1 h", 12),
          thresholds=TIERS["99.4"], service_hours=EXTENDED, support_hours=WORKING,
          hours_remark="Outside these hours patients may use the portal, without a promised availability."),
    Offer(service=BILLING, percent="98.5", base=OFFICE, outages=6, continuity=continuity(BILLING.id, "2 h", "1 h", "1 h", 12),
          thresholds=(("98.5", "5"), ("97.5", "10"), ("96", "15")), service_hours=OFFICE, support_hours=OFFICE),
)  # fmt: skip

TARGETS = (
    incident(
        "critical-p1",
        "p1",
        elapsed("15 min"),
        elapsed("30 min"),
        elapsed("45 min"),
        elapsed("1 h"),
        "5 wd",
        95,
        5,
        CRITICAL,
    ),
    incident(
        "critical-p2", "p2", elapsed("30 min"), elapsed("1 h"), elapsed("2 h"), elapsed("4 h"), "10 wd", 95, 5, CRITICAL
    ),
    incident(
        "critical-p3", "p3", working("2 h"), working("4 h"), working("6 h"), working("8 h"), "20 wd", 90, 10, CRITICAL
    ),
    incident("critical-p4", "p4", working("8 h"), working("3 wd"), None, working("5 wd"), "30 wd", 90, 10, CRITICAL),
    incident("p1", "p1", elapsed("30 min"), elapsed("1 h"), elapsed("90 min"), elapsed("2 h"), "5 wd", 95, 5),
    incident("p2", "p2", working("1 h"), working("2 h"), working("4 h"), working("8 h"), "10 wd", 95, 5),
    *LOW_TARGETS,
)

IMPACTS = (
    impact(1, "Patients at risk, or a site or a critical module down",
           "The person in charge of care says that patients are at risk, or no user of a site can work with a Service, or a Service of criticality 1 or 2 is down.",
           ("medication cannot be checked", "the emergency room receives no results"), None, None),
    impact(2, "A department", "At least 21 users or a whole department cannot work with a Service, or a Service of criticality 1 or 2 is degraded.",
           ("the outpatient department cannot open appointments", "results arrive an hour late"), 21, None),
    impact(3, "Single users", "One to 20 users cannot work with a Service or with a function of it.",
           ("a workstation of a ward cannot log in",), 1, 20),
    impact(4, "No effect on work", "No user is kept from work.", ("a spelling mistake on a screen",), 0, 0),
)  # fmt: skip

WINDOW = Window(
    id="sunday", name="Sunday night", weekday=Weekday.SUNDAY, every=Every.WEEK, start=ClockTime.parse("02:00"),
    duration=elapsed("2 h"), zone=PLACE.zone,
)  # fmt: skip

PROFILES = (
    service_profile(1, "99.95", "an outage endangers people or the business", 3),
    service_profile(2, "99.9", "care is held up within an hour or two", 6),
    service_profile(3, "99.5", "the work of the day stops without it", 12),
    service_profile(4, "99.5", "people can do without it for half a day", 12),
    service_profile(5, "99", "nobody is kept from work", None),
)

INDUSTRY = Industry(
    name="healthcare",
    field="healthcare",
    identity=identity(
        "STD-HEALTHCARE", "Service Level Agreement for Clinical and Administrative IT Services", 36, 12, 90, None, 30, ("tr", "en"), "tr"
    ),
    place=PLACE,
    week=(opening(WEEKDAYS, "08:00", "18:00"),),
    extended=(opening(ALL_DAYS, "07:00", "22:00"),),
    more_calendars=(calendar(PLACE, OFFICE, "Office hours", opening(WEEKDAYS, "08:30", "18:00")),),
    offers=OFFERS,
    default_support=WORKING,
    impacts=IMPACTS,
    urgencies=URGENCIES,
    disputed_by="the Customer’s head of IT, or the person in charge of care where patients may be at risk,",
    targets=TARGETS,
    ladder=ladder(30, 35, 45, 50, 55),
    channels=channels(("tr", "en"), CRITICAL),
    partial_outage="an outage of a whole site counts in full, and an outage of part of a site counts in the proportion of the users affected to all users of the Service",
    measuring_point="the network point of each site where it meets the Customer’s network, by a scripted log-in and the reading of a test record",
    upkeep=Upkeep(
        windows=(WINDOW,),
        blackouts=(
            Blackout(id="turn-of-year", name="Turn of the year", start=datetime.date(2026, 12, 20), end=datetime.date(2027, 1, 5)),
        ),
        notice=working("5 wd"),
        monthly_cap=elapsed("10 h"),
        emergency_notice=elapsed("1 h"),
        emergency_cap=elapsed("2 h"),
    ),
    metrics=(
        *metrics(),
        metric(
            "clinical-faults", "M5", "Clinical faults announced in time",
            "Share of the faults that may have led to a wrong, missing or mixed-up clinical record and of which the Customer was told within the time set among the duties.",
            "faults announced in time ÷ faults found", "%", "100", "100", coverage_hours=ALWAYS, measurement_hours=ALWAYS,
        ),
    ),
    survey=survey("after every tenth ticket that is closed, of the person who reported it", "4.2", 50),
    credits=Credits(
        monthly_cap="15",
        yearly_cap="10",
        late={"critical-p1": (("95", "1"), ("90", "2"), ("80", "3")), "critical-p2": (("95", "0.5"), ("85", "1"))},
        rewards=(
            Reward(
                id="clinical", name="Clinical services above their promise", months=3, at_least=Number("99.97"),
                metrics=tuple(f"availability:av-{one}:{one}" for one in CRITICAL), earn_back=Percent(25), limit=Percent(25),
            ),
        ),
        repeated=Right.TERMINATE_AGREEMENT,
        rights_days=90,
        chronic=(
            ChronicFailure(
                id="patient-record", name="Patient record missed in a row", missed=2, consecutive=True,
                metrics=(f"availability:av-{RECORD.id}:{RECORD.id}",), right=Right.TERMINATE_AGREEMENT, within_days=90,
            ),
        ),
        action_plan=working("5 wd"),
    ),
    conduct=Conduct(
        interval_months=6,
        change_notice_days=30,
        reports=(
            Report(
                id="downtime-rehearsal", name="Report on rehearsals of downtime procedures",
                content="Rehearsals held by the Customer, the help given, gaps found in the Services and their correction",
                frequency=Frequency.YEARLY, due=working("20 wd"), recipient="The Customer’s chief information officer", format="PDF",
            ),
        ),
    ),
    duties=(
        Duty(
            id="downtime-procedures", name="Maintain and rehearse written downtime procedures for Services of criticality 1 or 2",
            accountable=Side.CUSTOMER, responsible="the Customer’s person in charge of care", consulted="the Provider’s service manager",
        ),
        Duty(
            id="clinical-fault-notice", name="Tell the Customer of a fault that may have led to a wrong, missing or mixed-up clinical record",
            accountable=Side.PROVIDER, responsible="the Provider’s service manager", informed="the Customer’s emergency contact",
            deadline=elapsed("2 h"),
        ),
    ),
    advice=Advice(
        rules=rules((25_000, 8_000, 1_500, 200), (30, 120, 240, 1440), (0, 15, 60), 1_000),
        profiles=PROFILES,
        targets=target_profiles("1 h", "2 h", "4 h"),
        credits={
            1: (("0", "5"), ("0.05", "10"), ("0.45", "15")),
            2: (("0", "5"), ("0.4", "10"), ("0.9", "15")),
            3: (("0", "5"), ("0.5", "10"), ("1.5", "15")),
            4: (("0", "3"), ("0.5", "6"), ("1.5", "10")),
            5: (("0", "3"), ("1", "6")),
        },
        limits=(
            limit("availability.promises[*].percent", "99.9", "99.95", DIRECTOR, "Above this, one restart of the application in a month breaks the promise."),
            limit("targets.items[*].restore", "2 h", "1 h", DELIVERY, "A database is restarted and checked in about forty minutes."),
            *money_limits(("10", "15"), ("8", "10")),
            limit("identity.convenience_notice_days", "365", "180", DIRECTOR, "Clinical platforms are built for one customer and cannot be let to another."),
            limit("metrics.satisfaction[*].target", "4", "4.2", DELIVERY, "Surveys in hospitals have reached this value and not more."),
        ),
    ),
)  # fmt: skip
