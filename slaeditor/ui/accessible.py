"""Roles for what is drawn here: Qt knows its own kinds of widgets, and of any other only that it is there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES: Final = {
    "Drawing": QAccessible.Role.Canvas,
    "WeekGrid": QAccessible.Role.Canvas,
    "Paper": QAccessible.Role.Document,
}
"""By the name of the class, which holds for the classes that are made from it, too."""

_given: list[bool] = []


def give_roles() -> None:
    """Tell screen readers what drawn widgets are, from now on; names and descriptions are said by the widgets themselves."""
    if not _given:
        QAccessible.installFactory(_face)
        _given.append(True)


def _face(kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
