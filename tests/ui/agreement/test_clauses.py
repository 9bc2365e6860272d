"""Clause text: the way back to the library, and references that are chips with the live value and lead to their term."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QWidget

from slaeditor.model.clause_text import Reference, candidates, library_text, pieces, referred
from slaeditor.model.edits import RemoveRow, SetTerm, apply
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.clause_field import ClauseField
from tests.ui.agreement.clause_hands import (
    CLAUSE,
    INTERVAL,
    PLACE,
    SAMPLE,
    TEXT,
    at,
    menu_of,
    middle,
    opened,
    shown,
    told,
)
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS


# what references stand for


@pytest.mark.parametrize(
    ("source", "words", "where", "target", "cited"),
    [
        (INTERVAL, "6 months", "Reporting and review › Review interval", ("review", "interval_months"), False),
        ("{section:targets}", "Targets", "Targets", ("targets",), True),
        ("{clause:liability}", "Liability", "Legal text › Liability", ("legal", "clauses", "liability"), True),
        ("{value:services.items[imaging]}", "Imaging archive (PACS)", None, ("services", "items", "imaging"), False),
        ("{value:services.items[imaging].note}", "", None, ("services", "items", "imaging", "note"), False),
        ("{value:services.items[gone].name}", "", "", (), False),
        ("{value:no such thing}", "", "", (), False),
        ("{section:nowhere}", "", "", (), False),
        ("{clause:gone}", "", "", (), False),
    ],
)
def test_a_reference_stands_for(
    source: str, words: str, where: str | None, target: tuple[str, ...], cited: bool
) -> None:
    found = referred(SAMPLE, Reference(source))
    assert (found.words, found.target, found.cited) == (words, target, cited)
    assert where is None or found.where == where


@pytest.mark.parametrize("text", ["", TEXT, "{value:half", "a {b} {value:x} {section:a}{clause:b}", "{{value:x}}"])
def test_pieces_joined_are_the_text(text: str) -> None:
    cut = list(pieces(text))
    assert "".join(one if isinstance(one, str) else one.source for one in cut) == text
    assert "" not in cut


def test_everything_that_is_offered_leads_somewhere() -> None:
    offered = list(candidates(SAMPLE))
    assert len(offered) > 500
    assert all(referred(SAMPLE, reference).target for _, reference in offered)
    assert ("Reporting and review › Review interval: 6 months", Reference(INTERVAL)) in offered


def test_only_changed_text_of_a_clause_has_another_in_the_library() -> None:
    assert library_text(SAMPLE, PLACE) is None
    assert library_text(SAMPLE, (*PLACE[:-1], "heading")) is None
    assert library_text(SAMPLE, ("legal", "clauses", "gone", "text")) is None


# the field


def test_a_changed_clause_is_marked_and_goes_back_to_the_library(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*PLACE)
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.do(SetTerm(PLACE, "Our own words."))
    assert "Changed" in st.find(QLabel, "library_mark").text()
    st.click(st.find(QPushButton, "library_back"))
    assert st.value(*PLACE) == CLAUSE.text
    assert st.find(ClauseField, "text").source() == CLAUSE.text
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.undo()
    assert st.value(*PLACE) == "Our own words."


def test_values_are_shown_and_follow_the_term_wherever_it_changes(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    assert shown(field) == "Within 6 months as § Targets says."
    edits = st.edits
    st.session.do(SetTerm(("review", "interval_months"), 12))
    assert shown(field) == "Within 12 months as § Targets says."
    st.go("review", "interval_months")
    st.session.do(SetTerm(("review", "interval_months"), 3))
    st.go(*PLACE)
    assert shown(field) == "Within 3 months as § Targets says."
    assert st.edits == edits + 2


def test_the_arrows_choose_a_reference_and_enter_goes_there(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    told_by_page: list[tuple[str, tuple[tuple[str, Callable[[], object]], ...]]] = []
    st.shell.bus.said.connect(lambda text, _, choices: told_by_page.append((text, choices)))
    at(field, 7)
    st.key(Qt.Key.Key_Right)
    assert field.chosen() == Reference(INTERVAL)
    words = "Enter goes to Reporting and review › Review interval: 6 months"
    assert told(field) == words
    assert words in field.accessibleDescription()
    st.key(Qt.Key.Key_Right)
    assert (field.chosen(), field.textCursor().position()) == (None, 8)
    assert told(field) == ""
    st.key(Qt.Key.Key_Left)
    st.key(Qt.Key.Key_Return)
    assert st.page.section == "review"
    assert st.focus().objectName() == "interval_months"
    assert st.document.legal == apply(st.document, SetTerm(PLACE, TEXT)).legal
    (text, ((back, act),)) = told_by_page[-1]
    assert (text, back) == ("Gone to Reporting and review › Review interval.", "Back")
    act()
    assert st.focus() is field


def test_enter_beside_a_reference_makes_a_line(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 8)
    st.key(Qt.Key.Key_Return)
    st.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert st.value(*PLACE) == f"Within {INTERVAL}\n\n as {{section:targets}} says."
    assert st.page.section == "legal"


def test_a_click_goes_there_also_when_the_document_is_only_read(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT, read_only=True)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    assert st.page.section == "legal"
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=middle(field, 12))
    assert st.page.section == "targets"


def test_the_tip_says_what_and_where(stage: OpenStage) -> None:
    _, field = opened(stage, TEXT)
    for position, words in ((7, "Reporting and review › Review interval: 6 months"), (12, "Targets")):
        place = middle(field, position)
        QApplication.sendEvent(
            field.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, field.viewport().mapToGlobal(place))
        )
        assert QToolTip.text() == words


def test_a_broken_reference_says_so_and_leads_nowhere(stage: OpenStage) -> None:
    st, field = opened(stage, "See {clause:liability} and {value:no.such}.")
    assert shown(field) == "See § Liability and ! leads nowhere."
    at(field, 10, 11)
    assert told(field) == "This reference leads nowhere: {value:no.such}"
    st.key(Qt.Key.Key_Return)
    assert (st.page.section, st.value(*PLACE)) == ("legal", "See {clause:liability} and {value:no.such}.")
    st.session.do(RemoveRow(("legal", "clauses", "liability")))
    assert shown(field) == "See ! leads nowhere and ! leads nowhere."


def test_a_term_that_says_nothing_is_not_stated(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    st.session.do(SetTerm(("review", "interval_months"), None))
    assert shown(field) == "Within not stated as § Targets says."


def test_a_very_long_reference_is_never_wider_than_a_line(stage: OpenStage) -> None:
    st, field = opened(stage, "{value:identity.title}")
    st.session.do(SetTerm(("identity", "title"), "A very long title " * 40))
    QApplication.processEvents()
    width = field.area_of(0).width()
    assert 0 < width <= field.viewport().width()
    st.page.resize(1100, 720)
    QApplication.processEvents()
    assert 0 < field.area_of(0).width() <= field.viewport().width()


def test_a_reference_in_a_cell_of_a_table_leads_there_too(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    meaning = next(one for one in SAMPLE.legal.definitions if "{section:" in one.meaning)
    st.go("legal", "definitions", meaning.id, "meaning")
    widget: QWidget = st.focus()
    if not isinstance(widget, ClauseField):
        st.key(Qt.Key.Key_F2)
        widget = st.focus()
    assert isinstance(widget, ClauseField)
    place = next(
        n for n in range(widget.document().characterCount()) if chips.reference_at(widget.document(), n) is not None
    )
    target = widget.means(chips.reference_at(widget.document(), place) or Reference("")).target
    at(widget, place, place + 1)
    st.key(Qt.Key.Key_Return)
    assert st.page.section == target[0]


def test_the_menu_leads_to_the_reference_and_copies_it_whole(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 0, 8)
    offered = menu_of(field, 7)
    assert offered["go_to_reference"].text() == "Go to Reporting and review › Review interval"
    assert not {"edit-undo", "edit-redo"} & set(offered)
    offered["edit-cut"].trigger()
    assert st.value(*PLACE) == " as {section:targets} says."
    assert QGuiApplication.clipboard().text() == "Within 6 months"
    at(field, 0)
    menu_of(field, 4)["edit-paste"].trigger()
    assert st.value(*PLACE) == TEXT
    menu_of(field, 12)["go_to_reference"].trigger()
    assert st.page.section == "targets"
