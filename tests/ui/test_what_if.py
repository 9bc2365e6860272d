"""The What if place as a person uses it: choosing, dragging, stepping, pausing, laying another revision below."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Duration
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.drawn.time_ruler import TimeRuler
from slaeditor.ui.what_if.moment import MomentField
from tests.ui.agreement.conftest import POPUPS
from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, surroundings
from tests.ui.memory_library import MemoryLibrary

pytestmark = POPUPS
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk(WindowDriver):
    """The window at the What if place."""

    around: Surroundings

    @property
    def ruler(self) -> TimeRuler:
        return self.find(TimeRuler, "time_ruler")

    @property
    def headline(self) -> str:
        return self.label("what_if_headline")

    @property
    def moment(self) -> str:
        return self.find(MomentField, "what_if_moment").dateTime().toString("yyyy-MM-dd HH:mm")

    def take(self, name: str, words: str) -> None:
        """Choose the line of a box that begins so."""
        box = self.find(QComboBox, f"what_if_{name}")
        number = next(row for row in range(box.count()) if box.itemText(row).startswith(words))
        box.setFocus()
        box.setCurrentIndex(number)
        box.activated.emit(number)

    def type_moment(self, year: int, month: int, day: int, hour: int, minute: int) -> None:
        """Another moment in the field."""
        field = self.find(MomentField, "what_if_moment")
        shown = field.dateTime()
        shown.setDate(type(shown.date())(year, month, day))
        shown.setTime(type(shown.time())(hour, minute))
        field.setDateTime(shown)

    def rows(self, qtbot: QtBot) -> dict[str, tuple[str, str]]:
        """What stands in the table, once it has followed: when and why by what."""
        table = self.find(QTableWidget, "what_if_list")
        qtbot.wait(120)
        texts = [
            [item.text() if (item := table.item(row, column)) else "" for column in range(4)]
            for row in range(table.rowCount())
        ]
        return {what: (when, why) for when, _, what, why in texts}

    def drag(self, key: str, by: int) -> None:
        """Drag a part of the ruler by so many pixels."""
        start = self.ruler.area_of(key).center()
        QTest.mousePress(self.ruler, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(self.ruler, start + QPoint(by // 2, 0))
        QTest.mouseMove(self.ruler, start + QPoint(by, 0))
        QTest.mouseRelease(self.ruler, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


@pytest.fixture
def desk(open_window: OpenWindow) -> Desk:
    """The hospital's agreement with two revisions, the later one with a longer time to restore."""
    library = MemoryLibrary()
    sample = shipped.sample()
    library.add("sample", sample, "As proposed")
    around = surroundings(library)
    window = open_window(around)
    window.open("Güneş")
    window.choose("what_if")
    made = Desk(window.widget)
    made.around = around
    assert made.place == "what_if"
    return made


def longer(document: Agreement) -> SetTerm:
    items = tuple(
        msgspec.structs.replace(one, restore=Duration(12 * 60, calendar="working-hours")) if one.id == "p2" else one
        for one in document.targets.items
    )
    return SetTerm(("targets", "items"), items)


def test_it_begins_with_a_moment_that_shows_how_time_is_counted(desk: Desk, qtbot: QtBot) -> None:
    """Shortly before closing on the eve of the first religious holiday of 2027, by a priority that working hours count."""
    assert desk.moment == "2027-03-08 11:40"
    assert desk.label("what_if_zone") == "Europe/Istanbul"
    assert desk.headline == "P2: restored by Fri 12 March 2027, 14:40 Europe/Istanbul"
    when, why = desk.rows(qtbot)["Restore"]
    assert when == "Fri 12 March 2027, 14:40 Europe/Istanbul"
    assert "closed Tue 9 Mar – Thu 11 Mar (Eid al-Fitr)" in why


def test_impact_and_urgency_yield_the_priority_and_a_priority_can_be_chosen_alone(desk: Desk) -> None:
    desk.take("impact", "3")
    desk.take("urgency", "H")
    assert desk.chosen("what_if_priority").startswith("P3")
    assert desk.headline.startswith("P3: restored by")
    desk.take("priority", "P1")
    assert desk.chosen("what_if_impact") == "–"
    assert desk.headline == "P1: restored by Mon 8 March 2027, 13:40 Europe/Istanbul"
    desk.take("service", "Patient")
    assert desk.headline == "P1: restored by Mon 8 March 2027, 12:40 Europe/Istanbul"


