"""The line below the questions: back, paste answers, which keys go on, and the next sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from slaeditor.ui import theme
from slaeditor.ui.pieces import Elided, button, line
from slaeditor.ui.words import told, tr

_LONGEST, _SHORTEST = 32, 12


class Foot(QWidget):
    """``stepped`` asks for the sheet before or after (-1, 1), ``pasting`` for the answers on the clipboard."""

    stepped = Signal(int)
    pasting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.setMaximumWidth(96 * theme.GRID)
        box = line(self)
        box.setContentsMargins(theme.WIDER, theme.GRID, theme.WIDER, theme.GRID)
        self._before = button(tr("Back"), lambda: self.stepped.emit(-1), kind="flat", name="back")
        self._before.setToolTip(tr("The sheet before (Alt+↑); the theme before (Alt+←)"))
        self._next = button("", lambda: self.stepped.emit(1), kind="primary", name="next")
        self._next.setToolTip(tr("The next sheet (Alt+↓); the next theme (Alt+→)"))
        self._paste = paste = button(tr("Paste answers"), self.pasting.emit, kind="flat", name="paste_answers")
        paste.setToolTip(tr("Two columns from a spreadsheet or a text: what is asked, and the answer."))
        self._keys = Elided(tr("Enter goes on, Ctrl+Enter from a text"), size="small", tint="muted")
        self._keys.setObjectName("keys_hint")
        for way in (self._before, paste):
            box.addWidget(way)
        box.addStretch()
        box.addWidget(self._keys)
        box.addSpacing(theme.GRID)
        box.addWidget(self._next)

    def show_way(self, onward: str, *, back: bool) -> None:
        """Say which sheet comes next, and whether there is one before."""
        self._title = told(onward) or tr("(no name yet)")
        self._before.setEnabled(back)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the title as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self._before.sizeHint().width() + self._paste.sizeHint().width() + 2 * theme.WIDER + 4 * theme.GRID
        most = _LONGEST
        self._say(most)
        while most > _SHORTEST and self._next.sizeHint().width() > self.width() - beside:
            most -= 1
            self._say(most)

    def _say(self, most: int) -> None:
        title = self._title
        short = title if len(title) <= most else title[: most - 2].rstrip() + "…"
        words = tr("Next: {title}", title=short)
        if words != self._next.text():
            self._next.setText(words)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for which keys go on."""
        self._keys.setVisible(roomy)
