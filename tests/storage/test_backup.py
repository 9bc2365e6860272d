"""A whole library as one file, and back."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from slaeditor.model.errors import UserError
from slaeditor.storage.library import Library, restore
from slaeditor.storage.records import Conflict
from tests.storage.documents import ALL, AT, document, saved, titled


def test_a_backup_is_a_library_of_its_own(library: Library, tmp_path: Path) -> None:
    made = saved(library, document())
    target = tmp_path / "copy.slalib"
    library.backup(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"copy.slalib", "house"}
    with Library(target) as copy:
        assert copy.load(made.id) == made
        assert copy.doctor() == ()


def test_a_backup_overwrites_only_when_asked_to(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.slalib"
    target.write_text("mine")
    with pytest.raises(UserError, match="exists already"):
        library.backup(target)
    assert target.read_text() == "mine"
    library.backup(target, overwrite=True)
    Library(target).close()


def test_a_backup_to_nowhere(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be used"):
        library.backup(tmp_path / "file" / "copy.slalib")


def test_restoring_brings_back_the_backup_and_keeps_what_it_replaced(
    path: Path, library: Library, tmp_path: Path
) -> None:
    made = saved(library, document())
    library.backup(tmp_path / "copy.slalib")
    version = library.save_draft(made.id, titled(made.document, "after the backup"), made.version, at=AT)
    token = library.changes_since(0).token
    kept = restore(path, tmp_path / "copy.slalib")
    # The open window sees the restored library, and that something happened.
    assert library.load(made.id).document == made.document
    assert library.changes_since(token).agreements == (made.id,)
    with pytest.raises(Conflict):
        library.save_draft(made.id, titled(made.document, "on top"), version, at=AT)
    assert library.doctor() == ()
    assert kept is not None
    with Library(kept) as replaced:
        assert replaced.load(made.id).document.identity.title == "after the backup"
    assert {file.name for file in path.parent.iterdir()} <= {
        path.name,
        f"{path.name}-wal",
        f"{path.name}-shm",
        kept.name,
    }


def test_restoring_where_there_is_no_library(library: Library, tmp_path: Path) -> None:
    made = saved(library, document())
    library.backup(tmp_path / "copy.slalib")
    target = tmp_path / "new" / "library.slalib"
    assert restore(target, tmp_path / "copy.slalib") is None
    with Library(target) as restored:
        assert restored.load(made.id) == made


def test_restoring_over_a_ruin(library: Library, tmp_path: Path) -> None:
    made = saved(library, document())
    library.backup(tmp_path / "copy.slalib")
    ruin = tmp_path / "ruin.slalib"
    ruin.write_bytes(b"nothing of use")
    kept = restore(ruin, tmp_path / "copy.slalib")
    assert kept is not None
    assert kept.read_bytes() == b"nothing of use"
    with Library(ruin) as restored:
        assert restored.load(made.id) == made


def test_a_backup_that_is_not_sound_is_not_restored(path: Path, library: Library, tmp_path: Path) -> None:
    made = saved(library, document())
    copy = tmp_path / "copy.slalib"
    library.backup(copy)
    with Library(copy) as spoilt, spoilt.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER events_no_update")
        connection.exec_driver_sql("UPDATE events SET body = replace(body, 'Ada', 'Eve')")
    with pytest.raises(UserError, match="not sound"):
        restore(path, copy)
    (tmp_path / "letter.txt").write_text("Dear customer, " * 50)
    with pytest.raises(UserError, match="not a library"):
        restore(path, tmp_path / "letter.txt")
    with pytest.raises(UserError, match="There is no backup"):
        restore(path, tmp_path / "nothing")
    with pytest.raises(UserError, match="library itself"):
        restore(path, path)
    assert library.load(made.id) == made
    assert [file.name for file in path.parent.iterdir() if "replaced" in file.name or "part" in file.name] == []
    assert len(library.agreements(ALL)) == 1


def test_a_backup_tells_how_far_it_is_and_ends_without_a_trace(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    place = tmp_path / "library.slalib"
    with Library(place) as library:
        library.create(document(), author="Anna", at=AT)
        told: list[tuple[int, int]] = []
        library.backup(tmp_path / "copy.slalib", progress=lambda done, whole: told.append((done, whole)))
        assert told[-1][0] == told[-1][1] > 0
        assert [done for done, _ in told] == sorted(done for done, _ in told)

        def stop(_done: int, _whole: int) -> None:
            raise Enough

        with pytest.raises(Enough):
            library.backup(tmp_path / "other.slalib", progress=stop)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.slalib", "library.slalib"]
    with Library(tmp_path / "copy.slalib", create=False) as copied:
        assert copied.doctor() == ()
