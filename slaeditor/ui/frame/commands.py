"""What the menus do with files and revisions: export, print, import, back up, save, compare; questions stand behind a port."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from slaeditor.model.agreement import Agreement
from slaeditor.model.sentence import say
from slaeditor.ui.compare.sides import Side
from slaeditor.ui.desk import Desk
from slaeditor.ui.files import read_file
from slaeditor.ui.jobs import Err, Ok, Ticket
from slaeditor.ui.ports import Stand
from slaeditor.ui.records import Conflict
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

T = TypeVar("T")

ABOUT = say("slaeditor {version}: an editor for customer-based service level agreements. Licensed under Apache-2.0.")
AGREEMENT_ENDING = "slaj"


class Commands(QObject):
    """Each command is one method; ``act`` finds it by the id of its action."""

    def __init__(self, shell: Shell, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = desk
        self.targets: tuple[str, ...] = ()

    def aim(self, agreements: tuple[str, ...]) -> None:
        """The agreements that are selected in the library, the current one first: what commands are about while it is shown."""
        self.targets = agreements

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
            case "export_each":
                self._export_each(tuple(self._shell.exports.formats()))
            case _ if name.startswith("export_") and from_library and len(self.targets) > 1:
                ending = name.removeprefix("export_")
                self._export_each((AGREEMENT_ENDING if ending == "file" else ending,))
            case "export_file":
                self._export_file(from_library)
            case "compare_base":
                self._compare_base()
            case "about":
                self._shell.say(tr(ABOUT, version=self._shell.version()))
            case "print":
                self._with_document(from_library, self._print)
            case _ if name.startswith("export_"):
                ending = name.removeprefix("export_")
                self._with_document(from_library, lambda *found: self._write_document(ending, *found))

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

    def _with_document(self, from_library: bool, act: Callable[[Agreement, Stand], object]) -> None:
        """Do it with the open document, or with the one that is selected in the library."""
        if not from_library:
            act(self._shell.session.document, self._desk.stand)
            return

        def read() -> tuple[Agreement, Stand]:
            found = self._desk.read(self.targets[0])
            working = found.working
            return working.document, Stand(working.id, working.revision, found.status, working.has_changes)

        self._desk.run(read, lambda found: act(*found))

    def _print(self, document: Agreement, stand: Stand) -> None:
        """Make the pages, ask which printer, and send them."""
        from slaeditor.ui.agreement import pdf_pages
        from slaeditor.ui.frame import printing  # what loads pages and printers waits until somebody prints

        exports = self._shell.exports

        def ask(file: pdf_pages.PdfFile) -> None:
            printer = self._shell.asker.printer(tr("Print"), lambda one: printing.prepare(one, file), len(file.sizes))
            if printer is not None:
                self._heavy(lambda ticket: printing.send(file, printer, ticket), tr("Printing"), told)

        def told(sheets: int) -> None:
            said = tr("1 page was printed.") if sheets == 1 else tr("{count} pages were printed.", count=sheets)
            self._shell.say(said)

        self._heavy(lambda _: pdf_pages.read(exports.render("pdf", document, stand), {}), tr("Making the pages"), ask)

    def _write_document(self, ending: str, document: Agreement, stand: Stand) -> None:
        exports = self._shell.exports
        kind = exports.formats()[ending]
        name = exports.file_name(document, stand, ending)
        target = self._shell.asker.save_to(tr("Export {kind}", kind=kind), name, ending, kind)
        if target is None:
            return

        def work(ticket: Ticket) -> None:
            data = exports.render(ending, document, stand)
            if not ticket.cancelled:
                exports.write(target, data)

        self._heavy(work, tr("Writing {name}", name=target.name), lambda _: self._say_written(target))

    def _export_each(self, endings: tuple[str, ...]) -> None:
        from slaeditor.ui.library.bulk_export import BulkExport

        BulkExport(self._shell, self._desk).start(self.targets, endings)

    def _export_file(self, from_library: bool) -> None:
        shell = self._shell
        agreement = self.targets[0] if from_library else shell.session.agreement
        shell.session.flush()

        def ask(found: tuple[str, bytes]) -> None:
            name, data = found
            kind = tr("Agreement file")
            target = shell.asker.save_to(tr("Export agreement file"), name, AGREEMENT_ENDING, kind)
            if target is not None:
                writing = tr("Writing {name}", name=target.name)
                self._heavy(lambda _: shell.exports.write(target, data), writing, lambda _: self._say_written(target))

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
            said = tr("The library was backed up to {name}.", name=target.name)
            self._heavy(
                lambda ticket: shell.library.backup(target, partial(_report, ticket)),
                tr("Backing up"),
                lambda _: shell.say(said, self._folder(target)),
            )

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

    def _heavy(self, work: Callable[[Ticket], T], name: str, then: Callable[[T], object]) -> None:
        """Do long work that shows and can be cancelled, then go on here; a fault becomes a sentence."""

        def done(result: Ok[T] | Err) -> None:
            match result:
                case Ok(value):
                    then(value)
                case Err(error):
                    self._shell.report(error)

        def stopped() -> None:
            self._shell.say(tr("Cancelled: {what}", what=name))

        self._shell.heavy.start(work, done, name=name, stopped=stopped)

    def _say_written(self, target: Path) -> None:
        said = tr("{name} was written to {folder}.", name=target.name, folder=str(target.parent))
        self._shell.say(said, (tr("Open"), lambda: self._shell.asker.reveal(target)), self._folder(target))

    def _folder(self, target: Path) -> tuple[str, Callable[[], object]]:
        return tr("Open folder"), lambda: self._shell.asker.reveal(target.parent)


def _report(ticket: Ticket, done: int, whole: int) -> None:
    """Tell how far the work is, and end it when nobody waits for it any more."""
    ticket.go_on()
    ticket.report(done / max(whole, 1))
