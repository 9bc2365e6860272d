"""The program as a whole: its window on a real library file, with its threads and its worker process."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slaeditor.app import Program
from tests.ui.drivers import WindowDriver


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person's own is read or written."""
    for name in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_STATE_HOME",
        "USERPROFILE",
        "LOCALAPPDATA",
        "APPDATA",
    ):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    QStandardPaths.setTestModeEnabled(True)


def test_the_sample_is_opened_changed_saved_and_found_again(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    threads = set(threading.enumerate())
    program = Program(tmp_path / "library.slalib", "Anna Weber")
    window = WindowDriver(program.open_window())
    assert not window.widget.windowIcon().pixmap(32).isNull()
    qtbot.waitUntil(lambda: window.sees("empty_sample"), timeout=20_000)
    window.click("empty_sample")
    qtbot.waitUntil(lambda: window.place == "agreement", timeout=20_000)
    title = window.heading[0]
    window.widget.close()
    program.close()
    qtbot.waitUntil(lambda: not program.windows)
    assert set(threading.enumerate()) <= threads

    program = Program(tmp_path / "library.slalib", "Anna Weber")
    window = WindowDriver(program.open_window())
    qtbot.waitUntil(lambda: len(window.table("library_table")) == 1, timeout=20_000)
    window.open(window.table("library_table")[0][0])
    qtbot.waitUntil(lambda: window.place == "agreement", timeout=20_000)
    assert window.heading[0] == title
    program.windows[0].close()
    program.close()


def test_a_second_window_does_not_hide_the_first(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(tmp_path / "library.slalib", "Anna Weber")
    first = program.open_window()
    for _ in range(2):
        first.act("window")
    assert len({(one.x(), one.y()) for one in program.windows}) == 3
    assert {one.size() == first.size() for one in program.windows} == {True}
    for one in list(program.windows):
        one.close()
    program.close()
    qtbot.waitUntil(lambda: not program.windows)
