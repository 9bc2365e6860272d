"""The menus: native keys, none twice, none that a system keeps for itself; letters and icons where they belong."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from slaeditor.ui.frame import actions
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import surroundings

NATIVE = {
    "new": ("Ctrl+N",),
    "print": ("Ctrl+P",),
    "save": ("Ctrl+S",),
    "find": ("Ctrl+F",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "close": ("Ctrl+W",),
    "quit": ("Ctrl+Q",),
    "refresh": ("F5",),
    "full_screen": ("F11",),
}
"""What people expect on Windows and GNOME; on macOS Ctrl stands for the command key."""

KEPT = {
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+V",
    "Ctrl+X",
    "Ctrl+D",
    "Ctrl+E",
    "Ctrl+U",
    "Ctrl+H",
    "Ctrl+M",
    "Ctrl+Tab",
    "Ctrl+Space",
}
"""What text fields and window managers have for themselves."""


def keys_of(window: WindowDriver, name: str) -> list[str]:
    found = window.widget.findChild(QAction, f"action_{name}")
    assert found is not None
    return [keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in found.shortcuts()]


@pytest.mark.parametrize("name", sorted(NATIVE))
def test_an_action_has_the_key_that_people_know(open_window: OpenWindow, name: str) -> None:
    window = open_window(surroundings())
    found = keys_of(window, name)
    assert set(NATIVE[name]) <= set(found)
    if name == "close":
        assert found[0] == "Ctrl+W"  # the one that the menu shows


def test_no_key_is_given_twice_or_taken_from_a_field(open_window: OpenWindow) -> None:
    window = open_window(surroundings())
    found = Counter(keys for declared in actions.ACTIONS for keys in keys_of(window, declared.id))
    assert len(found) > 20
    assert [keys for keys, times in found.items() if times > 1] == []
    assert set(found) & KEPT == set()


def test_no_letter_of_a_menu_is_given_twice() -> None:
    letters = Counter(
        (declared.menu, match[1].lower())
        for declared in actions.ACTIONS
        if (match := re.search(r"&(\w)", declared.text)) is not None
    )
    assert [letter for letter, times in letters.items() if times > 1] == []


@pytest.mark.parametrize(
    ("platform", "desktop", "shown"),
    [("win32", "", True), ("darwin", "", False), ("linux", "KDE", True), ("linux", "ubuntu:GNOME", False)],
)
def test_menus_have_icons_where_menus_have_icons(platform: str, desktop: str, shown: bool) -> None:
    assert actions.menus_have_icons(platform, desktop) is shown


def test_icons_appear_with_the_menu(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setattr("sys.platform", "linux")
    window = open_window(surroundings())
    action = window.widget.findChild(QAction, "action_print")
    assert action is not None
    assert action.icon().isNull()
    menu = action.associatedObjects()[0]
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not action.icon().isNull()