def test_an_unstaffed_channel_is_told_with_the_staffed_ones(desk: Desk) -> None:
    desk.take("service", "Patient")
    desk.take("priority", "P1")
    desk.take("channel", "Service desk by phone")
    desk.type_moment(2027, 3, 9, 10, 0)
    assert "The clock starts Fri 12 March 2027, 08:00 Europe/Istanbul." in desk.label("what_if_remarks")
    assert "Staffed at that moment: Emergency hotline." in desk.label("what_if_remarks")
    desk.take("channel", "Emergency")
    assert desk.headline == "P1: restored by Tue 9 March 2027, 11:00 Europe/Istanbul"


def test_now_and_telling_moments_are_one_click_away(desk: Desk, qtbot: QtBot) -> None:
    desk.click("what_if_now")
    assert desk.moment == "2026-11-23 15:00"  # twelve o'clock UTC
    desk.rows(qtbot)
    assert any("Eid al-Fitr" in one for one in desk.choices("what_if_tellings"))
    desk.take("tellings", "In the morning of")
    assert desk.moment == "2027-03-09 10:00"


def test_keys_on_the_ruler_move_the_report(desk: Desk) -> None:
    ruler = desk.ruler
    ruler.setFocus()
    for key, modifiers, moment in (
        (Qt.Key.Key_Right, CONTROL, "2027-03-08 11:45"),
        (Qt.Key.Key_Left, CONTROL, "2027-03-08 11:40"),
        (Qt.Key.Key_Down, CONTROL, "2027-03-08 12:40"),
        (Qt.Key.Key_Up, CONTROL, "2027-03-08 11:40"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "2027-03-09 11:40"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "2027-03-08 11:40"),
    ):
        QTest.keyClick(ruler, key, modifiers)
        assert desk.moment == moment
    QTest.keyClick(ruler, Qt.Key.Key_End)
    assert "Resolve" in ruler.words()
    QTest.keyClick(ruler, Qt.Key.Key_Home)
    assert ruler.current == "report"


def test_the_mouse_drags_the_report_along_the_ruler(desk: Desk) -> None:
    before = desk.headline
    desk.drag("report", 40)
    assert desk.moment > "2027-03-08 11:40"
    assert desk.moment[-1] in "05"
    assert desk.headline != before
    assert desk.ruler.area_of("report").isValid()


def test_pauses_are_added_dragged_typed_and_removed(desk: Desk, qtbot: QtBot) -> None:
    desk.click("what_if_add_pause")
    assert desk.headline == "P2: restored by Fri 12 March 2027, 15:40 Europe/Istanbul"
    field = desk.find(QLineEdit, "what_if_pause_0")
    assert field.text() == "2027-03-12 11:20 / 12:20"
    assert "paused Fri 12 Mar 11:20–12:20" in desk.rows(qtbot)["Restore"][1]
    ruler = desk.ruler
    ruler.setFocus()
    assert ruler.current == "pause-0"
    QTest.keyClick(ruler, Qt.Key.Key_Down, CONTROL)
    assert field.text() == "2027-03-12 12:20 / 13:20"
    desk.drag("pause-0", -60)
    assert field.text() < "2027-03-12 12:20"
    desk.type_into("what_if_pause_0", "2027-03-12 09:00/11:30")
    desk.press("what_if_pause_0", Qt.Key.Key_Return)
    assert desk.headline == "P2: restored by Fri 12 March 2027, 17:10 Europe/Istanbul"
    desk.type_into("what_if_pause_0", "some day")
    desk.press("what_if_pause_0", Qt.Key.Key_Return)
    assert "no pause" in desk.passing
    assert field.text() == "some day"
    desk.click("what_if_less_0")
    assert desk.headline == "P2: restored by Fri 12 March 2027, 14:40 Europe/Istanbul"
    desk.click("what_if_add_pause")
    QTest.keyClick(ruler, Qt.Key.Key_Delete)
    assert not field.isVisible()
    for _ in range(4):
        desk.click("what_if_add_pause")
    assert not desk.can_click("what_if_add_pause")


