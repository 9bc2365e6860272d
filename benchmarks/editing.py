"""One edit of an agreement of 50 services in the real window: apply, compare, redraw; and how long the window stalls."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.documents import NOW, crowded
from benchmarks.measure import Row, at_most
from benchmarks.turning import turn, until, window_on
from slaeditor.model.edits import SetTerm
from slaeditor.storage.library import Library
from slaeditor.ui.frame.window import Window

SERVICES = 50
EDITS = 200
RENDERING_SECONDS = 8


def _type(app: QApplication, window: Window, section: tuple[str, ...], count: int) -> list[float]:
    """Milliseconds of each edit, from the key to the redrawn window."""
    samples = []
    for number in range(count):
        start = time.perf_counter()
        window.shell.session.do(SetTerm(section, f"Patient records, edition {number}"), typing=False)
        turn(app)  # paints what the edit made stale
        samples.append((time.perf_counter() - start) * 1000)
        until(app, 0.01)
    return samples


def measure(folder: Path) -> list[Row]:
    """Rows for the edit alone and for the longest stall while the preview renders."""
    path = folder / "library.slalib"
    document = crowded(SERVICES)
    with Library(path) as library:
        made = library.create(document, author="Elif Şahin", at=NOW)
        library.commit(
            made.id, document, author="Elif Şahin", message="First draft", at=NOW, expected_version=made.version
        )
    app, program, window = window_on(path, folder)
    until(app, 1)
    window.desk.open(made.id)
    while not (window.shell.session.is_open and window.place == "agreement"):
        turn(app)
    until(app, 3)  # the preview's first pages
    name = ("services", "items", document.services.items[7].id, "name")
    window.go("agreement", name)
    until(app, 3)
    edits = _type(app, window, name, EDITS)
    fault = at_most(f"one edit of an agreement of {SERVICES} services, 95th percentile", edits, 16, percentile=95)
    window.shell.session.do(SetTerm(name, "Patient records"))
    stalls = until(app, RENDERING_SECONDS)
    rows = [
        fault,
        at_most("longest stall of the window while the preview renders", stalls, 50, percentile=100),
        at_most("longest stall of the window while typing", edits, 50, percentile=100),
    ]
    window.close()
    program.close()
    return rows
