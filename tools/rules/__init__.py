"""The table of all rules in docs/checks.md, made from the rules themselves and a plain line for each.

    python -m tools.rules

Add a line to ``lines.txt`` for a new rule; severity, kind and whether a button mends it come from its declaration.
"""

from __future__ import annotations

from pathlib import Path

from slaeditor.model.checks import RULES, Fault, Severity
from slaeditor.model.checks.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
LINES = Path(__file__).with_name("lines.txt")
BEGIN, END = "<!-- rules, by make rules -->", "<!-- end of the rules -->"
_GRADES = {Severity.ERROR: "**error**", Severity.WARNING: "warning", Severity.HINT: "hint"}
_KINDS = {
    Fault.INCONSISTENT: "inconsistent",
    Fault.INCONSISTENT_AT_TIMES: "inconsistent at times",
    Fault.DEAD: "dead",
    Fault.AMBIGUOUS: "ambiguous",
    Fault.INCOMPLETE: "incomplete",
    Fault.UNREACHABLE: "out of reach",
    Fault.HYGIENE: "hygiene",
}


def families() -> dict[str, dict[str, str]]:
    """The headings of ``lines.txt``, and under each the line of every rule by its id. ``ValueError`` for a rule named twice."""
    found: dict[str, dict[str, str]] = {}
    own: dict[str, str] = {}
    for line in LINES.read_text("utf-8").splitlines():
        if line.startswith("= "):
            own = found.setdefault(line.removeprefix("= "), {})
        elif line:
            rule, _, words = line.partition(" ")
            if any(rule in others for others in found.values()):
                raise ValueError(f"{rule} stands twice in {LINES.name}")
            own[rule] = words
    return found


def table() -> str:
    """All rules, a table for each family; the rule’s ``KeyError`` where a line belongs to none."""
    parts = []
    for heading, lines in families().items():
        rows = [f"| {rule} | {_about(RULES[rule])} | {words} |" for rule, words in lines.items()]
        parts.append(
            "\n".join(
                [f"### {heading}", "| rule | severity | kind | mends | is told when |", "|---|---|---|---|---|", *rows]
            )
        )
    return "\n\n".join(parts)


def page(old: str) -> str:
    """The page with its table as it is to be; what stands around the table is kept. ``ValueError`` without its marks."""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE.name} has no place for the table")
    return f"{before}{begin}\n{table()}\n{end}{after}"


def _about(rule: Rule) -> str:
    marks = ["✓" if rule.remedy is not None else "", "H" if rule.history else "", "F" if _only_in_files(rule) else ""]
    return f"{_GRADES[rule.severity]} | {_KINDS[rule.fault]} | {' '.join(mark for mark in marks if mark)}"


def _only_in_files(rule: Rule) -> bool:
    """Whether no document can break it, so that it reads none."""
    return rule.file_search is not None and not rule.reads
