"""Sets runs that hold text read from right to left: joined letters, both directions in one line, marks on their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from slaeditor.export.blocks import Run
from slaeditor.export.pdf import bidi
from slaeditor.export.pdf.fonts import DIRECTION, FACES, face, face_for, printable
from slaeditor.export.pdf.joining import LAM_TAKEN_IN, NON_JOINER, apart, joined
from slaeditor.export.pdf.strips import Seg
from slaeditor.export.pdf.styles import ACCENT, Colour, Style
from slaeditor.export.pdf.words import Bit, Line, Shaped, Word, shaped
from slaeditor.model.paths import Path

_SHADDA = "\u0651"  # stands next to its letter, whichever mark was typed first
_STACK = 3
"""So many marks are set above one another; a letter with more of them does not climb into the line above."""


class _Look(NamedTuple):
    face: str
    colour: Colour
    target: Path
    path: Path


def shape(runs: Iterable[Run], style: Style, cited: frozenset[Path]) -> Shaped:
    """As ``setting.shape``; what states a term or leads to a place is an isolate of its own.

    The text of one term alone is read in its own direction, with what it leads to as isolates; what is put together from several
    in the direction of the words around them, or else that of the document.
    """
    runs = tuple(runs)
    alone = len({run.path for run in runs if run.text.strip()}) == 1
    words: list[Word] = []
    turned = False
    for number, paragraph in enumerate(_paragraphs(runs, style, cited, alone)):
        if number:
            words.append(Word((), 0.0, 0.0))
        text = "".join(character for character, _ in paragraph)
        base, levels = bidi.levels(text, None if alone else 0)
        words += _words(joined(text), levels, [look for _, look in paragraph], style.size / 1000.0)
        turned = turned or bool(base)
    return shaped(words, style, mixed=True, turned=turned)


def _paragraphs(
    runs: Sequence[Run], style: Style, cited: frozenset[Path], alone: bool
) -> list[list[tuple[str, _Look]]]:
    """The characters with their looks, from one forced line break to the next; isolates end with the line."""
    found: list[list[tuple[str, _Look]]] = [[]]
    value: tuple[Path, Path] = ((), ())
    for run in runs:
        colour = ACCENT if run.target and run.target in cited else style.colour
        look = _Look(FACES[run.bold or style.bold, run.italic or style.italic], colour, run.target, run.path)
        mine = ((), run.target) if alone else (run.path, run.target)
        if value != mine:
            found[-1] += [(bidi.END, look)] if any(value) else []
            found[-1] += [(bidi.ISOLATE, look)] if any(mine) else []
            value = mine
        for number, line in enumerate(run.text.split("\n")):
            if number:
                found.append([(bidi.ISOLATE, look)] if any(mine) else [])
            typed = apart(line.replace(LAM_TAKEN_IN, ""))
            found[-1] += [(character, look) for character in printable(typed, also=DIRECTION + NON_JOINER)]
    return found


def _words(glyphs: list[str], levels: list[int], looks: list[_Look], size: float) -> list[Word]:
    words: list[Word] = []
    bits: list[Bit] = []
    space, blank_level, last, within = 0.0, 0, "", ""
    for glyph, level, look in zip(glyphs, levels, looks, strict=True):
        if glyph == " ":
            if bits:
                words.append(Word(tuple(bits), sum(bit.width for bit in bits), space, blank_level))
                bits = []
            space, blank_level = face(look.face).width(" ") * size, level
            continue
        # isolates have no look, but keep apart what stands on both sides of them
        shown = "" if glyph in (bidi.ISOLATE, bidi.END) or glyph in DIRECTION else glyph
        if level % 2:
            shown = bidi.mirrored(shown)
        mark = _is_mark(shown)
        font = look.face
        if shown:
            stays = within == look.face and (mark or (level % 2 and not shown.isalnum())) and face(last).can(shown)
            font = last if stays else face_for(shown, look.face)
            last, within = font, look.face
        wide = 0.0 if mark else face(font).width(shown) * size
        same = (font, look.colour, look.target, look.path, level)
        before = bits[-1] if bits else None
        if before and shown and before.text and same == (before.font, *before[3:]):
            bits[-1] = before._replace(text=before.text + shown, width=before.width + wide)
        else:
            bits.append(Bit(shown, font, wide, look.colour, look.target, look.path, level))
    if bits:
        words.append(Word(tuple(bits), sum(bit.width for bit in bits), space, blank_level))
    return words


def line(words: Sequence[Word], style: Style) -> Line:
    """The words of a line as they are seen, from left to right."""
    items: list[Bit | float] = []
    levels: list[int] = []
    for number, word in enumerate(words):
        if number and word.space:
            items.append(word.space)
            levels.append(word.level)
        items += word.bits
        levels += [bit.level for bit in word.bits]
    pen = _Pen(style)
    for item in bidi.visual(items, levels):
        if isinstance(item, float):
            pen.blank(item)
        elif item.text:
            pen.write(item)
    pen.flush()
    paths = tuple(dict.fromkeys(bit.path for word in words for bit in word.bits if bit.path))
    return Line(tuple(pen.segs), pen.x, paths)


class _Pen:
    """Moves from left to right; neighbours of one look become one segment."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.segs: list[Seg] = []
        self.x = 0.0
        self._start = 0.0
        self._text = ""
        self._look: Bit | None = None

    def blank(self, width: float) -> None:
        """A blank ends its segment: it is as wide as that of the text's face, whichever face stands before it."""
        self._text += " " if self._text else ""
        self.x += width
        self.flush()

    def write(self, bit: Bit) -> None:
        """A stretch of one direction; marks are set on their letters one by one."""
        clusters = _clusters(bit.text)
        for cluster in reversed(clusters) if bit.level % 2 else clusters:
            self._letter(cluster[0], bit)
            if len(cluster) > 1:
                self._marks(cluster, bit)

    def _letter(self, character: str, bit: Bit) -> None:
        look = self._look
        if look is None or (look.font, look.colour, look.target) != (bit.font, bit.colour, bit.target):
            self.flush()
            self._look, self._start = bit, self.x
        self._text += character
        self.x += 0.0 if _is_mark(character) else face(bit.font).width(character) * self.style.size / 1000

    def _marks(self, cluster: str, bit: Bit) -> None:
        shapes, size = face(bit.font), self.style.size / 1000
        left, bottom, right, top = shapes.box(cluster[0])
        start = self.x - shapes.width(cluster[0]) * size
        self.flush()
        for mark in sorted(cluster[1:], key=_SHADDA.__ne__)[:_STACK]:
            box = shapes.box(mark)
            x = start + ((left + right) / 2 - (box[0] + box[2]) / 2) * size
            rise = 0.0
            if box[1] > 300 and box[1] < top + 40:
                rise, top = top + 40 - box[1], top + 40 + box[3] - box[1]
            elif box[3] < 100 and box[3] > bottom - 40:
                rise, bottom = bottom - 40 - box[3], bottom - 40 - (box[3] - box[1])
            elif box[1] > 300:
                top = box[3]
            elif box[3] < 100:
                bottom = box[1]
            self.segs.append(Seg(x, 0.0, mark, bit.font, self.style.size, bit.colour, 0.0, bit.target, rise * size))

    def flush(self) -> None:
        """Put down what has been written."""
        if self._look and self._text:
            look = self._look
            self.segs.append(
                Seg(
                    self._start,
                    0.0,
                    self._text,
                    look.font,
                    self.style.size,
                    look.colour,
                    self.x - self._start,
                    look.target,
                )
            )
        self._look, self._text = None, ""


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for character in text:
        if found and _is_mark(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _is_mark(character: str) -> bool:
    return bool(character) and unicodedata.category(character) in ("Mn", "Me")
