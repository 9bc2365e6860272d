"""From the command to a painted Library of 1,000 agreements, in English and Turkish; the floor is a bare window plus the bare imports."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from benchmarks.documents import fill
from benchmarks.measure import Row, against_floor, run_python
from tests.filled import filled_document

COUNT = 1_000

_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
window.repaint()
import msgspec, sqlalchemy
import os
os._exit(0)  # what it takes to end is not part of a start
"""

# The whole way from the command's entry; only the event loop is replaced, by one that ends with the painted list.
_OURS = f"""
import os
import sys
from slaeditor import cli
import slaeditor.commands
def watched():
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QTableView
    def run(app=None):
        app = QApplication.instance()
        def full():
            views = [view for window in app.topLevelWidgets() for view in window.findChildren(QTableView)]
            return any(view.model() and view.model().rowCount() == {COUNT} for view in views)
        while not full():
            # Waits for events, as the program does; turning round and round would take the interpreter from the loading thread.
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        app.processEvents()
        for window in app.topLevelWidgets():
            window.repaint()
        from slaeditor.ui import words
        os._exit(0 if words.language() == sys.argv[2] else 1)
    QApplication.exec = run
from slaeditor import qt
qt.load()  # as the command does before it imports anything of Qt
watched()
cli.main(["--library", sys.argv[1]])
"""


def measure(folder: Path) -> list[Row]:
    """A row for each language: fresh processes, ours and the floor in turn."""
    os.environ |= {
        name: str(folder) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    library = folder / "library.slalib"
    fill(library, filled_document(1), COUNT).close()
    settings = folder / "slaeditor" / "window.ini"
    settings.parent.mkdir(exist_ok=True)
    rows = []
    for language, what in (("en", "start"), ("tr", "start in Turkish")):
        settings.write_text(f"[window]\nlanguage={language}\n", encoding="utf-8")
        rows.append(
            against_floor(
                f"{what} to a painted Library of {COUNT:,} agreements",
                partial(run_python, _OURS, str(library), language),
                lambda: run_python(_FLOOR),
                1.5,
                runs=9,
            )
        )
    return rows
