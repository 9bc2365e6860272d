"""What the parts of the interview share: the session, who speaks, and how an answer gets into the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from slaeditor.model import answer_tables, interview, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Source
from slaeditor.model.answer_tables import Answers, Column
from slaeditor.model.interview import Question
from slaeditor.model.terms import Kind
from slaeditor.ui.forms.clipboard import from_tsv
from slaeditor.ui.forms.context import why_refused
from slaeditor.ui.interview import facts, pasting
from slaeditor.ui.interview.speaker import Speaker
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr, trn

MOST_ROWS = 500
"""So many rows of a table are put in within a moment."""

_EMPTY: dict[Kind, Any] = {Kind.TEXT: "", Kind.TEXTS: (), Kind.CHOICES: (), Kind.REFERENCES: ()}
"""What is shown where there is no row yet that could hold the answer; nothing for the other kinds."""


class Asking(QObject):
    """Puts answers into the session together with who gave them. Nothing here keeps an answer. ``said`` is a sentence for the person."""

    said = Signal(str)

    def __init__(self, session: Session, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.speaker = speaker
        self.usual: Source | None = None
        """Who gave most answers of the sheet that is shown, if one did; it is told once above them."""

    @property
    def document(self) -> Agreement:
        """The document as it is now."""
        return self.session.document

    @property
    def services(self) -> Question:
        """The question that lists the services."""
        asked = (question for theme in interview.themes(self.document) for question in theme.questions)
        return next(question for question in asked if question.path == answer_tables.SERVICES)

    def value(self, question: Question) -> Any:
        """The answer to show: None for a choice or a yes-or-no that nobody has answered yet, though it has a default."""
        if not paths.exists(self.document, question.path):
            return _EMPTY.get(question.field.kind)
        found = interview.value(self.document, question)
        return None if _always_says(question) and not interview.is_answered(self.document, question) else found

    def presumed(self, question: Question) -> Any:
        """What holds while nobody has answered; None when nothing does."""
        if not _always_says(question) or not paths.exists(self.document, question.path):
            return None
        return None if interview.is_answered(self.document, question) else interview.value(self.document, question)

    def answer(self, question: Question, value: Any, *, typing: bool = False) -> None:
        """Note the answer and who gave it; while typing goes on it joins the keystrokes before it."""
        if not typing:
            self.session.end_typing()
        self.session.set_unparsed(question.path, None)
        self.session.do(self._edit(question, value), typing=typing)
        if not typing:
            self.session.end_typing()

    def add_row(self, table: Question) -> str:
        """Put a row at the end of the table, with what it most likely says; returns its id, empty when it could not be."""
        cells = {Column(name): value for name, value in answer_tables.defaults(self.document, table).items()}
        ids = self._fill(table, [(None, cells)])
        return ids[0] if ids else ""

    def paste(self, table: Question, text: str, shown: Sequence[Column], row: int, column: int) -> tuple[str, ...]:
        """Put a table from the clipboard in, as one step; returns the ids of its rows. What is no value is kept and marked."""
        lines = from_tsv(text)
        if len(lines) > MOST_ROWS:
            self.said.emit(
                tr("At most {most} rows can be pasted at once; these are {count}.", most=MOST_ROWS, count=len(lines))
            )
            return ()
        pasted = pasting.read(self.document, table, lines, shown, row, column)
        before = self.document
        ids = self._fill(table, pasted.answers)
        if not ids:
            return ()
        self.session.came_along(
            {
                answer_tables.place(self.document, table, ids[number], one): wrong
                for number, one, wrong in pasted.refused
            },
            before,
        )
        self._tell(trn("1 row pasted.", "{count} rows pasted.", len(ids)), len(pasted.refused), pasted.unknown)
        return ids

    def remove_row(self, table: Question, row: str) -> None:
        """Take a row away with all that names only it."""
        self.session.end_typing()
        self.session.do(interview.remove(self.document, table, row))

    def rows(self, table: Question) -> tuple[Any, ...]:
        """The rows of the table as they are."""
        return interview.value(self.document, table) or ()

    def source(self, question: Question) -> Source | None:
        """Who gave the answer, if there is one."""
        return interview.source_of(self.document, question.path) if paths.exists(self.document, question.path) else None

    def refusal(self, question: Question) -> tuple[str, str] | None:
        """What was typed there and not understood, and why."""
        text = self.session.unparsed.get(question.path)
        return None if text is None else (text, why_refused(self.document, question.field, text))

    def knows(self, text: str) -> bool:
        """Whether the text is a sheet of two columns that says something the interview asks for."""
        return facts.known(self.document, facts.pairs(from_tsv(text)))

    def paste_facts(self, text: str) -> bool:
        """Put a sheet of two columns in, as one step; False when it says nothing that is asked for. What is no value is kept and marked."""
        given = facts.pairs(from_tsv(text))
        if self.session.read_only or not facts.known(self.document, given):
            return False
        found = facts.take(self.document, given, self.speaker.said_by, self.speaker.said_on, self.session.new_id)
        self.session.end_typing()
        before = self.document
        self.session.do(found.edit)
        self.session.came_along(dict(found.refused), before)
        self.session.end_typing()
        self._tell(trn("1 answer pasted.", "{count} answers pasted.", found.count), len(found.refused), found.unknown)
        return True

    def _tell(self, done: str, refused: int, unknown: Sequence[str]) -> None:
        said = [done]
        if refused:
            said.append(
                trn(
                    "1 cell was not understood; it is marked.",
                    "{count} cells were not understood; they are marked.",
                    refused,
                )
            )
        if unknown:
            said.append(tr("Not asked for: {columns}.", columns=", ".join(unknown)))
        self.said.emit(" ".join(said))

    def _fill(self, table: Question, answers: Sequence[Answers]) -> tuple[str, ...]:
        by, on = self.speaker.said_by, self.speaker.said_on
        edit, ids = answer_tables.fill(self.document, table, answers, by, on, self.session.new_id)
        self.session.end_typing()
        self.session.do(edit)
        for row, (_, cells) in zip(ids, answers, strict=True):
            for column in cells:
                self.session.set_unparsed(answer_tables.place(self.document, table, row, column), None)
        self.session.end_typing()
        return ids

    def _edit(self, question: Question, value: Any) -> Any:
        by, on = self.speaker.said_by, self.speaker.said_on
        return interview.answer(self.document, question, value, by, on, self.session.new_id)


def _always_says(question: Question) -> bool:
    """Whether the document has a value there even when nobody has given one."""
    return question.field.kind in (Kind.FLAG, Kind.CHOICE) and not question.field.optional