def test_another_revision_is_laid_below_and_the_differences_are_told(desk: Desk, qtbot: QtBot) -> None:
    session = desk.around.shell.session
    session.do(longer(session.document))
    assert desk.headline == "P2: restored by Mon 15 March 2027, 08:40 Europe/Istanbul"
    desk.take("below", "Revision 1")
    told = desk.label("what_if_differing")
    assert "later than in Revision 1" in told
    assert "Restore" in " ".join(desk.rows(qtbot))
    assert desk.rows(qtbot)["Restore"][1].startswith("2 days 18 hours later than in Revision 1.")
    assert any(spot.key == "~restore" for spot in desk.ruler.spots)
    desk.click("what_if_nothing_below")
    assert not desk.sees("what_if_differing")
    assert not any(spot.key.startswith("~") for spot in desk.ruler.spots)


def test_the_ruler_and_the_table_choose_for_one_another(desk: Desk, qtbot: QtBot) -> None:
    desk.rows(qtbot)
    table = desk.find(QTableWidget, "what_if_list")
    desk.ruler.setFocus()
    desk.ruler.choose("restore")
    desk.ruler.chosen.emit("restore")
    item = table.item(table.currentRow(), 2)
    assert item is not None
    assert item.text() == "Restore"
    table.setCurrentCell(0, 0)
    assert desk.ruler.current == "report"


def test_the_picture_and_the_text_can_be_copied(desk: Desk) -> None:
    desk.click("what_if_copy_picture")
    picture = QGuiApplication.clipboard().pixmap()
    assert picture.width() > 600
    assert picture.height() > 200
    desk.click("what_if_copy_text")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("P2: restored by Fri 12 March 2027, 14:40 Europe/Istanbul\n")
    assert "Fri 12 March 2027, 14:40 Europe/Istanbul\tRestore\t8 hours (Working hours)" in text


def test_what_is_not_promised_is_said_in_the_headline(desk: Desk, qtbot: QtBot) -> None:
    session = desk.around.shell.session
    session.do(SetTerm(("targets", "items"), ()))
    assert desk.headline == "No times are promised for incidents of P2."
    session.do(SetTerm(("priorities", "levels"), ()))
    assert desk.headline == "The agreement has no priorities."
    assert list(desk.rows(qtbot)) == ["Reported"]


def test_the_drawing_says_everything_to_those_who_cannot_see_it(desk: Desk) -> None:
    said = desk.ruler.accessibleDescription()
    assert (
        "Restore (Provider): Fri 12 March 2027, 14:40 Europe/Istanbul. 8 hours (Working hours). Counts Mon 8 Mar"
        in said
    )
    assert "Head of IT (Customer)" in said


def test_a_skipped_local_time_is_the_first_after_it(qtbot: QtBot) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    field = MomentField("moment", "Moment")
    qtbot.addWidget(field)
    field.show_moment(datetime(2027, 3, 27, 2, 30, tzinfo=berlin))
    entered: list[datetime] = []
    field.entered.connect(entered.append)
    field.setDateTime(field.dateTime().addDays(1))
    assert [one.isoformat() for one in entered] == ["2027-03-28T03:00:00+02:00"]


def test_the_sections_that_decide_lead_there(desk: Desk) -> None:
    desk.choose("agreement")
    page = desk.find(AgreementPage, "page_agreement")
    for section in ("hours", "priorities", "targets", "channels", "escalation"):
        desk.choose("agreement")
        page.go_to((section,))
        desk.click("section_what_if")
        assert desk.place == "what_if"
    desk.choose("agreement")
    page.go_to(("parties",))
    assert not desk.sees("section_what_if")


def test_f1_explains_the_table_that_a_choice_comes_from(desk: Desk) -> None:
    desk.find(QComboBox, "what_if_urgency").setFocus()
    desk.choose("explain")
    said = " ".join(one.text() for one in desk.widget.findChildren(QLabel) if one.isVisible())
    assert "How soon it must be dealt with" in said
    desk.choose("explain")
