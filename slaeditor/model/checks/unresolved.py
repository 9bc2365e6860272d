"""References that lead nowhere, after a row was removed or in a file from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model import paths, text
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind, Shape

TABLE = Table()


def dangling(subject: Subject, rule: str) -> Iterator[Hit]:
    """The references that lead nowhere of which ``rule`` tells, with their removal as remedy where that leaves a meaning.

    The values are ``place``, ``what`` (calendar, service …) and ``missing`` (the id or place that is named).
    """
    for path, missing in subject.dangling:
        if _rule_of(path) == rule:
            yield Hit(
                (path,),
                {
                    "place": joined(" › ", text.place(subject.document, path)),
                    "what": say(_what(path)),
                    "missing": missing,
                },
                remedy=_removal(subject, path, missing),
            )


@TABLE.rule(
    "DANGLING",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place} names the {what} “{missing}”, which is not in the agreement."),
    reads=EVERYTHING,
    remedy=say("Remove the reference"),
)
def _(subject: Subject) -> Iterator[Hit]:
    yield from dangling(subject, "DANGLING")


def _rule_of(path: Path) -> str:
    """The rule that tells of a reference at ``path``, when it leads nowhere."""
    declared = paths.field_at(path)
    if declared.kind in (Kind.REFERENCE, Kind.REFERENCES) and declared.term.refers in ("services", "metrics"):
        return "SVC-02"
    return "TXT-06" if declared.term.shape is Shape.RICH else "DANGLING"


def _removal(subject: Subject, path: Path, missing: str) -> SetTerm | None:
    declared = paths.field_at(path)
    if declared.kind is Kind.REFERENCES:
        kept = tuple(identifier for identifier in paths.find(subject.document, path) if identifier != missing)
        # an empty list may mean "all": taking the last one away would widen the term, so that is left to a person
        return SetTerm(path, kept) if kept else None
    return SetTerm(path, None) if declared.kind is Kind.REFERENCE else None


def _what(path: Path) -> str:
    declared = paths.field_at(path)
    if declared.term.shape is Shape.RICH:
        return "reference"
    return "calendar" if declared.kind is Kind.DURATION else _WHAT.get(declared.term.refers, "term")


_WHAT = {
    "calendars": "calendar", "services": "service", "sites": "site", "contacts": "contact", "impacts": "impact level",
    "urgencies": "urgency level", "priorities": "priority", "targets": "target", "channels": "channel", "reports": "report",
    "metrics": "metric",
}  # fmt: skip
