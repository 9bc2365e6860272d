"""Opening a library file: created when missing, migrated when older, refused when newer or not ours."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say
from slaeditor.storage.schema import SCHEMA, metadata
from slaeditor.storage.sqlite import ddl
from slaeditor.storage.sqlite.connect import Database, claim, identify, make_file, refuse_scraps, use_wal
from slaeditor.storage.sqlite.copies import copy, settle, unsound

STEPS = Path(__file__).parent / "migrations"


def open_database(
    path: Path, *, create: bool, busy: float, keep: bool = True, steps: Path = STEPS, schema: int = SCHEMA
) -> Database:
    """The library in ``path``, at the present schema; an older one is first copied beside itself, if it is to ``keep``.

    ``UserError`` says in a sentence why it cannot be had.
    """
    if path.is_dir():
        raise UserError(say("“{path}” is a folder, not a library.", path=path))
    if not path.exists():
        if not create:
            raise UserError(say("There is no library “{path}”.", path=path))
        make_file(path)
    refuse_scraps(path)
    database = Database(path, busy=busy)
    try:
        with database.read() as connection:
            found = identify(connection)
        if found is None:
            use_wal(path, busy)
            with database.write() as connection:
                if identify(connection) is None:
                    create_all(connection)
        elif found > schema:
            raise UserError(
                say(
                    "“{path}” was written by a newer version of this program (schema {found}; this one knows {schema}).",
                    path=path,
                    found=found,
                    schema=schema,
                ),
                kept=say("The file was not touched."),
                remedy=say("Update the program."),
            )
        elif found < schema:
            if keep:
                backup = beside(path, f"before-schema-{schema}")
                copy(path, backup, busy=busy)
                settle(backup)
            migrate(path, busy=busy, steps=steps)
    except BaseException:
        database.close()
        raise
    return database


def create_all(connection: Connection) -> None:
    """The present schema in an empty file: the same as all migrations make, without loading them."""
    metadata.create_all(connection)
    for statement in ddl.statements():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:number)"), {"number": f"{SCHEMA:04}"})
    claim(connection)


def migrate(path: Path, *, busy: float, steps: Path = STEPS) -> None:
    """Leads a file to the newest schema in one transaction, or leaves it as it was."""
    from alembic import command  # half a second to load, and hardly ever needed
    from alembic.config import Config

    # With foreign keys on, rebuilding a table would delete the rows that refer to it.
    database = Database(path, busy=busy, foreign_keys=False)
    try:
        with database.write() as connection:
            config = Config()
            config.set_main_option("script_location", str(steps).replace("%", "%%"))
            config.set_main_option("path_separator", "newline")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            claim(connection)
            broken = unsound(connection)
            if broken:
                raise UserError(
                    say("“{path}” could not be brought to the present schema: {broken}", path=path, broken=broken[0]),
                    kept=say("It was left as it was."),
                    remedy=say("Restore a backup, or open it with the version that wrote it."),
                )
    finally:
        database.close()


def beside(path: Path, why: str) -> Path:
    """A file name beside ``path`` that is not in use: ``library.before-schema-2.slalib``."""
    number = 1
    while True:
        suffix = f".{why}" if number == 1 else f".{why}-{number}"
        candidate = path.with_name(f"{path.stem}{suffix}{path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1
