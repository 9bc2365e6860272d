"""Finding text in the newest documents: ranked hits with their words marked."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Select, and_, bindparam, or_, select

from slaeditor.model.summary import fold
from slaeditor.storage.records import Hit
from slaeditor.storage.schema import agreements, places, spots, texts
from slaeditor.storage.sqlite import fulltext

BEFORE, BEHIND = 40, 120
"""Characters shown before the first mark of a snippet, and from it on."""

TEXTS_A_HIT = 2
CHUNK = 64

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s")
_FOUND = (
    select(
        places.c.agreement,
        places.c.spot,
        places.c.text.label("text_id"),
        texts.c.text,
        spots.c.path,
        spots.c.label.label("called"),
        agreements.c.id,
        agreements.c.number,
        agreements.c.title,
        agreements.c.customer,
    )
    .join(texts, texts.c.id == places.c.text)
    .join(spots, spots.c.id == places.c.spot)
    .join(agreements, agreements.c.key == places.c.agreement)
    .where(
        places.c.text.in_(fulltext.each(bindparam("texts"))),
        agreements.c.kind == bindparam("kind"),
        or_(agreements.c.archived.is_(False), bindparam("archived", type_=Boolean)),
    )
    .limit(bindparam("most"))
)
"""Made once: to put together and compile a statement takes as long as to run it."""


def search(connection: Connection, text: str, *, limit: int, kind: str, archived: bool) -> tuple[Hit, ...]:
    """The places whose text holds every word sought, or a word beginning with it; the best come first.

    Some of the words may also name the agreement: "acme penalty" finds "penalty" where the customer is Acme.
    """
    words = [word for word in fold(text).split() if _WORD.search(word)]
    if not words:
        return ()
    wanted = {"kind": kind, "archived": archived}
    found: dict[tuple[int, int], Hit] = {}
    ids = fulltext.matching(connection, words, limit * TEXTS_A_HIT)
    _collect(connection, found, ids, _FOUND, wanted, words, limit)
    for rest, named, keys in _named(connection, words) if len(found) < limit else ():
        ids = fulltext.matching(connection, rest, limit * TEXTS_A_HIT, within=keys)
        _collect(connection, found, ids, _FOUND.where(named), wanted, rest, limit)
    return tuple(found.values())


def begins(words: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """Of each folded word: that a word of the agreement's number, title or parties begins with it."""
    for word in words:
        yield agreements.c.words.contains(f" {word}", autoescape=True)


def _named(connection: Connection, words: list[str]) -> list[tuple[list[str], ColumnElement[bool], list[int]]]:
    """Agreements named by some of the words: the words that remain, which agreements, and their keys."""
    groups: dict[tuple[str, ...], list[int]] = {}
    if len(words) > 1:
        for key, line in fulltext.named(connection, words):
            rest = tuple(word for word in words if f" {word}" not in line)
            if rest and len(rest) < len(words):
                groups.setdefault(rest, []).append(key)
    return [
        (list(rest), and_(*begins(word for word in words if word not in rest)), groups[rest])
        for rest in sorted(groups, key=len)
    ]


def _collect(
    connection: Connection,
    found: dict[tuple[int, int], Hit],
    ids: list[int],
    question: Select[Any],
    wanted: dict[str, Any],
    words: list[str],
    limit: int,
) -> None:
    starts = beginnings(words)
    for first in range(0, len(ids), CHUNK):
        if len(found) >= limit:
            return
        chunk = ids[first : first + CHUNK]
        rank = {text: number for number, text in enumerate(chunk)}
        # One more than wanted for each that is known already, so that these do not crowd out new ones.
        values = {**wanted, "texts": json.dumps(chunk), "most": limit + len(found)}
        rows = connection.execute(question, values).all()
        # Many agreements share a clause: its snippet is made once.
        lines: dict[int, tuple[str, tuple[tuple[int, int], ...]]] = {}
        for agreement, spot, text_id, text, path, called, id_, number, title, customer in sorted(
            rows, key=lambda row: (rank[row[2]], row[0], row[1])
        ):
            place = (agreement, spot)
            if place not in found and len(found) < limit:
                if text_id not in lines:
                    lines[text_id] = snippet(text, starts)
                found[place] = Hit(id_, number, title, customer, path, called, *lines[text_id])


def beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """What the words of a text begin with where it holds the folded words."""
    return tuple(part for word in words for part in _WORD.findall(word))


def snippet(text: str, starts: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One line of the text around the first word with one of the beginnings, and the ranges of all such words in it."""
    line = _SPACE.sub(" ", text if text.isascii() else unicodedata.normalize("NFC", text))
    marks = _marks(line, starts)
    first = marks[0][0] if marks else 0
    start = max(0, first - BEFORE)
    if start:
        start = line.find(" ", start, first) + 1 or start
    end = min(len(line), first + BEHIND)
    if end < len(line):
        end = max(line.rfind(" ", first, end), marks[0][1] if marks else 0) if " " in line[first:end] else end
    head, tail = "… " if start else "", " …" if end < len(line) else ""
    shift = len(head) - start
    inside = tuple((a + shift, min(b, end) + shift) for a, b in marks if start <= a < end)
    return head + line[start:end] + tail, inside


def _marks(line: str, starts: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where a word of the line begins with one of the folded words; as far as a snippet reaches."""
    marks: list[tuple[int, int]] = []
    for match in _WORD.finditer(line):
        if marks and match.start() > marks[0][0] + BEHIND:
            break
        if _folded(match[0]).startswith(starts):
            marks.append(match.span())
    return marks


@lru_cache(maxsize=10_000)
def _folded(word: str) -> str:
    return fold(word)
