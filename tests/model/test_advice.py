"""What follows from answers: each rule on a small case, and what holds for every set of answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model import paths, references
from slaeditor.model.advice import GROUPS, Proposal, accept, advise, derive, unmet
from slaeditor.model.advice.criticality import at_least_minutes
from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import compare
from slaeditor.model.edits import Several, apply
from slaeditor.model.quantities import Duration, Percent
from tests.model.advice_case import case, merged


def by_id(document: Agreement, identifier: str, **options: bool) -> Proposal:
    return next(proposal for proposal in advise(document, **options) if proposal.id == identifier)


def taken(document: Agreement, *chosen: str) -> Agreement:
    proposals = advise(document)
    ids = chosen or tuple(proposal.id for proposal in proposals)
    return apply(document, accept(document, proposals, ids))


def with_need(document: Agreement, service: str, **answers: Any) -> Agreement:
    return merged(document, {"needs": {"services": [{"id": service, **answers}]}})


# criticality


def test_the_reason_names_the_figures() -> None:
    proposal = by_id(case(), "criticality:record")
    assert (
        proposal.reason
        == "Criticality 1, because one hour costs EUR\N{NO-BREAK SPACE}40,000 and an outage endangers people."
    )
    assert [path[-1] for path in proposal.needs] == ["outage_cost", "harm"]
    assert proposal.terms == (("services", "items", "record", "criticality"),)


@pytest.mark.parametrize(
    ("answers", "criticality"),
    [
        ({"outage_cost": "30000 EUR", "harm": "annoyance"}, 1),
        ({"outage_cost": "29999.99 EUR", "harm": "annoyance", "tolerable_outage": None}, 3),
        ({"outage_cost": "29999.99 EUR", "harm": "annoyance", "tolerable_outage": None, "users": 99}, 5),
        ({"outage_cost": None, "harm": "danger_to_people"}, 1),
        ({"outage_cost": None, "harm": "none", "tolerable_outage": "4 h"}, 2),
        ({"outage_cost": None, "harm": "none", "tolerable_outage": "241 min"}, 3),
        ({"outage_cost": "90000 USD", "harm": "none", "tolerable_outage": None}, 3),  # no rate, so not compared
    ],
)
def test_the_gravest_rule_that_an_answer_reaches_decides(answers: dict[str, Any], criticality: int) -> None:
    before = with_need(case(), "record", **answers)
    service = taken(before, "criticality:record").services.items[0]
    assert service.criticality == criticality
    assert service.criticality_reason[0].isupper() or service.criticality_reason[0].isdigit()
    said = by_id(before, "criticality:record").reason
    assert said.casefold() == f"Criticality {criticality}, because {service.criticality_reason}".casefold()


def test_without_an_answer_nothing_is_said_of_a_service() -> None:
    document = merged(case(), {"services": {"items": [{"id": "new", "name": "New"}]}})
    assert not [proposal for proposal in derive(document) if "new" in proposal.id.split(":")]


def test_what_the_account_manager_decided_otherwise_stays() -> None:
    document = merged(
        taken(case()),
        {"services": {"items": [{"id": "record", "criticality": 3, "criticality_reason": "Paper works."}]}},
    )
    assert advise(document) == ()
    # and the decision is what new advice rests on
    assert by_id(document, "availability:record", afresh=True).title == "Patient record: available 99.5%"


# what follows from it


def test_the_times_of_the_profile_are_cut_to_what_can_be_borne() -> None:
    document = taken(case())
    row = next(row for row in document.targets.items if row.services == ("record",) and row.priority == "p1")
    assert (row.response, row.update, row.restore) == (Duration(15), Duration(30), Duration(60))
    assert row.compliance == Percent("95")
    second = next(row for row in document.targets.items if row.services == ("record",) and row.priority == "p2")
    assert second.restore == Duration(480)


def test_a_target_for_all_services_that_already_says_it_needs_no_row() -> None:
    document = taken(case())
    billing = [row.priority for row in document.targets.items if row.services == ("billing",)]
    assert billing == ["p1"]  # counted in support hours, unlike the row for all; P2 says what the profile says


def test_a_service_leaves_the_row_that_it_shared() -> None:
    shared = {
        "targets": {"items": [{"id": "both", "services": ["record", "billing"], "priority": "p1", "restore": "6 h"}]}
    }
    document = taken(merged(case(), shared), "target:record:p1")
    rows = {row.id: row.services for row in document.targets.items}
    assert rows["both"] == ("billing",)
    assert rows["record-p1"] == ("record",)
    document = taken(merged(case(), shared), "target:record:p1", "target:billing:p1")
    assert {row.id: row.services for row in document.targets.items if row.priority == "p1"} == {
        "all-p1": (), "both": ("billing",), "record-p1": ("record",),
    }  # fmt: skip


def test_credits_and_duties_follow_a_service_to_its_own_targets() -> None:
    document = merged(
        case(),
        {
            "targets": {"items": [{"id": "all-p1", "workaround": "4 h", "compliance": "90", "period": "quarter"}]},
            "remedies": {"schedules": [{"id": "late", "metrics": ["restore:all-p1"]}]},
            "responsibilities": {"duties": [{"id": "access", "name": "Access", "targets": ["all-p1"]}]},
        },
    )
    after = taken(document, "target:record:p1")
    row = next(row for row in after.targets.items if row.services == ("record",))
    assert (row.workaround, row.period) == (Duration(60), document.targets.items[0].period)
    assert after.remedies.schedules[0].metrics == ("restore:all-p1", "restore:record-p1")
    assert after.responsibilities.duties[0].targets == ("all-p1", "record-p1")
    assert not list(references.dangling(after))


def test_support_is_open_when_a_critical_service_is_used() -> None:
    document = taken(case())
    row = next(row for row in document.hours.service_exceptions if row.services == ("record",))
    assert (row.service_hours, row.support_hours) == ("always", "always")
    week = next(row for row in document.hours.calendars if row.id == "office").week[0]
    assert (str(week.opens), str(week.closes)) == ("08:00", "18:00")


def test_a_calendar_that_never_closes_is_made_where_there_is_none() -> None:
    document = case()
    document = paths.replace(document, ("hours", "calendars"), document.hours.calendars[:1])
    document = merged(document, {"hours": {"service_hours": "office", "measurement_hours": "office"}})
    after = taken(document)
    assert "around-the-clock" in {row.id for row in after.hours.calendars}
    assert not list(references.dangling(after))
    # what needs the calendar is not taken without it, and comes back
    without = apply(document, accept(document, advise(document), ("hours:record",)))
    assert without.hours == document.hours
    assert "hours:record" in {proposal.id for proposal in advise(without)}


def test_availability_names_the_minutes_that_it_allows() -> None:
    proposal = by_id(case(), "availability:record")
    assert "in a month of 30 days that allows 21.6 minutes of outage" in proposal.reason
    promise = taken(case()).availability.promises[0]
    assert (promise.percent, promise.longest_outage, promise.base) == (Percent("99.95"), Duration(60), None)


def test_availability_is_counted_in_the_hours_of_use_even_where_the_standard_named_others() -> None:
    office = {"id": "own", "services": ["record"], "percent": "99", "base": "office"}
    document = merged(case(), {"availability": {"promises": [office]}})
    promise = next(row for row in taken(document).availability.promises if row.services == ("record",))
    assert (promise.id, promise.base) == ("own", "always")


def test_availability_says_when_what_it_stands_on_is_weaker() -> None:
    parts = {
        "components": [
            {"id": "disk", "name": "Storage", "availability": "99.9"},
            {"id": "net", "name": "Link", "availability": "99.9"},
        ]
    }
    document = merged(case(), {"services": {"items": [{"id": "record", **parts}]}})
    proposal = by_id(document, "availability:record")
    assert proposal.remark == "What Patient record stands on is promised at 99.8001% only."
    assert not [row for row in taken(document).needs.links if "99.8001" in row.why]  # that is not for the customer


def test_no_more_data_may_be_lost_than_can_be_borne() -> None:
    row = taken(case()).availability.continuity[0]
    assert (row.rto, row.rpo, row.backup_interval, row.restore_test_months) == (
        Duration(60),
        Duration(0),
        Duration(0),
        6,
    )


def test_urgent_reports_come_by_phone_only_and_at_any_hour() -> None:
    document = taken(case())
    channels = {row.id: row for row in document.channels.items}
    assert channels["mail"].priorities == ("p2",)
    assert channels["phone"].priorities == ()
    assert set(channels["phone"].languages) == {"tr", "en"}
    hotline = channels["hotline"]
    assert (hotline.hours, hotline.services, hotline.address) == ("always", ("record",), channels["phone"].address)


def test_escalation_names_the_people_who_hold_the_offices() -> None:
    path = taken(case()).escalation.paths[0]
    assert path.priorities == ("p1",)
    assert [(step.role, step.contact, step.after_breach) for step in path.steps] == [
        ("Team leader", "lead", False),
        ("Head of IT", None, True),
    ]


def test_a_step_later_than_the_shortest_restore_time_is_one_after_the_breach() -> None:
    path = taken(with_need(case(), "record", tolerable_outage="20 min")).escalation.paths[0]
    assert [(step.after, step.after_breach) for step in path.steps] == [(Duration(30), True), (None, True)]


def test_no_maintenance_on_critical_dates_of_protected_services() -> None:
    row = taken(case()).maintenance.blackouts[0]
    assert (str(row.start), str(row.end), row.yearly, row.services) == ("2026-12-20", "2027-01-05", True, ("record",))
    spared = merged(case(), {"needs": {"critical_dates": [{"id": "new-year", "services": ["billing"]}]}})
    assert not [proposal for proposal in advise(spared) if proposal.group == "maintenance"]


def test_credits_hang_on_the_availability_that_is_promised() -> None:
    document = taken(case())
    schedule = document.remedies.schedules[0]
    assert schedule.metrics == ("availability:record:record",)
    assert [(str(step.below), str(step.credit)) for step in schedule.thresholds] == [("99.95", "5%"), ("99.5", "10%")]
    assert taken(case(), "credits:record").remedies.schedules == ()  # not without the promise
    assert not list(references.dangling(document))


def test_credits_of_a_shared_promise_follow_the_service_to_its_own() -> None:
    shared = {
        "availability": {"promises": [{"id": "all", "services": ["record", "billing"], "percent": "99"}]},
        "remedies": {
            "schedules": [{"id": "all", "metrics": ["availability:all:record", "availability:all:billing"]}],
            "chronic": [{"id": "chronic", "metrics": ["availability:all:record"]}],
        },
    }
    document = merged(case(), shared)
    assert not list(references.dangling(document))
    only = taken(document, "availability:record")
    assert only.remedies.schedules[0].metrics == ("availability:record:record", "availability:all:billing")
    both = taken(document, "availability:record", "credits:record")
    assert {row.id: row.metrics for row in both.remedies.schedules} == {
        "all": ("availability:all:billing",),
        "availability-record": ("availability:record:record",),
    }
    for after in (only, both):
        assert after.remedies.chronic[0].metrics == ("availability:record:record",)
        assert not list(references.dangling(after))


def test_users_become_limits_of_the_workload() -> None:
    service = taken(case()).services.items[0]
    assert service.users == 1900
    assert [(row.metric, row.limit) for row in service.workload] == [("Users", 1900)]


def test_no_survey_promises_less_than_today() -> None:
    survey = taken(case()).metrics.satisfaction[0]
    assert str(survey.target) == "4.2"


# accepting, refusing, asking again


def test_what_is_taken_is_linked_to_the_needs_behind_it() -> None:
    links = {(row.need, row.term) for row in taken(case()).needs.links}
    assert ("needs.services[record].tolerable_outage", "targets.items[record-p1]") in links
    assert ("needs.services[record].outage_cost", "services.items[record].criticality") in links


def test_asking_again_yields_only_what_follows_from_a_changed_answer() -> None:
    document = taken(case())
    assert advise(document) == ()
    changed = with_need(document, "record", tolerable_data_loss="5 min")
    assert {proposal.id for proposal in advise(changed)} == {"continuity:record"}
    after = taken(changed)
    assert after.availability.continuity[0].rpo == Duration(5)
    assert advise(after) == ()


def test_a_refused_proposal_stays_away_until_its_answers_change() -> None:
    document = apply(case(), accept(case(), advise(case()), ()))
    assert advise(document) == ()
    assert advise(document, afresh=True) != ()
    changed = with_need(document, "record", tolerable_outage="45 min")
    assert "target:record:p1" in {proposal.id for proposal in advise(changed)}
    assert "target:billing:p1" not in {proposal.id for proposal in advise(changed)}


def test_a_term_changed_by_hand_is_not_proposed_back() -> None:
    document = taken(case())
    changed = merged(document, {"availability": {"promises": [{"id": "record", "percent": "99.8"}]}})
    assert advise(changed) == ()


def test_an_unmet_need_is_seen_and_a_met_one_is_not() -> None:
    before = {paths.text_of(one.need) for one in unmet(case())}
    assert "needs.services[record].tolerable_outage" in before
    assert "needs.critical_dates[new-year]" in before
    after = {paths.text_of(one.need) for one in unmet(taken(case()))}
    assert after <= {"needs.services[billing].usage"}
    by_fax = merged(case(), {"needs": {"urgent_channel": "Fax"}})
    assert any("by Fax, and the agreement has no such channel" in one.sentence for one in unmet(by_fax))


def test_an_empty_document_gets_no_advice() -> None:
    assert advise(Agreement()) == ()
    assert unmet(Agreement()) == ()
    assert apply(Agreement(), accept(Agreement(), (), ())) == Agreement()


# whatever the answers

MINUTES = st.sampled_from(["0 min", "5 min", "30 min", "1 h", "2 h", "12 h", "1 wd@office", "3 h@office", None])
NEED = st.fixed_dictionaries(
    {},
    optional={
        "usage": st.sampled_from(["working_hours", "extended_hours", "around_the_clock", None]),
        "usage_hours": st.sampled_from(["office", "always", None]),
        "outage_cost": st.sampled_from(["0 EUR", "12000 EUR", "40000 EUR", "5 USD", None]),
        "tolerable_outage": MINUTES,
        "tolerable_data_loss": MINUTES,
        "users": st.one_of(st.none(), st.integers(0, 40_000)),
        "harm": st.sampled_from(["none", "annoyance", "work_stops", "legal_breach", "danger_to_people", None]),
        "regulation": st.sampled_from(["", "Patient rights act"]),
        "infrastructure": st.booleans(),
        "tickets_month": st.one_of(st.none(), st.integers(0, 999)),
    },
)
NEEDS = st.tuples(NEED, NEED)
SHARED: dict[str, Any] = {
    "availability": {"promises": [{"id": "all", "services": ["record", "billing"], "percent": "99"}]},
    "targets": {"items": [{"id": "both", "services": ["record", "billing"], "priority": "p2", "restore": "6 h"}]},
    "remedies": {"schedules": [{"id": "all", "metrics": ["availability:all:record", "availability:all:billing"]}]},
    "escalation": {"paths": [{"id": "all", "priorities": ["p1", "p2"]}]},
}


def varied(needs: tuple[dict[str, Any], dict[str, Any]], shared: bool) -> Agreement:
    document = with_need(with_need(case(), "record", **needs[0]), "billing", **needs[1])
    return merged(document, SHARED) if shared else document


@settings(max_examples=60)
@given(NEEDS, st.booleans(), st.randoms(use_true_random=False))
def test_every_choice_of_proposals_applies_and_leaves_nothing_dangling(
    needs: tuple[dict[str, Any], dict[str, Any]], shared: bool, chance: Any
) -> None:
    document = varied(needs, shared)
    proposals = advise(document)
    assert len({proposal.id for proposal in proposals}) == len(proposals)
    for proposal in proposals:
        assert proposal.group in GROUPS
        assert proposal.reason.endswith(".")
        assert paths.ID_PATTERN.fullmatch(proposal.id)
        assert compare(document, apply(document, Several("", proposal.edits)))
    chosen = tuple(proposal.id for proposal in proposals if chance.random() < 0.7)
    after = apply(document, accept(document, proposals, chosen))
    assert not list(references.dangling(after))
    again = {proposal.id for proposal in advise(after)}
    # only what was chosen without what it requires may come again
    assert again <= {proposal.id for proposal in proposals if proposal.requires and proposal.id in chosen}


@settings(max_examples=40)
@given(NEEDS, st.booleans())
def test_after_taking_all_nothing_is_left_and_no_outage_lasts_longer_than_can_be_borne(
    needs: tuple[dict[str, Any], dict[str, Any]], shared: bool
) -> None:
    after = taken(varied(needs, shared))
    assert advise(after) == ()
    for need in after.needs.services:
        for row in after.targets.items:
            if row.services == (need.service,) and row.priority == "p1" and row.restore and need.tolerable_outage:
                assert row.restore.amount <= at_least_minutes(need.tolerable_outage)
                assert row.response is None or row.response.amount <= max(1, row.restore.amount)


@settings(max_examples=25)
@given(NEEDS)
def test_taking_nothing_changes_only_what_was_considered(needs: tuple[dict[str, Any], dict[str, Any]]) -> None:
    document = varied(needs, False)
    after = apply(document, accept(document, advise(document), ()))
    assert paths.replace(after, ("playbook", "considered"), document.playbook.considered) == document
