"""What is there on every page of a window: palette, passing messages, and the keys that no field may keep for itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from slaeditor.ui.desk import Desk
from slaeditor.ui.frame import actions
from slaeditor.ui.frame.toasts import Toasts
from slaeditor.ui.shell import Shell

if TYPE_CHECKING:
    from slaeditor.ui.frame.explainer import Explainer
    from slaeditor.ui.frame.guide import Guide
    from slaeditor.ui.palette.popup import Palette

RECENT = "palette/recent"


class ReservedKeys(QObject):
    """On some systems a text field deletes to the end of its line with Ctrl+K: here the window's own action goes first.

    Only the widget that has the focus is listened to.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._heard: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = now if now is not None and self._window.isAncestorOf(now) else None
        if self._heard is not None:
            self._heard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the field from claiming the key."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_K
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Everywhere(QObject):
    """Belongs to the window round ``body``; what it shows is made when it is first asked for."""

    def __init__(self, shell: Shell, desk: Desk, body: QWidget, built: dict[str, QAction], settings: QSettings) -> None:
        super().__init__(body.window())
        self._window = body.window()
        self._shell, self._desk, self._built, self._settings = shell, desk, built, settings
        self._palette: Palette | None = None
        self._explainer: Explainer | None = None
        self._guide: Guide | None = None
        self._keys = ReservedKeys(self._window)
        self.toasts = Toasts(body)

    def act(self, name: str, place: str) -> None:
        """Do the action of the menu with this id; ``place`` is the page that it was called from."""
        match name:
            case "palette":
                self._open_palette()
            case "message":
                self.toasts.enter()
            case "explain":
                self._explain(place)
            case "guide":
                self._open_guide(place)
            case "close":
                self._window.close()
            case "quit":
                QApplication.closeAllWindows()
            case "full_screen":
                self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _open_palette(self) -> None:
        if self._palette is None:
            from slaeditor.ui.palette.popup import Palette

            recent: Any = self._settings.value(RECENT, [])
            known = [recent] if isinstance(recent, str) else [str(one) for one in recent or []]
            self._palette = Palette(self._shell, partial(actions.offered, self._built), known, self._window)
            self._palette.chosen.connect(self._go)
        self._palette.open()

    def _explain(self, place: str) -> None:
        """The field that has the keys; without one the guide."""
        if self._explainer is None:
            from slaeditor.ui.frame.explainer import Explainer

            self._explainer = Explainer(self._window, self._shell)
        if not self._explainer.explain():
            self._open_guide(place)

    def _open_guide(self, place: str) -> None:
        if self._guide is None:
            from slaeditor.ui.frame.guide import Guide

            self._guide = Guide(self._window)
        self._guide.show_place(place)

    def leave(self) -> None:
        """The window closes: keep what is to be remembered."""
        if self._palette is not None:
            self._settings.setValue(RECENT, self._palette.recent)

    def _go(self, target: object) -> None:
        from slaeditor.ui.palette.entries import Do, Go, Open

        match target:
            case Do(action):
                self._built[action].trigger()
            case Go(path):
                self._shell.go("agreement", path)
            case Open(agreement):
                self._desk.open(agreement)
