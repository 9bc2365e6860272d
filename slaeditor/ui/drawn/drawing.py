"""A drawing whose parts can be chosen: with the mouse, with the arrow keys, and told to those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from slaeditor.ui.theme import RADIUS, colour, ring
from slaeditor.ui.words import tr


@dataclass(frozen=True)
class Spot:
    """A part that can be chosen: its key, where it is drawn, and what it says."""

    key: str
    area: QRect
    words: str


class Drawing(QWidget):
    """Subclasses lay out their ``spots`` and paint. Arrows and clicks choose one, Enter and double clicks open it."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWhatsThis(tr("Arrow keys or a click choose a part; Enter or a double click goes to its row."))
        self.spots: tuple[Spot, ...] = ()
        self.current = ""
        self._summary = ""

    def arrange(self) -> None:
        """Lay out the spots for the width that there is."""
        raise NotImplementedError

    def tell(self, summary: str) -> None:
        """What the whole drawing says, in words."""
        self._summary = summary
        self._describe()

    def choose(self, key: str) -> None:
        """Show a part as the chosen one."""
        if key != self.current:
            self.current = key
            self._describe()
            self.update()

    def words(self) -> str:
        """What the chosen part says; empty when there is none."""
        return next((spot.words for spot in self.spots if spot.key == self.current), "")

    def area_of(self, key: str) -> QRect:
        """Where a part is drawn; empty when it is not."""
        return next((spot.area for spot in self.spots if spot.key == key), QRect())

    def spot_at(self, point: QPoint) -> Spot | None:
        """The part under the point."""
        return next((spot for spot in self.spots if spot.area.contains(point)), None)

    def frame(self, painter: QPainter, spot: Spot) -> None:
        """The ground of the chosen part, with a ring when the keys go here."""
        if spot.key != self.current:
            return
        painter.setBrush(colour("selection"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(spot.area, RADIUS, RADIUS)
        if self.hasFocus():
            ring(painter, spot.area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() is Qt.MouseButton.LeftButton and (spot := self.spot_at(event.position().toPoint())):
            self._choose(spot.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to its row."""
        if event.button() is Qt.MouseButton.LeftButton and (spot := self.spot_at(event.position().toPoint())):
            self.opened.emit(spot.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and open."""
        keys = [spot.key for spot in self.spots]
        at = keys.index(self.current) if self.current in keys else -1
        last = len(keys) - 1
        moves = {
            Qt.Key.Key_Up: max(0, at - 1), Qt.Key.Key_Left: max(0, at - 1), Qt.Key.Key_Down: min(last, at + 1),
            Qt.Key.Key_Right: min(last, at + 1), Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        if keys and plain and event.key() in moves:
            self._choose(keys[moves[Qt.Key(event.key())]])
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.current)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows; something is chosen, so that it can be seen."""
        super().focusInEvent(event)
        if self.spots and self.current not in [spot.key for spot in self.spots]:
            self.choose(self.spots[0].key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """The tooltip of the part under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            QToolTip.showText(event.globalPos(), spot.words if spot else "", self)
            return True
        return super().event(event)

    def _choose(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _describe(self) -> None:
        words = self.words()
        told = f"{words}. {self._summary}" if words else self._summary
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))


def texts(rows: Sequence[str]) -> str:
    """Several sentences as one."""
    return " ".join(row if row.endswith(".") else f"{row}." for row in rows if row)
