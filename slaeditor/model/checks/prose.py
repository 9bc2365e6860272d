"""What people type in the terms of an agreement: its texts, one by one, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind, field

_END = re.compile(r"(?<=[.!?;])\s+|\n+")


_last: dict[str, tuple[object, tuple[tuple[Path, str], ...]]] = {}
"""Of each section the value that was walked last, and its texts: after an edit all but one are the same values again."""


def texts(subject: Subject, *sections: str) -> Iterator[tuple[Path, str]]:
    """The texts of these sections that are not empty and not internal, with their places."""
    for section in sections:
        value = getattr(subject.document, section)
        last = _last.get(section)
        if last is None or last[0] is not value:
            last = _last[section] = (value, tuple(_walked(section, value)))
        yield from last[1]


def _walked(section: str, value: object) -> Iterator[tuple[Path, str]]:
    for path, declared, one in paths.walk_below(value, (section,), field(Agreement, section)):
        if declared.term.internal or not one:
            continue
        if declared.kind is Kind.TEXT:
            yield path, one
        elif declared.kind is Kind.TEXTS:
            yield from ((path, text) for text in one)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of its own is one, too."""
    return [part for part in _END.split(text) if part]
