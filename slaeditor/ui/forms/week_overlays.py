"""Which calendars of the agreement are laid over a week: a box to tick for each, with the mark that it is drawn by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from slaeditor.model.agreement.hours import Calendar
from slaeditor.ui.drawn import overlays
from slaeditor.ui.pieces import column, label
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr

_BESIDE = 8 * GRID
"""What the box, its mark and their margins take."""


class OverlayChoice(QWidget):
    """What was ticked stays ticked when another calendar is looked at; a mark belongs to its box."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overlays")
        self._wanted: set[str] = set()
        self._boxes: dict[str, QCheckBox] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._box = column(self, spacing=0)
        self._title = label(tr("Lay over the hours of"), tint="muted", size="small")
        self._title.setContentsMargins(0, GRID, 0, 0)
        self._box.addWidget(self._title)

    def show_calendars(self, others: Sequence[Calendar], zone: str) -> None:
        """Offer these beside a calendar in ``zone``."""
        shown = tuple((one.id, _words(one, zone)) for one in others)
        if shown == self._shown:
            return
        self._shown = shown
        for gone in [key for key in self._boxes if key not in [one.id for one in others]]:
            made = self._boxes.pop(gone)
            self._box.removeWidget(made)
            made.deleteLater()
        for place, (key, words) in enumerate(shown):
            if key not in self._boxes:
                self._boxes[key] = self._made(key)
            made = self._boxes[key]
            made.setAccessibleName(words)
            made.setChecked(key in self._wanted)
            self._box.removeWidget(made)
            self._box.insertWidget(1 + place, made)
            made.show()
        self.setVisible(bool(shown))
        self._cut()
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long names are cut rather than make the whole form scroll sideways."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        for key, words in self._shown:
            if (made := self._boxes.get(key)) is None:  # on its way out
                continue
            room = self.width() - _BESIDE
            shown = made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room, 8 * GRID))
            made.setText(shown.replace("&", "&&"))
            made.setToolTip(words if shown != words else "")

    def marks(self) -> dict[str, int]:
        """The ids of those that are ticked, each with its mark."""
        found: dict[str, int] = {}
        for number, (key, _) in enumerate(self._shown):
            free = [mark for mark in range(overlays.MOST) if mark not in found.values()]
            if key in self._wanted and free:
                found[key] = number if number in free else free[0]
        return found

    def redraw(self) -> None:
        """Draw the marks in the colours of the scheme in use."""
        marks = self.marks()
        for number, (key, _) in enumerate(self._shown):
            made = self._boxes[key]
            made.setIcon(overlays.icon(marks.get(key, number % overlays.MOST)))
            made.setEnabled(key in marks or len(marks) < overlays.MOST)  # more could not be told apart

    def _made(self, key: str) -> QCheckBox:
        made = QCheckBox(self)
        made.setObjectName(f"overlay_{key}")
        made.setIconSize(QSize(3 * GRID, 2 * GRID))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda on: self._ticked(key, on))
        return made

    def _ticked(self, key: str, on: bool) -> None:
        (self._wanted.add if on else self._wanted.discard)(key)
        self.redraw()
        self.chosen.emit()


def _words(one: Calendar, zone: str) -> str:
    name = one.name or tr("(no name)")
    return name if one.zone in ("", zone) or not zone else tr("{name}, from {zone}", name=name, zone=one.zone)
