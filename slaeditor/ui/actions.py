"""What can be done from menus and keys, as data: id, words, shortcut, and when it is possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

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
    selected: bool = False


def always(_: Situation) -> bool:
    """In every situation."""
    return True


def _has_target(s: Situation) -> bool:
    return s.selected if s.place == "library" else s.open


@dataclass(frozen=True)
class Action:
    """One line of a menu. ``keys`` is a standard key or a key sequence as text."""

    id: str
    menu: str
    text: str
    keys: QKeySequence.StandardKey | str = ""
    enabled: Callable[[Situation], bool] = always
    rule_before: bool = False


FILE, EDIT, VIEW, AGREEMENT, HELP = "&File", "&Edit", "&View", "&Agreement", "&Help"

ACTIONS: Final = (
    Action("new", FILE, "&New agreement…", Key.New),
    Action("open", FILE, "&Open", "Ctrl+O", lambda s: s.place == "library" and s.selected),
    Action("import", FILE, "&Import…", "Ctrl+I"),
    Action("export_pdf", FILE, "Export &PDF…", "Ctrl+P", _has_target, rule_before=True),
    Action("export_xlsx", FILE, "Export &Excel…", "Ctrl+Shift+E", _has_target),
    Action("export_file", FILE, "Export agreement &file…", "", _has_target),
    Action("backup", FILE, "&Back up library…", "", rule_before=True),
    Action("window", FILE, "New &window", "Ctrl+Shift+N"),
    Action("quit", FILE, "&Quit", Key.Quit, rule_before=True),
    Action("undo", EDIT, "&Undo", Key.Undo, lambda s: s.can_undo),
    Action("redo", EDIT, "&Redo", Key.Redo, lambda s: s.can_redo),
    Action("find", EDIT, "&Find in library", Key.Find, rule_before=True),
    Action("palette", EDIT, "&Go to anything…", "Ctrl+K"),
    Action("library", VIEW, "&Library", "Ctrl+1"),
    Action("agreement", VIEW, "&Agreement", "Ctrl+2", lambda s: s.open),
    Action("interview", VIEW, "&Interview", "Ctrl+3", lambda s: s.open and not s.read_only),
    Action("compare", VIEW, "&Compare", "Ctrl+4"),
    Action("previous", VIEW, "&Previous change", "Shift+F8", lambda s: s.place == "compare", rule_before=True),
    Action("next", VIEW, "&Next change", "F8", lambda s: s.place == "compare"),
    Action("save", AGREEMENT, "&Save revision…", Key.Save, lambda s: s.open and s.modified and not s.read_only),
    Action("compare_base", AGREEMENT, "Compare with &last revision", "Ctrl+Shift+D", lambda s: s.open),
    Action("history", AGREEMENT, "&History…", "Ctrl+H", _has_target),
    Action("about", HELP, "&About slaeditor"),
)
"""Every action of the window, in the order of the menus. Ctrl with A, D, E or U belongs to text fields and is not used."""

ROLES: Final = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}
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
        action = QAction(tr(declared.text), window)
        action.setObjectName(f"action_{declared.id}")
        if declared.keys:
            action.setShortcuts(QKeySequence.keyBindings(declared.keys)) if isinstance(
                declared.keys, QKeySequence.StandardKey
            ) else action.setShortcut(QKeySequence(declared.keys))
        if declared.id == "quit":
            action.setShortcut(QKeySequence("Ctrl+Q"))
        action.setMenuRole(ROLES.get(declared.id, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda _=False, name=declared.id: act(name))
        menu.addAction(action)
        built[declared.id] = action
    return built


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
