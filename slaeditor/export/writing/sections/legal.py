"""The legal text: each clause of the document is a clause of the agreement, its paragraphs numbered."""

from __future__ import annotations

import re
from collections.abc import Callable

from slaeditor.export.blocks import Run
from slaeditor.export.writing.values import Runs, paragraphs, with_text
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.legal import Clause, Topic
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path

_TYPED = re.compile(r"^\s*(?:\(?[a-z]{1,2}\)|[-–•])\s+")
"""A paragraph that its writer began as an item; its letter is computed."""


def topic(clause: Clause, path: Path) -> Run:
    """What the clause is about, for the margin; nothing for a general one."""
    words = "" if clause.topic is Topic.GENERAL else choice_label(clause.topic).capitalize()
    return Run(words, path=(*path, "topic"))


def writer_of(clause: Clause, path: Path) -> Callable[[Writer], None]:
    """What writes the paragraphs of the clause."""

    def write(writer: Writer) -> None:
        place = (*path, "text")
        for part in paragraphs(writer.values.rich(_broken(clause.text), place)):
            item = _TYPED.match(part[0].text)
            if item:
                writer.lettered(_without(part, item.end()), place)
            else:
                writer.numbered(part, place)

    return write


def _broken(text: str) -> str:
    """Lines that begin as items become paragraphs."""
    return re.sub(r"\n(?=\s*(?:\(?[a-z]{1,2}\)|[-–•])\s)", "\n\n", text)


def _without(runs: Runs, length: int) -> Runs:
    return (with_text(runs[0], runs[0].text[length:]), *runs[1:])
