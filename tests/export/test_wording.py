"""What a reviewing lawyer would strike out of the sample: words said twice, figures without unit, sentences about nothing."""

from __future__ import annotations

from functools import cache

import pytest

from slaeditor import shipped
from slaeditor.export.outline import outline
from slaeditor.export.plain import plain
from slaeditor.model.agreement.exclusions import ExclusionKind
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.quantities import Duration, Unit
from tests.export.given import context


@cache
def text() -> str:
    document = shipped.sample()
    return plain(outline(document, context(document)))


def test_apostrophes_are_typographic() -> None:
    assert [line for line in text().splitlines() if "'" in line] == []


@pytest.mark.parametrize(
    "words",
    [
        "better than 99.97% for 3 months in a row",
        "Force majeure: A Force Majeure Event",
        "Acts of the Customer: An act",
        "(highest) to 5. An outage endangers people",
        "every 5 minutes (elapsed)",
        "from 20 December 2026 to 5 January 2027, every year on the same dates",
    ],
)
def test_it_says(words: str) -> None:
    assert words in text()


@pytest.mark.parametrize(
    "words",
    [
        "Monthly fee (a month)",
        "Public Internet (internet)",
        "(highest) to 5. Criticality",
        "Europe/Istanbul. The holidays are known",  # of the calendar that never closes
        "every 0 minutes",
    ],
)
def test_it_does_not_say(words: str) -> None:
    assert words not in text()


def test_the_kind_of_an_exclusion_is_said_where_its_name_does_not() -> None:
    document = shipped.sample()
    row = next(one for one in document.exclusions.items if one.name == "Public Internet")
    other = apply(document, SetTerm(("exclusions", "items", row.id, "kind"), ExclusionKind.THIRD_PARTY))
    assert "Public Internet (third party): " in plain(outline(other, context(other)))


def test_the_cover_names_the_clock_of_each_time() -> None:
    document = shipped.sample()
    row = next(one for one in document.targets.items if not one.services and one.priority == "p1")
    place = ("targets", "items", row.id, "restore")
    changed = apply(document, SetTerm(place, Duration(240, Unit.MINUTES, "working-hours")))
    cover = plain(outline(changed, context(changed))).partition("# 1 ")[0]
    assert "1 hour (elapsed)" in cover
    assert "4 hours (Working hours)" in cover


def test_a_copy_of_every_change_is_continuous() -> None:
    document = shipped.sample()
    row = document.availability.continuity[0]
    assert row.backup_interval == Duration(0)
    assert "continuously" in text()
