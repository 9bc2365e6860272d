"""From the declaration of a table to the part that shows it; bespoke ones register by the type of their rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.agreement.hours import Opening
from slaeditor.model.agreement.maintenance import Blackout, Window
from slaeditor.model.agreement.needs import Link
from slaeditor.model.agreement.priorities import MatrixCell
from slaeditor.model.agreement.remedies import Threshold
from slaeditor.model.agreement.targets import Target
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, Row
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.part import Part


def _week(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.week import WeekPart

    return WeekPart(declared, context)


def _matrix(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.matrix import MatrixPart

    return MatrixPart(declared, context)


def _targets(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.targets import TargetsPart

    return TargetsPart(declared, context)


def _steps(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.steps import StepsPart

    return StepsPart(declared, context)


def _thresholds(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.thresholds import ThresholdsPart

    return ThresholdsPart(declared, context)


def _promises(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.allowance import PromisesPart

    return PromisesPart(declared, context)


def _month(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.month import MonthPart

    return MonthPart(declared, context)


def _links(declared: Field, context: Context) -> Part:
    from slaeditor.ui.forms.links import LinksPart

    return LinksPart(declared, context)


BESPOKE: Final[dict[type[Row], Callable[[Field, Context], Part]]] = {
    Opening: _week,
    MatrixCell: _matrix,
    Target: _targets,
    Step: _steps,
    Threshold: _thresholds,
    AvailabilityPromise: _promises,
    Window: _month,
    Blackout: _month,
    Link: _links,
}
"""Tables with a part of their own; each is loaded when it is first shown."""


@dataclass(frozen=True)
class Extra:
    """A tab of a section in which no term stands; ``make`` gives its part, which is shown the whole section."""

    title: str
    help: str
    make: Callable[[Context], Part]


def _invoice(context: Context) -> Part:
    from slaeditor.ui.forms.invoice import InvoicePart

    return InvoicePart(context)


EXTRAS: Final[dict[str, dict[str, Extra]]] = {
    "remedies": {
        "#invoice": Extra(
            say("Worked invoice"), say("The invoice of a month for typed results, step by step."), _invoice
        )
    }
}
"""Tabs after those of the terms, by section and key; no term has a name that begins like these keys."""

SHOWN_BY_FORMS: Final = frozenset({Kind.ROWS, Kind.GROUP})
"""The kinds that are no single values: tables are made here, groups are forms of their own."""


def embedded(declared: Field, context: Context) -> Part:
    """A new part for a table that stands in a form: its own, or a sheet of cells, as high as it needs."""
    from slaeditor.ui.forms.grid import Grid

    bespoke = BESPOKE.get(declared.type)
    return bespoke(declared, context) if bespoke else Grid(declared, context, embedded=True)
