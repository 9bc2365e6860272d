"""When it is reported: typed, now, or a moment that shows how time is counted; and the pauses to add."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from slaeditor.model.what_if.telling import Telling
from slaeditor.ui import dates, theme
from slaeditor.ui.pieces import button, label, line
from slaeditor.ui.what_if.moment import MomentField
from slaeditor.ui.words import told, tr


class MomentBar(QWidget):
    """``chosen`` gives another moment; ``now`` and ``pause`` ask the page for what it alone knows."""

    chosen = Signal(object)
    now = Signal()
    pause = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._moments: tuple[Telling, ...] = ()
        self._field = MomentField("what_if_moment", tr("Moment of the report"))
        self._zone = label(size="small", tint="muted", name="what_if_zone")
        self._tellings = QComboBox()
        self._tellings.setObjectName("what_if_tellings")
        self._tellings.setAccessibleName(tr("Moments that show the counting"))
        self._tellings.setPlaceholderText(tr("Telling moments…"))
        self._tellings.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._tellings.setMinimumContentsLength(18)
        self._pause = button(tr("Add pause"), self.pause.emit, name="what_if_add_pause")
        self._pause.setToolTip(tr("A stretch in which the clock stands, as while the customer is asked"))
        now = button(tr("Now"), self.now.emit, name="what_if_now")
        now.setToolTip(tr("It is reported now"))
        row = line(self)
        for one in (self._field, self._zone, now, self._tellings, self._pause):
            one.setFixedHeight(4 * theme.GRID)
            row.addWidget(one)
        row.addStretch(1)
        self._field.entered.connect(self.chosen)
        self._tellings.activated.connect(self._take)

    def show_moment(self, at: datetime) -> None:
        """Show another moment with its zone."""
        self._field.show_moment(at)
        self._zone.setText(str(at.tzinfo))

    def offer(self, moments: Sequence[Telling]) -> None:
        """Offer these moments."""
        if self._moments == tuple(moments):
            return
        self._moments = tuple(moments)
        self._tellings.clear()
        for one in moments:
            self._tellings.addItem(f"{told(one.words)} · {dates.day(one.at.date())}")
        self._tellings.setCurrentIndex(-1)
        self._tellings.setEnabled(bool(moments))
        view = self._tellings.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 4 * theme.GRID if moments else 0)

    def let_pause(self, possible: bool) -> None:
        """Whether one more pause can be added."""
        self._pause.setEnabled(possible)

    def _take(self, number: int) -> None:
        self._tellings.setCurrentIndex(-1)
        self.chosen.emit(self._moments[number].at)
