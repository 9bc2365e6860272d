"""Nothing that the window says is cut at its smallest sizes, whatever its language; only what is meant to be elided is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from slaeditor.ui import words
from slaeditor.ui.frame.window import Window
from slaeditor.ui.theme import Theme
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.interview.conftest import POPUPS
from tests.ui.tour import furnished, tour

pytestmark = POPUPS
SMALL, SMALLEST = (1100, 720), (960, 600)
ARROW, EDGES = 28, 12
"""What a box of choices and a field need beside their text, in pixels."""
DATA = {
    "ladder_target",
    "service",
    "clock",
    *(f"what_if_{name}" for name in ("service", "impact", "urgency", "priority", "channel")),
}
"""Boxes that name rows of the agreement: these are as long as people make them."""


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    theme = Theme(qapp, force_dark=False)
    yield
    theme.deleteLater()


@pytest.fixture(params=[code for code, _ in words.languages()])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    words.use(request.param)
    yield request.param
    words.use("en")


def needs(one: QWidget) -> tuple[str, int]:
    """What a control says in one line that cannot be cut, and how wide that is."""
    metrics = QFontMetrics(one.font())
    match one:
        case QLabel() if one.text() and not one.wordWrap():
            return one.text(), one.sizeHint().width()
        case QAbstractButton() if one.text():
            return one.text(), one.sizeHint().width()
        case QComboBox() if one.objectName() not in DATA:
            return one.currentText(), metrics.horizontalAdvance(one.currentText()) + ARROW
        case QLineEdit() if not one.text():
            return one.placeholderText(), metrics.horizontalAdvance(one.placeholderText()) + EDGES
        case _:
            return "", 0


@pytest.mark.parametrize("size", [SMALL, SMALLEST])
def test_nothing_is_cut_in_a_small_window(
    language: str, size: tuple[int, int], look: None, open_window: OpenWindow
) -> None:
    around = surroundings(furnished())
    window = open_window(around).widget
    assert isinstance(window, Window)
    window.resize(*size)
    faults: dict[str, str] = {}
    seen = 0
    for stop, widget in tour(window, around):
        for one in widget.findChildren(QWidget):
            if not one.isVisible():
                continue
            said, width = needs(one)
            seen += bool(said)
            if width > one.width() + 1:
                faults.setdefault(said, f"{stop}: {type(one).__name__} {one.objectName()}: {width} in {one.width()}")
    assert seen > 2_000
    assert not faults, "\n".join(f"{said!r} at {where}" for said, where in faults.items())
