"""The forms of the sections: each is made when it is first gone to, or before that while nothing else is to be done, and kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget

from slaeditor.ui.agreement.states import SHOWN
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.section_form import SectionForm

STEP_MS = 50
"""Between two forms that are made ahead: the window answers meanwhile."""

REST_MS = 1_000
"""So long after an edit nothing is made ahead."""


class Forms(QStackedWidget):
    """Shows one section at a time."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[str, SectionForm] = {}
        self._ahead = QTimer(self, singleShot=True, interval=STEP_MS)
        self._ahead.timeout.connect(self._make_one)

    @property
    def current(self) -> SectionForm | None:
        """The form that is shown."""
        form = self.currentWidget()
        return form if isinstance(form, SectionForm) else None

    def form(self, name: str) -> SectionForm:
        """The form of a section."""
        if name not in self._made:
            self._made[name] = SectionForm(name, self._context, self)
            self.addWidget(self._made[name])
        return self._made[name]

    def show_section(self, name: str) -> None:
        """Bring the form of a section up to date, and show it."""
        form = self.form(name)
        form.refresh()
        form.show_messages()
        self.setCurrentWidget(form)

    def forget(self) -> None:
        """Another document: forms of the old one hold what was typed there."""
        self._ahead.stop()
        for form in self._made.values():
            self.removeWidget(form)
            form.deleteLater()
        self._made.clear()

    def make_ahead(self) -> None:
        """Make the forms that are not there yet, one by one, while the person looks at this one."""
        if not self._ahead.isActive() and self.isVisible():
            self._ahead.start(STEP_MS)

    def rest(self) -> None:
        """The person is doing something: what is made ahead can wait."""
        if self._ahead.isActive():
            self._ahead.start(REST_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody will go from section to section now."""
        super().hideEvent(event)
        self._ahead.stop()

    def _make_one(self) -> None:
        name = next((name for name in SHOWN if name not in self._made), None)
        if name is not None and self.current is not None:
            self.form(name).prepare()
            self._ahead.start(STEP_MS)
