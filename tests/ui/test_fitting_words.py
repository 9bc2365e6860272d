"""Words made to fit: days of the week in short, lines broken at their dots, names of black-outs below the days' numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.clock.maintenance import Month
from slaeditor.ui import dates
from slaeditor.ui.drawn.lines import separated
from slaeditor.ui.drawn.month_layout import DATE, board
from slaeditor.ui.editors.fields import LineField
from slaeditor.ui.pieces import ElidedBox

WEEK = list(Weekday)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([], ""),
        ([0, 1, 2, 3, 4], "Mon–Fri"),
        ([4, 2, 0], "Mon, Wed, Fri"),
        ([5, 6], "Sat, Sun"),
        ([0, 1, 2, 4, 5, 6], "Mon–Wed, Fri–Sun"),
    ],
)
def test_days_of_the_week_in_short(days: list[int], said: str) -> None:
    assert dates.weekdays([WEEK[number] for number in days]) == said


def test_no_line_begins_or_ends_with_a_dot(qtbot: QtBot) -> None:
    words = "3 h 36 min = 90% of Restore · after breach · Phone"
    width = QFontMetrics(QFont()).horizontalAdvance("3 h 36 min = 90% of Restore ·")
    lines = separated(words, width, QFont())
    assert lines == ("3 h 36 min = 90% of Restore", "after breach · Phone")
    assert separated(words, 10_000, QFont()) == (words,)


def test_the_name_of_a_black_out_covers_no_number() -> None:
    days = {date(2027, 1, 1) + timedelta(days=number): "Turn of the year" for number in range(5)}
    shown = board(2027, 1, Month((), days, 0), (), 700)
    cells = dict(shown.days)
    assert [one.name for one in shown.names] == ["Turn of the year"] * 2  # once in each of the two weeks
    for day in days:
        number = cells[day].adjusted(0, 0, 0, DATE - cells[day].height())
        assert not any(one.area.intersects(number) for one in shown.names)


@pytest.mark.parametrize("kind", [LineField, ElidedBox])
def test_what_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot, kind: type[LineField | ElidedBox]) -> None:
    def picture(words: str) -> QImage:
        field = kind()
        qtbot.addWidget(field)
        if isinstance(field, ElidedBox):
            field.addItem(words)
        else:
            field.setText(words)
            field.setCursorPosition(0)
        field.resize(180, 32)
        return field.grab().toImage()

    words = "Service credits of every month and of the whole year"
    assert picture(words) in [picture(words[:letters].rstrip() + "…") for letters in range(5, len(words))]
