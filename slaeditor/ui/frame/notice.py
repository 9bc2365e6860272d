"""The bar below the head for what the person should know or decide, without being stopped in the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from shiboken6 import isValid

from slaeditor.ui import theme
from slaeditor.ui.bidi import sentence
from slaeditor.ui.pieces import button, label, line
from slaeditor.ui.words import tr

Choice = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One sentence with its choices; hidden while there is none. A decision stays until it is taken, a mere fault until dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("kind", "notice")
        self._box = line(self, spacing=theme.GRID)
        self._box.setContentsMargins(theme.WIDE, theme.HALF, theme.WIDE, theme.HALF)
        self._text = label(wrap=True, name="notice_text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self.deciding = False
        self._before: QWidget | None = None
        self.hide()

    def tell(self, text: str) -> None:
        """Show a sentence that can be dismissed; a decision that is open is not displaced by it."""
        if not self.deciding:
            self._show(text, [(tr("Dismiss"), self.dismiss)])

    def ask(self, text: str, choices: Sequence[Choice]) -> None:
        """Show a sentence with choices; each closes the bar, unless it returns True."""
        self._show(text, choices)
        self.deciding = True

    def dismiss(self) -> None:
        """Hide the bar; keys that are in it go back to where they were."""
        here = QApplication.focusWidget()
        if here is not None and self.isAncestorOf(here) and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deciding = False
        self.hide()

    def give_way(self) -> bool:
        """Hide a mere fault; False where there is none, or a decision that stays."""
        if self.isHidden() or self.deciding:
            return False
        self.dismiss()
        return True

    def _show(self, text: str, choices: Sequence[Choice]) -> None:
        self._text.setText(sentence(text))
        for old in self._buttons:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [
            button(words, partial(self._take, act), kind="flat", name=f"notice_{number}", beside=True)
            for number, (words, act) in enumerate(choices)
        ]
        for one in self._buttons:
            self._box.addWidget(one)
            one.show()
        here = QApplication.focusWidget()
        self._before = self._before if here is None or self.isAncestorOf(here) else here
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _take(self, act: Callable[[], object]) -> None:
        if act() is not True:
            self.dismiss()
