"""The place of another term: shown in words, chosen from a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from slaeditor.model import places
from slaeditor.model.terms import Field
from slaeditor.ui.editors.choose import NOTHING, PickButton
from slaeditor.ui.editors.chooser import Chooser
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.session import Session
from slaeditor.ui.spoken import place_text
from slaeditor.ui.words import tr


class PlaceEditor(Editor):
    """A button that says which term it is, and a list to choose another one from; who begins to type narrows the list."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.button = PickButton(self)
        self.take(self.button)
        self._value = ""
        self.button.clicked.connect(lambda: self.open())
        self.button.asked.connect(self.open)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show it."""
        self._value = value
        words = place_text(self.document, value)
        self.button.show_words(words or NOTHING, placeholder=not words)
        self.button.setToolTip(words)

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def refresh(self) -> None:
        """Rows along the way may be called otherwise."""
        self.fill(self._value)

    def open(self, typed: str = "") -> None:
        """Offer every term, narrowed by what was typed."""
        title, hint = tr("Choose a term"), tr("Section, row or term")
        chooser = Chooser("place_chooser", title, tr("Choose"), hint, self._offered(), self)
        chooser.setWindowFlags(Qt.WindowType.Popup)  # so that a cell goes on being edited meanwhile
        chooser.picked.connect(self._pick)
        chooser.finished.connect(self.left)
        screen = self.button.screen().availableGeometry()
        place = self.button.mapToGlobal(QPoint(0, self.button.height()))
        chooser.move(
            max(screen.left(), min(place.x(), screen.right() - chooser.width())),
            max(screen.top(), min(place.y(), screen.bottom() - chooser.height())),
        )
        chooser.show()
        chooser.filter.setFocus()
        chooser.filter.setText(typed)

    def _offered(self) -> Iterator[tuple[str, str]]:
        document = self.document
        for text in places.offered(document, any_row=self.declared.term.any_row):
            yield place_text(document, text), text

    def _pick(self, text: str) -> None:
        if text != self._value:
            self.fill(text)
            self.entered.emit(text, False)
