"""The thresholds of a credit schedule: drawn as steps over the attained level and as bands, edited in the table below."""

from __future__ import annotations

from slaeditor.model import paths
from slaeditor.model.agreement.remedies import Basis, CreditSchedule
from slaeditor.model.credit_bands import bands, direction_of, judged_metrics
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.credit_steps import Credits, CreditSteps
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.drawn_table import DrawnTable
from slaeditor.ui.pieces import label
from slaeditor.ui.words import tr


class ThresholdsPart(DrawnTable):
    """Targets and caps that cannot be marked in the drawing are told below it."""

    def __init__(self, declared: Field, context: Context) -> None:
        self._steps = CreditSteps()
        super().__init__(declared, context, self._steps)
        self._hint = label(tint="muted", size="small", wrap=True, name="credit_hint")
        self.box.insertWidget(1, self._hint)

    def draw(self) -> None:
        """Thresholds, target and caps as the document has them."""
        document = self.context.document
        schedule = paths.find(document, self.path[:-1])
        assert isinstance(schedule, CreditSchedule)
        metrics = judged_metrics(document, schedule)
        direction = direction_of(metrics)
        units = {metric.unit for metric in metrics}
        targets = {metric.target for metric in metrics}
        cap = document.remedies.monthly_cap
        whole = schedule.basis is Basis.WHOLE_FEE
        self._steps.show_credits(
            Credits(
                bands=bands(schedule.thresholds, direction),
                direction=direction,
                unit=units.pop() if len(units) == 1 else "",
                target=targets.pop() if len(targets) == 1 else None,
                cap=cap if whole else None,
            )
        )
        told = []
        if cap is not None and not whole:
            told.append(
                tr(
                    "Monthly cap: {percent} of the fee of all services; the credits here are of the service's fee.",
                    percent=cap,
                )
            )
        if (yearly := document.remedies.yearly_cap) is not None:
            told.append(tr("Yearly cap: {percent} of the fee of all services.", percent=yearly))
        if len({metric.direction for metric in metrics}) > 1:
            told.append(tr("The metrics do not agree on which result is better; drawn as if higher is better."))
        self._hint.setText(" ".join(told))
        self._hint.setVisible(bool(told))
