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
from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from slaeditor import rescue, resources
from slaeditor.beginning import first_library
from slaeditor.person import person
from slaeditor.personal import NAME, settings_file
from slaeditor.ui import words
from slaeditor.ui.asker import Dialogs
from slaeditor.ui.frame.crash import CrashGuard
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.frame.window import Window
from slaeditor.ui.jobs import Err, JobRunner, Ok
from slaeditor.ui.ports import Clock
from slaeditor.ui.session import Session
from slaeditor.ui.settings.preferences import Look, Preferences
from slaeditor.ui.shell import Shell
from slaeditor.ui.theme import Theme
from slaeditor.ui.words import told, tr
from slaeditor.ui.worker import WorkerProcess
from slaeditor.wiring import Exports, LibraryOfWindow, Shelf, Standards, SystemClock

COLLECT_AFTER_MS = 3_000
ASIDE = QPoint(32, 32)
"""So far a window stands from the one that it came from."""

TURN_SECONDS = 0.0005
"""So long the window waits for its turn while a thread beside it works, as the checks do; Python's own 5 ms add up to stalls."""


class Program:
    """What all windows share: their settings, the thread for the work on libraries, and the worker process for exports.

    ``user`` is the name that was given for this time; the settings know the one for always.
    """

    def __init__(
        self,
        library: Path | None,
        user: str = "",
        *,
        clock: Clock | None = None,
        settings: Path | None = None,
        theme: Theme | None = None,
    ) -> None:
        QTimer.singleShot(COLLECT_AFTER_MS, _collect)
        sys.setswitchinterval(TURN_SECONDS)
        QApplication.setWindowIcon(QIcon(str(resources.path("program", f"{NAME}.svg"))))
        self._user, self._theme = user, theme
        self._clock = clock or SystemClock()
        self._short = ThreadPoolExecutor(1, "store")
        self._long = ThreadPoolExecutor(1, "long")
        self._worker = WorkerProcess()
        self._settings = QSettings(str(settings or settings_file()), QSettings.Format.IniFormat)
        self.preferences = Preferences(self._settings, usual_library)
        self.preferences.changed.connect(self._set)
        self._set("look")
        words.use(self.preferences.language)
        documents = Path(platformdirs.user_documents_dir())
        self._asker = Dialogs(documents if documents.is_dir() else Path.home(), QApplication.activeWindow)
        self.windows: list[Window] = []
        self._shelf_of: dict[Window, Shelf] = {}
        self._shelves: set[Shelf] = set()
        place, self._said = first_library(library, self.preferences)
        self._first = Shelf(place, create=place is None or library is not None)

    def open_window(self, shelf: Shelf | None = None) -> Window:
        """One more window, on the library with which the program began unless another is given."""
        shelf = shelf or self._first
        library = LibraryOfWindow(shelf, self._clock, self.name)
        runner = JobRunner(self._short)
        shell = Shell(
            session=Session(runner, library.save_draft, library.keep_unparsed, lambda: uuid4().hex[:12]),
            runner=runner,
            heavy=JobRunner(self._long, interrupt=self._worker.kill),
            library=library,
            standards=Standards(library),
            exports=Exports(
                shelf, self._clock, self._worker.call, lambda: self.preferences.logo, lambda: self.preferences.annex
            ),
            clock=self._clock,
            asker=self._asker,
            user=self.name,
            version=program_version,
            preferences=self.preferences,
        )
        window = Window(shell, PAGES, self._settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.another.connect(lambda: self._open_beside(window, shelf))
        window.closed.connect(lambda: self._closed(window))
        window.libraries.wanted.connect(lambda place, make: self.change_library(window, place, make=make))
        self.windows.append(window)
        self._shelf_of[window] = shelf
        self._shelves.add(shelf)
        window.show()
        self._prove(window, shelf)
        return window

    def _open_beside(self, first: Window, shelf: Shelf) -> None:
        """One more window that does not hide the one it came from."""
        first.remember()  # it is as large
        second = self.open_window(shelf)
        taken = {one.pos() for one in self.windows if one is not second}
        while second.pos() in taken and not second.isMaximized() and not second.isFullScreen():
            second.move(second.pos() + ASIDE)

    def change_library(self, window: Window, place: Path, *, make: bool = False) -> None:
        """Another library takes the place of the one in this window; one that cannot be opened leaves all as it was."""
        shelf = next((one for one in self._shelf_of.values() if Path(one.place) == place), Shelf(place, create=make))

        def done(result: Ok[object] | Err) -> None:
            match result:
                case Ok() if window.rescue():  # what cannot be saved keeps its window, which says why
                    window.remember()
                    self.open_window(shelf)
                    window.close()
                case Ok():
                    pass
                case Err(error):
                    if not place.exists():
                        self.preferences.forget(place)
                    window.shell.report(error)

        window.shell.runner.start(lambda _: shelf.library, done, name=tr("Opening the library"))

    def name(self) -> str:
        """The name under which things are done."""
        return self._user or self.preferences.author or person()

    def rescue(self) -> list[Rescued]:
        """Save what is open after a bug, and tell what became of it."""
        return rescue.every(self.windows, Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "rescued")

    def close(self) -> None:
        """End threads and processes, and let go of the libraries."""
        # The worker first: whoever waits for it is set free.
        for executor in (self._worker, self._short, self._long):
            executor.shutdown(wait=True, cancel_futures=True)
        for shelf in self._shelves:
            shelf.close()
        gc.unfreeze()
        gc.enable()

    def _prove(self, window: Window, shelf: Shelf) -> None:
        """See whether the library can be opened; what cannot is told once, and the default one is offered."""

        def default() -> bool:
            self.change_library(window, self.preferences.default_library, make=True)
            return True  # the question stays until there is another library

        def another() -> bool:
            window.act("library_open")
            return True

        def done(result: Ok[object] | Err) -> None:
            choices = [(tr("Open another…"), another)]
            match result:
                case Ok():
                    self.preferences.remember(Path(shelf.place))
                    if self._said:
                        window.decide(self._said, [*choices, (tr("Dismiss"), lambda: False)])
                        self._said = ""
                case Err(error):
                    if Path(shelf.place) != self.preferences.default_library:
                        choices.insert(0, (tr("Open the default library"), default))
                    window.decide(told(error), choices)

        window.shell.runner.start(lambda _: shelf.library, done)

    def _closed(self, window: Window) -> None:
        self.windows.remove(window)
        shelf = self._shelf_of.pop(window)
        if shelf not in self._shelf_of.values():
            self._short.submit(shelf.close)  # after what is still to be done there

    def _open_anew(self, window: Window) -> None:
        """The same window once more, in the language that is spoken now."""
        if not window.rescue():  # what cannot be saved keeps its window, which says why
            return
        place, agreement = window.place, window.shell.session.agreement
        read_only = window.shell.session.read_only
        window.remember()
        again = self.open_window(self._shelf_of[window])
        if agreement and not read_only:
            again.desk.open(agreement, place)
        elif place == "settings":
            again.go(place)
        window.close()

    def _set(self, what: str) -> None:
        """A setting is another one now."""
        if what == "author":
            self._user = ""
        elif what == "language":
            words.use(self.preferences.language)
            for window in list(self.windows):
                QTimer.singleShot(0, window, lambda window=window: self._open_anew(window))
        elif what == "look" and self._theme is not None:
            look = self.preferences.look
            self._theme.force(dark=None if look is Look.SYSTEM else look is Look.DARK)


def usual_library() -> Path:
    """Where a person's library lies unless they say otherwise."""
    from slaeditor.storage.library import default_path  # loads what opening a library needs

    return default_path()


def _collect() -> None:
    """Look for rubbish from now on, but not among what the start has made: that stays, and to go through it stalls the window."""
    gc.freeze()
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
    app.setDesktopFileName(NAME)
    if not QFontDatabase.families():
        for face in sorted(resources.path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(face))
        app.setFont("Noto Sans")
    program = Program(options.library, options.user, theme=Theme(app))
    guard = CrashGuard(program.rescue, str(keep_log()), leave=lambda: app.exit(1), version=program_version)
    sys.excepthook = guard.hook
    try:
        program.open_window()
        return app.exec()
    finally:
        program.close()
        sys.excepthook = sys.__excepthook__


if __name__ == "__main__":
    sys.exit(main())
