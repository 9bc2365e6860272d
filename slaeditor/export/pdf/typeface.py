"""A TrueType face as ReportLab embeds it, whose joined letters come out of the file as the letters that they stand for."""

from __future__ import annotations

import re
import struct
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from slaeditor.export.pdf.joining import LAM_TAKEN_IN, NON_JOINER, plain

_MAPPED = re.compile(r"(?<= <)(?:F[BCDE][0-9A-F]{2}|E000)(?=>)")
"""What stands for a letter in a map to Unicode: a joined form, or a lam that its alef has taken in."""

_NO_LOOK = 0x200B
"""The blank without width: a glyph of no ink."""


class Typeface(TTFont):
    """A face that knows the ink of its characters and maps joined forms back to plain letters."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        face: Any = self.face
        empty = face.charToGlyph.get(_NO_LOOK)
        if ord(NON_JOINER) in face.charToGlyph and empty:
            for code in (ord(NON_JOINER), ord(LAM_TAKEN_IN)):  # that of the face itself is drawn as a thin line
                face.charToGlyph[code] = empty
                face.charWidths[code] = 0

    def addObjects(self, doc: Any) -> None:
        """Embed the subsets that were used; see ``TTFont.addObjects``."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _MAPPED.sub(lambda found: _plain(found[0]), stream.content)

    def box(self, character: str) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the character's ink in thousandths of the size; all 0 without ink."""
        face: Any = self.face
        glyph = face.charToGlyph.get(ord(character), 0)
        start, end = face.glyphPos[glyph : glyph + 2]
        if start == end:
            return (0.0, 0.0, 0.0, 0.0)
        table = face.get_table_pos("glyf")[0]
        sides = struct.unpack(">4h", face.get_chunk(table + start + 2, 8))
        left, bottom, right, top = (side * 1000.0 / face.unitsPerEm for side in sides)
        return (left, bottom, right, top)


def _plain(code: str) -> str:
    return f"{ord(plain(chr(int(code, 16)))):04X}"
