"""A menu for what is current in a list: by the right button, by the menu key, or by Shift+F10."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu


@dataclass(frozen=True)
class Item:
    """One line of the menu; ``name`` finds it again."""

    name: str
    words: str
    act: Callable[[], object]
    possible: bool = True
    rule_before: bool = False


def offer(view: QAbstractItemView, items: Callable[[], Sequence[Item]]) -> None:
    """Give the list a menu; ``items`` is asked each time what there is to do now, and an empty answer shows none."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(partial(_open, view, items))


def _open(view: QAbstractItemView, items: Callable[[], Sequence[Item]], place: QPoint) -> None:
    found = items()
    if not found:
        return
    menu = QMenu(view)
    menu.setObjectName("context_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for one in found:
        if one.rule_before and menu.actions():
            menu.addSeparator()
        action = menu.addAction(one.words.replace("&", "&&"))
        action.setObjectName(f"context_{one.name}")
        action.setEnabled(one.possible)
        action.triggered.connect(lambda _=False, act=one.act: act())
    menu.popup(view.viewport().mapToGlobal(place))
