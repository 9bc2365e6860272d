"""Questions to the full-text index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy.exc import DBAPIError

FEW = 64


def matching(
    connection: Connection, words: Sequence[str], limit: int, *, within: Sequence[int] | None = None
) -> list[int]:
    """The ids of the texts that hold every folded word, or a word that begins with it; the best come first.

    ``within`` asks only for texts of the agreements with these keys.
    """
    query = " ".join(_begun(words))
    if within is None:
        found = connection.exec_driver_sql(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?", (query, limit)
        )
    else:
        # Asked as EXISTS, since FTS5 would look up each of very many rows for "rowid IN". Few agreements are looked up one by
        # one for each text; of many the plus keeps SQLite from doing so, and the places of the text are looked through.
        agreement = "agreement" if len(within) <= FEW else "+agreement"
        found = connection.exec_driver_sql(
            "SELECT rowid FROM found WHERE found MATCH ? AND EXISTS ("
            f"SELECT 1 FROM places WHERE text = found.rowid AND {agreement} IN (SELECT value FROM json_each(?))"
            ") ORDER BY rank LIMIT ?",
            (query, json.dumps(within), limit),
        )
    return [row[0] for row in found.all()]


def named(connection: Connection, words: Sequence[str]) -> list[tuple[int, str]]:
    """Key and folded words of the agreements whose number, title or parties hold one of the words, or begin with it."""
    rows = connection.exec_driver_sql(
        "SELECT rowid, words FROM named WHERE named MATCH ?", (" OR ".join(_begun(words)),)
    )
    return [(key, line) for key, line in rows]


def each(numbers: ColumnElement[str]) -> Select[Any]:
    """Each number of a JSON array: one parameter, however many they are."""
    return select(func.json_each(numbers).table_valued("value").c.value)


def _begun(words: Sequence[str]) -> list[str]:
    return [f"{_quoted(word)}*" for word in words]


def _quoted(word: str) -> str:
    # In quotes nothing is syntax to FTS5 but the quote itself; a NUL would end the query early.
    return '"' + word.replace("\0", "").replace('"', '""') + '"'


def sound(connection: Connection) -> bool:
    """Whether the indexes hold exactly the words of the texts, and of the agreements' names."""
    try:
        for table in ("found", "named"):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True


def rebuild(connection: Connection) -> None:
    """Makes the indexes anew."""
    for table in ("found", "named"):
        connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
