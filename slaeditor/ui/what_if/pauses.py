"""The pauses of a report: added, typed, taken away; they are dragged in the picture."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from slaeditor.model.clock.counting import Pause
from slaeditor.model.errors import ParseError
from slaeditor.model.what_if import typed
from slaeditor.ui import theme
from slaeditor.ui.pieces import button, label, line
from slaeditor.ui.words import told, tr

_LENGTH = timedelta(hours=1)
MOST = 4
"""More pauses than these are no longer a picture."""


class PauseBar(QWidget):
    """``pauses`` in order; ``changed`` tells that they are others; hidden while there are none."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pauses: tuple[Pause, ...] = ()
        self._row = line(self)
        self._fields: list[tuple[QLineEdit, QPushButton]] = []
        self._row.addWidget(label(tr("Pauses"), size="small", tint="muted"))
        for number in range(MOST):
            self._fields.append(self._field(number))
        self._row.addStretch(1)
        self._show()

    def begin_at(self, at: datetime) -> None:
        """One more pause, of an hour."""
        self._take((*self.pauses, (at, at + _LENGTH)))

    def shift(self, number: int, at: datetime) -> None:
        """A pause begins at another moment and stays as long as it is."""
        start, end = self.pauses[number]
        moved = (at, at + (end - start))
        self._take((*self.pauses[:number], moved, *self.pauses[number + 1 :]))

    def remove(self, number: int) -> None:
        """Take a pause away."""
        self._take((*self.pauses[:number], *self.pauses[number + 1 :]))

    def clear(self) -> None:
        """No pauses; nobody is told."""
        self.pauses = ()
        self._show()

    def _field(self, number: int) -> tuple[QLineEdit, QPushButton]:
        field = QLineEdit()
        field.setObjectName(f"what_if_pause_{number}")
        field.setAccessibleName(tr("Pause {number}", number=number + 1))
        field.setFixedHeight(4 * theme.GRID)
        field.setMinimumWidth(28 * theme.GRID)
        field.setToolTip(tr("Start and end with / between them: 2027-02-26 16:50 / 17:30"))
        field.editingFinished.connect(lambda: self._typed(number))
        less = button("×", lambda: self.remove(number), kind="flat", name=f"what_if_less_{number}")
        less.setAccessibleName(tr("Remove pause {number}", number=number + 1))
        less.setToolTip(tr("Remove the pause"))
        less.setFixedSize(4 * theme.GRID, 4 * theme.GRID)
        self._row.addWidget(field)
        self._row.addWidget(less)
        return field, less

    def _typed(self, number: int) -> None:
        if number >= len(self.pauses):
            return
        field, before = self._fields[number][0], self.pauses[number]
        zone = before[0].tzinfo
        if field.text() == _text(before) or not isinstance(zone, ZoneInfo):
            return
        try:
            made = typed.pause(field.text(), zone)
        except ParseError as error:
            field.setProperty("refused", True)
            theme.restyle(field)
            self.refused.emit(told(error))
            return
        self._take((*self.pauses[:number], made, *self.pauses[number + 1 :]))

    def _take(self, pauses: tuple[Pause, ...]) -> None:
        self.pauses = pauses
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setVisible(bool(self.pauses))
        for number, (field, less) in enumerate(self._fields):
            there = number < len(self.pauses)
            if there:
                with QSignalBlocker(field):
                    field.setText(_text(self.pauses[number]))
                if field.property("refused"):
                    field.setProperty("refused", False)
                    theme.restyle(field)
            field.setVisible(there)
            less.setVisible(there)


def _text(pause: Pause) -> str:
    """2027-02-26 16:50 / 17:30; with the date of the end where it is another."""
    start, end = pause
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M} / {last}"
