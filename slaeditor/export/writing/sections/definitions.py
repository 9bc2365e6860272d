"""The clause on definitions, built-in and own ones in one list, and the links from their use to their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from slaeditor.export.blocks import Block, Cell, Column, Heading, Paragraph, Run, Table, TableKind, TableRow
from slaeditor.export.writing.values import Runs
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement import Agreement
from slaeditor.model.defined_terms import BUILT_IN
from slaeditor.model.paths import Path

PATH: Path = ("legal", "definitions")

INTERPRETATION = (
    "Headings and the table of contents serve convenience only and do not affect the meaning of this Agreement.",
    "References to clauses and annexes are to those of this Agreement; the annexes are part of it.",
    "“Shall” states an obligation and “may” states a right.",
    "“Elapsed time” counts every minute; where hours are named, time counts only while they are open.",
    "A time that ends exactly when the hours close is due at closing time.",
    "A time that would begin outside the hours begins at their next opening.",
)


def clause(writer: Writer) -> None:
    """The list of definitions, and how the agreement is to be read."""
    writer.sub("Definitions", PATH)
    writer.plain((Run("In this Agreement the following words have the following meaning."),))
    entries: list[tuple[str, Path, Runs]] = []
    own = {definition.word for definition in writer.document.legal.definitions}
    for definition in writer.document.legal.definitions:
        path = (*PATH, definition.id)
        entries.append((definition.word, path, writer.values.rich(definition.meaning, (*path, "meaning"))))
    for word, meaning in BUILT_IN.items():
        if word not in own and all(part in writer.values.titles for part in _sections(meaning)):
            runs = tuple(Run(run.text, target=run.target) for run in writer.values.rich(meaning, ()))
            entries.append((word, ("#", "definition", word), runs))
    rows = []
    for word, path, runs in sorted(entries, key=lambda entry: entry[0].casefold()):
        stated = (*path, "word") if path[0] != "#" else ()
        rows.append(TableRow(path, (Cell((Run(word, bold=True, path=stated),)), Cell(runs))))
    columns = (Column(label="Term", width=20), Column(label="Meaning", width=60))
    writer.table(Table(path=PATH, caption="", columns=columns, rows=tuple(rows), kind=TableKind.RECORD))
    writer.sub("Interpretation", ("#", "interpretation"))
    writer.say([(Run(rule),) for rule in INTERPRETATION])


def _sections(meaning: str) -> list[Path]:
    return [(name,) for name in re.findall(r"\{section:(\w+)\}", meaning)]


def linked(document: Agreement, blocks: Iterable[Block]) -> Iterable[Block]:
    """The blocks with the first use of each defined term in a clause leading to its definition."""
    known = list(blocks)
    places = {
        row.cells[0].text: row.path
        for block in known
        if isinstance(block, Table) and block.path == PATH and block.kind is TableKind.RECORD
        for row in block.rows
        if row.cells[0].text
    }
    if not places:
        return known
    words = "|".join(re.escape(word) for word in sorted(places, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    used: set[str] = set()
    result: list[Block] = []
    for block in known:
        if isinstance(block, Heading) and block.level == 1:
            used = set()
        if isinstance(block, Paragraph):
            runs = tuple(part for run in block.runs for part in _links(run, pattern, places.__getitem__, used))
            block = msgspec.structs.replace(block, runs=runs)
        result.append(block)
    return result


def _links(run: Run, pattern: re.Pattern[str], place: Callable[[str], Path], used: set[str]) -> Iterable[Run]:
    if run.target or run.bold:
        yield run
        return
    end = 0
    for found in pattern.finditer(run.text):
        word = found[0]
        if word in used:
            continue
        used.add(word)
        if found.start() > end:
            yield msgspec.structs.replace(run, text=run.text[end : found.start()])
        yield msgspec.structs.replace(run, text=word, target=place(word))
        end = found.end()
    if end < len(run.text) or not run.text:
        yield msgspec.structs.replace(run, text=run.text[end:]) if end else run
