"""What people type in the terms of an agreement: its texts, one by one, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model import paths
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind, field

_END = re.compile(r"(?<=[.!?;])\s+|\n+")


def texts(subject: Subject, *sections: str) -> Iterator[tuple[Path, str]]:
    """The texts of these sections that are not empty and not internal, with their places."""
    for section in sections:
        declared = field(type(subject.document), section)
        for path, term, value in paths.walk_below(getattr(subject.document, section), (section,), declared):
            if term.term.internal or not value:
                continue
            if term.kind is Kind.TEXT:
                yield path, value
            elif term.kind is Kind.TEXTS:
                yield from ((path, one) for one in value)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of its own is one, too."""
    return [part for part in _END.split(text) if part]
