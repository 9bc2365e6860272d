"""The clause library and the definitions, read from the text files beside this module."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

from slaeditor.model.agreement.legal import Clause, Definition, Topic

TEXT: Final = Path(__file__).parent / "text"
INDUSTRIES: Final = ("general", "healthcare", "retail", "managed_hosting", "public_sector")
"""The five standards, by the names of their files."""


class LibraryClause(msgspec.Struct, frozen=True):
    """A clause of the library and the standards that hold it."""

    id: str
    heading: str
    topic: Topic
    text: str
    standards: tuple[str, ...]


class LibraryDefinition(msgspec.Struct, frozen=True):
    """A definition and the standards that hold it."""

    id: str
    word: str
    meaning: str
    standards: tuple[str, ...]


def clauses() -> tuple[LibraryClause, ...]:
    """All clauses, in the order in which an agreement holds them."""
    found = []
    for file in sorted(TEXT.glob("clauses-*.md")):
        for identifier, heads, text in _entries(file):
            found.append(
                LibraryClause(identifier, heads["heading"], Topic(heads["topic"]), text, _standards(heads["for"]))
            )
    return tuple(found)


def definitions() -> tuple[LibraryDefinition, ...]:
    """All definitions, in alphabetical order of the words."""
    found = [
        LibraryDefinition(identifier, heads["word"], text, _standards(heads["for"]))
        for identifier, heads, text in _entries(TEXT / "definitions.md")
    ]
    return tuple(sorted(found, key=lambda entry: entry.word.casefold()))


def clauses_of(standard: str) -> tuple[Clause, ...]:
    """The clauses of one standard as rows of its document; each keeps its library text."""
    return tuple(
        Clause(
            id=entry.id,
            heading=entry.heading,
            text=entry.text,
            topic=entry.topic,
            library_id=entry.id,
            library_text=entry.text,
        )
        for entry in clauses()
        if standard in entry.standards
    )


def definitions_of(standard: str) -> tuple[Definition, ...]:
    """The definitions of one standard as rows of its document."""
    return tuple(
        Definition(id=entry.id, word=entry.word, meaning=entry.meaning)
        for entry in definitions()
        if standard in entry.standards
    )


def _standards(written: str) -> tuple[str, ...]:
    if written == "all":
        return INDUSTRIES
    named = tuple(part.strip() for part in written.split(","))
    if unknown := set(named) - set(INDUSTRIES):
        raise ValueError(f"unknown standards: {unknown}")
    return named


def _entries(file: Path) -> list[tuple[str, dict[str, str], str]]:
    """Entries of the form ``# id``, lines ``name: value``, a blank line, paragraphs."""
    entries = []
    for block in re.split(r"^# ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, text = block.partition("\n\n")
        identifier, *lines = head.splitlines()
        heads = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
        entries.append((identifier.strip(), heads, text.strip()))
    return entries
