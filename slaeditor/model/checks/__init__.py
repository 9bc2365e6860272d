"""What the agreement lacks or contradicts: rules in one table, each a pure function of the document that yields findings."""

from __future__ import annotations

from threading import Lock

from slaeditor.model.agreement import Agreement
from slaeditor.model.checks.acknowledging import standing
from slaeditor.model.checks.examination import Examination
from slaeditor.model.checks.finding import Fault, Finding, Severity
from slaeditor.model.checks.subject import Filed, Past
from slaeditor.model.checks.table import RULES


def findings(document: Agreement, past: Past | None = None) -> tuple[Finding, ...]:
    """All findings, in the order of the sections and, within one, the gravest first. Never raises on a document that loads.

    Rules about the history are asked only when ``past`` tells it.
    """
    return Examination().findings(document, past)


_latest = Examination()
_one_at_a_time = Lock()


def open_findings(document: Agreement, past: Past | None = None) -> tuple[Finding, ...]:
    """The findings that keep the document from being issued: errors, and warnings that nobody has acknowledged.

    What was found last is remembered, so that asking after every edit costs little; any thread may ask.
    """
    with _one_at_a_time:
        found = _latest.findings(document, past)
    state = standing(document, found)
    return (*state.errors, *state.warnings)


__all__ = ["RULES", "Examination", "Fault", "Filed", "Finding", "Past", "Severity", "findings", "open_findings"]
