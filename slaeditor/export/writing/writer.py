"""Writes blocks in order and numbers them: clauses 1, sub-clauses 1.1, items (a), tables 1, 2, 3."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from slaeditor.export.blocks import Annex, Block, Heading, Items, Paragraph, Role, Run, Table
from slaeditor.export.context import Context
from slaeditor.export.writing.choices import SENTENCES
from slaeditor.export.writing.values import Runs, Values, bold, paragraphs, sentence
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, fields, is_empty


def letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(97 + rest) + word
    return word


def unempty(owner: Any, path: Path, names: Iterable[str] | None = None) -> list[tuple[Path, Field, Any]]:
    """The terms directly in a section or row that say something and may be seen, or those of them that are named."""
    declared_by_name = {declared.name: declared for declared in fields(type(owner))}
    return [
        ((*path, name), declared_by_name[name], value)
        for name in (names if names is not None else declared_by_name)
        if not declared_by_name[name].term.internal
        and declared_by_name[name].kind is not Kind.GROUP
        and not is_empty(value := getattr(owner, name))
    ]


class Writer:
    """The growing outline of one document."""

    def __init__(self, document: Agreement, context: Context, titles: dict[Path, str]) -> None:
        self.document = document
        self.context = context
        self.values = Values(document, titles)
        self.blocks: list[Block] = []
        self._clause = ""
        self._sub = 0
        self._item = 0
        self._tables = 0
        self._headed: set[Path] = set()

    def clause(self, number: str, title: str, path: Path, note: Run | None = None, states: Path = ()) -> None:
        """Begin clause ``number``."""
        self._begin(number)
        self._headed.add(path)
        self.blocks.append(Heading(1, number, title, path, note, states))

    def annex(self, letter: str, title: str, path: Path) -> None:
        """Begin annex ``letter`` on a page of its own."""
        self._begin(letter)
        self._headed.add(path)
        self.blocks.append(Annex(letter, title, path))

    def _begin(self, number: str) -> None:
        self._clause, self._sub, self._item = number, 0, 0

    def sub(self, title: str, path: Path, states: Path = ()) -> None:
        """A sub-clause with a heading: 3.1 Term. ``states`` is the term that the title is taken from."""
        self._sub += 1
        self._item = 0
        number = f"{self._clause}.{self._sub}"
        self.blocks.append(Heading(2, number, title, self._own(path, number), None, states))

    def _own(self, path: Path, number: str) -> Path:
        """The path, unless another heading has it already: then one of its own, so that each can be led to."""
        place = ("#", "heading", number) if path in self._headed else path
        self._headed.add(place)
        return place

    def row_heading(self, title: str, path: Path, states: Path = ()) -> None:
        """An unnumbered heading of a row."""
        self.blocks.append(Heading(3, "", title, path, None, states))

    def numbered(self, runs: Runs, path: Path = ()) -> None:
        """A sub-clause that is a paragraph: 17.1 The Provider shall …"""
        self._sub += 1
        self._item = 0
        self.blocks.append(Paragraph(runs, number=f"{self._clause}.{self._sub}", depth=1, path=path))

    def lettered(self, runs: Runs, path: Path = ()) -> None:
        """An item: (a) …"""
        self._item += 1
        self.blocks.append(Paragraph(runs, number=f"({letters(self._item)})", depth=2, path=path))

    def plain(self, runs: Runs, *, depth: int = 1, path: Path = (), role: Role = Role.BODY) -> None:
        """A paragraph without number, set under the sub-clause's text."""
        if runs:
            self.blocks.append(Paragraph(runs, depth=depth, path=path, role=role))

    def points(self, items: list[Runs], depth: int = 1) -> None:
        """A plain list."""
        if items:
            self.blocks.append(Items(tuple(Paragraph(runs) for runs in items), depth=depth))

    def table(self, table: Table | None) -> None:
        """A table; it takes the next number when it has a caption."""
        if table is None or not table.rows:
            return
        if table.caption:
            self._tables += 1
            table = msgspec.structs.replace(table, number=self._tables)
        self.blocks.append(table)

    def say(self, sentences: list[Runs]) -> None:
        """The sentences of a sub-clause: lettered when there are several."""
        parts = [part for runs in sentences for part in paragraphs(runs)]
        if len(parts) == 1:
            self.plain(parts[0])
        else:
            for part in parts:
                self.lettered(part)

    def sentences(self, owner: Any, path: Path, names: Iterable[str] | None = None) -> list[Runs]:
        """A sentence for each term of the section that says something (tables left out), in the words of its declaration."""
        return [
            self.sentence(place, declared, value)
            for place, declared, value in unempty(owner, path, names)
            if declared.kind is not Kind.ROWS
        ]

    def sentence(self, path: Path, declared: Field, value: Any) -> Runs:
        """The sentence of a term; “Label: value.” when its declaration has none."""
        says = declared.term.says
        if declared.kind is Kind.FLAG and isinstance(says, tuple):
            return (Run(says[0] if value else says[1], path=path),)
        if declared.kind is Kind.CHOICE and value in SENTENCES:
            return (Run(SENTENCES[value], path=path),)
        runs = self.values.of(path, declared, value)
        if declared.kind is Kind.REFERENCE:
            runs = tuple(Run(run.text, italic=True, path=run.path, target=run.target) for run in runs)
        if isinstance(says, str) and "{}" in says:
            unit = declared.term.unit
            return sentence(says.replace(f"{{}} {unit}", "{}") if unit else says, runs)
        return (*bold((Run(declared.term.label),)), *sentence(": {}.", runs))

    def groups(self, owner: Any, path: Path, groups: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """A sub-clause for each group of terms that says something."""
        for title, names in groups:
            said = self.sentences(owner, path, names)
            if said:
                self.sub(title, (*path, names[0]))
                self.say(said)
