"""Where things are put in a drawing: labels that must not overlap, and ticks that people count in."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to the wanted ones (ascending) as a distance of ``gap`` between neighbours allows, inside low to high.

    When there is no room for all, they begin at ``low`` and run over ``high``.
    """
    groups: list[tuple[list[int], float]] = []
    for number, place in enumerate(wanted):
        members, start = [number], min(max(place, low), high)
        while groups and groups[-1][1] + gap * len(groups[-1][0]) > start:
            members = groups.pop()[0] + members
            centred = sum(wanted[one] - gap * at for at, one in enumerate(members)) / len(members)
            start = max(low, min(centred, high - gap * (len(members) - 1)))
        groups.append((members, start))
    return [start + gap * at for members, start in groups for at in range(len(members))]


def ticks(last: float, steps: Sequence[float], most: int) -> list[float]:
    """Whole multiples of the smallest of the steps that gives at most so many up to ``last``, 0 first."""
    step = next((one for one in steps if last / one <= most), steps[-1])
    return [number * step for number in range(int(last / step) + 1)]
