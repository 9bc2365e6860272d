"""Satisfaction, SAT-01 to SAT-04: whether what is promised of the users' answers can be measured and means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model.agreement.metrics import Instrument
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.schedules import READS, schedules
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say

TABLE = Table()

SURVEYS: Path = ("metrics", "satisfaction")
_OUTCOME = re.compile(
    r"satisf|survey|outcome|experience|complaint|business|accessib|\bCSAT|\bNPS|memnun|anket|şikâyet|şikayet|deneyim",
    re.IGNORECASE,
)


@TABLE.rule(
    "SAT-01",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The target of “{survey}” cannot be judged: {what}."),
    reads=("metrics",),
)
def _(subject: Subject) -> Iterator[Hit]:
    """The score of NPS runs from −100 to 100, whatever the scale of its question."""
    for row in subject.document.metrics.satisfaction:
        path = (*SURVEYS, row.id)
        low, high = row.scale_low, row.scale_high
        if row.instrument is Instrument.NPS:
            low, high = -100, 100
        if low is None or high is None:
            what, place, witness = say("it has no scale"), "scale_low" if low is None else "scale_high", ""
        elif low >= high:
            what, place = say("its scale runs from {low} to {high}", low=low, high=high), "scale_high"
            witness = f"{low} ≥ {high}"
        elif row.target is not None and not low <= row.target.value <= high:
            what = say("{target} lies outside its scale from {low} to {high}", target=row.target, low=low, high=high)
            place, witness = "target", f"{row.target} > {high}" if row.target.value > high else f"{row.target} < {low}"
        else:
            continue
        yield Hit(((*path, place),), {"survey": row.name or subject.row(path), "what": what}, witness)


@TABLE.rule(
    "SAT-02",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{survey}” counts however few answer it."),
    reads=("metrics",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for row in subject.document.metrics.satisfaction:
        path = (*SURVEYS, row.id)
        if row.target is not None and (row.minimum_responses or 0) < 1:
            witness = say("A single answer of {answer} would decide.", answer=row.scale_low) if row.scale_low else ""
            yield Hit(((*path, "minimum_responses"),), {"survey": row.name or subject.row(path)}, witness)


@TABLE.rule(
    "SAT-03",
    Severity.WARNING,
    Fault.HYGIENE,
    say("“{schedule}” turns on “{survey}”, of which nobody says when and whom it asks."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    silent = {
        f"satisfaction:{row.id}": row for row in subject.document.metrics.satisfaction if not row.sampling.strip()
    }
    used: list[tuple[str, Path, tuple[str, ...]]] = [
        (one.name, (*one.path, "metrics"), one.row.metrics) for one in schedules(subject) if one.earning
    ]
    for failure in subject.document.remedies.chronic:
        path: Path = ("remedies", "chronic", failure.id)
        used.append((failure.name or subject.row(path), (*path, "metrics"), failure.metrics))
    for name, path, metrics in used:
        for identifier in metrics:
            if identifier in silent:
                row = silent[identifier]
                survey: Path = (*SURVEYS, row.id, "sampling")
                yield Hit((survey, path), {"schedule": name, "survey": row.name or subject.row(survey[:-1])})


@TABLE.rule(
    "SAT-04",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("Only operation is measured: nothing tells whether the users are satisfied or the customer achieves its aims."),
    reads=("metrics", "availability", "targets", "services", "hours", "priorities"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.metrics
    if section.satisfaction or any(_OUTCOME.search(f"{one.name} {one.definition}") for one in section.items):
        return
    if subject.metrics:
        yield Hit((SURVEYS,))
