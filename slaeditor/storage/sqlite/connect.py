"""Connections to a library file: its pragmas, explicit transactions, and the file's permissions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say
from slaeditor.storage.sqlite.faults import faults

APPLICATION = 0x534C4165
"""Marks the file as ours in SQLite's header ("SLAe")."""

HEADER_BYTES = 100
PRAGMAS = ("synchronous=FULL", "foreign_keys=ON", "cache_size=-16000", "temp_store=MEMORY")


class Database:
    """One library file: ``read`` and ``write`` give a connection inside one transaction.

    A write takes the file's lock at its beginning, so that it never fails half-way for another writer; it is undone
    as a whole by any exception. Faults of the file come out as ``UserError``.
    """

    def __init__(self, path: Path, *, busy: float, foreign_keys: bool = True) -> None:
        self.path = path
        self.engine = _engine(path, busy, foreign_keys)
        self._writing = self.engine.execution_options(write=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the library."""
        with faults(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone may write until the block ends, which commits."""
        with faults(self.path), self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        """Closes all connections; the last one folds the write-ahead log into the file."""
        self.engine.dispose()


def _engine(path: Path, busy: float, foreign_keys: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # Without an isolation level sqlite3 opens no transactions of its own; the handler below does.
        connect_args={"timeout": busy, "check_same_thread": False, "isolation_level": None},
        pool_size=4,
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("write")
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def make_file(path: Path) -> None:
    """Creates an empty file, and its missing folders, that only their owner may read."""
    with faults(path):
        missing = [folder for folder in path.parents if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def refuse_scraps(path: Path) -> None:
    """``UserError`` for a file too short to be a database, which SQLite would take for an empty one and overwrite."""
    with faults(path):
        size = path.stat().st_size
    if 0 < size < HEADER_BYTES:
        raise UserError(
            say("“{path}” is not a library of this program.", path=path), kept=say("The file was not touched.")
        )


def use_wal(path: Path, busy: float) -> None:
    """Switches the file to the write-ahead log, for good."""
    with faults(path):
        connection = sqlite3.connect(path, timeout=busy, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        finally:
            connection.close()


def identify(connection: Connection) -> int | None:
    """The number of the file's schema, or None for a file without any table; ``UserError`` if it is not ours."""
    path = connection.engine.url.database
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark == APPLICATION:
        return int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if mark == 0 and not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        return None
    raise UserError(say("“{path}” is not a library of this program.", path=path), kept=say("The file was not touched."))


def claim(connection: Connection) -> None:
    """Marks the file as a library of this program."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
