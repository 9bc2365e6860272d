"""Words for places: rows that are called by a place are called by its words, and none calls itself for ever."""

from __future__ import annotations

import pytest

from slaeditor.model import text
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Source
from slaeditor.model.edits import InsertRow, apply

SOURCES = ("needs", "sources")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("needs.industry", "Needs analysis › Industry"),
        ("needs.sources[s].answer", "needs.sources[s].answer"),
        ("no place", "no place"),
    ],
)
def test_a_source_is_called_by_its_answer(answer: str, words: str) -> None:
    document = apply(Agreement(), InsertRow(SOURCES, Source(id="s", answer=answer)))
    assert text.place(document, (*SOURCES, "s", "said_by")) == ["Needs analysis", words, "Said by"]
