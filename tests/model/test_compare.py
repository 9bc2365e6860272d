"""Comparison names what differs, down to the cell, with its direction for the customer, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.metrics import Direction as MetricDirection
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.remedies import CreditSchedule, Cumulation, Threshold
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target
from slaeditor.model.compare import Added, Changed, Direction, Moved, Removed, Renamed, compare
from slaeditor.model.edits import InsertRow, MoveRow, RemoveRow, SetTerm, apply
from slaeditor.model.quantities import Duration, Money, Number, Percent

ITEMS = ("services", "items")
TARGET = ("targets", "items", "t")


def document_with(letters: str) -> Agreement:
    return apply(Agreement(), SetTerm(ITEMS, tuple(Service(id=letter, name=letter) for letter in letters)))


def with_target(**values: Any) -> Agreement:
    return apply(Agreement(), SetTerm(("targets", "items"), (Target(id="t", **values),)))


def test_equal_documents_have_no_changes() -> None:
    assert compare(document_with("abc"), document_with("abc")) == ()


def test_rows_added_removed_and_renamed() -> None:
    old, new = document_with("ab"), apply(document_with("bc"), SetTerm((*ITEMS, "b", "name"), "Mail"))
    removed, renamed, added = sorted(compare(old, new), key=lambda change: change.path)
    assert isinstance(removed, Removed)
    assert removed.direction is Direction.WORSE
    assert isinstance(renamed, Renamed)
    assert (renamed.old, renamed.new) == ("b", "Mail")
    assert isinstance(added, Added)
    assert added.direction is Direction.BETTER


def test_the_fewest_rows_are_said_to_have_moved() -> None:
    (moved,) = compare(document_with("abcde"), document_with("bcdea"))
    assert moved == Moved((*ITEMS, "a"), 0, 4)


def test_a_row_that_stays_is_not_moved_by_others_that_come_and_go() -> None:
    assert not any(isinstance(change, Moved) for change in compare(document_with("abc"), document_with("xbyc")))


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ({"restore": Duration(60)}, {"restore": Duration(30)}, Direction.BETTER),
        ({"restore": Duration(60)}, {"restore": Duration(90)}, Direction.WORSE),
        ({"restore": Duration(60, calendar="c")}, {"restore": Duration(60)}, Direction.BETTER),
        ({"restore": Duration(60, calendar="c")}, {"restore": Duration(90)}, Direction.NEUTRAL),
        ({"restore": None}, {"restore": Duration(90)}, Direction.NEUTRAL),
        ({"compliance": Percent("95")}, {"compliance": Percent("99")}, Direction.BETTER),
        ({"minimum_sample": 5}, {"minimum_sample": 20}, Direction.WORSE),
    ],
)
def test_the_direction_of_a_target(old: dict[str, Any], new: dict[str, Any], direction: Direction) -> None:
    (change,) = compare(with_target(**old), with_target(**new))
    assert isinstance(change, Changed)
    assert change.direction is direction


def test_the_direction_of_a_choice_and_of_money() -> None:
    old = document_with("a")
    fee = (*ITEMS, "a", "monthly_fee")
    cheap, dear, foreign = (
        apply(old, SetTerm(fee, Money(Decimal(a), c))) for a, c in (("1", "EUR"), ("2", "EUR"), ("1", "TRY"))
    )
    assert [c.direction for c in compare(dear, cheap)] == [Direction.BETTER]
    assert [c.direction for c in compare(cheap, foreign)] == [Direction.NEUTRAL]
    added = apply(old, SetTerm(("remedies", "cumulation"), Cumulation.ADDED))
    assert [c.direction for c in compare(old, added)] == [Direction.BETTER]


@pytest.mark.parametrize(
    ("metric", "direction"),
    [(MetricDirection.HIGHER_IS_BETTER, Direction.BETTER), (MetricDirection.LOWER_IS_BETTER, Direction.WORSE)],
)
def test_the_direction_of_a_threshold_is_its_metrics(metric: MetricDirection, direction: Direction) -> None:
    old = apply(Agreement(), InsertRow(("metrics", "items"), Metric(id="m", direction=metric)))
    schedule = CreditSchedule(id="s", metrics=("m",), thresholds=(Threshold(id="t", below=Number("99")),))
    old = apply(old, InsertRow(("remedies", "schedules"), schedule))
    new = apply(old, SetTerm(("remedies", "schedules", "s", "thresholds", "t", "below"), Number("99.5")))
    assert [change.direction for change in compare(old, new)] == [direction]


def test_a_closed_day_more_is_worse() -> None:
    old = apply(Agreement(), InsertRow(("hours", "calendars"), Calendar(id="c")))
    from slaeditor.model.agreement.hours import ClosedDay

    new = apply(old, InsertRow(("hours", "calendars", "c", "closed_days"), ClosedDay(id="d")))
    assert [change.direction for change in compare(old, new)] == [Direction.WORSE]


letters = st.lists(st.sampled_from("abcdefghij"), unique=True).map("".join)


@given(letters, letters)
def test_the_changes_rebuild_the_new_table(before: str, after: str) -> None:
    old, new = document_with(before), document_with(after)
    changes = compare(old, new)
    assert (changes == ()) == (before == after)
    rebuilt = old
    for change in changes:
        if isinstance(change, Removed):
            rebuilt = apply(rebuilt, RemoveRow(change.path))
    moved = {change.path for change in changes if isinstance(change, Moved)}
    stayed = [row.id for row in rebuilt.services.items if (*ITEMS, row.id) not in moved]
    assert stayed == [
        row.id for row in new.services.items if (*ITEMS, row.id) in {(*ITEMS, identifier) for identifier in stayed}
    ]
    for change in changes:
        if isinstance(change, Moved):
            rebuilt = apply(rebuilt, RemoveRow(change.path))
    for change in sorted(
        (c for c in changes if isinstance(c, Added | Moved)), key=lambda c: c.index if isinstance(c, Added) else c.new
    ):
        row = change.row if isinstance(change, Added) else old.services.items[change.old]
        rebuilt = apply(rebuilt, InsertRow(ITEMS, row, change.index if isinstance(change, Added) else change.new))
    assert rebuilt == new


@given(letters, st.integers(0, 9), st.integers(0, 9))
def test_one_move_is_one_change(rows: str, which: int, where: int) -> None:
    if not rows:
        return
    old = document_with(rows)
    new = apply(old, MoveRow((*ITEMS, rows[which % len(rows)]), where % len(rows)))
    assert len(compare(old, new)) == (old != new)
