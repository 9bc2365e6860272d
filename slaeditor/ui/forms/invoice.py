"""A worked invoice: results of a month are typed, and each step to what is due is shown. Nothing of it belongs to the document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.remedies import OccurrenceCredit
from slaeditor.model.arithmetic.example import example
from slaeditor.model.arithmetic.invoice import invoice
from slaeditor.model.arithmetic.lines import lines
from slaeditor.model.arithmetic.results import Measured, judged_in
from slaeditor.model.arithmetic.steps import Standing
from slaeditor.model.money_effect import total_fee
from slaeditor.model.paths import Path
from slaeditor.ui.drawn.invoice_sheet import InvoiceSheet
from slaeditor.ui.focus_order import follow
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.invoice_inputs import InvoiceInputs
from slaeditor.ui.forms.part import Part, scrolled
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.theme import GRID, WIDE, WIDER
from slaeditor.ui.words import tr


class InvoicePart(Part):
    """Begins with an example that follows from the agreement; what a person types stays as long as the window is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.inputs = InvoiceInputs(*_asked(context.document))
        self.sheet = InvoiceSheet()
        self._shown: tuple[Any, ...] = ()
        self._touched = False
        inner = QWidget()
        box = column(inner, spacing=GRID)
        box.setContentsMargins(WIDER, WIDE, WIDER, WIDE)
        self._intro = label(wrap=True, tint="muted", name="invoice_intro")
        box.addWidget(self._intro)
        box.addWidget(self.inputs)
        buttons = line(spacing=GRID)
        self._example = button(tr("Example"), self._fill, kind="flat", name="invoice_example")
        self._example.setToolTip(tr("Results of a month in which two metrics are missed"))
        self._clear = button(tr("Clear"), self._empty, kind="flat", name="invoice_clear")
        for one in (self._example, self._clear):
            buttons.addWidget(one)
        buttons.addStretch(1)
        box.addLayout(buttons)
        self._refused = label(wrap=True, tint="worse", name="invoice_refused")
        box.addWidget(self._refused)
        box.addSpacing(GRID)
        box.addWidget(self.sheet)
        box.addStretch(1)
        column(self).addWidget(scrolled(inner, "invoice_area"))
        self.inputs.changed.connect(self._typed)
        self.sheet.opened.connect(self._lead)

    def show_at(self, path: Path, value: Any) -> None:
        """Compute with the document as it is now."""
        self.path = path
        document = self.context.document
        shown = (document.remedies, document.services, document.availability, document.targets, document.metrics)
        if len(shown) == len(self._shown) and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        metrics, events, currency = _asked(document)
        self.inputs.show_rows(metrics, events, currency)
        follow((*self.inputs.way, self._example, self._clear, self.sheet))
        judges = bool(metrics or events)
        for part in (self.inputs, self._example, self._clear):
            part.setVisible(judges)
        if not judges:
            self._intro.setText(tr("No credit schedule judges a metric yet, so there is nothing to compute."))
        elif not currency:
            self._intro.setText(
                tr(
                    "The invoice needs the monthly fee of every service, all in one currency. Without it only credits are told."
                )
            )
        else:
            self._intro.setText(
                tr(
                    "Type what was measured in a month, and the same letter where one event caused several misses. It is not "
                    "saved and is no part of the agreement."
                )
            )
        if self._touched:
            self._compute()
        else:
            self._fill()

    def reveal(self, path: Path) -> bool:
        """The first field; no term stands here."""
        self.inputs.way[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fill(self) -> None:
        self.inputs.fill(example(self.context.document))
        self._touched = False

    def _empty(self) -> None:
        self.inputs.fill(Measured())

    def _typed(self) -> None:
        self._touched = True
        self._compute()

    def _compute(self) -> None:
        measured, credited, refused = self.inputs.measured()
        self._refused.setText(refused)
        self._refused.setVisible(bool(refused))
        found = invoice(self.context.document, measured, Standing(credited))
        shown = lines(found)
        self.sheet.show_lines(shown)
        self.sheet.setVisible(bool(shown) and not self.inputs.isHidden())

    def _lead(self, key: str) -> None:
        if path := self.sheet.path_of(key):
            self.context.went.emit(path)


def _asked(document: Agreement) -> tuple[tuple[Metric, ...], tuple[OccurrenceCredit, ...], str]:
    """The metrics and events that are asked for, and the currency of the fees; empty when there is no one fee of all."""
    fee = total_fee(document)
    return judged_in(document), document.remedies.occurrences, fee.currency if fee is not None else ""
