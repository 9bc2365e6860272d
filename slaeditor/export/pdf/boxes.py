"""Where the pages state each term: what a view needs to mark a term on the paper, and to find the term under a pointer."""

from __future__ import annotations

from typing import NamedTuple

from slaeditor.export.pdf.layout import Layout
from slaeditor.export.pdf.styles import Frame
from slaeditor.model.paths import Path


class Box(NamedTuple):
    """Where a page states something: page (from 0), and points from its left and top edges."""

    page: int
    left: float
    top: float
    width: float
    height: float


Boxes = list[tuple[Path, Box]]
"""Every stretch of a page that states a term, and those of rows and headings that stand at a place, in reading order."""


def boxes(layout: Layout, frame: Frame) -> Boxes:
    """The lines of one term below each other are one box; the cover and repeated heads count as well."""
    found: Boxes = []
    for number, page in enumerate(layout.pages):
        last: dict[tuple[Path, float], int] = {}
        for strip, y, _ in page.placed:
            # the heading of a sub-clause bears the name of the first of its terms, but does not state it
            if strip.anchor and strip.anchor[0] != "#" and not (strip.outline and strip.outline[0]):
                found.append((strip.anchor, Box(number, frame.left, frame.top + y, frame.measure, strip.height)))
            for spot in strip.places:
                if not spot.height:
                    continue
                top = frame.top + y + spot.y
                before = last.get((spot.path, spot.x))
                if before is not None:
                    above = found[before][1]
                    if top - (above.top + above.height) < spot.height:
                        found[before] = (spot.path, above._replace(height=top + spot.height - above.top))
                        continue
                last[spot.path, spot.x] = len(found)
                found.append((spot.path, Box(number, frame.left + spot.x, top, spot.width, spot.height)))
    return found
