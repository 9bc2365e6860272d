"""A row of buttons that breaks where it has no room, and a box that tells in its tip what it cuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.ui.pieces import ElidedBox
from slaeditor.ui.wrapped_line import WrappedLine
from tests.ui.interview.conftest import POPUPS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", extend=True)
ROW = 40


def test_it_takes_the_lines_that_it_needs(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    buttons = [QPushButton(f"A button with words {number}") for number in range(3)]
    line = WrappedLine(buttons, ROW)
    box = QVBoxLayout(host)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(line)
    one = buttons[0].sizeHint().width()
    for width, lines in ((4 * one, 1), (2 * one + one // 2, 2), (one + one // 2, 3)):
        host.resize(width, 300)
        host.show()
        QApplication.processEvents()
        assert line.height() == lines * ROW
        assert all(line.rect().contains(each.geometry()) for each in buttons)
        assert not [a for a in buttons for b in buttons if a is not b and a.geometry().intersects(b.geometry())]
    buttons[1].setText("No")
    buttons[2].setText("On")
    qtbot.waitUntil(lambda: line.height() == 2 * ROW)


def test_a_box_that_cuts_tells_the_whole(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem("Patient record and medication module")
    box.setToolTip("The service that the answers are about.")
    box.resize(120, 32)
    box.show()
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == "Patient record and medication module\nThe service that the answers are about."
    QToolTip.hideText()


@POPUPS
def test_the_list_of_a_box_is_as_wide_as_its_longest_line(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItems(["All", "Patient record and medication module of the hospital"])
    box.resize(120, 32)
    box.show()
    box.showPopup()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
