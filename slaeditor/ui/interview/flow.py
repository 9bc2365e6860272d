"""A grid whose number of columns follows its width; wide parts, and those that would stand alone, take a whole line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from slaeditor.ui import theme


class Flow(QWidget):
    """Parts keep their order, which is also the order of the keys; moving them to other cells keeps the focus."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._parts: tuple[tuple[QWidget, bool], ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.WIDE)
        self._grid.setVerticalSpacing(theme.WIDE)

    def show_parts(self, parts: Sequence[tuple[QWidget, bool]]) -> None:
        """Show these, each with whether it takes a whole line. Parts that are no longer shown are done with."""
        kept = {id(part) for part, _ in parts}
        for part, _ in self._parts:
            if id(part) not in kept:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._parts = tuple(parts)
        self._arrange(max(1, self._columns))

    def minimumSizeHint(self) -> QSize:
        """One column must fit; how many stand side by side now is no reason to stay as wide."""
        margins = self._grid.contentsMargins()
        return QSize(self._widest() + margins.left() + margins.right(), self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer columns."""
        super().resizeEvent(event)
        least = max(self._least, self._widest())
        columns = max(1, min(self._most, (event.size().width() + theme.WIDE) // (least + theme.WIDE)))
        if columns != self._columns:
            self._arrange(columns)

    def _widest(self) -> int:
        return max((part.minimumSizeHint().width() for part, wide in self._parts if not wide), default=0)

    def _arrange(self, columns: int) -> None:
        for number in range(max(columns, self._columns)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
            self._grid.setColumnMinimumWidth(number, 0)
        self._columns = columns
        # Not takeAt: its items outlive the call and keep the new ones from hearing of a part that has become higher.
        for part, _ in self._parts:
            self._grid.removeWidget(part)
        line, place = 0, 0
        for number, (part, wide) in enumerate(self._parts):
            if wide and place:
                line, place = line + 1, 0
            alone = not place and (number + 1 == len(self._parts) or self._parts[number + 1][1])
            span = columns if wide or alone else 1
            self._grid.addWidget(part, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
            if place >= columns:
                line, place = line + 1, 0
