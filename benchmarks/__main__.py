"""``make bench``: every bound measured beside its floor in the same run; prints the table and writes docs/performance.md."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row

MODULES = (
    "start",
    "opening",
    "editing",
    "comparing",
    "checking",
    "committing",
    "listing",
    "exporting",
    "clock",
    "asking",
    "hundred_thousand",
)
TARGET = Path(__file__).parent.parent / "docs" / "performance.md"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| work | ours (median) | floor (median) | measured | at most | |", "|---|---|---|---|---|---|"]
    for row in rows:
        floor = f"{row.floor:,.2f} ms" if row.floor is not None else "–"
        ours = f"{row.ours:,.2f} ms" if row.unit in ("×", "ms") else "–"
        digits = 1 if row.unit in ("ms", "%") else 2 if row.score >= 0.1 else 5
        verdict = "kept" if row.kept else "**missed**"
        lines.append(
            f"| {row.work} | {ours} | {floor} | {row.score:,.{digits}f} {row.unit} | {row.bound:g} {row.unit} | {verdict} |"
        )
    return "\n".join(lines)


def main(names: list[str]) -> int:
    """Measure the named modules, or all; 1 when a bound is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    for name in names or MODULES:
        with tempfile.TemporaryDirectory() as folder:
            found: list[Row] = importlib.import_module(f"benchmarks.{name}").measure(Path(folder))
        rows += found
        sys.stderr.write(table(found) + "\n")
    text = table(rows)
    sys.stdout.write(text + "\n")
    if not names:
        TARGET.write_text(
            "# Performance\n\nWritten by `make bench`. Ours and the floor run in turn, in the same process or as fresh processes alike; "
            "“measured” is the median of the\nratios pair by pair, or the named percentile. Absolute times depend on the machine "
            f"({os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}); ratios hardly do.\n\n{text}\n",
            encoding="utf-8",
        )
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
