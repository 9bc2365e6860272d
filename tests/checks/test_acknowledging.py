"""Acknowledged findings: kept with a reason, compared like terms, gone when the figure changes; and what became of findings."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Finding, Severity, acknowledging, findings
from slaeditor.model.compare import Added, compare
from slaeditor.model.edits import apply
from slaeditor.model.errors import EditError
from slaeditor.model.quantities import Percent
from tests.checks.case import sample, setting

DAY = date(2026, 11, 30)
PROMISED = "availability.promises[av-imaging].percent"


def of(document: Agreement, rule: str) -> Finding:
    return next(one for one in findings(document) if one.rule == rule)


def acknowledged(document: Agreement, rule: str) -> Agreement:
    edit = acknowledging.acknowledge(document, of(document, rule), "The supplier is changed in March.", "Anna", DAY)
    return apply(document, edit)


def test_an_acknowledged_warning_stands_and_is_compared() -> None:
    document = acknowledged(sample(), "SVC-06")
    standing = acknowledging.standing(document, findings(document))
    assert [(one.rule, why.reason, why.by, why.on) for one, why in standing.acknowledged] == [
        ("SVC-06", "The supplier is changed in March.", "Anna", DAY)
    ]
    assert "SVC-06" not in {one.rule for one in standing.warnings}
    assert [type(change) for change in compare(sample(), document)] == [Added]


def test_it_lapses_when_its_figure_changes_and_not_when_another_does() -> None:
    document = acknowledged(sample(), "SVC-06")
    worse = setting(PROMISED, Percent("99.95"))(document)
    assert acknowledging.acknowledgement(worse, of(worse, "SVC-06")) is not None  # its witness is what the parts reach
    other = setting("services.items[imaging].components[image-storage].availability", Percent("99.8"))(document)
    assert acknowledging.acknowledgement(other, of(other, "SVC-06")) is None


def test_it_is_given_anew_and_withdrawn() -> None:
    document = acknowledged(acknowledged(sample(), "SVC-06"), "SVC-06")
    assert len(document.playbook.acknowledged) == 1
    edit = acknowledging.withdraw(document, of(document, "SVC-06"))
    assert edit is not None
    assert apply(document, edit) == sample()
    assert acknowledging.withdraw(sample(), of(sample(), "SVC-06")) is None


def test_an_error_or_a_decision_without_a_reason_cannot_be_acknowledged() -> None:
    broken = setting("identity.initial_months", 0)(sample())
    with pytest.raises(EditError, match="must be mended"):
        acknowledging.acknowledge(broken, of(broken, "DOC-03"), "never mind", "Anna", DAY)
    with pytest.raises(EditError, match="needs a reason"):
        acknowledging.acknowledge(sample(), of(sample(), "SVC-06"), "  ", "Anna", DAY)


def test_it_says_what_keeps_an_agreement_from_being_issued() -> None:
    found = findings(sample())
    standing = acknowledging.standing(sample(), found)
    assert not standing.may_be_issued
    assert str(len(standing.warnings)) in standing.why_not
    document = sample()
    for finding in found:
        if finding.severity is Severity.WARNING:
            document = apply(document, acknowledging.acknowledge(document, finding, "known", "Anna", DAY))
    ready = acknowledging.standing(document, findings(document))
    assert (ready.may_be_issued, ready.why_not) == (True, "")
    broken = setting("identity.initial_months", 0)(document)
    assert "errors to mend" in acknowledging.standing(broken, findings(broken)).why_not


def test_findings_of_two_revisions_are_new_solved_or_still_open() -> None:
    changed = setting(PROMISED, Percent("99.5"))(setting("identity.initial_months", 0)(sample()))
    found = acknowledging.difference(findings(sample()), findings(changed), changed)
    assert [one.rule for one in found.new if one.rule == "DOC-03"] == ["DOC-03"]
    assert "SVC-06" in {one.rule for one in found.solved}
    (slow,) = [one for one in found.open if one.rule == "SVC-07"]
    known = apply(changed, acknowledging.acknowledge(changed, slow, "known", "Anna", DAY))
    later = acknowledging.difference(findings(sample()), findings(known), known)
    assert (slow in later.open, later.acknowledged) == (False, (slow,))
