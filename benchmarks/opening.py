"""Opening an agreement of 50 services in the real window, and going from section to section of it."""

from __future__ import annotations

import compileall
import os
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QListWidget

import slaeditor
from benchmarks.documents import NOW, crowded, numbered
from benchmarks.measure import Row, at_most
from slaeditor.app import Program
from slaeditor.storage.library import Library
from slaeditor.ui.frame.window import Window
from slaeditor.ui.theme import Theme

SERVICES = 50
ROUNDS = 3


def _turn(app: QApplication) -> None:
    app.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _rest(app: QApplication, seconds: float) -> None:
    """Let the window finish what it does beside, as a person's pause does."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        _turn(app)
        time.sleep(0.001)


def _open(app: QApplication, window: Window, agreement: str) -> float:
    """Milliseconds from the wish to the painted page."""
    start = time.perf_counter()
    window.desk.open(agreement)
    while not (window.shell.session.agreement == agreement and window.place == "agreement"):
        app.processEvents()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def _walk(app: QApplication, sections: QListWidget) -> list[float]:
    """Milliseconds of each step down the list, to the painted form."""
    samples = []
    for row in range(sections.count()):
        start = time.perf_counter()
        sections.setCurrentRow(row)
        app.processEvents()
        samples.append((time.perf_counter() - start) * 1000)
        _rest(app, 0.2)
    return samples


def measure(folder: Path) -> list[Row]:
    """Rows for the first opening of a window and later ones, for the first visit of each section and later ones."""
    os.environ |= {
        name: str(folder) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    compileall.compile_dir(Path(slaeditor.__file__).parent, quiet=2)  # once, as on a person's machine
    path = folder / "library.slalib"
    document = crowded(SERVICES)
    agreements = []
    with Library(path) as library:
        for number in range(ROUNDS):
            one = numbered(document, number)
            made = library.create(one, author="Elif Şahin", at=NOW)
            library.commit(
                made.id, one, author="Elif Şahin", message="First draft", at=NOW, expected_version=made.version
            )
            agreements.append(made.id)
    app = QApplication.instance() or QApplication(["slaeditor"])
    assert isinstance(app, QApplication)
    Theme(app)
    program = Program(path, "Elif Şahin")
    window = program.open_window()
    window.resize(1440, 900)
    _rest(app, 1)
    first = _open(app, window, agreements[0])
    _rest(app, 3)
    sections = window.findChild(QListWidget, "sections")
    assert isinstance(sections, QListWidget)
    later, fresh, again = [], [], []
    for agreement in (*agreements[1:], agreements[0]):
        sections.setCurrentRow(sections.count() - 1)
        later.append(_open(app, window, agreement))
        _rest(app, 3)
        fresh.append(_walk(app, sections))
        again.append(_walk(app, sections))
    window.close()
    program.close()
    # each section by its median, so that a neighbour on the machine decides nothing
    fresh_of, again_of = (
        [statistics.median(times) for times in zip(*rounds, strict=True)] for rounds in (fresh, again)
    )
    name = f"an agreement of {SERVICES} services"
    return [
        at_most(f"open {name}, the first of a window", [first], 300, percentile=100),
        at_most(f"open {name}, the later ones", later, 300, percentile=50),
        at_most("go to a section for the first time, slowest section", fresh_of, 50, percentile=100),
        at_most("go to a section again, slowest section", again_of, 50, percentile=100),
    ]
