"""A person without a mouse: keys go to whatever has the focus, and nothing else is ever touched."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE = 20_000


class Keyboard:
    """``window`` is only looked at: which window is active offscreen has to be put right after a popup."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def focus(self) -> QWidget:
        """What has the keys."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            active = QApplication.activeWindow()
            if active is None or not active.isVisible():
                self._window.activateWindow()
                QTest.qWaitForWindowActive(self._window)
        here = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert here is not None, "nothing has the keys"
        return here.focusWidget() or here if here.isWindow() else here

    @property
    def names(self) -> list[str]:
        """The object names from what has the keys up to its window."""
        here: QWidget | None = self.focus
        found = []
        while here is not None:
            found.append(here.objectName())
            here = here.parentWidget()
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press one key."""
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifier)

    def type(self, words: str) -> None:
        """Type; letters that no key of this keyboard has come as an input method sends them."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def write(self, words: str) -> None:
        """Type in place of what stands there."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(words)

    def tab_to(self, name: str, key: Qt.Key = Qt.Key.Key_Tab, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press Tab until the keys are in the widget of that name."""
        self.until(lambda: name in self.names, key, modifier)

    def until(self, reached: Callable[[], bool], key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key until something is so."""
        passed = []
        for _ in range(200):
            if reached():
                return
            passed.append(self.names[0])
            self.press(key, modifier)
            QApplication.processEvents()  # fingers leave the window more time than this
        raise AssertionError(f"the key never leads there, only to {list(dict.fromkeys(passed))}")

    def wait(self, ready: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(ready, timeout=PATIENCE)

    def answer(self, words: str) -> None:
        """Have these words typed, and Enter pressed, into the question that is asked next."""

        def write() -> None:
            asked = QApplication.activeModalWidget()
            line = asked.focusWidget() if asked is not None else None
            if isinstance(line, QLineEdit):
                QTest.keyClick(line, Qt.Key.Key_A, CTRL)
                QTest.keyClicks(line, words)
                QTest.keyClick(line, Qt.Key.Key_Return)
            else:
                QTimer.singleShot(20, self._window, write)

        QTimer.singleShot(0, self._window, write)
