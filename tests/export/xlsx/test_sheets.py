"""The sheets before they are written: every figure of the document stands in one of them, and nothing internal in any."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from slaeditor import shipped
from slaeditor.export import outline
from slaeditor.export.blocks import Table
from slaeditor.export.xlsx.figures import KINDS, Figure, figure
from slaeditor.export.xlsx.grid import Grid, of
from slaeditor.export.xlsx.sheets import sheets
from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Field, Kind
from tests.export.given import context
from tests.filled import filled_document, one_leaf_of_each, other_value


@cache
def document() -> Agreement:
    return filled_document()


def grids(of_document: Agreement) -> dict[str, Grid]:
    """All tables as they will be written, the context the same for all documents."""
    writer = outline.writer(of_document, context(document()))

    def clock(value: Duration) -> str:
        return value.calendar or "elapsed time"

    found = {}
    for sheet in sheets(writer):
        for part in sheet.parts:
            found[f"{sheet.name}: {part.table.caption}"] = of(part.table, clock)
    return found


def numbers(made: dict[str, Grid]) -> list[tuple[str, object, str]]:
    return [
        (name, content.number, content.format)
        for name, one in made.items()
        for row in (*one.rows, *one.totals)
        for content in row
        if isinstance(content, Figure)
    ]


@cache
def before() -> dict[str, Grid]:
    return grids(document())


def leaves(*, internal: bool) -> list[Any]:
    return [
        pytest.param(*leaf, id=paths.text_of(leaf[0]))
        for leaf in one_leaf_of_each(document())
        if paths.is_internal(leaf[0]) == internal and (internal or leaf[1].kind in KINDS)
    ]


@pytest.mark.parametrize(("path", "declared", "value"), leaves(internal=False))
def test_a_changed_figure_changes_a_number_of_the_workbook(path: Path, declared: Field, value: Any) -> None:
    other = other_value(declared, value)
    after = grids(apply(document(), SetTerm(path, other)))
    new = [one for one in numbers(after) if one not in numbers(before())]
    expected = figure(other)
    assert expected is not None
    assert expected.number in [number for _, number, _ in new]


@pytest.mark.parametrize(("path", "declared", "value"), leaves(internal=True))
def test_an_internal_term_is_in_no_sheet(path: Path, declared: Field, value: Any) -> None:
    assert grids(apply(document(), SetTerm(path, other_value(declared, value)))) == before()


def test_the_clock_of_a_duration_stands_beside_it() -> None:
    path = ("targets", "items", "target-1", "response")
    changed = Duration(77, calendar="calendar-2")
    after = grids(apply(document(), SetTerm(path, changed)))["Targets: Service level targets"]
    (row,) = [row for row in after.rows if Figure(77, "#,##0", "minutes") in row]
    assert row[after.heads.index("First response")] == text.duration_text(document(), changed)
    assert row[after.heads.index("First response (min)")] == Figure(77, "#,##0", "minutes")


def test_one_clock_for_all_durations_of_a_row_is_named_once() -> None:
    one = document()
    for item in one.targets.items:
        for name in ("response", "update", "workaround", "restore", "resolve"):
            one = apply(one, SetTerm(("targets", "items", item.id, name), Duration(90)))
    after = grids(one)["Targets: Service level targets"]
    assert after.heads.count("Counted in") == 1
    assert {row[after.heads.index("Counted in")] for row in after.rows} == {"elapsed time"}
    assert {row[after.heads.index("Restore")] for row in after.rows} == {"90 minutes"}


def test_heads_of_a_table_are_unique() -> None:
    for one in before().values():
        assert len({head.casefold() for head in one.heads}) == len(one.heads)


def test_figures_of_the_outline_are_those_of_the_workbook() -> None:
    """A number that the agreement states in a table is, typed, somewhere in the workbook."""
    made = outline.outline(document(), context(document()))
    held = {number for _, number, _ in numbers(before())}
    # levels of metrics in percent are plain numbers in the agreement and percents here
    held |= {number * 100 for _, number, shape in numbers(before()) if isinstance(number, Decimal) and "%" in shape}
    tables = [block for block in made.blocks if isinstance(block, Table)]
    seen = 0
    for cell in (cell for table in tables for row in table.rows for cell in row.cells):
        known = figure(cell.value)
        if known is not None:
            seen += 1
            assert known.number in held, cell.text
    assert seen > 100


def test_an_empty_agreement_has_all_its_sheets() -> None:
    empty = Agreement()
    found = sheets(outline.writer(empty, context(empty)))
    assert [sheet.name for sheet in found][:3] == ["Overview", "Targets", "Matrix"]
    assert not [part for sheet in found if sheet.name == "Targets" for part in sheet.parts]


def test_kinds_that_are_figures_are_all_there() -> None:
    assert set(Kind) - set(KINDS) == {
        Kind.TEXT, Kind.TEXTS, Kind.FLAG, Kind.INSTANT, Kind.CHOICE, Kind.CHOICES, Kind.REFERENCE, Kind.REFERENCES,
        Kind.ROWS, Kind.GROUP,
    }  # fmt: skip


def test_a_promise_without_hours_of_its_own_names_those_of_the_agreement() -> None:
    sample = shipped.sample()
    assert any(promise.base is None for promise in sample.availability.promises)
    tables = [part.table for sheet in sheets(outline.writer(sample, context(sample))) for part in sheet.parts]
    promises = next(one for one in tables if one.path == ("availability", "promises"))
    place = next(number for number, column in enumerate(promises.columns) if column.name == "base")
    assert {row.cells[place].text for row in promises.rows} == {"Around the clock", "Office hours"}
