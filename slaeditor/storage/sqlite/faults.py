"""What SQLite's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say

KEPT = say("Nothing was changed; everything saved before is kept.")


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turns faults of the file behind ``path`` into a ``UserError``; anything else passes as the bug that it is."""
    try:
        yield
    except DBAPIError as error:
        fault = _explain(error.orig, path)
        if fault is None:
            raise
        raise fault from error
    except (sqlite3.Error, OSError) as error:
        fault = _explain(error, path)
        if fault is None:
            raise
        raise fault from error


def _explain(error: BaseException | None, path: Path) -> UserError | None:
    if isinstance(error, OSError):
        return UserError(
            say("“{path}” cannot be used: {strerror}.", path=path, strerror=error.strerror or error), kept=KEPT
        )
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_NOTADB:
            return UserError(
                say("“{path}” is not a library of this program.", path=path), kept=say("The file was not touched.")
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return UserError(
                say("“{path}” cannot be written to: the file or its folder is read-only.", path=path),
                kept=KEPT,
                remedy=say("Change its permissions, or use a copy elsewhere."),
            )
        case sqlite3.SQLITE_FULL:
            return UserError(
                say("There is no room left to write “{path}”.", path=path),
                kept=KEPT,
                remedy=say("Free some space and try again."),
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError(
                say("“{path}” is being written to by another program.", path=path),
                kept=KEPT,
                remedy=say("Try again in a moment."),
            )
        case sqlite3.SQLITE_CANTOPEN:
            return UserError(
                say("“{path}” cannot be opened.", path=path),
                kept=KEPT,
                remedy=say("Check the folder and its permissions."),
            )
        case sqlite3.SQLITE_IOERR:
            return UserError(
                say("Reading or writing “{path}” failed.", path=path), kept=KEPT, remedy=say("Check the disk.")
            )
        case sqlite3.SQLITE_CORRUPT:
            return UserError(
                say("“{path}” is damaged.", path=path),
                kept=say("What can still be read was left as it is."),
                remedy=say("Restore a backup."),
            )
        case _:
            return None
