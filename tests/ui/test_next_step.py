"""What the head of the window offers to do next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from slaeditor.model.edits import SetTerm
from slaeditor.ui.frame.next_step import next_step
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


def test_what_comes_next_follows_from_where_one_is_and_what_was_done() -> None:
    library = MemoryLibrary()
    library.add("a", document(), "First revision")
    session = surroundings(library).shell.session
    assert next_step("library", session, 0) == ("New agreement…", "new")
    assert next_step("agreement", session, 0) == ("", "")
    session.open("a", document(), version=1, revision=1, base=document())
    assert next_step("agreement", session, 0) == ("Export PDF…", "export_pdf")
    assert next_step("agreement", session, 1) == ("See 1 problem", "key_pane_problems")
    assert next_step("agreement", session, 3)[0] == "See 3 problems"
    assert next_step("compare", session, 3) == ("", "")
    session.do(SetTerm(TITLE, "Another"))
    assert next_step("agreement", session, 3) == ("Save revision…", "save")
    assert next_step("interview", session, 3) == ("", "")  # there the foot of the sheet leads on
    assert next_step("settings", session, 3) == ("Done", "back")
    session.undo()
    session.open("a", document(), version=1, revision=1, base=document(), read_only=True)
    assert next_step("agreement", session, 0)[0] == "Back to the draft"


def test_the_head_leads_to_the_problems_once_everything_is_saved(open_window: OpenWindow, qtbot: QtBot) -> None:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(TITLE, "All IT"))
    assert window.button_text("next_action") == "Save revision…"
    around.shell.session.undo()
    qtbot.waitUntil(lambda: window.button_text("next_action").startswith("See "))
    window.click("next_action")
    assert window.sees("problems")


@pytest.mark.parametrize("place", ["library", "agreement", "interview"])
def test_the_settings_lead_back_to_where_one_was(open_window: OpenWindow, place: str) -> None:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    window = open_window(surroundings(library))
    window.open("Kliniken Nord")
    window.choose(place)
    window.choose("settings")
    window.click("next_action")
    assert window.place == place
    window.choose("settings")
    window.press("settings_name", Qt.Key.Key_Escape)
    assert window.place == place


def test_escape_leads_back_from_a_new_agreement_and_nowhere_from_a_place_with_a_tab(open_window: OpenWindow) -> None:
    window = open_window(surroundings(MemoryLibrary()))
    window.choose("new")
    window.press("new_customer", Qt.Key.Key_Escape)
    assert window.place == "library"
    window.choose("compare")
    window.press("page_compare", Qt.Key.Key_Escape)
    assert window.place == "compare"


def test_a_click_beside_the_work_leaves_the_keys_where_they_are(open_window: OpenWindow) -> None:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.widget.activateWindow()
    QTest.qWaitForWindowActive(window.widget)
    window.open("Kliniken Nord")
    here = QApplication.focusWidget()
    assert here is not None
    around.shell.say("Something was done.", ("Undo", lambda: None))
    window.click("toast_choice_0")
    assert QApplication.focusWidget() is here
    assert isinstance(window.widget, Window)
    window.widget.decide("Which one?", [("This", lambda: False)])
    window.answer("This")
    assert QApplication.focusWidget() is here
    window.widget.decide("Which one?", [("This", lambda: False)])
    window.find(QPushButton, "notice_0").setFocus()
    window.press("notice_0", Qt.Key.Key_Space)  # by keys they come back
    assert QApplication.focusWidget() is here
