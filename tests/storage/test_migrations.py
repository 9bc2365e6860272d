"""Every old library opens, a failed step leaves no trace, and a new library is what all steps together make."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from slaeditor.model.errors import UserError
from slaeditor.storage.library import Library
from slaeditor.storage.opening import STEPS, migrate, open_database
from slaeditor.storage.schema import SCHEMA
from slaeditor.storage.sqlite.connect import make_file
from tests.storage.documents import ALL, document, saved

OLD = Path(__file__).parent / "old"
NUMBERS = range(1, SCHEMA + 1)


def old_library(path: Path, number: int) -> None:
    """The library of a schema, from the SQL that it was kept as."""
    make_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((OLD / f"v{number:04}.sql").read_text(encoding="utf-8"))


def layout(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
    return sorted([(*row[:3], re.sub(r"\s", "", row[3])) for row in rows] + [("mark", str(mark))])


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_new_library_is_what_the_migrations_make(tmp_path: Path) -> None:
    fresh, led = tmp_path / "fresh.slalib", tmp_path / "led.slalib"
    Library(fresh).close()
    make_file(led)
    migrate(led, busy=1)
    assert layout(fresh) == layout(led)
    assert rows(fresh, "SELECT * FROM alembic_version") == rows(led, "SELECT * FROM alembic_version")


def test_every_step_is_there_and_has_a_library_to_prove_it() -> None:
    steps = sorted(path.stem for path in (STEPS / "versions").glob("v*.py"))
    assert steps == [f"v{number:04}" for number in NUMBERS]
    assert sorted(path.stem for path in OLD.glob("*.sql")) == steps


@pytest.mark.parametrize("number", NUMBERS)
def test_an_old_library_opens_sound_and_whole(tmp_path: Path, number: int) -> None:
    path = tmp_path / "library.slalib"
    old_library(path, number)
    with Library(path) as library:
        assert library.doctor() == ()
        (row,) = library.agreements(ALL)
        assert (row.number, row.customer, row.revision, row.has_changes) == ("SLA-1", "Łódź Szpital", 2, True)
        assert [revision.message for revision in library.revisions(row.id)] == ["first", "second"]
        assert library.revision(row.id, 1)[1].identity.title == "Support"
        assert library.load(row.id).document.identity.title == "Care and more"
        assert [hit.number for hit in library.search("lodz care")] == ["SLA-1"] * len(library.search("lodz care"))
        assert library.search("szpital")
    assert bool(list(tmp_path.glob("*.before-schema-*"))) == (number < SCHEMA)


def one_more_step(tmp_path: Path, body: str) -> Path:
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / f"v{SCHEMA + 1:04}.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '{SCHEMA + 1:04}', '{SCHEMA:04}'\n\n\ndef upgrade():\n    {body}\n"
    )
    return steps


REBUILD = (
    "with op.batch_alter_table('agreements') as table:\n"
    "        table.add_column(sa.Column('owner', sa.Text, nullable=False, server_default='nobody'))"
)


def test_a_step_keeps_what_refers_to_a_rebuilt_table_and_leaves_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "library.slalib"
    with Library(path) as library:
        saved(library, document())
        library.index()
    before = layout(path)
    open_database(path, create=False, busy=1, steps=one_more_step(tmp_path, REBUILD), schema=SCHEMA + 1).close()
    assert rows(path, "SELECT owner FROM agreements") == [("nobody",)]
    assert len(rows(path, "SELECT * FROM revisions")) == 1
    assert len(rows(path, "SELECT * FROM events")) == 2
    assert rows(path, "SELECT * FROM places")
    assert rows(path, "SELECT * FROM alembic_version") == [(f"{SCHEMA + 1:04}",)]
    backup = tmp_path / f"library.before-schema-{SCHEMA + 1}.slalib"
    assert layout(backup) == before
    with Library(backup) as library:
        assert library.doctor() == ()
    with pytest.raises(UserError, match="newer version"):
        Library(path)


@pytest.mark.parametrize(
    ("body", "error", "why"),
    [
        ("op.execute('CREATE TABLE half (x)'); raise RuntimeError('broken step')", RuntimeError, "broken step"),
        ("op.execute('DROP TRIGGER blobs_no_delete'); op.execute('DELETE FROM blobs')", UserError, "refers to a row"),
    ],
)
def test_a_failed_step_leaves_the_library_as_it_was(
    tmp_path: Path, body: str, error: type[Exception], why: str
) -> None:
    path = tmp_path / "library.slalib"
    with Library(path) as library:
        saved(library, document())
    before = layout(path)
    with pytest.raises(error, match=why):
        open_database(path, create=False, busy=1, steps=one_more_step(tmp_path, body), schema=SCHEMA + 1)
    assert layout(path) == before
    assert rows(path, "SELECT * FROM alembic_version") == [(f"{SCHEMA:04}",)]
    with Library(path) as library:
        assert library.doctor() == ()
