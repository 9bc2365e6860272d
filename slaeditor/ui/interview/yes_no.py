"""A question that is answered with yes or no, or not yet: unlike a tick box it tells “no” from “not asked”."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from slaeditor.model.terms import Field
from slaeditor.ui import theme
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


class YesNoEditor(Editor):
    """Two radio buttons of which neither may be chosen."""

    def __init__(self, declared: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(declared, session, parent)
        self.yes, self.no = QRadioButton(tr("Yes"), self), QRadioButton(tr("No"), self)
        self.yes.setObjectName("yes")
        self.no.setObjectName("no")
        self._group = QButtonGroup(self)
        self._group.addButton(self.yes)
        self._group.addButton(self.no)
        self.take(self.yes, 0)
        self.box.addWidget(self.no)
        self.box.addStretch(1)
        self.box.setSpacing(theme.WIDE)
        self.yes.clicked.connect(lambda: self.entered.emit(True, False))
        self.no.clicked.connect(lambda: self.entered.emit(False, False))

    def fill(self, value: Any, *, force: bool = False) -> None:
        """Show the answer; None for none yet."""
        self._group.setExclusive(False)
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)
        self._group.setExclusive(True)
        reached, other = (self.no, self.yes) if value is False else (self.yes, self.no)
        self._keys = reached
        reached.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops once, at what is chosen; the arrows go to the other

    def describe(self, name: str, description: str) -> None:
        """Each button is named with the question, as it is read alone."""
        super().describe(name, description)
        self.yes.setAccessibleName(tr("{question} Yes", question=name))
        self.no.setAccessibleName(tr("{question} No", question=name))
