"""Hands on the library's page: keys in its table, rows selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from tests.ui.drivers import WindowDriver

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def keys(window: WindowDriver, *pressed: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Press keys in the table."""
    view = window.find(QTableView, "library_table")
    view.setFocus()
    for key, modifier in pressed:
        QTest.keyClick(view, key, modifier)


def select(window: WindowDriver, count: int) -> None:
    """Select the first rows by the keyboard."""
    keys(window, (Qt.Key.Key_Home, CONTROL), *[(Qt.Key.Key_Down, SHIFT)] * (count - 1))
