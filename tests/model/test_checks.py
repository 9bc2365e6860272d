"""The checks: every obligatory term that says nothing is found, and every reference that leads nowhere; nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from slaeditor.model import checks, paths
from slaeditor.model.agreement import DocumentKind
from slaeditor.model.checks.obligatory import CLAIMED, KNOWN_ONLY_WITH_CUSTOMER
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, is_empty
from tests.filled import filled_document, one_leaf_of_each

DOCUMENT = apply(filled_document(), SetTerm(("kind",), DocumentKind.AGREEMENT))
LEAVES = one_leaf_of_each(DOCUMENT)
TABLES = [(path, declared, rows) for path, declared, rows in paths.tables(DOCUMENT) if rows]
NOWHERE = "no-such-row"


MISSING = {"MISSING", *CLAIMED}
"""The general rule of what is missing, and those that tell of single terms in its place."""
DANGLING = {"DANGLING", "SVC-02", "TXT-06"}
ALSO_TOLD = {
    "availability.degraded",
    "availability.partial_outage",
    "metrics.availability_source",
    "metrics.time_source",
    "metrics.owner",
    "metrics.satisfaction[survey-1].source",
    "metrics.satisfaction[survey-1].owner",
}
"""Terms that are not obligatory, but that a rule misses where others speak of the same matter."""


def found(document: Any, rules: set[str]) -> dict[Path, checks.Finding]:
    return {one.paths[0]: one for one in checks.findings(document) if one.rule in rules}


BEFORE = found(DOCUMENT, MISSING)


def emptied(declared: Field) -> Any:
    """What says nothing in place of a value; a value that cannot be empty is left out of these tests."""
    if declared.optional:
        return None
    return {Kind.TEXT: ""}.get(declared.kind, ())


def can_be_empty(declared: Field) -> bool:
    several = (Kind.TEXT, Kind.TEXTS, Kind.ROWS, Kind.CHOICES, Kind.REFERENCES)
    return declared.optional or declared.kind in several


@pytest.mark.parametrize(
    ("path", "declared"),
    [(path, declared) for path, declared, _ in (*LEAVES, *TABLES) if can_be_empty(declared)],
    ids=lambda part: paths.text_of(part) if isinstance(part, tuple) else "",
)
def test_a_term_is_missing_when_it_is_obligatory_and_says_nothing(path: Path, declared: Field) -> None:
    assert is_empty(emptied(declared))
    told = found(apply(DOCUMENT, SetTerm(path, emptied(declared))), MISSING)
    new = {place: one for place, one in told.items() if one != BEFORE.get(place)}
    wanted = declared.term.obligatory and not paths.is_internal(path)
    assert (path in new) is (wanted or paths.text_of(path) in ALSO_TOLD)
    if wanted:
        assert new[path].severity is checks.RULES[new[path].rule].severity
        assert declared.term.label in new[path].sentence


@pytest.mark.parametrize("path", sorted(KNOWN_ONLY_WITH_CUSTOMER), ids=paths.text_of)
def test_a_standard_need_not_know_its_customer(path: Path) -> None:
    without = apply(DOCUMENT, SetTerm(path, emptied(paths.field_at(path))))
    assert path in found(without, MISSING)
    standard = SetTerm(("kind",), DocumentKind.STANDARD)
    assert set(found(apply(without, standard), MISSING)) <= set(found(apply(DOCUMENT, standard), MISSING))


REFERENCES = [(path, declared) for path, declared, _ in LEAVES if declared.kind in (Kind.REFERENCE, Kind.REFERENCES)]


@pytest.mark.parametrize(
    ("path", "declared"), REFERENCES, ids=lambda part: paths.text_of(part) if isinstance(part, tuple) else ""
)
def test_a_reference_that_leads_nowhere_is_found_and_mended(path: Path, declared: Field) -> None:
    assert not found(DOCUMENT, DANGLING)
    kept = paths.find(DOCUMENT, path)
    value = (*kept, NOWHERE) if declared.kind is Kind.REFERENCES else NOWHERE
    broken = apply(DOCUMENT, SetTerm(path, value))
    finding = found(broken, DANGLING)[path]
    assert NOWHERE in finding.sentence
    assert finding.remedy is not None
    mended = apply(broken, finding.remedy)
    assert not found(mended, DANGLING)
    assert paths.find(mended, path) == (kept if declared.kind is Kind.REFERENCES else None)


def test_a_list_is_not_emptied_for_it_would_then_mean_all() -> None:
    path = next(path for path, declared in REFERENCES if declared.kind is Kind.REFERENCES)
    finding = found(apply(DOCUMENT, SetTerm(path, (NOWHERE,))), DANGLING)[path]
    assert finding.remedy is None
