"""Every text of the window goes through the catalogue: in a language that marks what it says, nothing is left unmarked but data."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.ui import words
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.interview.conftest import POPUPS
from tests.ui.tour import furnished, tour
from tools import translate

pytestmark = POPUPS
HASH = re.compile(r"[0-9a-f]{16}")
OPEN, SHUT = "⟦", "⟧"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS = 30
BETWEEN = re.compile(r"[·›…|/()\[\]“”\"!?*:;,.\n\t▲▼●○✓+=→←–—−-]+")
SAME_EVERYWHERE = {
    "slaeditor", "PDF", "Excel", "Enter", "Ctrl", "Alt", "Shift", "Del", "Ins", "Esc", "Tab", "OK", "Cancel", "Home", "End",
    "English", "Türkçe", "Insert", "Scroll Left", "Scroll Right", "EUR",
}  # fmt: skip
"""Names, keys, and what Qt says itself."""
OURS = {
    "Something was done", "Something stood in the way", "Undo", "Save revision", "What changed", "One", "Two", "Import",
    "Which one", "Choice", "As proposed", "Anna", "Anna Weber", "For offices", "For hospitals", "General IT services",
    "library", "slalib", "memory", "Two versions of this agreement are kept", "which one goes on", "Keep mine",
}  # fmt: skip
"""What the tour itself puts into the window."""


ENGLISH = {"guide_parts", "guide_text"}
"""The guide is in English."""


class Marking:
    """A language that says everything as English does, between marks."""

    code = "en"

    def __init__(self) -> None:
        self.asked: set[tuple[str, str]] = set()

    def one(self, text: str, sense: str) -> str:
        if text:
            self.asked.add((text, sense))
        return f"{OPEN}{text}{SHUT}" if text else ""

    def of(self, one: str, many: str, count: int) -> str:
        return f"{OPEN}{one if count == 1 else many}{SHUT}"

    def capital(self, text: str) -> str:
        return text

    def name(self, kind: str, code: str) -> str:
        return f"{OPEN}{code}{SHUT}"


@pytest.fixture
def marking() -> Iterator[Marking]:
    tongue = Marking()
    words.speak(tongue)
    yield tongue
    words.speak(None)


def unmarked(text: str) -> str:
    """What stands outside the marks; where a text was cut, a mark may have been cut off with it."""
    left, depth, first_shut = "", 0, None
    for character in text:
        if character == OPEN:
            depth += 1
        elif character == SHUT:
            if depth:
                depth -= 1
            else:
                left, first_shut = "", True
        elif not depth:
            left += character
    del first_shut
    return left


def said_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that a widget shows or tells."""
    for one in [widget, *widget.findChildren(QWidget)]:
        if not one.isVisible() or one.objectName() in ENGLISH:
            continue
        where = f"{type(one).__name__} {one.objectName()}"
        yield where, one.toolTip()
        yield where, one.whatsThis()
        yield where, one.accessibleName()
        yield where, one.accessibleDescription()
        match one:
            case QAbstractButton() | QLabel():
                yield where, one.text()
            case QLineEdit() | QPlainTextEdit() | QTextEdit():
                yield where, one.placeholderText()
            case QComboBox():
                yield from ((where, one.itemText(number)) for number in range(min(one.count(), MOST_ROWS)))
            case QTabBar():
                yield from ((where, one.tabText(number)) for number in range(one.count()))
            case QDockWidget():
                yield where, one.windowTitle()
            case QAbstractItemView():
                yield from ((where, text) for text in cells(one))
        for action in one.actions():
            yield f"{where} action", action.text()


def cells(view: QAbstractItemView) -> Iterator[str]:
    model: QAbstractItemModel | None = view.model()  # the stubs do not know that there may be none
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in ROLES)


def data_of(*documents: Agreement) -> str:
    """Everything that documents say themselves, and the holidays of their years."""
    found: list[str] = []
    for document in documents:
        found += [text for _, _, value in paths.walk(document) for text in texts_in(value)]
        found += [text for metric in metric_sheet(document) for text in texts_in(metric)]
        for calendar in document.hours.calendars:
            for year in (2026, 2027, 2028):
                found += public_holidays(calendar.holiday_country, calendar.holiday_subdivision, year).values()
    return "\n".join(found).replace("\u00a0", " ").casefold()


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif value is not None and not isinstance(value, enum.Enum | bool):
        yield str(value)


def strangers(text: str, data: str) -> list[str]:
    """The pieces of a text that nobody told and that are no data either."""
    lines = set(data.split("\n"))
    found = []
    for piece in BETWEEN.split(unmarked(text)):
        said = re.sub(r"\s+", " ", piece).strip("%×§ ")
        plain = re.sub(r"[\d%×\s]+", " ", said).strip()
        if len(plain) < 3 or plain in SAME_EVERYWHERE | OURS or HASH.fullmatch(said) or is_data(said, data, lines):
            continue
        found.append(said)
    return found


def is_data(said: str, data: str, lines: set[str]) -> bool:
    """Whether it stands in the data, or is a code and a name of it beside each other."""
    words_of = said.casefold().split()
    if " ".join(words_of) in data:
        return True
    return any(
        words_of[0] in lines and " ".join(words_of[1:]).startswith(line) for line in lines if line and len(words_of) > 1
    )


def test_nothing_that_the_window_says_goes_past_the_catalogue(
    marking: Marking, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[str, str]] = []
    plain = QPainter.drawText

    def draw(painter: QPainter, *given: Any) -> Any:
        drawn.extend(("drawn", one) for one in given if isinstance(one, str))
        return plain(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", draw)
    around = surroundings(furnished())
    window = open_window(around).widget
    assert isinstance(window, Window)
    library = around.library
    data = data_of(*(library.working(name).document for name in ("sample", "begun")))
    faults: dict[str, str] = {}
    seen: set[str] = set()
    painted = 0
    for stop, widget in tour(window, around):
        drawn.clear()
        widget.grab()
        painted += len(drawn)
        for where, text in [*said_by(widget), *drawn]:
            if text not in seen:
                seen.add(text)
                for stranger in strangers(text, data):
                    faults.setdefault(stranger, f"{stop}: {where}: {text[:100]!r}")
    assert len(seen) > 2_000
    assert painted > 500
    known = {(text.one, text.sense) for text in translate.texts()}
    unknown = marking.asked - known
    assert not unknown, f"looked up, but in no catalogue, so data or put together in place: {sorted(unknown)}"
    assert not faults, "\n".join(f"{what!r} at {where}" for what, where in faults.items())


def test_every_menu_is_told(marking: Marking, open_window: OpenWindow) -> None:
    window = open_window(surroundings(furnished())).widget
    texts = [one.text() for one in window.findChildren(QAction) if one.text()]
    assert len(texts) > 30
    assert not [text for text in texts if OPEN not in text]


def test_a_stranger_would_be_found() -> None:
    data = "patient record\n36"
    assert strangers(f"{OPEN}Service{SHUT}: Patient record", data) == []
    assert strangers(f"{OPEN}Service{SHUT}: no such thing", data) == ["no such thing"]
    assert strangers(f"… record{SHUT} · {OPEN}Cut of…", data) == []
