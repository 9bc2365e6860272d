"""Sizes, colours and distances of the page, in points; one family, one accent."""

from __future__ import annotations

from typing import Final

import msgspec

from slaeditor.export.context import Paper

Colour = tuple[float, float, float]

INK: Final[Colour] = (0.11, 0.13, 0.16)
ACCENT: Final[Colour] = (0.10, 0.23, 0.38)
QUIET: Final[Colour] = (0.36, 0.40, 0.45)
RULE: Final[Colour] = (0.78, 0.81, 0.84)
TINT: Final[Colour] = (0.945, 0.955, 0.965)
FAINT: Final[Colour] = (0.915, 0.925, 0.935)


class Style(msgspec.Struct, frozen=True):
    """How text is set."""

    size: float
    leading: float
    colour: Colour = INK
    bold: bool = False
    italic: bool = False


BODY: Final = Style(9.4, 13.8)
NOTE: Final = Style(8.2, 11.6, QUIET)
FORMULA: Final = Style(9.4, 13.8, italic=True)
CLAUSE: Final = Style(12.6, 16.4, ACCENT, bold=True)
SUB: Final = Style(9.8, 13.8, INK, bold=True)
ROW: Final = Style(9.4, 13.8, ACCENT, bold=True)
TAG: Final = Style(8.0, 11.0, QUIET, italic=True)
CELL: Final = Style(8.2, 11.2)
HEAD: Final = Style(7.8, 10.4, ACCENT, bold=True)
DETAIL: Final = Style(7.8, 10.8, QUIET)
CAPTION: Final = Style(8.2, 11.2, QUIET)
FURNITURE: Final = Style(7.2, 9.4, QUIET)
ENTRY: Final = Style(8.6, 11.7)
ENTRY_CLAUSE: Final = Style(8.8, 11.9, bold=True)
COVER_KIND: Final = Style(10.5, 14, ACCENT, bold=True)
COVER_TITLE: Final = Style(23, 29, INK, bold=True)
COVER_PARTY: Final = Style(12, 16, INK, bold=True)
COVER_LABEL: Final = Style(8.2, 11.4, QUIET)

NUMBERS: Final = 34.0
"""Where text begins beside a clause number, and how far an item is set in from there."""
ITEM: Final = 22.0

_SIZES: Final = {Paper.A4: (595.276, 841.89), Paper.LETTER: (612.0, 792.0)}


class Frame(msgspec.Struct, frozen=True):
    """Where text stands on a page; y counts from the top."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """The height for text."""
        return self.bottom - self.top


def frame(paper: Paper) -> Frame:
    """The frame of a size of paper."""
    width, height = _SIZES[paper]
    return Frame(width, height, 71.0, width - 71.0, 78.0, height - 78.0)
