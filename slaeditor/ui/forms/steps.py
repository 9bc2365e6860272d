"""The steps of an escalation path: a ladder over time, for one of the targets that it belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy

from slaeditor.model import paths
from slaeditor.model.agreement.escalation import Path as EscalationPath
from slaeditor.model.agreement.targets import Target
from slaeditor.model.ladder import judged, ladder
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.ladder import LadderDrawing
from slaeditor.ui.drawn.ladder_words import mark_name
from slaeditor.ui.editors.typed import clock_name
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.drawn_table import DrawnTable
from slaeditor.ui.pieces import ElidedBox, label, line
from slaeditor.ui.spoken import row_name
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr


class StepsPart(DrawnTable):
    """Where several targets belong to the path, one of them is chosen for the drawing; nothing is stored of that."""

    def __init__(self, declared: Field, context: Context) -> None:
        self._ladder = LadderDrawing()
        super().__init__(declared, context, self._ladder)
        self._targets: tuple[Target, ...] = ()
        self.choice = ElidedBox(self)
        self.choice.setObjectName("ladder_target")
        self.choice.setAccessibleName(tr("Drawn for the targets of"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(6)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(lambda _: self.draw())
        self._caption = label(tr("Drawn for"), tint="muted", size="small")
        self._caption.setBuddy(self.choice)
        row = line(spacing=GRID)
        row.addWidget(self._caption)
        row.addWidget(self.choice, 1)
        self.box.insertLayout(0, row)
        self._hint = label(tint="muted", size="small", wrap=True, name="ladder_hint")
        self.box.insertWidget(2, self._hint)

    def draw(self) -> None:
        """Steps and targets as the document has them."""
        document = self.context.document
        owner = paths.find(document, self.path[:-1])
        assert isinstance(owner, EscalationPath)
        found = judged(document, owner)
        if found != self._targets:
            kept = self.choice.currentData()
            self.choice.clear()
            for one in found:
                self.choice.addItem(row_name(document, one), one.id)
            self.choice.setCurrentIndex(max(0, self.choice.findData(kept)) if found else -1)
            self._targets = found
        self.choice.setToolTip(self.choice.currentText())
        self.choice.setVisible(len(found) > 1)
        self._caption.setVisible(len(found) > 1)
        target = next((one for one in found if one.id == self.choice.currentData()), None)
        shown = ladder(owner.steps, target)
        self._ladder.show_ladder(document, shown)
        told = [
            tr(
                "{target}: {limit} ({clock}), on another clock.",
                target=mark_name(mark.time),
                limit=mark.limit.short(),
                clock=clock_name(document, mark.limit.calendar),
            )
            for mark in shown.elsewhere
        ]
        if not owner.steps:
            told.append(tr("No steps yet: those added below are drawn here."))
        if not found:
            told.append(
                tr("No target has the priorities of this path, so none is marked and percentages have no time.")
            )
        elif any(lane.breach for lane in shown.lanes):
            told.append(tr("Hatched: the target is missed. A diamond is a step meant for after the breach."))
        self._hint.setText(" ".join(told))
        self._hint.setVisible(bool(told))
