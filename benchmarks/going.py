"""The palette on a library of 10,000 agreements with a large one open: every letter that is typed, until its hits are painted."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from benchmarks.documents import crowded
from benchmarks.measure import Row, at_most
from benchmarks.turning import step, turn, until, window_on

SERVICES = 50
WORDS = ("kayseri hosp", "restore p1", "railways 9", "maintenence")
"""Customers, a term of the open agreement, a customer among many, and a slip of the pen."""


def gone(path: Path, folder: Path, count: int) -> list[Row]:
    """Rows for the longest stall and for how long the agreements take to appear after the last letter."""
    app, program, window = window_on(path, folder)
    until(app, 2)
    window.desk.create(lambda: crowded(SERVICES), "agreement")
    while not (window.shell.session.is_open and window.place == "agreement"):
        turn(app)
    until(app, 4)
    opening, letters, waiting, arriving = [], [], [], []
    for words in WORDS:
        opening.append(step(app, partial(window.act, "palette")))
        line, view = window.findChild(QLineEdit, "palette_line"), window.findChild(QListView, "palette_list")
        assert isinstance(line, QLineEdit)
        assert isinstance(view, QListView)
        for letter in words:
            letters.append(step(app, partial(QTest.keyClicks, line, letter)))
            waiting += until(app, 0.08)
        last = time.perf_counter()
        while not window.shell.runner.idle or time.perf_counter() - last < 0.2:
            waiting.append(turn(app))
        arriving.append((time.perf_counter() - last) * 1000)
        waiting += until(app, 0.5)
        assert view.model().rowCount() > 0, words
        window.act("palette")
        until(app, 0.2)
    window.close()
    program.close()
    name = f"palette over {count:,} agreements"
    return [
        at_most(f"{name}: opening it for the first time", opening[:1], 100, percentile=100),
        at_most(f"{name}: opening it again, longest", opening[1:], 50, percentile=100),
        at_most(f"{name}: a letter, 95th percentile", letters, 16, percentile=95),
        at_most(f"{name}: longest stall while typing", letters + waiting, 50, percentile=100),
        at_most(f"{name}: from the last letter to the last hit, longest", arriving, 500, percentile=100),
    ]
