"""The number of the page that the preview shows; typing another one, or the arrow keys, goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox

from slaeditor.ui.theme import GRID, HALF, sized
from slaeditor.ui.words import tr

_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the number, to find what is said before and after it."""


class PageNumber(QSpinBox):
    """``asked`` gives the page, from 0, that a person wants to see; showing one never emits."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_page")
        self.setAccessibleName(tr("Page"))
        self.setToolTip(tr("The page that is shown; type another number to go there."))
        self.setKeyboardTracking(False)
        self.setFixedHeight(3 * GRID + HALF)
        sized(self, "small")
        self.valueChanged.connect(lambda value: self.asked.emit(value - 1))
        self.hide()

    def stepBy(self, steps: int) -> None:
        """Down leads on, as it does on the pages."""
        super().stepBy(-steps)

    def show_page(self, page: int, count: int) -> None:
        """Say that this page, from 0, of so many is shown."""
        before, _, after = tr("Page {page} of {count}", page=_NUMBER, count=count).partition(_NUMBER)
        self.blockSignals(True)
        self.setRange(1, max(1, count))
        self.setPrefix(before)
        self.setSuffix(after)
        self.setValue(page + 1)
        self.blockSignals(False)
        self.setVisible(count > 0)
