"""Documents of several agreements into one folder: what is there already is asked for once, the outcome is one sentence."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from slaeditor.model.errors import UserError
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import Err, Ok, Ticket
from slaeditor.ui.ports import Stand
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr, trn

AGREEMENT_ENDING = "slaj"


@dataclass(frozen=True)
class Target:
    """One file to be written."""

    agreement: str
    ending: str
    path: Path
    there: bool = False


class Existing(enum.Enum):
    """What becomes of files that are there already; in the order in which it is asked."""

    BESIDE = 0
    LEAVE = 1
    REPLACE = 2


@dataclass
class Tally:
    """What came of it so far; written by the worker's thread, read when it is over."""

    written: int = 0
    left: int = 0
    refused: list[str] = field(default_factory=list)


def targets(named: Iterable[tuple[str, str, str]], folder: Path, exists: Callable[[Path], bool]) -> tuple[Target, ...]:
    """Where each file goes, from (agreement, ending, name); of two with one name the second is numbered."""
    found: list[Target] = []
    taken: set[str] = set()
    for agreement, ending, name in named:
        path = _free(folder / name, lambda one: one.name.casefold() in taken)
        taken.add(path.name.casefold())
        found.append(Target(agreement, ending, path, exists(path)))
    return tuple(found)


def settled(wanted: Sequence[Target], how: Existing, exists: Callable[[Path], bool]) -> tuple[Target, ...]:
    """The files to write once it is said what becomes of those that are there."""
    if how is Existing.REPLACE:
        return tuple(wanted)
    if how is Existing.LEAVE:
        return tuple(one for one in wanted if not one.there)
    taken = {one.path.name.casefold() for one in wanted}
    found: list[Target] = []
    for one in wanted:
        path = one.path
        if one.there:
            path = _free(path, lambda other: exists(other) or other.name.casefold() in taken, at_least=2)
            taken.add(path.name.casefold())
        found.append(Target(one.agreement, one.ending, path))
    return tuple(found)


def _free(path: Path, is_taken: Callable[[Path], bool], at_least: int = 1) -> Path:
    number, found = at_least, path if at_least == 1 else path.with_stem(f"{path.stem} ({at_least})")
    while is_taken(found):
        number += 1
        found = path.with_stem(f"{path.stem} ({number})")
    return found


def outcome(tally: Tally, folder: Path, wanted: int, *, cancelled: bool = False) -> str:
    """One sentence on what came of it."""
    name = folder.name or str(folder)
    if cancelled:
        return tr("Cancelled: {number} of {all} files were written to {folder}.",
                  number=tally.written, all=wanted, folder=name)  # fmt: skip
    parts = [
        trn(
            "{count} file was written to {folder}", "{count} files were written to {folder}", tally.written, folder=name
        )
    ]
    if tally.left:
        parts.append(
            trn(
                "{count} that was there already was left alone",
                "{count} that were there already were left alone",
                tally.left,
            )
        )
    if tally.refused:
        parts.append(
            trn(
                "{count} could not be written: {why}",
                "{count} could not be written: {why}",
                len(tally.refused),
                why=tally.refused[0],
            )
        )
    said = "; ".join(parts)
    return said if said.endswith(".") else f"{said}."


class BulkExport:
    """Asks for the folder, looks what is there, asks what becomes of it, writes."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._shell, self._desk = shell, desk

    def start(self, agreements: Sequence[str], endings: Sequence[str]) -> None:
        """Export each of these agreements in each of these formats."""
        self._shell.session.flush()
        count = len(agreements) * len(endings)
        folder = self._shell.asker.folder(trn("Export {count} file to", "Export {count} files to", count))
        if folder is None:
            return

        def look(ticket: Ticket) -> tuple[Target, ...]:
            named: list[tuple[str, str, str]] = []
            for number, agreement in enumerate(agreements):
                if ticket.cancelled:
                    break
                ticket.report(number / len(agreements))
                found = self._desk.read(agreement)
                stand = Stand(agreement, found.working.revision, found.status, found.working.has_changes)
                for ending in endings:
                    name = self._shell.exports.file_name(found.working.document, stand, ending)
                    named.append((agreement, ending, name))
            return targets(named, folder, Path.exists)

        def looked(result: Ok[tuple[Target, ...]] | Err) -> None:
            match result:
                case Ok(wanted):
                    self._ask(wanted, folder)
                case Err(error):
                    self._shell.report(error)

        self._shell.heavy.start(look, looked, name=tr("Looking what is there"))

    def _ask(self, wanted: Sequence[Target], folder: Path) -> None:
        there = sum(one.there for one in wanted)
        how = Existing.LEAVE
        if there:
            said = trn(
                "{count} of the files is in {folder} already.",
                "{count} of the files are in {folder} already.",
                there,
                folder=folder.name,
            )
            choices = [tr("Keep both: number the new ones"), tr("Leave those out"), tr("Replace them")]
            taken = self._shell.asker.choose(tr("Export"), said, choices)
            if taken is None:
                self._shell.say(tr("Nothing was written."))
                return
            how = Existing(taken)
        tally = Tally(left=there if how is Existing.LEAVE else 0)
        self._write(settled(wanted, how, Path.exists), folder, tally, replace=how is Existing.REPLACE)

    def _write(self, files: Sequence[Target], folder: Path, tally: Tally, *, replace: bool) -> None:
        shell = self._shell

        def work(ticket: Ticket) -> None:
            for number, one in enumerate(files):
                if ticket.cancelled:
                    return
                said = tr("File {number} of {all}: {name}", number=number + 1, all=len(files), name=one.path.name)
                ticket.report(number / len(files), said)
                try:
                    tally.written += self._write_one(one, ticket, replace)
                except UserError as error:
                    tally.refused.append(told(error))

        def tell(said: str) -> None:
            reveal = (tr("Open folder"), lambda: shell.asker.reveal(folder))
            shell.say(said, *((reveal,) if tally.written else ()))

        def done(result: Ok[None] | Err) -> None:
            match result:
                case Err(error):
                    shell.report(error)
                case _ if tally.refused:
                    shell.report(UserError(outcome(tally, folder, len(files))))
                case _:
                    tell(outcome(tally, folder, len(files)))

        def stopped() -> None:
            tell(outcome(tally, folder, len(files), cancelled=True))

        shell.heavy.start(
            work, done, name=trn("Exporting {count} file", "Exporting {count} files", len(files)), stopped=stopped
        )

    def _write_one(self, one: Target, ticket: Ticket, replace: bool) -> int:
        data = self._content(one)
        if ticket.cancelled:
            return 0
        self._shell.exports.write(one.path, data, replace=replace)
        return 1

    def _content(self, one: Target) -> bytes:
        if one.ending == AGREEMENT_ENDING:
            return self._shell.library.agreement_file(one.agreement)
        found = self._desk.read(one.agreement)
        stand = Stand(one.agreement, found.working.revision, found.status, found.working.has_changes)
        return self._shell.exports.render(one.ending, found.working.document, stand)
