"""LEG-04: sentences that give a duty to the other party than the tables do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model.agreement.parties import Side
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say

TABLE = Table()

_SAID = re.compile(
    r"\bthe (customer|provider) (?:shall|must|will|has to|is to|is obliged to|undertakes to|has failed to|fails to|failed to)"
    r"\s+([^.;,:\n]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    (
        "the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "any", "all", "each", "every", "of", "to", "for",
        "in", "on", "by", "with", "and", "or", "up", "out", "at", "from", "own", "promptly", "also", "always",
    )
)  # fmt: skip
_GIVE = ("give", "deliver", "provide", "send", "submit", "present", "issue", "prepare")
_ENOUGH = 3
_REPORTED = ("", "availability", "results", "figures", "service levels")
"""To report what happened is everybody's; to report nothing else than this is the Provider's."""

Fact = tuple[tuple[str, ...], bool, Side, Path]
"""The words of a duty, whether a sentence may go on after them, the party that has it, and where that is said."""


@TABLE.rule(
    "LEG-04",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{place} gives a duty to the {said}; by “{duty}” it is that of the {right}."),
    reads=("responsibilities", "legal", "exclusions", "review", "availability", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    facts: dict[str, list[Fact]] = {}
    for fact in _facts(subject):
        facts.setdefault(fact[0][0], []).append(fact)
    for place, text in _texts(subject):
        for found in _SAID.finditer(text):
            side = Side.CUSTOMER if found[1].lower() == "customer" else Side.PROVIDER
            said = _words(found[2])
            if not said or said[0] == "not":
                continue
            for words, goes_on, right, path in facts.get(said[0], ()):
                if right is not side and words == (said[: len(words)] if goes_on else said):
                    values = {
                        "place": subject.words(place),
                        "said": say("Customer") if side is Side.CUSTOMER else say("Provider"),
                        "right": say("Provider") if side is Side.CUSTOMER else say("Customer"),
                        "duty": subject.words(path),
                    }
                    yield Hit((place, path), values, " ".join(found[0].split()))
                    break


def _words(text: str) -> tuple[str, ...]:
    """The words that carry the meaning, without endings."""
    found = (one.lower().removesuffix("s")[:6] for one in _WORD.findall(text) if one.lower() not in _EMPTY)
    return tuple(one for one in found if one)


def _facts(subject: Subject) -> Iterator[Fact]:
    document = subject.document
    for duty in document.responsibilities.duties:
        words = _words(duty.name)[:_ENOUGH]
        if duty.accountable is not None and len(words) > 1:
            yield words, True, duty.accountable, ("responsibilities", "duties", duty.id)
    for report in document.review.reports:
        for verb in _GIVE if report.name.strip() else ():
            yield _words(f"{verb} {report.name}"), True, Side.PROVIDER, ("review", "reports", report.id)
    for what in _REPORTED if document.review.reports else ():
        yield _words(f"report {what}"), False, Side.PROVIDER, ("review", "reports")
    measured_by = document.availability.measured_by.lower()
    if "provider" in measured_by and "customer" not in measured_by:
        for what in ("availability", "service levels"):
            yield _words(f"measure {what}"), True, Side.PROVIDER, ("availability", "measured_by")
    if document.maintenance.windows:  # that of the Customer's own equipment is another matter
        for how in ("planned maintenance", "maintenance"):
            yield _words(f"announce {how}"), False, Side.PROVIDER, ("maintenance", "notice")


def _texts(subject: Subject) -> Iterator[tuple[Path, str]]:
    document = subject.document
    for clause in document.legal.clauses:
        yield ("legal", "clauses", clause.id, "text"), clause.text
    for exclusion in document.exclusions.items:
        yield ("exclusions", "items", exclusion.id, "text"), exclusion.text
    yield ("exclusions", "burden"), document.exclusions.burden
    yield ("responsibilities", "effect"), document.responsibilities.effect
    yield ("review", "change_procedure"), document.review.change_procedure
