"""The timeline: steps, merging while typing, undo and redo as assignment. No Qt here."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.services import Service
from slaeditor.model.edits import Edit, InsertRow, MoveRow, RemoveRow, SetTerm
from slaeditor.model.errors import EditError
from slaeditor.ui.undo import Timeline

TITLE = ("identity", "title")
NUMBER = ("identity", "number")


def test_typing_in_one_place_is_one_step() -> None:
    timeline = Timeline(Agreement())
    for words in ("I", "IT", "IT services"):
        timeline.do(SetTerm(TITLE, words), typing=True)
    assert timeline.undo_text == "change of Title"
    assert timeline.undo()
    assert timeline.document == Agreement()
    assert not timeline.undo()
    assert timeline.redo()
    assert timeline.document.identity.title == "IT services"


@pytest.mark.parametrize("between", ["another place", "the end of typing", "an act of its own"])
def test_what_ends_a_burst_of_typing(between: str) -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "a"), typing=True)
    steps = 2
    if between == "another place":
        timeline.do(SetTerm(NUMBER, "1"), typing=True)
        steps = 3
    elif between == "the end of typing":
        timeline.end_typing()
    timeline.do(SetTerm(TITLE, "ab"), typing=between != "an act of its own")
    assert sum(iter(timeline.undo, False)) == steps


def test_typing_back_to_the_beginning_leaves_no_step() -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "a"), typing=True)
    timeline.do(SetTerm(TITLE, ""), typing=True)
    assert not timeline.undo_text


def test_typing_after_typing_back_to_the_beginning_is_a_step_of_its_own() -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "first"), typing=True)
    timeline.end_typing()
    for words in ("firs", "first", "first and second"):
        timeline.do(SetTerm(TITLE, words), typing=True)
    assert timeline.undo()
    assert timeline.document.identity.title == "first"


def test_an_edit_that_changes_nothing_keeps_what_can_be_redone() -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "a"))
    timeline.undo()
    assert not timeline.do(SetTerm(TITLE, ""))
    assert timeline.redo_text


def test_a_refused_edit_changes_nothing() -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "a"))
    with pytest.raises(EditError):
        timeline.do(RemoveRow(("services", "items", "none")))
    assert timeline.document.identity.title == "a"
    assert timeline.undo_text == "change of Title"


def test_a_whole_document_can_be_replaced_and_had_back() -> None:
    timeline = Timeline(Agreement())
    timeline.do(SetTerm(TITLE, "mine"))
    mine = timeline.document
    assert timeline.assume(Agreement(), "restoring of revision 1")
    assert timeline.undo_text == "restoring of revision 1"
    timeline.undo()
    assert timeline.document is mine


class RandomPerson(RuleBasedStateMachine):
    """Whatever is done, undoing all of it leads back, and redoing all of it leads there again."""

    @initialize()
    def begin(self) -> None:
        self.first = Agreement()
        self.timeline = Timeline(self.first)
        self.made = 0

    def _do(self, edit: Edit, typing: bool = False) -> None:
        self.timeline.do(edit, typing=typing)

    @rule(words=st.text("ab", max_size=3), typing=st.booleans())
    def write(self, words: str, typing: bool) -> None:
        self._do(SetTerm(TITLE, words), typing)

    @rule(index=st.integers(0, 3))
    def add(self, index: int) -> None:
        self.made += 1
        self._do(InsertRow(("services", "items"), Service(id=f"s{self.made}"), index))

    @rule(which=st.integers(0, 5), index=st.integers(0, 3))
    def move(self, which: int, index: int) -> None:
        rows = self.timeline.document.services.items
        if rows:
            self._do(MoveRow(("services", "items", rows[which % len(rows)].id), index), True)

    @rule(which=st.integers(0, 5))
    def remove(self, which: int) -> None:
        rows = self.timeline.document.services.items
        if rows:
            self._do(RemoveRow(("services", "items", rows[which % len(rows)].id)))

    @rule()
    def undo(self) -> None:
        before = self.timeline.document
        if self.timeline.undo():
            assert self.timeline.document != before

    @rule()
    def redo(self) -> None:
        before = self.timeline.document
        if self.timeline.redo():
            assert self.timeline.document != before

    @invariant()
    def all_the_way_back_and_forth(self) -> None:
        here = self.timeline.document
        redos = self.timeline.redo_text
        back = sum(iter(self.timeline.undo, False))
        assert self.timeline.document == self.first
        for _ in range(back):
            assert self.timeline.redo()
        assert self.timeline.document == here
        assert self.timeline.redo_text == redos


TestRandomPerson = RandomPerson.TestCase
