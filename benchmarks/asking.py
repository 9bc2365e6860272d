"""What if on an agreement of 50 services: going there, and every step of the moment until it is painted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.documents import crowded
from benchmarks.measure import Row, at_most
from benchmarks.turning import step, turn, until, window_on
from slaeditor.ui.drawn.time_ruler import TimeRuler

SERVICES = 50
STEPS = 60


def measure(folder: Path) -> list[Row]:
    """Rows for the first visit, for later ones, and for the report moved by five minutes and by days."""
    app, program, window = window_on(folder / "library.slalib", folder)
    until(app, 2)
    window.desk.create(lambda: crowded(SERVICES), "agreement")
    while not (window.shell.session.is_open and window.place == "agreement"):
        turn(app)
    until(app, 4)
    first = [step(app, partial(window.act, "what_if"))]
    waiting = until(app, 2)
    again = []
    for _ in range(10):
        window.act("agreement")
        until(app, 0.3)
        again.append(step(app, partial(window.act, "what_if")))
    ruler = window.findChild(TimeRuler, "time_ruler")
    assert isinstance(ruler, TimeRuler)
    ruler.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    steps = [step(app, partial(QTest.keyClick, ruler, Qt.Key.Key_Right, control)) for _ in range(STEPS)]
    steps += [step(app, partial(QTest.keyClick, ruler, Qt.Key.Key_PageDown)) for _ in range(STEPS)]
    waiting += until(app, 0.5)
    window.close()
    program.close()
    return [
        at_most("What if: going there for the first time", first, 100, percentile=100),
        at_most("What if: going there again, longest", again, 50, percentile=100),
        at_most("What if: another moment, 95th percentile", steps, 16, percentile=95),
        at_most("What if: longest stall meanwhile", steps + waiting, 50, percentile=100),
    ]
