"""A window on a library, its event loop turned by hand and each turn timed: what a turn takes is how long the window stands still."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from slaeditor.app import Program
from slaeditor.ui.frame.window import Window
from slaeditor.ui.theme import Theme


def window_on(library: Path, folder: Path) -> tuple[QApplication, Program, Window]:
    """A window on the library, as large as most, with all that a person has set in the folder."""
    os.environ |= {
        name: str(folder) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    app = QApplication.instance() or QApplication(["slaeditor"])
    assert isinstance(app, QApplication)
    Theme(app)
    program = Program(library, "Elif Şahin")
    window = program.open_window()
    window.resize(1440, 900)
    return app, program, window


def turn(app: QApplication) -> float:
    """One turn of the event loop, in milliseconds; the deferred deletions of a turn belong to it."""
    start = time.perf_counter()
    app.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return (time.perf_counter() - start) * 1000


def until(app: QApplication, seconds: float) -> list[float]:
    """The lengths of all turns during that time; between them the window rests a little, as a real loop does."""
    end = time.perf_counter() + seconds
    turns = []
    while time.perf_counter() < end:
        turns.append(turn(app))
        time.sleep(0.001)
    return turns


def step(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds of an act until it is painted, or of the longest turn that it brought."""
    start = time.perf_counter()
    act()
    turn(app)
    return max([(time.perf_counter() - start) * 1000, *until(app, 0.002)])
