"""What is meant by what is typed: pure functions, no display."""

from __future__ import annotations

import time

import pytest

from benchmarks.documents import crowded
from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS
from slaeditor.ui.palette.entries import Do, Entry, Go, key_of, of_actions, of_agreements, of_document
from slaeditor.ui.palette.matching import best, index
from slaeditor.ui.records import Query
from tests.ui.fakes import document
from tests.ui.memory_library import MemoryLibrary

SAMPLE = shipped.sample()


def found(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [entry.words for entry in best([index(tuple(of_document(SAMPLE)))], typed, recent)]


def test_every_entry_leads_to_something_that_is_there() -> None:
    targets = [entry.target for entry in of_document(SAMPLE)]
    assert {target.path[0] for target in targets if isinstance(target, Go)} == set(SECTIONS)
    for target in targets:
        assert isinstance(target, Go)
        paths.find(SAMPLE, target.path)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Effective date", "Effective date"),
        ("date effective", "Effective date"),
        ("EFFECTIVE", "Effective date"),
        ("escaltion", "Escalation"),
        ("goverming law", "Governing law"),
        ("patient record fee", "Patient record and medication module › Monthly fee"),
    ],
)
def test_words_are_found_in_any_order_and_forgiven_a_slip(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_what_is_named_nowhere_is_not_found() -> None:
    assert found("xylophone") == []
    assert found("effective xylophone") == []


def test_accents_need_not_be_typed() -> None:
    library = MemoryLibrary()
    library.add("a", document(customer="Güneş Hastanesi", title="BT hizmetleri"))
    library.add("b", document(customer="Süd Apotheken", title="Tills"))
    known = index(tuple(of_agreements(library.rows(Query()))))
    assert [entry.words for entry in best([known], "gunes")] == ["Güneş Hastanesi · BT hizmetleri"]


def test_what_was_chosen_before_comes_first_among_equals() -> None:
    fees = [entry for entry in of_document(SAMPLE) if entry.words.endswith("› Monthly fee")]
    last = fees[-1]
    assert found("monthly fee")[0] != last.words
    assert found("monthly fee", (key_of(last.target),))[0] == last.words
    assert found("", (key_of(last.target),))[0] == last.words


def test_without_words_only_what_is_near_is_offered() -> None:
    assert found("") == [entry.words for entry in of_document(SAMPLE) if len(entry.target.path) == 1]  # type: ignore[union-attr]


def test_menus_lose_their_marks() -> None:
    (entry,) = of_actions([("save", "&Save revision…", "&Agreement", "Ctrl+S")])
    assert entry == Entry("Save revision", "Agreement", Do("save"), 0, "Ctrl+S")


def test_fifty_services_are_at_hand_at_once() -> None:
    large = crowded(50)
    first = time.perf_counter()
    known = index(tuple(of_document(large)))
    best([known], "")
    assert time.perf_counter() - first < 0.5  # ten times what it may take: a test machine may be busy
