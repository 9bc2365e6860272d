"""Figures that somebody typed into clause text beside the name of a term that has a value of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from slaeditor.model import paths, text
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Percent, Unit, exact
from slaeditor.model.sentence import capital, say

_NAMED = {
    "identity.initial_months": r"initial term",
    "identity.renewal_months": r"renewal term",
    "identity.non_renewal_notice_days": r"non-renewal|not (?:wish|want|intend) to renew|does not renew",
    "identity.convenience_notice_days": r"for convenience|without cause",
    "identity.cure_days": r"cure period|(?:remed(?:y|ies)|cures?) the breach",
    "remedies.monthly_cap": r"monthly cap|(?:all )?(?:service )?credits of (?:a|any|one) month",
    "remedies.yearly_cap": r"(?:yearly|annual) cap|(?:all )?(?:service )?credits of (?:a|any|one) (?:contract )?year",
    "remedies.claim_days": r"claims? (?:for|must|shall)|claims? (?:a|the) (?:service )?credit",
    "remedies.action_plan": r"corrective[- ]action plan",
    "review.interval_months": r"review(?:s|ed)? (?:this|the) agreement|agreement is reviewed",
    "review.change_notice_days": r"proposes? a change|notice of (?:a )?change",
    "maintenance.notice": r"announces? (?:planned )?maintenance|(?:planned )?maintenance is announced",
    "maintenance.monthly_cap": r"maintenance (?:takes|lasts) (?:at most|no more than)",
}
"""Terms, and the words by which clauses speak of them."""

_FIGURE = re.compile(
    r"(?<![\w.,])(\d+(?:\.\d+)?)\s*(?:\(\w+\)\s*)?(%|per cent|percent|(?:working|business) days?|days?|months?|years?|hours?|minutes?)",
    re.IGNORECASE,
)
_MINUTES = {"minute": 1, "hour": 60}
_MONTHS = {"month": 1, "year": 12}


@dataclass(frozen=True)
class TypedFigure:
    """A figure from ``start`` to ``end`` of the text, and the term at ``path`` that it speaks of."""

    start: int
    end: int
    typed: str
    path: Path
    place: str
    label: str
    agreed: str
    differs: bool


def typed_figures(subject: Subject, clause: str) -> Iterator[TypedFigure]:
    """The figures in sentences that name a term, where only one figure of the sentence can be meant."""
    for sentence in re.finditer(r"[^.;!?\n]+(?:\.\d[^.;!?\n]*)*", clause):
        if not any(c.isdigit() for c in sentence[0]):
            continue
        for place, words in _NAMED.items():
            if not re.search(rf"\b(?:{words})", sentence[0], re.IGNORECASE):
                continue
            path = paths.parse(place)
            declared, value = paths.field_at(path), paths.find(subject.document, path)
            read = [(found, _same(found, value, declared.term.unit)) for found in _FIGURE.finditer(sentence[0])]
            meant = [(found, same) for found, same in read if same is not None]
            if value is None or len(meant) != 1:
                continue
            found, same = meant[0]
            yield TypedFigure(
                start=sentence.start() + found.start(),
                end=sentence.start() + found.end(),
                typed=found[0],
                path=path,
                place=place,
                label=say("“{label}”", label=capital(declared.term.label)),
                agreed=text.value_text(subject.document, declared, value),
                differs=not same,
            )


def _same(found: re.Match[str], value: Any, unit: str) -> bool | None:
    """Whether the figure says the value; None when it counts something else."""
    amount, word = exact(found[1]), found[2].lower().rstrip("s")
    if isinstance(value, Percent):
        return amount == value.value if word in ("%", "per cent", "percent") else None
    if isinstance(value, Duration):
        if value.unit is Unit.WORKING_DAYS:
            return amount == value.amount if word in ("working day", "business day") else None
        return amount * _MINUTES[word] == value.amount if word in _MINUTES else None
    if isinstance(value, int):
        if unit == "months":
            return amount * _MONTHS[word] == value if word in _MONTHS else None
        return amount == Decimal(value) if word == "day" else None
    return None
