"""What the scenes about credits do: the worked invoice of the sample, of an agreement with many promises, and of one without any."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from PySide6.QtWidgets import QLineEdit, QScrollArea

from slaeditor.model.agreement.remedies import Basis, CreditSchedule, OccurrenceCredit, Threshold
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Money, Number, Percent
from slaeditor.ui.forms.section_form import SectionForm
from tools.stage import Stage

REMEDIES = ("remedies",)


def invoice(stage: Stage) -> None:
    """As it is shown first."""
    form = stage.find(SectionForm, "section_remedies")
    form.bar.setCurrentIndex(form.tabs.index("#invoice"))
    stage.wait()


def crowded_invoice(stage: Stage) -> None:
    """A dozen metrics, misses of one event, an event that happened too often, both caps reached, and a result that is none."""
    document = stage.document
    ladder = tuple(
        Threshold(id=f"t{number}", below=Number(below), credit=Percent(credit))
        for number, (below, credit) in enumerate((("95", "4"), ("90", "8"), ("80", "12")))
    )
    more = tuple(
        CreditSchedule(
            id=f"s{number}",
            name=f"In time {number}",
            metrics=(f"{time}:{target.id}",),
            basis=Basis.WHOLE_FEE,
            thresholds=ladder,
        )
        for number, (target, time) in enumerate(
            (target, time) for target in document.targets.items[:4] for time in ("response", "restore")
        )
    )
    event = OccurrenceCredit(id="e", name="Theatre list moved for a failure", amount=Money(Decimal(400), "EUR"), most=3)
    given = document.remedies
    given = msgspec.structs.replace(given, schedules=(*given.schedules, *more), occurrences=(event,))
    do = stage.window.shell.session.do
    do(SetTerm((*REMEDIES, "schedules"), given.schedules))
    do(SetTerm((*REMEDIES, "occurrences"), given.occurrences))
    stage.wait()
    invoice(stage)
    first, second = (f"{time}:{document.targets.items[0].id}" for time in ("response", "restore"))
    for metric, text in ((first, "82"), (second, "70"), ("availability:av-billing:billing", "many")):
        field = stage.find(QLineEdit, f"measured_{metric}")
        field.setText(text)
        field.textEdited.emit(text)
    for metric in (first, second):
        cause = stage.find(QLineEdit, f"event_{metric}")
        cause.setText("A")
        cause.textEdited.emit("A")
    credited = stage.find(QLineEdit, "invoice_credited")
    credited.setText("54000")
    credited.textEdited.emit("54000")
    credited.editingFinished.emit()
    stage.wait()


def empty_invoice(stage: Stage) -> None:
    """Nothing is credited."""
    stage.window.shell.session.do(SetTerm((*REMEDIES, "schedules"), ()))
    stage.wait()
    invoice(stage)


def lower_part(stage: Stage) -> None:
    """The invoice below what was typed."""
    bar = stage.find(QScrollArea, "invoice_area").verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.wait()
