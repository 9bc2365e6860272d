"""Who is answering, and on which day: kept once for the whole interview and noted with every answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Source
from slaeditor.model.terms import field
from slaeditor.ui import theme
from slaeditor.ui.editors import registry
from slaeditor.ui.editors.line import LineEditor
from slaeditor.ui.editors.suggestions import Suggestions
from slaeditor.ui.pieces import label, line
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


class Speaker(QObject):
    """The person whose answers are being written down, and the day. Belongs to the window, not to the document."""

    changed = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said_by = ""
        self.said_on = today

    def is_now(self, by: str, on: date | None) -> bool:
        """Whether that is who speaks now."""
        return (by, on) == (self.said_by, self.said_on)

    def set(self, said_by: str, said_on: date) -> None:
        """Somebody else speaks, or it is another day."""
        if not self.is_now(said_by, said_on):
            self.said_by, self.said_on = said_by, said_on
            self.changed.emit()


def last_speaker(document: Agreement) -> str:
    """Who gave the newest answer in the document; empty when nobody did."""
    named = [source for source in document.needs.sources if source.said_by]
    return max(named, key=lambda source: source.said_on or date.min).said_by if named else ""


def known_people(document: Agreement) -> list[str]:
    """Who may be speaking: everybody who gave an answer, then the people whom the parties name."""
    said = [source.said_by for source in document.needs.sources]
    signing = [", ".join(part for part in (one.name, one.title) if part) for one in document.parties.signatories]
    reached = [", ".join(part for part in (one.name, one.role) if part) for one in document.parties.contacts]
    return [name for name in dict.fromkeys([*said, *signing, *reached]) if name]


class SaidBar(QWidget):
    """The line above the questions: “Said by … on …”."""

    def __init__(self, session: Session, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._speaker = session, speaker
        self._by = registry.make(field(Source, "said_by"), session, self)
        self._by.setObjectName("said_by")
        self._by.describe(tr("Said by"), tr("Name and function of whoever answers now; noted with every answer."))
        self._by.setMinimumWidth(20 * theme.GRID)
        self._on = registry.make(field(Source, "said_on"), session, self)
        self._on.setObjectName("said_on")
        self._on.describe(tr("Said on"), tr("The day on which the answers are given."))
        self._on.setMaximumWidth(22 * theme.GRID)
        self._people = QStringListModel(self)
        if isinstance(self._by, LineEditor):
            self._by.field.setPlaceholderText(tr("Name and function of whoever answers"))
            completer = Suggestions(self._people, self)
            completer.activated.connect(self._named)
            self._by.field.setCompleter(completer)
        box = line(self)
        box.addWidget(self._labelled(tr("Said &by"), self._by))
        box.addWidget(self._by, 1)
        box.addSpacing(theme.GRID)
        box.addWidget(self._labelled(tr("&on"), self._on))
        box.addWidget(self._on)
        self._by.entered.connect(lambda name, _: speaker.set(name.strip(), speaker.said_on))
        self._on.entered.connect(self._day)
        self._on.left.connect(self._show_day)
        self.show_speaker()

    def enter(self) -> None:
        """The keys go to the name."""
        self._by.setFocus(Qt.FocusReason.TabFocusReason)

    def show_speaker(self) -> None:
        """Show who speaks, and offer who else might."""
        self._people.setStringList(known_people(self._session.document))
        self._by.fill(self._speaker.said_by)
        self._on.fill(self._speaker.said_on)

    def _labelled(self, words: str, buddy: QWidget) -> QLabel:
        made = label(words, tint="muted")
        made.setBuddy(buddy)
        return made

    def _named(self, name: str) -> None:
        self._speaker.set(name, self._speaker.said_on)
        self._by.fill(name, force=True)

    def _day(self, day: date | None, _typing: bool) -> None:
        if day is not None:
            self._speaker.set(self._speaker.said_by, day)

    def _show_day(self) -> None:
        """An answer always has its day: what is no date falls back to the last one."""
        self._on.fill(self._speaker.said_on, force=True)
