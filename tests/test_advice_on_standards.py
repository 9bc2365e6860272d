"""Advice on the shipped standards: their playbooks answer whatever a customer may say, and leave a sound agreement."""

from __future__ import annotations

import pytest

from slaeditor import shipped
from slaeditor.model import advice, checks, partial, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Several, apply

COSTS = (90_000, 20_000, 1_000, 10, 0)
OUTAGES = ("30 min", "1 h", "8 h", "20 h", "40 h")

TOLD_AFTERWARDS = {"SVC-06", "SVC-07", "SVC-08", "AVL-09", "AVL-10", "ESC-03"}
"""What advice leaves to be judged: suppliers who promise less than the customer needs, support that closes while a service is used, and
outages that can be borne, each alone, but not within what availability allows; a step at any hour where support closes."""


def answered(name: str) -> Agreement:
    """An agreement on the standard with different answers about each of its services."""
    document = shipped.begin(name, "Example Ltd", "SLA-1")
    calendar = document.hours.calendars[-1].id
    needs = [
        {
            "id": service.id,
            "service": service.id,
            "outage_cost": f"{COSTS[number % 5]} {document.identity.currency}",
            "tolerable_outage": OUTAGES[number % 5],
            "tolerable_data_loss": "5 min",
            "usage": ("around_the_clock", "working_hours", "extended_hours")[number % 3],
            "usage_hours": calendar,
            "harm": ("danger_to_people", "work_stops")[number % 2],
            "users": 50 * number,
        }
        for number, service in enumerate(document.services.items)
    ]
    data = {"needs": {"urgent_channel": "Phone", "languages": ["tr", "de"], "services": needs}}
    return apply(document, Several("", tuple(edit for _, edit in partial.merge(document, data))))


@pytest.mark.parametrize("name", [one.id for one in shipped.STANDARDS])
def test_all_advice_can_be_taken_and_answers_every_need(name: str) -> None:
    document = answered(name)
    before = {finding.paths for finding in checks.findings(document)}
    proposals = advice.advise(document)
    assert {proposal.group for proposal in proposals} >= {
        "criticality",
        "scope",
        "hours",
        "targets",
        "availability",
        "credits",
    }
    assert not any("{}" in proposal.reason or ".." in proposal.reason for proposal in proposals)
    after = apply(document, advice.accept(document, proposals, [proposal.id for proposal in proposals]))
    assert not list(references.dangling(after))
    assert {one.rule for one in checks.findings(after) if one.paths not in before} <= TOLD_AFTERWARDS
    assert advice.advise(after) == ()
    assert advice.unmet(after) == ()


@pytest.mark.parametrize("name", [one.id for one in shipped.STANDARDS])
def test_a_standard_itself_calls_for_no_advice(name: str) -> None:
    assert advice.advise(shipped.begin(name, "", "")) == ()
