"""Walks through the window and names every text that does not fit: ``python -m tools.clipped`` (``--help`` for scale, size, language).

A text may be cut with an ellipsis where its tool tip says it in full; nothing else may be cut.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    # Before anything imports Qt: the scale holds for the whole process.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for place, word in enumerate(sys.argv):
        if word == "--scale":
            os.environ["QT_SCALE_FACTOR"] = sys.argv[place + 1]

from PySide6.QtCore import QRect, QSettings, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from slaeditor import resources
from slaeditor.ui import words
from slaeditor.ui.forms.matrix_painting import LevelHeader
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from slaeditor.ui.pieces import Elided
from slaeditor.ui.theme import Theme
from tests.ui.fakes import Surroundings, surroundings
from tests.ui.tour import furnished, tour

SMALL = QSize(1100, 720)


def clipped(below: QWidget) -> Iterator[str]:
    """A line for every visible text below a widget that is cut and not told in full by its tool tip."""
    for one in below.findChildren(QWidget):
        if one.isVisible() and one.window() is below.window() and not one.visibleRegion().isEmpty():
            for why in (*_too_small(one), *_outside(one)):
                yield f"{type(one).__name__} {_named(one)}: {why}"


def _too_small(one: QWidget) -> Iterator[str]:
    """Whether the widget is smaller than its text."""
    wide = one.fontMetrics().horizontalAdvance
    match one:
        case QLabel() if one.text() and one.wordWrap():
            if one.heightForWidth(one.width()) > one.height() + 1:
                yield f"{one.text()!r} needs {one.heightForWidth(one.width())} of height and has {one.height()}"
        case QLabel() if one.text():
            if one.sizeHint().width() > one.width() + 1 and one.text() not in one.toolTip():
                yield f"{one.text()!r} needs {one.sizeHint().width()} of width and has {one.width()}"
        case QComboBox():
            if wide(one.currentText()) > one.width() - 24 and one.currentText() not in one.toolTip():
                yield f"{one.currentText()!r} is chosen and does not fit"
        case QLineEdit():
            hint = one.placeholderText() if not one.text() else ""
            if wide(hint) > one.width() - 12 and hint not in one.toolTip():
                yield f"the hint {hint!r} does not fit"
        case QAbstractButton() if one.text() and not isinstance(one, QToolButton):
            if one.sizeHint().width() > one.width() + 1 and one.text().replace("&", "") not in one.toolTip():
                yield f"{one.text()!r} needs {one.sizeHint().width()} of width and has {one.width()}"
        case QToolButton() if one.text() and one.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly:
            if one.icon().isNull() and wide(one.text()) > one.width() - 4:
                yield f"{one.text()!r} does not fit"
        case QTabBar() if not one.usesScrollButtons() or one.elideMode() is not Qt.TextElideMode.ElideNone:
            for tab in range(one.count()):
                if one.isTabVisible(tab) and wide(one.tabText(tab)) > one.tabRect(tab).width():
                    yield f"the tab {one.tabText(tab)!r} does not fit"
        case QHeaderView() if one.orientation() is Qt.Orientation.Horizontal:
            yield from _heads(one)
        case _:
            pass


def _heads(one: QHeaderView) -> Iterator[str]:
    model = one.model()
    for section in range(one.count()):
        head = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        told = str(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        room = QRect(0, 0, one.sectionSize(section) - 2, 10_000)
        wraps = Qt.TextFlag.TextWordWrap if isinstance(one, LevelHeader) else Qt.TextFlag.TextSingleLine
        needed = one.fontMetrics().boundingRect(room, int(wraps), head)
        fits = needed.width() <= room.width() and needed.height() <= one.height()
        if head and not one.isSectionHidden(section) and not fits and head not in told:
            yield f"the head {head!r} needs {needed.width()} of width and has {room.width()}"


def _outside(one: QWidget) -> Iterator[str]:
    """Whether the edge of what holds it cuts a text; what is scrolled to is cut above and below only."""
    if not isinstance(one, QLabel | QAbstractButton | Elided | QComboBox) or not _says(one):
        return
    seen = one.visibleRegion().boundingRect()
    scrolled = any(isinstance(above, QAbstractScrollArea) for above in _above(one))
    if seen.width() < one.width() - 1 and not scrolled:
        yield f"{_says(one)!r} is cut at the side: {seen.width()} of {one.width()} can be seen"
    if seen.height() < one.height() - 1 and not scrolled:
        yield f"{_says(one)!r} is cut above or below: {seen.height()} of {one.height()} can be seen"


def _says(one: QWidget) -> str:
    return one.currentText() if isinstance(one, QComboBox) else str(getattr(one, "text", str)())


def _above(one: QWidget) -> Iterator[QWidget]:
    above = one.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _named(one: QWidget) -> str:
    names = [above.objectName() for above in (one, *_above(one)) if above.objectName()]
    return " < ".join(name for name in names if not name.startswith("qt_"))


def walk(window: Window, around: Surroundings) -> dict[str, str]:
    """Every fault of the walk with the stop where it was met first."""
    faults: dict[str, str] = {}
    for stop, widget in tour(window, around):
        found = set(clipped(widget))
        for _ in range(10 if found else 0):  # what has only just come in is still being laid out
            QApplication.processEvents()
        for fault in found.intersection(clipped(widget)):
            faults.setdefault(fault, stop)
    return faults


def main() -> int:
    """Print the faults; 1 when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--width", type=int, default=SMALL.width())
    parser.add_argument("--height", type=int, default=SMALL.height())
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    app = QApplication([])
    words.use(options.language)
    for face in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))
    app.setFont(QFont("Noto Sans", 10))
    Theme(app, force_dark=False)
    around = surroundings(furnished())
    with tempfile.TemporaryDirectory() as folder:
        window = Window(around.shell, PAGES, QSettings(str(Path(folder) / "w.ini"), QSettings.Format.IniFormat))
        window.resize(options.width, options.height)
        window.show()
        faults = walk(window, around)
        window.close()
    for fault, stop in faults.items():
        print(f"{stop}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
