"""The bar above a pane: what it says, its own tools, a menu of where it can stand, and a button that closes it; it is moved by it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDockWidget, QFrame, QPushButton, QWidget

from slaeditor.ui.pieces import button, label, line
from slaeditor.ui.theme import GRID, HALF, put_icon
from slaeditor.ui.words import tr


class PaneBar(QFrame):
    """``asked`` wants the menu, ``away`` wants the pane closed. Its title shows where no tab says it."""

    asked = Signal()
    away = Signal()

    def __init__(self, dock: QDockWidget, words: QWidget | None, tools: Sequence[QWidget]) -> None:
        super().__init__()
        self.setObjectName(f"{dock.objectName()}_bar")
        self.setProperty("kind", "pane")
        self.setFixedHeight(4 * GRID)
        self.title = label(dock.windowTitle(), bold=True, name=f"{dock.objectName()}_title")
        dock.windowTitleChanged.connect(self.title.setText)
        box = line(self, spacing=HALF)
        box.setContentsMargins(GRID, 0, HALF, 0)
        box.addWidget(self.title)
        box.addSpacing(HALF)
        if words is not None:
            box.addWidget(words, 1)
        else:
            box.addStretch(1)
        for tool in tools:
            box.addWidget(tool)
        name = dock.windowTitle()
        self.menu = tool_button("ellipsis", tr("Where {pane} stands", pane=name), f"{dock.objectName()}_menu")
        self.menu.clicked.connect(lambda _=False: self.asked.emit())
        self.close_button = tool_button("x", tr("Close {pane}", pane=name), f"{dock.objectName()}_close")
        self.close_button.clicked.connect(lambda _=False: self.away.emit())
        box.addWidget(self.menu)
        box.addWidget(self.close_button)

    def show_title(self, shown: bool) -> None:
        """With a title where no tab says what this is, without it where one does."""
        self.title.setVisible(shown)


def tool_button(icon: str, words: str, name: str) -> QPushButton:
    """A small button with an icon; the words are its tool tip and its name."""
    made = button("", lambda: None, kind="icon", name=name)
    put_icon(made, icon, "muted")
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFixedSize(3 * GRID + HALF, 3 * GRID + HALF)
    return made
