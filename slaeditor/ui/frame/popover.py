"""A small card beside what it speaks of: it takes no focus, is read aloud, and goes with Escape or when the keys go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QWidget
from shiboken6 import isValid

from slaeditor.ui import theme
from slaeditor.ui.frame.explanation import Explanation
from slaeditor.ui.pieces import column, label

WIDTH = 48 * theme.GRID
NAMES = 14 * theme.GRID


class Popover(QFrame):
    """Stands above its window until it is closed."""

    def __init__(self, said: Explanation, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popover")
        self.setProperty("kind", "toast")
        self.setAccessibleName(said.spoken)
        self.setFixedWidth(WIDTH)
        box = column(self, margin=theme.WIDE, spacing=theme.HALF)
        box.addWidget(label(said.title, bold=True, wrap=True, name="popover_title"))
        if said.place:
            box.addWidget(label(said.place, size="small", tint="muted", wrap=True, name="popover_place"))
        if said.help:
            box.addSpacing(theme.HALF)
            box.addWidget(label(said.help, wrap=True, name="popover_help"))
        if said.facts:
            box.addSpacing(theme.HALF)
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.GRID)
            grid.setVerticalSpacing(theme.HALF)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, NAMES)
            for row, (name, words) in enumerate(said.facts):
                grid.addWidget(label(name, size="small", tint="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(_short(words), size="small", wrap=True), row, 1)
            box.addLayout(grid)
        self._keys: QWidget | None = QApplication.focusWidget()
        if self._keys is not None:
            self._keys.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        window.installEventFilter(self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said.spoken))

    def show_at(self, place: QRect) -> None:
        """Show it below the place (in the window's coordinates), or above it where there is no room below."""
        host = self.parentWidget()
        assert host is not None
        layout = self.layout()
        assert layout is not None
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))
        room = host.rect().adjusted(theme.GRID, theme.GRID, -theme.GRID, -theme.GRID)
        top = place.bottom() + theme.HALF
        if top + self.height() > room.bottom() and place.top() - self.height() - theme.HALF >= room.top():
            top = place.top() - self.height() - theme.HALF
        mirrored = host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = place.right() - self.width() if mirrored else place.left()
        most = QPoint(room.right() - self.width(), room.bottom() - self.height())
        self.move(max(room.left(), min(left, most.x())), max(room.top(), min(top, most.y())))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the field closes this before it does anything else; another size of the window closes it, too."""
        if watched is self._keys and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close()
                return True
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.close()
        return super().eventFilter(watched, event)

    def close(self) -> bool:
        """Be done."""
        if self._keys is not None and isValid(self._keys):
            self._keys.removeEventFilter(self)
        self._keys = None
        self.hide()
        self.deleteLater()
        return True

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._keys and isValid(self):
            self.close()


def _short(words: str, most: int = 240) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
