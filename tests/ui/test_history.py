"""The history page: what a revision changed is told beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from slaeditor.ui.pieces import Elided
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary


@pytest.fixture
def window(open_window: OpenWindow) -> WindowDriver:
    """An agreement in two revisions, at its history."""
    library = MemoryLibrary()
    library.add("nord", document(customer="Kliniken Nord", title="Clinical IT", number="SLA-1"), "First revision")
    library.commit("nord", document(title="Second", number="SLA-1"), "Another title", 2)
    made = open_window(surroundings(library))
    made.widget.activateWindow()
    assert QTest.qWaitForWindowActive(made.widget)
    made.open("Kliniken Nord")
    made.choose("history")
    return made


def changes(window: WindowDriver) -> list[str]:
    """What the page tells of the chosen revision."""
    tree = window.find(QTreeWidget, "revision_changes")
    return [item.text(0) for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)]


def shown(window: WindowDriver) -> str:
    """The words above the changes."""
    return window.find(QLabel, "revision_title").text()


def test_it_begins_with_what_the_newest_revision_changed(window: WindowDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(changes(window)))
    assert shown(window) == "Revision 2"
    assert changes(window) == ["Identity and term", "●  Title: Clinical IT → Second"]
    counts = window.find(Elided, "revision_counts").text()
    assert counts == "1 change since revision 1 · 0 better · 0 worse · 1 neutral for the customer"


def test_the_first_revision_has_nothing_before_it(window: WindowDriver) -> None:
    window.pick_history("Revision 1")
    assert shown(window) == "Revision 1"
    assert any(
        label.text() == "The first revision" and label.isVisible() for label in window.widget.findChildren(QLabel)
    )


def test_the_keys_walk_along_the_history_and_what_it_changed_follows(window: WindowDriver, qtbot: QtBot) -> None:
    keys = window.find(QListWidget, "history_list")
    assert window.widget.focusWidget() is keys
    QTest.keyClick(keys, Qt.Key.Key_Down)
    assert shown(window) == "Revision 1"
    QTest.keyClick(keys, Qt.Key.Key_Down)
    assert shown(window) == ""
    assert not window.can_click("history_open")
    QTest.keyClick(keys, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: shown(window) == "Revision 2" and bool(changes(window)))


def test_a_change_leads_to_its_term(window: WindowDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(changes(window)))
    tree = window.find(QTreeWidget, "revision_changes")
    (item,) = tree.findItems("Title", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    place = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.place == "agreement"
