"""What SQLite's errors mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from slaeditor.model.errors import UserError

KEPT = "Nothing was changed; everything saved before is kept."


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
        return UserError(f"“{path}” cannot be used: {error.strerror or error}.", kept=KEPT)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_NOTADB:
            return UserError(f"“{path}” is not a library of this program.", kept="The file was not touched.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return UserError(
                f"“{path}” cannot be written to: the file or its folder is read-only.",
                kept=KEPT,
                remedy="Change its permissions, or use a copy elsewhere.",
            )
        case sqlite3.SQLITE_FULL:
            return UserError(
                f"There is no room left to write “{path}”.", kept=KEPT, remedy="Free some space and try again."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UserError(
                f"“{path}” is being written to by another program.", kept=KEPT, remedy="Try again in a moment."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return UserError(f"“{path}” cannot be opened.", kept=KEPT, remedy="Check the folder and its permissions.")
        case sqlite3.SQLITE_IOERR:
            return UserError(f"Reading or writing “{path}” failed.", kept=KEPT, remedy="Check the disk.")
        case sqlite3.SQLITE_CORRUPT:
            return UserError(
                f"“{path}” is damaged.", kept="What can still be read was left as it is.", remedy="Restore a backup."
            )
        case _:
            return None
