"""Everybody can use every control: it has a name and a role, the Tab key comes to it, and where the keys are can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from slaeditor.ui.frame.guide import Guide
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import Surroundings, surroundings
from tests.ui.interview.conftest import POPUPS
from tests.ui.tour import furnished, tour

pytestmark = POPUPS
CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
BY_OTHER_KEYS = ("palette_list",)
"""The arrow keys of the line above it go through this list."""
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def controls(below: QWidget) -> Iterator[QWidget]:
    """Whatever can be operated and can be seen, parts of greater controls aside."""
    for one in [below, *below.findChildren(QWidget)]:
        if not one.isVisible() or not one.isEnabled() or one.window() is not below.window():
            continue
        if isinstance(one, QHeaderView | QScrollBar) or isinstance(one.parent(), CONTROLS):
            continue
        if isinstance(one, CONTROLS) or one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one


def described(one: QWidget) -> str:
    above: QWidget | None = one
    names = []
    while above is not None:
        if above.objectName():
            names.append(above.objectName())
        above = above.parentWidget()
    return f"{type(one).__name__} {' < '.join(names)}"


def in_a_group(one: QWidget) -> bool:
    """Of buttons of which one holds Tab stops at one; the arrow keys go to the others."""
    if not isinstance(one, QAbstractButton):
        return False
    group: QButtonGroup | None = one.group()  # the stubs do not know that there may be none
    holder = one.parentWidget()
    if group is not None and group.exclusive():
        siblings = group.buttons()
    elif one.autoExclusive() and holder is not None:
        siblings = holder.findChildren(QAbstractButton)
    else:
        return False
    return any(other.focusPolicy() & Qt.FocusPolicy.TabFocus and other.isVisible() for other in siblings)


@pytest.fixture
def window(open_window: OpenWindow) -> tuple[Window, Surroundings]:
    around = surroundings(furnished())
    made = open_window(around).widget
    assert isinstance(made, Window)
    return made, around


def test_every_control_has_a_name_and_a_role_and_the_tab_key_comes_to_it(window: tuple[Window, Surroundings]) -> None:
    faults: dict[str, str] = {}
    seen = 0
    for stop, widget in tour(*window):
        for one in controls(widget):
            seen += 1
            face = QAccessible.queryAccessibleInterface(one)
            if not face.text(QAccessible.Text.Name).strip():
                faults.setdefault(f"{described(one)}: no name", stop)
            if face.role() in NO_ROLES:
                faults.setdefault(f"{described(one)}: no role", stop)
            reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus or one.focusProxy() or in_a_group(one)
            if not reached and one.objectName() not in BY_OTHER_KEYS:
                faults.setdefault(f"{described(one)}: not reached by Tab", stop)
    assert seen > 3000
    assert "\n".join(f"{fault} (at {stop})" for fault, stop in faults.items()) == ""


def test_tab_goes_round_and_misses_nothing(window: tuple[Window, Surroundings]) -> None:
    missed: dict[str, str] = {}
    for stop, widget in tour(*window):
        if not widget.isWindow():
            continue
        wanted = {one for one in controls(widget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
        wanted = {one for one in wanted if one.focusProxy() is None}
        if not wanted:
            continue
        if QApplication.activeWindow() is not widget:
            widget.activateWindow()
            QTest.qWaitForWindowActive(widget)
        here = QApplication.focusWidget() or widget
        met = {here}
        for _ in range(3 * len(wanted) + 20):
            here.window().focusNextChild()
            found = QApplication.focusWidget()
            assert found is not None
            here = found
            met.add(here)
        for one in wanted - met:
            if not in_a_group(one):
                missed.setdefault(described(one), stop)
    assert "\n".join(f"{fault} (at {stop})" for fault, stop in missed.items()) == ""


def look(one: QWidget) -> list[QImage]:
    """The picture of a control; of a field only its edges, as a mere caret is easily overlooked."""
    picture = one.grab().toImage()
    if not isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
        return [picture]
    wide, high = picture.width(), picture.height()
    edges = (QRect(0, 0, wide, 3), QRect(0, high - 3, wide, 3), QRect(0, 0, 3, high), QRect(wide - 3, 0, 3, high))
    return [picture.copy(edge) for edge in edges]


@pytest.mark.usefixtures("dressed")
def test_where_the_keys_are_can_be_seen(window: tuple[Window, Surroundings]) -> None:
    unseen: dict[str, str] = {}
    done: set[tuple[str, ...]] = set()
    for stop, widget in tour(*window):
        for one in list(controls(widget)):
            kind = (
                type(one).__name__,
                str(one.property("kind")),
                one.objectName() if one.objectName()[:5] != "answe" else "",
            )
            if (
                kind in done
                or not one.isVisible()
                or one.size().isEmpty()
                or not one.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                continue
            if (here := QApplication.focusWidget()) is not None:
                here.clearFocus()
            before = look(one)
            one.setFocus(Qt.FocusReason.TabFocusReason)
            if one.hasFocus():
                done.add(kind)
                if before == look(one):
                    unseen.setdefault(described(one), stop)
    assert len(done) > 100
    assert "\n".join(f"{fault} (at {stop})" for fault, stop in unseen.items()) == ""


class Shown(QObject):
    """Notes widgets that are shown as windows of their own although nobody meant them to be."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog)
            if not meant and not isinstance(watched, Window | Guide):
                self.strays.add(f"{described(watched)}: {getattr(watched, 'text', str)()}")
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(qapp: QApplication, window: tuple[Window, Surroundings]) -> None:
    watch = Shown()
    qapp.installEventFilter(watch)
    try:
        stops = [stop for stop, _ in tour(*window)]
    finally:
        qapp.removeEventFilter(watch)
    assert len(stops) > 80
    assert watch.strays == set()
