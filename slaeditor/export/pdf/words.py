"""Words with their widths, and lines made of them: what is measured before it is placed on a page."""

from __future__ import annotations

from typing import NamedTuple

from slaeditor.export.pdf.strips import Seg
from slaeditor.export.pdf.styles import Colour, Style
from slaeditor.model.paths import Path


class Bit(NamedTuple):
    """A stretch of a word in one face. ``level`` is odd where it is read from right to left (UAX #9)."""

    text: str
    font: str
    width: float
    colour: Colour
    target: Path
    path: Path
    level: int = 0


class Word(NamedTuple):
    """What stands between blanks; ``bits`` empty: a forced line break. ``space`` is the width of the blank before it."""

    bits: tuple[Bit, ...]
    width: float
    space: float
    level: int = 0
    """That of the blank."""


class Shaped(NamedTuple):
    """Runs ready to be broken into lines. ``mixed``: some of it is read from right to left; ``turned``: all in all it is."""

    words: tuple[Word, ...]
    style: Style
    natural: float
    least: float
    mixed: bool = False
    turned: bool = False


class Line(NamedTuple):
    """A line of text: segments from x = 0 on baseline 0, the width, and the terms stated in it."""

    segs: tuple[Seg, ...]
    width: float
    paths: tuple[Path, ...]


def shaped(words: list[Word], style: Style, *, mixed: bool = False, turned: bool = False) -> Shaped:
    """The words with what a column has to know of them: their natural width, and that of the longest."""
    natural = sum(word.width + word.space for word in words)
    least = max((word.width for word in words), default=0.0)
    return Shaped(tuple(words), style, natural, least, mixed, turned)
