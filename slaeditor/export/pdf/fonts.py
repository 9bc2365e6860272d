"""The typefaces: Noto Sans for text, DejaVu Sans for what it lacks; read once in a process."""

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


class Face:
    """One face: which characters it has, and how wide words are at size 1."""

    def __init__(self, name: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        font = TTFont(name, str(resources.path("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(font)
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
    for character in _printable(text):
        chosen = name if character in wanted.has or character not in other.has else SYMBOLS
        if found and found[-1][1] == chosen:
            found[-1] = (found[-1][0] + character, chosen)
        else:
            found.append((character, chosen))
    return found


def _printable(text: str) -> str:
    """Without control characters and marks of direction, which have no look; white space becomes a blank."""
    return "".join(
        " " if character in "\t\v\f\r\x85\u2028\u2029" else character
        for character in text
        if character in "\t\v\f\r\x85\u2028\u2029\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def right_to_left(text: str) -> bool:
    """Whether some of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
