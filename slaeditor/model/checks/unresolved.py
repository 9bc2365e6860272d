"""References that lead nowhere, after a row was removed or in a file from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model import paths, references, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks.finding import Finding, Severity
from slaeditor.model.edits import SetTerm
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind, Shape


def dangling_references(document: Agreement) -> Iterator[Finding]:
    """A finding for every reference that leads nowhere, with its removal as remedy where that leaves a meaning."""
    for path, missing in references.dangling(document):
        declared = paths.field_at(path)
        words = joined(" › ", text.place(document, path))
        what = _WHAT.get(declared.term.refers, "term") if declared.kind is not Kind.DURATION else "calendar"
        if declared.term.shape is Shape.RICH:
            what = "reference"
        remedy: SetTerm | None = None
        if declared.kind is Kind.REFERENCES:
            kept = tuple(identifier for identifier in paths.find(document, path) if identifier != missing)
            # an empty list may mean "all": taking the last one away would widen the term, so that is left to a person
            remedy = SetTerm(path, kept) if kept else None
        elif declared.kind is Kind.REFERENCE:
            remedy = SetTerm(path, None)
        yield Finding(
            "DANGLING",
            Severity.ERROR,
            (path,),
            say(
                "{place} names the {what} “{missing}”, which is not in the agreement.",
                place=words,
                what=say(what),
                missing=missing,
            ),
            remedy=remedy,
            remedy_name=say("Remove the reference") if remedy else "",
        )


_WHAT = {
    "calendars": "calendar", "services": "service", "sites": "site", "contacts": "contact", "impacts": "impact level",
    "urgencies": "urgency level", "priorities": "priority", "targets": "target", "channels": "channel", "reports": "report",
    "metrics": "metric",
}  # fmt: skip
