"""The library as a person uses it: finding, selecting, the history beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QTableView
from pytestqt.qtbot import QtBot

from slaeditor.ui import theme
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow, settle
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, document, surroundings
from tests.ui.library.hands import CONTROL, keys, select
from tests.ui.memory_library import MemoryLibrary


def ringed(view: QTableView) -> list[int]:
    """The rows with the ring of the keyboard at their left edge."""
    picture = view.viewport().grab().toImage()
    rows = range(view.model().rowCount())
    middles = [view.visualRect(view.model().index(row, 0)).center().y() for row in rows]
    return [row for row in rows if any(picture.pixelColor(x, middles[row]) == theme.colour("accent") for x in range(6))]


# Finding


def test_the_filters_tell_how_many_they_show(
    window: WindowDriver, library: MemoryLibrary, around: Surroundings, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.button_text("filter_all") == "All 4")
    assert window.button_text("filter_draft") == "Draft 4"
    assert window.button_text("filter_in_force") == "In force"
    window.type_into("library_search", "berg")
    qtbot.waitUntil(lambda: window.button_text("filter_all") == "All 1")


def test_without_a_hit_there_are_ways_out(window: WindowDriver, qtbot: QtBot) -> None:
    window.click("filter_in_review")
    assert window.label("no_hit_text") == "No agreement is in “In review” now."
    window.type_into("library_search", "berg")
    qtbot.waitUntil(lambda: "“berg”" in window.label("no_hit_text"))
    qtbot.waitUntil(lambda: window.button_text("no_hit_all") == "Show all with these words (1)")
    qtbot.waitUntil(lambda: window.sees("no_hit_all"))
    window.click("no_hit_all")
    assert [row[0] for row in window.table("library_table")] == ["Bergmann"]
    window.type_into("library_search", "nobody")
    qtbot.waitUntil(lambda: window.sees("no_hit_clear"))
    assert not window.sees("no_hit_all")
    window.click("no_hit_clear")
    assert len(window.table("library_table")) == 4


def test_the_down_key_leads_from_the_search_to_what_was_found(window: WindowDriver) -> None:
    window.press("library_search", Qt.Key.Key_Down)
    assert window.find(QTableView, "library_table").hasFocus()


def test_an_empty_library_has_nothing_to_seek_in(open_window: OpenWindow) -> None:
    window = open_window(surroundings())
    assert not window.sees("library_search")
    assert window.can_click("empty_files")


# What is remembered


def test_order_widths_and_sorting_are_remembered(library: MemoryLibrary, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)

    def opened() -> tuple[Window, QTableView]:
        made = Window(surroundings(library).shell, PAGES, settings)
        made.resize(1700, 800)
        made.show()
        return made, WindowDriver(made).find(QTableView, "library_table")

    first, view = opened()
    heads = view.horizontalHeader()
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    heads.resizeSection(1, 200)
    heads.moveSection(heads.visualIndex(6), 1)
    first.close()
    first.deleteLater()
    again, view = opened()
    heads = view.horizontalHeader()
    assert (heads.sectionSize(1), heads.visualIndex(6)) == (200, 1)
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    assert WindowDriver(again).table("library_table")[0][0] == "Delta"
    again.close()
    again.deleteLater()
    settle()


def test_the_ring_goes_with_its_row_when_the_list_is_sorted(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    keys(window, (Qt.Key.Key_Home, CONTROL))
    assert ringed(view) == [0]
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.currentIndex().row() == 3
    assert ringed(view) == [3]


def test_where_there_is_little_room_the_number_stands_before_the_title(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    assert not view.isColumnHidden(1)
    window.widget.resize(1000, 700)
    assert view.isColumnHidden(1)
    window.widget.resize(1400, 800)
    assert not view.isColumnHidden(1)


# Selecting


def test_several_are_selected_by_the_keyboard(window: WindowDriver, around: Surroundings) -> None:
    told: list[tuple[str, ...]] = [()]
    around.shell.bus.selected.connect(told.append)
    select(window, 3)
    assert told.pop() == ("a3", "a1", "a2"), "the one that the keyboard stands on comes first"
    assert window.label("details_count") == "3 agreements selected"
    keys(window, (Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Space, CONTROL))
    assert set(told.pop()) == {"a1", "a2", "a3", "a4"}
    assert not window.possible("print")
    assert window.possible("export_each")


def test_letters_lead_to_the_customer_that_begins_with_them(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    view.setFocus()
    QTest.keyClicks(view, "cz")
    assert window.label("details_customer") == "Czerny"


def test_nothing_selected_is_said(window: WindowDriver) -> None:
    keys(window, (Qt.Key.Key_Home, CONTROL), (Qt.Key.Key_Space, CONTROL))
    assert not window.sees("details_customer")
    assert not window.possible("open")
    select(window, 1)
    assert window.label("details_customer") == "Adler"


def test_two_are_compared(window: WindowDriver) -> None:
    select(window, 1)
    assert not window.possible("compare_two")
    select(window, 2)
    window.choose("compare_two")
    assert window.place == "compare"
    found = str(window.table("compare_table"))
    assert "Adler" in found
    assert "Bergmann" in found


def test_a_selection_outlives_another_look(window: WindowDriver, library: MemoryLibrary, around: Surroundings) -> None:
    select(window, 2)
    library.add("a0", document(customer="Aachen", number="SLA-0"))
    window.choose("refresh")
    assert len(window.table("library_table")) == 5
    assert window.label("details_names") == "Adler\nBergmann"


@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard", extend=True)
def test_the_menu_at_a_row_offers_the_windows_own_actions(window: WindowDriver) -> None:
    select(window, 2)
    view = window.find(QTableView, "library_table")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), asked)
    menu = window.find(QMenu, "library_menu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names[:3] == ["action_open", "action_history", "action_compare_two"]
    assert "action_print" not in names
    menu.close()


# History


def test_the_history_is_walked_by_keys_and_a_revision_opened(window: WindowDriver, qtbot: QtBot) -> None:
    select(window, 1)
    qtbot.waitUntil(lambda: window.widget.findChild(QListWidget, "timeline") is not None)
    line = window.find(QListWidget, "timeline")
    assert line.count() == 3
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(line.item(row).data(role)).partition(",")[0] for row in range(3)]
    assert said == ["Revision 2: Second", "Revision 1: First", "Created"]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.heading == ("Adler · IT", "SLA-1 · revision 1 · read only")


def test_long_histories_are_cut_and_lead_to_the_whole(
    window: WindowDriver, library: MemoryLibrary, qtbot: QtBot
) -> None:
    for number in range(12):
        library.commit("a1", document(customer="Adler", title=f"IT {number}", number="SLA-1"), "More", number + 3)
    window.choose("refresh")
    select(window, 1)
    qtbot.waitUntil(lambda: window.sees("details_more"))
    assert window.button_text("details_more") == "All 15 entries"
    window.click("details_more")
    assert window.place == "history"
