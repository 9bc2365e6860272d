"""The menus of lists: what stands in them is possible, does what it says, and is reached by keys as well as by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QMenu, QTableView, QTreeWidget

from slaeditor import shipped
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.quantities import Percent
from slaeditor.ui.agreement.page import AgreementPage
from tests.ui.agreement.conftest import POPUPS
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, surroundings
from tests.ui.memory_library import MemoryLibrary

pytestmark = POPUPS
CAP = ("remedies", "monthly_cap")
VENUE = ("identity", "venue")


@pytest.fixture
def around() -> Surroundings:
    library = MemoryLibrary()
    base = shipped.sample()
    library.add("nord", base, "First revision", "Second revision")
    draft = apply(apply(base, SetTerm(CAP, Percent("3"))), SetTerm(VENUE, "Bursa"))
    library.save_draft("nord", draft, library.kept["nord"].version)
    return surroundings(library)


@pytest.fixture
def window(open_window: OpenWindow, around: Surroundings) -> WindowDriver:
    made = open_window(around)
    made.widget.activateWindow()
    QTest.qWaitForWindowActive(made.widget)
    made.open("Güneş")
    return made


def menu_of(view: QAbstractItemView) -> QMenu:
    """Open the menu with the keyboard, as Qt hears it."""
    place = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    found = [one for one in view.findChildren(QMenu, "context_menu") if one.isVisible()]
    assert len(found) == 1
    return found[0]


def action(menu: QMenu, name: str) -> QAction:
    return next(one for one in menu.actions() if one.objectName() == f"context_{name}")


def choose(view: QAbstractItemView, name: str) -> None:
    menu = menu_of(view)
    found = action(menu, name)
    assert found.isEnabled(), name
    found.trigger()
    menu.close()


def page(window: WindowDriver) -> AgreementPage:
    return window.find(AgreementPage, "page_agreement")


def pick(tree: QTreeWidget, words: str) -> None:
    (found,) = tree.findItems(words, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    tree.setCurrentItem(found)


def current(window: WindowDriver, name: str) -> str:
    item = window.find(QTreeWidget, name).currentItem()
    return item.text(0) if item is not None else ""


def changes(window: WindowDriver) -> QTreeWidget:
    page(window).panes.open_pane("changes")
    return window.find(QTreeWidget, "changes")


def test_a_change_is_undone_alone(window: WindowDriver, around: Surroundings) -> None:
    tree = changes(window)
    pick(tree, "Monthly cap")
    choose(tree, "back")
    document = around.shell.session.document
    assert document.remedies.monthly_cap == shipped.sample().remedies.monthly_cap
    assert document.identity.venue == "Bursa"
    assert window.menu_text("undo") == "&Undo change of Monthly cap"


def test_a_change_is_copied_and_gone_to(window: WindowDriver) -> None:
    tree = changes(window)
    pick(tree, "Venue")
    choose(tree, "copy")
    assert "Bursa" in QGuiApplication.clipboard().text()
    choose(tree, "go")
    assert page(window).section == "identity"


def test_a_heading_has_no_menu(window: WindowDriver) -> None:
    tree = changes(window)
    head = tree.topLevelItem(0)
    assert head is not None
    tree.setCurrentItem(head)
    tree.customContextMenuRequested.emit(QPoint(4, 4))
    assert not [one for one in tree.findChildren(QMenu, "context_menu") if one.isVisible()]


def test_a_section_shows_its_changes_and_problems(window: WindowDriver, around: Surroundings) -> None:
    around.shell.session.set_unparsed(("identity", "effective"), "soon")
    around.shell.go("agreement", VENUE)
    sections = window.find(QListWidget, "sections")
    choose(sections, "changes")
    assert "Venue" in current(window, "changes")
    around.shell.go("agreement", VENUE)
    choose(sections, "problems")
    assert "soon" in current(window, "problems")
    choose(window.find(QTreeWidget, "problems"), "mend")
    assert not around.shell.session.unparsed


def test_problems_are_copied(window: WindowDriver, around: Surroundings) -> None:
    around.shell.session.set_unparsed(("identity", "effective"), "soon")
    page(window).panes.open_pane("problems")
    tree = window.find(QTreeWidget, "problems")
    pick(tree, "soon")
    choose(tree, "copy_all")
    assert "soon" in QGuiApplication.clipboard().text()


def test_the_history_compares_with_the_revision_before(window: WindowDriver) -> None:
    window.choose("history")
    view = window.find(QListWidget, "history_list")
    window.pick_history("Revision 1")
    menu = menu_of(view)
    assert not action(menu, "before").isEnabled()
    menu.close()
    window.pick_history("Revision 2")
    choose(view, "before")
    assert window.place == "compare"
    assert window.chosen("compare_old").startswith("Revision 1")
    assert window.chosen("compare_new").startswith("Revision 2")


def test_several_changes_of_a_comparison_are_undone_as_one_act(window: WindowDriver, around: Surroundings) -> None:
    window.choose("compare_base")

    view = window.find(QTableView, "compare_table")
    view.selectAll()
    choose(view, "back")
    assert around.shell.session.document == shipped.sample()
    assert window.menu_text("undo") == "&Undo taking back of 2 changes"
    window.choose("undo")
    assert around.shell.session.document.identity.venue == "Bursa"


def test_between_two_revisions_nothing_is_undone(window: WindowDriver) -> None:

    window.choose("compare")
    window.pick_side("compare_new", "Revision 1")
    window.pick_side("compare_old", "Draft")
    view = window.find(QTableView, "compare_table")
    menu = menu_of(view)
    assert not action(menu, "back").isEnabled()
    menu.close()
