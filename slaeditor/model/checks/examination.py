"""Examining a document again and again: a rule is asked again only when a part of the document that it reads has changed."""

from __future__ import annotations

from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.checks.finding import Finding, Severity
from slaeditor.model.checks.rule import Rule
from slaeditor.model.checks.subject import Past, Subject
from slaeditor.model.checks.table import RULES

_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


class Examination:
    """Keeps what each rule found last; parts of a document are frozen, so the same part has the same findings."""

    def __init__(self) -> None:
        self._document: Agreement | None = None
        self._past: Past | None = None
        self._found: dict[str, tuple[Finding, ...]] = {}

    def findings(self, document: Agreement, past: Past | None = None) -> tuple[Finding, ...]:
        """All findings of the document, in the order of the sections and, within one, the gravest first."""
        subject = Subject(document, past)
        changed = self._changed(document)
        for rule in sorted(RULES.values(), key=lambda rule: rule.history):
            if rule.history and not subject.others:
                subject.others = tuple(one for found in self._found.values() for one in found)
            if rule.id in self._found and not (changed & set(rule.reads)) and (not rule.history or past == self._past):
                continue
            self._found[rule.id] = tuple(rule.findings(subject)) if _asked(rule, subject) else ()
        self._document, self._past = document, past
        return tuple(sorted((one for found in self._found.values() for one in found), key=_place))

    def _changed(self, document: Agreement) -> frozenset[str]:
        before = self._document
        if before is None:
            return frozenset(Agreement.__struct_fields__)
        return frozenset(
            name for name in Agreement.__struct_fields__ if getattr(before, name) is not getattr(document, name)
        )


def _asked(rule: Rule, subject: Subject) -> bool:
    return (rule.standards or not subject.is_standard) and (not rule.history or subject.past is not None)


def _place(finding: Finding) -> tuple[int, int]:
    section = finding.paths[0][0]
    return (SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)), _GRAVITY[finding.severity]
