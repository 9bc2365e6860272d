"""From the declaration of a term to the editor of its value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from slaeditor.model.terms import Field, Kind, Shape
from slaeditor.ui.editors.choose import ChoiceEditor, FlagEditor, PicksEditor
from slaeditor.ui.editors.clause import ClauseEditor
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.line import DateEditor, DurationEditor, LineEditor
from slaeditor.ui.editors.long import LongEditor
from slaeditor.ui.editors.place import PlaceEditor
from slaeditor.ui.session import Session

Make = Callable[[Field, Session, QWidget | None], Editor]

EDITORS: Final[dict[Kind, Make]] = {
    Kind.TEXT: LineEditor,
    Kind.TEXTS: LongEditor,
    Kind.FLAG: FlagEditor,
    Kind.COUNT: LineEditor,
    Kind.NUMBER: LineEditor,
    Kind.PERCENT: LineEditor,
    Kind.MONEY: LineEditor,
    Kind.DURATION: DurationEditor,
    Kind.TIME: LineEditor,
    Kind.DATE: DateEditor,
    Kind.INSTANT: LineEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: PicksEditor,
    Kind.REFERENCE: ChoiceEditor,
    Kind.REFERENCES: PicksEditor,
}
"""Every kind of value; tables and groups are forms, not values (see ``forms.registry``)."""

SHAPED: Final[dict[tuple[Kind, Shape], Make]] = {
    (Kind.TEXT, Shape.LONG): LongEditor,
    (Kind.TEXT, Shape.RICH): ClauseEditor,
    (Kind.TEXT, Shape.PATH): PlaceEditor,
    (Kind.TEXTS, Shape.LANGUAGE): LineEditor,
}
"""Where the shape of a text asks for another editor than its kind."""


def make(declared: Field, session: Session, parent: QWidget | None = None) -> Editor:
    """A new editor for values of this term."""
    maker = SHAPED.get((declared.kind, declared.term.shape), EDITORS[declared.kind])
    return maker(declared, session, parent)
