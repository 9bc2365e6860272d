"""100,000 revisions in one file: its size against the JSON inside, and the speed that is left."""

from __future__ import annotations

import itertools
from pathlib import Path

from benchmarks.documents import NOW, TODAY, numbered
from benchmarks.measure import Row, at_most, timed
from slaeditor.model import canonical, paths
from slaeditor.model.quantities import Money, Percent
from slaeditor.storage.library import Library
from slaeditor.storage.records import Filter
from tests.filled import filled_document

AGREEMENTS, EACH = 1_000, 100


def measure(folder: Path) -> list[Row]:
    """The share of the file in the JSON, a commit and a list afterwards."""
    path = folder / "ours.slalib"
    library = Library(path, busy=30)
    base = filled_document(3)
    inside = 0
    fee = base.services.items[0].monthly_fee
    assert isinstance(fee, Money)
    last: tuple[str, int] = ("", 0)
    commits: list[float] = []
    for number in range(AGREEMENTS):
        document = numbered(base, number)
        working = library.create(document, author="Elif Şahin", at=NOW)
        last = (working.id, working.version)
        for step in range(EACH):
            document = paths.replace(
                document, ("services", "items", "service-1", "monthly_fee"), Money(fee.amount + step + number, "EUR")
            )
            document = paths.replace(
                document, ("availability", "promises", "promise-1", "percent"), Percent(f"99.{step + 100}")
            )
            inside += len(canonical.to_json(document))

            def commit() -> None:
                nonlocal last
                _, version = library.commit(
                    last[0],
                    document,  # noqa: B023 - called at once
                    author="Elif Şahin",
                    message="Another figure",
                    at=NOW,
                    expected_version=last[1],
                )
                last = (last[0], version)

            commits.append(timed(commit))
    library.close()
    size = path.stat().st_size
    library = Library(path)
    lists = [timed(lambda: library.agreements(Filter(today=TODAY))) for _ in itertools.repeat(None, 10)]
    library.close()
    count = f"{AGREEMENTS * EACH:,} revisions"
    return [
        Row(f"{count}: file of the JSON inside", size / 1e6, None, 100 * size / inside, 25, "%"),
        at_most(f"{count}: the last thousand commits, median", commits[-1000:], 10, percentile=50),
        at_most(f"{count}: list, longest", lists, 100, percentile=100),
    ]
