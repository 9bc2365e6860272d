"""How a person gives a term another value, whatever its kind: by the keys, in the editor that has the focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from slaeditor.model.quantities import Duration
from slaeditor.model.references import rows_of
from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.model.text import place_text, row_name
from slaeditor.ui.editors import typed
from tests.ui.agreement.stage import Stage

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def give(stage: Stage, declared: Field, value: Any) -> None:
    """Give the term in focus this value, in a form or in the current cell of a table."""
    if stage.focus().objectName() == "matrix":
        ranks = [level.id for level in stage.document.priorities.levels]
        stage.keys(str(ranks.index(value) + 1))
        return
    if not isinstance(stage.focus(), QAbstractItemView):
        _edit(stage, declared, value)
        QApplication.processEvents()
        return
    if declared.kind is Kind.FLAG:
        stage.key(Key.Key_Space)
        return
    stage.key(Key.Key_F2)
    _edit(stage, declared, value)
    if not isinstance(stage.focus(), QAbstractItemView):
        stage.key(
            Key.Key_Return,
            CONTROL if isinstance(stage.focus(), QPlainTextEdit | QTextEdit) else Qt.KeyboardModifier.NoModifier,
        )


def type_text(stage: Stage, text: str) -> None:
    """Replace what is in the focused field by typing."""
    stage.key(Key.Key_A, CONTROL)
    stage.key(Key.Key_Delete)
    for number, line in enumerate(text.split("\n")):
        if number:
            stage.key(Key.Key_Return)
        stage.keys(line)


def _edit(stage: Stage, declared: Field, value: Any) -> None:
    match declared.kind:
        case Kind.FLAG:
            stage.key(Key.Key_Space)
        case Kind.CHOICE | Kind.REFERENCE:
            _pick(stage.focus(), typed.text_of(stage.document, declared, value))
        case Kind.CHOICES | Kind.REFERENCES:
            _tick(stage, declared, value)
        case Kind.DURATION:
            _duration(stage, value)
        case Kind.TEXT if declared.term.shape is Shape.PATH:
            _find_place(stage, value)
        case _:
            assert isinstance(stage.focus(), QLineEdit | QPlainTextEdit | QTextEdit), stage.focus()
            type_text(stage, typed.text_of(stage.document, declared, value))


def _find_place(stage: Stage, value: str) -> None:
    """Press the button, type the words of the term, and take it from the list."""
    QTest.keyClick(stage.focus(), Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(QLineEdit, "filter")
    assert isinstance(line, QLineEdit)
    line.setText(place_text(stage.document, value))
    QTest.keyClick(line, Key.Key_Return)


def _duration(stage: Stage, value: Duration) -> None:
    field = stage.focus()
    type_text(stage, value.short())
    editor = field.parentWidget()
    clock = editor.findChild(QComboBox, "clock") if editor is not None else None
    assert isinstance(clock, QComboBox)
    name = typed.clock_name(stage.document, value.calendar)
    if clock.currentText() != name:
        clock.setFocus()
        _pick(clock, name)


def _pick(box: QWidget, words: str) -> None:
    assert isinstance(box, QComboBox), box
    QTest.keyClick(box, Key.Key_Home)
    for _ in range(50):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Key.Key_Down)
    raise AssertionError(f"{words} is not offered")


def _tick(stage: Stage, declared: Field, value: tuple[Any, ...]) -> None:
    button = stage.focus()
    QTest.keyClick(button, Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    choices = popup.findChild(QListWidget, "choices")
    assert isinstance(choices, QListWidget)
    if declared.kind is Kind.CHOICES:
        wanted = {typed.text_of(stage.document, declared, (item,)) for item in value}
    else:
        rows = rows_of(stage.document, declared.term.refers)
        wanted = {row_name(stage.document, row) for row in rows if row.id in value}
    choices.setFocus()
    for number in range(choices.count()):
        choices.setCurrentRow(number)
        on = choices.item(number).checkState() is Qt.CheckState.Checked
        if on is not (choices.item(number).text() in wanted):
            QTest.keyClick(choices, Key.Key_Space)
    QTest.keyClick(choices, Key.Key_Escape)
