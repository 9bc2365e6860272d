"""The order in which text of both directions is seen: the Unicode Bidirectional Algorithm (UAX #9).

Of the marks of direction only isolates are known, one level of them: whoever sets text takes the others out and puts an isolate round
each value, so that no name can turn round the words and figures beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, TypeVar

ISOLATE: Final = "\u2068"
"""Begins a value whose direction is that of its first letter."""
END: Final = "\u2069"
_MIRRORED: Final = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON"))
_Item = TypeVar("_Item")


def mirrored(character: str) -> str:
    """What stands for it where text is read from right to left: the other bracket of a pair."""
    return _MIRRORED.get(character, character)


def direction(text: str) -> int | None:
    """0 when the first letter is written from left to right, 1 when from right to left, None without a letter."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
    return None


def levels(text: str, otherwise: int | None = None) -> tuple[int, list[int]]:
    """The level of the paragraph, and that of each of its characters: even is read from left to right, odd from right to left.

    The paragraph takes its direction from the first letter outside of its isolates, else it has that of ``otherwise``, and without
    that from the first letter inside.
    """
    outer: list[int] = []
    inner: list[list[int]] = []
    open_ = False
    for place, character in enumerate(text):
        if character == END:
            open_ = False
        if unicodedata.bidirectional(character) != "BN":
            (inner[-1] if open_ else outer).append(place)
        if character == ISOLATE:
            open_ = True
            inner.append([])
    base = direction("".join(text[place] for place in outer))
    if base is None:
        base = (direction(text) or 0) if otherwise is None else otherwise
    found = [base] * len(text)
    _resolve(text, outer, base, found)
    for places in inner:
        own = direction("".join(text[place] for place in places)) or 0
        _resolve(text, places, base + 1 + (base + 1 + own) % 2, found)
    for place, character in enumerate(text):
        if place and unicodedata.bidirectional(character) == "BN":
            found[place] = found[place - 1]
    return base, found


def visual(items: Sequence[_Item], levels: Sequence[int]) -> list[_Item]:
    """The items of one line from left to right (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(levels, default=0), 0, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and levels[order[place]] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
    return [items[place] for place in order]


def _resolve(text: str, places: list[int], level: int, found: list[int]) -> None:
    """The levels of a stretch that lies at one level as a whole (rules W1 to I2)."""
    own = "R" if level % 2 else "L"
    kinds = [unicodedata.bidirectional(text[place]) or "L" for place in places]
    kinds = ["ON" if kind in ("FSI", "PDI") else kind for kind in kinds]
    marks = [kind == "NSM" for kind in kinds]
    _weak(kinds, own)
    _brackets([text[place] for place in places], marks, kinds, own)
    _neutral(kinds, own)
    for place, kind in zip(places, kinds, strict=True):
        if level % 2:
            found[place] = level if kind == "R" else level + 1
        else:
            found[place] = level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], own: str) -> None:
    """Rules W1 to W7: marks and numbers."""
    strong, before = own, own
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        before = kinds[place]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
            kinds[place] = left
    for start, end in _stretches(kinds, frozenset(("ET",))):
        if "EN" in (kinds[start - 1 : start] or [""]) + (kinds[end : end + 1] or [""]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = own
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _stretches(kinds: list[str], of: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if kind in of:
            if found and found[-1][1] == place:
                found[-1] = (found[-1][0], place + 1)
            else:
                found.append((place, place + 1))
    return found


@cache
def _closing(character: str) -> str:
    """The closing bracket of an opening one; nothing for any other character."""
    if unicodedata.category(character) != "Ps" or not unicodedata.mirrored(character):
        return ""
    other = chr(ord(character) + (2 if character in "[{" else 1))
    return other if unicodedata.category(other) == "Pe" else ""


def _brackets(characters: list[str], marks: list[bool], kinds: list[str], own: str) -> None:
    """Rule N0: both brackets of a pair take the same direction, and the marks on them."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for place, character in enumerate(characters):
        if kinds[place] != "ON":
            continue
        if closing := _closing(character):
            stack.append((closing, place))
        else:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == character:
                    pairs.append((stack[depth][1], place))
                    del stack[depth:]
                    break
    for start, end in sorted(pairs):
        inside = {_side(kind) for kind in kinds[start + 1 : end]} - {""}
        if not inside:
            continue
        before = next((side for kind in reversed(kinds[:start]) if (side := _side(kind))), own)
        taken = own if own in inside or before not in inside else before
        for place in (start, end):
            kinds[place] = taken
            while place + 1 < len(kinds) and marks[place + 1]:
                place += 1
                kinds[place] = taken


def _side(kind: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _neutral(kinds: list[str], own: str) -> None:
    """Rules N1 and N2: what has no direction takes that of both neighbours, or else that of the stretch."""
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _side(kinds[start - 1]) if start else own
        after = _side(kinds[end]) if end < len(kinds) else own
        kinds[start:end] = [before if before == after else own] * (end - start)
