"""Which rows are meant by names that were typed or pasted: whatever their case, one by one or as a list; pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import ParseError
from slaeditor.model.references import rows_of
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold
from slaeditor.model.terms import Row
from slaeditor.ui.spoken import row_name
from slaeditor.ui.words import language

_MARK = re.compile(r"\s*([;\n,])\s*")
_OTHERS = ("code", "name", "label", "role")
"""What a row may be called besides its whole name, the surest first."""


def one(document: Agreement, collection: str, typed: str) -> str:
    """The id of the row that is called so; ``ParseError`` when none is, or several are."""
    return _only(_names(document, collection), typed.strip())


def several(document: Agreement, collection: str, typed: str) -> tuple[str, ...]:
    """The ids of rows named one after another, between commas, semicolons or line ends, each once.

    A name may hold such marks itself: as many words as make a name together are taken for one.
    """
    names = _names(document, collection)
    parts = _MARK.split(typed.strip())
    words, marks = parts[::2], parts[1::2]
    found: list[str] = []
    at = 0
    while at < len(words):
        if not words[at]:
            at += 1
            continue
        for end in range(min(len(words), at + names.longest), at, -1):
            whole = _joined(words[at:end], marks[at : end - 1])
            if end == at + 1 or names.meant(whole):
                found.append(_only(names, whole))
                at = end
                break
    return tuple(dict.fromkeys(found))


def _only(names: _Names, typed: str) -> str:
    found = names.meant(typed)
    if not found:
        raise ParseError(say("“{typed}” is not in the agreement.", typed=typed))
    if len(found) > 1:
        raise ParseError(
            say("“{typed}” is the name of {count} rows; choose one from the list.", typed=typed, count=len(found))
        )
    return found[0]


def _joined(words: list[str], marks: list[str]) -> str:
    text = words[0]
    for mark, word in zip(marks, words[1:], strict=True):
        text += f"{mark} {word}" if word else mark
    return text


class _Names:
    """The rows of a collection by everything that they are called."""

    def __init__(self, document: Agreement, collection: str) -> None:
        self._names = [(row.id, tuple(_called(document, row))) for row in rows_of(document, collection)]
        self.longest = 1 + max((len(_MARK.findall(name)) for _, names in self._names for name in names), default=0)
        self._tables: dict[Callable[[str], str], list[dict[str, list[str]]]] = {}

    def meant(self, typed: str) -> list[str]:
        """The ids of the rows called so: letter by letter if there are such, else by small letters, else without marks."""
        for same in (str, str.casefold, fold):
            for table in self._table(same):
                if found := table.get(_even(same(typed))):
                    return found
        return [key for key, _ in self._names if key == typed]

    def _table(self, same: Callable[[str], str]) -> list[dict[str, list[str]]]:
        if same not in self._tables:
            tables: list[dict[str, list[str]]] = [{} for _ in range(1 + len(_OTHERS))]
            for key, names in self._names:
                for table, name in zip(tables, names, strict=True):
                    if name:
                        table.setdefault(_even(same(name)), []).append(key)
            self._tables[same] = tables
        return self._tables[same]


_last: tuple[Agreement, str, dict[str, _Names]] | None = None
"""The names of one frozen document in one language: a whole block that is pasted asks for the same again and again."""


def _names(document: Agreement, collection: str) -> _Names:
    global _last
    if _last is None or _last[0] is not document or _last[1] != language():
        _last = (document, language(), {})
    known = _last[2]
    if collection not in known:
        known[collection] = _Names(document, collection)
    return known[collection]


def _called(document: Agreement, row: Row) -> Iterator[str]:
    yield row_name(document, row)
    for other in _OTHERS:
        yield str(getattr(row, other, "") or "")


def _even(text: str) -> str:
    """With single spaces, and one after each mark."""
    return " ".join(_MARK.sub(lambda found: found[1] + " ", text).split())
