"""The week with other calendars laid over it, and the special days of the year beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton

from slaeditor import shipped
from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.edits import InsertRow, SetTerm
from slaeditor.model.quantities import ClockTime
from slaeditor.ui.forms.week_grid import WeekGrid
from slaeditor.ui.forms.week_hours import Stretch, on_board, overlaid, stretches
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage, child

pytestmark = POPUPS
SAMPLE = shipped.sample()
DAYS = tuple(Weekday)
MONDAY = date(2027, 6, 7)
CALENDARS = ("hours", "calendars")
WEEK = (*CALENDARS, "working-hours", "week")


def calendar(
    zone: str, opens: int, closes: int, *, overnight: bool = False, days: tuple[Weekday, ...] = DAYS[:1]
) -> Calendar:
    """One interval in a zone."""
    row = Opening(id="o", days=days, opens=ClockTime(opens), closes=ClockTime(closes), overnight=overnight)
    return Calendar(id="c", name="Other", zone=zone, week=(row,))


def test_another_zone_is_shown_on_this_clock() -> None:
    """In June New York is seven hours behind Istanbul."""
    desk = calendar("America/New_York", 540, 1020)
    assert overlaid(desk, "Europe/Istanbul", MONDAY) == [Stretch(0, 960, 1440, "o")]
    late = calendar("America/New_York", 1080, 1320)
    assert overlaid(late, "Europe/Istanbul", MONDAY) == [Stretch(1, 60, 300, "o")]
    sunday = calendar("Asia/Singapore", 60, 120)
    assert overlaid(sunday, "Europe/Istanbul", MONDAY) == [Stretch(6, 1200, 1260, "o")], "the week comes round"
    for unknown in ("", "Mars/Olympus"):
        assert overlaid(desk, unknown, MONDAY) == stretches(desk.week)


def test_stretches_are_cut_at_midnight_and_joined_where_they_touch() -> None:
    always = calendar("Europe/Vienna", 0, 1440, days=DAYS)
    assert on_board(stretches(always.week)) == [(day, 0, 1440) for day in range(7)]
    assert on_board(overlaid(always, "Europe/Istanbul", MONDAY)) == [(day, 0, 1440) for day in range(7)]
    night = calendar("Europe/Vienna", 1320, 360, overnight=True, days=DAYS[6:])
    assert on_board(stretches(night.week)) == [(0, 0, 360), (6, 1320, 1440)]


def test_calendars_are_laid_over_by_ticking_them(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    grid = st.find(WeekGrid, "week")
    high = grid.height()
    assert grid.accessibleDescription() == "Monday 08:00–08:30: open"
    st.find(QCheckBox, "overlay_office-hours").click()
    st.find(QCheckBox, "overlay_around-the-clock").click()
    assert grid.height() > high
    assert grid.accessibleDescription() == "Monday 08:00–08:30: open; Around the clock: open; Office hours: closed"
    assert len({one.mark for one in grid.overlays}) == 2
    assert not grid.grab().isNull()
    st.session.do(SetTerm((*CALENDARS, "office-hours", "name"), "Desk"))
    st.session.do(SetTerm((*CALENDARS, "office-hours", "week"), ()))
    assert [one.name for one in grid.overlays] == ["Around the clock", "Desk"]
    assert grid.overlays[1].pieces == ()
    st.go(*CALENDARS, "extended-hours", "week")
    assert [one.name for one in grid.overlays] == ["Around the clock", "Desk"], "what was ticked stays ticked"
    st.find(QCheckBox, "overlay_office-hours").click()
    assert [one.name for one in grid.overlays] == ["Around the clock"]
    assert st.edits == 2


def test_a_calendar_that_goes_is_no_longer_laid_over(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    st.find(QCheckBox, "overlay_office-hours").click()
    st.session.do(SetTerm(CALENDARS, SAMPLE.hours.calendars[:2]))
    assert st.find(WeekGrid, "week").overlays == ()
    st.session.undo()
    assert [one.name for one in st.find(WeekGrid, "week").overlays] == ["Office hours"]


def test_only_as_many_as_can_be_told_apart(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    for number in range(6):
        more = Calendar(id=f"c{number}", name=f"Desk {number}", zone="Asia/Tokyo")
        st.session.do(InsertRow(CALENDARS, more, 99))
    st.go(*WEEK)
    boxes = [one for one in st.page.findChildren(QCheckBox) if one.objectName().startswith("overlay_")]
    assert len(boxes) == 9
    assert "Desk 5, from Asia/Tokyo" in [one.text() for one in boxes]
    for box in reversed(boxes):
        if box.isEnabled():
            box.click()
    overlays = st.find(WeekGrid, "week").overlays
    assert sorted(one.mark for one in overlays) == list(range(6))
    assert sum(not box.isEnabled() for box in boxes) == 3


def days(st: Stage) -> list[str]:
    """The lines of the year."""
    found = st.find(QListWidget, "year_days")
    return [found.item(number).text() for number in range(found.count())]


def test_the_year_says_what_the_calendar_does_each_day(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    assert st.find(QLabel, "year_title").text() == "Special days in 2027"
    found = days(st)
    assert "Friday, 1 January: New Year's Day, closed" in found
    assert "Monday, 8 March: Eve of Eid al-Fitr (Ramazan Bayramı), half day until 13:00" in found
    assert "Saturday, 1 May: Labor and Solidarity Day, closed anyway" in found
    st.session.do(SetTerm((*CALENDARS, "working-hours", "holiday_country"), "DE"))
    assert "Monday, 17 May: Pentecost Monday, closed" in days(st)
    st.find(QListWidget, "year_days").setFocus()
    st.key(Qt.Key.Key_End)
    assert st.find(QListWidget, "year_days").currentRow() == len(days(st)) - 1


def test_the_year_is_turned_and_says_how_sure_it_is(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    note = child(st.page, QLabel, "year_note")
    assert note.isHidden()
    for _ in range(6):
        st.click(st.find(QPushButton, "year_after"))
    assert st.find(QLabel, "year_title").text() == "Special days in 2033"
    assert any("(estimated), closed" in line for line in days(st))
    assert "to the end of 2032" in note.text()
    assert "may still move" in note.text()
    st.click(st.find(QPushButton, "year_before"))
    assert "to the end of 2032" not in note.text()
    st.go(*CALENDARS, "around-the-clock", "week")
    assert st.find(QLabel, "year_title").text() == "Special days in 2032"
    assert "Thursday, 1 January: New Year's Day, open as usual" in days(st)
    assert "closes on no public holidays" in note.text()


def test_the_zone_is_stated_and_missed(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    assert st.find(QLabel, "week_zone").text() == "Local times of Europe/Istanbul."
    st.session.do(SetTerm((*CALENDARS, "working-hours", "zone"), ""))
    assert st.find(QLabel, "week_zone").text() == "The calendar has no time zone yet."
    assert days(st), "dates need no zone"


def test_painting_is_given_up_by_escape(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    grid = st.find(WeekGrid, "week")
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=grid.area_of(5, 20).center())
    QTest.mouseMove(grid, grid.area_of(6, 30).center())
    st.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=grid.area_of(6, 30).center())
    assert st.document == SAMPLE


def test_the_whole_week_is_opened_and_closed_by_keys(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*WEEK)
    for key, open_minutes in ((Qt.Key.Key_Delete, 0), (Qt.Key.Key_Space, 7 * 1440)):
        st.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        st.key(key)
        assert sum(end - start for _, start, end in on_board(stretches(st.value(*WEEK)))) == open_minutes
    assert st.edits == 2
