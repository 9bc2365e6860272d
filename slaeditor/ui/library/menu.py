"""The menu at a row of the library: the window's own actions, so that words, keys and what is possible are the same everywhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

PARTS: Final = (
    ("open", "history", "compare_two"),
    ("print", "export_pdf", "export_xlsx", "export_each", "export_file"),
)


def window_action(part: QWidget, name: str) -> QAction:
    """The action of the window that ``part`` is in."""
    found: QAction | None = part.window().findChild(QAction, f"action_{name}")
    if found is None:
        raise LookupError(f"the window has no action {name}")
    return found


def pop_up(part: QWidget, place: QPoint) -> None:
    """Offer what can be done with what is selected, at a point of the screen."""
    menu = QMenu(part)
    menu.setObjectName("library_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for names in PARTS:
        if menu.actions():
            menu.addSeparator()
        menu.addActions([action for name in names if (action := window_action(part, name)).isEnabled()])
    menu.popup(place)
