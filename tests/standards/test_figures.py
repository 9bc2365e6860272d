"""The figures of the standards agree with one another."""

from decimal import Decimal
from itertools import pairwise
from math import prod

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.maintenance import Every
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import Basis, Claim, CreditSchedule
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.quantities import Duration, Unit
from tests.standards.days import months, week


def calendar(document: Agreement, identifier: str | None) -> Calendar:
    return next(one for one in document.hours.calendars if one.id == identifier)


def incidents(document: Agreement, priority: str) -> list[Target]:
    return [row for row in document.targets.items if row.work is Work.INCIDENT and row.priority == priority]


def outage_target(document: Agreement, service: str) -> Target:
    """The row for the highest priority that speaks for the service."""
    rows = incidents(document, "p1")
    return next((row for row in rows if service in row.services), next(row for row in rows if not row.services))


def minutes(length: Duration | None) -> int:
    assert length is not None
    assert length.unit is Unit.MINUTES
    assert length.calendar is None
    return length.amount


def not_longer(one: Duration | None, other: Duration | None) -> bool:
    """Whether the first is never surely longer; unknown lengths and differing clocks pass."""
    return one is None or other is None or one.against(other) != 1


def hours_of(document: Agreement, service: str) -> tuple[Calendar, Calendar]:
    """Service hours and support hours."""
    hours = document.hours
    own = next((row for row in hours.service_exceptions if service in row.services), None)
    return (
        calendar(document, (own and own.service_hours) or hours.service_hours),
        calendar(document, (own and own.support_hours) or hours.support_hours),
    )


def test_common_ids(document: Agreement) -> None:
    assert [row.id for row in document.priorities.levels] == ["p1", "p2", "p3", "p4"]
    assert [row.id for row in document.priorities.impacts] == ["i1", "i2", "i3", "i4"]
    assert [row.id for row in document.priorities.urgencies] == ["high", "medium", "low"]
    assert [row.id for row in document.hours.calendars][:3] == ["around-the-clock", "working-hours", "extended-hours"]


def test_notice_is_shorter_than_the_term(document: Agreement) -> None:
    identity = document.identity
    assert identity.non_renewal_notice_days is not None
    assert identity.renewal_months is not None
    assert identity.initial_months is not None
    assert identity.non_renewal_notice_days < 28 * min(identity.renewal_months, identity.initial_months)
    assert document.review.interval_months is not None
    assert 0 < document.review.interval_months <= 12 <= identity.initial_months


def test_matrix_is_complete_and_monotone(document: Agreement) -> None:
    section = document.priorities
    rank = {row.id: number for number, row in enumerate(section.levels)}
    cells = {(cell.impact, cell.urgency): rank[cell.priority or ""] for cell in section.matrix}
    assert len(cells) == len(section.matrix) == len(section.impacts) * len(section.urgencies)
    for urgency in section.urgencies:
        column = [cells[impact.id, urgency.id] for impact in section.impacts]
        assert column == sorted(column)
    for impact in section.impacts:
        row = [cells[impact.id, urgency.id] for urgency in section.urgencies]
        assert row == sorted(row)
    assert set(cells.values()) == set(rank.values())
    assert list(cells.values()).count(0) * 3 <= len(cells)


def test_impact_ranges_have_no_hole_and_no_overlap(document: Agreement) -> None:
    ranged = [row for row in document.priorities.impacts if row.lowest is not None]
    assert len(ranged) >= 3
    assert len({row.measure for row in ranged}) == 1
    assert ranged[0].highest is None
    assert ranged[-1].lowest == 0
    for higher, lower in pairwise(ranged):
        assert lower.highest is not None
        assert higher.lowest == lower.highest + 1
    assert all(row.test.endswith(".") for row in (*document.priorities.impacts, *document.priorities.urgencies))


