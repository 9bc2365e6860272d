"""What is asked: service, kind of work, impact and urgency or a priority, and the channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.targets import Work
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.ui import theme
from slaeditor.ui.pieces import label
from slaeditor.ui.spoken import row_name
from slaeditor.ui.words import told, tr

_WORK = {
    Work.INCIDENT: say("Incident"),
    Work.REQUEST: say("Service request"),
    Work.CHANGE: say("Change", "a kind of work"),
}


_TERMS: dict[str, Path] = {
    "service": ("services", "items"),
    "work": ("targets", "items"),
    "impact": ("priorities", "impacts"),
    "urgency": ("priorities", "urgencies"),
    "priority": ("priorities", "levels"),
    "channel": ("channels", "items"),
}


@dataclass(frozen=True)
class Asked:
    """The choices by their ids; None where nothing is chosen."""

    service: str | None = None
    work: Work = Work.INCIDENT
    impact: str | None = None
    urgency: str | None = None
    priority: str | None = None
    channel: str | None = None


class RowBox(QComboBox):
    """Names rows of the agreement, which are as long as people make them: what does not fit ends in an ellipsis.

    ``term`` is where they stand, which F1 explains.
    """

    def __init__(self, term: Path) -> None:
        super().__init__()
        self._term = term

    def explained(self) -> Path:
        """The table that its rows stand in."""
        return self._term

    def paintEvent(self, _event: QPaintEvent) -> None:
        """With the words cut to the room beside the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - theme.HALF
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class AskedBar(QWidget):
    """``asked`` is what is chosen; ``changed`` tells that a person chose otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document = Agreement()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.HALF)
        self._service = self._box("service", tr("Service"), 14)
        self._work = self._box("work", tr("Kind of work"), 8)
        self._impact = self._box("impact", tr("Impact"), 12)
        self._urgency = self._box("urgency", tr("Urgency"), 8)
        self._priority = self._box("priority", tr("Priority"), 8)
        self._channel = self._box("channel", tr("Reported by"), 14)
        for work in Work:
            self._work.addItem(told(_WORK[work]), work)
        for box in (self._impact, self._urgency):
            box.activated.connect(self._by_matrix)
        self._priority.activated.connect(self._by_hand)
        for box in (self._service, self._work, self._channel):
            box.activated.connect(lambda _: self.changed.emit())
        for one in (self._service, self._impact, self._urgency, self._priority, self._channel):
            one.currentTextChanged.connect(one.setToolTip)

    @property
    def asked(self) -> Asked:
        """What is chosen."""
        impact, urgency = self._impact.currentData(), self._urgency.currentData()
        by_matrix = impact is not None and urgency is not None
        return Asked(
            self._service.currentData(),
            self._work.currentData(),
            impact,
            urgency,
            None if by_matrix else self._priority.currentData(),
            self._channel.currentData(),
        )

    def show_document(self, document: Agreement, asked: Asked) -> None:
        """Offer what this document has, with this chosen as far as it is there."""
        self._document = document
        section = document.priorities
        self._fill(self._service, document.services.items, asked.service, tr("All services"))
        self._fill(self._impact, section.impacts, asked.impact, "–")
        self._fill(self._urgency, section.urgencies, asked.urgency, "–")
        self._fill(self._priority, section.levels, asked.priority, "–")
        self._fill(self._channel, document.channels.items, asked.channel, tr("Monitoring, at any hour"))
        self._work.setCurrentIndex(self._work.findData(asked.work))
        self._show_priority()

    def _box(self, name: str, words: str, letters: int) -> QComboBox:
        box = RowBox(_TERMS[name])
        box.setObjectName(f"what_if_{name}")
        box.setAccessibleName(words)
        box.setMinimumContentsLength(letters)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFixedHeight(4 * theme.GRID)
        column = self._grid.columnCount() if self._grid.count() else 0
        self._grid.addWidget(label(words, size="small", tint="muted"), 0, column)
        self._grid.addWidget(box, 1, column)
        self._grid.setColumnStretch(column, letters)
        return box

    def _fill(self, box: QComboBox, rows: Sequence[object], chosen: str | None, nothing: str) -> None:
        with QSignalBlocker(box):
            box.clear()
            box.addItem(nothing, None)
            for row in rows:
                box.addItem(self._words(row), getattr(row, "id", None))
            box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
            box.setToolTip(box.currentText())  # the signal that does so later is blocked here

    def _words(self, row: object) -> str:
        """1 · Company or site; P1 · Critical; the name alone where there is no code or the code stands in it."""
        code, name = getattr(row, "code", ""), getattr(row, "label", "") or getattr(row, "name", "")
        if code and name and len(code) <= 2:
            return f"{code} · {name}"
        return name or code or row_name(self._document, row)  # type: ignore[arg-type]

    def _by_matrix(self, _index: int) -> None:
        self._show_priority()
        self.changed.emit()

    def _show_priority(self) -> None:
        """What impact and urgency yield, once both are chosen."""
        asked = self.asked
        if asked.impact is not None and asked.urgency is not None:
            cells = self._document.priorities.matrix
            found = next(
                (one.priority for one in cells if (one.impact, one.urgency) == (asked.impact, asked.urgency)), None
            )
            self._priority.setCurrentIndex(max(0, self._priority.findData(found)) if found else 0)

    def _by_hand(self, _index: int) -> None:
        """A priority chosen by itself needs no impact and no urgency."""
        self._impact.setCurrentIndex(0)
        self._urgency.setCurrentIndex(0)
        self.changed.emit()
