"""The month of maintenance: what it says, how it is turned, and how it follows its rows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

from slaeditor import shipped
from slaeditor.model.agreement.maintenance import Blackout, Window
from slaeditor.model.edits import InsertRow, SetTerm
from slaeditor.model.quantities import ClockTime, Duration, Unit
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.forms.rows_model import RowsModel
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage, child

pytestmark = POPUPS
SAMPLE = shipped.sample()
WINDOWS, BLACKOUTS = ("maintenance", "windows"), ("maintenance", "blackouts")


def month(stage: OpenStage) -> tuple[Stage, Drawing]:
    """The sample's month; it is in force from January 2027."""
    st = stage(SAMPLE)
    st.go(*WINDOWS)
    return st, st.find(Drawing, "month")


def test_the_first_month_of_the_agreement_is_shown_in_words(stage: OpenStage) -> None:
    st, drawing = month(stage)
    assert st.find(QLabel, "month_title").text() == "January 2027"
    assert st.find(QLabel, "month_sum").text() == "Planned: 8 h of at most 10 h"
    assert st.find(QLabel, "month_zone").text() == "Times of Europe/Istanbul."
    said = drawing.accessibleDescription()
    assert "Black-out “Turn of the year”: Friday, 1 January to Tuesday, 5 January." in said
    assert "Sunday, 3 January: Sunday night, 02:00–04:00 (Europe/Istanbul): does not take place" in said
    assert "Sunday, 10 January: Sunday night, 02:00–04:00 (Europe/Istanbul): 2 h." in said
    assert "Friday, 8 January: last day to announce Sunday night, Sunday, 17 January." in said
    assert [len(drawing.spots), drawing.spots[0].key] == [5, "sunday@2027-01-03T02:00"]


def test_the_month_is_turned_by_buttons_and_keys_and_stays_turned(stage: OpenStage) -> None:
    st, drawing = month(stage)
    title = st.find(QLabel, "month_title")
    st.click(st.find(QPushButton, "month_after"))
    assert title.text() == "February 2027"
    st.click(st.find(QPushButton, "month_before"))
    drawing.setFocus()
    st.key(Qt.Key.Key_PageUp)
    assert title.text() == "December 2026"
    assert "does not take place" in drawing.accessibleDescription(), "a yearly black-out holds in every year"
    st.click(st.find(QPushButton, "month_today"))
    assert title.text() == "November 2026"
    st.go(*BLACKOUTS)
    assert st.find(QLabel, "month_title").text() == "November 2026"
    assert st.edits == 0


def test_the_month_and_its_rows_go_together(stage: OpenStage) -> None:
    st, drawing = month(stage)
    row = Window(id="w2", name="Night", start=ClockTime(1380), duration=Duration(120), zone="Europe/Istanbul")
    st.session.do(InsertRow(WINDOWS, row))
    table = st.find(QTableView, "rows_windows")
    key = next(spot.key for spot in drawing.spots if spot.key.startswith("w2"))
    st.click(drawing, drawing.area_of(key).center())
    assert table.currentIndex().row() == 1
    drawing.setFocus()
    st.key(Qt.Key.Key_Home)
    st.key(Qt.Key.Key_Return)
    assert st.focus() is table
    assert "Planned: 15 h, 5 h more than the cap of 10 h" in drawing.accessibleDescription()
    st.session.do(SetTerm(("maintenance", "monthly_cap"), None))
    assert st.find(QLabel, "month_sum").text() == "Planned: 15 h, no monthly cap"
    assert not drawing.grab().isNull()


