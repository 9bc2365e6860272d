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
        turn = not _fits_nowhere(chunk, height, room) or page.used > room * 0.7
        if page.placed and page.used + height > room and turn:
            found.append(_turned(chunk[0]))
        for strip in chunk:
            _put(found, strip, room)
    return found


def _fits_nowhere(chunk: list[Strip], height: float, room: float) -> bool:
    head = chunk[0].head
    return height + sum(strip.height for strip in head) > room


def _turned(strip: Strip) -> Page:
    """A new page, beginning with the table head of the strip that is to follow."""
    page = Page()
    for head in strip.head:
        page.add(head, repeated=True)
    return page


def _put(found: list[Page], strip: Strip, room: float) -> None:
    while True:
        page = found[-1]
        gap = strip.gap if page.placed else 0.0
        if page.used + gap + strip.height <= room + 0.01:
            break
        top = sum(head.height for head in strip.head)
        if top + strip.height <= room:
            found.append(_turned(strip))
            break
        parts = strip.cut(room - page.used - gap)
        if parts is None:
            if page.used <= top + 0.01:
                break  # nothing more can be done: it is higher than any page and has no line to cut at
            found.append(_turned(strip))
            continue
        first, strip = parts
        page.add(first)
        found.append(_turned(strip))
    found[-1].add(strip)
