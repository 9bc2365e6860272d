"""What the menus do with files and revisions: export, import, back up, save, compare; the questions stand behind a port."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from slaeditor.model.agreement import Agreement
from slaeditor.ui.desk import Desk
from slaeditor.ui.files import read_file
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.ports import Conflict, Stand
from slaeditor.ui.shell import Shell
from slaeditor.ui.sides import Side
from slaeditor.ui.words import tr

ABOUT = "slaeditor {version}: an editor for customer-based service level agreements. Licensed under Apache-2.0."
AGREEMENT_ENDING = "slaj"


class Commands(QObject):
    """Each command is one method; ``act`` finds it by the id of its action."""

    def __init__(self, shell: Shell, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = desk
        self._target = ""

    def aim(self, agreement: str) -> None:
        """The agreement that is selected in the library: what commands are about while it is shown."""
        self._target = agreement

    def act(self, name: str, place: str) -> None:
        """Do the command with this id; ``place`` is the page that it was called from."""
        from_library = place == "library"
        match name:
            case "save":
                self._save()
            case "import":
                self._import()
            case "backup":
                self._backup()
            case "export_file":
                self._export_file(from_library)
            case "compare_base":
                self._compare_base()
            case "about":
                self._shell.say(tr(ABOUT, version=self._shell.version()))
            case _ if name.startswith("export_"):
                self._export(name.removeprefix("export_"), from_library)

    def compare_conflict(self, conflict: Conflict) -> bool:
        """Show this window's version beside the other's; the decision stays open."""
        self._shell.bus.compared.emit(
            Side(tr("Saved in the other window"), document=conflict.theirs.document),
            Side(tr("In this window"), document=self._shell.session.document),
        )
        return True

    def _save(self) -> None:
        number = self._shell.session.revision + 1
        asked = tr("What changed, for those who read the history:")
        if missing := len(self._shell.session.unparsed):
            # Such text never reaches the document: whoever believes that it is saved has to know.
            left_out = (
                tr("One entry is not understood and will not be in it; Problems says which.")
                if missing == 1
                else tr("{count} entries are not understood and will not be in it; Problems says which.", count=missing)
            )
            asked = f"{left_out}\n\n{asked}"
        message = self._shell.asker.message(
            tr("Save revision {number}", number=number),
            asked,
            "" if number > 1 else tr("First revision"),
        )
        if message is not None and message.strip():
            self._desk.save_revision(message.strip())

    def _export(self, ending: str, from_library: bool) -> None:
        shell = self._shell
        if not from_library:
            self._write_document(ending, shell.session.document, self._desk.stand)
            return

        def read() -> tuple[Agreement, Stand]:
            found = self._desk.read(self._target)
            working = found.working
            return working.document, Stand(working.id, working.revision, found.status, working.has_changes)

        self._desk.run(read, lambda found: self._write_document(ending, *found))

    def _write_document(self, ending: str, document: Agreement, stand: Stand) -> None:
        exports = self._shell.exports
        kind = exports.formats()[ending]
        name = exports.file_name(document, stand, ending)
        target = self._shell.asker.save_to(tr("Export {kind}", kind=kind), name, ending, kind)
        if target is None:
            return

        def work() -> None:
            exports.write(target, exports.render(ending, document, stand))

        self._heavy(work, tr("Writing {name}", name=target.name), _written(target))

    def _export_file(self, from_library: bool) -> None:
        shell = self._shell
        agreement = self._target if from_library else shell.session.agreement
        shell.session.flush()

        def ask(found: tuple[str, bytes]) -> None:
            name, data = found
            kind = tr("Agreement file")
            target = shell.asker.save_to(tr("Export agreement file"), name, AGREEMENT_ENDING, kind)
            if target is not None:
                writing = tr("Writing {name}", name=target.name)
                self._heavy(lambda: shell.exports.write(target, data), writing, _written(target))

        def read() -> tuple[str, bytes]:
            working = shell.library.working(agreement)
            stand = Stand(working.id, working.revision, self._desk.status, working.has_changes)
            return (
                shell.exports.file_name(working.document, stand, AGREEMENT_ENDING),
                shell.library.agreement_file(agreement),
            )

        self._desk.run(read, ask)

    def _import(self) -> None:
        source = self._shell.asker.open_from(tr("Import"), (AGREEMENT_ENDING, "json"), tr("Agreements"))
        if source is not None:
            self._desk.run(lambda: read_file(source), lambda data: self._desk.import_file(source.name, data))

    def _backup(self) -> None:
        shell = self._shell
        name = f"slaeditor-{shell.clock.today():%Y-%m-%d}.backup"
        target = shell.asker.save_to(tr("Back up the library"), name, "backup", tr("Library backup"))
        if target is not None:
            shell.session.flush()
            done = tr("The library was backed up to {name}.", name=target.name)
            self._heavy(lambda: shell.library.backup(target), tr("Backing up"), done)

    def _compare_base(self) -> None:
        session = self._shell.session
        if session.base is None:
            self._shell.say(tr("There is no revision to compare with yet."))
            return
        number = session.revision - 1 if session.read_only else session.revision
        self._shell.bus.compared.emit(
            Side.of_revision(number, session.base),
            Side.of_session(session),
        )

    def _heavy(self, work: Callable[[], None], name: str, written: str) -> None:
        def done(result: Ok[None] | Err) -> None:
            match result:
                case Ok():
                    self._shell.say(written)
                case Err(error):
                    self._shell.report(error)

        self._shell.heavy.start(lambda _: work(), done, name=name)


def _written(target: Path) -> str:
    return tr("{name} was written to {folder}.", name=target.name, folder=str(target.parent))
