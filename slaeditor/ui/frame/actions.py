"""What can be done from menus and keys, as data: id, words, shortcut, and when it is possible."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from slaeditor.model.sentence import say
from slaeditor.ui.theme import put_icon
from slaeditor.ui.words import tr

Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Situation:
    """What decides whether an action is possible."""

    place: str = "library"
    open: bool = False
    read_only: bool = False
    modified: bool = False
    can_undo: bool = False
    can_redo: bool = False
    selected: int = 0
    """How many agreements of the library."""
    seen: frozenset[str] = frozenset()


def always(_: Situation) -> bool:
    """In every situation."""
    return True


def _beside_agreement(s: Situation) -> bool:
    return s.place == "agreement"


def _has_target(s: Situation) -> bool:
    return s.selected > 0 if s.place == "library" else s.open


def _has_one(s: Situation) -> bool:
    return s.selected == 1 if s.place == "library" else s.open


@dataclass(frozen=True)
class Action:
    """One line of a menu. ``keys`` is a standard key or a key sequence as text; ``icon`` stands where menus have some."""

    id: str
    menu: str
    text: str
    keys: QKeySequence.StandardKey | str = ""
    enabled: Callable[[Situation], bool] = always
    rule_before: bool = False
    icon: str = ""
    pane: str = ""
    """The pane that it opens and closes; ticked while that can be seen. Its keys only go there."""


FILE, EDIT, VIEW, AGREEMENT, HELP = say("&File"), say("&Edit"), say("&View"), say("&Agreement", "menu"), say("&Help")

ACTIONS: Final = (
    Action("new", FILE, say("&New agreement…"), Key.New, icon="file-plus"),
    Action("open", FILE, say("&Open"), "Ctrl+O", lambda s: s.place == "library" and s.selected > 0),
    Action("library_open", FILE, say("Open &library…"), "Ctrl+Shift+O", rule_before=True, icon="folder-open"),
    Action("library_new", FILE, say("New librar&y…")),
    Action("import", FILE, say("&Import…"), "Ctrl+I", rule_before=True),
    Action("open_files", FILE, say("Open or &verify file…"), "Ctrl+Shift+I"),
    Action("print", FILE, say("&Print…"), Key.Print, _has_one, rule_before=True, icon="printer"),
    Action("export_pdf", FILE, say("Export P&DF…"), "Ctrl+Shift+P", _has_target),
    Action("export_xlsx", FILE, say("Export &Excel…"), "Ctrl+Shift+E", _has_target),
    Action(
        "export_each",
        FILE,
        say("Export PDF and Excel of e&ach…"),
        "",
        lambda s: s.place == "library" and s.selected > 0,
    ),
    Action("export_file", FILE, say("Export agreement &file…"), "", _has_target),
    Action("backup", FILE, say("&Back up library…")),
    Action("window", FILE, say("New &window"), "Ctrl+Shift+N", rule_before=True),
    Action("close", FILE, say("&Close window"), Key.Close, rule_before=True),
    Action("quit", FILE, say("&Quit"), Key.Quit),
    Action("undo", EDIT, say("&Undo"), Key.Undo, lambda s: s.can_undo and s.place != "settings", icon="undo-2"),
    Action("redo", EDIT, say("&Redo"), Key.Redo, lambda s: s.can_redo and s.place != "settings", icon="redo-2"),
    Action("find", EDIT, say("&Find in library"), Key.Find, rule_before=True, icon="search"),
    Action("palette", EDIT, say("&Go to anything…"), "Ctrl+K"),
    Action("settings", EDIT, say("&Settings…"), "Ctrl+,", rule_before=True, icon="settings"),
    Action("library", VIEW, say("&Library"), "Ctrl+1"),
    Action("agreement", VIEW, say("&Agreement"), "Ctrl+2", lambda s: s.open),
    Action("interview", VIEW, say("&Interview"), "Ctrl+3", lambda s: s.open and not s.read_only),
    Action("compare", VIEW, say("&Compare"), "Ctrl+4"),
    Action("what_if", VIEW, say("Wha&t if"), "Ctrl+5", lambda s: s.open),
    Action("pane_preview", VIEW, say("Previe&w pane"), "Alt+1", _beside_agreement, rule_before=True, pane="preview"),
    Action("pane_problems", VIEW, say("Pro&blems pane"), "Alt+2", _beside_agreement, pane="problems"),
    Action("pane_changes", VIEW, say("C&hanges pane"), "Alt+3", _beside_agreement, pane="changes"),
    Action("pane_history", VIEW, say("Histor&y pane"), "Alt+4", _beside_agreement, pane="history"),
    Action("next_pane", VIEW, say("Ne&xt part of the page"), "F6", _beside_agreement),
    Action("previous_pane", VIEW, say("Pre&vious part of the page"), "Shift+F6", _beside_agreement),
    Action("reset_layout", VIEW, say("Re&set layout"), "", _beside_agreement),
    Action("zoom_in", VIEW, say("&Zoom in"), Key.ZoomIn, _beside_agreement, rule_before=True),
    Action("zoom_out", VIEW, say("Zoom &out"), Key.ZoomOut, _beside_agreement),
    Action("zoom_fit", VIEW, say("Fit the wi&dth"), "Ctrl+0", _beside_agreement),
    Action("previous", VIEW, say("&Previous change"), "Shift+F8", lambda s: s.place == "compare", rule_before=True),
    Action("next", VIEW, say("&Next change"), "F8", lambda s: s.place == "compare"),
    Action("refresh", VIEW, say("&Refresh"), Key.Refresh, rule_before=True),
    Action("full_screen", VIEW, say("&Full screen"), Key.FullScreen),
    Action("message", VIEW, say("Last &message"), "Ctrl+Shift+M"),
    Action(
        "save",
        AGREEMENT,
        say("&Save revision…"),
        Key.Save,
        lambda s: s.open and s.modified and not s.read_only,
        icon="save",
    ),
    Action("compare_base", AGREEMENT, say("Compare with &last revision"), "Ctrl+Shift+D", lambda s: s.open),
    Action(
        "compare_two",
        AGREEMENT,
        say("Compare the &two selected"),
        "",
        lambda s: s.place == "library" and s.selected == 2,
    ),
    Action("history", AGREEMENT, say("&History…"), "Ctrl+Shift+H", _has_target),
    Action("explain", HELP, say("&What is this field?"), Key.HelpContents),
    Action("guide", HELP, say("User &guide"), "Shift+F1", icon="circle-question-mark"),
    Action("about", HELP, say("&About slaeditor")),
)
"""Every action of the window, in the order of the menus.

