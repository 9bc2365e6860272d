"""Clause text: references show the live value of what they stand for, lead there, and are put in from a list instead of typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from slaeditor.model.clause_text import Reference, Referred, candidates, referred
from slaeditor.model.compare import Change
from slaeditor.model.terms import Field
from slaeditor.ui.editors import chips
from slaeditor.ui.editors.chooser import Chooser
from slaeditor.ui.editors.clause_field import ClauseField
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.pieces import Elided, line
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


class ClauseEditor(Editor):
    """A clause: paragraphs and references. Below the text stands what the chosen reference is."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self._value = ""
        self._description = ""
        self._stale = False
        self.box.setDirection(QBoxLayout.Direction.TopToBottom)
        self.field = ClauseField(self._means, self)
        self.take(self.field)
        self.insert = QPushButton(tr("Insert reference…"), self)
        self.insert.setObjectName("insert_reference")
        self.insert.setProperty("kind", "flat")
        self.insert.setToolTip(tr("Figures never stand in legal text: refer to the term that holds them."))
        self.insert.clicked.connect(self.choose)
        self._told = Elided(size="small", tint="muted")
        self._told.setObjectName("told_reference")
        foot = line()
        foot.addWidget(self.insert)
        foot.addWidget(self._told, 1)
        self.box.addLayout(foot)
        self.field.written.connect(self._written)
        self.field.left.connect(self.finish)
        self.field.went.connect(self.went)
        self.field.pointed.connect(self._tell)
        session.changed.connect(self._changed)

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show a value."""
        if not force and value == self._value:
            return
        self._value = str(value or "")
        self.field.show_source(self._value)

    def current(self) -> Any:
        """The value that is shown."""
        return self._value

    def set_read_only(self, read_only: bool) -> None:
        """The text can still be marked and copied, and its references followed; nothing can be put in."""
        self.field.setReadOnly(read_only)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        if read_only:
            self.field.setTextInteractionFlags(self.field.textInteractionFlags() | keys)
        self.insert.setVisible(not read_only)

    def refresh(self) -> None:
        """A reference may stand for something else now, or for nothing."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.field.look_up()
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it could not be seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another type or scheme changes how wide chips are, and their colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.field.lay_out()

    def describe(self, name: str, description: str) -> None:
        """With what the chosen reference is."""
        self._description = description
        super().describe(name, description)

    def choose(self) -> None:
        """Offer everything that can be referred to."""
        offered = ((words, reference.source) for words, reference in candidates(self.document))
        hint = tr("Section, clause or term")
        chooser = Chooser("reference_chooser", tr("Insert reference"), tr("Insert"), hint, offered, self)
        chooser.picked.connect(self._put)
        chooser.open()

    def _means(self, reference: Reference) -> Referred:
        return referred(self.document, reference)

    def _put(self, source: str) -> None:
        self.field.put(source)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if any(change.path[:1] != ("legal",) or change.path[-1:] != ("text",) for change in changes):
            self.refresh()  # clause text changes no value that a reference stands for

    def _written(self, typing: bool) -> None:
        value = self.field.source()
        if value != self._value:
            self._value = value
            self.entered.emit(value, typing)

    def _tell(self) -> None:
        chosen = self.field.chosen()
        words = ""
        if chosen is not None:
            found = self.field.means(chosen)
            words = chips.tip(found, chosen)
            if found.target:
                words = tr("Enter goes to {reference}", reference=words)
        self._told.set_text(words)
        told = f"{words} {self._description}".strip()
        if chosen is not None and self.field.hasFocus():
            self.field.heard.emit(words)
        if told != self.field.accessibleDescription():
            self.field.setAccessibleDescription(told)
            event = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
