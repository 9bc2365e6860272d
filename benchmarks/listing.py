"""A library of 10,000 agreements: list, filter and search, where the floor asks raw sqlite3 for the same rows; and the window on it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.documents import TODAY, fill
from benchmarks.going import gone
from benchmarks.measure import Row, against_floor, at_most, timed
from benchmarks.scrolling import scrolled
from slaeditor.storage.records import Filter, Group, Order
from tests.filled import filled_document

COUNT = 10_000
_COLUMNS = (
    "id, kind, number, title, customer, provider, stage, ending, ended, starts, ends, revision, key, effective, expires, "
    "next_review, findings, drafted, archived, updated_at"
)
_FLOOR_SEARCH = (
    "SELECT places.spot, places.text, texts.text, spots.path, spots.label, agreements.id, number, title, customer FROM places "
    "JOIN texts ON texts.id = places.text JOIN spots ON spots.id = places.spot "
    "JOIN agreements ON agreements.key = places.agreement WHERE places.text IN "
    "(SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT 400) LIMIT 100"
)


def measure(folder: Path) -> list[Row]:
    """A row for each question, and the longest step of all."""
    path = folder / "ours.slalib"
    library = fill(path, filled_document(1), COUNT)
    raw = sqlite3.connect(path)
    by_customer = Filter(today=TODAY, order=Order.CUSTOMER)
    due = Filter(today=TODAY, group=Group.REVIEW_DUE)
    questions = {
        "list": (
            lambda: library.agreements(by_customer),
            lambda: raw.execute(
                f"SELECT {_COLUMNS} FROM agreements WHERE kind = 'agreement' AND archived = 0 ORDER BY words, key"
            ).fetchall(),
        ),
        "filter": (
            lambda: library.agreements(due),
            lambda: raw.execute(
                f"SELECT {_COLUMNS} FROM agreements WHERE kind = 'agreement' AND archived = 0 AND next_review <= '2026-12-02' "
                "ORDER BY words, key"
            ).fetchall(),
        ),
        "search": (
            lambda: library.search("kayseri hosp"),
            lambda: raw.execute(_FLOOR_SEARCH, ('"kayseri"* "hosp"*',)).fetchall(),
        ),
    }
    rows = []
    # Some of these words name the customer, and the rest stand in other texts of it: the longest way of the search.
    steps = [timed(lambda: library.search("kayseri hosp 8", limit=300)) for _ in range(5)]
    for name, (ours, floor) in questions.items():
        steps += [timed(ours) for _ in range(10)]
        rows.append(against_floor(f"library of {COUNT:,} agreements: {name}", ours, floor, 3))
    rows.append(at_most(f"library of {COUNT:,} agreements: longest step", steps, 100, percentile=100))
    raw.close()
    library.close()
    return [*rows, *scrolled(path, folder, COUNT), *gone(path, folder, COUNT)]
