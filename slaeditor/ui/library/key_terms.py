"""The few terms by which people know an agreement, for the library's details; pure, so testable without a display."""

from __future__ import annotations

from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.targets import Work
from slaeditor.model.paths import Path
from slaeditor.model.terms import is_empty
from slaeditor.ui.spoken import row_name, value_text
from slaeditor.ui.words import capital, told, tr

MOST_NAMES = 4


def key_terms(document: Agreement) -> tuple[tuple[str, str], ...]:
    """Label and text of each key term that the agreement says something about."""
    found = [
        (tr("Services"), _names([row_name(document, service) for service in document.services.items])),
        (tr("Service hours"), _value(document, ("hours", "service_hours"))),
        (tr("Support hours"), _value(document, ("hours", "support_hours"))),
        (tr("Availability"), _availability(document)),
        (tr("Highest priority"), _highest(document)),
        (tr("Monthly cap of credits"), _value(document, ("remedies", "monthly_cap"))),
        (tr("Initial term"), _value(document, ("identity", "initial_months"))),
        (tr("Governing law"), capital(_value(document, ("identity", "governing_law")))),
    ]
    return tuple((label, words) for label, words in found if words)


def _value(document: Agreement, path: Path) -> str:
    value: Any = paths.find(document, path)
    return value_text(document, paths.field_at(path), value)


def _names(names: list[str]) -> str:
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES] if more > 1 else names)
    return tr("{names} and {number} more", names=shown, number=more) if more > 1 else shown


def _availability(document: Agreement) -> str:
    values = sorted({promise.percent for promise in document.availability.promises if promise.percent is not None})
    if not values:
        return ""
    return str(values[0]) if len(values) == 1 else tr("{least} to {most}", least=values[0], most=values[-1])


def _highest(document: Agreement) -> str:
    """The times of the first priority's first target for incidents."""
    if not document.priorities.levels:
        return ""
    first = document.priorities.levels[0]
    for target in document.targets.items:
        if target.priority == first.id and target.work is Work.INCIDENT:
            times = ((tr("response"), target.response), (tr("restore"), target.restore))
            said = [f"{name} {told(time.length())}" for name, time in times if not is_empty(time) and time is not None]
            return f"{row_name(document, first)}: {', '.join(said)}" if said else ""
    return ""
