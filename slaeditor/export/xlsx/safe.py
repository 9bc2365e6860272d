"""Text that may stand in a cell, a header or a footer: never a formula, never broken XML, never cut in silence."""

from __future__ import annotations

import re

LONGEST = 32_767
"""UTF-16 code units that a cell may hold."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\n", "|")


def cell_text(text: str) -> str:
    """The text as a cell can hold it.

    Characters that XML forbids become U+FFFD, line ends one character, and a text beyond the limit ends in a note that says so.
    """
    clean = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean) * 2 > LONGEST:  # no text shorter than half can be too long, whatever its characters
        clean = _cut(clean)
    # _x0041_ in a cell would be read as the letter A
    return _ESCAPE.sub("_x005F_", clean) if "_x" in clean else clean


def looks_like_formula(text: str) -> bool:
    """Whether a program might take the text for a formula when somebody edits or copies it."""
    return text.startswith(_BEGINS_FORMULA)


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    note = f" … [cut here: {len(text):,} characters are too many for a cell; the agreement has the whole text]"
    return units[: (LONGEST - len(note) - 1) * 2].decode("utf-16-le", errors="ignore") + note


def page_text(text: str, longest: int = 70) -> str:
    """The text for a page's header or footer, where an ampersand begins a code; a long one is cut with an ellipsis."""
    line = " ".join(_FORBIDDEN.sub("\ufffd", text).split())
    return (line if len(line) <= longest else line[: longest - 1] + "…").replace("&", "&&")
