"""Search finds what people type, in any alphabet, and only what the newest documents say."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slaeditor.model.events import Archived
from slaeditor.model.summary import fold, searchable
from slaeditor.storage.indexing import PENDING
from slaeditor.storage.library import Library
from slaeditor.storage.searching import beginnings, snippet
from tests.storage.documents import AT, document, saved, titled


def found(library: Library, text: str) -> set[str]:
    return {hit.number for hit in library.search(text)}


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Łódź nie śpi", "lodz"),
        ("Łódź nie śpi", "ŁÓDŹ SPI"),
        ("ISPARTA ve Iğdır", "ığdır"),
        ("İstanbul'da ılık", "istanbul ilik"),
        ("Αθήνα και Θεσσαλονίκη", "θεσσαλονικη αθηνα"),
        ("ΑΘΉΝΑΣ", "αθηνας"),
        ("Größe der Straße", "grosse strasse"),
        ("e\u0301tage", "étage"),
        ("up to 99.95 %", "99.95"),
        ("24/7 hot-line", "24/7"),
        ("the follow-up call", "follow-up"),
    ],
)
def test_words_are_found_whatever_their_marks_and_case(library: Library, text: str, query: str) -> None:
    saved(library, document(text=text))
    hits = [hit for hit in library.search(query) if hit.path == "legal.clauses[c1].text"]
    assert len(hits) == 1
    assert hits[0].marks


def test_words_are_found_while_they_are_typed(library: Library) -> None:
    saved(library, document(text="confidentiality"))
    assert all(found(library, "confidentiality"[:n]) == {"SLA-1"} for n in range(1, 16))


def test_all_words_must_be_there(library: Library) -> None:
    saved(library, document(number="A", text="red apples"))
    saved(library, document(number="B", text="red pears"))
    assert found(library, "red") == {"A", "B"}
    assert found(library, "red pears") == {"B"}
    assert found(library, "green pears") == set()


def test_some_words_may_name_the_customer(library: Library) -> None:
    saved(library, document("Acme", number="A", text="penalty of ten"))
    saved(library, document("Beta", number="B", text="penalty of ten"))
    hits = library.search("acme penalty")
    assert [(hit.number, hit.label) for hit in hits] == [("A", "Text")]


def test_only_the_newest_document_is_searched(library: Library) -> None:
    made = saved(library, document(title="Alpha"))
    assert found(library, "alpha") == {"SLA-1"}
    version = library.save_draft(made.id, titled(made.document, "Gamma"), made.version, at=AT)
    assert found(library, "alpha") == set()
    assert found(library, "gamma") == {"SLA-1"}
    library.discard_draft(made.id, version, at=AT)
    assert found(library, "gamma") == set()
    assert found(library, "alpha") == {"SLA-1"}
    assert library.doctor() == ()


def test_a_text_that_many_share_is_kept_once_and_found_in_each(library: Library) -> None:
    for number in range(5):
        saved(library, document(number=f"N{number}", text="the very same clause"))
    assert found(library, "very same") == {f"N{number}" for number in range(5)}
    with library.database.read() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM texts WHERE text = 'the very same clause'")
        assert count.scalar_one() == 1


def test_texts_that_stand_nowhere_any_more_are_forgotten(library: Library) -> None:
    made = saved(library, document())
    version = made.version
    for title in ("one", "two", "three"):
        version = library.save_draft(made.id, titled(made.document, title), version, at=AT)
        library.index()
    with library.database.read() as connection:
        kept = set(connection.exec_driver_sql("SELECT text FROM texts").scalars())
    assert kept == {text for _, _, text in searchable(library.load(made.id).document)}


def test_archived_agreements_and_standards_are_found_only_when_asked_for(library: Library) -> None:
    made = saved(library, document())
    library.record(made.id, Archived(at=AT, by="A"))
    assert library.search("acme") == ()
    assert len(library.search("acme", archived=True)) == 1
    assert library.search("acme", kind="standard", archived=True) == ()


def test_no_search_has_to_catch_up_with_many(library: Library) -> None:
    for number in range(PENDING * 2):
        saved(library, document(number=f"N{number}"))
    with library.database.read() as connection:
        waiting = connection.exec_driver_sql("SELECT count(*) FROM agreements WHERE indexed <> version").scalar_one()
    assert waiting <= PENDING + 1
    assert library.index() == 0


def test_no_more_hits_than_asked_for(library: Library) -> None:
    for number in range(8):
        saved(library, document(number=f"N{number}"))
    assert len(library.search("acme", limit=3)) == 3


def test_the_index_can_be_made_anew(library: Library) -> None:
    saved(library, document(text="needle"))
    library.index()
    with library.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM places")
        connection.exec_driver_sql("INSERT INTO found(found) VALUES ('delete-all')")
    assert found(library, "needle") == set()
    assert library.doctor()
    library.rebuild_search()
    assert found(library, "needle") == {"SLA-1"}
    assert library.doctor() == ()


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "*",
        "^",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT x",
        "folded:a",
        "-",
        "(",
        "a\0b",
        "%",
        "\\",
        ":",
        "+",
        "{a}",
        " ",
    ],
)
def test_nothing_that_is_typed_breaks_the_search(library: Library, query: str) -> None:
    saved(library, document())
    assert isinstance(library.search(query), tuple)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_whatever_is_typed_is_answered(library: Library, query: str) -> None:
    for hit in library.search(query):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@given(st.text(alphabet="ab cdŁığΆ .\n", max_size=400), st.text(alphabet="abcdŁığΆ", min_size=1, max_size=3))
def test_snippets_mark_what_was_sought(text: str, word: str) -> None:
    line, marks = snippet(text, beginnings([fold(word)]))
    assert "\n" not in line
    assert len(line) <= 200
    for start, end in marks:
        assert fold(line[start:end]).startswith(fold(word))
    if any(fold(part).startswith(fold(word)) for part in text.replace(".", " ").split()):
        assert marks
