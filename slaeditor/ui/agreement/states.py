"""How each section stands: empty, complete, with findings, changed since the last revision; pure, so testable without a display."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.checks import Finding, Severity
from slaeditor.model.paths import Path
from slaeditor.model.terms import field
from slaeditor.ui.words import tr, trn

SHOWN = (*SECTIONS, "playbook")
"""The sections of the agreement, then what stands behind it."""


@dataclass(frozen=True)
class SectionState:
    """``number`` is 0 for what is internal; ``findings`` counts text that was not understood, too, ``errors`` those of
    them that nobody can acknowledge.

    Before the checks have run, ``checked`` is false: nothing can be called complete yet.
    """

    name: str
    number: int
    label: str
    empty: bool
    findings: int
    changed: bool
    checked: bool = True
    errors: int = 0

    @property
    def words(self) -> str:
        """The state in words."""
        parts = []
        if self.findings:
            parts.append(trn("{count} finding", "{count} findings", self.findings))
        if self.errors:
            parts.append(trn("{count} error", "{count} errors", self.errors))
        parts.append(tr("empty") if self.empty else "" if self.findings or not self.checked else tr("complete"))
        if self.changed:
            parts.append(tr("changed since the last revision"))
        return ", ".join(part for part in parts if part)


def section_states(
    document: Agreement,
    base: Agreement | None,
    findings: Iterable[Finding],
    unparsed: Iterable[Path],
    *,
    checked: bool = True,
) -> tuple[SectionState, ...]:
    """The state of every section, in their order; ``checked`` says whether the findings are known already."""
    found, unclear = tuple(findings), Counter(path[0] for path in unparsed)
    count = Counter(finding.paths[0][0] for finding in found) + unclear
    grave = Counter(finding.paths[0][0] for finding in found if finding.severity is Severity.ERROR) + unclear
    return tuple(_state(document, base, name, count[name], checked, grave[name]) for name in SHOWN)


def _state(
    document: Agreement, base: Agreement | None, name: str, findings: int, checked: bool, errors: int
) -> SectionState:
    value = getattr(document, name)
    return SectionState(
        name=name,
        number=SECTIONS.index(name) + 1 if name in SECTIONS else 0,
        label=tr(field(Agreement, name).term.label),
        empty=value == type(value)(),
        findings=findings,
        changed=base is not None and getattr(base, name) is not value and getattr(base, name) != value,
        checked=checked,
        errors=errors,
    )
