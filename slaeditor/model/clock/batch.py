"""Many deadlines and elapsed times of one calendar at once: by arrays where NumPy is installed, one by one where it is not."""

from __future__ import annotations

from typing import Any

from slaeditor.model.clock.compiled import BeyondSpanError, Compiled

Numbers = Any
"""Whole numbers: a sequence of them or, where NumPy is installed, an array."""


class Batch:
    """A compiled calendar that answers in arrays of whole seconds since 1970 (UTC), or in lists without NumPy.

    NumPy is loaded when the first batch is made; the program does without it.
    """

    def __init__(self, clock: Compiled) -> None:
        self._clock = clock
        self._np: Any = _numpy()
        if self._np is not None and clock.starts:
            kept = (clock.starts, clock.ends, clock.before, clock.through)
            self._starts, self._ends, self._before, self._through = (self._np.asarray(one) for one in kept)
            self._slack = self._starts - self._before

    def deadlines(self, starts: Numbers, seconds: Numbers) -> Any:
        """For each start the earliest instant at which so many open seconds have passed, as ``Compiled.deadline`` has it.

        Raises ``BeyondSpanError`` when one of them is not within the span, ``ValueError`` for a negative length.
        """
        np, clock = self._np, self._clock
        if np is None or not clock.starts:
            return [clock.deadline(start, length) for start, length in zip(starts, seconds, strict=True)]
        begin, left = np.asarray(starts, dtype=np.int64), np.asarray(seconds, dtype=np.int64)
        if left.size and left.min() < 0:
            raise ValueError("a duration is not negative")
        if begin.size and (begin.min() < clock.begin or begin.max() > clock.end):
            raise BeyondSpanError("a start lies outside the compiled span")
        wanted = self._open_until(begin) + left
        at = np.searchsorted(self._through, wanted)
        none = left == 0
        if none.any():
            # Nothing to count is due at the next opening, or at once where it is open.
            at[none] = np.searchsorted(self._ends, begin[none], side="right")
        if at.size and at.max() >= len(self._through):
            raise BeyondSpanError("a deadline lies after the compiled span")
        return wanted + self._slack[at]

    def elapsed(self, starts: Numbers, ends: Numbers) -> Any:
        """For each pair the open seconds between, none when the end comes first."""
        np, clock = self._np, self._clock
        if np is None or not clock.starts:
            return [clock.elapsed(start, end) for start, end in zip(starts, ends, strict=True)]
        first, last = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
        for edge in (first, last):
            if edge.size and (edge.min() < clock.begin or edge.max() > clock.end):
                raise BeyondSpanError("an instant lies outside the compiled span")
        return np.maximum(self._open_until(last) - self._open_until(first), 0)

    def _open_until(self, moments: Any) -> Any:
        """Open seconds from the beginning of the span to each moment."""
        np = self._np
        at = np.searchsorted(self._starts, moments, side="right") - 1
        found = np.minimum(moments - self._slack[at], self._through[at])
        return np.where(at < 0, 0, found)


def _numpy() -> Any:
    try:
        import numpy
    except ImportError:
        return None
    return numpy
