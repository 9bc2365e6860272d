"""A moment to be typed, stepped by keys and read with its zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QLocale, QSignalBlocker, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from slaeditor.model.clock.local_time import LocalDays, instant_of
from slaeditor.model.what_if.typed import EARLIEST, LATEST
from slaeditor.ui.theme import HALF
from slaeditor.ui.words import language, tr


class MomentField(QDateTimeEdit):
    """Shows local time of ``zone``. The arrow keys step the part that the cursor is in; ``entered`` tells of another moment.

    A time that is skipped when the clocks change is the first moment after; one that comes twice, its first reading.
    """

    entered = Signal(object)

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setLocale(QLocale(language()))
        # Its times are read in the calendar's zone, not in this machine's: here they are bare clock times.
        self.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        self.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self.lineEdit().setTextMargins(HALF, 0, 0, 0)  # a date field's line takes no padding from the style
        self.setMinimumDate(QDate(EARLIEST, 1, 1))
        self.setMaximumDate(QDate(LATEST, 12, 31))
        self.setWhatsThis(tr("Up and Down step the part that the cursor is in: day, month, year, hour or minute."))
        self._moment: datetime | None = None
        self.dateTimeChanged.connect(self._changed)

    def show_moment(self, at: datetime) -> None:
        """Show another moment, in its own zone."""
        self._moment = at
        with QSignalBlocker(self):
            self.setDateTime(
                QDateTime(
                    QDate(at.year, at.month, at.day),
                    QTime(at.hour, at.minute, at.second),
                    QTimeZone(QTimeZone.Initialization.UTC),
                )
            )

    def _changed(self, shown: QDateTime) -> None:
        if self._moment is None or not isinstance(zone := self._moment.tzinfo, ZoneInfo):
            return
        day, time = shown.date(), shown.time()
        local = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), time.second())
        at = instant_of(LocalDays(zone).reading(local), zone)
        if at != self._moment:
            self._moment = at
            self.entered.emit(at)
