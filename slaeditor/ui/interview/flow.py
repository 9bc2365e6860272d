"""A grid whose number of columns follows its width; wide parts, and those that would stand alone, take a whole line."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from slaeditor.ui import theme


class Room(enum.Enum):
    """How much of a line a part takes."""

    CELL = "cell"
    REST = "what is left of a line of three or more, otherwise a whole one"
    LINE = "a whole line"


class Flow(QWidget):
    """Parts keep their order, which is also the order of the keys; moving them to other cells keeps the focus."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._parts: tuple[tuple[QWidget, Room], ...] = ()
        self._left_out: frozenset[int] = frozenset()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.WIDE)
        self._grid.setVerticalSpacing(theme.WIDE)

    def show_parts(self, parts: Sequence[tuple[QWidget, Room]]) -> None:
        """Show these, each with the room that it takes. Parts that are no longer shown are done with."""
        kept = {id(part) for part, _ in parts}
        for part, _ in self._parts:
            if id(part) not in kept:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._parts = tuple(parts)
        self._arrange(max(1, self._columns))

    def leave_out(self, parts: Iterable[QWidget]) -> None:
        """Show all but these, which stay ready."""
        left_out = frozenset(map(id, parts))
        if left_out != self._left_out:
            self._left_out = left_out
            for part, _ in self._parts:
                part.setVisible(id(part) not in left_out)
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
        return max((part.minimumSizeHint().width() for part, room in self._parts if room is Room.CELL), default=0)

    def _arrange(self, columns: int) -> None:
        for number in range(max(columns, self._columns)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
            self._grid.setColumnMinimumWidth(number, 0)
        self._columns = columns
        # Not takeAt: its items outlive the call and keep the new ones from hearing of a part that has become higher.
        for part, _ in self._parts:
            self._grid.removeWidget(part)
        line, place = 0, 0
        shown = [(part, self._takes(room)) for part, room in self._parts if id(part) not in self._left_out]
        for number, (part, room) in enumerate(shown):
            whole = room is Room.LINE
            if whole and place:
                line, place = line + 1, 0
            alone = not place and (number + 1 == len(shown) or shown[number + 1][1] is Room.LINE)
            span = columns if whole or alone else columns - place if room is Room.REST else 1
            self._grid.addWidget(part, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
            if place >= columns:
                line, place = line + 1, 0

    def _takes(self, room: Room) -> Room:
        return Room.LINE if room is Room.REST and self._columns < 3 else room
