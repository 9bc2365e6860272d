"""Questions to the full-text index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


def matching(
    connection: Connection, words: Sequence[str], limit: int, *, within: Sequence[int] | None = None
) -> list[int]:
    """The ids of the texts that hold every folded word, or a word that begins with it; the best come first.

    ``within`` asks only for texts of the agreements with these keys.
    """
    query = " ".join(f"{_quoted(word)}*" for word in words)
    if within is None:
        found = connection.exec_driver_sql(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?", (query, limit)
        )
    else:
        found = connection.exec_driver_sql(
            "SELECT rowid FROM found WHERE found MATCH ? AND rowid IN ("
            "SELECT text FROM places WHERE agreement IN (SELECT value FROM json_each(?))) ORDER BY rank LIMIT ?",
            (query, json.dumps(within), limit),
        )
    return list(found.scalars())


def _quoted(word: str) -> str:
    # In quotes nothing is syntax to FTS5 but the quote itself; a NUL would end the query early.
    return '"' + word.replace("\0", "").replace('"', '""') + '"'


def sound(connection: Connection) -> bool:
    """Whether the index holds exactly the words of the texts."""
    try:
        connection.exec_driver_sql("INSERT INTO found(found, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True


def rebuild(connection: Connection) -> None:
    """Makes the index anew from the texts."""
    connection.exec_driver_sql("INSERT INTO found(found) VALUES ('rebuild')")
