"""Clause text: the way back to the library, and references that are chips with the live value, handled as wholes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QHelpEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPushButton, QToolTip, QWidget

from slaeditor import shipped
from slaeditor.model.agreement import Agreement
from slaeditor.model.clause_text import Reference, candidates, library_text, pieces, referred
from slaeditor.model.edits import RemoveRow, SetTerm, apply
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.clause_field import ClauseField
from slaeditor.ui.editors.reference_chooser import ReferenceChooser
from slaeditor.ui.pieces import Elided
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
SAMPLE = shipped.sample()
CLAUSE = next(one for one in SAMPLE.legal.clauses if one.library_text and one.library_text == one.text)
PLACE = ("legal", "clauses", CLAUSE.id, "text")
INTERVAL = "{value:review.interval_months}"
TEXT = f"Within {INTERVAL} as {{section:targets}} says."
CTRL = Qt.KeyboardModifier.ControlModifier


# what references stand for


@pytest.mark.parametrize(
    ("source", "words", "where", "target", "cited"),
    [
        (INTERVAL, "6 months", "Reporting and review › Review interval", ("review", "interval_months"), False),
        ("{section:targets}", "Targets", "Targets", ("targets",), True),
        ("{clause:liability}", "Liability", "Legal text › Liability", ("legal", "clauses", "liability"), True),
        ("{value:services.items[imaging]}", "Imaging archive (PACS)", None, ("services", "items", "imaging"), False),
        ("{value:services.items[imaging].note}", "", None, ("services", "items", "imaging", "note"), False),
        ("{value:services.items[gone].name}", "", "", (), False),
        ("{value:no such thing}", "", "", (), False),
        ("{section:nowhere}", "", "", (), False),
        ("{clause:gone}", "", "", (), False),
    ],
)
def test_a_reference_stands_for(
    source: str, words: str, where: str | None, target: tuple[str, ...], cited: bool
) -> None:
    found = referred(SAMPLE, Reference(source))
    assert (found.words, found.target, found.cited) == (words, target, cited)
    assert where is None or found.where == where


@pytest.mark.parametrize("text", ["", TEXT, "{value:half", "a {b} {value:x} {section:a}{clause:b}", "{{value:x}}"])
def test_pieces_joined_are_the_text(text: str) -> None:
    cut = list(pieces(text))
    assert "".join(one if isinstance(one, str) else one.source for one in cut) == text
    assert "" not in cut


def test_everything_that_is_offered_leads_somewhere() -> None:
    offered = list(candidates(SAMPLE))
    assert len(offered) > 500
    assert all(referred(SAMPLE, reference).target for _, reference in offered)
    assert ("Reporting and review › Review interval: 6 months", Reference(INTERVAL)) in offered


def test_only_changed_text_of_a_clause_has_another_in_the_library() -> None:
    assert library_text(SAMPLE, PLACE) is None
    assert library_text(SAMPLE, (*PLACE[:-1], "heading")) is None
    assert library_text(SAMPLE, ("legal", "clauses", "gone", "text")) is None


# the field


def opened(stage: OpenStage, text: str, document: Agreement = SAMPLE, **how: bool) -> tuple[Stage, ClauseField]:
    """The clause with this text, as the library has it, and its field with the keys."""
    document = apply(document, SetTerm(PLACE, text))
    document = apply(document, SetTerm((*PLACE[:-1], "library_text"), text))
    st = stage(document, **how)
    st.go(*PLACE)
    return st, st.find(ClauseField, "text")


def shown(field: ClauseField) -> str:
    """The text as it can be read."""
    return chips.words_of(field.source(), field.means)


def editor_of(field: ClauseField) -> QWidget:
    """With what stands below the text."""
    parent = field.parentWidget()
    assert parent is not None
    return parent


def told(field: ClauseField) -> str:
    """What is said below of the chosen reference."""
    line = editor_of(field).findChild(Elided, "told_reference")
    assert line is not None
    return line.text()


def at(field: ClauseField, position: int, end: int | None = None) -> None:
    """Put the cursor there, or mark up to the end."""
    cursor = field.textCursor()
    cursor.setPosition(position)
    if end is not None:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def middle(field: ClauseField, position: int) -> QPoint:
    """A point on the reference behind the position."""
    QApplication.processEvents()
    return field.area_of(position).center().toPoint()


def test_a_changed_clause_is_marked_and_goes_back_to_the_library(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*PLACE)
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.do(SetTerm(PLACE, "Our own words."))
    assert "Changed" in st.find(QLabel, "library_mark").text()
    st.click(st.find(QPushButton, "library_back"))
    assert st.value(*PLACE) == CLAUSE.text
    assert st.find(ClauseField, "text").source() == CLAUSE.text
    assert not [one for one in st.page.findChildren(QLabel, "library_mark") if one.isVisibleTo(st.page)]
    st.session.undo()
    assert st.value(*PLACE) == "Our own words."


def test_values_are_shown_and_follow_the_term_wherever_it_changes(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    assert shown(field) == "Within 6 months as § Targets says."
    edits = st.edits
    st.session.do(SetTerm(("review", "interval_months"), 12))
    assert shown(field) == "Within 12 months as § Targets says."
    st.go("review", "interval_months")
    st.session.do(SetTerm(("review", "interval_months"), 3))
    st.go(*PLACE)
    assert shown(field) == "Within 3 months as § Targets says."
    assert st.edits == edits + 2


@pytest.mark.parametrize(("key", "start"), [(Qt.Key.Key_Backspace, 8), (Qt.Key.Key_Delete, 7)])
def test_deleting_takes_a_whole_reference_as_one_step_of_its_own(stage: OpenStage, key: Qt.Key, start: int) -> None:
    st, field = opened(stage, TEXT)
    at(field, 0)
    st.keys("x")
    at(field, start + 1)
    st.key(key)
    assert st.value(*PLACE) == "xWithin  as {section:targets} says."
    assert st.find(QLabel, "library_mark").isVisibleTo(st.page)
    st.keys("y")
    assert st.value(*PLACE) == "xWithin y as {section:targets} says."
    for text in ("xWithin  as {section:targets} says.", f"x{TEXT}", TEXT):
        st.session.undo()
        assert st.value(*PLACE) == field.source() == text


def test_the_arrows_choose_a_reference_and_enter_goes_there(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    told_by_page: list[tuple[str, tuple[tuple[str, Callable[[], object]], ...]]] = []
    st.shell.bus.said.connect(lambda text, _, choices: told_by_page.append((text, choices)))
    at(field, 7)
    st.key(Qt.Key.Key_Right)
    assert field.chosen() == Reference(INTERVAL)
    words = "Enter goes to Reporting and review › Review interval: 6 months"
    assert told(field) == words
    assert words in field.accessibleDescription()
    st.key(Qt.Key.Key_Right)
    assert (field.chosen(), field.textCursor().position()) == (None, 8)
    assert told(field) == ""
    st.key(Qt.Key.Key_Left)
    st.key(Qt.Key.Key_Return)
    assert st.page.section == "review"
    assert st.focus().objectName() == "interval_months"
    assert st.document.legal == apply(st.document, SetTerm(PLACE, TEXT)).legal
    (text, ((back, act),)) = told_by_page[-1]
    assert (text, back) == ("Gone to Reporting and review › Review interval.", "Back")
    act()
    assert st.focus() is field


def test_enter_beside_a_reference_makes_a_line(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 8)
    st.key(Qt.Key.Key_Return)
    st.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert st.value(*PLACE) == f"Within {INTERVAL}\n\n as {{section:targets}} says."
    assert st.page.section == "legal"


def test_what_is_typed_never_takes_the_place_of_a_chosen_reference(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 7, 8)
    st.keys("x")
    at(field, 7, 8)
    composed = QInputMethodEvent("", [])
    composed.setCommitString("ş")
    QApplication.sendEvent(field, composed)
    assert st.value(*PLACE) == f"Within {INTERVAL}şx as {{section:targets}} says."
    at(field, 6, 8)
    st.keys("-")
    assert st.value(*PLACE) == "Within-şx as {section:targets} says."


def test_a_click_goes_there_also_when_the_document_is_only_read(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT, read_only=True)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    assert st.page.section == "legal"
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=middle(field, 12))
    assert st.page.section == "targets"


def test_the_tip_says_what_and_where(stage: OpenStage) -> None:
    _, field = opened(stage, TEXT)
    for position, words in ((7, "Reporting and review › Review interval: 6 months"), (12, "Targets")):
        place = middle(field, position)
        QApplication.sendEvent(
            field.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, field.viewport().mapToGlobal(place))
        )
        assert QToolTip.text() == words


def test_a_broken_reference_says_so_and_leads_nowhere(stage: OpenStage) -> None:
    st, field = opened(stage, "See {clause:liability} and {value:no.such}.")
    assert shown(field) == "See § Liability and ! leads nowhere."
    at(field, 10, 11)
    assert told(field) == "This reference leads nowhere: {value:no.such}"
    st.key(Qt.Key.Key_Return)
    assert (st.page.section, st.value(*PLACE)) == ("legal", "See {clause:liability} and {value:no.such}.")
    st.session.do(RemoveRow(("legal", "clauses", "liability")))
    assert shown(field) == "See ! leads nowhere and ! leads nowhere."


def test_a_term_that_says_nothing_is_not_stated(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    st.session.do(SetTerm(("review", "interval_months"), None))
    assert shown(field) == "Within not stated as § Targets says."


def test_a_reference_typed_half_is_text_and_typed_whole_a_reference(stage: OpenStage) -> None:
    st, field = opened(stage, "")
    st.keys("{value:review.interval_months")
    assert (st.value(*PLACE), field.textCursor().position()) == ("{value:review.interval_months", 29)
    st.keys("}")
    assert (st.value(*PLACE), field.textCursor().position()) == (INTERVAL, 1)
    st.keys(" x")
    assert st.value(*PLACE) == f"{INTERVAL} x"
    st.session.undo()
    assert st.value(*PLACE) == field.source() == ""


def test_a_reference_inside_half_a_reference_stays_one(stage: OpenStage) -> None:
    st, field = opened(stage, "x{section:hours}y}")
    at(field, 0)
    st.keys("{value:")
    assert st.value(*PLACE) == field.source() == "{value:x{section:hours}y}"
    assert shown(field) == "{value:x§ Hoursy}"


def test_a_brace_left_open_takes_no_paragraph_with_it_and_a_paste_may_close_it(stage: OpenStage) -> None:
    st, field = opened(stage, "{value:\nmore}")
    assert shown(field) == "{value:\nmore}"
    assert list(pieces("{value:\nmore}")) == ["{value:\nmore}"]
    at(field, 7)
    pasted = QMimeData()
    pasted.setText("review.interval_months}\nand {section:")
    field.insertFromMimeData(pasted)
    assert st.value(*PLACE) == field.source() == f"{INTERVAL}\nand {{section:\nmore}}"
    assert shown(field) == "6 months\nand {section:\nmore}"
    st.session.do(SetTerm(PLACE, "and"))
    assert field.source() == "and"


def test_copies_keep_the_reference_and_other_programs_get_the_words(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 0, 8)
    st.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Within 6 months"
    at(field, field.document().characterCount() - 1)
    st.key(Qt.Key.Key_V, CTRL)
    assert st.value(*PLACE) == f"{TEXT}Within {INTERVAL}"
    at(field, 7, 8)
    st.key(Qt.Key.Key_X, CTRL)
    assert st.value(*PLACE).startswith("Within  as")
    st.session.undo()
    assert st.value(*PLACE) == f"{TEXT}Within {INTERVAL}"
    st.session.undo()
    assert st.value(*PLACE) == TEXT


def test_only_plain_text_enters(stage: OpenStage) -> None:
    st, field = opened(stage, "")
    rich = QMimeData()
    rich.setHtml("<b>Fat</b><img src='x.png'>")
    rich.setText("Fat\r\n\ufffc{section:targets}\r\n\u2028\0end")
    field.insertFromMimeData(rich)
    assert st.value(*PLACE) == "Fat\n{section:targets}\n\nend"
    assert shown(field) == "Fat\n§ Targets\n\nend"
    image = QMimeData()
    image.setData("image/png", b"x")
    assert not field.canInsertFromMimeData(image)


@pytest.mark.parametrize(
    "text",
    [
        "Bildirim süresi İstanbul'da {value:review.interval_months} ve şöyle: ğüşıöç {section:targets}.",
        "المدة {value:review.interval_months} وفقا {section:targets}",
        "😀 before {value:review.interval_months} and 😀 after {section:targets}",
        "a\u00a0b {section:targets}\n\n\tc  d ",
    ],
)
def test_every_script_keeps_its_letters_and_its_references(stage: OpenStage, text: str) -> None:
    st, field = opened(stage, "")
    st.session.do(SetTerm(PLACE, text))
    assert field.source() == text
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    field.setTextCursor(cursor)
    st.keys("!")
    assert st.value(*PLACE) == text + "!"
    if "{value" in text:
        raw = field.document().toRawText().encode("utf-16-le")
        place = next(n for n in range(len(raw) // 2) if raw[2 * n : 2 * n + 2] == chips.CHIP.encode("utf-16-le"))
        QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=middle(field, place))
        assert st.page.section == "review"


def test_from_right_to_left_the_arrows_go_as_the_text_does(stage: OpenStage) -> None:
    st, field = opened(stage, f"قبل {INTERVAL} بعد")
    at(field, 4)
    st.key(Qt.Key.Key_Right)
    assert (field.chosen(), field.textCursor().position()) == (None, 3)
    at(field, 4)
    st.key(Qt.Key.Key_Left)
    assert field.chosen() == Reference(INTERVAL)
    st.key(Qt.Key.Key_Left)
    assert field.textCursor().position() == 5


def test_undo_elsewhere_leaves_the_cursor_where_it_is(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 4)
    st.session.do(SetTerm(PLACE, f"{TEXT} More."))
    assert (field.textCursor().position(), field.source()) == (4, f"{TEXT} More.")
    st.session.do(SetTerm(PLACE, f"Then {TEXT} More."))
    assert (field.textCursor().position(), field.source()) == (9, f"Then {TEXT} More.")


def test_a_reference_is_put_in_from_the_list(stage: OpenStage) -> None:
    st, field = opened(stage, "Every .")
    at(field, 6)
    button = editor_of(field).findChild(QPushButton, "insert_reference")
    assert button is not None
    st.click(button)
    chooser = st.page.findChild(ReferenceChooser, "reference_chooser")
    assert chooser is not None
    line, offered = chooser.findChild(QLineEdit, "filter"), chooser.findChild(QListView, "references")
    assert line is not None
    assert offered is not None
    QTest.keyClicks(line, "review interval")
    assert [offered.model().index(row, 0).data() for row in range(offered.model().rowCount())] == [
        "Reporting and review › Review interval: 6 months"
    ]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert st.value(*PLACE) == f"Every {INTERVAL}."
    assert QApplication.focusWidget() is field
    st.session.undo()
    assert st.value(*PLACE) == "Every ."


def test_typing_in_a_very_long_clause_is_quick(stage: OpenStage) -> None:
    paragraph = (
        f"The Provider shall do so within {INTERVAL}, as {{section:targets}} says, and keep a record of it. " * 4
    )
    text = "\n\n".join([paragraph] * (20_000 // len(paragraph) + 1))
    assert len(text) > 20_000
    st, field = opened(stage, text)
    at(field, 9_000)
    took = []
    for _ in range(40):
        start = time.process_time()  # of this process alone: the machine may have other work
        st.keys("x")
        QApplication.processEvents()
        took.append(time.process_time() - start)
    assert sorted(took)[20] < 0.016, sorted(took)
    assert st.value(*PLACE).count("x" * 40) == 1


def test_a_very_long_reference_is_never_wider_than_a_line(stage: OpenStage) -> None:
    st, field = opened(stage, "{value:identity.title}")
    st.session.do(SetTerm(("identity", "title"), "A very long title " * 40))
    QApplication.processEvents()
    width = field.area_of(0).width()
    assert 0 < width <= field.viewport().width()
    st.page.resize(1100, 720)
    QApplication.processEvents()
    assert 0 < field.area_of(0).width() <= field.viewport().width()


def test_a_reference_in_a_cell_of_a_table_leads_there_too(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    meaning = next(one for one in SAMPLE.legal.definitions if "{section:" in one.meaning)
    st.go("legal", "definitions", meaning.id, "meaning")
    widget: QWidget = st.focus()
    if not isinstance(widget, ClauseField):
        st.key(Qt.Key.Key_F2)
        widget = st.focus()
    assert isinstance(widget, ClauseField)
    place = next(
        n for n in range(widget.document().characterCount()) if chips.reference_at(widget.document(), n) is not None
    )
    target = widget.means(chips.reference_at(widget.document(), place) or Reference("")).target
    at(widget, place, place + 1)
    st.key(Qt.Key.Key_Return)
    assert st.page.section == target[0]


def menu_of(field: ClauseField, position: int) -> dict[str, QAction]:
    """What the right button offers on the reference behind the position."""
    if (before := QApplication.activePopupWidget()) is not None:
        before.close()
    place = middle(field, position)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(field.viewport(), QContextMenuEvent(reason, place, field.viewport().mapToGlobal(place)))
    (menu,) = [one for one in field.findChildren(QMenu, "context_menu") if one.isVisible()]
    return {action.objectName(): action for action in menu.actions()}


def test_the_menu_leads_to_the_reference_and_copies_it_whole(stage: OpenStage) -> None:
    st, field = opened(stage, TEXT)
    at(field, 0, 8)
    offered = menu_of(field, 7)
    assert offered["go_to_reference"].text() == "Go to Reporting and review › Review interval"
    assert not {"edit-undo", "edit-redo"} & set(offered)
    offered["edit-cut"].trigger()
    assert st.value(*PLACE) == " as {section:targets} says."
    assert QGuiApplication.clipboard().text() == "Within 6 months"
    at(field, 0)
    menu_of(field, 4)["edit-paste"].trigger()
    assert st.value(*PLACE) == TEXT
    menu_of(field, 12)["go_to_reference"].trigger()
    assert st.page.section == "targets"


PASTED = ("x{section:hours}y", INTERVAL, "\u05d0\u05d1", "😀{clause:gone}", "a\r\nb\n", "{value:", "x}\ny")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_person_does_the_field_shows_the_document(stage: OpenStage, seed: int) -> None:
    chance = random.Random(seed)
    st, field = opened(stage, TEXT)
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
    acts: tuple[Callable[[], object], ...] = (
        lambda: st.keys(chance.choice("ab {}:")),
        lambda: st.key(chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))),
        lambda: st.key(chance.choice(arrows), chance.choice((plain, shift))),
        lambda: st.key(Qt.Key.Key_Return, chance.choice((plain, shift))),
        lambda: st.key(chance.choice((Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V)), CTRL),
        lambda: field.put(chance.choice(PASTED)),
        st.session.undo,
        st.session.redo,
        lambda: st.session.do(SetTerm(PLACE, chance.choice((TEXT, "", f"q{st.value(*PLACE)}")))),
    )
    for _ in range(120):
        if st.focus() is not field:
            st.go(*PLACE)
        chance.choice(acts)()
        assert field.source() == st.value(*PLACE)
    while st.session.undo():
        assert field.source() == st.value(*PLACE)
    assert field.source() == TEXT
