"""Suggestions below a line that stand in nobody's way: a click beside them, or Enter without choosing one, works as ever."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter

_ONWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Suggestions(QCompleter):
    """Offers whatever contains what is typed. Qt's own would swallow the click that closes its list."""

    def __init__(self, words: QStringListModel, parent: QObject) -> None:
        super().__init__(words, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press beside the list, or Enter while none is chosen, closes it and is then done where it was meant."""
        popup = self.popup()
        if popup is None or watched is not popup:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent):
            onward = event.type() == QEvent.Type.KeyPress and event.key() in _ONWARD
            if not onward or popup.currentIndex().isValid():
                return super().eventFilter(watched, event)
            popup.hide()
            QApplication.sendEvent(
                self.widget(), event
            )  # as if there were no list: the line, or the cell it is in, takes it
            return True
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() in _PRESSES and not popup.rect().contains(event.position().toPoint()):
            popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # some platforms would click once more
            popup.hide()
            place, button = event.globalPosition().toPoint(), event.button()
            QTimer.singleShot(0, self, lambda: _click(place, button))
            return True
        return super().eventFilter(watched, event)


def _click(place: QPoint, button: Qt.MouseButton) -> None:
    """Click what is there; the release belongs to it, since the real one went to a list that is closed."""
    target = QApplication.widgetAt(place)
    if target is None:
        return
    taking = target
    while (proxy := taking.focusProxy()) is not None:
        taking = proxy
    if taking.isEnabled() and taking.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        taking.setFocus(Qt.FocusReason.MouseFocusReason)
    inside, whole = QPointF(target.mapFromGlobal(place)), QPointF(place)
    window = QPointF(target.window().mapFromGlobal(place))
    none = Qt.KeyboardModifier.NoModifier
    for kind, held in (
        (QEvent.Type.MouseButtonPress, button),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        QApplication.sendEvent(target, QMouseEvent(kind, inside, window, whole, button, held, none))
