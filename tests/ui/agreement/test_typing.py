"""Typing, undo, and what cannot be parsed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model.edits import RemoveRow, SetTerm, apply
from slaeditor.model.paths import Path, find
from slaeditor.model.quantities import Duration, Money, Percent, Unit
from slaeditor.ui.editors.fields import TextField
from slaeditor.ui.pieces import Elided, column, line
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.hands import type_text
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
DOCUMENT = filled_document()
CONTROL = Qt.KeyboardModifier.ControlModifier


def unparsed_problems(st: Stage) -> list[QTreeWidgetItem]:
    """The lines of the Problems dock that speak of typed text."""
    tree = st.page.findChild(QTreeWidget, "problems")
    assert isinstance(tree, QTreeWidget)
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    return tree.findItems("Discard", flags)


def test_typing_reaches_the_document_and_is_one_step_of_undo(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "title")
    type_text(st, "Care")
    assert st.value("identity", "title") == "Care"
    assert st.session.undo()
    assert st.document == DOCUMENT
    assert st.find(QLineEdit, "title").text() == DOCUMENT.identity.title


def test_leaving_a_field_ends_the_step(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "title")
    type_text(st, "One")
    st.key(Qt.Key.Key_Tab)
    st.go("identity", "title")
    type_text(st, "Two")
    st.session.undo()
    assert st.value("identity", "title") == "One"


def test_the_keys_of_undo_belong_to_the_session(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "title")
    type_text(st, "Care")
    st.key(Qt.Key.Key_Z, CONTROL)
    assert st.value("identity", "title") == "Care", "the field has no undo of its own"
    assert st.find(QLineEdit, "title").text() == "Care"


def test_what_cannot_be_parsed_never_reaches_the_document(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("remedies", "monthly_cap")
    type_text(st, "15 of hundred")
    st.key(Qt.Key.Key_Tab)
    assert st.document == DOCUMENT, "not even what it began with"
    assert dict(st.session.unparsed) == {("remedies", "monthly_cap"): "15 of hundred"}
    assert "is not a number" in st.find(QLabel, "message_monthly_cap").text()
    (line,) = unparsed_problems(st)
    assert "Monthly cap" in line.text(0)


def test_unparsed_input_survives_another_section_and_is_mended_there(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("remedies", "monthly_cap")
    type_text(st, "many")
    st.go("identity", "title")
    st.go("remedies", "monthly_cap")
    assert st.find(QLineEdit, "monthly_cap").text() == "many"
    type_text(st, "12,5")
    assert st.value("remedies", "monthly_cap") == Percent("12.5")
    assert not st.session.unparsed
    assert not unparsed_problems(st)


def test_undo_in_a_field_gives_up_what_was_not_understood_first(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("remedies", "monthly_cap")
    before = st.find(QLineEdit, "monthly_cap").text()
    type_text(st, "many")
    st.key(Qt.Key.Key_Return)
    st.key(Qt.Key.Key_Z, CONTROL)
    assert st.find(QLineEdit, "monthly_cap").text() == before
    assert not st.session.unparsed


def test_the_problems_dock_gives_up_what_was_typed(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("remedies", "monthly_cap")
    before = st.find(QLineEdit, "monthly_cap").text()
    type_text(st, "many")
    st.key(Qt.Key.Key_Return)
    st.page.docks["problems"].raise_()
    tree = st.find(QTreeWidget, "problems")
    (line,) = unparsed_problems(st)
    tree.setCurrentItem(line)
    st.click(st.find(QPushButton, "mend"))
    assert not st.session.unparsed
    assert st.find(QLineEdit, "monthly_cap").text() == before


def test_exact_decimals_stay_exact(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    for typed, value in (("99.9995", "99.9995"), ("99.995", "99.995"), ("%99,95", "99.95")):
        st.go("remedies", "yearly_cap")
        type_text(st, typed)
        st.key(Qt.Key.Key_Return)
        assert st.value("remedies", "yearly_cap") == Percent(Decimal(value))
        assert st.find(QLineEdit, "yearly_cap").text() == f"{value}%"
        assert not st.session.unparsed


def test_durations_take_what_people_type(stage: OpenStage) -> None:
    st = stage(
        msgspec.structs.replace(DOCUMENT, maintenance=msgspec.structs.replace(DOCUMENT.maintenance, notice=None))
    )
    for typed, value in (
        ("4h", Duration(240)),
        ("90 min", Duration(90)),
        ("1 h 30", Duration(90)),
        ("2 wd", Duration(2, Unit.WORKING_DAYS, "calendar-1")),
    ):
        st.go("maintenance", "notice")
        type_text(st, typed)
        st.key(Qt.Key.Key_Return)
        assert st.value("maintenance", "notice") == value, typed


def test_a_date_may_be_typed_and_emptied(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("identity", "effective")
    type_text(st, "1.2.2027")
    st.key(Qt.Key.Key_Return)
    assert st.value("identity", "effective") == date(2027, 2, 1)
    assert st.find(QLineEdit, "effective").text() == "2027-02-01"
    type_text(st, "")
    assert st.value("identity", "effective") is None


def test_unparsed_input_goes_with_its_row(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("services", "items", "service-1", "users")
    type_text(st, "some")
    st.key(Qt.Key.Key_Return)
    st.session.do(RemoveRow(("services", "items", "service-1")))
    assert not st.session.unparsed


def test_what_differs_from_the_last_revision_is_marked(stage: OpenStage) -> None:
    st = stage(DOCUMENT, DOCUMENT)
    st.go("identity", "initial_months")
    old = st.find(QLineEdit, "initial_months").text()
    type_text(st, "24")
    assert old in st.find(Elided, "was_initial_months").text()
    type_text(st, old)
    assert not [one for one in st.page.findChildren(Elided, "was_initial_months") if one.isVisible()]


@pytest.mark.parametrize(
    "path",
    [("identity", "title"), ("identity", "initial_months"), ("remedies", "minimum"), ("review", "change_procedure")],
)
def test_what_the_last_revision_said_takes_no_width_from_the_field(stage: OpenStage, path: Path) -> None:
    widths = {}
    for words in (None, "a word", "many words that could never stand beside a field " * 9):
        former: Any = words
        match find(DOCUMENT, path):
            case int():
                former = 10 ** len(words or "")
            case Money(currency=currency):
                former = Money(Decimal(10 ** len(words or "")), currency)
        st = stage(DOCUMENT, DOCUMENT if words is None else apply(DOCUMENT, SetTerm(path, former)))
        st.page.resize(1100, 700)
        st.go(*path)
        QApplication.processEvents()
        widths[words] = st.find(QWidget, path[-1]).width()
        if words is not None:
            mark = st.find(Elided, f"was_{path[-1]}")
            assert mark.isVisible()
            assert mark.accessibleName() == mark.text()
            assert words.strip() in mark.text() or former != words
        st.page.hide()
    assert len(set(widths.values())) == 1, widths


def test_a_finding_stands_beside_its_field(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.session.do(SetTerm(("identity", "title"), ""))
    st.page.check_now()
    st.go("identity", "title")
    assert "missing" in st.find(QLabel, "message_title").text()
    assert "missing" in st.focus().accessibleDescription()
    assert st.find(QLabel, "message_title").property("tint") == "worse"  # an error; what can be acknowledged is milder


def test_an_old_revision_is_only_read(stage: OpenStage) -> None:
    st = stage(DOCUMENT, DOCUMENT, read_only=True)
    st.go("identity", "title")
    st.keys("x")
    assert st.find(QLineEdit, "title").isReadOnly()
    st.go("services", "items", "service-1")
    assert not [one for one in st.page.findChildren(QPushButton, "add") if one.isVisible()]
    st.key(Qt.Key.Key_Delete)
    assert st.document is DOCUMENT
    assert st.edits == 0


def test_every_field_has_a_name_and_says_what_it_is_for(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    for section in ("identity", "parties", "hours", "remedies"):
        st.go(section)
        fields = [one for one in st.page.findChildren(QWidget) if one.isVisible() and one.property("term")]
        assert fields
        assert all(one.accessibleName() and one.whatsThis() for one in fields)


@pytest.mark.parametrize("words", [17, 19, 21])
def test_a_text_of_several_lines_has_its_height_whatever_its_width_was_before(qtbot: object, words: int) -> None:
    outer = QWidget()
    around = QWidget()
    field = TextField()
    line(around, spacing=0).addWidget(field, 1)
    box = column(outer)
    box.addWidget(around)
    box.addStretch(1)
    field.setPlainText("word " * words)
    field.resize(60, 30)
    outer.resize(120, 400)
    outer.show()
    for _ in range(4):  # lines are broken when they are first painted
        QApplication.processEvents()
        outer.grab()
    for _ in range(4):
        QApplication.processEvents()
    assert field.minimumHeight() == field.maximumHeight() == field.height()
    assert around.rect().contains(field.geometry())
    outer.close()
