"""Stretches of real time, half-open, in seconds."""

from __future__ import annotations

from collections.abc import Iterable

Interval = tuple[int, int]
"""From the first second that is inside to the first that is not."""


def merged(found: Iterable[Interval]) -> list[Interval]:
    """The stretches in order; those that overlap or touch as one, those that end before they begin left out."""
    joined: list[Interval] = []
    for start, end in sorted(found):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
