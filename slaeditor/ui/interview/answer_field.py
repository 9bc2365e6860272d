"""One question on the sheet: its wording, the editor of its answer, and below it a hint, a fault, or who said it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from slaeditor.model.agreement.needs import Source
from slaeditor.model.interview import Question
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind, Shape, is_empty
from slaeditor.ui import dates, theme
from slaeditor.ui.editors import registry
from slaeditor.ui.editors.choose import ChoiceEditor
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.line import DurationEditor, LineEditor
from slaeditor.ui.interview.asking import Asking
from slaeditor.ui.interview.flow import Room
from slaeditor.ui.interview.yes_no import YesNoEditor
from slaeditor.ui.pieces import column, label, line
from slaeditor.ui.words import told, tr

_WHOLE = 16_777_215
_CODE = 16 * theme.GRID


CHOICE_WIDTH = 19 * theme.GRID
"""The width of lists of choices in a table, unless their words need more."""


class AnswerField(QWidget):
    """``bare`` leaves wording and hint to the table it stands in; ``words`` is then how the cell is called."""

    def __init__(
        self, question: Question, asking: Asking, parent: QWidget | None = None, *, bare: bool = False, words: str = ""
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._asking = asking
        self._bare = bare
        self._words = words
        self._unset = object()
        self._shown: Any = self._unset
        self.editor = self._make_editor()
        self.editor.setObjectName(question.id)
        self.setObjectName(f"answer:{question.id}")
        self._box = column(self, spacing=theme.HALF)
        self._wording: QLabel | None = None
        self._below: QLabel | None = None
        if not bare:
            self._wording = label(wrap=True)
            self._wording.setBuddy(self.editor.keys())
            self._box.addWidget(self._wording)
        self._put_editor()
        self._box.addStretch(1)
        self.editor.entered.connect(self._entered)
        self.editor.refused.connect(self._refused)
        self.editor.unclear.connect(self._unclear)
        self.editor.left.connect(asking.session.end_typing)
        self.editor.set_read_only(asking.session.read_only)
        if question.path[-1] == "code" and not bare:
            self.editor.setMaximumWidth(_CODE)
        if bare and isinstance(self.editor, LineEditor):  # a cell is as wide as its column
            self.editor.field.setMaximumWidth(_WHOLE)

    def ask(self, question: Question, wording: str = "") -> None:
        """The same question, perhaps in other words because the service is called otherwise now."""
        self.question = question
        if self._wording is not None:
            self._wording.setText(told(wording or question.wording))
        self.refresh()

    def refresh(self) -> None:
        """Show the document's answer, and what there is to say about it."""
        value = self._asking.value(self.question)
        force = self._shown is self._unset
        if force or value is not self._shown:
            self._shown = value
            if isinstance(self.editor, ChoiceEditor):
                self.editor.presume(self._asking.presumed(self.question))
            self.editor.fill(value, force=force)
        refusal = self._asking.refusal(self.question)
        if refusal is not None and not self.editor.holds_refused:
            self.editor.fill_refused(*refusal)
        elif refusal is None and isinstance(self.editor, ChoiceEditor) and self.editor.holds_refused:
            self.editor.fill(value, force=True)
        self.refresh_below()

    def source(self) -> Source | None:
        """Who gave the answer that is shown, if there is one."""
        return None if is_empty(self._shown) else self._asking.source(self.question)

    def explained(self) -> Path:
        """The term that the question asks for."""
        return self.question.path

    def refresh_names(self) -> None:
        """Rows may be called otherwise now."""
        declared = self.question.field
        if declared.term.refers or declared.kind is Kind.DURATION:
            self.editor.refresh()

    def refresh_below(self) -> None:
        """Say what is wrong, or who said it if it was not the one who speaks now, or what to write."""
        refusal = self._asking.refusal(self.question)
        source = self.source()
        said = brief = ""
        if source is not None and not self._asking.speaker.is_now(source.said_by, source.said_on):
            usual = self._asking.usual
            day, name = dates.day(source.said_on), source.said_by.partition(",")[0]
            said = tr("Said by {name}", name=", ".join(part for part in (source.said_by, day) if part))
            brief = tr("Said by {name}", name=", ".join(part for part in (name, day) if part))
            if source.said_by == self._asking.speaker.said_by:
                brief = tr("Said on {day}", day=day)
            if usual is not None and (usual.said_by, usual.said_on) == (source.said_by, source.said_on):
                brief = ""  # told above
        elif source is not None and self._asking.usual is not None:
            brief = tr("Said now")
        hint = "" if self._bare else told(self.question.hint)
        self._show_below(f"✕ {refusal[1]}" if refusal else "" if self._bare else brief or hint, refused=bool(refusal))
        help = " ".join(
            part for part in (hint or tr(self.question.field.term.help), refusal[1] if refusal else "", said) if part
        )
        name = self._words or told(self.question.wording)
        self.editor.describe(name, help)
        for widget in (self.editor, self.editor.keys()):
            widget.setToolTip(help)
            widget.setWhatsThis(help)

    def _show_below(self, words: str, *, refused: bool) -> None:
        if self._below is None and words:
            self._below = label(size="small", wrap=True, name=f"below:{self.question.id}")
            self._box.insertWidget(self._box.count() - 1, self._below)
        if self._below is not None:
            theme.tint(self._below, "worse" if refused else "muted")
            self._below.setText(words)
            self._below.setVisible(bool(words))

    def _put_editor(self) -> None:
        declared = self.question.field
        if self._bare or not declared.term.unit or declared.kind is Kind.MONEY:
            self._box.addWidget(self.editor)
            return
        with_unit = line()
        with_unit.addWidget(self.editor, 1)
        with_unit.addWidget(label(tr(declared.term.unit), tint="muted"))
        if declared.kind in (Kind.COUNT, Kind.NUMBER, Kind.PERCENT):
            with_unit.setStretchFactor(self.editor, 0)
            with_unit.addStretch(1)
        self._box.addLayout(with_unit)

    def _make_editor(self) -> Editor:
        declared = self.question.field
        if declared.kind is Kind.FLAG and not self._bare:
            return YesNoEditor(declared, self._asking.session, self)
        made = registry.make(declared, self._asking.session, self)
        if isinstance(made, DurationEditor):
            made.keep_clock_to_itself()
        if self._bare and isinstance(made, ChoiceEditor):
            made.combo.setMinimumWidth(CHOICE_WIDTH)  # below each other they are alike
        return made

    def _entered(self, value: Any, typing: bool) -> None:
        self._shown = value
        self._asking.answer(self.question, value, typing=typing)
        self.refresh_below()

    def _unclear(self, text: str) -> None:
        self._asking.session.note_typing(self.question.path, text)

    def _refused(self, text: str, sentence: str) -> None:
        self._asking.session.set_unparsed(self.question.path, text if sentence else None)
        self.refresh_below()


def room_of(question: Question) -> Room:
    """How much of a line the answer needs."""
    declared = question.field
    match declared.kind:
        case Kind.TEXT if declared.term.shape in (Shape.LONG, Shape.RICH):
            return Room.LINE
        case Kind.TEXT if declared.name == "label":  # a sentence rather than a word
            return Room.REST
        case Kind.TEXTS if declared.term.shape is not Shape.LANGUAGE:
            return Room.LINE
        case Kind.ROWS:
            return Room.LINE
        case _:
            return Room.CELL
