"""What holds for every test of the window: the shipped fonts, and nothing that outlives its test."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from slaeditor import resources
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from slaeditor.ui.theme import Theme
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, document
from tests.ui.memory_library import MemoryLibrary


@pytest.fixture(scope="session", autouse=True)
def shipped_fonts(qapp: QApplication) -> None:
    """Registers every shipped face and makes Noto Sans the application's font."""
    for face in sorted(resources.path("fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(face)) >= 0, f"Qt cannot read {face.name}"
    qapp.setFont(QFont("Noto Sans", 10))


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, shipped_fonts: None) -> Iterator[None]:
    """No widget, thread or running timer outlives a test."""
    widgets, threads = set(map(id, qapp.topLevelWidgets())), set(threading.enumerate())
    timers = set(map(id, running_timers()))
    yield
    settle()
    left = [widget for widget in qapp.topLevelWidgets() if id(widget) not in widgets]
    assert not left, f"widgets left: {left}"
    assert set(threading.enumerate()) <= threads, "a thread is left"
    running = [timer for timer in running_timers() if id(timer) not in timers]
    assert not running, f"timers left: {running}"


def running_timers() -> list[QTimer]:
    """Every timer of this process that goes on by itself."""
    return [one for one in gc.get_objects() if type(one) is QTimer and isValid(one) and one.isActive()]


def settle() -> None:
    """Let Qt delete what waits to be deleted."""
    gc.collect()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The window in its own style, as people see it."""
    style, palette = qapp.style().objectName(), qapp.palette()
    look = Theme(qapp, force_dark=False)
    yield
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)


OpenWindow = Callable[[Surroundings], WindowDriver]


@pytest.fixture
def open_window(tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens windows on surroundings, and closes them after the test."""
    windows: list[Window] = []

    def opened(around: Surroundings) -> WindowDriver:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = Window(around.shell, PAGES, settings)
        window.resize(1400, 800)
        window.show()
        windows.append(window)
        return WindowDriver(window)

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    windows.clear()
    settle()


@pytest.fixture
def library() -> MemoryLibrary:
    """Two agreements, one of them with a revision."""
    made = MemoryLibrary()
    made.add("nord", document(customer="Kliniken Nord", title="Clinical IT", number="SLA-1"), "First revision")
    made.add("sued", document(customer="Bäckerei Süd", title="Tills", number="SLA-2"))
    return made
