"""What is wrong with a file that is no document of ours, in the words of the rules that our types keep by themselves."""

from __future__ import annotations

from slaeditor.model.checks.finding import Finding
from slaeditor.model.checks.table import RULES


def faults(data: object) -> tuple[Finding, ...]:
    """The rules that the JSON of a file (dicts, lists and plain values of any shape) breaks and that no document can break."""
    return tuple(finding for rule in RULES.values() for finding in rule.faults(data))
