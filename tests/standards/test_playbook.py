"""The playbook: its rules rank services rightly, and the standard itself keeps within its limits."""

import re
from itertools import pairwise

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.choices import choice_label
from slaeditor.model.quantities import Duration, Figure, Money, Number, Percent
from slaeditor.model.terms import Better, Field, Kind

RANKS = range(1, 6)


def typed(document: Agreement, declared: Field, text: str) -> object:
    """What the text of a limit means for its term."""
    match declared.kind:
        case Kind.PERCENT:
            return Percent.parse(text)
        case Kind.NUMBER:
            return Number.parse(text)
        case Kind.COUNT:
            return int(text)
        case Kind.DURATION:
            return Duration.parse(text, "working-hours" if "wd" in text else None)
        case Kind.MONEY:
            return Money.parse(text, document.identity.currency).amount
        case _:
            return text


def test_limits_can_be_read_and_go_from_preferred_to_acceptable(document: Agreement) -> None:
    for limit in document.playbook.limits:
        declared = paths.field_at(paths.parse(limit.path))
        if not limit.preferred:
            assert not limit.acceptable
            continue
        if declared.kind is Kind.CHOICE:
            labels = [choice_label(member) for member in declared.type]
            assert {limit.preferred, limit.acceptable} <= set(labels), limit.path
        for text in (limit.preferred, limit.acceptable):
            assert typed(document, declared, text) is not None


def test_the_standard_keeps_within_its_own_limits(document: Agreement) -> None:
    """No term of the standard is better for the customer than an account manager may go alone."""
    checked = 0
    for limit in document.playbook.limits:
        pattern = re.compile(re.escape(limit.path).replace(r"\[\*\]", r"\[[^\]]+\]"))
        for path, declared, value in paths.walk(document):
            if not limit.acceptable or value is None or not pattern.fullmatch(paths.text_of(path)):
                continue
            edge = typed(document, declared, limit.acceptable)
            if isinstance(value, Duration) and isinstance(edge, Duration):
                order = value.against(edge)
                if order is None:
                    continue
            elif isinstance(value, Figure) and isinstance(edge, Figure):
                order = (value.value > edge.value) - (value.value < edge.value)
            elif isinstance(value, int) and isinstance(edge, int):
                order = (value > edge) - (value < edge)
            else:
                continue
            checked += 1
            if declared.term.better in (Better.HIGHER, Better.AS_METRIC):
                assert order <= 0, (limit.path, value)
            elif declared.term.better is Better.LOWER:
                assert order >= 0, (limit.path, value)
    assert checked > 20


def test_profiles_exist_for_every_criticality_and_priority(document: Agreement) -> None:
    playbook = document.playbook
    assert [profile.criticality for profile in playbook.profiles] == list(RANKS)
    pairs = {(row.criticality, row.priority_rank) for row in playbook.target_profiles}
    assert pairs == {(criticality, rank) for criticality in RANKS for rank in range(1, 5)}
    assert {row.criticality for row in playbook.credit_profiles} == set(RANKS)
    assert {row.priority_rank for row in playbook.escalation_profiles} == set(range(1, 5))


def test_profiles_grow_milder_with_criticality(document: Agreement) -> None:
    playbook = document.playbook
    promised = [profile.availability for profile in playbook.profiles if profile.availability]
    assert len(promised) == 5
    assert promised == sorted(promised, reverse=True)
    for rank in range(1, 5):
        rows = sorted(
            (row for row in playbook.target_profiles if row.priority_rank == rank), key=lambda row: row.criticality or 0
        )
        for name in ("response", "update", "restore", "resolve"):
            times: list[Duration] = [getattr(row, name) for row in rows]
            for first, second in pairwise(times):
                assert first.against(second) != 1, (rank, name)


def test_credit_profiles_begin_at_the_promise_and_stay_under_the_cap(document: Agreement) -> None:
    cap = document.remedies.monthly_cap
    assert cap is not None
    for criticality in RANKS:
        rows = [row for row in document.playbook.credit_profiles if row.criticality == criticality]
        shortfalls = [row.shortfall.value for row in rows if row.shortfall]
        credits = [row.credit.value for row in rows if row.credit]
        assert shortfalls[0] == 0
        assert shortfalls == sorted(set(shortfalls))
        assert credits == sorted(set(credits))
        assert credits[-1] <= cap.value


def test_rules_have_reasons_that_complete_a_sentence(document: Agreement) -> None:
    for rule in document.playbook.criticality:
        assert rule.criticality in RANKS
        assert rule.threshold is not None
        assert rule.reason[0].islower() or rule.reason.startswith("{}")
        assert not rule.reason.endswith(".")
    for profile in document.playbook.profiles:
        assert profile.reason[0].islower()
        assert not profile.reason.endswith(".")


def test_escalation_roles_are_held_by_contacts(document: Agreement) -> None:
    held = {(contact.role, contact.side) for contact in document.parties.contacts}
    for row in document.playbook.escalation_profiles:
        assert (row.role, row.side) in held
        assert msgspec.structs.asdict(row)["action"]
