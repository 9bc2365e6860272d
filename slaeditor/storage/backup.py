"""A whole library as one file, and back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select, update

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say
from slaeditor.storage.blobs import Blobs
from slaeditor.storage.doctor import Progress, examine
from slaeditor.storage.opening import beside, open_database
from slaeditor.storage.schema import agreements
from slaeditor.storage.sqlite.copies import copy, discard, put_in_place, settle


def backup(
    library: Path, target: Path, *, busy: float, overwrite: bool = False, progress: Progress | None = None
) -> None:
    """Writes one consistent state of the library to ``target``, whole or not at all; others may go on writing.

    What ``progress`` raises ends the work before anything stands at ``target``.

    ``UserError`` when the file is there already and may not be overwritten.
    """
    if target.exists() and not overwrite:
        raise UserError(
            say("“{target}” exists already.", target=target),
            kept=say("It was not overwritten."),
            remedy=say("Choose another name."),
        )
    part = beside(target, "part")
    try:
        copy(library, part, busy=busy, progress=progress)
        settle(part)
        put_in_place(part, target)
    finally:
        discard(part)


def restore(library: Path, source: Path, *, busy: float, progress: Progress | None = None) -> Path | None:
    """Puts a backup in the library's place, after examining it; returns where the replaced library was kept.

    Other windows may have the library open: they see the restored one. A library that can no longer be opened
    is moved aside. ``UserError`` when the backup is none, or not sound; the library is untouched then.
    """
    if not source.is_file():
        raise UserError(say("There is no backup “{source}”.", source=source), kept=say("The library was not touched."))
    part = beside(library, "part")
    try:
        copy(source, part, busy=busy)
        _prove(part, source, busy=busy, progress=progress)
        if not library.exists():
            settle(part)
            put_in_place(part, library)
            return None
        kept = beside(library, "replaced")
        try:
            version, changed = _counters(library, busy)
        except UserError:
            settle(part)
            put_in_place(library, kept)
            discard(library)
            put_in_place(part, library)
            return kept
        # Every window holds counters of the replaced library: none of them may fit the restored one by chance.
        database = open_database(part, create=False, busy=busy)
        with database.write() as connection:
            ahead = {name: agreements.c[name] + version for name in ("version", "indexed")}
            connection.execute(update(agreements).values(**ahead, changed=agreements.c.changed + changed))
        database.close()
        copy(library, kept, busy=busy)
        settle(kept)
        copy(part, library, busy=busy)
        return kept
    finally:
        discard(part)


def _prove(part: Path, source: Path, *, busy: float, progress: Progress | None) -> None:
    database = open_database(part, create=False, busy=busy, keep=False)
    try:
        problems = examine(database, Blobs(), progress)
    finally:
        database.close()
    if problems:
        raise UserError(
            say(
                "The backup “{source}” is not sound: {where}: {what}",
                source=source,
                where=problems[0].where,
                what=problems[0].what,
            ),
            kept=say("The library was not touched."),
            remedy=say("Try an older backup."),
        )


def _counters(library: Path, busy: float) -> tuple[int, int]:
    database = open_database(library, create=False, busy=busy)
    try:
        with database.read() as connection:
            row = connection.execute(select(func.max(agreements.c.version), func.max(agreements.c.changed))).one()
            return (row[0] or 0) + 1, (row[1] or 0) + 1
    finally:
        database.close()