def test_every_priority_has_targets_that_fit_one_another(document: Agreement) -> None:
    for priority in document.priorities.levels:
        assert any(not row.services for row in incidents(document, priority.id))
        for row in incidents(document, priority.id):
            assert row.response is not None
            assert row.resolve is not None
            assert row.compliance is not None
            assert row.minimum_sample is not None
            times = [row.response, row.workaround, row.restore, row.resolve]
            for shorter, longer in pairwise([one for one in times if one is not None]):
                assert shorter.against(longer) in (-1, None)
            assert not_longer(row.update, row.restore)


def test_a_lower_priority_is_never_faster(document: Agreement) -> None:
    for work in Work:
        rows = [row for row in document.targets.items if row.work is work]
        for higher in rows:
            for lower in rows:
                if (higher.services, higher.priority or "") >= (lower.services, lower.priority or ""):
                    continue
                if higher.services != lower.services:
                    continue
                for name in ("response", "update", "workaround", "restore", "resolve"):
                    assert not_longer(getattr(higher, name), getattr(lower, name)), (higher.id, lower.id, name)


def test_the_highest_priority_is_counted_in_elapsed_time(document: Agreement) -> None:
    for row in incidents(document, "p1"):
        assert minutes(row.response) < minutes(row.restore)


def test_requests_and_changes_have_targets(document: Agreement) -> None:
    for work in (Work.REQUEST, Work.CHANGE):
        assert any(row.work is work for row in document.targets.items)
    assert len(document.targets.pauses) >= 2
    assert all(pause.maximum and pause.reminder for pause in document.targets.pauses)


def test_one_critical_failure_mended_in_time_keeps_the_availability(document: Agreement) -> None:
    """The shortest month of the base calendar still allows one outage as long as the time for restoring."""
    for promise in document.availability.promises:
        (service,) = promise.services
        allowed = allowance(document, promise)
        restore = minutes(outage_target(document, service).restore)
        assert restore <= allowed, (promise.id, restore, allowed)
        if promise.longest_outage is not None:
            assert restore <= minutes(promise.longest_outage) <= allowed
        assert document.availability.probe_failures is not None
        check = minutes(document.availability.probe_interval) * document.availability.probe_failures
        assert check * (promise.outages or 1) <= allowed


def allowance(document: Agreement, promise: AvailabilityPromise) -> Decimal:
    """Minutes of downtime that the promise allows in its shortest month."""
    assert promise.percent is not None
    base = calendar(document, promise.base or document.hours.measurement_hours)
    return min(open_minutes for _, _, open_minutes in months(base)) * (100 - promise.percent.value) / 100


def test_recovery_fits_backup_and_restoring(document: Agreement) -> None:
    assert document.availability.continuity
    for row in document.availability.continuity:
        assert minutes(row.backup_interval) <= minutes(row.rpo)
        for service in row.services:
            assert minutes(row.rto) <= minutes(outage_target(document, service).restore)
        assert row.restore_test_months in (3, 6, 12)


def test_parts_carry_what_stands_on_them(document: Agreement) -> None:
    promised = {service: row.percent for row in document.availability.promises for service in row.services}
    for service in document.services.items:
        serial = [part for part in service.components if part.serial]
        assert serial
        reached = prod(part.availability.value / 100 for part in serial if part.availability) * 100
        promise = promised.get(service.id)
        assert promise is None or promise.value <= reached
        target = outage_target(document, service.id)
        for part in serial:
            assert not_longer(part.restore, target.restore)
            assert not_longer(part.response, target.response)


def test_services_are_described_in_full(document: Agreement) -> None:
    assert len({service.name for service in document.services.items}) == len(document.services.items)
    for service in document.services.items:
        for field in (service.code, service.description, service.outcome, service.unavailable_when, service.in_scope):
            assert field
        assert service.criticality in range(1, 6)
        assert service.workload
        assert all(limit.limit and limit.period and limit.above for limit in service.workload)
        assert service.monthly_fee is None


