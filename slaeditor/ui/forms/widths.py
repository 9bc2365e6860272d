"""How wide a person has made the columns of tables and the lists beside forms; kept from one start to the next."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

LIST = "list"
"""The key of the lists of names beside forms, which all have one width."""


class Widths:
    """Widths in pixels by what they belong to; empty where nobody has dragged anything."""

    def __init__(self) -> None:
        self._own: dict[str, tuple[int, ...]] = {}

    def of(self, key: str, count: int = 1) -> tuple[int, ...]:
        """The widths that were kept, if they are as many as there are columns today."""
        found = self._own.get(key, ())
        return found if len(found) == count else ()

    def keep(self, key: str, widths: tuple[int, ...]) -> None:
        """A person has chosen these."""
        self._own[key] = widths

    def forget(self) -> None:
        """Everything gets its share again."""
        self._own.clear()

    def text(self) -> str:
        """All of them as text, for the settings."""
        return msgspec.json.encode(self._own).decode()

    def read(self, text: str) -> None:
        """Take in what ``text`` gave; anything else counts as nothing."""
        try:
            self._own = msgspec.json.decode(text, type=dict[str, tuple[int, ...]])
        except msgspec.DecodeError:
            self._own = {}


class DraggedColumns(QObject):
    """Watches the heads of a table: between press and release it is a person who changes widths, at other times the table itself."""

    def __init__(self, view: QTableView, widths: Widths, key: str) -> None:
        super().__init__(view)
        self._view, self._widths, self._key = view, widths, key
        self._pressed = self._changed = False
        heads = view.horizontalHeader()
        heads.viewport().installEventFilter(self)
        heads.sectionResized.connect(self._resized)

    def apply(self) -> bool:
        """Give the columns the widths that were kept; False when there are none."""
        count = self._view.model().columnCount()
        own = self._widths.of(self._key, count)
        for number, width in enumerate(own):
            self._view.setColumnWidth(number, width)
        return bool(own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Between press and release, and at a double click, which fits a column to its words."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed, self._changed = True, False
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = False
            if self._changed:
                count = self._view.model().columnCount()
                self._widths.keep(self._key, tuple(self._view.columnWidth(number) for number in range(count)))
        return False

    def _resized(self, *_: int) -> None:
        self._changed = self._changed or self._pressed
