"""The window's composition root: the only place where window, store and exports are put together."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import platformdirs
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from slaeditor import resources
from slaeditor.person import person
from slaeditor.ui.asker import Dialogs
from slaeditor.ui.crash import CrashGuard
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.places import PAGES
from slaeditor.ui.ports import Clock
from slaeditor.ui.session import Session
from slaeditor.ui.shell import Shell
from slaeditor.ui.theme import Theme
from slaeditor.ui.window import Window
from slaeditor.ui.worker import WorkerProcess
from slaeditor.wiring import Exports, LibraryOfWindow, Shelf, Standards, SystemClock

NAME = "slaeditor"
COLLECT_AFTER_MS = 3_000


class Program:
    """What all windows share: the open library, the thread for its work, and the worker process for exports."""

    def __init__(
        self, library: Path | None, user: str, *, clock: Clock | None = None, settings: Path | None = None
    ) -> None:
        # Loading makes many objects and no rubbish: looking for some meanwhile costs a tenth of the start.
        gc.disable()
        QTimer.singleShot(COLLECT_AFTER_MS, gc.enable)
        self._shelf = Shelf(library)
        self._user = user
        self._clock = clock or SystemClock()
        self._short = ThreadPoolExecutor(1, "store")
        self._long = ThreadPoolExecutor(1, "long")
        self._worker = WorkerProcess()
        kept = settings or Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"
        self._settings = QSettings(str(kept), QSettings.Format.IniFormat)
        documents = Path(platformdirs.user_documents_dir())
        self._asker = Dialogs(documents if documents.is_dir() else Path.home(), QApplication.activeWindow)
        self.windows: list[Window] = []

    def open_window(self) -> Window:
        """One more window on the library."""
        library = LibraryOfWindow(self._shelf, self._clock, lambda: self._user, self._user)
        runner = JobRunner(self._short)
        shell = Shell(
            session=Session(runner, library.save_draft, library.keep_unparsed, lambda: uuid4().hex[:12]),
            runner=runner,
            heavy=JobRunner(self._long, interrupt=self._worker.kill),
            library=library,
            standards=Standards(library),
            exports=Exports(self._shelf, self._clock, self._worker.call),
            clock=self._clock,
            asker=self._asker,
            user=lambda: self._user,
            version=program_version,
        )
        window = Window(shell, PAGES, self._settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.another.connect(self.open_window)
        window.closed.connect(lambda: self.windows.remove(window))
        self.windows.append(window)
        window.show()
        return window

    def rescue(self) -> bool:
        """Save every window's draft after a bug."""
        saved = [window.rescue() for window in self.windows]
        return all(saved)

    def close(self) -> None:
        """End threads and processes, and let go of the library."""
        # The worker first: whoever waits for it is set free.
        for executor in (self._worker, self._short, self._long):
            executor.shutdown(wait=True, cancel_futures=True)
        self._shelf.close()
        gc.enable()


def program_version() -> str:
    """The version of this installation."""
    from importlib.metadata import version  # loads the parser of e-mails

    return version(NAME)


def keep_log() -> Path:
    """Write warnings and bugs to a file; returns it."""
    place = Path(platformdirs.user_log_dir(NAME, appauthor=False)) / "slaeditor.log"
    place.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        filename=place, level=logging.WARNING, encoding="utf-8", format="%(asctime)s %(levelname)s %(message)s"
    )
    return place


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window and stay until the last one is closed; returns the exit code."""
    parser = argparse.ArgumentParser(prog=NAME, description="Customer-based service level agreements.")
    parser.add_argument("--library", type=Path, help="the library file (default: the one of this user)")
    parser.add_argument("--as", dest="user", default="", help="the name under which things are done")
    options = parser.parse_args(argv)
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    if not QFontDatabase.families():
        for face in sorted(resources.path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(face))
        app.setFont("Noto Sans")
    Theme(app)
    program = Program(options.library, options.user or person())
    guard = CrashGuard(program.rescue, str(keep_log()))
    sys.excepthook = guard.hook
    try:
        program.open_window()
        return app.exec()
    finally:
        program.close()
        sys.excepthook = sys.__excepthook__


if __name__ == "__main__":
    sys.exit(main())
