"""Copies of whole library files, and their physical soundness."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection

from slaeditor.storage.sqlite.connect import make_file
from slaeditor.storage.sqlite.faults import faults

Progress = Callable[[int, int], None]
"""How much is done, and of how much; what it raises ends the work, which leaves nothing behind."""

PAGES = 512
"""So many are copied between two reports: two megabytes."""


def copy(source: Path, target: Path, *, busy: float, progress: Progress | None = None) -> None:
    """Copies one consistent state of ``source`` over the contents of ``target``, in one transaction of the target.

    Other programs may go on reading and writing the source, and keep the target open.
    """
    if not target.exists():
        make_file(target)
    with (
        faults(source),
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=busy)) as old,
        faults(target),
        closing(sqlite3.connect(target, timeout=busy)) as new,
    ):
        if progress is None:
            old.backup(new)
            return
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it sees one state, whoever writes
        old.backup(new, pages=PAGES, progress=lambda _, rest, whole: progress(whole - rest, whole))


def settle(path: Path) -> None:
    """Makes a copied file complete in itself, without a log beside it, and forces it to the disk."""
    with faults(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        with path.open("rb") as file:
            os.fsync(file.fileno())


def put_in_place(part: Path, target: Path) -> None:
    """Gives a file its final name, over any file of that name, for good."""
    with faults(target):
        part.replace(target)
        if os.name == "posix":
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def discard(path: Path) -> None:
    """Removes a file and what SQLite may have left beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with suppress(FileNotFoundError, NotADirectoryError):
            path.with_name(name).unlink()


def unsound(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the file's pages, indexes and references between rows."""
    lines = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    found = [f"The file is damaged: {line}." for line in lines if line != "ok"]
    return found + [
        f"A row of {table} refers to a row of {parent} that is not there."
        for table, _row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ]