def test_rows_that_are_half_typed_are_told_and_not_drawn(stage: OpenStage) -> None:
    st, drawing = month(stage)
    missing = child(st.page, QLabel, "month_undrawn")
    assert missing.isHidden()
    st.session.do(SetTerm((*WINDOWS, "sunday", "start"), None))
    st.session.do(SetTerm((*WINDOWS, "sunday", "zone"), "Mars/Olympus"))
    st.session.do(SetTerm((*WINDOWS, "sunday", "duration"), Duration(2, Unit.WORKING_DAYS, "working-hours")))
    st.session.do(SetTerm(BLACKOUTS, (Blackout(id="b"),)))
    assert missing.text().split("\n") == [
        "“Sunday night” still needs a start, a length in hours or minutes, a time zone.",
        "“(no name)” still needs its first and last day.",
    ]
    assert drawing.spots == ()
    assert st.find(QLabel, "month_sum").text() == "Planned: none of at most 10 h"
    st.session.do(SetTerm(WINDOWS, ()))
    backwards = Blackout(id="b", name="Audit", start=date(2027, 3, 2), end=date(2027, 3, 1), yearly=False)
    st.session.do(SetTerm(BLACKOUTS, (backwards,)))
    assert missing.text() == "“Audit” ends before it begins."
    drawing.setFocus()
    st.key(Qt.Key.Key_Down)
    assert not drawing.grab().isNull()


def test_the_announcement_follows_the_notice_and_the_holidays(stage: OpenStage) -> None:
    st, drawing = month(stage)
    st.session.do(SetTerm(("maintenance", "notice"), Duration(72 * 60)))
    said = drawing.accessibleDescription()
    assert "Thursday, 7 January, 02:00: last day to announce Sunday night, Sunday, 10 January." in said
    assert "Friday, 8 January: last day" not in said
    st.session.do(SetTerm(("maintenance", "notice"), None))
    assert "announce" not in drawing.accessibleDescription()


def test_a_window_is_completed_where_it_is_typed(stage: OpenStage) -> None:
    """What is typed makes the month above higher, and the note about what is missing goes: the row stays under the eyes."""
    st, drawing = month(stage)
    st.page.resize(1100, 640)
    table = st.find(QTableView, "rows_windows")
    table.setFocus()
    st.key(Qt.Key.Key_Insert)
    st.keys("Database patches")
    st.key(Qt.Key.Key_Return)
    window = st.document.maintenance.windows[-1]
    assert window.zone == "Europe/Istanbul"
    tall = drawing.height()
    model = table.model()
    assert isinstance(model, RowsModel)
    names = [declared.name for declared in model.columns]
    for name, typed in (("start", "02:00"), ("duration", "2 h")):
        st.go(*WINDOWS, window.id, name)
        QApplication.processEvents()
        place = seen(table)
        st.key(Qt.Key.Key_F2)
        st.keys(typed)
        QApplication.processEvents()
        assert seen(table) == place
        st.key(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert seen(table) == place
        assert table.currentIndex().column() == names.index(name)
    assert drawing.height() > tall
    assert st.document.maintenance.windows[-1].duration == Duration(120)


def seen(table: QTableView) -> QPoint:
    """Where the current cell is seen in the window; it must be."""
    area = table.visualRect(table.currentIndex())
    assert table.viewport().visibleRegion().boundingRect().contains(area.center())
    return table.viewport().mapTo(table.window(), area.center())


def test_a_blackout_of_some_services_is_drawn_and_told(stage: OpenStage) -> None:
    st, drawing = month(stage)
    plain = drawing.grab().toImage()
    services = tuple(one.id for one in st.document.services.items[:2])
    audit = Blackout(
        id="audit", name="Audit", start=date(2027, 1, 4), end=date(2027, 1, 20), yearly=False, services=services
    )
    st.session.do(InsertRow(BLACKOUTS, audit))
    said = drawing.accessibleDescription()
    assert "Black-out “Audit” of some services: Wednesday, 6 January to Wednesday, 20 January." in said, said
    assert "Sunday, 10 January: Sunday night, 02:00–04:00 (Europe/Istanbul): 2 h." in said, "the window is for all"
    assert drawing.grab().toImage() != plain
