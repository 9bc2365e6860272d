"""Clause text: the way back to the library, and references that are deleted as wholes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from slaeditor import shipped
from slaeditor.model.clause_text import library_text, reference_beside
from slaeditor.model.edits import SetTerm
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS
SAMPLE = shipped.sample()
CLAUSE = next(one for one in SAMPLE.legal.clauses if one.library_text and one.library_text == one.text)
PLACE = ("legal", "clauses", CLAUSE.id, "text")
TEXT = "Within {section:targets}."


@pytest.mark.parametrize(
    ("position", "before", "found"),
    [(7, True, None), (7, False, (7, 24)), (24, True, (7, 24)), (24, False, None), (12, True, (7, 24))],
)
def test_the_reference_that_a_deletion_touches(position: int, before: bool, found: tuple[int, int] | None) -> None:
    assert reference_beside(TEXT, position, before=before) == found


def test_only_changed_text_of_a_clause_has_another_in_the_library() -> None:
    assert library_text(SAMPLE, PLACE) is None
    assert library_text(SAMPLE, (*PLACE[:-1], "heading")) is None
    assert library_text(SAMPLE, ("legal", "clauses", "gone", "text")) is None


def test_a_changed_clause_is_marked_and_goes_back_to_the_library(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*PLACE)
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.do(SetTerm(PLACE, "Our own words."))
    assert "Changed" in st.find(QLabel, "library_mark").text()
    st.click(st.find(QPushButton, "library_back"))
    assert st.value(*PLACE) == CLAUSE.text
    assert st.find(QPlainTextEdit, "text").toPlainText() == CLAUSE.text
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.undo()
    assert st.value(*PLACE) == "Our own words."


def test_typing_marks_the_clause_at_once_and_backspace_takes_a_whole_reference(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.session.do(SetTerm(PLACE, TEXT))
    st.session.do(SetTerm((*PLACE[:-1], "library_text"), TEXT))
    st.go(*PLACE)
    field = st.find(QPlainTextEdit, "text")
    cursor = field.textCursor()
    cursor.setPosition(24)
    field.setTextCursor(cursor)
    st.key(Qt.Key.Key_Backspace)
    assert st.value(*PLACE) == "Within ."
    assert st.find(QLabel, "library_mark").isVisibleTo(st.page)
    st.keys("x")
    assert st.value(*PLACE) == "Within x."
