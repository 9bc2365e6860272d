"""Arabic letters in the form that their neighbours ask for, as the characters that Unicode has for these forms.

Lam and alef become one shape. It is shown for the alef, and what stands for the lam has no look: a file that maps both back to their
letters gives them back in their order, whichever way a reader goes through them.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

_BLOCKS: Final = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
LAM_TAKEN_IN: Final = "\ue000"
"""Stands for a lam whose alef shows both."""
NON_JOINER: Final = "\u200c"
_JOINERS: Final = "\u200d\u0640"
_LAM: Final = "\u0644"
_KINDS: Final = ("<isolated", "<initial", "<medial", "<final")


@cache
def forms() -> dict[tuple[str, str], str]:
    """For a form (isolated, initial, medial, final) and one letter, or lam with alef: the character of that form."""
    found: dict[tuple[str, str], str] = {}
    for character in (chr(code) for block in _BLOCKS for code in block):
        kind, _, rest = unicodedata.decomposition(character).partition("> ")
        letters = "".join(chr(int(code, 16)) for code in rest.split())
        if kind and (len(letters) == 1 or (len(letters) == 2 and letters[0] == _LAM and letters[1] in "آأإا")):
            found.setdefault((kind[1:], letters), character)
    return found


def apart(text: str) -> str:
    """The text with plain letters for all joined forms, as it should have been typed."""
    return "".join(_decomposed(character) for character in text)


def _decomposed(character: str) -> str:
    code = ord(character)
    if code < 0xFB50 or not any(code in block for block in _BLOCKS):
        return character
    kind, _, rest = unicodedata.decomposition(character).partition("> ")
    return "".join(chr(int(one, 16)) for one in rest.split()) if kind in _KINDS else character


def plain(character: str) -> str:
    """The letter that a character of ``joined`` stands for; any other as it is."""
    return _LAM if character == LAM_TAKEN_IN else _decomposed(character)[-1]


def joined(text: str) -> list[str]:
    """For each character what is to be shown for it: its form, and nothing for a joiner that has done its work."""
    known = forms()
    forward = [_joins(character, "initial", known) for character in text]
    backward = [_joins(character, "final", known) for character in text]
    seen = [place for place, character in enumerate(text) if not _transparent(character)]
    shown = ["" if character == "\u200d" else character for character in text]
    for number, place in enumerate(seen):
        character = text[place]
        if not backward[place] or character in _JOINERS or shown[place] != character:
            continue
        before = number > 0 and forward[seen[number - 1]]
        after = forward[place] and number + 1 < len(seen) and backward[seen[number + 1]]
        pair = character + text[seen[number + 1]] if character == _LAM and after else ""
        if ("isolated", pair) in known:
            shown[place] = LAM_TAKEN_IN
            shown[seen[number + 1]] = known["final" if before else "isolated", pair]
        else:
            form = ("medial" if before else "initial") if after else ("final" if before else "isolated")
            shown[place] = known.get((form, character), character)
    return shown


def _joins(character: str, way: str, known: dict[tuple[str, str], str]) -> bool:
    return character in _JOINERS or (way, character) in known


def _transparent(character: str) -> bool:
    """Marks stand on a letter and do not part it from the next."""
    return unicodedata.category(character) in ("Mn", "Me")
