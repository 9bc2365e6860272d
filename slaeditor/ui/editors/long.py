"""Texts of several lines: descriptions, and lists with one item a line."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from slaeditor.model.terms import Field, Kind
from slaeditor.ui.editors import typed
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.fields import TextField, replace_text
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


class LongEditor(Editor):
    """A text of several lines, or a list of texts with one a line; what is typed is always a value."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.field = self.make_field()
        self.take(self.field)
        if declared.kind is Kind.TEXTS:
            self.field.setPlaceholderText(tr("One per line"))
        self._value: Any = None
        self._filling = False
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.finish)

    def make_field(self) -> TextField:
        """The widget that is typed into."""
        return TextField(2, 10, self)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show a value."""
        if not force and value == self._value:
            return
        self._value = value
        self._put(typed.text_of(self.document, self.declared, value))

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def finish(self) -> None:
        """Blank lines of a list are no items."""
        if self.declared.kind is Kind.TEXTS and self.field.toPlainText() != "\n".join(self._value or ()):
            self._put("\n".join(self._value or ()))
        super().finish()

    def set_read_only(self, read_only: bool) -> None:
        """The text can still be marked and copied."""
        self.field.setReadOnly(read_only)

    def _put(self, text: str) -> None:
        self._filling = True
        replace_text(self.field, text)
        self._filling = False

    def _typed(self) -> None:
        if self._filling:
            return
        value = typed.parse(self.document, self.declared, self.field.toPlainText())
        if value != self._value:
            self._value = value
            self.entered.emit(value, True)
