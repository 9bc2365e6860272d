"""How each section stands: empty, complete, with findings, changed since the last revision; pure, so testable without a display."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.checks import Finding
from slaeditor.model.paths import Path
from slaeditor.model.terms import field
from slaeditor.ui.words import tr, trn

SHOWN = (*SECTIONS, "playbook")
"""The sections of the agreement, then what stands behind it."""


@dataclass(frozen=True)
class SectionState:
    """``number`` is 0 for what is internal; ``findings`` counts text that was not understood, too.

    Before the checks have run, ``checked`` is false: nothing can be called complete yet.
    """

    name: str
    number: int
    label: str
    empty: bool
    findings: int
    changed: bool
    checked: bool = True

    @property
    def words(self) -> str:
        """The state in words."""
        parts = []
        if self.findings:
            parts.append(trn("{count} finding", "{count} findings", self.findings))
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
    count = Counter(finding.paths[0][0] for finding in findings)
    count.update(path[0] for path in unparsed)
    return tuple(_state(document, base, name, count[name], checked) for name in SHOWN)


def _state(document: Agreement, base: Agreement | None, name: str, findings: int, checked: bool) -> SectionState:
    value = getattr(document, name)
    return SectionState(
        name=name,
        number=SECTIONS.index(name) + 1 if name in SECTIONS else 0,
        label=tr(field(Agreement, name).term.label),
        empty=value == type(value)(),
        findings=findings,
        changed=base is not None and getattr(base, name) is not value and getattr(base, name) != value,
        checked=checked,
    )
