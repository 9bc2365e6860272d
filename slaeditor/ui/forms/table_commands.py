"""What can be done to a table, once for its keys and once for its menu: words, keys, act, and when it is possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from slaeditor.ui.forms import filling
from slaeditor.ui.forms.rows_view import RowsView
from slaeditor.ui.words import tr

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """``keys`` may be several, of which the menu shows the first. ``possible`` is asked each time."""

    name: str
    words: Callable[[], str]
    keys: Keys | tuple[str, ...]
    act: Callable[[RowsView], None]
    possible: Callable[[RowsView], bool] = lambda view: not view.context.read_only
    rule_before: bool = False

    def sequences(self) -> list[QKeySequence]:
        """The keys as they are on this system."""
        if isinstance(self.keys, Keys):
            return QKeySequence.keyBindings(self.keys)
        return [QKeySequence(keys) for keys in self.keys]


def _marked(view: RowsView) -> bool:
    return bool(view.selected_rows()) and not view.context.read_only


def _sheet(view: RowsView) -> bool:
    return bool(view.rows_model.columns) and _marked(view)


def _several_columns(view: RowsView) -> bool:
    return _sheet(view) and len({index.column() for index in view.selectionModel().selectedIndexes()}) > 1


COMMANDS: Final = (
    Command("insert", lambda: tr("Insert row"), ("Ins",), lambda view: view.add()),
    Command("duplicate", lambda: tr("Duplicate"), ("Alt+Shift+Down",), lambda view: view.duplicate(), _marked),
    Command("delete", lambda: tr("Delete"), ("Ctrl+Del",), lambda view: view.remove(), _marked),
    Command(
        "move_up", lambda: tr("Move up"), ("Alt+Up",), lambda view: view.move_rows(-1),
        lambda view: _marked(view) and view.selected_rows()[0] > 0, rule_before=True,
    ),
    Command(
        "move_down", lambda: tr("Move down"), ("Alt+Down",), lambda view: view.move_rows(1),
        lambda view: _marked(view) and view.selected_rows()[-1] < len(view.rows_model.rows) - 1,
    ),
    Command("cut", lambda: tr("Cut"), Keys.Cut, lambda view: view.cut(), _marked, rule_before=True),
    Command("copy", lambda: tr("Copy"), Keys.Copy, lambda view: view.copy(), lambda view: bool(view.selected_rows())),
    Command("paste", lambda: tr("Paste"), Keys.Paste, lambda view: view.paste()),
    Command(
        "fill_down", lambda: tr("Fill down"), ("Ctrl+D",), filling.fill_down,
        lambda view: _sheet(view) and len(view.selected_rows()) > 1,
    ),
    Command("fill_right", lambda: tr("Fill right"), ("Ctrl+R",), filling.fill_right, _several_columns),
    Command("clear", lambda: tr("Clear cells"), ("Del",), lambda view: view.clear(), _sheet),
)  # fmt: skip
"""In the order of the menu."""

DELETE_ROWS: Final = next(one for one in COMMANDS if one.name == "delete")


def for_keys(view: RowsView, event: QKeyEvent) -> Command | None:
    """The command of these keys, if it is possible now."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    if not view.rows_model.columns and pressed == QKeySequence("Del"):
        return DELETE_ROWS if DELETE_ROWS.possible(view) else None  # a list of names has no cells to be emptied
    return next((one for one in COMMANDS if pressed in one.sequences() and one.possible(view)), None)


def menu_of(view: RowsView) -> QMenu:
    """The commands as a menu, with their keys; what is impossible now is grey."""
    menu = QMenu(view)
    menu.setObjectName("table_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for command in COMMANDS:
        if command.name == "clear" and not view.rows_model.columns:
            continue
        if command.name in ("fill_down", "fill_right") and not view.rows_model.columns:
            continue
        if command.rule_before:
            menu.addSeparator()
        action = menu.addAction(command.words())
        action.setObjectName(command.name)
        action.setShortcuts(command.sequences())
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(command.possible(view))
        action.triggered.connect(lambda _=False, act=command.act: act(view))
    return menu
