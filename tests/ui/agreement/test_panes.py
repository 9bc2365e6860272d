"""The panes beside the forms: opened, closed, moved, floated; gone through by keys; back as they were left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QTreeWidget,
    QWidget,
)

from slaeditor.ui.agreement.arrangement import shares
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.agreement.paper import Paper
from slaeditor.ui.forms.widths import Widths
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from tests.ui.agreement.conftest import POPUPS
from tests.ui.conftest import settle
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary

pytestmark = POPUPS
Side = Qt.DockWidgetArea
Opened = Callable[[], "At"]


class At(WindowDriver):
    """A window at an agreement, and its panes by what a person sees of them."""

    @property
    def page(self) -> AgreementPage:
        """The place with the panes."""
        return self.find(AgreementPage, "page_agreement")

    def dock(self, name: str) -> QDockWidget:
        """A pane."""
        return self.find(QDockWidget, f"dock_{name}")

    def ticked(self) -> set[str]:
        """The panes that the View menu says can be seen."""
        QApplication.processEvents()
        names = ("preview", "problems", "changes", "history")
        return {name for name in names if self.find_action(f"pane_{name}").isChecked()}

    def find_action(self, name: str) -> QAction:
        """An action of a menu."""
        found = self.widget.findChild(QAction, f"action_{name}")
        assert isinstance(found, QAction)
        return found

    def press_keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or self.widget, key, modifier)
        QApplication.processEvents()

    def has_keys(self, name: str) -> bool:
        """Whether the keys go to something inside a part."""
        here = QApplication.focusWidget()
        return here is not None and self.find(QWidget, name).isAncestorOf(here)

    def choose_place(self, pane: str, words: str) -> None:
        """Choose a line of the menu of a pane."""
        menu = self.page.panes.menu_of(pane)
        next(action for action in menu.actions() if action.text().replace("&", "") == words).trigger()
        menu.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def opened(tmp_path: Path, qtbot: object) -> Iterator[Opened]:
    """Opens windows that keep their settings in the same place; a new one closes the one before."""
    windows: list[Window] = []

    def close() -> None:
        for one in windows:
            one.close()
            one.deleteLater()
        windows.clear()
        settle()

    def open_one() -> At:
        close()
        library = MemoryLibrary()
        library.add("nord", document())
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = Window(surroundings(library).shell, PAGES, settings)
        window.resize(1400, 800)
        window.show()
        windows.append(window)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        at = At(window)
        window.desk.open("nord")
        QApplication.processEvents()
        return at

    yield open_one
    close()


def test_the_menu_ticks_what_can_be_seen_and_opens_and_closes_it(opened: Opened) -> None:
    at = opened()
    assert at.ticked() == {"preview"}
    at.choose("pane_problems")
    assert at.ticked() == {"problems"}
    at.choose("pane_problems")
    assert at.dock("problems").isHidden()
    assert "problems" not in at.ticked()
    at.choose("reset_layout")
    assert at.ticked() == {"preview"}
    assert not at.dock("problems").isHidden()


def test_a_key_goes_to_a_pane_and_never_closes_it(opened: Opened) -> None:
    at = opened()
    for _ in range(2):
        at.press_keys(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        assert at.ticked() == {"changes"}
        assert isinstance(QApplication.focusWidget(), QTreeWidget)
    at.press_keys(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert isinstance(QApplication.focusWidget(), Paper)


def test_one_key_goes_round_through_the_parts_of_the_page(opened: Opened) -> None:
    at = opened()
    at.page.go_to(("identity", "title"))
    field = QApplication.focusWidget()
    at.press_keys(Qt.Key.Key_F6)
    assert at.has_keys("dock_preview")
    at.press_keys(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is at.page.sections.list
    at.press_keys(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is field
    at.press_keys(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is at.page.sections.list


def test_tab_goes_through_sections_form_and_pane_however_late_the_form_was_made(opened: Opened) -> None:
    at = opened()
    at.page.go_to(("priorities", "matrix"))
    at.page.sections.list.setFocus()
    parts = {
        "sections": at.page.sections,
        "form": at.find(QWidget, "section_priorities"),
        "pane": at.dock("preview"),
        "head": at.find(QWidget, "header"),
    }

    def part() -> str:
        here = QApplication.focusWidget()
        return next((name for name, one in parts.items() if here is not None and one.isAncestorOf(here)), "")

    for key, way in (
        (Qt.Key.Key_Tab, ["sections", "form", "", "pane", "head"]),
        (Qt.Key.Key_Backtab, ["sections", "head"]),
    ):
        gone = [part()]
        while gone[-1] != "head":
            at.press_keys(key)
            if part() != gone[-1]:
                gone.append(part())
        assert gone == way  # the tabs of the panes have no name of their own
        at.page.sections.list.setFocus()


def test_a_pane_says_its_name_where_no_tab_does(opened: Opened) -> None:
    at = opened()
    QApplication.processEvents()
    assert not at.find(QLabel, "dock_preview_title").isVisible()
    at.choose_place("problems", "Beside its tabs")
    assert at.ticked() == {"preview", "problems"}
    assert at.find(QLabel, "dock_problems_title").isVisible()
    assert not at.find(QLabel, "dock_preview_title").isVisible()
    at.choose_place("problems", "Below the form")
    panes = at.page.panes
    assert panes.dockWidgetArea(at.dock("problems")) is Side.BottomDockWidgetArea
    at.choose_place("changes", "Below the form")
    assert not at.find(QLabel, "dock_changes_title").isVisible()


def test_a_floating_pane_goes_and_comes_with_its_page(opened: Opened) -> None:
    at = opened()
    at.choose_place("preview", "In a window of its own")
    dock = at.dock("preview")
    assert dock.isWindow()
    assert dock.isVisible()
    at.choose("library")
    assert not dock.isVisible()
    at.choose("agreement")
    assert dock.isVisible()
    at.choose_place("preview", "In a window of its own")
    assert not dock.isFloating()


def test_panes_come_back_as_they_were_left(opened: Opened) -> None:
    at = opened()
    at.choose_place("history", "In a window of its own")
    at.choose_place("problems", "At the left")
    at.choose("pane_changes")
    at.choose("pane_changes")
    at.choose("library")
    at = opened()
    assert at.dock("history").isFloating()
    assert at.page.panes.dockWidgetArea(at.dock("problems")) is Side.LeftDockWidgetArea
    assert at.dock("changes").isHidden()
    at.choose("reset_layout")
    assert not at.dock("history").isFloating()
    assert at.ticked() == {"preview"}


def test_an_edge_that_was_dragged_stays_where_it_is_until_reset(opened: Opened) -> None:
    at = opened()
    sections = at.page.sections
    given = shares(at.page.width())[0]
    assert sections.width() == given
    handle = at.find(QSplitter, "agreement_split").handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    dragged = sections.width()
    assert dragged > given + 20
    at.widget.resize(1300, 800)
    QApplication.processEvents()
    assert sections.width() == dragged
    at = opened()
    assert abs(at.page.sections.width() - dragged) <= 1
    at.choose("reset_layout")
    QApplication.processEvents()
    assert at.page.sections.width() == given


def test_columns_that_were_dragged_keep_their_width(opened: Opened) -> None:
    def columns(at: At) -> list[int]:
        at.page.go_to(("targets", "items"))
        QApplication.processEvents()
        table = at.find(QTableView, "rows_items")
        return [table.columnWidth(number) for number in range(table.model().columnCount())]

    at = opened()
    first = columns(at)
    heads = at.find(QTableView, "rows_items").horizontalHeader()
    edge = QPoint(heads.sectionViewportPosition(0) + heads.sectionSize(0) - 1, heads.height() // 2)
    QTest.mousePress(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    there = QPointF(edge + QPoint(45, 0))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    pulled = QMouseEvent(QEvent.Type.MouseMove, there, heads.viewport().mapToGlobal(there), left, left, none)
    QApplication.sendEvent(heads.viewport(), pulled)
    QTest.mouseRelease(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(45, 0))
    dragged = columns(at)
    assert dragged[0] == first[0] + 45
    at.widget.resize(1250, 800)
    QApplication.processEvents()
    assert columns(at) == dragged
    at = opened()
    assert columns(at) == dragged
    at.choose("reset_layout")
    assert columns(at)[0] == first[0]


def test_what_settings_hold_of_widths_may_be_anything() -> None:
    widths = Widths()
    widths.read("no widths at all")
    assert widths.of("Target", 3) == ()
    widths.keep("Target", (10, 20, 30))
    again = Widths()
    again.read(widths.text())
    assert again.of("Target", 3) == (10, 20, 30)
    assert again.of("Target", 4) == ()


@pytest.mark.parametrize("width", [960, 1100, 1440, 1920])
def test_every_part_has_room_at_every_width(opened: Opened, width: int) -> None:
    at = opened()
    at.widget.resize(width, 700)
    QApplication.processEvents()
    assert at.widget.width() == width
    for name in ("dock_preview_close", "preview_zoom_in"):
        button = at.find(QPushButton, name)
        assert button.visibleRegion().boundingRect() == button.rect()
