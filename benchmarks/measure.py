"""Timing that holds on a noisy machine: ours and the floor in turn, the median of the ratios pair by pair."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: times in milliseconds; ``bound`` is in the unit of ``score``, which must not exceed it."""

    work: str
    ours: float
    floor: float | None
    score: float
    bound: float
    unit: str

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.score <= self.bound


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def against_floor(
    name: str, ours: Callable[[], object], floor: Callable[[], object], bound: float, runs: int = 15
) -> Row:
    """Ours and the floor in turn after one warm-up of each: the median of the ratios against ``bound``."""
    ours(), floor()
    pairs = [(timed(ours), timed(floor)) for _ in range(runs)]
    ratio = statistics.median(mine / base for mine, base in pairs)
    return Row(
        name,
        statistics.median(mine for mine, _ in pairs),
        statistics.median(base for _, base in pairs),
        ratio,
        bound,
        "×",
    )


def at_most(name: str, samples: list[float], bound: float, *, percentile: float) -> Row:
    """The given percentile of the samples (milliseconds) against ``bound``; 100 for the longest."""
    ranked = sorted(samples)
    score = ranked[min(len(ranked) - 1, int(len(ranked) * percentile / 100))]
    return Row(name, statistics.median(ranked), None, score, bound, "ms")


def run_python(code: str, *arguments: str) -> float:
    """Milliseconds that a fresh Python process takes for ``code``; it must end well."""
    # As on a person's machine, modules are compiled once and not at every start.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL, env=kept)
    return (time.perf_counter() - start) * 1000
