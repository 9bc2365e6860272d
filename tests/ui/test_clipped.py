"""No text of the window is cut where there is little room, nor on screens of another scale, nor in another language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from slaeditor.ui.frame.window import Window
from slaeditor.ui.pieces import label
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.interview.conftest import POPUPS
from tests.ui.tour import furnished
from tools.clipped import SMALL, clipped, walk

ROOT = Path(__file__).parent.parent.parent


@POPUPS
@pytest.mark.usefixtures("dressed")
def test_every_text_of_a_small_window_can_be_read(open_window: OpenWindow) -> None:
    around = surroundings(furnished())
    window = open_window(around).widget
    assert isinstance(window, Window)
    window.resize(SMALL)
    assert walk(window, around) == {}


@pytest.mark.parametrize("options", [("--scale", "1.25"), ("--scale", "2"), ("--language", "tr")])
def test_nor_is_any_cut_at_another_scale_or_in_another_language(options: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.clipped", *options], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def test_what_is_cut_is_found(qapp: QApplication) -> None:
    page = QWidget()
    page.resize(200, 100)
    words = label("A sentence that needs more room than this")
    words.setParent(page)
    words.resize(60, 20)
    press = QPushButton("Press here to go on", page)
    press.setGeometry(0, 30, 40, 24)
    edge = label("At the edge")
    edge.setParent(page)
    edge.setGeometry(170, 60, 90, 20)
    page.show()
    assert len(list(clipped(page))) == 3
    words.setToolTip(words.text())
    press.resize(200, 24)
    edge.move(20, 60)
    assert list(clipped(page)) == []
    page.close()
    page.deleteLater()
