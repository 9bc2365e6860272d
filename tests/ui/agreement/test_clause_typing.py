"""Typing, pasting and deleting in a clause: its references stay whole, whatever the script and whoever the hand."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton

from slaeditor.model.clause_text import Reference, pieces
from slaeditor.model.edits import SetTerm
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.chooser import Chooser
from tests.ui.agreement.clause_hands import (
    CTRL,
    INTERVAL,
    PLACE,
    TEXT,
    at,
    editor_of,
    middle,
    opened,
    shown,
)
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS
PASTED = ("x{section:hours}y", INTERVAL, "\u05d0\u05d1", "😀{clause:gone}", "a\r\nb\n", "{value:", "x}\ny")


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
    chooser = st.page.findChild(Chooser, "reference_chooser")
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
