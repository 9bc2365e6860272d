"""The outline: nothing is lost, nothing internal is shown, numbers and references are computed."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from slaeditor.export import outline as module
from slaeditor.export.blocks import Annex, Heading, Outline, Paragraph, Table
from slaeditor.export.outline import outline, stated
from slaeditor.export.plain import plain
from slaeditor.export.writing.choices import SENTENCES
from slaeditor.export.writing.sections.hours import days_text, opening_runs
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Opening, Weekday
from slaeditor.model.agreement.legal import Clause
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.priorities import MatrixCell
from slaeditor.model.agreement.remedies import CreditSchedule, Threshold
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.quantities import ClockTime, Money, Number, Percent
from slaeditor.model.terms import is_empty
from tests.export.given import context
from tests.filled import filled_document, one_leaf_of_each, other_value

DOCUMENT = filled_document()
SAME = context(DOCUMENT)
"""One context for all: the hash in it must not be what tells two outlines apart."""


def made(document: Agreement = DOCUMENT) -> Outline:
    return outline(document, SAME)


def test_changing_any_term_changes_the_text_unless_it_is_internal() -> None:
    before = plain(made())
    unseen, leaked, seen = [], [], 0
    for path, declared, value in one_leaf_of_each(DOCUMENT):
        after = plain(made(apply(DOCUMENT, SetTerm(path, other_value(declared, value)))))
        if paths.is_internal(path):
            leaked += [paths.text_of(path)] * (after != before)
        else:
            seen += 1
            unseen += [paths.text_of(path)] * (after == before)
    assert seen > 350
    assert not unseen
    assert not leaked


def test_every_term_knows_its_place() -> None:
    found = stated(made().blocks)
    lost = [
        paths.text_of(path)
        for path, _, value in paths.walk(DOCUMENT)
        if not is_empty(value) and not paths.is_internal(path) and path not in found and path != ("kind",)
    ]
    assert not lost


def test_no_layout_left_anything_over() -> None:
    assert not [block for block in made().blocks if isinstance(block, Annex) and block.path == ("#", "further")]


def test_numbers_follow_one_another_and_references_name_them() -> None:
    blocks = made().blocks
    clauses = [block.number for block in blocks if isinstance(block, Heading) and block.level == 1 and block.number]
    assert clauses == [str(number) for number in range(1, len(clauses) + 1)]
    subs = [block.number for block in blocks if isinstance(block, Heading) and block.level == 2]
    for before, after in pairwise(subs):
        (clause, number), (following, place) = before.split("."), after.split(".")
        assert int(place) == (int(number) + 1 if clause == following else 1)
    tables = [block.number for block in blocks if isinstance(block, Table) and block.number]
    assert tables == list(range(1, len(tables) + 1))
    heading = next(block for block in blocks if isinstance(block, Heading) and block.path == ("targets",))
    assert f"clause {heading.number} ({heading.text})" in plain(made())


def test_headings_have_places_of_their_own() -> None:
    paths_of = [block.path for block in made().blocks if isinstance(block, Heading | Annex) and block.path]
    assert len(paths_of) == len(set(paths_of))


def test_cells_carry_typed_values_of_the_same_wording() -> None:
    seen = 0
    for block in made().blocks:
        if isinstance(block, Table):
            for row in block.rows:
                assert len(row.cells) == len(block.columns)
                for cell in row.cells:
                    if isinstance(cell.value, Percent | Money) and cell.text:
                        seen += 1
                        assert str(cell.value) in cell.text
    assert seen > 10


def test_each_choice_that_has_a_sentence_has_one_for_all_its_members() -> None:
    for kind in {type(member) for member in SENTENCES}:
        assert set(kind) <= set(SENTENCES)


def test_defined_terms_lead_to_their_definitions_once_in_a_clause() -> None:
    document = paths.replace(
        DOCUMENT, ("legal", "clauses"), (Clause(id="c", heading="H", text="A Service, a Service."),)
    )
    text = next(b for b in made(document).blocks if isinstance(b, Paragraph) and b.text == "A Service, a Service.")
    assert [run.target for run in text.runs if run.target] == [("#", "definition", "Service")]


def test_clause_text_keeps_its_paragraphs_and_numbers_its_items() -> None:
    text = "First {clause:c}.\n\nSecond:\n\n(a) one {value:identity.initial_months};\n(b) two {section:needs}."
    document = paths.replace(DOCUMENT, ("legal", "clauses"), (Clause(id="c", heading="Scope", text=text),))
    number = next(b.number for b in made(document).blocks if isinstance(b, Heading) and b.text == "Scope")
    wanted = (
        f"{number}.1 First clause {number} (Scope).\n{number}.2 Second:\n"
        "(a) one 16 months;\n(b) two Annex D (Needs analysis)."
    )
    assert wanted in plain(made(document))


def test_bands_are_half_open_and_turn_round_where_lower_is_better() -> None:
    thresholds = (
        Threshold(id="t1", below=Number(4), credit=Percent(5)),
        Threshold(id="t2", below=Number(6), credit=Percent(10)),
    )
    schedule = CreditSchedule(id="s", name="S", metrics=("m",), thresholds=thresholds)
    for direction, wanted in (
        (Direction.HIGHER_IS_BETTER, ["below 4 days, down to and including 6 days", "below 6 days"]),
        (Direction.LOWER_IS_BETTER, ["above 4 days, up to and including 6 days", "above 6 days"]),
    ):
        document = paths.replace(DOCUMENT, ("remedies", "schedules"), (schedule,))
        metric = Metric(id="m", name="M", unit="days", direction=direction)
        document = paths.replace(document, ("metrics", "items"), (metric,))
        table = next(b for b in made(document).blocks if isinstance(b, Table) and b.path == ("remedies", "schedules"))
        assert [row.cells[-2].text for row in table.rows] == wanted


def test_a_week_is_said_as_people_say_it() -> None:
    monday_to_friday = list(Weekday)[:5]
    assert days_text(monday_to_friday) == "Monday to Friday"
    assert days_text([Weekday.SATURDAY, Weekday.SUNDAY]) == "Saturday and Sunday"
    assert days_text([Weekday.MONDAY, Weekday.WEDNESDAY]) == "Monday and Wednesday"
    opening = Opening(
        id="o", days=tuple(monday_to_friday), opens=ClockTime.parse("22"), closes=ClockTime.parse("06"), overnight=True
    )
    said = "".join(run.text for run in opening_runs(opening, ()))
    assert said == "Monday to Friday 22:00–06:00 (ending on the following day)"


def test_combinations_that_fit_no_cell_of_the_matrix_are_listed() -> None:
    cells = (MatrixCell(id="x", impact="nowhere", urgency="urgency-level-1", priority="priority-1"),)
    document = paths.replace(DOCUMENT, ("priorities", "matrix"), cells)
    assert "(missing: nowhere) | Level 391" in plain(made(document))


def test_an_empty_document_says_what_it_is_and_no_more() -> None:
    assert plain(outline(Agreement(), context(Agreement()))).splitlines()[:2] == ["[Cover]", "Service Level Agreement"]
    blocks = outline(Agreement(), SAME).blocks
    assert [b.text for b in blocks if isinstance(b, Annex)] == ["Change history"]
    headings = [b.text for b in blocks if isinstance(b, Heading) and b.level == 1]
    assert headings == [
        "Parties", "Definitions and interpretation", "Term and basis of this Agreement", "Approval and signature",
    ]  # fmt: skip


def test_what_a_layout_forgets_is_said_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = [msgspec.structs.replace(chapter, write=lambda writer: None) for chapter in module.CHAPTERS]
    monkeypatch.setattr(module, "CHAPTERS", forgetful)
    said = plain(made())
    assert "Further terms" in said
    assert f"Targets › Reopened reports: {DOCUMENT.targets.reopening}" in said
