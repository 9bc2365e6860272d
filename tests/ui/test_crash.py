"""What a bug does: the draft is saved first, then the person is told; the log has the traceback."""

from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from slaeditor.ui.crash import CrashGuard


class Told(CrashGuard):
    """Keeps what the person would be told."""

    def __init__(self, saves: bool = True) -> None:
        self.order: list[str] = []
        super().__init__(self._save_it, "slaeditor.log")
        self.saves = saves

    def _save_it(self) -> bool:
        self.order.append("save")
        return self.saves

    def tell(self, words: str, *, saved: bool) -> None:
        self.order.append(f"tell, saved: {saved}")
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


@pytest.mark.parametrize("saves", [True, False])
def test_the_draft_is_saved_before_anything_is_told(caplog: pytest.LogCaptureFixture, saves: bool) -> None:
    guard = Told(saves)
    with caplog.at_level(logging.CRITICAL):
        stumble(guard)
    assert guard.order == ["save", f"tell, saved: {saves}"]
    assert [record.getMessage().startswith("a bug") for record in caplog.records] == [True, True]


def test_the_dialog_says_what_became_of_the_work(qapp: QApplication) -> None:
    guard = CrashGuard(lambda: True, "the log file")
    said: list[str] = []

    def read() -> None:
        (box,) = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QMessageBox)]
        said.extend([box.text(), box.informativeText(), box.detailedText()])
        box.accept()

    QTimer.singleShot(0, read)
    guard.tell("Traceback", saved=True)
    assert said[0] == "Something went wrong in the program."
    assert "Your draft was saved" in said[1]
    assert "the log file" in said[1]
    assert said[2] == "Traceback"
