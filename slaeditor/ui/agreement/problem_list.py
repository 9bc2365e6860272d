"""What the Problems pane lists: findings and text that was not understood, and which of them a filter shows; pure."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Finding, Severity
from slaeditor.model.checks.acknowledging import Difference, acknowledgement, difference
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.terms import is_empty
from slaeditor.ui.forms.context import value_at, why_refused
from slaeditor.ui.spoken import place
from slaeditor.ui.words import told, tr, trn

_GRAVITY = {severity: number for number, severity in enumerate(Severity)}


class Which(enum.StrEnum):
    """The filters of the list."""

    OPEN = "open"
    ERRORS = "errors"
    WARNINGS = "warnings"
    HINTS = "hints"
    NEW = "new"
    STANDING = "standing"
    SOLVED = "solved"


@dataclass(frozen=True)
class Problem:
    """One line: what is wrong and where. ``finding`` is None for text that was typed and not understood.

    ``reason`` says why it stands, if somebody acknowledged it; ``new`` that the last revision did not have it, ``solved`` that
    only the last revision had it.
    """

    path: Path
    sentence: str
    severity: Severity
    finding: Finding | None = None
    reason: str = ""
    new: bool = False
    solved: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is left to do about it."""
        return not self.reason and not self.solved

    @property
    def keeps_from_issuing(self) -> bool:
        """Whether the agreement cannot be issued as long as it is open."""
        return self.is_open and self.severity is not Severity.HINT

    @property
    def remedy_name(self) -> str:
        """What the button says that mends it; empty when a person must."""
        if self.finding is None:
            return tr("Discard what was typed")
        return told(self.finding.remedy_name) if self.finding.remedy is not None and not self.solved else ""

    @property
    def may_stand(self) -> bool:
        """Whether it can be acknowledged."""
        return self.finding is not None and self.severity is Severity.WARNING and self.is_open


def problems(
    document: Agreement,
    findings: Iterable[Finding],
    unparsed: Mapping[Path, str],
    before: tuple[Finding, ...] | None = None,
) -> tuple[Problem, ...]:
    """Everything there is to say, what was typed and not understood first, then the gravest; ``before``: of the last revision.

    Of a term that is empty because its text was not understood only that is said, not that it is missing, too.
    """
    empty = {path for path in unparsed if is_empty(value_at(document, path))}
    made = [Problem(path, words, Severity.ERROR) for path, words in _refused(document, unparsed)]
    now = tuple(findings)
    became = difference(before, now, document) if before is not None else Difference()
    new = {(one.rule, one.paths[0]) for one in became.new}
    for one in sorted(now, key=lambda finding: _GRAVITY[finding.severity]):
        if one.paths[0] in empty:
            continue
        stands = acknowledgement(document, one)
        reason = stands.reason if stands is not None else ""
        made.append(
            Problem(one.paths[0], told(one.sentence), one.severity, one, reason, (one.rule, one.paths[0]) in new)
        )
    made += [Problem(one.paths[0], told(one.sentence), one.severity, one, solved=True) for one in became.solved]
    return tuple(made)


def _refused(document: Agreement, unparsed: Mapping[Path, str]) -> Iterable[tuple[Path, str]]:
    for path, typed in unparsed.items():
        try:
            declared = paths.field_at(path)
        except EditError:
            continue
        words = " › ".join(place(document, path)[1:])
        yield path, f"{words}: {why_refused(document, declared, typed)}"


def fits(problem: Problem, which: Which) -> bool:
    """Whether the filter shows it."""
    match which:
        case Which.OPEN:
            return problem.is_open
        case Which.ERRORS:
            return problem.is_open and problem.severity is Severity.ERROR
        case Which.WARNINGS:
            return problem.is_open and problem.severity is Severity.WARNING
        case Which.HINTS:
            return problem.is_open and problem.severity is Severity.HINT
        case Which.NEW:
            return problem.new
        case Which.STANDING:
            return bool(problem.reason)
        case Which.SOLVED:
            return problem.solved


def counts(listed: Iterable[Problem]) -> Mapping[Which, int]:
    """How many each filter shows."""
    return Counter(which for problem in listed for which in Which if fits(problem, which))


def standing_words(listed: Iterable[Problem]) -> str:
    """Whether the agreement can be issued, and what keeps it from that."""
    count = Counter(problem.severity for problem in listed if problem.keeps_from_issuing)
    if not count:
        return tr("may be issued")
    parts = []
    if errors := count[Severity.ERROR]:
        parts.append(trn("{count} error", "{count} errors", errors))
    if warnings := count[Severity.WARNING]:
        parts.append(trn("{count} warning", "{count} warnings", warnings))
    return tr("cannot be issued: {why}", why=", ".join(parts))
