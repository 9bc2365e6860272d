"""What the agreement lacks or contradicts: pure functions of the document that yield findings, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.checks.finding import Finding, Severity
from slaeditor.model.checks.obligatory import missing_terms
from slaeditor.model.checks.unresolved import dangling_references

FAMILIES: tuple[Callable[[Agreement], Iterator[Finding]], ...] = (missing_terms, dangling_references)
"""Every family of rules."""


def findings(document: Agreement) -> tuple[Finding, ...]:
    """All findings, in the order of the sections and, within one, the gravest first. Never raises on a document that loads."""
    found = [finding for family in FAMILIES for finding in family(document)]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    section = finding.paths[0][0]
    return (SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)), list(Severity).index(finding.severity)


__all__ = ["FAMILIES", "Finding", "Severity", "findings"]
