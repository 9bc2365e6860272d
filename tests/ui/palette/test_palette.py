"""The palette as a person uses it, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from slaeditor import shipped
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary


@pytest.fixture
def window(open_window: OpenWindow) -> WindowDriver:
    library = MemoryLibrary()
    library.add("hospital", shipped.sample(), "First revision")
    library.add("gunes", document(customer="Güneş Hastanesi", title="BT hizmetleri", number="SLA-7"))
    return open_window(surroundings(library))


def call(window: WindowDriver) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.widget, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def lines(window: WindowDriver) -> list[str]:
    model = window.find(QListView, "palette_list").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(window: WindowDriver, words: str) -> None:
    QTest.keyClicks(window.find(QLineEdit, "palette_line"), words)
    window.press("palette_line", Qt.Key.Key_Return)


def test_a_term_is_gone_to_by_its_name(window: WindowDriver, qtbot: QtBot) -> None:
    window.open(shipped.sample().parties.customer.legal_name)
    call(window)
    choose(window, "governing law")
    assert not window.sees("palette")
    assert window.place == "agreement"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "governing_law"


def test_an_agreement_is_opened_by_its_customer(window: WindowDriver, qtbot: QtBot) -> None:
    call(window)
    QTest.keyClicks(window.find(QLineEdit, "palette_line"), "gunes")
    qtbot.waitUntil(lambda: lines(window)[:1] == ["Güneş Hastanesi · BT hizmetleri"])
    window.press("palette_line", Qt.Key.Key_Return)
    assert window.place == "agreement"
    assert window.heading[0] == "Güneş Hastanesi · BT hizmetleri"


def test_only_what_is_possible_is_offered(window: WindowDriver) -> None:
    call(window)
    assert "Import" in lines(window)
    assert "Save revision" not in lines(window)
    choose(window, "compare")
    assert window.place == "compare"


def test_escape_gives_the_keyboard_back(window: WindowDriver) -> None:
    search = window.find(QLineEdit, "library_search")
    search.setFocus()
    QTest.keyClicks(search, "kept")
    QTest.keyClick(search, Qt.Key.Key_Home)
    call(window)
    assert window.sees("palette")
    assert search.text() == "kept"  # the key was not for the field
    window.press("palette_line", Qt.Key.Key_Escape)
    assert not window.sees("palette")
    assert QApplication.focusWidget() is search


def test_it_closes_when_the_keyboard_goes_elsewhere(window: WindowDriver) -> None:
    call(window)
    window.find(QWidget, "library_search").setFocus()
    assert not window.sees("palette")


def test_what_was_chosen_is_offered_first_the_next_time(window: WindowDriver) -> None:
    call(window)
    assert lines(window)[0] != "Compare"
    choose(window, "compare")
    call(window)
    assert lines(window)[0] == "Compare"


def test_it_stays_in_the_middle_of_a_window_that_is_made_smaller(window: WindowDriver) -> None:
    call(window)
    window.widget.resize(1000, 700)
    palette = window.find(QWidget, "palette")
    assert palette.x() * 2 + palette.width() in (999, 1000)
