"""What the agreement lacks or contradicts: rules in one table, each a pure function of the document that yields findings."""

from __future__ import annotations

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks.examination import Examination
from slaeditor.model.checks.finding import Fault, Finding, Severity
from slaeditor.model.checks.subject import Filed, Past
from slaeditor.model.checks.table import RULES


def findings(document: Agreement, past: Past | None = None) -> tuple[Finding, ...]:
    """All findings, in the order of the sections and, within one, the gravest first. Never raises on a document that loads.

    Rules about the history are asked only when ``past`` tells it.
    """
    return Examination().findings(document, past)


__all__ = ["RULES", "Examination", "Fault", "Filed", "Finding", "Past", "Severity", "findings"]
