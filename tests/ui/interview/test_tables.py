"""Tables of the interview: pasted from a spreadsheet, and filled row by row with Enter alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from slaeditor import shipped
from slaeditor.model import answer_tables, interview, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Harm
from slaeditor.model.answer_tables import Column
from slaeditor.model.interview import Question
from slaeditor.model.quantities import Duration, Money
from slaeditor.ui.interview import facts, pasting
from slaeditor.ui.interview.sheet import Sheet
from tests.ui.interview.conftest import POPUPS, Talk

pytestmark = POPUPS
CTRL = Qt.KeyboardModifier.ControlModifier

SERVICES = """Service\tFee a month\tUsers\tWho uses it\tWhat they said\tCost of one hour down\tTolerable outage\tWorst harm\tRemark
Patient record and medication module\t18,000\t1,900\tStaff of all sites\tAfter an hour it is dangerous.\t40,000\t1 h\tdanger to people\tx
Cold chain\t500\ta few\tPharmacy\t\t1,000\t4 h\twork stops\t
"""
COLUMNS = [Column("name"), Column("users", of_need=True), Column("monthly_fee")]


def table(document: Agreement, place: str) -> Question:
    """The question with these rows."""
    asked = (question for theme in interview.themes(document) for question in theme.questions)
    return next(question for question in asked if question.id == place)


def copy(text: str) -> None:
    """As a spreadsheet does."""
    QGuiApplication.clipboard().setText(text)


def start() -> Agreement:
    """A hospital that has said nothing yet."""
    return shipped.begin("healthcare", "Kliniken Nord", "SLA-7")


def test_headings_say_what_the_columns_are_and_names_which_rows() -> None:
    document = start()
    lines = [line.split("\t") for line in SERVICES.strip().split("\n")]
    read = pasting.read(document, table(document, "services.items"), lines, COLUMNS, 0, 0)
    first, second = document.services.items[0], read.answers[1]
    assert [row for row, _ in read.answers] == [first.id, None]
    assert read.answers[0][1][Column("outage_cost", of_need=True)] == Money.parse("40000", "EUR")
    assert read.answers[0][1][Column("tolerable_outage", of_need=True)] == Duration(60)
    assert read.answers[0][1][Column("words", of_need=True)] == "After an hour it is dangerous."
    assert second[1][Column("harm", of_need=True)] is Harm.WORK_STOPS
    assert read.refused == ((1, Column("users", of_need=True), "a few"),)
    assert read.unknown == ("Remark",)


def test_none_is_an_answer_to_what_may_be_lost_and_to_who_is_in_danger() -> None:
    document = start()
    lines = [
        ["Service", "Data loss", "People endangered"],
        ["Records", "none", "yes"],
        ["Portal", "No", "no"],
        ["Fatura", "yok", "hayır"],
    ]
    read = pasting.read(document, table(document, "services.items"), lines, COLUMNS, 0, 0)
    loss, harm = Column("tolerable_data_loss", of_need=True), Column("harm", of_need=True)
    assert read.refused == ()
    assert [cells[loss] for _, cells in read.answers] == [Duration(0)] * 3
    assert [cells[harm] for _, cells in read.answers] == [Harm.DANGER_TO_PEOPLE, Harm.NONE, Harm.NONE]


def test_without_headings_cells_follow_the_one_pasted_at() -> None:
    document = start()
    lines = [["Records", "12"], ["Laboratory", "13"]]
    last = len(document.services.items) - 1
    read = pasting.read(document, table(document, "services.items"), lines, COLUMNS, last, 0)
    assert [row for row, _ in read.answers] == [document.services.items[last].id, None]
    assert read.answers[1][1] == {Column("name"): "Laboratory", Column("users", of_need=True): 13}
    shifted = pasting.read(document, table(document, "services.items"), [["7", "100"]], COLUMNS, 0, 1)
    assert shifted.answers[0][1][Column("monthly_fee")] == Money.parse("100", "EUR")


@pytest.mark.parametrize(("text", "is_one"), [("word\n", False), ("two\nlines", True), ("a\tb", True), ("", False)])
def test_a_word_is_no_table(text: str, is_one: bool) -> None:
    assert pasting.is_table(text) is is_one


def test_a_new_row_says_what_is_most_likely() -> None:
    document = shipped.sample()
    assert answer_tables.defaults(document, table(document, "parties.customer.sites")) == {"country": "TR"}
    assert answer_tables.defaults(document, table(document, "parties.signatories")) == {"order": 4}


def test_a_table_of_services_is_pasted_in_one_go(talk: Talk) -> None:
    talk.speak("Dr. Berg")
    talk.go("Services and what they mean")
    talk.keys(Qt.Key.Key_Return)
    before = talk.document
    copy(SERVICES)
    talk.keys(Qt.Key.Key_V, CTRL)
    first, last = talk.document.services.items[0], talk.document.services.items[-1]
    assert (first.monthly_fee, last.name) == (Money.parse("18000", "EUR"), "Cold chain")
    need = interview.need_of(talk.document, last.id)
    assert need is not None
    assert (need.user_group, need.tolerable_outage, need.users) == ("Pharmacy", Duration(240), None)
    place = ("needs", "services", need.id, "users")
    assert talk.around.shell.session.unparsed == {place: "a few"}
    assert talk.says(paths.text_of(place)) == "a few"
    assert "2 rows pasted. 1 cell was not understood; it is marked. Not asked for: Remark." in talk.window.passing
    assert {source.said_by for source in talk.document.needs.sources} == {"Dr. Berg"}
    assert talk.focus == "add:services.items"
    talk.window.choose("undo")
    assert talk.document == before


def test_a_list_is_pasted_with_the_button_and_a_word_into_its_cell(talk: Talk) -> None:
    talk.go("Users and help")
    copy("Ankara\nİzmir\nKayseri\n")
    talk.click("paste:parties.customer.sites")
    sites = talk.document.parties.customer.sites
    assert [site.name for site in sites] == ["Ankara", "İzmir", "Kayseri"]
    copy("Ost")
    cell = talk.editor(f"parties.customer.sites[{sites[0].id}].name").keys()
    cell.setFocus()
    talk.keys(Qt.Key.Key_A, CTRL)
    talk.keys(Qt.Key.Key_V, CTRL)
    assert [site.name for site in talk.document.parties.customer.sites] == ["Ost", "İzmir", "Kayseri"]
    copy("Ost")
    talk.click("paste:parties.customer.sites")
    assert talk.window.passing.startswith("Copy the rows of a table first")


def test_cells_of_services_are_pasted_down_a_column(talk: Talk) -> None:
    talk.go("When you work")
    service = talk.document.services.items[1].id
    keys = talk.editor(f"needs.services[{service}].usage").keys()
    keys.setFocus()
    copy("around the clock\nworking hours")
    talk.keys(Qt.Key.Key_V, CTRL)
    shown = [need.usage.value for need in talk.document.needs.services if need.usage]
    assert shown == ["around_the_clock", "working_hours"]


def test_a_column_that_is_asked_for_no_longer_takes_its_heading_along(talk: Talk) -> None:
    talk.go("When you work")
    usage = f"needs.services[{talk.document.services.items[0].id}].usage"
    headings = ["Service", "Used", "Exceptions"]
    assert talk.headings == headings
    talk.answer(usage, "working hours")
    assert talk.headings == ["Service", "Used", "Hours of use", "Exceptions"]
    talk.answer(usage, "around the clock")
    assert talk.headings == headings


def test_alt_and_down_opens_a_list_of_choices_and_goes_on_from_anywhere_else(talk: Talk) -> None:
    talk.go("When you work")
    usage = talk.editor(f"needs.services[{talk.document.services.items[0].id}].usage").keys()
    assert isinstance(usage, QComboBox)
    usage.setFocus()
    talk.keys(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert talk.title == "When you work"
    assert usage.view().isVisible()
    usage.hidePopup()
    talk.editor("needs.workday_start").keys().setFocus()
    talk.keys(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert talk.title == "Users and help"


def test_enter_alone_fills_a_table_and_leaves_it(talk: Talk) -> None:
    talk.go("Users and help")
    talk.click("add:parties.customer.sites")
    for name in ("Ankara", "Izmir"):
        assert talk.focus.endswith(".name")
        QTest.keyClicks(talk.editor(talk.focus).keys(), name)
        for _ in range(3):
            talk.keys(Qt.Key.Key_Return)
    assert [site.name for site in talk.document.parties.customer.sites] == ["Ankara", "Izmir", ""]
    talk.keys(Qt.Key.Key_Return)
    assert [site.name for site in talk.document.parties.customer.sites] == ["Ankara", "Izmir"]
    assert not talk.focus.startswith(("parties", "remove", "add:parties"))


FACTS = """What does your organisation do?\tHospitals
Customer registration\t300517
Registration number\t418822-5
By how many months does it go on?\t12
And then?\tautomatic
From when shall it hold?\t1 January 2027
Non renewal notice days\tninety
Shoe size\t43
"""


def test_two_columns_answer_questions_of_every_theme_in_one_step(talk: Talk) -> None:
    talk.speak("Anna Weber")
    before = talk.document
    copy(FACTS)
    talk.click("paste_answers")
    document = talk.document
    assert document.needs.industry == "Hospitals"
    assert (document.parties.customer.registration, document.parties.provider.registration) == ("300517", "418822-5")
    assert (document.identity.renewal_months, document.identity.effective) == (12, date(2027, 1, 1))
    assert talk.around.shell.session.unparsed == {("identity", "non_renewal_notice_days"): "ninety"}
    assert talk.window.passing == "6 answers pasted. 1 cell was not understood; it is marked. Not asked for: Shoe size."
    assert {one.said_by for one in document.needs.sources} == {"Anna Weber"}
    talk.go("Contract and people")
    assert talk.says("identity.non_renewal_notice_days") == "ninety"
    talk.window.choose("undo")
    assert talk.document == before


def test_two_columns_pasted_in_a_question_answer_all_and_anything_else_just_that(talk: Talk) -> None:
    talk.answer("needs.industry", "")
    copy("Users in all\t640\nSites\t4")
    talk.keys(Qt.Key.Key_V, CTRL)
    assert (talk.document.needs.users, talk.document.needs.site_count) == (640, 4)
    assert talk.document.needs.industry == ""
    copy("one\ttwo")
    talk.keys(Qt.Key.Key_V, CTRL)
    assert talk.document.needs.industry.split() == ["one", "two"]
    talk.click("paste_answers")
    assert talk.window.passing.startswith("Copy two columns first")


def test_pairs_are_two_cells_or_a_colon() -> None:
    lines = [["Users", "4"], ["Sites: 3"], ["alone"], [], ["", "Law", "of Norway", "more"], ["When: 10:30"]]
    assert facts.pairs(lines) == (("Users", "4"), ("Sites", "3"), ("Law", "of Norway"), ("When", "10:30"))


def test_the_first_column_tells_the_row_and_of_two_alike_each_gets_its_own() -> None:
    document = start()
    alike = [one for one in document.parties.contacts if one.role == "Contract manager"]
    assert len(alike) == 2
    lines = [["Role", "Phone"], ["Contract manager", "1"], ["contract manager", "2"], ["Contract manager", "3"]]
    shown = [Column("name")]
    read = pasting.read(document, table(document, "parties.contacts"), lines, shown, 0, 0)
    assert [row for row, _ in read.answers] == [alike[0].id, alike[1].id, None]
    codes = pasting.read(
        document, table(document, "priorities.impacts"), [["Code", "Level"], ["2", "Bad"]], shown, 0, 0
    )
    assert [row for row, _ in codes.answers] == [document.priorities.impacts[1].id]


def test_more_rows_than_can_be_taken_at_once_are_left_where_they_are(talk: Talk) -> None:
    talk.go("Users and help")
    before = talk.document
    copy("\n".join(f"Site {number}" for number in range(501)))
    talk.click("paste:parties.customer.sites")
    assert talk.document is before
    assert talk.window.passing == "At most 500 rows can be pasted at once; these are 501."


def test_a_choice_that_was_pasted_and_is_none_is_marked_until_one_is_chosen(talk: Talk) -> None:
    talk.go("When you work")
    usage = f"needs.services[{talk.document.services.items[0].id}].usage"
    talk.editor(usage).keys().setFocus()
    copy("now and then\naround the clock")
    talk.keys(Qt.Key.Key_V, CTRL)
    assert "now and then" in talk.below(usage)
    assert talk.editor(usage).holds_refused
    talk.answer(usage, "around the clock")
    assert not talk.below(usage)
    assert not talk.editor(usage).holds_refused


def test_the_tip_names_each_heading_once(talk: Talk) -> None:
    talk.go("Services and what they mean")
    tip = talk.find(QPushButton, "paste:services.items").toolTip()
    heads = tip.partition(": ")[2].rstrip(".").split(", ")
    assert "Users" in heads
    assert len(set(heads)) == len(heads)


def test_a_new_row_is_seen_to_its_end(talk: Talk) -> None:
    talk.window.widget.resize(1100, 720)
    talk.go("When you work")
    talk.click("add:needs.critical_dates")
    QApplication.processEvents()
    (row,) = talk.document.needs.critical_dates
    last = talk.editor(f"needs.critical_dates[{row.id}].services")
    sheet = talk.find(Sheet, "sheet")
    assert last.mapTo(sheet.viewport(), last.rect().bottomLeft()).y() <= sheet.viewport().height()
