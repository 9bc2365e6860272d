"""What a pasted table says: its headings matched to terms, its cells to values; pure functions of document and text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.answer_tables import Answers, Column, columns
from slaeditor.model.errors import ParseError
from slaeditor.model.interview import Question
from slaeditor.model.terms import Row
from slaeditor.ui.editors import typed
from slaeditor.ui.words import tr

_ALSO: Final = {
    "fee": "monthly_fee", "fee a month": "monthly_fee", "monthly price": "monthly_fee", "who": "user_group",
    "what they said": "words", "said": "words", "cost of an hour": "outage_cost", "outage cost": "outage_cost", "rto": "tolerable_outage",
    "rpo": "tolerable_data_loss", "data loss": "tolerable_data_loss",
    "harm": "harm", "people endangered": "harm", "danger to people": "harm", "hours": "usage", "site": "name", "place": "name",
}  # fmt: skip
"""Other words that people put over such columns."""


class Pasted(msgspec.Struct, frozen=True):
    """The answers row by row; ``refused`` are cells that are no value, by number of the row, and ``unknown`` headings that mean nothing."""

    answers: tuple[Answers, ...]
    refused: tuple[tuple[int, Column, str], ...]
    unknown: tuple[str, ...]


def read(
    document: Agreement, table: Question, lines: Sequence[Sequence[str]], shown: Sequence[Column], row: int, column: int
) -> Pasted:
    """What the lines say when they are pasted at a cell: ``shown`` are the columns that can be seen, ``row`` and ``column`` the cell.

    With headings, a line belongs to the row that its first cell names, or else is new; without, lines and cells follow the one pasted at.
    """
    heads = _headings(table, lines[0]) if lines else None
    rows: tuple[Row, ...] = paths.find(document, table.path)
    answers: list[Answers] = []
    refused: list[tuple[int, Column, str]] = []
    below = list(rows[row:])
    body = list(lines[1:] if heads is not None else lines)
    mapped = heads if heads is not None else list(shown[column:])
    for line in body:
        if not any(cell.strip() for cell in line):
            continue
        target = (
            (below.pop(0).id if below else None)
            if heads is None
            else _named(rows, heads, line, {row for row, _ in answers})
        )
        cells: dict[Column, Any] = {}
        for one, text in zip(mapped, line, strict=False):
            if one is None or not text.strip():
                continue
            try:
                cells[one] = typed.parse(document, one.declared(table), text.strip())
            except ParseError:
                refused.append((len(answers), one, text.strip()))
        answers.append((target, cells))
    unknown = [cell.strip() for cell, one in zip(lines[0], heads, strict=True) if one is None] if heads else []
    return Pasted(tuple(answers), tuple(refused), tuple(filter(None, unknown)))


def is_table(text: str) -> bool:
    """Whether pasted text is more than the content of one cell."""
    return "\t" in text.strip("\r\n") or "\n" in text.strip()


def _headings(table: Question, line: Sequence[str]) -> list[Column | None] | None:
    """The columns that the first line names; None when it is no line of headings."""
    known: dict[str, Column] = {}
    for one in columns(table):
        declared = one.declared(table)
        for words in (declared.term.label, tr(declared.term.label), declared.name.replace("_", " ")):
            known.setdefault(plain(words), one)
    for words, name in _ALSO.items():
        found = next((one for one in columns(table) if one.name == name), None)
        if found is not None:
            known.setdefault(words, found)
    heads = [known.get(plain(cell)) for cell in line]
    said = [cell for cell in line if cell.strip()]
    return heads if said and 2 * sum(one is not None for one in heads) >= len(said) and heads[0] is not None else None


def plain(words: str) -> str:
    """Without case, unit in parentheses, and marks."""
    return " ".join(re.sub(r"\(.*?\)|[*:?]", " ", words).casefold().split())


def _named(
    rows: Sequence[Row], heads: Sequence[Column | None], line: Sequence[str], taken: Collection[str | None]
) -> str | None:
    """The row that the line is about: what stands in the first column tells it; of several alike the first one that is left."""
    key = heads[0]
    if key is None or key.of_need or not line or not line[0].strip():
        return None
    said = line[0].strip().casefold()
    found = (row.id for row in rows if str(getattr(row, key.name)).casefold() == said)
    return next((one for one in found if one not in taken), None)
