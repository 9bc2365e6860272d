"""The chip of a status: a shape and a word for each, told to those who cannot see it, cut where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from slaeditor.model.lifecycle import Status
from slaeditor.ui.drawn.chip import HEIGHT, LOOKS, Chip, chip_width, draw_chip, status_word
from slaeditor.ui.theme import colour, font


def test_every_status_has_a_shape_and_a_word_of_its_own() -> None:
    assert set(LOOKS) == set(Status)
    assert len({shape for shape, _ in LOOKS.values()}) == len(Status)
    assert [status_word(status) for status in Status] == [status.value for status in Status]


@pytest.mark.parametrize("status", Status)
def test_a_chip_is_drawn_in_the_colour_of_its_status_and_cut_at_its_area(qtbot: QtBot, status: Status) -> None:
    image = QImage(200, 32, QImage.Format.Format_RGB32)
    image.fill(colour("base"))
    painter = QPainter(image)
    area = QRect(10, 0, 40, 32)
    draw_chip(painter, area, status, "a status with very many words")
    painter.end()
    ground = colour("base").rgb()
    drawn = {(x, y) for x in range(200) for y in range(32) if image.pixel(x, y) != ground}
    assert drawn
    assert all(area.contains(x, y) for x, y in drawn)
    assert colour(LOOKS[status][1]).rgb() in {image.pixel(x, y) for x, y in drawn}


def test_a_chip_says_its_status_and_takes_the_room_for_it(qtbot: QtBot) -> None:
    chip = Chip("standing")
    qtbot.addWidget(chip)
    chip.show_status(Status.IN_REVIEW)
    assert (chip.text(), chip.accessibleName()) == ("in review", "Status: in review")
    assert chip.sizeHint().width() == chip_width("in review", font("small"))
    assert chip.sizeHint().height() == HEIGHT
    chip.show_status(Status.IN_FORCE, "in force, changed")
    assert chip.accessibleName() == "Status: in force, changed"
