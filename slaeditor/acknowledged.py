"""The acknowledged findings of a document, for the annex of an export."""

from __future__ import annotations

from slaeditor.export.context import Acknowledged
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import findings
from slaeditor.model.checks.acknowledging import standing
from slaeditor.model.checks.subject import Subject


def acknowledged(document: Agreement) -> tuple[Acknowledged, ...]:
    """Those that still stand as they were acknowledged, in the order of the sections."""
    subject = Subject(document)
    return tuple(
        Acknowledged(
            rule=one.rule,
            place=str(subject.words(one.paths[0])),
            finding=str(one.sentence),
            proof=str(one.witness),
            reason=known.reason,
            by=known.by,
            on=known.on,
        )
        for one, known in standing(document, findings(document)).acknowledged
    )
