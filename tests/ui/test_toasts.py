"""Passing messages: they take no focus, stay long enough, and can be reached and dismissed with keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.model.errors import UserError
from slaeditor.ui.frame.toasts import LEAST_MS, LEAST_WITH_CHOICES_MS, MOST, Toast, lasts
from slaeditor.ui.frame.window import Window
from slaeditor.ui.interview.page import InterviewPage
from slaeditor.ui.interview.steps import PROPOSAL
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, document, surroundings
from tests.ui.interview.conftest import POPUPS
from tests.ui.memory_library import MemoryLibrary
from tests.ui.tour import furnished, tour


def said(window: WindowDriver) -> list[str]:
    return [
        " ".join(one.text().split("\n")) for one in window.widget.findChildren(QLabel, "toast_text") if one.isVisible()
    ]


def around_one() -> Surroundings:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    return surroundings(library)


def test_a_message_stays_as_long_as_it_takes_to_read() -> None:
    assert lasts("Saved.", 0) == LEAST_MS
    assert lasts("Saved.", 1) == LEAST_WITH_CHOICES_MS
    assert lasts("x" * 400, 0) > LEAST_WITH_CHOICES_MS


def test_a_message_takes_no_focus_and_goes_by_escape(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    window.find(QWidget, "library_table").setFocus()
    here = window.widget.focusWidget()
    around.shell.say("Saved.")
    assert window.passing == "Saved."
    assert window.widget.focusWidget() is here
    window.press("library_table", Qt.Key.Key_Escape)
    assert window.passing == ""


def test_a_fault_goes_by_escape_and_a_decision_stays(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    around.shell.report(UserError("The disk is full."))
    window.find(QWidget, "library_table").setFocus()
    window.press("library_table", Qt.Key.Key_Escape)
    assert not window.sees("notice")
    made = window.widget
    assert isinstance(made, Window)
    made.decide("Which one?", [("This", lambda: None)])
    window.press("library_table", Qt.Key.Key_Escape)
    assert window.notice == "Which one?"


def test_what_it_offers_is_reached_by_keys_and_the_focus_comes_back(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    window.find(QWidget, "library_table").setFocus()
    here = window.widget.focusWidget()
    done: list[str] = []
    around.shell.say("Written.", ("Open", lambda: done.append("open")), ("Open folder", lambda: done.append("folder")))
    window.choose("message")
    first = window.widget.focusWidget()
    assert first is window.find(QWidget, "toast_choice_0")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = window.widget.focusWidget()
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert done == ["folder"]
    assert window.passing == ""
    assert window.widget.focusWidget() is here


def test_the_last_message_comes_back_when_it_is_asked_for(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    window.choose("message")
    assert window.passing == ""
    around.shell.say("Saved.")
    window.click("toast_dismiss")
    assert window.passing == ""
    window.choose("message")
    assert window.passing == "Saved."
    window.press("toast_dismiss", Qt.Key.Key_Escape)
    assert window.passing == ""


def test_messages_do_not_pile_up(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    around.shell.say("One.")
    around.shell.say("Two.")
    assert said(window) == ["Two."]
    for number in range(MOST + 2):
        around.shell.say(f"File {number} was written.", ("Open", lambda: None), ("Open folder", lambda: None))
    assert len(said(window)) == MOST
    assert said(window)[-1] == f"File {MOST + 1} was written."


def test_it_goes_by_itself(open_window: OpenWindow, qtbot: QtBot) -> None:
    around = around_one()
    window = open_window(around)
    around.shell.say("Saved.")
    toast = window.find(Toast, "toast")
    with qtbot.waitSignal(toast.gone, timeout=LEAST_MS * 2):
        pass
    assert window.passing == ""


def test_messages_stay_within_a_small_window(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    window.widget.resize(960, 600)
    long = "شركة الاتصالات السعودية SLA-2026-0001.pdf was written to " + "/a/very/long/folder" * 12 + "."
    around.shell.say(long, ("Open", lambda: None), ("Open folder", lambda: None))
    toast = window.find(QWidget, "toast")
    host = toast.parentWidget()
    assert host is not None
    assert host.rect().contains(toast.geometry())
    assert window.find(QLabel, "toast_text").height() >= 3 * toast.fontMetrics().height()


@POPUPS
@pytest.mark.parametrize("size", [(1440, 900), (960, 600)])
def test_no_button_of_a_foot_is_covered_on_any_page(open_window: OpenWindow, size: tuple[int, int]) -> None:
    around = surroundings(furnished())
    window = open_window(around).widget
    assert isinstance(window, Window)
    window.resize(*size)
    feet: set[str] = set()
    for stop, _ in tour(window, around):
        if stop.startswith(("agreement", "messages", "decision", "explanation", "guide", "question", "crash")):
            continue
        around.shell.say("The agreement was written to a file with a rather long name.", ("Open", lambda: None))
        toasts = [one for one in window.findChildren(Toast) if one.isVisible()]
        assert toasts
        for toast in toasts:
            area = QRect(toast.mapToGlobal(QPoint()), toast.size())
            for button in window.findChildren(QAbstractButton):
                if not button.isVisible() or toast.isAncestorOf(button) or scrolled(button):
                    continue
                place = QRect(button.mapToGlobal(QPoint()), button.size())
                assert not place.intersects(area), f"{stop}: {button.objectName()} {button.text()}"
                if place.center().y() > window.mapToGlobal(QPoint(0, window.height() - 80)).y():
                    feet.add(button.objectName())
    assert "next" in feet


def covered(window: WindowDriver, button: str) -> bool:
    """Whether the message covers the button."""
    toast, one = window.find(QWidget, "toast"), window.find(QWidget, button)
    host = toast.parentWidget()
    assert host is not None
    return QRect(one.mapTo(host, QPoint()), one.size()).intersects(toast.geometry())


def test_a_message_gives_way_when_the_page_changes(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(around_one())
    window.open("Kliniken Nord")
    made = window.widget
    assert isinstance(made, Window)
    made.tell("Saved.", fault=False)
    before = window.find(QWidget, "toast").geometry()
    made.go("interview")
    assert window.passing == "Saved."
    assert not covered(window, "next")
    interview = made.page("interview")
    assert isinstance(interview, InterviewPage)
    interview.go(PROPOSAL)
    made.tell("Saved again.", fault=False)
    interview.go(interview.steps[0].key)
    qtbot.waitUntil(lambda: not covered(window, "next"))
    made.go("library")
    assert window.find(QWidget, "toast").geometry().bottom() == before.bottom()


def scrolled(button: QWidget) -> bool:
    """Whether the button can be scrolled from under a message, or stands in one."""
    above = button.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea | Toast):
            return True
        above = above.parentWidget()
    return False


def test_a_written_file_can_be_shown(open_window: OpenWindow) -> None:
    around = around_one()
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    around.answers.path = Path("folder") / "somewhere.pdf"
    window.choose("export_pdf")
    around.long.drain()
    assert window.passing == "somewhere.pdf was written to folder."
    window.click("toast_choice_1")
    assert around.answers.revealed == [Path("folder")]


def test_restoring_offers_to_take_it_back_only_while_nothing_else_was_done(open_window: OpenWindow) -> None:
    from slaeditor.model.edits import SetTerm

    around = around_one()
    around.library.commit("nord", document(title="Second"), "Another title", 2)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.choose("history")
    window.pick_history("Revision 1")
    window.click("history_restore")
    title = around.shell.session.document.identity.title
    window.click("toast_choice_0")
    assert around.shell.session.document.identity.title == "Second" != title
    window.choose("history")
    window.pick_history("Revision 1")
    window.click("history_restore")
    around.shell.session.do(SetTerm(("identity", "venue"), "Hamburg"))
    window.click("toast_choice_0")
    assert around.shell.session.document.identity.title == title
