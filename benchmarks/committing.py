"""A revision of about 60 kB is committed; the floor writes the same bytes by raw sqlite3 with the same pragmas."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

from benchmarks.documents import NOW, numbered
from benchmarks.measure import Row, against_floor
from slaeditor.model import canonical
from slaeditor.storage.library import Library
from slaeditor.storage.sqlite.connect import PRAGMAS
from tests.filled import filled_document


def measure(folder: Path) -> list[Row]:
    """One row: the whole commit, JSON, hashes, event and all, against one INSERT."""
    counter = itertools.count(1)
    base = filled_document(3)
    size = len(canonical.to_json(base))
    library = Library(folder / "ours.slalib")
    working = library.create(base, author="Elif Şahin", at=NOW)
    version = working.version
    documents = [numbered(base, number) for number in range(200)]
    blobs = [canonical.to_json(document) for document in documents]

    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("CREATE TABLE revisions (number INTEGER PRIMARY KEY, data BLOB)")

    def ours() -> None:
        nonlocal version
        _, version = library.commit(
            working.id,
            documents[next(counter)],
            author="Elif Şahin",
            message="Another figure",
            at=NOW,
            expected_version=version,
        )

    floors = itertools.count(1)

    def floor() -> None:
        number = next(floors)
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO revisions VALUES (?, ?)", (number, blobs[number]))
        raw.execute("COMMIT")

    row = against_floor(f"commit a revision of {size / 1000:.0f} kB", ours, floor, 3, runs=100)
    library.close()
    raw.close()
    return [row]
