"""What every editor of one value has in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.terms import Field
from slaeditor.ui.session import Session
from slaeditor.ui.theme import GRID


class Editor(QWidget):
    """Shows and edits one value. Filling it never emits; ``entered`` tells of a value that a person gave.

    ``refused`` tells of text that is no value, with the sentence why (both empty: no longer so); ``unclear`` of text that is no
    value yet, while it is typed (empty: no longer so). ``left`` says that the person is done with it for now, ``went`` that another
    term is to be gone to.
    """

    entered = Signal(object, bool)  # the value, and whether typing goes on
    refused = Signal(str, str)
    unclear = Signal(str)
    left = Signal()
    went = Signal(object)  # Path

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = declared
        self.session = session
        self._keys: QWidget = self
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(GRID)

    @property
    def holds_refused(self) -> bool:
        """Whether it shows text that is marked as not understood."""
        return False

    @property
    def document(self) -> Agreement:
        """The document in whose surroundings the value stands: names of rows, the currency."""
        return self.session.document

    def take(self, widget: QWidget, stretch: int = 1) -> None:
        """Put in the widget that has the keys.

        The editor does not hand the focus on to it as Qt knows it: Tab would be thrown back to it from anywhere behind.
        """
        self.box.addWidget(widget, stretch)
        self._keys = widget

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show a value. Text being typed that means the same value stays as it is, unless ``force``."""
        raise NotImplementedError

    def current(self) -> Any:
        """The value that is shown."""
        raise NotImplementedError

    def fill_refused(self, text: str, sentence: str) -> None:
        """Show again what was typed and not understood. Editors that only choose hold no such thing."""

    def finish(self) -> None:
        """What is typed is complete: tidy it, or mark it as not understood."""
        self.left.emit()

    def refresh(self) -> None:
        """Rows that the value names may be called otherwise now."""

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        self.setDisabled(read_only)

    def keys(self) -> QWidget:
        """The widget that takes the keys."""
        return self._keys

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go to the widget that takes them."""
        if self._keys is self:
            super().setFocus(reason)
        else:
            self._keys.setFocus(reason)

    def describe(self, name: str, description: str) -> None:
        """Name and description for those who do not see the form."""
        for widget in (self, self.keys()):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(description)


def is_undo(event: QKeyEvent) -> bool:
    """Whether the keys ask for undo or redo, which belong to the session and to no single field."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def leaves(event: QFocusEvent) -> bool:
    """Whether the focus really goes: not to a menu of the widget itself and not to another window."""
    reason = event.reason()
    return reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


SHORTCUT_OVERRIDE = QEvent.Type.ShortcutOverride
