"""Which entries are meant by what was typed, best first: words in any order, without accents, forgiving a slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from slaeditor.model.summary import fold
from slaeditor.ui.palette.entries import Entry, key_of

MOST = 60
_SLIP_FROM = 4
"""A word of fewer letters is taken as it stands."""

_fold = lru_cache(maxsize=50_000)(fold)


@dataclass(frozen=True)
class Index:
    """Entries ready to be searched; ``words`` and ``where`` are their folded texts, ``vocabulary`` the words that occur."""

    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    where: tuple[str, ...]
    vocabulary: tuple[str, ...]


def index(entries: Sequence[Entry]) -> Index:
    """Make entries searchable."""
    words = tuple(_fold(entry.words) for entry in entries)
    where = tuple(_fold(f"{entry.where} {entry.keys}") for entry in entries)
    found: set[str] = set()
    for text in {*words, *where}:
        found.update(text.split())
    return Index(tuple(entries), words, where, tuple(sorted(found)))


def best(indexes: Sequence[Index], typed: str, recent: Sequence[str] = (), most: int = MOST) -> list[Entry]:
    """The entries that every typed word is found in, best first; without words the recent ones, then the nearest.

    ``recent`` are keys of what was chosen before, the newest first: among matches of like quality they come first.
    """
    sought = fold(typed).replace(">", " ").replace("›", " ").split()
    place = {key: number for number, key in enumerate(recent)}
    ranked: list[tuple[tuple[float, ...], int, Entry]] = []
    hits = [(one, _search(one, [[word] for word in sought])) for one in indexes]
    if sought and not any(found for _, found in hits):
        hits = [(one, _search(one, [[word, *_near(one.vocabulary, word)] for word in sought])) for one in indexes]
    for one, found in hits:
        for score, number in found:
            entry = one.entries[number]
            if not sought and entry.rank > 1 and key_of(entry.target) not in place:
                continue
            last = place.get(key_of(entry.target), len(recent)) if place else 0
            quality = 0 if not sought else score
            order = (quality, last, entry.rank, len(one.words[number])) if sought else (last, entry.rank)
            ranked.append((order, len(ranked), entry))
    return [entry for _, _, entry in sorted(ranked)[:most]]


def _search(one: Index, sought: list[list[str]]) -> list[tuple[float, int]]:
    """Number and score of every entry that holds one form of each word, the typed one or a near one; 0 is best."""
    found = []
    for number, words in enumerate(one.words):
        score = 0.0
        for forms in sought:
            cost = min(_cost(form, words, one.where[number], form is not forms[0]) for form in forms)
            if cost >= _MISSED:
                break
            score += cost
        else:
            found.append((score, number))
    return found


_MISSED = 1_000_000.0


def _cost(form: str, words: str, where: str, slip: bool) -> float:
    """How far from an exact hit the word is: at the start, at a word's start, within one, or in what stands beside it."""
    extra = 100.0 if slip else 0.0
    at = words.find(form)
    if at < 0:
        return extra + 40.0 if form in where else _MISSED
    if at == 0:
        return extra + (0.0 if len(words) == len(form) else 2.0)
    if f" {form}" in words:
        return extra + 5.0
    return extra + 20.0


def _near(vocabulary: Sequence[str], word: str) -> list[str]:
    """Words that occur and differ from the typed one by a slip or two; also those that would begin like it."""
    if len(word) < _SLIP_FROM:
        return []
    slips = 1 if len(word) < 2 * _SLIP_FROM else 2
    whole = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=12)
    started = {one[: len(word)]: one for one in vocabulary if len(one) > len(word)}
    begun = process.extract(word, list(started), scorer=OSA.distance, score_cutoff=slips, limit=12)
    return list(dict.fromkeys([text for text, _, _ in whole] + [text for text, _, _ in begun]))
