"""Whole numbers in words, English and Turkish, as contracts write them before the figure: “seven (7) days”, “yedi (7) gün”."""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_BIRLER = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_ONLAR = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")

_VALUES = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS) if word}
    | {word: number for number, word in enumerate(_BIRLER)}
    | {word: 10 * number for number, word in enumerate(_ONLAR) if word}
)
_HUNDREDS = {"hundred", "yüz"}


def number_named(words: str) -> int | None:
    """The number that the last words name: 7 for “within seven”, 45 for “forty-five”; None when they name none."""
    total: int | None = None
    step = 1
    for word in reversed(re.split(r"[-\s]+", words.replace("İ", "i").lower())):
        if word in _HUNDREDS:
            total, step = (total or 0) + 100, 100
            continue
        value = _VALUES.get(word)
        if value is None or (step == 1 and total is not None and (value < 20 or total >= 10)):
            break
        if step == 100:
            return (total or 0) + 100 * (value - 1)
        total = value + (total or 0)
    return total
