"""Short passing messages in a corner of the window: they take no focus, are read aloud, and go by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QFrame, QWidget
from shiboken6 import isValid

from slaeditor.ui import theme
from slaeditor.ui.bidi import sentence
from slaeditor.ui.drawn.lines import wrapped
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.words import tr

Choice = tuple[str, Callable[[], object]]

LEAST_MS = 6_000
LEAST_WITH_CHOICES_MS = 15_000
MS_A_CHARACTER = 70
"""Who reads slowly reads some fourteen characters a second."""

SETTLE_MS = 100
MOST = 3
MOST_LINES = 100
LEAST, WIDEST = 24 * theme.GRID, 56 * theme.GRID


def lasts(text: str, choices: int) -> int:
    """How long a message stays, in milliseconds: long enough to be read, longer where something can be chosen."""
    return max(LEAST_WITH_CHOICES_MS if choices else LEAST_MS, MS_A_CHARACTER * len(text))


class Toast(QFrame):
    """One message. It waits while the pointer or the keys are in it; ``gone`` says that it is done with."""

    gone = Signal()

    def __init__(self, text: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self.offers = [words for words, _ in choices]
        self.setObjectName("toast")
        self.setProperty("kind", "toast")
        self.setAccessibleName(text)
        box = column(self, spacing=0)
        box.setContentsMargins(theme.WIDE, theme.GRID, theme.GRID, theme.GRID)
        self.words = label(sentence(text), wrap=True, name="toast_text")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        away = button("", self._leave, kind="icon", name="toast_dismiss", beside=True)
        first = line(spacing=theme.GRID)
        first.addWidget(self.words, 1)
        first.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(first)
        below = line(spacing=theme.HALF)
        below.setContentsMargins(0, theme.HALF if choices else 0, 0, 0)
        below.addStretch(1)
        for number, (said, act) in enumerate(choices):
            choice = button(said, partial(self._take, act), kind="flat", name=f"toast_choice_{number}", beside=True)
            below.addWidget(choice)
        box.addLayout(below)
        away.setAccessibleName(tr("Dismiss"))
        away.setToolTip(tr("Dismiss"))
        away.setFixedSize(3 * theme.GRID, 3 * theme.GRID)
        theme.put_icon(away, "x", "muted")
        self.first = self.findChild(QWidget, "toast_choice_0") or away
        self._timer = QTimer(self, singleShot=True, interval=lasts(text, len(choices)))
        self._timer.timeout.connect(self._over)
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def fit(self, room: int) -> None:
        """Take the size that the words need, in lines of at most the room's width."""
        beside = theme.WIDE + 5 * theme.GRID  # the margins, and the button that dismisses
        natural = self.words.fontMetrics().horizontalAdvance(self.text) + theme.GRID
        width = max(min(WIDEST, room, natural + beside), LEAST)
        self.words.setText(sentence(_in_lines(self.text, width - beside, self.words.font())))
        self.words.setFixedSize(width - beside, max(self.words.heightForWidth(width - beside), 3 * theme.GRID))
        self.resize(width, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever points at it reads it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Time goes on."""
        super().leaveEvent(event)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _over(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and self.isAncestorOf(here):
            self._timer.start()
        else:
            self.gone.emit()

    def _take(self, act: Callable[[], object]) -> None:
        self._leave()
        act()

    def _leave(self) -> None:
        self._timer.stop()
        self.gone.emit()


def _in_lines(text: str, room: int, face: QFont) -> str:
    """The text broken between its words where they fit: left to itself Qt breaks a path after its first stroke."""
    letters = QFontMetrics(face)
    if "\n" in text or any(letters.horizontalAdvance(word) > room for word in text.split()):
        return text
    return "\n".join(wrapped(text, room, face, most=MOST_LINES))


class Toasts(QObject):
    """The messages of one window, the newest lowest, in the lower right corner of ``host``, above the buttons of a page's foot.

    A message replaces the one before it where neither offers more than to take something back: that is about the last act only.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._shown: list[Toast] = []
        self._last: tuple[str, Sequence[Choice]] = ("", ())
        self._before: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self.settle)
        host.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """What can be read now, the newest last."""
        return [toast.text for toast in self._shown]

    def show(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """Show a message for a while."""
        for old in [one for one in self._shown if one.text == text or (len(one.offers) < 2 and len(choices) < 2)]:
            self._drop(old)
        while len(self._shown) >= MOST:
            self._drop(self._shown[0])
        self._last = (text, tuple(choices))
        toast = Toast(text, choices, self._host)
        toast.gone.connect(partial(self._drop, toast))
        self._shown.append(toast)
        self._arrange()
        toast.show()
        toast.raise_()

    def enter(self) -> None:
        """Go to the newest message with the keys; if it is gone, it comes once more."""
        if not self._last[0]:
            return
        if not self._shown:
            self.show(*self._last)
        self._before = self._host.window().focusWidget()
        self._shown[-1].first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Another page is shown: cover none of its buttons either."""
        if self._shown:
            self._arrange()

    def dismiss(self) -> bool:
        """Take the newest message away; False when there is none."""
        if not self._shown:
            return False
        self._drop(self._shown[-1])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner, and off buttons that have come to stand there."""
        if isinstance(event, QResizeEvent):
            self._arrange()
        elif event.type() == QEvent.Type.LayoutRequest and self._shown and not self._later.isActive():
            self._later.start()
        return super().eventFilter(watched, event)

    def _drop(self, toast: Toast) -> None:
        if toast not in self._shown:
            return
        here = self._host.window().focusWidget()
        if toast.isAncestorOf(here) and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown.remove(toast)
        toast.hide()
        toast.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        low = self._host.height() - theme.WIDE
        buttons = list(self._buttons())
        for toast in reversed(self._shown):
            toast.fit(self._host.width() - 2 * theme.WIDE)
            mirrored = self._host.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = theme.WIDE if mirrored else self._host.width() - theme.WIDE - toast.width()
            area = _above(QRect(QPoint(left, low - toast.height()), toast.size()), buttons)
            toast.move(area.topLeft())
            low = area.top() - theme.GRID

    def _buttons(self) -> Iterator[QRect]:
        """Where buttons stand in the lower half that nobody can scroll from under a message."""
        for one in self._host.findChildren(QAbstractButton):
            if one.isVisible() and one.window() is self._host.window() and not _moves(one, self._host):
                area = QRect(one.mapTo(self._host, QPoint()), one.size())
                if area.top() > self._host.height() // 2:
                    yield area


def _moves(one: QWidget, host: QWidget) -> bool:
    """Whether it stands in what is scrolled, or in a message itself."""
    above = one.parentWidget()
    while above is not None and above is not host:
        if isinstance(above, QAbstractScrollArea | Toast):
            return True
        above = above.parentWidget()
    return False


def _above(area: QRect, buttons: Sequence[QRect]) -> QRect:
    """The area moved up until it covers none of the buttons."""
    area = QRect(area)
    while hit := [one.top() for one in buttons if one.intersects(area)]:
        area.moveBottom(min(hit) - theme.GRID)
    return area
