"""What a person does with agreements as wholes: open, save as a revision, look at an old one, settle a conflict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal

from slaeditor.model import lifecycle
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import Status
from slaeditor.model.paths import Path
from slaeditor.ui.jobs import Err, Ok, Ticket
from slaeditor.ui.ports import Stand
from slaeditor.ui.records import AlreadyThere, Conflict, Working
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr

T = TypeVar("T")


class Opened:
    """What opening reads in one go: the newest document, what it is compared with, its status, and unparsed input."""

    def __init__(self, working: Working, base: Agreement | None, status: Status, unparsed: Mapping[str, str]) -> None:
        self.working = working
        self.base = base
        self.status = status
        self.unparsed = unparsed


class Desk(QObject):
    """Every act here runs off the GUI thread and ends in the session or in a sentence."""

    status_changed = Signal()
    library_changed = Signal()
    conflict = Signal(object)  # ports.Conflict

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._session = shell.session
        self.status = Status.DRAFT
        self.conflicting: Conflict | None = None
        self._session.conflict.connect(self._in_conflict)

    @property
    def stand(self) -> Stand:
        """How the open document stands, for exports."""
        return Stand(self._session.agreement, self._session.revision, self.status, self._session.modified)

    def open(self, agreement: str, place: str = "agreement", path: Path | None = None) -> None:
        """Open the newest document of an agreement and show it."""
        self.settle()

        def opened(found: Opened) -> None:
            self.take(found)
            self._shell.go(place, path)

        self.run(lambda: self.read(agreement), opened, name=tr("Opening"), key="open")

    def read(self, agreement: str) -> Opened:
        """Everything that opening needs; called off the GUI thread."""
        library = self._shell.library
        working = library.working(agreement)
        base = library.revision(agreement, working.revision) if working.revision else None
        if base is not None and not working.has_changes:
            base = working.document
        return Opened(working, base, self._status(agreement, working.document), library.unparsed(agreement))

    def take(self, found: Opened) -> None:
        """Put what was read into the session."""
        working = found.working
        self.status = found.status
        self.conflicting = None
        self._session.open(
            working.id,
            working.document,
            version=working.version,
            revision=working.revision,
            base=found.base,
            unparsed=found.unparsed,
        )
        self.status_changed.emit()

    def create(
        self, make: Callable[[], Agreement], place: str = "interview", failed: Callable[[], object] = lambda: None
    ) -> None:
        """A new agreement in the library, opened at once; ``make`` is called off the GUI thread, ``failed`` if there is none."""

        def made(agreement: str) -> None:
            self.library_changed.emit()
            self.open(agreement, place)

        name = tr("Making the agreement")
        self.run(lambda: self._shell.library.create(make()), made, name=name, can_stop=False, failed=failed)

    def open_revision(self, ordinal: int, agreement: str = "") -> None:
        """Look at a revision of an agreement, of the open one if none is named; nothing can be changed in it."""
        agreement = agreement or self._session.agreement
        library = self._shell.library

        def read() -> tuple[Agreement, Agreement | None]:
            return (
                library.revision(agreement, ordinal),
                library.revision(agreement, ordinal - 1) if ordinal > 1 else None,
            )

        def show(found: tuple[Agreement, Agreement | None]) -> None:
            document, before = found
            self._session.open(agreement, document, version=0, revision=ordinal, base=before, read_only=True)
            self._shell.go("agreement")

        self.settle()
        self.run(read, show)

    def restore(self, ordinal: int) -> None:
        """The document of an old revision becomes the draft; what the draft was can be had back by undo."""
        agreement = self._session.agreement

        def read() -> tuple[Agreement, Opened]:
            return self._shell.library.revision(agreement, ordinal), self.read(agreement)

        def show(found: tuple[Agreement, Opened]) -> None:
            document, current = found
            if self._session.read_only:
                self.take(current)
            if self._session.assume(document, tr("restoring of revision {number}", number=ordinal)):
                self._shell.say(tr("Revision {number} is the draft now.", number=ordinal), self._shell.undo_choice())
            else:
                self._shell.say(tr("The draft is the same as revision {number} already.", number=ordinal))
            self._shell.go("agreement")

        self.settle()
        self.run(read, show)

    def save_revision(self, message: str) -> None:
        """Save the document as the next revision."""
        session, library = self._session, self._shell.library
        session.flush()
        if self.conflicting is not None or not session.is_open or session.read_only:
            return
        agreement, document, version = session.agreement, session.document, session.version

        def commit() -> tuple[int, int, Status]:
            revision, number = library.commit(agreement, document, message, version)
            return revision, number, self._status(agreement, document)

        def saved(result: tuple[int, int, Status]) -> None:
            revision, number, self.status = result
            session.committed(document, revision, number)
            self.status_changed.emit()
            self.library_changed.emit()
            self._shell.say(tr("Saved as revision {number}.", number=revision))

        self.run(commit, saved, name=tr("Saving the revision"), can_stop=False)

    def keep_mine(self) -> None:
        """Settle the conflict: this window's document becomes the draft; the other window's is in its undo and its revisions."""
        conflict, self.conflicting = self.conflicting, None
        if conflict is not None:
            self._session.overrule(conflict.theirs.version)

    def take_theirs(self) -> None:
        """Settle the conflict: the other window's document is shown here; this one's can be had back by undo."""
        conflict, self.conflicting = self.conflicting, None
        if conflict is None:
            return
        mine = self._session.document

        def show(found: Opened) -> None:
            self.take(found)
            self._session.remember(mine, tr("taking over of the other version"))

        self.run(lambda: self.read(conflict.theirs.id), show)

    def settle(self) -> None:
        """Save before something else is opened; in an open conflict this window's version is kept as a draft of its own."""
        self._session.flush()
        conflict, self.conflicting = self.conflicting, None
        mine = self._session.document
        if conflict is None or mine == conflict.theirs.document:
            return
        title = tr("Kept from a conflict: {title}", title=mine.identity.title)
        identity = msgspec.structs.replace(mine.identity, title=title)
        self.run(lambda: self._shell.library.create(msgspec.structs.replace(mine, identity=identity)), self._kept)

    def notice_change(self, agreements: tuple[str, ...]) -> None:
        """Other windows, or this one, changed these agreements: read the list anew, and look whether ours moved on."""
        if not agreements:
            return
        self.library_changed.emit()
        agreement = self._session.agreement
        if agreement not in agreements or self.conflicting is not None or self._session.read_only:
            return

        def look(theirs: Working) -> None:
            session = self._session
            if theirs.id != session.agreement or theirs.version <= session.version or session.saving:
                return
            if session.settled:
                self.run(lambda: self.read(agreement), self._follow)
            else:
                what = UserError(tr("This agreement was saved in another window."))
                self._in_conflict(Conflict(what, session.document, theirs))

        self.run(lambda: self._shell.library.working(agreement), look)

    def import_file(self, name: str, data: bytes, *, copy: bool = False) -> None:
        """Take in the content of an agreement file of that name; one that is here already is offered as a copy."""

        def done(result: Ok[str] | Err) -> None:
            match result:
                case Ok(agreement):
                    self.library_changed.emit()
                    self.open(agreement)
                case Err(AlreadyThere() as error):
                    choices = [tr("Import as a copy"), tr("Open the one in the library")]
                    taken = self._shell.asker.choose(tr("Import"), told(error.what), choices)
                    if taken == 0:
                        self.import_file(name, data, copy=True)
                    elif taken == 1:
                        self.open(error.existing)
                case Err(error):
                    refused = tr("“{name}” was not imported: {error}", name=name, error=error)
                    self._shell.report(UserError(refused, kept=tr("Nothing was changed.")))

        def stopped() -> None:
            self._shell.say(tr("Cancelled: “{name}” was not imported.", name=name))

        def work(ticket: Ticket) -> str:
            ticket.go_on()
            return self._shell.library.import_file(data, copy=copy, understood=ticket.go_on)

        self._shell.heavy.start(work, done, name=tr("Importing"), stopped=stopped)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        name: str = "",
        key: str = "",
        can_stop: bool = True,
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Do the work off the GUI thread, then go on here; a fault becomes a sentence, and ``failed`` is told."""

        def done(result: Ok[T] | Err) -> None:
            match result:
                case Ok(value):
                    then(value)
                case Err(Conflict() as error):
                    self._in_conflict(error)
                    failed()
                case Err(error):
                    self._shell.report(error)
                    failed()

        self._shell.runner.start(lambda _: work(), done, name=name, key=key, can_stop=can_stop)

    def _follow(self, found: Opened) -> None:
        """Where everything is in the library there is nothing to choose between: show what the other window saved after it."""
        session, working = self._session, found.working
        if working.id != session.agreement or working.version <= session.version or not session.settled:
            return
        self.status = found.status
        session.follow(working.document, version=working.version, revision=working.revision, base=found.base)
        self.status_changed.emit()
        choices = [self._shell.undo_choice()] if session.can_undo else []
        self._shell.say(tr("Another window saved this agreement; you see it as it is now."), *choices)

    def _status(self, agreement: str, document: Agreement) -> Status:
        state = lifecycle.replay(self._shell.library.events(agreement))
        effective, expires = lifecycle.terms_of(document)
        return lifecycle.status(state.stage, state.ending, state.ended, self._shell.clock.today(), effective, expires)

    def _in_conflict(self, conflict: Conflict) -> None:
        self.conflicting = conflict
        self.conflict.emit(conflict)

    def _kept(self, _agreement: str) -> None:
        self.library_changed.emit()
        self._shell.say(tr("Your version of the agreement was kept as a draft of its own."))
