"""Where things are put in a drawing: labels that must not overlap, and ticks that people count in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def spread(wanted: Sequence[float], gap: float | Sequence[float], low: float, high: float) -> list[float]:
    """Places as near to the wanted ones (ascending) as the gaps between neighbours allow, inside low to high.

    ``gap`` is one distance for all, or one for each neighbour but the first. When there is no room for all, they begin
    at ``low`` and run over ``high``.
    """
    gaps = [gap] * (len(wanted) - 1) if isinstance(gap, int | float) else gap
    ahead = list(accumulate(gaps, initial=0.0))  # from the first to each, if all stood as near as may be
    groups: list[tuple[list[int], float]] = []
    for number, place in enumerate(wanted):
        members, start = [number], min(max(place, low), high)
        while groups and groups[-1][1] + ahead[members[0]] - ahead[groups[-1][0][0]] > start:
            members = groups.pop()[0] + members
            before = ahead[members[0]]
            centred = sum(wanted[one] - (ahead[one] - before) for one in members) / len(members)
            start = max(low, min(centred, high - (ahead[members[-1]] - before)))
        groups.append((members, start))
    return [start + ahead[one] - ahead[members[0]] for members, start in groups for one in members]


def ticks(last: float, steps: Sequence[float], most: int) -> list[float]:
    """Whole multiples of the smallest of the steps that gives at most so many up to ``last``, 0 first."""
    step = next((one for one in steps if last / one <= most), steps[-1])
    return [number * step for number in range(int(last / step) + 1)]
