"""The comparison: its lines, and the page as a person uses it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.services import Service
from slaeditor.model.canonical import to_json, without_internal
from slaeditor.model.checks import findings
from slaeditor.model.checks.acknowledging import difference
from slaeditor.model.compare import Direction
from slaeditor.model.edits import Edit, InsertRow, MoveRow, RemoveRow, SetTerm, Several, apply
from slaeditor.model.quantities import Money, Percent
from slaeditor.storage.library import Library
from slaeditor.ui.compare.change_lines import Line, lines, tally, word_marks
from slaeditor.ui.compare.effect_words import formula, headline
from slaeditor.ui.compare.filter import Choice, Which, as_text, chosen, counts, sections
from slaeditor.ui.compare.model import NEW, OLD, CompareModel
from slaeditor.ui.compare.sides import Side, load_both
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import NOW, MemoryLibrary

SERVICES = ("services", "items")


def with_services() -> Agreement:
    empty = document()
    rows = (Service(id="mail", name="E-mail", description="Mailboxes for all"), Service(id="erp", name="ERP"))
    return msgspec.structs.replace(empty, services=msgspec.structs.replace(empty.services, items=rows))


def after(*edits: Edit) -> Agreement:
    return apply(with_services(), Several("", edits))


def test_a_line_says_where_what_and_for_whom() -> None:
    new = after(
        SetTerm(("identity", "initial_months"), 36),
        SetTerm((*SERVICES, "mail", "description"), "Mailboxes for all employees"),
        SetTerm((*SERVICES, "mail", "name"), "Mail"),
        RemoveRow((*SERVICES, "erp")),
        InsertRow(SERVICES, Service(id="pacs", name="PACS", users=120)),
        SetTerm(("remedies", "monthly_cap"), Percent("10")),
    )
    found = [(one.section, one.place, one.what, one.old, one.new, one.direction) for one in lines(with_services(), new)]
    neutral, better, worse = Direction.NEUTRAL, Direction.BETTER, Direction.WORSE
    assert found == [
        ("Identity and term", "Initial term", "changed", "", "36 months", neutral),
        ("Services", "ERP", "removed", "ERP", "", worse),
        ("Services", "Mail › Service", "renamed", "E-mail", "Mail", neutral),
        ("Services", "Mail › Description", "changed", "Mailboxes for all", "Mailboxes for all employees", neutral),
        ("Services", "PACS", "added", "", "PACS\nUsers: 120", better),
        ("Penalties and rewards", "Monthly cap", "changed", "", "10%", neutral),
    ]


def test_moved_rows_are_said_to_be_moved() -> None:
    (line,) = lines(with_services(), after(MoveRow((*SERVICES, "erp"), 0)))
    assert (line.what, line.old, line.new) in {("moved", "place 2", "place 1"), ("moved", "place 1", "place 2")}


def test_filters_choose_and_the_tally_counts() -> None:
    found = lines(with_services(), after(SetTerm(("identity", "initial_months"), 36), RemoveRow((*SERVICES, "erp"))))
    assert [line.place for line in chosen(found, Choice(Which.FIGURES))] == ["Initial term"]
    assert [line.place for line in chosen(found, Choice(Which.WORSE))] == ["ERP"]
    assert tally(found) == {Direction.BETTER: 0, Direction.WORSE: 1, Direction.NEUTRAL: 1}


def test_filters_join_and_each_says_how_many_it_would_show() -> None:
    found = lines(
        with_services(),
        after(
            SetTerm(("identity", "initial_months"), 36),
            RemoveRow((*SERVICES, "erp")),
            SetTerm((*SERVICES, "mail", "description"), "Mailboxes for all employees"),
        ),
    )
    assert counts(found, Choice()) == {Which.ALL: 3, Which.FIGURES: 1, Which.WORSE: 1, Which.BETTER: 0}
    assert counts(found, Choice(section="Services"))[Which.ALL] == 2
    assert sections(found, Choice(Which.WORSE)) == {"Identity and term": 0, "Services": 1}
    assert [line.place for line in chosen(found, Choice(words="ALL mailbóxes"))] == ["E-mail › Description"]
    assert chosen(found, Choice(section="Services", words="term")) == []


def test_the_effect_in_money_is_told_with_its_formula() -> None:
    fee = (*SERVICES, "mail", "monthly_fee")
    old = apply(with_services(), SetTerm(fee, Money(Decimal(100), "EUR")))
    (line,) = lines(old, apply(old, SetTerm(fee, Money(Decimal(80), "EUR"))))
    assert line.effect is not None
    assert headline(line.effect).replace("\xa0", " ") == "−EUR 240.00 fees a year"
    told = "Monthly fee of the service times twelve months: before EUR 100.00 × 12 = EUR 1,200.00; after EUR 80.00 × 12 = EUR 960.00."
    assert formula(line.effect).replace("\xa0", " ") == told
    assert as_text([line]).replace("\xa0", " ") == (
        "Services\n- E-mail › Monthly fee: EUR 100.00 a month → EUR 80.00 a month – better for the customer; "
        f"−EUR 240.00 fees a year ({told})"
    )


def test_a_cell_that_is_another_is_marked_as_a_whole() -> None:
    (line,) = lines(with_services(), after(SetTerm(("identity", "initial_months"), 36)))
    assert (line.old_marks, line.new_marks) == ((), ((0, len("36 months")),))


def test_the_words_that_differ_are_marked() -> None:
    old, new = "within four working hours of the report", "within two working hours of the alert"
    before, behind = word_marks(old, new)
    assert [old[start:end] for start, end in before] == ["four", "report"]
    assert [new[start:end] for start, end in behind] == ["two", "alert"]
    assert word_marks("entirely other words here", "nothing of this stayed at all") == ((), ())


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_marks_lie_inside_their_texts_in_order(old: str, new: str) -> None:
    for text, marks in zip((old, new), word_marks(old, new), strict=True):
        edges = [edge for mark in marks for edge in mark]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


# The page


@pytest.fixture
def library() -> MemoryLibrary:
    made = MemoryLibrary()
    made.add("nord", with_services(), "First revision")
    changed = after(SetTerm(("identity", "initial_months"), 36), RemoveRow((*SERVICES, "erp")))
    made.save_draft("nord", changed, made.kept["nord"].version)
    return made


def test_the_draft_is_compared_with_its_last_revision(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.choose("compare")
    counted = window.elided("compare_counts")
    assert counted.startswith("2 changes · 0 better · 1 worse · 1 neutral for the customer · findings: ")
    old, new = library.kept["nord"].revisions[-1][1], library.kept["nord"].document
    became = difference(findings(old), findings(new), new)
    assert f"{len(became.new)} new, {len(became.solved)} solved, {len(became.open)} still open" in counted
    assert window.table("compare_table") == [
        ["Identity and term", "", "", ""],
        ["Initial term", "not stated", "36 months", "● neutral"],
        ["Services", "", "", ""],
        ["ERP\nremoved", "ERP", "–", "▼ worse"],
    ]
    window.click("compare_worse")
    assert [row[0] for row in window.table("compare_table")] == ["Services", "ERP\nremoved"]
    window.click("compare_all")
    around.shell.session.undo()
    around.shell.session.do(SetTerm(("identity", "initial_months"), None))
    window.choose("compare")
    assert "Initial term" not in str(window.table("compare_table"))


def test_next_and_previous_go_from_change_to_change(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.open("Kliniken Nord")
    window.choose("compare")
    here = [window.current("compare_table")]
    for action in ("next", "next", "previous"):
        window.choose(action)
        here.append(window.current("compare_table"))
    assert here == ["Initial term", "ERP\nremoved", "ERP\nremoved", "Initial term"]
    window.press("compare_table", Qt.Key.Key_Return)
    assert window.place == "agreement"


def test_standards_agreements_and_files_can_be_sides(
    open_window: OpenWindow, library: MemoryLibrary, tmp_path: Path
) -> None:
    library.add("other", document(title="Another agreement"), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.open("SLA-1")
    window.choose("compare")
    window.pick_side("compare_old", "Standard: Healthcare")
    assert "Standard healthcare" in str(window.table("compare_table"))
    around.answers.choice = 1
    window.pick_side("compare_old", "Agreement in the library")
    assert window.chosen("compare_old") in {
        "Kliniken Nord · Another agreement · SLA-1",
        "Kliniken Nord · IT services · SLA-1",
    }
    around.answers.path = tmp_path / "file.json"
    around.answers.path.write_bytes(to_json(document(title="From a file")))
    window.pick_side("compare_old", "File")
    assert "From a file" in str(window.table("compare_table"))
    assert window.chosen("compare_old") == "file.json"
    around.answers.path.write_bytes(b"{}")
    window.pick_side("compare_old", "File")
    assert "no “format”" in window.notice


def test_a_revision_can_be_chosen_from_an_agreement_file(
    open_window: OpenWindow, library: MemoryLibrary, tmp_path: Path
) -> None:
    with Library(tmp_path / "elsewhere.slalib", create=True) as other:
        by: dict[str, Any] = {"author": "Eve", "at": NOW}
        name = other.create(document(title="Old"), **by, session="").id
        other.commit(name, document(title="Old"), message="As signed", expected_version=1, **by)
        version = other.load(name).version
        other.commit(name, document(title="New"), message="Renamed", expected_version=version, **by)
        (tmp_path / "theirs.slaj").write_bytes(other.export_agreement(name))
    around = surroundings(library)
    window = open_window(around)
    window.open("SLA-1")
    window.choose("compare")
    around.answers.path = tmp_path / "theirs.slaj"
    for choice, label, title in (
        (1, "theirs.slaj · Revision 1: As signed", "Old"),
        (0, "theirs.slaj · Revision 2: Renamed", "New"),
    ):
        around.answers.choice = choice
        window.pick_side("compare_old", "File")
        assert window.chosen("compare_old") == label
        assert ["Title", title, "IT services", "● neutral"] in window.table("compare_table")
    around.answers.choice = None
    window.pick_side("compare_old", "File")
    assert window.chosen("compare_old") == label


def test_internal_terms_are_no_difference_from_a_sealed_side() -> None:
    mine = apply(with_services(), SetTerm((*SERVICES, "mail", "note"), "For us alone"))
    theirs = without_internal(mine)
    assert len(lines(mine, theirs)) == 1
    assert not lines(*load_both(Side("Draft", mine), Side("signed.pdf", theirs, sealed=True)))


def test_thinking_better_of_a_side_keeps_the_former(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.choose("compare")
    before = window.chosen("compare_old")
    for words in ("Agreement in the library", "File"):
        window.pick_side("compare_old", words)
        assert window.chosen("compare_old") == before


def test_equal_sides_say_so(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.choose("compare")
    window.pick_side("compare_old", "Draft")
    assert not window.sees("compare_table")
    assert window.sees("compare_same")
    assert window.elided("compare_counts") == ""
    assert not window.find(QPushButton, "compare_next").isEnabled()


def test_the_filters_of_the_page_say_their_counts(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.open("Kliniken Nord")
    window.choose("compare")
    assert window.button_text("compare_worse") == "▼ Worse 1"
    assert window.choices("compare_section") == ["All sections (2)", "Identity and term (1)", "Services (1)"]
    window.type_into("compare_words", "months")
    assert [row[0] for row in window.table("compare_table")] == ["Identity and term", "Initial term"]
    assert window.button_text("compare_worse") == "▼ Worse 0"
    window.press("compare_words", Qt.Key.Key_Escape)
    assert len(window.table("compare_table")) == 4


def test_sides_are_swapped_and_changes_copied(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.open("Kliniken Nord")
    window.choose("compare")
    window.click("compare_swap")
    assert window.chosen("compare_old") == "Draft"
    assert window.table("compare_table")[1] == ["Initial term", "36 months", "not stated", "● neutral"]
    window.click("compare_copy")
    assert QGuiApplication.clipboard().text() == (
        "Draft → Revision 1\n\nIdentity and term\n- Initial term: 36 months → (empty)\n\nServices\n"
        "- ERP: added (ERP) – better for the customer\n"
    )


def test_each_source_is_offered_once(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.open("Kliniken Nord")
    window.choose("compare")
    assert window.choices("compare_old") == [
        "Draft",
        "Revision 1: First revision",
        "Standard: General IT services",
        "Standard: Healthcare",
        "Agreement in the library…",
        "File…",
    ]


def test_a_side_that_says_nothing_says_so() -> None:
    old, new = document(), document()
    held = apply(new, SetTerm(("identity", "initial_months"), 36))
    held = apply(held, InsertRow(("services", "items"), Service(id="erp", name="ERP")))
    model = CompareModel()
    model.show_lines(lines(old, held), "Old", "New")
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    found = {
        str(entry.what): (model.index(row, OLD).data(), model.index(row, OLD).data(spoken))
        for row in range(model.rowCount())
        if isinstance(entry := model.entry(row), Line)
    }
    assert found == {"changed": ("not stated", "not stated"), "added": ("–", "nothing there")}
    rows = [row for row in range(model.rowCount()) if row not in model.headings()]
    assert all(model.is_blank(model.index(row, OLD)) for row in rows)
    assert not any(model.is_blank(model.index(row, NEW)) for row in rows)


def test_references_in_clauses_say_what_they_stand_for() -> None:
    old = shipped.sample()
    clause = old.legal.clauses[0]
    new = apply(old, SetTerm(("legal", "clauses", clause.id, "text"), "See {section:services} and {value:no.such}."))
    (line,) = lines(old, new)
    assert line.new == "See § Services and ! leads nowhere."
    assert "{" not in line.old
