"""What a bug does: the drafts are saved first, then the person is told what is saved and what not; the log has the traceback."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from slaeditor import rescue
from slaeditor.model.canonical import from_json
from slaeditor.model.edits import SetTerm
from slaeditor.model.errors import UserError
from slaeditor.ui.bidi import MARK
from slaeditor.ui.frame.crash import CrashGuard
from slaeditor.ui.frame.crash_dialog import CrashDialog, lines
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import Driver
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


class Told(CrashGuard):
    """Keeps what the person would be told."""

    def __init__(self, rescued: Sequence[Rescued] | Exception) -> None:
        self.order: list[str] = []
        super().__init__(self._save_it, "slaeditor.log")
        self.rescued = rescued

    def _save_it(self) -> Sequence[Rescued]:
        self.order.append("save")
        if isinstance(self.rescued, Exception):
            raise self.rescued
        return self.rescued

    def tell(self, words: str, rescued: Sequence[Rescued] | None) -> None:
        self.order.append(f"tell {None if rescued is None else [one.saved for one in rescued]}")
        assert "ZeroDivisionError" in words
        stumble(self)  # a second bug while the first is told of


def stumble(guard: CrashGuard) -> None:
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        guard.hook(kind, error, trace)


@pytest.mark.parametrize("saved", [True, False])
def test_the_drafts_are_saved_before_anything_is_told(caplog: pytest.LogCaptureFixture, saved: bool) -> None:
    guard = Told([Rescued("IT services", saved)])
    with caplog.at_level(logging.CRITICAL):
        stumble(guard)
    assert guard.order == ["save", f"tell [{saved}]"]
    assert [record.getMessage().startswith("a bug") for record in caplog.records] == [True, True]


def test_where_saving_fails_the_person_is_told_all_the_same(caplog: pytest.LogCaptureFixture) -> None:
    guard = Told(RuntimeError("full"))
    with caplog.at_level(logging.CRITICAL), pytest.raises(RuntimeError, match="full"):
        stumble(guard)
    assert guard.order == ["save", "tell None"]


# A bug in a slot, as it comes


def answer(act: Callable[[Driver], None]) -> None:
    """Do something with the dialog as soon as it is there."""

    def find() -> None:
        (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]
        act(Driver(dialog))

    QTimer.singleShot(0, find)


def stumble_alone() -> None:
    raise IndexError("list index out of range")


def raise_in_a_slot() -> None:
    button = QPushButton()
    button.clicked.connect(stumble_alone)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.deleteLater()


def windows_of(widget: object) -> list[Window]:
    assert isinstance(widget, Window)
    return [widget]


def test_a_bug_in_a_slot_saves_tells_and_lets_go_on(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = MemoryLibrary()
    library.add("nord", document(customer="شركة الشمال", title="İşletim"), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.open("شركة الشمال")
    around.shell.session.do(SetTerm(TITLE, "Last words"))
    left: list[str] = []
    guard = CrashGuard(
        lambda: rescue.every(windows_of(window.widget), tmp_path),
        "the log file",
        leave=lambda: left.append("left"),
        version=lambda: "1.2",
    )
    monkeypatch.setattr(sys, "excepthook", guard.hook)
    seen: list[str] = []

    def look(dialog: Driver) -> None:
        seen.append(dialog.label("crash_line_0"))
        dialog.click("crash_copy")
        dialog.click("crash_more")
        seen.append(dialog.find(QPlainTextEdit, "crash_details").toPlainText())
        dialog.click("crash_go_on")

    answer(look)
    raise_in_a_slot()
    assert seen[0].lstrip(MARK) == "✓  “شركة الشمال · Last words” is saved as a draft, with all that you typed."
    assert "IndexError" in seen[1]
    assert "slaeditor 1.2" in seen[1]
    assert "Last words" not in seen[1]  # a report holds nothing of an agreement
    assert QGuiApplication.clipboard().text() == seen[1]
    assert library.kept["nord"].document.identity.title == "Last words"
    assert left == []


def test_what_the_library_does_not_take_becomes_a_file(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(TITLE, "Last words"))
    library.refuses = UserError("The disk is full.")
    left: list[str] = []
    guard = CrashGuard(
        lambda: rescue.every(windows_of(window.widget), tmp_path / "rescued"), "log", leave=lambda: left.append("left")
    )
    monkeypatch.setattr(sys, "excepthook", guard.hook)
    said: list[str] = []

    def close(dialog: Driver) -> None:
        said.append(dialog.label("crash_line_0"))
        dialog.click("crash_close")

    answer(close)
    raise_in_a_slot()
    (copy,) = (tmp_path / "rescued").iterdir()
    assert from_json(copy.read_bytes()).identity.title == "Last words"
    assert str(copy) in said[0]
    assert left == ["left"]
    library.refuses = None


def test_every_fate_has_its_sentence() -> None:
    assert lines(None)[0][1] is False
    assert lines([])[0][1] is True
    assert [good for _, good in lines([Rescued("A", True), Rescued("B", False, "x.json"), Rescued("C", False)])] == [
        True,
        False,
        False,
    ]
    assert "x.json" in lines([Rescued("B", False, "x.json")])[0][0]
