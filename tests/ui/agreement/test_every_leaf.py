"""Every leaf of the document type can be edited in the window, by keys, and undone."""

from __future__ import annotations

from typing import Any

import pytest

from slaeditor.model.compare import compare
from slaeditor.model.paths import find
from slaeditor.model.terms import Kind
from slaeditor.ui.agreement.states import SHOWN
from slaeditor.ui.editors.registry import EDITORS
from slaeditor.ui.forms.registry import SHOWN_BY_FORMS
from tests.filled import filled_document, one_leaf_of_each, other_value
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.hands import give

pytestmark = POPUPS
DOCUMENT = filled_document()
LEAVES = one_leaf_of_each(DOCUMENT)


def test_every_kind_of_value_has_an_editor() -> None:
    assert set(EDITORS) | SHOWN_BY_FORMS == set(Kind)
    assert not set(EDITORS) & SHOWN_BY_FORMS


def test_every_leaf_is_in_a_section_but_the_kind_of_document() -> None:
    assert {path[0] for path, _, _ in LEAVES} == {*SHOWN, "kind"}
    assert len(LEAVES) > 400


@pytest.mark.parametrize("section", SHOWN)
def test_every_leaf_can_be_edited_and_undone(stage: OpenStage, section: str) -> None:
    st = stage(DOCUMENT)
    for path, declared, old in LEAVES:
        if path[0] != section:
            continue
        before = st.document
        new: Any = other_value(declared, old) if declared.kind is not Kind.FLAG else not old
        st.go(*path)
        give(st, declared, new)
        assert find(st.document, path) == new, path
        assert [change.path for change in compare(before, st.document)] == [path]
        assert not st.session.unparsed, path
        while st.document != before:
            assert st.session.undo(), path


@pytest.mark.parametrize("section", SHOWN)
def test_filling_a_form_never_edits(stage: OpenStage, section: str) -> None:
    st = stage(DOCUMENT)
    form = None
    for path, _, _ in LEAVES:
        if path[0] == section:
            st.go(*path)
            form = st.page.section
    assert form == section
    st.go("identity" if section != "identity" else "parties")
    assert st.document is DOCUMENT
    assert st.edits == 0
    assert not st.session.can_undo
    assert not st.session.unparsed
