"""The typefaces: Noto Sans for text, its Arabic and Hebrew, DejaVu Sans for what they lack; each read once in a process, when needed."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from slaeditor import resources

FACES: Final = {
    (False, False): "NotoSans-Regular",
    (True, False): "NotoSans-Bold",
    (False, True): "NotoSans-Italic",
    (True, True): "NotoSans-BoldItalic",
}
SYMBOLS: Final = "DejaVuSans"
REGULAR: Final = FACES[False, False]
BOLD: Final = FACES[True, False]
_TURNED: Final = ("NotoSansArabic", "NotoSansHebrew")
"""The faces for letters written from right to left, upright and in two weights."""
DIRECTION: Final = "\u200e\u200f\u061c"
"""Marks of direction that a writer of Arabic or Hebrew sets; beside letters of other scripts they have no effect."""
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANKS: Final = "\t\v\f\r\x85\u2028\u2029"


class Face:
    """One face: which characters it has, and how wide words are at size 1."""

    def __init__(self, name: str) -> None:
        from reportlab.pdfbase import pdfmetrics

        from slaeditor.export.pdf.typeface import Typeface

        font = Typeface(name, str(resources.path("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(font)
        self._font = font
        self.name = name
        characters = (chr(code) for code in font.face.charToGlyph)
        self.has = frozenset(one for one in characters if unicodedata.category(one) not in ("Cc", "Cf"))
        self._advance: dict[int, float] = font.face.charWidths
        self._default: float = font.face.defaultWidth
        self._widths: dict[str, float] = {}

    def width(self, word: str) -> float:
        """The width of the word in thousandths of the size, kerning apart."""
        width = self._widths.get(word)
        if width is None:
            advance, default = self._advance, self._default
            width = sum(advance.get(ord(character), default) for character in word)
            if len(self._widths) < 50_000:
                self._widths[word] = width
        return width

    def can(self, character: str) -> bool:
        """Whether the face has it, be it only a joiner without a look."""
        return ord(character) in self._advance

    def box(self, character: str) -> tuple[float, float, float, float]:
        """Where the character has ink, in thousandths of the size: left, bottom, right, top."""
        return self._font.box(character)


@cache
def face(name: str) -> Face:
    """The face with that name, registered with ReportLab."""
    return Face(name)


def register() -> None:
    """All faces known to ReportLab, which must not fall back to a font that it cannot embed, nor write bytes as text."""
    from reportlab import rl_config

    rl_config.canvas_basefontname = REGULAR
    rl_config.useA85 = 0
    for name in (*FACES.values(), SYMBOLS):
        face(name)


def pieces(text: str, name: str) -> list[tuple[str, str]]:
    """The text cut into stretches of one face each: what ``name`` lacks is set in DejaVu Sans, if that has it."""
    wanted = face(name)
    if wanted.has.issuperset(text):
        return [(text, name)]
    other = face(SYMBOLS)
    found: list[tuple[str, str]] = []
    for character in printable(text):
        chosen = name if character in wanted.has or character not in other.has else SYMBOLS
        if found and found[-1][1] == chosen:
            found[-1] = (found[-1][0] + character, chosen)
        else:
            found.append((character, chosen))
    return found


def face_for(character: str, name: str) -> str:
    """The face that the character is set in where the text is set in ``name``."""
    if character in face(name).has:
        return name
    weight = "Bold" if "Bold" in name else "Regular"
    if right_to_left(character) or unicodedata.category(character) in ("Mn", "Co"):
        for script in _TURNED:
            if character in face(f"{script}-{weight}").has:
                return f"{script}-{weight}"
    return SYMBOLS if character in face(SYMBOLS).has else name


def printable(text: str, also: str = "") -> str:
    """Without control characters and marks of direction, which have no look, except ``also``; white space becomes a blank."""
    return "".join(
        " " if character in _BLANKS else character
        for character in text
        if character in _BLANKS
        or character == "\u200d"
        or character in also
        or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def right_to_left(text: str) -> bool:
    """Whether some of it, be it a number, is written with the letters and digits of a script that runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL", "AN") and character not in DIRECTION for character in text
    )


def for_viewers(text: str) -> str:
    """A title for metadata and outline, which a viewer sets by itself: nothing in it turns round what stands beside it.

    Where letters run from right to left it begins with a mark that keeps the number before them on the left.
    """
    kept = "".join(character for character in text if character not in _TURNING)
    return f"\u200e{kept}" if right_to_left(kept) and kept[:1].isascii() else kept
