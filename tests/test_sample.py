"""The sample agreement: every fact of the hospital's needs analysis stands in it, and it is complete in itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from slaeditor import shipped
from slaeditor.model import advice, answers, checks, interview, partial, paths, references, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.channels import ChannelKind
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.maintenance import Every
from slaeditor.model.agreement.needs import Harm, Intensity, Recurrence, ServiceNeed
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import Basis, Right
from slaeditor.model.agreement.review import Frequency
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Period, Target
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.edits import SetTerm, Several, apply
from slaeditor.model.quantities import Duration, Money, Number, Percent, Unit

RIGHTLY_FOUND = {
    ("AVL-09", "availability.promises[av-patient-record].percent"),
    ("AVL-09", "availability.promises[av-laboratory].percent"),
    ("AVL-09", "availability.promises[av-imaging].percent"),
    ("AVL-09", "availability.promises[av-billing].percent"),
    ("AVL-10", "availability.promises[av-patient-record].longest_outage"),
    ("AVL-10", "availability.promises[av-laboratory].longest_outage"),
    ("AVL-10", "availability.promises[av-imaging].longest_outage"),
    ("AVL-10", "availability.promises[av-portal].longest_outage"),
    ("SVC-06", "availability.promises[av-imaging].percent"),
    ("SVC-07", "services.items[imaging].components[image-storage].restore"),
}
"""What the rules say of the sample, and rightly: the traps in what the customer said."""
FIVE_DAYS = Duration(5, Unit.WORKING_DAYS, "working-hours")


@pytest.fixture(scope="module")
def hospital() -> Agreement:
    return shipped.sample()


def service(document: Agreement, identifier: str) -> Service:
    return next(row for row in document.services.items if row.id == identifier)


def need(document: Agreement, identifier: str) -> ServiceNeed:
    return next(row for row in document.needs.services if row.service == identifier)


def target(document: Agreement, services: tuple[str, ...], priority: str) -> Target:
    return next(
        row for row in document.targets.items
        if row.services == services and row.priority == priority and row.work.value == "incident"
    )  # fmt: skip


def availability(document: Agreement, identifier: str) -> str:
    (promise,) = (row for row in document.availability.promises if identifier in row.services)
    assert promise.period is Period.CALENDAR_MONTH
    assert promise.services == (identifier,)
    return str(promise.percent)


def base(document: Agreement, identifier: str) -> str | None:
    (promise,) = (row for row in document.availability.promises if identifier in row.services)
    return promise.base or document.hours.measurement_hours


def support(document: Agreement, identifier: str) -> str | None:
    row = next((row for row in document.hours.service_exceptions if identifier in row.services), None)
    return (row.support_hours if row else None) or document.hours.support_hours


def calendar_week(document: Agreement, identifier: str) -> tuple[tuple[Weekday, ...], str, str]:
    calendar = next(row for row in document.hours.calendars if row.id == identifier)
    (opening,) = calendar.week
    assert calendar.zone == "Europe/Istanbul"
    return opening.days, str(opening.opens), str(opening.closes)


def channel_kinds(document: Agreement, priority: str) -> set[ChannelKind]:
    return {row.kind for row in document.channels.items if not row.priorities or priority in row.priorities}


def spoken(document: Agreement, kind: ChannelKind) -> set[tuple[str, ...]]:
    return {row.languages for row in document.channels.items if row.kind is kind}


def roles(document: Agreement, side: Side) -> list[str]:
    path = next(row for row in document.escalation.paths if row.priorities == ("p1",))
    return [step.role for step in path.steps if step.side is side]


WORKING_DAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)

FACTS: dict[str, Callable[[Agreement], bool]] = {
    # who
    "provider": lambda d: d.parties.provider.legal_name == "Karya Managed Services A.Ş.",
    "provider's city": lambda d: d.parties.provider.address.endswith("İstanbul"),
    "provider's registration": lambda d: d.parties.provider.registration == "418822-5",
    "provider's tax number": lambda d: d.parties.provider.tax_number == "5210448830",
    "provider's signatory": lambda d: (
        [(s.name, s.title) for s in d.parties.signatories if s.side is Side.PROVIDER]
        == [("Elif Şahin", "Director of Services")]
    ),
    "customer": lambda d: d.parties.customer.legal_name == "Güneş Sağlık Grubu A.Ş.",
    "customer's city": lambda d: d.parties.customer.address.endswith("Ankara"),
    "three hospitals and a laboratory": lambda d: (
        [s.name for s in d.parties.customer.sites]
        == ["Hospital Ankara", "Hospital İzmir", "Hospital Kayseri", "Laboratory Ankara"]
    ),
    "customer's registration": lambda d: d.parties.customer.registration == "300517",
    "customer's tax number": lambda d: d.parties.customer.tax_number == "3970112246",
    "customer's signatories in this order": lambda d: (
        [
            (s.name, s.title)
            for s in sorted(d.parties.signatories, key=lambda s: s.order or 0)
            if s.side is Side.CUSTOMER
        ]
        == [("Dr. Oğuz Çelik", "Chief Executive"), ("İrem Yıldız", "Chief Information Officer")]
    ),
    # the contract
    "currency": lambda d: d.identity.currency == "EUR",
    "fee for all": lambda d: (
        sum((s.monthly_fee.amount for s in d.services.items if s.monthly_fee), Decimal(0)) == 46500
    ),
    "Turkish law": lambda d: "Türkiye" in d.identity.governing_law,
    "venue": lambda d: d.identity.venue == "Ankara",
    "languages": lambda d: set(d.identity.languages) == {"tr", "en"} and d.identity.prevailing_language == "tr",
    "effective": lambda d: d.identity.effective == date(2027, 1, 1),
    "term": lambda d: d.identity.initial_months == 36,
    "renewal": lambda d: d.identity.renewal is Renewal.AUTOMATIC and d.identity.renewal_months == 12,
    "notice of non-renewal": lambda d: d.identity.non_renewal_notice_days == 90,
    "master agreement": lambda d: bool(d.identity.master_title) and d.identity.master_date == date(2024, 3, 14),
    "which yields in matters of service levels": lambda d: d.identity.master_precedence.startswith(
        "In matters of service levels this Agreement prevails"
    ),
    # the services
    "five services": lambda d: (
        [s.name for s in d.services.items]
        == [
            "Patient record and medication module",
            "Laboratory system",
            "Imaging archive (PACS)",
            "Patient portal",
            "Billing and reporting",
        ]
    ),
    "fees": lambda d: (
        [s.monthly_fee for s in d.services.items]
        == [Money(Decimal(fee), "EUR") for fee in (18000, 9000, 8500, 5000, 6000)]
    ),
    "users": lambda d: (
        [s.users for s in d.services.items] == [1900, 260, 340, 30000, 120] == [n.users for n in d.needs.services]
    ),
    "patients use the portal": lambda d: service(d, "portal").user_group == "Patients",
    "record: all sites": lambda d: service(d, "patient-record").sites == () == need(d, "patient-record").sites,
    "record: day and night": lambda d: need(d, "patient-record").usage is Intensity.AROUND_THE_CLOCK,
    "record: their words": lambda d: (
        need(d, "patient-record").words
        == "If medication is down we go to paper within minutes; after an hour it is dangerous."
    ),
    "record: cost": lambda d: need(d, "patient-record").outage_cost == Money(Decimal(40000), "EUR"),
    "record: dangerous after an hour": lambda d: (
        (need(d, "patient-record").harm, need(d, "patient-record").tolerable_outage)
        == (Harm.DANGER_TO_PEOPLE, Duration(60))
    ),
    "record: no data may be lost": lambda d: need(d, "patient-record").tolerable_data_loss == Duration(0),
    "laboratory: day and night": lambda d: need(d, "laboratory").usage is Intensity.AROUND_THE_CLOCK,
    "laboratory: their words": lambda d: (
        need(d, "laboratory").words == "Results can wait an hour, the emergency room’s cannot."
    ),
    "laboratory: an hour": lambda d: need(d, "laboratory").tolerable_outage == Duration(60),
    "laboratory: cost": lambda d: need(d, "laboratory").outage_cost == Money(Decimal(12000), "EUR"),
    "laboratory: data": lambda d: need(d, "laboratory").tolerable_data_loss == Duration(5),
    "imaging: hours": lambda d: (
        need(d, "imaging").usage_hours == "extended-hours"
        and calendar_week(d, "extended-hours") == (tuple(Weekday), "07:00", "22:00")
    ),
    "imaging: emergency always": lambda d: "emergency always" in need(d, "imaging").usage_remark,
    "imaging: two hours": lambda d: need(d, "imaging").tolerable_outage == Duration(120),
    "imaging: data": lambda d: need(d, "imaging").tolerable_data_loss == Duration(15),
    "imaging: its supplier": lambda d: (
        [
            (c.internal, c.availability, c.restore)
            for c in service(d, "imaging").components
            if "storage" in c.supplier.lower()
        ]
        == [(False, Percent("99.9"), Duration(240))]
    ),
    "portal: annoying, not dangerous": lambda d: (
        need(d, "portal").harm is Harm.ANNOYANCE and "Annoying when down, not dangerous" in need(d, "portal").words
    ),
    "portal: peaks": lambda d: (
        {(c.recurrence, c.services) for c in d.needs.critical_dates}
        >= {(Recurrence.EVERY_WEEK, ("portal",)), (Recurrence.AFTER_HOLIDAYS, ("portal",))}
        and any(c.detail == "Mondays" for c in d.needs.critical_dates)
    ),
    "portal: half a day": lambda d: need(d, "portal").tolerable_outage == Duration(720),
    "billing: hours": lambda d: (
        need(d, "billing").usage_hours == "office-hours"
        and calendar_week(d, "office-hours") == (WORKING_DAYS, "08:30", "18:00")
    ),
    "billing: month end": lambda d: any(
        c.recurrence is Recurrence.EVERY_MONTH_END
        and c.services == ("billing",)
        and "last three working days" in c.detail
        for c in d.needs.critical_dates
    ),
    "billing: otherwise a day": lambda d: (
        need(d, "billing").tolerable_outage == Duration(1, Unit.WORKING_DAYS, "office-hours")
    ),
    # priorities and times
    "impact 1": lambda d: (
        d.priorities.impacts[0].label == "Patients at risk, or a whole site or a critical module down"
    ),
    "impact 2": lambda d: (
        d.priorities.impacts[1].label == "A department, more than 20 users or a degraded critical module"
        and d.priorities.impacts[1].lowest == 21
    ),
    "impact 3": lambda d: (d.priorities.impacts[2].lowest, d.priorities.impacts[2].highest) == (1, 20),
    "impact 4": lambda d: d.priorities.impacts[3].label == "No effect on work",
    "urgency": lambda d: (
        [u.label for u in d.priorities.urgencies] == ["High (now)", "Medium (today)", "Low (can be planned)"]
    ),
    "critical modules within an hour": lambda d: (
        target(d, ("patient-record", "laboratory"), "p1").restore == Duration(60)
    ),
    "less urgent in 4 hours": lambda d: target(d, ("patient-record", "laboratory"), "p2").restore == Duration(240),
    "and in 8 hours": lambda d: target(d, (), "p2").restore == Duration(480, Unit.MINUTES, "working-hours"),
    "the rest when working hours allow": lambda d: all(
        length is not None and length.calendar == "working-hours"
        for services in ((), ("patient-record", "laboratory"))
        for priority in ("p3", "p4")
        for length in (target(d, services, priority).restore,)
    ),
    # hours and channels
    "hotline around the clock for the first two": lambda d: (
        [(c.hours, c.services) for c in d.channels.items if c.kind is ChannelKind.PHONE and c.services]
        == [("around-the-clock", ("patient-record", "laboratory"))]
    ),
    "otherwise on working days": lambda d: (
        [c.hours for c in d.channels.items if c.kind is ChannelKind.PHONE and not c.services] == ["working-hours"]
        and calendar_week(d, "working-hours") == (WORKING_DAYS, "08:00", "18:00")
    ),
    "support hours": lambda d: (
        [support(d, s.id) for s in d.services.items]
        == ["around-the-clock"] * 2 + ["working-hours"] * 2 + ["office-hours"]  # billing: not before it can be used
        and {c.hours for c in d.channels.items if not c.services and c.kind is ChannelKind.PHONE} == {"working-hours"}
    ),
    "Turkey's public holidays": lambda d: (
        {c.holiday_country for c in d.hours.calendars if c.id in ("working-hours", "office-hours")} == {"TR"}
    ),
    "half days": lambda d: all(
        {h.eve_of for h in c.half_days} == {"Eid al-Fitr", "Eid al-Adha", "Republic Day"}
        and all(str(h.closes) == "13:00" for h in c.half_days)
        for c in d.hours.calendars
        if c.id in ("working-hours", "office-hours")
    ),
    "phone for anything urgent": lambda d: (
        d.needs.urgent_channel == "Phone" and channel_kinds(d, "p1") == channel_kinds(d, "p2") == {ChannelKind.PHONE}
    ),
    "portal and e-mail for the rest": lambda d: (
        channel_kinds(d, "p3")
        == channel_kinds(d, "p4")
        == {ChannelKind.PHONE, ChannelKind.PORTAL, ChannelKind.EMAIL, ChannelKind.CHAT}
    ),
    "chat in working hours": lambda d: (
        [c.hours for c in d.channels.items if c.kind is ChannelKind.CHAT] == ["working-hours"]
    ),
    "Turkish always": lambda d: all("tr" in c.languages for c in d.channels.items),
    "English by phone too": lambda d: (
        spoken(d, ChannelKind.PHONE) == {("tr", "en")} and spoken(d, ChannelKind.EMAIL) == {("tr",)}
    ),
    # availability and maintenance
    "availability": lambda d: (
        [availability(d, s.id) for s in d.services.items] == ["99.95%", "99.9%", "99.9%", "99.5%", "99.5%"]
    ),
    "of billing in service hours": lambda d: (
        [base(d, s.id) for s in d.services.items] == ["around-the-clock"] * 4 + ["office-hours"]
    ),
    "maintenance": lambda d: (
        [(w.weekday, w.every, str(w.start), w.duration, w.zone) for w in d.maintenance.windows]
        == [(Weekday.SUNDAY, Every.WEEK, "02:00", Duration(120), "Europe/Istanbul")]
    ),
    "its notice": lambda d: d.maintenance.notice == FIVE_DAYS,
    "no maintenance at the turn of the year": lambda d: (
        [
            ((b.start.month, b.start.day), (b.end.month, b.end.day), b.yearly, b.services)
            for b in d.maintenance.blackouts
            if b.start and b.end
        ]
        == [((12, 20), (1, 5), True, ())]
    ),
    # escalation
    "escalation at the provider": lambda d: roles(d, Side.PROVIDER) == ["Team leader", "Service manager", "Director"],
    "escalation at the customer": lambda d: roles(d, Side.CUSTOMER) == ["Head of IT", "Chief information officer"],
    "from the first half hour": lambda d: d.escalation.paths[0].steps[0].after == Duration(30),
    "each with a person or desk": lambda d: all(step.contact for path in d.escalation.paths for step in path.steps),
    # money
    "a share of the service's fee": lambda d: {s.basis for s in d.remedies.schedules} == {Basis.SERVICE_FEE},
    "for every service": lambda d: (
        {m.rpartition(":")[2] for s in d.remedies.schedules for m in s.metrics} == {s.id for s in d.services.items}
    ),
    "thresholds start at the promise": lambda d: (
        [str(s.thresholds[0].below) for s in d.remedies.schedules] == ["99.95", "99.9", "99.9", "99.5", "99.5"]
    ),
    "caps": lambda d: (d.remedies.monthly_cap, d.remedies.yearly_cap) == (Percent("15"), Percent("10")),
    "bonus only as earn-back": lambda d: bool(d.remedies.rewards) and all(r.earn_back for r in d.remedies.rewards),
    "three missed of six": lambda d: (
        {
            metric
            for c in d.remedies.chronic
            if (c.missed, c.of, c.consecutive, c.right) == (3, 6, False, Right.TERMINATE_AGREEMENT)
            for metric in c.metrics
        }
        == {f"availability:{promise.id}:{one}" for promise in d.availability.promises for one in promise.services}
    ),
    "two in a row on patient record": lambda d: any(
        (c.missed, c.consecutive, c.right, c.metrics)
        == (2, True, Right.TERMINATE_AGREEMENT, ("availability:av-patient-record:patient-record",))
        for c in d.remedies.chronic
    ),
    # satisfaction, reports, reviews
    "satisfaction": lambda d: (
        [(s.scale_low, s.scale_high, s.target, s.minimum_responses, s.period) for s in d.metrics.satisfaction]
        == [(1, 5, Number("4.2"), 50, Period.QUARTER)]
    ),
    "after every tenth ticket": lambda d: "after every tenth ticket" in d.metrics.satisfaction[0].sampling,
    "below that an improvement plan": lambda d: "improvement plan" in d.metrics.satisfaction[0].below,
    "monthly report by the fifth working day": lambda d: any(
        (r.frequency, r.due) == (Frequency.MONTHLY, FIVE_DAYS) for r in d.review.reports
    ),
    "review every quarter": lambda d: any(m.frequency is Frequency.QUARTERLY for m in d.review.meetings),
    "reviewed every six months": lambda d: d.review.interval_months == 6 and d.review.next_review == date(2027, 6, 30),
}


@pytest.mark.parametrize("fact", FACTS)
def test_the_agreement_holds_the_fact(hospital: Agreement, fact: str) -> None:
    assert FACTS[fact](hospital)


def test_nothing_obligatory_is_missing_and_nothing_dangles(hospital: Agreement) -> None:
    assert {(one.rule, paths.text_of(one.paths[0])) for one in checks.findings(hospital)} == RIGHTLY_FOUND
    assert list(references.dangling(hospital)) == []


def test_the_traps_of_the_case_are_told_with_their_figures_and_what_is_none_is_not(hospital: Agreement) -> None:
    found = {(one.rule, paths.text_of(one.paths[0])): one for one in checks.findings(hospital)}
    promise = found["AVL-09", "availability.promises[av-patient-record].percent"]
    assert "99.95% allows 20 min 9 s in February 2027" in promise.witness
    parts = found["SVC-06", "availability.promises[av-imaging].percent"]
    assert "Image storage 99.9% = 99.88%" in parts.witness
    supplier = found["SVC-07", "services.items[imaging].components[image-storage].restore"]
    assert "4 hours" in supplier.sentence
    assert "2 hours" in supplier.sentence
    assert not [rule for rule, _ in found if rule == "CRD-23"]  # 15 % of a month and 10 % of a year both bind
    window = hospital.maintenance.windows[0].id
    counted = apply(hospital, SetTerm(("maintenance", "windows", window, "counts_as_downtime"), True))
    broken = {paths.text_of(one.paths[0]): one for one in checks.findings(counted) if one.rule == "AVL-03"}
    assert "10 h of maintenance" in next(iter(broken.values())).witness  # five Sundays; 8.7 hours in a month on average


def test_every_need_has_its_answer_and_nothing_more_is_proposed(hospital: Agreement) -> None:
    assert [one.sentence for one in advice.unmet(hospital)] == []
    assert advice.advise(hospital) == ()


def test_the_criticality_of_each_service_says_why(hospital: Agreement) -> None:
    assert [row.criticality for row in hospital.services.items] == [1, 2, 2, 4, 3]
    assert "an hour down costs EUR\N{NO-BREAK SPACE}40,000" in hospital.services.items[0].criticality_reason


def test_who_said_it_and_when_is_kept(hospital: Agreement) -> None:
    assert {(row.said_by, row.said_on) for row in hospital.needs.sources} == {
        ("İrem Yıldız, Chief Information Officer", date(2026, 10, 5))
    }
    assert not any(row.answer.startswith("parties.provider") for row in hospital.needs.sources)


def test_it_remembers_the_standard_it_came_from(hospital: Agreement) -> None:
    assert hospital.identity.origin_standard
    assert len(hospital.identity.origin_hash) == 64
    assert from_json(to_json(hospital)) == hospital


def test_every_reachable_address_is_one_that_nobody_has(hospital: Agreement) -> None:
    for _, declared, value in paths.walk(hospital):
        if declared.term.shape.value == "email" and value:
            assert value.endswith(".example")
        if declared.term.shape.value == "phone" and value:
            assert " 000 " in value  # no Turkish subscriber number begins with 0
    assert (
        text.listed([row.address for row in hospital.channels.items if "karya.example" not in row.address]).count("000")
        == 2
    )


def test_whatever_the_customer_said_can_be_answered_in_the_interview() -> None:
    given = answers.read(shipped.sample_answers().read_bytes())
    start = shipped.begin(given.standard, "", "")
    said = partial.merge(start, given.answers)
    after = apply(start, Several("", tuple(edit for _, edit in said)))
    asked = [question for theme in interview.themes(after) for question in theme.questions]
    for place, _ in said:
        assert any(
            (
                question.path == place[: len(question.path)]
                and (
                    not question.columns
                    or len(place) == len(question.path) + 1
                    or place[len(question.path) + 1] in question.columns
                )
            )
            or place == question.path[: len(place)]
            for question in asked
        ), paths.text_of(place)
