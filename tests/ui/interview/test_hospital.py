"""The hospital's needs analysis, typed into the window question by question, leads to the hospital's agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from slaeditor import shipped
from slaeditor.model import advice, answers, partial, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Several, apply
from slaeditor.model.interview import Question, cell
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind
from slaeditor.ui.editors import typed
from slaeditor.ui.interview.steps import Rows, Step
from tests.ui.interview.conftest import POPUPS, Begin, Talk

pytestmark = POPUPS


class Customer:
    """Somebody who knows every answer: ``told`` is a document that holds them all, with ids of its own for new rows."""

    def __init__(self, talk: Talk, told: Agreement) -> None:
        self.talk, self.told = talk, told
        self.ids: dict[Path, str] = {}

    def answer_all(self) -> None:
        """Go through all sheets until there is nothing more to say: an answer may bring another question."""
        for _ in range(4):
            said = [self._sheet(step.key) for step in self.talk.page.steps]
            if not any(said):
                return
        missing = [paths.text_of(path) for step in self.talk.page.steps for path, _ in self._missing(step)]
        raise AssertionError(f"some answers are never taken: {missing}")

    def here(self, path: Path) -> Path:
        """Where a place of ``told`` is in the document: rows that were added have other ids."""
        return tuple(self.ids.get(path[: end + 1], part) for end, part in enumerate(path))

    def _sheet(self, key: str) -> bool:
        step = next(step for step in self.talk.page.steps if step.key == key)
        missing = list(self._missing(step))
        tables = [block.question for block in step.blocks if isinstance(block, Rows) and self._new_rows(block.question)]
        if not missing and not tables:
            return False
        self.talk.page.go(key)
        for table in tables:
            for row in self._new_rows(table):
                self.talk.click(f"add:{table.id}")
                self.ids[(*self._there(table.path), row)] = self.talk.page.rows(table)[-1].id
        step = next(step for step in self.talk.page.steps if step.key == key)
        for path, declared in list(self._missing(step)):
            if self.talk.asks(paths.text_of(self.here(path))):
                self.talk.answer(
                    paths.text_of(self.here(path)), typed.text_of(self.told, declared, paths.find(self.told, path))
                )
        return True

    def _missing(self, step: Step) -> Iterator[tuple[Path, Field]]:
        for question in [*step.questions(), *self._beside(step)]:
            for one in self._cells(question) if question.columns else [question]:
                path = self._there(one.path)
                if paths.exists(self.told, path) and self._says(path, one):
                    yield path, one.field

    def _cells(self, table: Question) -> list[Question]:
        return [cell(table, row.id, name) for row in self.talk.page.rows(table) for name in table.columns]

    def _beside(self, step: Step) -> Iterator[Question]:
        for block in step.blocks:
            if isinstance(block, Rows):
                yield from (one for _, cells in block.beside for one in cells)

    def _says(self, path: Path, one: Question) -> bool:
        wanted = self.mapped(one.field, paths.find(self.told, path))
        now = paths.find(self.talk.document, one.path) if paths.exists(self.talk.document, one.path) else None
        return bool(wanted != now and (wanted or now))

    def mapped(self, declared: Field, value: Any) -> Any:
        """The value as it must stand in the document."""
        renamed = {path[-1]: identifier for path, identifier in self.ids.items()}
        return tuple(renamed.get(one, one) for one in value) if declared.kind is Kind.REFERENCES else value

    def _new_rows(self, table: Question) -> list[str]:
        there = self._there(table.path)
        rows = paths.find(self.told, there) if paths.exists(self.told, there) else ()
        held = {row.id for row in self.talk.page.rows(table)}
        return [row.id for row in rows if self.ids.get((*there, row.id), row.id) not in held]

    def _there(self, path: Path) -> Path:
        back = {(*full[:-1], identifier): full[-1] for full, identifier in self.ids.items()}
        return tuple(back.get(path[: end + 1], part) for end, part in enumerate(path))


@pytest.fixture(scope="module")
def given() -> answers.Answers:
    return answers.read(shipped.sample_answers().read_bytes())


def test_the_whole_case_is_answered_in_the_window_and_becomes_the_agreement(
    begin: Begin, given: answers.Answers
) -> None:
    start = shipped.begin(given.standard, "", "SLA-9")
    said = partial.merge(start, given.answers)
    told = apply(start, Several("", tuple(edit for _, edit in said)))
    talk = begin(start)
    talk.speak(given.said_by)
    customer = Customer(talk, told)
    customer.answer_all()

    unsaid = []
    for path, declared, value in paths.walk(told):
        here = customer.here(path)
        got = paths.find(talk.document, here) if paths.exists(talk.document, here) else None
        wanted = customer.mapped(declared, value)
        if got != wanted and (got or wanted):
            unsaid.append((paths.text_of(path), got, wanted))
    assert unsaid == []
    assert {source.said_by for source in talk.document.needs.sources} == {given.said_by}

    proposals = advice.advise(talk.document)
    assert proposals
    expected = apply(talk.document, advice.accept(talk.document, proposals, [one.id for one in proposals]))
    talk.go("Proposed terms")
    assert len(talk.offers) == len(proposals)
    talk.click("take_chosen")
    assert talk.window.place == "agreement"
    assert talk.document == expected
    assert talk.window.menu_text("undo") == f"&Undo taking {len(proposals)} proposals"

    talk.window.choose("interview")
    talk.page.go("proposal")
    assert talk.sees("proposals_nothing")
