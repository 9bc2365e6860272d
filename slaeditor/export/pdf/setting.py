"""Sets runs of text: words with their widths, broken into lines. Nothing is parsed, so no text can be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from slaeditor.export.blocks import Run
from slaeditor.export.pdf import mixed
from slaeditor.export.pdf.fonts import FACES, face, pieces, right_to_left
from slaeditor.export.pdf.strips import Seg
from slaeditor.export.pdf.styles import ACCENT, Style
from slaeditor.export.pdf.words import Bit, Line, Shaped, Word, shaped
from slaeditor.model.paths import Path

_OPENINGS = re.compile(r"(?<=[/\-–—@.:_·])|(?<=\w)(?=\()")
"""Where a word that is too long for its line may be broken first."""


def shape(runs: Iterable[Run], style: Style, cited: frozenset[Path] = frozenset()) -> Shaped:
    """Measure the words of the runs; runs that lead to a place in ``cited`` are set in the accent colour."""
    runs = tuple(runs)
    if any(right_to_left(run.text) for run in runs):
        return mixed.shape(runs, style, cited)
    words: list[Word] = []
    bits: list[Bit] = []
    space, size = 0.0, style.size / 1000.0

    def close(next_space: float) -> None:
        nonlocal bits, space
        if bits:
            words.append(Word(tuple(bits), sum(bit.width for bit in bits), space))
            bits = []
        space = next_space

    for run in runs:
        name = FACES[run.bold or style.bold, run.italic or style.italic]
        colour = ACCENT if run.target and run.target in cited else style.colour
        blank = face(name).width(" ") * size
        for number, line in enumerate(run.text.split("\n")):
            if number:
                close(0.0)
                words.append(Word((), 0.0, 0.0))
            for text, font in pieces(line, name):
                measure = face(font).width
                for place, part in enumerate(text.split(" ")):
                    if place:
                        close(blank)
                    if part:
                        bits.append(Bit(part, font, measure(part) * size, colour, run.target, run.path))
    close(0.0)
    return shaped(words, style)


def lines(text: Shaped, measure: float) -> list[Line]:
    """The words broken greedily into lines not wider than ``measure``; a longer word is broken where it must be."""
    found: list[Line] = []
    current: list[Word] = []
    width = 0.0
    for word in _fitting(text, measure):
        if not word.bits:
            found.append(_line(current, text))
            current, width = [], 0.0
        elif current and width + word.space + word.width > measure + 0.01:
            found.append(_line(current, text))
            current, width = [word], word.width
        else:
            width += word.width + (word.space if current else 0.0)
            current.append(word)
    if current or not found:
        found.append(_line(current, text))
    return found


def _fitting(text: Shaped, measure: float) -> Iterable[Word]:
    if text.least <= measure:
        return text.words
    return [
        part
        for word in text.words
        for part in (_broken(word, text.style, measure) if word.width > measure else (word,))
    ]


def _broken(word: Word, style: Style, measure: float) -> list[Word]:
    """A word wider than the line in parts that are not, at a hyphen or the like where there is one."""
    parts: list[Word] = []
    current: list[Bit] = []
    width, size = 0.0, style.size / 1000.0
    for bit in word.bits:
        for chunk in _OPENINGS.split(bit.text):
            for text in [chunk] if face(bit.font).width(chunk) * size <= measure else list(chunk):
                wide = face(bit.font).width(text) * size
                if current and width + wide > measure:
                    parts.append(Word(tuple(current), width, 0.0 if parts else word.space))
                    current, width = [], 0.0
                current.append(bit._replace(text=text, width=wide))
                width += wide
    parts.append(Word(tuple(current), width, 0.0 if parts else word.space))
    return parts


def _line(words: Sequence[Word], whole: Shaped) -> Line:
    """Neighbouring bits of one look become one segment, their blanks included."""
    if whole.mixed:
        return mixed.line(words, whole.style)
    segs: list[Seg] = []
    size = whole.style.size
    x = 0.0
    target: Path = ()
    text, font, colour, start = "", "", whole.style.colour, 0.0
    for number, word in enumerate(words):
        for place, bit in enumerate(word.bits):
            blank = " " if number and not place and word.space else ""
            if text and (bit.font, bit.colour, bit.target) == (font, colour, target):
                text += blank + bit.text
            else:
                if text:
                    segs.append(Seg(start, 0.0, text, font, size, colour, x - start, target))
                if blank:
                    x += word.space
                text, font, colour, target, start = bit.text, bit.font, bit.colour, bit.target, x
                x += bit.width
                continue
            x += (word.space if blank else 0.0) + bit.width
    if text:
        segs.append(Seg(start, 0.0, text, font, size, colour, x - start, target))
    paths = tuple(dict.fromkeys(bit.path for word in words for bit in word.bits if bit.path))
    return Line(tuple(segs), x, paths)
