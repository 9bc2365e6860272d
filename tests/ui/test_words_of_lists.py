"""What the library and the history say of an agreement: pure functions."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.events import (
    Acknowledged,
    Approved,
    Archived,
    Committed,
    Created,
    Event,
    Imported,
    Issued,
    Rejected,
    Signed,
    Submitted,
    Superseded,
    Terminated,
    Withdrawn,
)
from slaeditor.ui.history.lines import entries, words
from slaeditor.ui.library.key_terms import key_terms
from tests.ui.memory_library import NOW


def test_an_empty_agreement_has_no_key_terms() -> None:
    assert key_terms(Agreement()) == ()


def test_the_sample_is_known_by_its_terms() -> None:
    found = dict(key_terms(shipped.sample()))
    assert "Patient record" in found["Services"]
    assert found["Highest priority"].startswith("P1")
    assert found["Initial term"] == "36 months"
    assert "%" in found["Availability"]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Created(at=NOW, by="Anna", agreement="a"), "Created"),
        (Imported(at=NOW, by="Anna", agreement="a", copy=True), "Imported as a copy"),
        (Committed(at=NOW, by="Anna", ordinal=2, revision="", stored="", message="Why"), "Revision 2: Why"),
        (Submitted(at=NOW, by="Anna", revision="", note="please"), "Submitted for review: please"),
        (Approved(at=NOW, by="Anna", revision="", need="x"), "Approved"),
        (Rejected(at=NOW, by="Anna", revision="", reason="too dear"), "Sent back: too dear"),
        (Withdrawn(at=NOW, by="Anna", revision=""), "Withdrawn"),
        (Issued(at=NOW, by="Anna", revision="", signatories=()), "Issued for signature"),
        (Signed(at=NOW, by="Anna", revision="", signatory="s", on=date(2027, 1, 2)), "Signed on 2 January 2027"),
        (Terminated(at=NOW, by="Anna", on=date(2027, 1, 2), reason="sold"), "Terminated as of 2 January 2027: sold"),
        (
            Superseded(at=NOW, by="Anna", on=date(2027, 1, 2), successor="b"),
            "Replaced by another agreement as of 2 January 2027",
        ),
        (
            Acknowledged(at=NOW, by="Anna", revision="", rule="r", place="p", reason="known"),
            "A finding was accepted: known",
        ),
        (Archived(at=NOW, by="Anna"), "Put away"),
    ],
)
def test_every_event_has_its_words(event: Event, said: str) -> None:
    assert words(event) == said


def test_the_newest_entry_comes_first() -> None:
    found = entries(
        [
            Created(at=NOW, by="Anna", agreement="a"),
            Committed(at=NOW, by="Jonas", ordinal=1, revision="", stored="", message="Why"),
        ]
    )
    assert [(entry.by, entry.ordinal) for entry in found] == [("Jonas", 1), ("Anna", 0)]
