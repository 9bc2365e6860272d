"""Long texts cut to what is different in them; pure, so testable without a display."""

from __future__ import annotations

from collections.abc import Callable

MOST = 120
"""As many characters of a text at most, unless something else is asked for."""

BEFORE = 24
"""About so many characters stand around a difference, so that it can be found again."""


def brief(old: str, new: str, most: int = MOST) -> tuple[str, str]:
    """Both texts on one line; where one is longer than ``most`` characters, from shortly before the difference to shortly behind it."""
    old, new = " ".join(old.split()), " ".join(new.split())
    if max(len(old), len(new)) <= most:
        return old, new
    shorter = min(len(old), len(new))
    head = _most(shorter, lambda count: old[:count] == new[:count])
    tail = _most(shorter - head, lambda count: old[len(old) - count :] == new[len(new) - count :])
    return _cut(old, head, tail, most), _cut(new, head, tail, most)


def _most(limit: int, alike: Callable[[int], bool]) -> int:
    """The largest number up to ``limit`` for which they are alike; they are alike for every smaller one."""
    least, above = 0, limit + 1
    while above - least > 1:
        middle = (least + above) // 2
        if alike(middle):
            least = middle
        else:
            above = middle
    return least


def _cut(text: str, head: int, tail: int, most: int) -> str:
    begin = text.rfind(" ", 0, max(0, head - BEFORE)) + 1
    end = text.find(" ", len(text) - tail + BEFORE) if tail > BEFORE else -1
    if len(text) - begin <= most // 2:
        begin = text.rfind(" ", 0, max(0, len(text) - most // 2)) + 1  # there is room for more
    end = len(text) if end < 0 else end
    end = min(end, begin + most - 1) if end - begin > most else end
    return ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")
