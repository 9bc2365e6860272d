"""The real window on a library of 10,000 agreements: scrolled by pages, pixels, keys and jumps; all selected; sorted; searched."""

from __future__ import annotations

from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from benchmarks.measure import Row, at_most
from benchmarks.turning import step, turn, until, window_on

PIXELS, KEYS, JUMPS = 400, 200, 20
WORDS = "kayseri hosp"


def scrolled(path: Path, folder: Path, count: int) -> list[Row]:
    """Rows for the longest stall of the window on this library, whatever is done with it."""
    app, program, window = window_on(path, folder)
    view = window.findChild(QTableView, "library_table")
    search = window.findChild(QLineEdit, "library_search")
    assert isinstance(view, QTableView)
    assert isinstance(search, QLineEdit)
    loading = [turn(app)]
    while view.model().rowCount() < count:
        loading.append(turn(app))
    loading += until(app, 1)
    steps = _scroll(app, view)
    sorting = _sort(app, view)
    typing = _type(app, search)
    window.close()
    program.close()
    name = f"window on {count:,} agreements"
    return [
        at_most(f"{name}: longest stall while scrolling", steps, 50, percentile=100),
        at_most(f"{name}: longest stall while the list comes in", loading, 50, percentile=100),
        at_most(f"{name}: longest stall while searching", typing, 50, percentile=100),
        at_most(f"{name}: longest stall while sorting by each column", sorting, 50, percentile=100),
    ]


def _scroll(app: QApplication, view: QTableView) -> list[float]:
    """Milliseconds of each step, from the key or the wheel to the painted rows."""
    bar = view.verticalScrollBar()
    pages = range(0, bar.maximum(), view.viewport().height())
    pixels = range(bar.maximum() // 2, bar.maximum() // 2 + 13 * PIXELS, 13)
    steps = [step(app, partial(bar.setValue, value)) for value in (*pages, *pixels)]
    view.setFocus()
    steps += [step(app, partial(QTest.keyClick, view, Qt.Key.Key_Down)) for _ in range(KEYS)]
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(JUMPS):
        steps += [step(app, partial(QTest.keyClick, view, key, control)) for key in (Qt.Key.Key_End, Qt.Key.Key_Home)]
    steps += [step(app, partial(QTest.keyClick, view, key, control)) for key in (Qt.Key.Key_A, Qt.Key.Key_Home)]
    steps.append(step(app, partial(QTest.keyClick, view, Qt.Key.Key_End, control | Qt.KeyboardModifier.ShiftModifier)))
    return steps


def _sort(app: QApplication, view: QTableView) -> list[float]:
    """Milliseconds of sorting by each column, either way, until it is painted."""
    orders = (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
    columns = product(range(view.model().columnCount()), orders)
    return [step(app, partial(view.sortByColumn, column, order)) for column, order in columns]


def _type(app: QApplication, search: QLineEdit) -> list[float]:
    """Milliseconds of every turn while words are typed at the speed of a quick hand, and taken away again."""
    search.setFocus()
    turns: list[float] = []
    for letter in WORDS:
        turns.append(step(app, partial(QTest.keyClicks, search, letter)))
        turns += until(app, 0.15)
    turns += until(app, 1)
    turns.append(step(app, search.clear))
    return turns + until(app, 1.5)
