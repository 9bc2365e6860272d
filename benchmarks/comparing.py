"""Compare with 300 changes in the real window: from the wish to the painted table, going through it, filtering it."""

from __future__ import annotations

import time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QTableView

from benchmarks.documents import NOW, crowded
from benchmarks.measure import Row, at_most, timed
from benchmarks.turning import step, turn, until, window_on
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import compare
from slaeditor.model.paths import Path as Place
from slaeditor.model.quantities import Money
from slaeditor.model.terms import Field, Kind
from slaeditor.storage.library import Library
from slaeditor.ui.compare.change_lines import lines
from slaeditor.ui.compare.model import CompareModel
from slaeditor.ui.frame.window import Window

CHANGES = 300
SERVICES = 50
ROUNDS = 5


def changed(document: Agreement, count: int) -> Agreement:
    """The document with so many terms changed: texts by some of their words, figures, ticks."""

    def other(declared: Field, value: Any) -> Any:
        match declared.kind:
            case Kind.TEXT:
                return f"{value[: len(value) // 2]} as agreed {value[len(value) // 2 :]}"
            case Kind.MONEY:
                return Money(value.amount + 100, value.currency)
            case Kind.COUNT:
                return value + 1
            case _:
                return not value

    def worth(found: tuple[Place, Field, Any]) -> bool:
        path, declared, value = found
        fits = declared.kind in (Kind.TEXT, Kind.MONEY, Kind.COUNT, Kind.FLAG) and bool(value)
        return fits and not declared.term.shape.value.startswith("path") and not paths.is_internal(path)

    for path, declared, value in islice(filter(worth, list(paths.walk(document))), count):
        document = paths.replace(document, path, other(declared, value))
    return document


def measure(folder: Path) -> list[Row]:
    """Rows for the lines alone, for the longest stall until they are shown, and for going through them."""
    path = folder / "library.slalib"
    old = crowded(SERVICES)
    new = changed(old, CHANGES)
    assert len(compare(old, new)) == CHANGES
    with Library(path) as library:
        made = library.create(old, author="Elif Şahin", at=NOW)
        _, version = library.commit(
            made.id, old, author="Elif Şahin", message="First draft", at=NOW, expected_version=made.version
        )
        library.save_draft(made.id, new, version, at=NOW)
    building = [timed(lambda: lines(old, new)) for _ in range(3 * ROUNDS)]
    app, program, window = window_on(path, folder)
    until(app, 1)
    window.desk.open(made.id)
    while not (window.shell.session.is_open and window.place == "agreement"):
        turn(app)
    until(app, 3)
    whole, stalls = [], []
    first = step(app, partial(window.go, "compare"))  # makes the page
    until(app, 2)
    window.go("agreement")
    until(app, 1)
    _empty(window)
    for _ in range(ROUNDS):
        start = time.perf_counter()
        turns = [step(app, partial(window.go, "compare"))]
        view = compare_view(window)
        while view.model().rowCount() < CHANGES:
            turns.append(turn(app))
        whole.append((time.perf_counter() - start) * 1000)
        stalls += turns + until(app, 1)
        stalls.append(step(app, partial(window.go, "agreement")))
        until(app, 0.5)
        _empty(window)
    window.go("compare")
    until(app, 1)
    stepping = [step(app, partial(window.act, "next")) for _ in range(CHANGES)]
    bar = compare_view(window).verticalScrollBar()
    stepping += [step(app, partial(bar.setValue, value)) for value in range(0, bar.maximum(), 120)]
    filters = [one for one in window.findChildren(QAbstractButton) if one.objectName().startswith("compare_filter")]
    filtering = [step(app, one.click) for one in filters]
    window.close()
    program.close()
    name = f"compare with {CHANGES} changes"
    return [
        at_most(f"{name}: the lines, median", building, 100, percentile=50),
        at_most(f"{name}: from the wish to the table, median", whole, 300, percentile=50),
        at_most(f"{name}: making the page, once", [first], 100, percentile=100),
        at_most(f"{name}: longest stall until it stands", stalls, 50, percentile=100),
        at_most(f"{name}: next change, scrolling, 95th percentile", stepping, 16, percentile=95),
        at_most(f"{name}: longest stall while going through it", stepping + filtering, 50, percentile=100),
    ]


def compare_view(window: Window) -> QTableView:
    """The table of changes."""
    view = window.findChild(QTableView, "compare_table")
    assert isinstance(view, QTableView)
    return view


def _empty(window: Window) -> None:
    """Forget the lines, so that those that come can be waited for."""
    model = compare_view(window).model()
    assert isinstance(model, CompareModel)
    model.show_lines((), "", "")
