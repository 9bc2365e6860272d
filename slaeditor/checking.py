"""What the command that examines documents looks at and prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slaeditor import named
from slaeditor.making import now
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import RULES, Finding, Past, acknowledging


def asked_for(library: Path | None, name: str) -> tuple[Agreement, Past | None]:
    """The document, and its history if it stands in the library."""
    if name.startswith(named.STANDARD) or Path(name).is_file():
        return named.anything(library, name).document, None
    from slaeditor.past import past_of

    with named.open_library(library) as opened:
        found = named.in_library(opened, name)
        customer = found.document.parties.customer.legal_name
        return found.document, past_of(opened, found.agreement, customer, now().date())


def line(document: Agreement, finding: Finding) -> str:
    """One finding for people: severity, rule, place, sentence, witness, and why it stands if somebody said so."""
    place = paths.text_of(finding.paths[0])
    known = acknowledging.acknowledgement(document, finding)
    words = [finding.severity.value, finding.rule, f"{place}:", str(finding.sentence)]
    if finding.witness:
        words.append(f"[{finding.witness}]")
    if known is not None:
        words.append(f"(acknowledged by {known.by or '–'}: {known.reason})")
    return " ".join(words)


def described(document: Agreement, finding: Finding) -> dict[str, Any]:
    """One finding for programs."""
    known = acknowledging.acknowledgement(document, finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "class": RULES[finding.rule].fault.value,
        "paths": [paths.text_of(path) for path in finding.paths],
        "sentence": str(finding.sentence),
        "witness": str(finding.witness),
        "remedy": str(finding.remedy_name),
        "acknowledged": None
        if known is None
        else {"reason": known.reason, "by": known.by, "on": known.on.isoformat() if known.on else None},
    }