def test_a_more_critical_service_is_not_promised_less(document: Agreement) -> None:
    """Among services measured on the same base."""
    rank = {service.id: service.criticality or 5 for service in document.services.items}
    rows = [(row.base, rank[row.services[0]], row.percent) for row in document.availability.promises]
    for base, criticality, percent in rows:
        for other_base, other, lower in rows:
            assert percent is not None
            assert lower is not None
            if base == other_base and criticality < other:
                assert percent.value >= lower.value


def test_support_lies_within_service_hours_and_can_be_reached(document: Agreement) -> None:
    for service in document.services.items:
        service_hours, support_hours = hours_of(document, service.id)
        assert week(support_hours) <= week(service_hours), service.id
        reached: set[tuple[int, int]] = set()
        for channel in document.channels.items:
            if channel.starts_clock and (not channel.services or service.id in channel.services):
                reached |= week(calendar(document, channel.hours))
        assert week(support_hours) <= reached, service.id
        urgent = [
            channel
            for channel in document.channels.items
            if channel.kind.value == "phone"
            and (not channel.services or service.id in channel.services)
            and (not channel.priorities or "p1" in channel.priorities)
        ]
        assert urgent


def test_calendars_know_their_holidays(document: Agreement) -> None:
    zones = {one.zone for one in document.hours.calendars}
    assert zones == {document.identity.provider_zone}
    for one in document.hours.calendars:
        always = len(week(one)) == 7 * 1440
        assert always or one.holiday_country
        assert one.last_year == (2032 if one.holiday_country else None)
        assert all(total > 0 for _, _, total in months(one))
        if one.holiday_country == "TR":
            assert {half.eve_of for half in one.half_days} == {"Eid al-Fitr", "Eid al-Adha", "Republic Day"}


def test_escalation_climbs_within_the_targets(document: Agreement) -> None:
    contacts = {contact.id: contact for contact in document.parties.contacts}
    for priority in document.priorities.levels:
        (path,) = (row for row in document.escalation.paths if priority.id in row.priorities)
        assert {step.side for step in path.steps} == set(Side)
        assert len({step.contact for step in path.steps}) == len(path.steps)
        for step in path.steps:
            assert (step.after is None) != (step.percent is None)
            assert step.percent is None or (step.base is not None and step.percent.value < 100)
            contact = contacts[step.contact or ""]
            assert (contact.role, contact.side) == (step.role, step.side)
            assert contact.hours == "around-the-clock"
            for row in incidents(document, priority.id):
                if step.after is not None:
                    assert step.after.against(row.restore or step.after) == -1
        shares = [step.percent.value if step.percent else (step.after or Duration(0)).amount for step in path.steps]
        assert all(first < second for first, second in pairwise(shares))
        for row in incidents(document, priority.id):
            assert row.restore is not None
            assert row.response is not None
            first = path.steps[0]
            start = row.restore.amount * first.percent.value / 100 if first.percent else None
            if start is not None:
                assert row.restore.calendar == row.response.calendar
                assert start >= row.response.amount
            elif first.after is not None and first.after.unit is row.response.unit:
                assert first.after.amount >= row.response.amount


def test_maintenance_fits_its_cap(document: Agreement) -> None:
    section = document.maintenance
    most = sum(minutes(window.duration) * (5 if window.every is Every.WEEK else 1) for window in section.windows)
    assert most <= minutes(section.monthly_cap)
    excluded = minutes(section.monthly_cap) + minutes(section.emergency_cap)
    for promise in document.availability.promises:
        base = calendar(document, promise.base or document.hours.measurement_hours)
        assert excluded * 10 <= min(total for _, _, total in months(base))
    for window in section.windows:
        assert window.zone == document.identity.provider_zone
        assert not window.counts_as_downtime
        assert window.start is not None
        # clocks change on Sundays between 00:00 and 04:00 where they change
        assert window.zone == "Europe/Istanbul" or window.weekday.value != "sun" or window.start.minute >= 240
    assert section.notice is not None
    assert section.emergency_notice is not None


