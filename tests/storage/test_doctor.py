"""The doctor finds whatever someone did behind the program's back."""

from __future__ import annotations

import pytest

from slaeditor.storage.library import Library
from tests.filled import filled_document
from tests.storage.documents import AT, document, saved, sign, titled


@pytest.fixture
def living(library: Library) -> Library:
    """Two agreements with revisions, signatures and a draft, known to the search."""
    made = saved(library, document(months=600))
    sign(library, made.id)
    _, version = library.commit(
        made.id, titled(made.document, "B"), author="A", message="second", at=AT, expected_version=made.version
    )
    library.save_draft(made.id, titled(made.document, "C"), version, at=AT)
    saved(library, filled_document())
    library.index()
    return library


def test_a_sound_library_has_no_problems_and_tells_how_far_it_is(living: Library) -> None:
    seen: list[tuple[int, int]] = []
    assert living.doctor(lambda done, total: seen.append((done, total))) == ()
    assert seen == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE events SET body = replace(body, 'Lee', 'Eve') WHERE sequence = 4", "broken at entry 4"),
        ("UPDATE events SET previous = hash WHERE sequence = 2", "broken at entry 2"),
        ("DELETE FROM events WHERE sequence = 3", "broken at entry 3"),
        ("DELETE FROM events WHERE agreement = 2 AND sequence = 2", "end of this agreement's history is missing"),
        ("UPDATE revisions SET message = 'nicer' WHERE ordinal = 2", "not those that the history tells of"),
        ("UPDATE revisions SET author = 'Eve' WHERE ordinal = 2", "not those that the history tells of"),
        ("DELETE FROM revisions WHERE ordinal = 2", "not those that the history tells of"),
        ("UPDATE revisions SET parent = '' WHERE ordinal = 2", "does not follow"),
        ("UPDATE revisions SET hash = parent WHERE ordinal = 2", "does not match its content hash"),
        ("UPDATE revisions SET expires = '2030-01-01' WHERE ordinal = 1", "other dates than its document"),
        ("UPDATE blobs SET data = zeroblob(40)", "no longer matches its hash"),
        ("UPDATE drafts SET data = zeroblob(40)", "draft of SLA-1 no longer matches"),
        ("DELETE FROM drafts", "draft of SLA-1 no longer matches"),
        ("UPDATE agreements SET customer = 'Other' WHERE key = 1", "list does not show"),
        ("UPDATE agreements SET expires = NULL WHERE key = 1", "list does not show"),
        ("UPDATE agreements SET stage = 'in force' WHERE key = 1", "status in the list"),
        ("UPDATE agreements SET state = replace(state, '[', '[') || ' ' WHERE key = 1", "status in the list"),
        ("UPDATE agreements SET ends = '2030-01-01' WHERE key = 1", "status in the list"),
        ("UPDATE agreements SET archived = 1 WHERE key = 1", "status in the list"),
        ("UPDATE agreements SET sequence = 99 WHERE key = 1", "number of events"),
        ("DELETE FROM periods", "dates in force"),
        ("UPDATE places SET text = 1", "search does not know"),
        ("DELETE FROM places", "search does not know"),
        ("INSERT INTO found(found) VALUES ('delete-all')", "search index"),
        ("INSERT INTO named(named) VALUES ('delete-all')", "search index"),
        ("DELETE FROM agreements WHERE key = 2", "refers to a row of agreements"),
    ],
)
def test_what_was_changed_by_hand_is_found(living: Library, statement: str, what: str) -> None:
    engine = living.database.engine
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.rollback()
        raw.execute("PRAGMA foreign_keys=OFF")
        for (name,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'"
        ).fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(statement)
        raw.execute("PRAGMA foreign_keys=ON")
    found = living.doctor()
    assert any(what in problem.what for problem in found), found
    assert all(problem.where and "\n" not in problem.what for problem in found)
