"""Opening an agreement of 50 services in the real window, and going from section to section of it."""

from __future__ import annotations

import compileall
import statistics
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListWidget

import slaeditor
from benchmarks.documents import NOW, crowded, numbered
from benchmarks.measure import Row, at_most
from benchmarks.turning import until, window_on
from slaeditor.storage.library import Library
from slaeditor.ui.frame.window import Window

SERVICES = 50
ROUNDS = 3


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
        until(app, 0.2)
    return samples


def measure(folder: Path) -> list[Row]:
    """Rows for the first opening of a window and later ones, for the first visit of each section and later ones."""
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
    app, program, window = window_on(path, folder)
    until(app, 1)
    first = _open(app, window, agreements[0])
    until(app, 3)
    sections = window.findChild(QListWidget, "sections")
    assert isinstance(sections, QListWidget)
    later, fresh, again = [], [], []
    for agreement in (*agreements[1:], agreements[0]):
        sections.setCurrentRow(sections.count() - 1)
        later.append(_open(app, window, agreement))
        until(app, 3)
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
