"""Breaks strips into pages, once: what is glued stays together, table heads are set again, long rows are cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from slaeditor.export.pdf.strips import Strip


class Placed(NamedTuple):
    """A strip on a page; ``y`` is the distance of its top from the top of the frame. A repeated head states nothing anew."""

    strip: Strip
    y: float
    repeated: bool


class Page:
    """A page of a part."""

    __slots__ = ("placed", "used")

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.used = 0.0

    def add(self, strip: Strip, *, repeated: bool = False) -> None:
        """Put the strip below what is there; at the top of a page its gap is dropped."""
        self.used += strip.gap if self.placed else 0.0
        self.placed.append(Placed(strip, self.used, repeated))
        self.used += strip.height


def chunks(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    """The strips in stretches that are not to be parted."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.glue:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def pages(strips: Sequence[Strip], room: float) -> list[Page]:
    """The strips on pages that are ``room`` high; at least one page."""
    found = [Page()]
    for chunk in chunks(strips):
        height = sum(strip.gap + strip.height for strip in chunk)
        page = found[-1]
        # what no page can hold begins on this one, unless little of it is left
        turn = _head_height(chunk[0], room) + height <= room or page.used > room * 0.7
        if page.placed and page.used + height > room and turn:
            found.append(_turned(chunk[0], room))
        for strip in chunk:
            _put(found, strip, room)
    return found


def _head(strip: Strip, room: float) -> tuple[Strip, ...]:
    """What is set again above the strip on a new page: nothing, if that would take half of it."""
    return strip.head if sum(head.gap + head.height for head in strip.head) < room / 2 else ()


def _head_height(strip: Strip, room: float) -> float:
    return sum(head.gap + head.height for head in _head(strip, room))


def _turned(strip: Strip, room: float) -> Page:
    """A new page, beginning with the table head of the strip that is to follow."""
    page = Page()
    for head in _head(strip, room):
        page.add(head, repeated=True)
    return page


def _put(found: list[Page], strip: Strip, room: float) -> None:
    """Add the strip to the last page, on a new one if it does not fit, in parts if it fits on none."""
    fresh = all(one.repeated for one in found[-1].placed)
    while True:
        page = found[-1]
        left = room - page.used - (strip.gap if page.placed else 0.0)
        if strip.height <= left + 0.01:
            break
        if _head_height(strip, room) + strip.height > room:
            parts = strip.cut(left)
            if parts is not None:
                page.add(parts[0])
                strip, fresh = parts[1], True
                found.append(_turned(strip, room))
                continue
        if fresh:
            break  # higher than any page, and without a line to cut at
        found.append(_turned(strip, room))
        fresh = True
    found[-1].add(strip)
