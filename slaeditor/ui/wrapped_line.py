"""Widgets one after another, in as many lines as their width needs: a row of buttons that is never cut nor widens what it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class WrappedLine(QWidget):
    """As high as its lines, each ``row`` high; ``margin`` is left at both sides."""

    def __init__(self, parts: Sequence[QWidget], row: int, margin: int = 0) -> None:
        super().__init__()
        self._parts, self._row, self._margin = tuple(parts), row, margin
        for part in self._parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The widest part must fit."""
        widest = max((part.sizeHint().width() for part in self._parts), default=0)
        return QSize(widest + 2 * self._margin, self.height())

    def event(self, event: QEvent) -> bool:
        """A part may say something longer now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        x, top = self._margin, 0
        for part in self._parts:
            size = part.sizeHint()
            if x > self._margin and x + size.width() > self.width() - self._margin:
                x, top = self._margin, top + self._row
            place = QRect(x, top + (self._row - size.height()) // 2, size.width(), size.height())
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            x += size.width()
        if self.height() != top + self._row or self.maximumHeight() != top + self._row:
            self.setFixedHeight(top + self._row)
