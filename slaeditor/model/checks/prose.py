"""What people type in the terms of an agreement: its printed texts, one by one, and the sentences of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind, Shape, field

_END = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True)
class Text:
    """A text that the agreement prints, where it stands, and of which shape it is."""

    path: Path
    text: str
    shape: Shape


_last: dict[str, tuple[object, tuple[Text, ...]]] = {}
"""Of each section the value that was walked last, and its texts: after an edit all but one are the same values again."""


def printed_texts(document: Agreement, *sections: str) -> Iterator[Text]:
    """The texts of these sections (none named: of all) that are not empty and not internal; a list has several at one place."""
    for section in sections or SECTIONS:
        value = getattr(document, section)
        last = _last.get(section)
        if last is None or last[0] is not value:
            last = _last[section] = (value, tuple(_walked(section, value)))
        yield from last[1]


def _walked(section: str, value: object) -> Iterator[Text]:
    for path, declared, found in paths.walk_below(value, (section,), field(Agreement, section)):
        if declared.kind in (Kind.TEXT, Kind.TEXTS) and found and not declared.term.internal:
            for each in (found,) if isinstance(found, str) else found:
                yield Text(path, each, declared.term.shape)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of its own is one, too."""
    return [part for part in _END.split(text) if part]
