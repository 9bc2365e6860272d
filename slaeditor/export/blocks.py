"""The neutral blocks that every export is made of: frozen values that know which terms they come from.

How it is meant: ``outline.outline(document, context)`` turns a document into an ``Outline``, a sequence of blocks with
computed numbers and finished wording. A renderer (PDF, Excel, redline) walks the blocks and never asks the document again.

- Every ``Run`` of text that states a term carries the term's ``path``; ``paths`` of a paragraph, cell, row or table are
  those of its runs. So a view can scroll to a term, and a redline can mark exactly what changed.
- Every ``Cell`` that states one term carries the term's typed ``value`` (Decimal figures, Money, Duration, date, int, bool,
  enum member …), so that a workbook writes numbers as numbers. The text is the wording of the same value.
- Places are paths. A heading, row or paragraph can be led to by its ``path``; a run with a ``target`` is a cross-reference to
  the block at that path, or to the nearest block above it. Generated parts, which no term stands for, have paths that
  begin with ``"#"``.
- Tables are complete: all rows, all columns that are not wholly empty. Columns marked ``group`` (always the first ones) may be
  shown as a band above the rows that share them, columns marked ``detail`` as a line below the row, and columns marked
  ``common`` as a sentence below the table (or under the band) when all its rows agree; a workbook shows them as plain columns.
- ``plain.plain(outline)`` gives the text alone, for golden tests and comparisons.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any

import msgspec

from slaeditor.model.paths import Path


class Run(msgspec.Struct, frozen=True):
    """A stretch of text in one style. A line feed inside is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    path: Path = ()
    target: Path = ()


class Align(enum.Enum):
    """How a column is set."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Role(enum.Enum):
    """What a paragraph is for, where it matters to its looks."""

    BODY = "body"
    NOTE = "note"  # explains, binds nobody: smaller
    FORMULA = "formula"


class Texted(msgspec.Struct, frozen=True):
    """Anything that is made of runs."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The terms that are stated here, each once, in order."""
        return tuple(dict.fromkeys(run.path for run in self.runs if run.path))


class Heading(msgspec.Struct, frozen=True):
    """A heading. Level 1: a clause; 2: a sub-clause; 3: a row's own heading. ``states`` is the term whose value its text is.

    ``note`` stands small beside it.
    """

    level: int
    number: str
    text: str
    path: Path
    note: Run | None = None
    states: Path = ()


class Annex(msgspec.Struct, frozen=True):
    """The beginning of a lettered annex, on a new page with page labels of its own (A-1, A-2 …)."""

    letter: str
    text: str
    path: Path


class Paragraph(Texted, frozen=True):
    """A paragraph; ``number`` is computed (3.1, (a)) or empty; ``depth`` 0 flush, 1 with sub-clause number, 2 lettered."""

    number: str = ""
    depth: int = 0
    path: Path = ()
    role: Role = Role.BODY


class Items(msgspec.Struct, frozen=True):
    """A plain list, unnumbered."""

    items: tuple[Paragraph, ...]
    depth: int = 0


class Cell(Texted, frozen=True):
    """A cell; ``value`` is the typed value when it states exactly one term (or one computed figure), else None."""

    value: Any = None


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column. ``unit`` belongs into the head; ``width`` is a hint: the characters it would like to have."""

    label: str
    name: str = ""
    unit: str = ""
    width: int = 10
    align: Align = Align.LEFT
    group: bool = False
    detail: bool = False
    common: bool = False


class TableRow(msgspec.Struct, frozen=True):
    """A row of cells, one for each column; ``path`` is that of the document's row, if there is one. A total is set apart."""

    path: Path
    cells: tuple[Cell, ...]
    total: bool = False


class TableKind(enum.Enum):
    """How a table is meant to be read."""

    TABLE = "table"
    RECORD = "record"  # two columns, label and value, without a head
    GRID = "grid"  # first column and head are both labels: the priority matrix


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table. ``path`` is that of the document's table (or of the row that a record shows); ``number`` 0 means no caption."""

    path: Path
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    number: int = 0
    kind: TableKind = TableKind.TABLE

    @property
    def paths(self) -> tuple[Path, ...]:
        """The terms that its cells state, each once, in order."""
        return tuple(dict.fromkeys(path for row in self.rows for cell in row.cells for path in cell.paths))


class Fact(msgspec.Struct, frozen=True):
    """A line of the key terms: a label and what it says."""

    label: str
    lines: tuple[Texted, ...]


class Cover(msgspec.Struct, frozen=True):
    """The cover with the key terms, on one page. ``services`` may show fewer rows than there are; a renderer may shorten it further."""

    kind: Run
    title: Run
    number: Run
    label: Run
    parties: tuple[tuple[str, Run], ...]
    facts: tuple[Fact, ...]
    services: Table | None
    more: str
    revision: tuple[tuple[str, str], ...]


class Contents(msgspec.Struct, frozen=True):
    """The table of contents stands here; its lines are the headings of level 1 and 2 and the annexes."""


class Signer(msgspec.Struct, frozen=True):
    """Room for one signature; ``field`` is a name for the signature field, unique in the document."""

    field: str
    name: Run
    title: Run
    authority: Run | None
    path: Path


class SignatureBlock(msgspec.Struct, frozen=True):
    """One party's part of the signature page."""

    party: Run
    role: str
    place: Run | None
    signers: tuple[Signer, ...]


class SignaturePage(msgspec.Struct, frozen=True):
    """The signature page: at least two lines of agreement text, then the blocks of both parties on the same page."""

    heading: Heading
    text: tuple[Paragraph, ...]
    blocks: tuple[SignatureBlock, ...]


class PageBreak(msgspec.Struct, frozen=True):
    """What follows begins a new page."""


Block = (
    Heading
    | Annex
    | Paragraph
    | Items
    | Table
    | Cover
    | Contents
    | SignaturePage
    | PageBreak
)  # fmt: skip


class Outline(msgspec.Struct, frozen=True):
    """A whole document, ready to be rendered."""

    title: str
    subject: str
    author: str
    language: str
    blocks: tuple[Block, ...]


def texts(block: Block) -> Iterator[Texted | Run]:
    """Everything in the block that holds words of the document, in reading order."""
    match block:
        case Heading() | Annex():
            words = " ".join(part for part in (number_of(block), block.text) if part)
            yield Run(words, path=block.states if isinstance(block, Heading) else ())
            if isinstance(block, Heading) and block.note:
                yield block.note
        case Paragraph():
            yield block
        case Items():
            yield from block.items
        case Table():
            for row in block.rows:
                yield from row.cells
        case Cover():
            yield from (block.kind, block.title, block.number, block.label)
            yield from (run for _, run in block.parties)
            for fact in block.facts:
                yield from fact.lines
            if block.services:
                yield from texts(block.services)
        case SignaturePage():
            yield from texts(block.heading)
            yield from block.text
            for party in block.blocks:
                yield party.party
                if party.place:
                    yield party.place
                for signer in party.signers:
                    yield from (signer.name, signer.title)
                    if signer.authority:
                        yield signer.authority
        case Contents() | PageBreak():
            pass


def number_of(block: Heading | Annex) -> str:
    """The number as it is cited: 3.1, or Annex A."""
    return f"Annex {block.letter}" if isinstance(block, Annex) else block.number
