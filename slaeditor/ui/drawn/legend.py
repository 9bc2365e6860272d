"""What the marks of a drawing mean: a mark and its words one after another, in as many lines as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.ui.theme import GRID, HALF, WIDE, colour, font

Mark = Callable[[QPainter, QRect], None]
"""Draws a mark into its box."""

_BOX = QRect(0, 0, 2 * GRID + HALF, 2 * GRID - HALF)
_LINE = 2 * GRID + HALF


class Legend(QWidget):
    """Only for the eye: a drawing says in words what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._entries: tuple[tuple[Mark, str], ...] = ()

    def show_entries(self, entries: Sequence[tuple[Mark, str]]) -> None:
        """Explain these."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(words for _, words in entries))
        self.setVisible(bool(entries))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, words, mark, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (mark, words), place in zip(self._entries, self._places(), strict=True):
            painter.save()
            mark(painter, QRect(place.left(), place.center().y() - _BOX.height() // 2, _BOX.width(), _BOX.height()))
            painter.restore()
            painter.setFont(font("small"))
            painter.setPen(colour("muted"))
            painter.drawText(place.adjusted(_BOX.width() + GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _places(self) -> list[QRect]:
        metrics = QFontMetrics(font("small"))
        found: list[QRect] = []
        x = y = 0
        for _, words in self._entries:
            width = _BOX.width() + GRID + metrics.horizontalAdvance(words) + 2
            if x and x + width > self.width():
                x, y = 0, y + _LINE
            found.append(QRect(x, y, width, _LINE))
            x += width + WIDE
        return found

    def _fit(self) -> None:
        places = self._places()
        self.setFixedHeight(places[-1].bottom() + 1 if places else 0)
