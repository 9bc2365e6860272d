"""Obligatory terms that are still empty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from slaeditor.model import paths, text
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind

KNOWN_ONLY_WITH_CUSTOMER: frozenset[Path] = frozenset(
    {
        ("identity", "effective"),
        ("parties", "customer", "legal_name"),
        ("parties", "customer", "registration"),
        ("parties", "customer", "address"),
        ("parties", "customer", "country"),
        ("parties", "provider", "legal_name"),
        ("parties", "provider", "registration"),
        ("parties", "provider", "address"),
        ("parties", "provider", "country"),
        ("parties", "signatories"),
        ("review", "next_review"),
    }
)
"""Obligatory terms that a standard leaves empty: they belong to one contract and its parties."""


CLAIMED: dict[str, tuple[str, ...]] = {
    "DOC-01": tuple(
        f"parties.{side}.{name}"
        for side in ("provider", "customer")
        for name in ("legal_name", "registration", "address")
    ),
    "DOC-09": ("parties.signatories[*].name", "parties.signatories[*].title"),
    "AVL-02": ("hours.measurement_hours",),
    "AVL-07": (
        "availability.down_definition",
        "availability.measuring_point",
        "availability.measured_by",
        "availability.record",
    ),
    "CAL-01": ("hours.calendars[*].zone", "identity.provider_zone"),
    "CAL-12": ("hours.service_hours",),
    "ESC-04": ("escalation.paths",),
    "TGT-10": ("targets.start_event", "targets.response_event", "targets.stop_event"),
    "REP-01": ("metrics.items[*].formula", "metrics.items[*].source", "metrics.items[*].owner"),
    "REV-01": ("review.interval_months",),
}
"""Obligatory terms whose emptiness a rule of its own tells, by the id of that rule; ``*`` is any row."""

TABLE = Table()


def missing(subject: Subject, rule: str) -> Iterator[tuple[Path, str, str]]:
    """The empty terms that ``rule`` claims: path, label, and the words of their place. A standard need not know its customer."""
    for one in subject.missing:
        if _rule_of(_pattern(one.path)) == rule and not (subject.is_standard and _only_with_customer(one.path)):
            yield one.path, one.label, joined(" › ", text.place(subject.document, one.path)[:-1])


@TABLE.rule("MISSING", Severity.ERROR, Fault.INCOMPLETE, say("{missing}"), reads=EVERYTHING)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, words in missing(subject, "MISSING"):
        several = paths.field_at(path).kind in (Kind.ROWS, Kind.CHOICES, Kind.REFERENCES)
        said = (
            say("“{label}” is empty in {words}.", label=label, words=words)
            if several
            else say("{label} is missing in {words}.", label=label, words=words)
        )
        yield Hit((path,), {"missing": said})


@cache
def _rule_of(pattern: Path) -> str:
    return next((rule for rule, claimed in CLAIMED.items() if pattern in map(paths.parse, claimed)), "MISSING")


@cache
def _pattern(path: Path) -> Path:
    """The path with ``*`` for every row."""
    return tuple("*" if paths.is_row(path[: end + 1]) else part for end, part in enumerate(path))


def _only_with_customer(path: Path) -> bool:
    """Whether a standard cannot know it; a standard knows the channels, too, but not whose desk answers there."""
    return path in KNOWN_ONLY_WITH_CUSTOMER or (path[:2] == ("channels", "items") and path[-1] == "address")
