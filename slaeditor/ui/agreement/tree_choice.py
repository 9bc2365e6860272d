"""Choosing a line in the trees of the docks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget


def choose_below(tree: QTreeWidget, wanted: Callable[[Any], bool]) -> bool:
    """Make the first line current whose held value is wanted; False when there is none."""
    for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
        held = item.data(0, Qt.ItemDataRole.UserRole)
        if held is not None and wanted(held):
            tree.setCurrentItem(item)
            tree.scrollToItem(item)
            return True
    return False
