"""Where terms stand on the pages of the preview: which to scroll to, which to mark, which is under the pointer; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from slaeditor.model.paths import Path
from slaeditor.ui.ports import Box

Places = Mapping[Path, tuple[int, float]]
Boxes = Sequence[tuple[Path, Box]]

_JOIN = 44.0
"""Stretches that are not further apart than a heading and its air, in points, are marked as one."""

_NEAR = 10.0
"""So far from a term, in points, a click still means it."""


@dataclass(frozen=True)
class Mark:
    """A stretch of a page's margin, in points; ``left`` is where the text of the page begins."""

    page: int
    left: float
    top: float
    bottom: float


def place_of(places: Places, path: Path) -> tuple[int, float] | None:
    """Where the term stands, else what is nearest above it, else the first thing of its section."""
    above = path
    while above and above not in places:
        above = above[:-1]
    if above:
        return places[above]
    return min((place for other, place in places.items() if other[:1] == path[:1]), default=None)


def stated(boxes: Boxes, path: Path) -> Path:
    """The term, or what is nearest above it that the pages state anything of: where an empty term would stand."""
    while path and not any(other[: len(path)] == path for other, _ in boxes):
        path = path[:-1]
    return path


def left_edges(boxes: Boxes) -> Mapping[int, float]:
    """Where the text of each page begins, in points from its left."""
    edges: dict[int, float] = {}
    for _, box in boxes:
        edges[box.page] = min(edges.get(box.page, box.left), box.left)
    return edges


def marks(boxes: Boxes, edges: Mapping[int, float], path: Path) -> tuple[Mark, ...]:
    """Where the term, or everything in the row or section at ``path``, is stated; nothing for what no page states."""
    own: dict[int, list[Box]] = {}
    for other, box in boxes:
        if path and other[: len(path)] == path:
            own.setdefault(box.page, []).append(box)
    found: list[Mark] = []
    for page, some in sorted(own.items()):
        stretches: list[list[float]] = []
        for box in sorted(some, key=lambda one: one.top):
            bottom = box.top + box.height
            if stretches and box.top - stretches[-1][1] < _JOIN:
                stretches[-1][1] = max(stretches[-1][1], bottom)
            else:
                stretches.append([box.top, bottom])
        found += [Mark(page, edges[page], top, bottom) for top, bottom in stretches]
    return tuple(found)


def boxes_of(boxes: Boxes, path: Path) -> tuple[Box, ...]:
    """Where exactly the term at ``path`` is stated, without what stands below or above it."""
    return tuple(box for other, box in boxes if other == path)


def term_at(boxes: Boxes, x: float, y: float) -> Path:
    """What stands at a point of the page with these boxes: the smallest of them there, else what is near; empty for none."""
    best: tuple[float, float] | None = None
    found: Path = ()
    for path, box in boxes:
        away = max(box.top - y, y - box.top - box.height, 0.0)
        across = max(box.left - x, x - box.left - box.width, 0.0)
        if away > _NEAR or across > _NEAR:
            continue
        rank = (away + across, box.width * box.height)
        if best is None or rank < best:
            best, found = rank, path
    return found


def beside(boxes: Boxes, path: Path, by: int) -> Path:
    """The next (1) or previous (-1) term in the order of the pages, from the one at ``path``; at the ends it stays."""
    order = list(dict.fromkeys(other for other, _ in boxes))
    if not order:
        return ()
    here = next((number for number, other in enumerate(order) if path and other[: len(path)] == path), None)
    if here is None:
        return order[0]
    return order[max(0, min(len(order) - 1, here + by))]
