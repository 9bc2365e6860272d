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
_RESULTS = frozenset(("servic", "availa", "result", "figure", "downti", "level"))

Fact = tuple[tuple[str, ...], Side, Path]
"""The words with which a duty begins, the party that has it, and where that is said."""


@TABLE.rule(
    "LEG-04",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{place} gives a duty to the {said}; by “{duty}” it is that of the {right}."),
    reads=("responsibilities", "legal", "exclusions", "review", "availability", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    facts: dict[str, list[Fact]] = {}
    for words, side, path in _facts(subject):
        facts.setdefault(words[0], []).append((words, side, path))
    for place, text in _texts(subject):
        for found in _SAID.finditer(text):
            side = Side.CUSTOMER if found[1].lower() == "customer" else Side.PROVIDER
            said = _words(found[2])
            if not said or said[0] == "not":
                continue
            for words, right, path in facts.get(said[0], ()):
                if right is not side and _same(said, words):
                    values = {
                        "place": subject.words(place),
                        "said": say("Customer") if side is Side.CUSTOMER else say("Provider"),
                        "right": say("Provider") if side is Side.CUSTOMER else say("Customer"),
                        "duty": subject.words(path),
                    }
                    yield Hit((place, path), values, " ".join(found[0].split()))
                    break


def _same(said: tuple[str, ...], words: tuple[str, ...]) -> bool:
    if words == ("report",):  # to report what happened is everybody's; to report alone, or results, is not
        return said[1:2] == () or said[1] in _RESULTS
    return said[: len(words)] == words


def _words(text: str) -> tuple[str, ...]:
    """The words that carry the meaning, without endings."""
    found = (one.lower().removesuffix("s")[:6] for one in _WORD.findall(text) if one.lower() not in _EMPTY)
    return tuple(one for one in found if one)


def _facts(subject: Subject) -> Iterator[Fact]:
    document = subject.document
    for duty in document.responsibilities.duties:
        words = _words(duty.name)[:_ENOUGH]
        if duty.accountable is not None and len(words) > 1:
            yield words, duty.accountable, ("responsibilities", "duties", duty.id)
    for report in document.review.reports:
        for verb in _GIVE:
            yield _words(f"{verb} {report.name}"), Side.PROVIDER, ("review", "reports", report.id)
    if document.review.reports:
        yield ("report",), Side.PROVIDER, ("review", "reports")
    if (
        "provider" in document.availability.measured_by.lower()
        and "customer" not in document.availability.measured_by.lower()
    ):
        for what in ("availability", "service level"):
            yield _words(f"measure {what}"), Side.PROVIDER, ("availability", "measured_by")
    if document.maintenance.windows:
        for how in ("planned maintenance", "maintenance"):
            yield _words(f"announce {how}"), Side.PROVIDER, ("maintenance", "notice")


def _texts(subject: Subject) -> Iterator[tuple[Path, str]]:
    document = subject.document
    for clause in document.legal.clauses:
        yield ("legal", "clauses", clause.id, "text"), clause.text
    for exclusion in document.exclusions.items:
        yield ("exclusions", "items", exclusion.id, "text"), exclusion.text
    yield ("exclusions", "burden"), document.exclusions.burden
    yield ("responsibilities", "effect"), document.responsibilities.effect
    yield ("review", "change_procedure"), document.review.change_procedure
