"""Status folds from events exactly as the glossary says, and nothing follows that may not."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model import events as ev
from slaeditor.model.admission import admit
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.identity import Identity, Renewal
from slaeditor.model.errors import DocumentError, UserError
from slaeditor.model.lifecycle import (
    Action,
    Period,
    State,
    Status,
    fold,
    in_force,
    lapsed,
    next_action,
    periods,
    replay,
    status,
    statuses,
    step,
    terms_of,
)

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
TODAY = date(2026, 6, 1)
FIRST, SECOND = "1" * 64, "2" * 64
LEGAL, SALES = ev.Need("legal", "Lawyer"), ev.Need("sales", "Head of sales")
ADA, BOB = ev.Signatory("ada", "Ada", "provider"), ev.Signatory("bob", "Bob", "customer")


def committed(ordinal: int, revision: str) -> ev.Committed:
    return ev.Committed(at=AT, by="Ada", ordinal=ordinal, revision=revision, stored=revision, message="m")


def signed_off(ordinal: int, revision: str, on: date = date(2026, 1, 10)) -> list[ev.Event]:
    return [
        committed(ordinal, revision),
        ev.Submitted(at=AT, by="Ada", revision=revision, needed=(LEGAL, SALES)),
        ev.Approved(at=AT, by="Lee", revision=revision, need="legal"),
        ev.Approved(at=AT, by="Sue", revision=revision, need="sales"),
        ev.Issued(at=AT, by="Ada", revision=revision, signatories=(ADA, BOB)),
        ev.Signed(at=AT, by="Ada", revision=revision, signatory="ada", on=on),
        ev.Signed(at=AT, by="Bob", revision=revision, signatory="bob", on=on),
    ]


CREATED = ev.Created(at=AT, by="Ada", agreement="a")


def admitted(events: list[ev.Event]) -> State:
    state = State()
    for event in events:
        admit(state, event)
        state = step(state, event)
    return state


def test_the_whole_life_of_a_revision() -> None:
    events = [CREATED, *signed_off(1, FIRST)]
    seen = [fold(events[: n + 1], TODAY, date(2026, 7, 1), None) for n in range(len(events))]
    assert seen == [
        Status.DRAFT,
        Status.DRAFT,
        Status.IN_REVIEW,
        Status.IN_REVIEW,
        Status.APPROVED,
        Status.ISSUED,
        Status.ISSUED,
        Status.SIGNED,
    ]
    admitted(events)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 6, 30), Status.SIGNED),
        (date(2026, 7, 1), Status.IN_FORCE),
        (date(2027, 6, 30), Status.IN_FORCE),
        (date(2027, 7, 1), Status.EXPIRED),
    ],
)
def test_a_signed_revision_is_in_force_from_its_first_to_its_last_day(today: date, expected: Status) -> None:
    events = signed_off(1, FIRST)
    terms = date(2026, 7, 1), date(2027, 6, 30)
    assert fold(events, today, *terms) is expected
    assert bool(in_force(periods(replay(events), {1: terms}), today)) == (expected is Status.IN_FORCE)
    assert statuses(events, today, {1: terms}) == {1: expected}


def test_a_submission_without_needed_approvals_is_approved_at_once() -> None:
    events: list[ev.Event] = [committed(1, FIRST), ev.Submitted(at=AT, by="Ada", revision=FIRST)]
    assert fold(events, TODAY, None, None) is Status.APPROVED


def test_rejection_and_withdrawal_lead_back_to_draft_and_lapse_the_approvals() -> None:
    start = signed_off(1, FIRST)[:3]
    for back in (
        ev.Rejected(at=AT, by="Sue", revision=FIRST, reason="too cheap"),
        ev.Withdrawn(at=AT, by="Ada", revision=FIRST),
    ):
        state = admitted([*start, back])
        assert state.stage is Status.DRAFT
        assert state.approvals == ()
        assert [approval.need for approval in lapsed([*start, back])] == ["legal"]


def test_an_edit_makes_a_new_revision_whose_approvals_start_empty() -> None:
    events = [*signed_off(1, FIRST)[:4], committed(2, SECOND)]
    state = admitted(events)
    assert (state.stage, state.ordinal, state.approvals) == (Status.DRAFT, 2, ())
    assert [approval.revision for approval in lapsed(events)] == [FIRST, FIRST]
    with pytest.raises(UserError, match="older revision"):
        admit(state, ev.Approved(at=AT, by="Lee", revision=FIRST, need="legal"))


def test_a_draft_after_a_signed_revision_leaves_that_one_in_force() -> None:
    events = [*signed_off(1, FIRST), committed(2, SECOND)]
    terms = {1: (date(2026, 1, 1), None), 2: (date(2026, 9, 1), None)}
    assert fold(events, TODAY, *terms[2]) is Status.DRAFT
    assert statuses(events, TODAY, terms) == {1: Status.IN_FORCE, 2: Status.DRAFT}


def test_the_next_signed_revision_supersedes_the_one_before_on_its_first_day() -> None:
    events = [*signed_off(1, FIRST), *signed_off(2, SECOND)]
    terms = {1: (date(2026, 1, 1), date(2027, 12, 31)), 2: (date(2026, 9, 1), None)}
    assert periods(replay(events), terms) == (
        Period(1, date(2026, 1, 1), date(2026, 8, 31)),
        Period(2, date(2026, 9, 1), None),
    )
    assert statuses(events, date(2026, 8, 31), terms) == {1: Status.IN_FORCE, 2: Status.SIGNED}
    assert statuses(events, date(2026, 9, 1), terms) == {1: Status.SUPERSEDED, 2: Status.IN_FORCE}


def test_between_two_contracts_nothing_is_in_force() -> None:
    events = [*signed_off(1, FIRST), *signed_off(2, SECOND)]
    terms = {1: (date(2026, 1, 1), date(2026, 3, 31)), 2: (date(2026, 9, 1), None)}
    assert in_force(periods(replay(events), terms), TODAY) == 0
    assert in_force(periods(replay(events), terms), date(2026, 3, 31)) == 1


def test_termination_takes_effect_on_its_day_and_a_new_contract_may_follow() -> None:
    terms: dict[int, tuple[date | None, date | None]] = {1: (date(2026, 1, 1), None)}
    end = ev.Terminated(at=AT, by="Ada", on=date(2026, 6, 2), reason="sold")
    events = [*signed_off(1, FIRST), end]
    assert statuses(events, date(2026, 6, 1), terms) == {1: Status.IN_FORCE}
    assert statuses(events, date(2026, 6, 2), terms) == {1: Status.TERMINATED}
    assert periods(replay(events), terms) == (Period(1, date(2026, 1, 1), date(2026, 6, 1)),)
    again = [*events, *signed_off(2, SECOND, date(2026, 8, 1))]
    terms[2] = (date(2026, 8, 1), None)
    assert statuses(again, date(2026, 8, 2), terms) == {1: Status.SUPERSEDED, 2: Status.IN_FORCE}
    assert in_force(periods(admitted(again), terms), date(2026, 7, 1)) == 0


def test_replacement_by_another_agreement() -> None:
    events = [*signed_off(1, FIRST), ev.Superseded(at=AT, by="Ada", on=TODAY, successor="SLA-2")]
    assert fold(events, TODAY, None, None) is Status.SUPERSEDED


def test_an_imported_copy_is_a_draft_again() -> None:
    events = [*signed_off(1, FIRST), ev.Imported(at=AT, by="Ada", agreement="a", copy=True)]
    state = admitted(events)
    assert (state.stage, state.ordinal, state.contracts) == (Status.DRAFT, 1, ())
    kept = replay([*signed_off(1, FIRST), ev.Imported(at=AT, by="Ada", agreement="a")])
    assert kept.stage is Status.SIGNED


def refused(past: list[ev.Event], event: ev.Event, why: str) -> None:
    with pytest.raises(UserError, match=why):
        admit(replay(past), event)


def test_what_may_not_follow_is_refused_with_its_reason() -> None:
    life = signed_off(1, FIRST)
    submitted, approved, issued, signed = life[1], life[2], life[4], life[5]
    refused([], submitted, "no saved revision")
    refused([], committed(2, FIRST), "cannot follow revision 0")
    refused(life[:2], submitted, "Only a draft")
    refused(life[:1], approved, "Only a revision in review")
    refused(life[:3], approved, "No approval")
    refused(life[:2], ev.Approved(at=AT, by="Lee", revision=FIRST, need="board"), "No approval")
    refused(life[:3], issued, "Only an approved")
    refused(life[:4], signed, "Only an issued")
    refused(life[:6], signed, "No signature")
    refused(life[:4], ev.Issued(at=AT, by="Ada", revision=FIRST, signatories=()), "at least one")
    refused(life[:4], ev.Issued(at=AT, by="Ada", revision=FIRST, signatories=(ADA, ADA)), "named twice")
    refused(life[:1], ev.Submitted(at=AT, by="Ada", revision=FIRST, needed=(LEGAL, LEGAL)), "asked for twice")
    refused(life[:2], ev.Rejected(at=AT, by="Sue", revision=FIRST, reason=" "), "needs its reason")
    refused(life[:1], ev.Withdrawn(at=AT, by="Ada", revision=FIRST), "nothing to withdraw")
    refused(life, ev.Terminated(at=AT, by="Ada", on=TODAY, reason=""), "needs its reason")
    end = ev.Terminated(at=AT, by="Ada", on=TODAY, reason="sold")
    refused([*life, end], end, "already terminated")
    refused(life, ev.Superseded(at=AT, by="Ada", on=TODAY, successor=""), "Name the agreement")
    refused(life, ev.Acknowledged(at=AT, by="Ada", revision=FIRST, rule="r", place="p", reason=""), "needs a reason")
    refused([], ev.Committed(at=AT, by="A", ordinal=1, revision=FIRST, stored=FIRST, message=" "), "needs a message")
    refused([], ev.Created(at=AT, by=" ", agreement="a"), "Nobody is named")
    refused([], ev.Created(at=datetime(2026, 1, 1), by="Ada", agreement="a"), "needs its zone")


@pytest.mark.parametrize(
    ("current", "has_changes", "expected"),
    [
        (Status.DRAFT, True, Action.SAVE),
        (Status.IN_FORCE, True, Action.SAVE),
        (Status.DRAFT, False, Action.SUBMIT),
        (Status.IN_REVIEW, False, Action.APPROVE),
        (Status.APPROVED, False, Action.ISSUE),
        (Status.ISSUED, False, Action.SIGN),
        (Status.SIGNED, False, None),
        (Status.IN_FORCE, False, None),
        (Status.EXPIRED, False, None),
    ],
)
def test_the_next_action(current: Status, has_changes: bool, expected: Action | None) -> None:
    assert next_action(current, has_changes) is expected


def test_an_agreement_that_renews_itself_has_no_last_day() -> None:
    once = Identity(effective=date(2026, 1, 1), initial_months=12)
    always = Identity(effective=date(2026, 1, 1), initial_months=12, renewal=Renewal.AUTOMATIC)
    assert terms_of(Agreement(identity=once)) == (date(2026, 1, 1), date(2026, 12, 31))
    assert terms_of(Agreement(identity=always)) == (date(2026, 1, 1), None)


@pytest.mark.parametrize("data", [b"{}", b"[", b'{"event":"born"}', b"\xff", b'{"event":"created","at":"x","by":""}'])
def test_what_is_no_event_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        ev.decode(data)


def test_events_survive_their_json_and_the_chain_notices_any_change() -> None:
    for event in [CREATED, *signed_off(1, FIRST), ev.Terminated(at=AT, by="ş", on=TODAY, reason="„ł“")]:
        body = ev.encode(event)
        assert ev.decode(body) == event
        assert ev.link(ev.GENESIS, body) != ev.link(ev.GENESIS, body.replace(b"2026", b"2025"))
        assert ev.link(ev.GENESIS, body) != ev.link("1" * 64, body)


choices = st.sampled_from(range(10))


@given(st.lists(st.tuples(choices, st.booleans()), max_size=40))
def test_whatever_is_admitted_keeps_the_promises_of_the_lifecycle(moves: list[tuple[int, bool]]) -> None:
    state, past, ordinal = State(), [], 0
    for move, newest in moves:
        revision = str(ordinal if newest else max(ordinal - 1, 0))
        possible: list[ev.Event] = [
            ev.Committed(at=AT, by="A", ordinal=ordinal + 1, revision=str(ordinal + 1), stored="", message="m"),
            ev.Submitted(at=AT, by="A", revision=revision, needed=(LEGAL,)),
            ev.Submitted(at=AT, by="A", revision=revision),
            ev.Approved(at=AT, by="L", revision=revision, need="legal"),
            ev.Rejected(at=AT, by="L", revision=revision, reason="r"),
            ev.Issued(at=AT, by="A", revision=revision, signatories=(ADA,)),
            ev.Signed(at=AT, by="A", revision=revision, signatory="ada", on=TODAY),
            ev.Withdrawn(at=AT, by="A", revision=revision),
            ev.Terminated(at=AT, by="A", on=TODAY, reason="r"),
            ev.Archived(at=AT, by="A", hidden=newest),
        ]
        event = possible[move]
        try:
            admit(state, event)
        except UserError:
            continue
        state = step(state, event)
        past.append(event)
        ordinal += isinstance(event, ev.Committed)
    assert replay(past) == state
    assert state.ordinal == ordinal
    assert all(approval.revision == state.revision for approval in state.approvals)
    if state.stage in (Status.APPROVED, Status.ISSUED, Status.SIGNED):
        assert not state.open_needs
    if state.stage is Status.SIGNED:
        assert not state.open_signatories
        assert state.contracts[-1].revision == state.revision
    running = periods(state, {})
    assert all(a.end is not None and a.end < b.start for a, b in itertools.pairwise(running))
    assert status(state.stage, state.ending, state.ended, TODAY, None, None) in Status
