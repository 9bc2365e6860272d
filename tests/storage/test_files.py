"""Faults of the file: one sentence each, and nothing stored by half."""

from __future__ import annotations

import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from slaeditor.model.errors import UserError
from slaeditor.storage.library import Library, default_path
from slaeditor.storage.records import Filter
from slaeditor.storage.schema import SCHEMA
from tests.filled import filled_document
from tests.storage.documents import ALL, AT, TODAY, document, saved, titled


def one_sentence(error: UserError) -> bool:
    return "\n" not in str(error) and error.what.endswith(".")


def test_the_default_place_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path().name == "library.slalib"
    assert default_path().parent.name == "slaeditor"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_file_and_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "library.slalib"
    with Library(path) as library:
        saved(library, document())
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_the_promised_pragmas_hold(library: Library) -> None:
    with library.database.read() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 50}


def test_a_missing_library_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(UserError, match="There is no library"):
        Library(path, create=False)
    assert not path.parent.exists()


@pytest.mark.parametrize("content", [b"Dear customer,\n" * 100, b"SQLite format 3\0 but then not", b"x"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(UserError, match="not a library") as caught:
        Library(path)
    assert one_sentence(caught.value)
    assert path.read_bytes() == content


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="not a library"):
        Library(path)
    assert path.read_bytes() == before


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        Library(tmp_path)


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(UserError, match="cannot be used") as caught:
        Library(file / "below" / "library.slalib")
    assert one_sentence(caught.value)


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "library.slalib"
    path.touch()
    with Library(path) as library:
        assert library.agreements(ALL) == ()


def test_a_newer_library_is_refused_untouched(path: Path) -> None:
    Library(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (f"{SCHEMA + 1:04}",))
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer version of this program") as caught:
        Library(path)
    assert one_sentence(caught.value)
    assert path.read_bytes() == before


def test_a_library_that_another_program_is_writing_to(path: Path, library: Library) -> None:
    made = saved(library, document())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="being written to by another program") as caught:
        library.save_draft(made.id, titled(made.document, "B"), made.version, at=AT)
    assert one_sentence(caught.value)
    assert library.load(made.id) == made
    other.execute("ROLLBACK")
    other.close()
    library.save_draft(made.id, titled(made.document, "B"), made.version, at=AT)


@contextmanager
def pragma(library: Library, line: str) -> Iterator[None]:
    """All new connections get a pragma more, as a full or read-only disk would have it."""

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(line)

    library.database.engine.dispose()
    event.listen(library.database.engine, "connect", connected)
    yield
    event.remove(library.database.engine, "connect", connected)
    library.database.engine.dispose()


def test_a_read_only_library(library: Library) -> None:
    made = saved(library, document())
    with pragma(library, "PRAGMA query_only=ON"):
        with pytest.raises(UserError, match="read-only") as caught:
            library.save_draft(made.id, titled(made.document, "B"), made.version, at=AT)
        assert one_sentence(caught.value)
        assert library.load(made.id) == made
    assert library.doctor() == ()


def test_a_full_disk_loses_nothing_and_stores_nothing_by_half(library: Library) -> None:
    made = saved(library, document())
    library.index()
    with library.database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    kept: list[str] = []

    def fill() -> None:
        for number in range(100):
            text = "".join(chr(33 + (number * 7919 + n * n * 31) % 90) for n in range(20_000))
            kept.append(library.create(document(text=text, number=f"N{number}"), author="A", at=AT).id)

    with pragma(library, f"PRAGMA max_page_count={pages + 30}"), pytest.raises(UserError, match="no room") as caught:
        fill()
    assert one_sentence(caught.value)
    assert len(library.agreements(ALL)) == 1 + len(kept)
    assert library.load(made.id) == made
    assert library.doctor() == ()


def test_a_damaged_file(path: Path) -> None:
    with Library(path) as library:
        for _ in range(20):
            saved(library, filled_document())
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 40] = bytes(4096 * 38)
    path.write_bytes(data)

    def look() -> None:
        with Library(path) as library:
            for row in library.agreements(Filter(today=TODAY, kind="standard")):
                library.load(row.id)

    with pytest.raises(UserError, match="damaged"):
        look()
