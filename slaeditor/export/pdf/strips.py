"""The page's building material: strips, horizontal slices of a page with their text, rules and tints in place."""

from __future__ import annotations

from typing import NamedTuple

from slaeditor.export.pdf.styles import Colour
from slaeditor.model.paths import Path


class Seg(NamedTuple):
    """Text at a place: ``x`` from the frame's left edge, ``y`` the baseline below the strip's top, ``rise`` how far above it."""

    x: float
    y: float
    text: str
    font: str
    size: float
    colour: Colour
    width: float
    target: Path
    rise: float = 0.0


class Rule(NamedTuple):
    """A thin horizontal or vertical line."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    colour: Colour


class Tint(NamedTuple):
    """A lightly filled box."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Spot(NamedTuple):
    """Where a strip states a term: from ``y`` below its top, ``height`` high, and across; a height of 0 takes no room of its own."""

    path: Path
    y: float
    height: float = 0.0
    x: float = 0.0
    width: float = 0.0


class Strip:
    """A slice of a page that is not cut unless it is higher than a page.

    ``gap``: distance to what stands above, dropped at the top of a page. ``glue``: no page break after it.
    ``head``: strips that are set again when a page begins with this strip. ``places``: the terms stated here;
    ``anchor``: the heading or row that begins here. ``field``: name and rectangle of a signature field.
    """

    __slots__ = ("anchor", "field", "gap", "glue", "head", "height", "outline", "places", "rules", "segs", "tints")

    def __init__(self, height: float, segs: list[Seg], *, gap: float = 0.0, glue: bool = False) -> None:
        self.height = height
        self.segs = segs
        self.gap = gap
        self.glue = glue
        self.rules: list[Rule] = []
        self.tints: list[Tint] = []
        self.head: tuple[Strip, ...] = ()
        self.places: list[Spot] = []
        self.anchor: Path = ()
        self.outline: tuple[int, str] | None = None
        self.field: list[tuple[str, Tint]] = []

    def cut(self, height: float) -> tuple[Strip, Strip] | None:
        """The strip in two, the first at most ``height`` high; None when not even one line fits."""
        lines = sorted({seg.y for seg in self.segs})
        fitting = [y for y in lines if y + 4.0 <= height]
        if not fitting or len(fitting) == len(lines):
            return None
        edge = fitting[-1]
        following = lines[len(fitting)]
        shift = following - lines[0]
        first = Strip(height, [seg for seg in self.segs if seg.y <= edge], gap=self.gap)
        rest = Strip(
            self.height - shift, [seg._replace(y=seg.y - shift) for seg in self.segs if seg.y > edge], glue=self.glue
        )
        rest.rules = [
            rule._replace(y0=rule.y0 - shift, y1=rule.y1 - shift) for rule in self.rules if rule.y0 == rule.y1
        ]
        first.places = [spot for spot in self.places if spot.y <= edge]
        rest.places = [spot._replace(y=spot.y - shift) for spot in self.places if spot.y > edge]
        first.anchor, first.outline, first.head = self.anchor, self.outline, self.head
        rest.head = self.head
        return first, rest
