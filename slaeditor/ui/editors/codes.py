"""Codes that people know by name: languages, countries, currencies and time zones."""

from __future__ import annotations

import zoneinfo
from functools import cache

from slaeditor.model.errors import ParseError
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold
from slaeditor.model.terms import Shape
from slaeditor.ui.words import language

_WHAT = {
    Shape.LANGUAGE: (say("language"), say("Turkish or tr")),
    Shape.COUNTRY: (say("country"), say("Turkey or TR")),
    Shape.CURRENCY: (say("currency"), "EUR"),
    Shape.ZONE: (say("time zone"), "Europe/Istanbul"),
}

_ALSO = {
    Shape.COUNTRY: {
        "turkey": "TR", "uk": "GB", "great britain": "GB", "usa": "US", "united states of america": "US", "holland": "NL",
        "the netherlands": "NL", "czech republic": "CZ", "macedonia": "MK", "bosnia": "BA", "ivory coast": "CI",
        "uae": "AE", "burma": "MM", "swaziland": "SZ", "cape verde": "CV", "east timor": "TL", "vatican": "VA",
        "hong kong": "HK", "macao": "MO", "congo": "CD", "russian federation": "RU", "republic of korea": "KR",
        "türkiye cumhuriyeti": "TR",
    },
    Shape.CURRENCY: {"euro": "EUR", "dollar": "USD", "us dollar": "USD", "pound": "GBP", "lira": "TRY", "tl": "TRY", "€": "EUR",
        "$": "USD", "£": "GBP", "₺": "TRY"},
}  # fmt: skip
"""What people write besides the names of the CLDR."""

CODED = frozenset(_WHAT)
"""The shapes of text that stand for a code."""


def names(shape: Shape) -> dict[str, str]:
    """Every code of the shape with its name in the window's language."""
    return _names_in(shape, language())


@cache
def _names_in(shape: Shape, spoken: str) -> dict[str, str]:
    if shape is Shape.ZONE:
        return {zone: zone for zone in sorted(zoneinfo.available_timezones()) if not zone.startswith("Etc/")}
    from babel import Locale

    locale = Locale(spoken)
    match shape:
        case Shape.LANGUAGE:
            return {code: name for code, name in locale.languages.items() if len(code) == 2}
        case Shape.COUNTRY:
            return {code: name for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
        case _:
            return {code: f"{code} {name}" for code, name in locale.currencies.items()}


def name(shape: Shape, code: str) -> str:
    """What the code is called; the code itself when it is unknown."""
    if shape is Shape.ZONE or not code:
        return code
    return code if shape is Shape.CURRENCY else names(shape).get(code, code)


@cache
def _by_word(shape: Shape, spoken: str) -> dict[str, str]:
    """Codes by their names in the language that is spoken, by their English names, and by themselves."""
    found = {fold(word): code for word, code in _ALSO.get(shape, {}).items()}
    for known in dict.fromkeys((spoken, "en")):
        for code, called in _names_in(shape, known).items():
            found.setdefault(fold(called), code)
    for code in _names_in(shape, "en"):
        found[fold(code)] = code
    return found


def parse(shape: Shape, text: str) -> str:
    """The code for a name or code as typed; empty for nothing. ``ParseError`` when there is none."""
    typed = text.strip()
    if not typed:
        return ""
    code = _by_word(shape, language()).get(fold(typed))
    if code is None:
        what, example = _WHAT[shape]
        raise ParseError(
            say("“{typed}” is no {what}; write for example {example}.", typed=typed, what=what, example=example)
        )
    return code
