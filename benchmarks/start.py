"""From the command to a painted Library of 1,000 agreements; the floor is a bare window plus the bare imports."""

from __future__ import annotations

import os
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
        os._exit(0)
    QApplication.exec = run
from slaeditor import qt
qt.load()  # as the command does before it imports anything of Qt
watched()
cli.main(["--library", sys.argv[1]])
"""


def measure(folder: Path) -> list[Row]:
    """One row: fresh processes, ours and the floor in turn."""
    os.environ |= {
        name: str(folder) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    library = folder / "library.slalib"
    fill(library, filled_document(1), COUNT).close()
    return [
        against_floor(
            f"start to a painted Library of {COUNT:,} agreements",
            lambda: run_python(_OURS, str(library)),
            lambda: run_python(_FLOOR),
            1.5,
            runs=9,
        )
    ]
