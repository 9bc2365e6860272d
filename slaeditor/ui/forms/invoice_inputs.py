"""Where the results of a month are typed for a worked invoice: a line for each metric that a schedule judges, and for each event."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import OccurrenceCredit
from slaeditor.model.arithmetic.results import Happened, Measured, Result, agreed_level, level_text
from slaeditor.model.errors import ParseError
from slaeditor.model.quantities import NBSP, Money, Number, Percent
from slaeditor.ui.pieces import label
from slaeditor.ui.theme import GRID, HALF, WIDE, restyle
from slaeditor.ui.words import told, tr

_WHOLE = 100
_FIELD, _NARROW = 14 * GRID, 8 * GRID


class InvoiceInputs(QWidget):
    """What is typed stays until the window closes; it is no part of the document. ``changed`` tells that it is other than before."""

    changed = Signal()

    def __init__(self, metrics: Sequence[Metric], events: Sequence[OccurrenceCredit], currency: str) -> None:
        super().__init__()
        self._results: dict[str, QLineEdit] = {}
        self._causes: dict[str, QLineEdit] = {}
        self._times: dict[str, QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(WIDE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        self._asked = (tuple(metrics), tuple(events), currency)
        self.credited = self._make("")

    def show_rows(self, metrics: Sequence[Metric], events: Sequence[OccurrenceCredit], currency: str) -> None:
        """Ask for these; what was typed for those that stay is kept."""
        asked = (tuple(metrics), tuple(events), currency)
        if asked == self._asked:
            return
        self._asked = asked
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.credited = self._make(self.credited.text())

    def _make(self, credited: str) -> QLineEdit:
        """The lines from top to bottom, which is the order of the keys; the last field is given back."""
        metrics, events, currency = self._asked
        typed = {one: field.text() for one, field in self._results.items()}
        causes = {one: field.text() for one, field in self._causes.items()}
        times = {one: field.text() for one, field in self._times.items()}
        self._results, self._causes, self._times = {}, {}, {}
        for number, head in enumerate((tr("Metric"), tr("Agreed"), tr("Measured"), tr("Same event"))):
            if number < 3 or len(metrics) > 1:
                side = Qt.AlignmentFlag.AlignLeft if number in (0, 3) else Qt.AlignmentFlag.AlignRight
                self._grid.addWidget(label(head, tint="muted", size="small"), 0, number, side)
        for metric in metrics:
            self._metric(metric, typed.get(metric.id, ""), causes.get(metric.id, ""))
        for event in events:
            self._event(event, times.get(event.id, ""))
        row = self._grid.rowCount()
        words = label(tr("Credited before in the contract year"), wrap=True)
        field = self._field("invoice_credited", words.text(), credited)
        words.setBuddy(field)
        field.setPlaceholderText(currency)
        field.editingFinished.connect(self._group)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(field, row, 2)
        return field

    def fill(self, measured: Measured) -> None:
        """Type these results; everything else is emptied."""
        for one, field in self._results.items():
            found = measured.of(one)
            field.setText("" if found is None else str(found.value))
        for field in self._causes.values():
            field.clear()
        known = {one.row: one.times for one in measured.happened}
        for row, field in self._times.items():
            field.setText(str(known[row]) if row in known else "")
        self.credited.clear()
        self.changed.emit()

    def measured(self) -> tuple[Measured, Decimal, str]:
        """What was typed, what was credited before, and a sentence on what was not understood; empty when all was."""
        refused = ""
        results = []
        for metric in self._asked[0]:
            field = self._results[metric.id]
            value, said = _number(field.text(), metric)
            _mark(field, said)
            refused = refused or (f"{metric.name}: {said}" if said else "")
            cause = self._causes.get(metric.id)
            if value is not None:
                results.append(Result(metric.id, value, cause.text().strip().casefold() if cause is not None else ""))
        happened = tuple(Happened(row, int(field.text())) for row, field in self._times.items() if field.text())
        credited, said = _amount(self.credited.text(), self._asked[2])
        _mark(self.credited, said)
        return Measured(tuple(results), happened), credited, refused or said

    @property
    def way(self) -> tuple[QWidget, ...]:
        """The fields from line to line, as Tab is to go through them."""
        pairs = ((field, self._causes.get(one)) for one, field in self._results.items())
        inner = (one for pair in pairs for one in pair if one is not None)
        return (*inner, *self._times.values(), self.credited)

    def _group(self) -> None:
        """What was credited before stands there as the invoice prints it: 54000 becomes 54,000.00."""
        currency = self._asked[2]
        credited, said = _amount(self.credited.text(), currency)
        if currency and credited and not said:
            self.credited.setText(str(Money(credited, currency)).partition(NBSP)[2])

    def _metric(self, metric: Metric, text: str, cause: str) -> None:
        row = self._grid.rowCount()
        name = label(metric.name, wrap=True)
        level = agreed_level(metric)
        field = self._field(f"measured_{metric.id}", tr("Measured: {metric}", metric=metric.name), text)
        self._results[metric.id] = field
        self._grid.addWidget(name, row, 0)
        agreed = label("" if level is None else level_text(metric, level), tint="muted")
        self._grid.addWidget(agreed, row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(field, row, 2)
        if len(self._asked[0]) > 1:
            event = self._field(f"event_{metric.id}", tr("Same event: {metric}", metric=metric.name), cause)
            event.setToolTip(tr("Misses with the same letter come from one event."))
            event.setMaxLength(3)
            event.setFixedWidth(_NARROW)
            event.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._causes[metric.id] = event
            self._grid.addWidget(event, row, 3)

    def _event(self, event: OccurrenceCredit, times: str) -> None:
        row = self._grid.rowCount()
        field = self._field(f"times_{event.id}", tr("How often: {event}", event=event.name), times)
        field.setValidator(QIntValidator(0, 999, field))
        field.setPlaceholderText("0")
        self._times[event.id] = field
        self._grid.addWidget(label(event.name, wrap=True), row, 0)
        self._grid.addWidget(label(tr("how often"), tint="muted"), row, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(field, row, 2)

    def _field(self, name: str, words: str, text: str) -> QLineEdit:
        made = QLineEdit(text, self)
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setFixedWidth(_FIELD)
        made.textEdited.connect(lambda _: self.changed.emit())
        return made


def _number(text: str, metric: Metric) -> tuple[Number | None, str]:
    """The typed result, or why it is none; nothing for an empty field. No share of what should be is above the whole."""
    share = metric.unit == "%"
    if not text.strip():
        return None, ""
    try:
        found = Number(Percent.parse(text).value) if share else Number.parse(text)
    except ParseError as error:
        return None, told(error)
    if share and metric.direction is Direction.HIGHER_IS_BETTER and not 0 <= found.value <= _WHOLE:
        return None, tr("“{text}” is no share: it is from 0 to 100%.", text=text.strip())
    return found, ""


def _amount(text: str, currency: str) -> tuple[Decimal, str]:
    if not text.strip():
        return Decimal(0), ""
    try:
        found = Money.parse(text, currency)
    except ParseError as error:
        return Decimal(0), told(error)
    if currency and found.currency != currency:
        return Decimal(0), tr("The fees are in {currency}.", currency=currency)
    return max(Decimal(0), found.amount), ""


def _mark(field: QLineEdit, said: str) -> None:
    if bool(field.property("refused")) != bool(said):
        field.setProperty("refused", bool(said))
        restyle(field)
    field.setToolTip(said)
