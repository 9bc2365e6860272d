"""What every page is handed: the session, the runners and the ports, and how to say something or go somewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from slaeditor.model.errors import UserError
from slaeditor.model.paths import Path
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.ports import Asker, Clock, ExportPort, LibraryPort, StandardsPort
from slaeditor.ui.session import Session
from slaeditor.ui.settings.preferences import Preferences
from slaeditor.ui.words import told, tr


class Bus(QObject):
    """What pages ask of the window."""

    said = Signal(str, bool, object)  # a sentence, whether it tells of a fault, and what can be done about it
    went = Signal(str, object)  # the name of a place, and the path of a term there or None
    compared = Signal(object, object)  # two sides.Side values to be compared
    selected = Signal(object)  # the ids of the agreements that are selected in the library, the current one first


@dataclass(frozen=True)
class Shell:
    """The surroundings of a page. ``runner`` has one thread (storage, checks); ``heavy`` waits for the worker process.

    ``user`` is the name under which things are done, as given by the composition root.
    """

    session: Session
    runner: JobRunner
    heavy: JobRunner
    library: LibraryPort
    standards: StandardsPort
    exports: ExportPort
    clock: Clock
    asker: Asker
    user: Callable[[], str]
    version: Callable[[], str]
    preferences: Preferences = field(default_factory=Preferences)
    bus: Bus = field(default_factory=Bus)

    def say(self, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence for a moment, with what can be done about it in words; nothing waits for it."""
        self.bus.said.emit(text, False, choices)

    def undo_choice(self) -> tuple[str, Callable[[], object]]:
        """For ``say``: the choice to take back what was just done, unless something else was done since."""
        after = self.session.document
        return tr("Undo"), lambda: self.session.document is after and self.session.undo()

    def report(self, error: UserError) -> None:
        """Show what stood in the way, until the next act; never modal."""
        self.bus.said.emit(told(error), True, ())

    def go(self, place: str, path: Path | None = None) -> None:
        """Show a place (library, new, agreement, interview, compare), and there the term at ``path``."""
        self.bus.went.emit(place, path)