Ctrl with A, D, E or U belongs to text fields, and with H or M to the window manager of macOS: they are not used.
"""

FALLBACK: Final = {"quit": "Ctrl+Q", "full_screen": "F11", "refresh": "F5"}
"""Keys for systems that have none of their own for it."""

ROLES: Final = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
"""What macOS puts into the program's own menu; it guesses about nothing else."""


def build(window: QMainWindow, act: Callable[[str], None]) -> dict[str, QAction]:
    """The menus in the window's menu bar; ``act`` is called with the id of what was chosen."""
    menus: dict[str, QMenu] = {}
    built: dict[str, QAction] = {}
    for declared in ACTIONS:
        if declared.menu not in menus:
            menus[declared.menu] = window.menuBar().addMenu(tr(declared.menu))
            menus[declared.menu].setObjectName(f"menu_{declared.menu.strip('&').lower()}")
        menu = menus[declared.menu]
        if declared.rule_before:
            menu.addSeparator()
        action = _Toggle(tr(declared.text), window) if declared.pane else QAction(tr(declared.text), window)
        if isinstance(action, _Toggle):
            action.setCheckable(True)
            action.keyed.connect(lambda name=declared.id: act(f"key_{name}"))
        action.setObjectName(f"action_{declared.id}")
        action.setShortcuts(keys_of(declared))
        action.setMenuRole(ROLES.get(declared.id, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda _=False, name=declared.id: act(name))
        menu.addAction(action)
        built[declared.id] = action
    for menu in menus.values():
        menu.aboutToShow.connect(lambda: _put_icons(built))
    return built


class _Toggle(QAction):
    """Ticked and unticked from the menu; ``keyed`` says that its keys were pressed, which untick nothing."""

    keyed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self.keyed.emit()
            return True
        return super().event(event)


def page_action(name: str) -> bool:
    """Whether an action, by its id, is up to the page that is shown."""
    return name.startswith(("pane_", "key_pane_", "zoom_")) or name in ("next_pane", "previous_pane", "reset_layout")


def keys_of(declared: Action) -> list[QKeySequence]:
    """The keys of an action on this system; keys that a keyboard has for it alone come last."""
    if not declared.keys:
        return []
    if not isinstance(declared.keys, QKeySequence.StandardKey):
        return [QKeySequence(declared.keys)]
    found = QKeySequence.keyBindings(declared.keys)
    if not found and declared.id in FALLBACK:
        found = [QKeySequence(FALLBACK[declared.id])]
    if declared.keys is Key.HelpContents and QKeySequence("F1") not in found:
        found.append(QKeySequence("F1"))
    if declared.keys is Key.Close:  # on X11 the older Ctrl+F4 comes first
        found.sort(key=lambda keys: keys != QKeySequence("Ctrl+W"))
    return found


def menus_have_icons(platform: str, desktop: str) -> bool:
    """Whether menus have icons: on Windows and on desktops such as KDE's, not on macOS and GNOME."""
    return platform != "darwin" and not {"gnome", "unity"} & set(desktop.lower().split(":"))


def _put_icons(built: dict[str, QAction]) -> None:
    """When the first menu opens, so that no start waits for them."""
    if menus_have_icons(sys.platform, os.environ.get("XDG_CURRENT_DESKTOP", "")):
        for declared in ACTIONS:
            if declared.icon:
                put_icon(built[declared.id], declared.icon)


def offered(built: dict[str, QAction]) -> Iterator[tuple[str, str, str, str]]:
    """Id, words, menu and keys of every action that is possible now, the one that offers them left out."""
    for declared in ACTIONS:
        action = built[declared.id]
        if action.isEnabled() and declared.id != "palette":
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield declared.id, action.text(), tr(declared.menu), keys


def refresh(built: dict[str, QAction], situation: Situation) -> None:
    """Enable what is possible now."""
    for declared in ACTIONS:
        built[declared.id].setEnabled(declared.enabled(situation))
        if declared.pane:
            built[declared.id].setChecked(declared.pane in situation.seen)
