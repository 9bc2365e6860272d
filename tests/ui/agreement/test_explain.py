"""F1 knows which term the keys are at, whatever editor has them, for every term that there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.ui.agreement.section_list import SectionList
from slaeditor.ui.agreement.states import SHOWN
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.frame.explainer import asked_of, place_of, said_by
from slaeditor.ui.frame.explanation import explanation
from tests.filled import filled_document, one_leaf_of_each
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS
DOCUMENT = filled_document()
LEAVES = one_leaf_of_each(DOCUMENT)


@pytest.mark.parametrize("section", SHOWN)
def test_every_term_is_explained_where_the_keys_are(stage: OpenStage, section: str) -> None:
    st = stage(DOCUMENT)
    asked = 0
    for path, declared, _ in LEAVES:
        if path[0] == section:
            st.go(*path)
            found = asked_of(st.focus())
            # the matrix, the week and lists of names stand for more than one term at once
            assert found == path[: len(found)], (path, found)
            assert len(found) >= len(path) - 2, (path, found)
            said = explanation(st.document, found)
            assert said is not None
            if found == path:
                assert said.title == declared.term.label
                asked += 1
    assert asked >= sum(path[0] == section for path, _, _ in LEAVES) // 2


def test_a_cell_that_is_being_edited_is_explained(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    row = DOCUMENT.targets.items[0].id
    st.go("targets", "items", row, "restore")
    assert asked_of(st.focus()) == ("targets", "items", row, "restore")
    assert said_by(st.focus(), ("targets", "items", row, "restore")) == ""
    st.key(Qt.Key.Key_F2)
    assert asked_of(st.focus()) == ("targets", "items", row, "restore")
    st.key(Qt.Key.Key_Escape)


def test_a_drawing_says_how_it_is_worked(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    row = DOCUMENT.escalation.paths[0].id
    st.go("escalation", "paths", row, "steps")
    (drawing,) = [one for one in st.page.findChildren(Drawing) if one.isVisibleTo(st.page)]
    drawing.setFocus()
    found = asked_of(drawing)
    assert found[:4] == ("escalation", "paths", row, "steps")
    assert "Arrow keys" in said_by(drawing, found)
    chosen = place_of(drawing, st.page)
    assert chosen.size() == drawing.area_of(drawing.current).size()
    assert chosen.height() < drawing.height() // 2


def test_the_list_of_sections_explains_the_section(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "title")
    sections = st.page.findChild(SectionList)
    assert sections is not None
    sections.list.setFocus()
    assert asked_of(QApplication.focusWidget()) == ("identity",)