def schedules(document: Agreement) -> list[tuple[CreditSchedule, Decimal]]:
    """Each credit schedule with the level that its metrics promise."""
    levels = {metric.id: metric.minimum for metric in metric_sheet(document)}
    found = []
    for schedule in document.remedies.schedules:
        (level,) = {levels[metric] for metric in schedule.metrics}
        assert level is not None
        found.append((schedule, level.value))
    return found


def test_credits_begin_at_the_promise_and_grow(document: Agreement) -> None:
    cap = document.remedies.monthly_cap
    assert cap is not None
    digits = document.availability.digits
    assert digits is not None
    for schedule, level in schedules(document):
        below = [threshold.below.value for threshold in schedule.thresholds if threshold.below]
        credit = [threshold.credit.value for threshold in schedule.thresholds if threshold.credit]
        assert below[0] == level, schedule.id
        assert below == sorted(set(below), reverse=True)
        assert credit == sorted(set(credit))
        assert credit[-1] <= cap.value
        assert all(-int(value.as_tuple().exponent) <= digits for value in below)
        if schedule.basis is Basis.WHOLE_FEE:
            assert credit[-1] < cap.value


def test_every_promise_has_its_credit_and_its_right(document: Agreement) -> None:
    credited = {metric for schedule in document.remedies.schedules for metric in schedule.metrics}
    chronic = {metric for row in document.remedies.chronic for metric in row.metrics}
    for promise in document.availability.promises:
        metric = f"availability:{promise.id}:{promise.services[0]}"
        assert metric in credited
        assert metric in chronic


def test_caps_rights_and_claims(document: Agreement) -> None:
    remedies = document.remedies
    assert remedies.monthly_cap is not None
    assert remedies.yearly_cap is not None
    assert remedies.yearly_cap.value < 12 * remedies.monthly_cap.value
    assert remedies.yearly_cap.value <= remedies.monthly_cap.value
    for row in remedies.chronic:
        assert row.missed is not None
        assert row.missed >= 2
        assert row.consecutive == (row.of is None)
        assert row.of is None or row.missed < row.of
        assert row.within_days is not None
        assert row.within_days >= 60
    if remedies.claim is Claim.ON_CLAIM:
        assert remedies.claim_days is not None
        assert remedies.claim_days >= 30
        assert remedies.claim_from
    levels = {metric.id: metric.minimum for metric in metric_sheet(document)}
    for reward in remedies.rewards:
        assert reward.at_least is not None
        assert reward.earn_back is not None
        assert reward.earn_back.value <= 50
        for metric in reward.metrics:
            level = levels[metric]
            assert level is not None
            assert level < reward.at_least


def test_metrics_are_complete(document: Agreement) -> None:
    for metric in metric_sheet(document):
        assert all((metric.name, metric.definition, metric.formula, metric.unit, metric.source, metric.owner)), (
            metric.id
        )
        assert metric.reported_in
        assert metric.minimum is not None
    for metric in document.metrics.items:
        assert metric.minimum is not None
        assert metric.target is not None
        better = metric.direction.value == "higher_is_better"
        apart = metric.target.value - metric.minimum.value
        assert apart >= 0 if better else apart <= 0
    for survey in document.metrics.satisfaction:
        assert survey.scale_low is not None
        assert survey.scale_high is not None
        assert survey.target is not None
        assert survey.scale_low < survey.target.value < survey.scale_high
        assert survey.minimum_responses
        assert survey.below


def test_every_duty_has_one_accountable_party(document: Agreement) -> None:
    assert len(document.responsibilities.duties) > 15
    for duty in document.responsibilities.duties:
        assert duty.accountable is not None
        assert duty.responsible
        assert duty.consulted or duty.informed
    assert any(duty.accountable is Side.CUSTOMER and duty.targets for duty in document.responsibilities.duties)
