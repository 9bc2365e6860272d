"""Every place of the window, as a scene to be drawn: one line and one small function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from slaeditor import shipped
from tools.stage import Stage

SAMPLE = shipped.sample().parties.customer.legal_name


@dataclass(frozen=True)
class Scene:
    """``act`` brings the window there; ``empty`` scenes play in a library without any agreement."""

    name: str
    act: Callable[[Stage], None]
    empty: bool = False


def _first_start(_: Stage) -> None:
    """Nothing is done yet."""


def _library(stage: Stage) -> None:
    stage.wait()


def _search(stage: Stage) -> None:
    QTest.keyClicks(stage.find(QLineEdit, "library_search"), "backup")
    stage.wait()


def _new(stage: Stage) -> None:
    stage.go("new")
    QTest.keyClicks(stage.find(QLineEdit, "new_customer"), "Nordlicht Energie GmbH")
    QTest.mouseClick(
        stage.find(QAbstractButton, "standard_managed-hosting"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
    )


def _compare(stage: Stage) -> None:
    stage.open(SAMPLE, "compare")


def _compare_standard(stage: Stage) -> None:
    stage.open(SAMPLE, "compare")
    box = stage.find(QComboBox, "compare_old")
    number = next(row for row in range(box.count()) if "Healthcare" in box.itemText(row))
    box.setCurrentIndex(number)
    box.activated.emit(number)
    stage.wait()


def _history(stage: Stage) -> None:
    stage.open(SAMPLE, "history")


def _agreement(stage: Stage) -> None:
    stage.open(SAMPLE)
    stage.until(lambda: stage.find(QLabel, "preview_words").text().startswith("Page"))


def _interview(stage: Stage) -> None:
    stage.open(SAMPLE, "interview")


SCENES = (
    Scene("first-start", _first_start, empty=True),
    Scene("library", _library),
    Scene("library-search", _search),
    Scene("new", _new),
    Scene("interview", _interview),
    Scene("agreement", _agreement),
    Scene("compare", _compare),
    Scene("compare-standard", _compare_standard),
    Scene("history", _history),
)
"""In the order of a first walk through the window."""
