"""The value of a term as runs of text that know their term, with references as cross-references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from slaeditor.export.blocks import Run
from slaeditor.model import paths, text
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration
from slaeditor.model.references import REFERENCE_IN_TEXT, rows_of
from slaeditor.model.tables import COLLECTIONS
from slaeditor.model.terms import Field, Kind, Shape, is_empty

SHEET: Path = ("#", "metrics")
"""The place of the metric sheet; a derived metric stands at ``(*SHEET, id)``."""

Runs = tuple[Run, ...]


class Values:
    """Words for the values of one document; names of referenced rows are looked up once."""

    def __init__(self, document: Agreement, titles: dict[Path, str]) -> None:
        """``titles`` says what the clauses and annexes are cited as: ``{("targets",): "clause 7 (Targets)"}``."""
        self.document = document
        self.titles = titles
        self._names: dict[str, dict[str, str]] = {}

    def name(self, collection: str, identifier: str) -> str:
        """What the referenced row is called; “(missing: id)” when the reference leads nowhere."""
        if collection not in self._names:
            self._names[collection] = {
                row.id: text.row_name(self.document, row) or f"({row.id})" for row in rows_of(self.document, collection)
            }
        return self._names[collection].get(identifier, f"(missing: {identifier})")

    def reference(self, collection: str, identifier: str, path: Path) -> Run:
        """The name of the row, leading to it."""
        name = self.name(collection, identifier)
        if name.startswith("(missing: "):
            return Run(name, path=path)
        if collection == "metrics":
            return Run(name, path=path, target=(*SHEET, identifier))
        return Run(name, path=path, target=(*COLLECTIONS[collection], identifier))

    def references(self, collection: str, identifiers: tuple[str, ...], path: Path) -> Runs:
        """The names of the rows: a, b and c."""
        return joined([(self.reference(collection, identifier, path),) for identifier in identifiers], path)

    def of(self, path: Path, declared: Field, value: Any) -> Runs:
        """What the term says, as runs; nothing for an empty term."""
        if is_empty(value):
            return ()
        term = declared.term
        match declared.kind:
            case Kind.REFERENCE:
                return (self.reference(term.refers, value, path),)
            case Kind.REFERENCES:
                return self.references(term.refers, value, path)
            case Kind.DURATION:
                return self.duration(path, value)
            case Kind.TEXT if term.shape is Shape.PATH:
                return (self.place(value, path),)
            case Kind.TEXT if "{" in value:
                return self.rich(value, path)
            case _:
                return (Run(text.value_text(self.document, declared, value), path=path),)

    def duration(self, path: Path, value: Duration) -> Runs:
        """4 hours (elapsed time); 8 hours (Working days), the calendar leading to its hours."""
        if value.calendar is None:
            return (Run(f"{value.length()} (elapsed time)", path=path),)
        return (
            Run(f"{value.length()} (", path=path),
            self.reference("calendars", value.calendar, path),
            Run(")", path=path),
        )

    def place(self, written: str, path: Path) -> Run:
        """The words for a path written as text, leading there."""
        try:
            target = paths.parse(written)
        except EditError:
            target = ()
        return Run(text.place_text(self.document, written), path=path, target=target)

    def rich(self, written: str, path: Path) -> Runs:
        """Clause text: each reference in braces becomes the value or the number of what it names, leading there."""
        return tuple(run for run in self._rich(written, path) if run.text)

    def _rich(self, written: str, path: Path) -> Iterator[Run]:
        end = 0
        for found in REFERENCE_IN_TEXT.finditer(written):
            yield Run(written[end : found.start()], path=path)
            end = found.end()
            yield self._referred(found[1], found[2], path)
        yield Run(written[end:], path=path)

    def _referred(self, what: str, where: str, path: Path) -> Run:
        if what == "value":
            return self._value(where, path)
        target: Path = (where,) if what == "section" else (*COLLECTIONS["clauses"], where)
        if target in self.titles:
            return Run(self.titles[target], path=path, target=target)
        if what == "section" and where in SECTIONS:
            return Run(f"the terms on {text.place(self.document, target)[0].lower()}", path=path)
        return Run(f"(missing: {where})", path=path)

    def _value(self, where: str, path: Path) -> Run:
        try:
            target = paths.parse(where)
            value = paths.find(self.document, target)
            declared = paths.field_at(target)
        except EditError:
            return Run(f"(missing: {where})", path=path)
        if paths.is_internal(target):
            return Run("(not stated)", path=path)
        if paths.is_row(target):
            return Run(text.row_name(self.document, value), path=path, target=target)
        return Run(text.value_text(self.document, declared, value) or "(not stated)", path=path, target=target)


def joined(parts: Sequence[Runs], path: Path = (), last: str = " and ", between: str = ", ") -> Runs:
    """a; a and b; a, b and c."""
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(last if number == len(parts) - 1 else between, path=path))
        runs.extend(part)
    return tuple(runs)


def sentence(template: str, runs: Runs) -> Runs:
    """The template with the runs in place of ``{}``; a full stop is not doubled after “A.Ş.” and the like."""
    before, _, after = template.partition("{}")
    end = runs[-1].text if runs else ""
    if after.startswith(".") and re.search(r"[.!?…:][”’)]?$", end.rstrip()):
        after = after[1:]
    if runs and before == "" and runs[0].text[:1].islower():
        runs = (with_text(runs[0], runs[0].text[:1].upper() + runs[0].text[1:]), *runs[1:])
    return tuple(run for run in (Run(before), *runs, Run(after)) if run.text or run.path)


def with_text(run: Run, words: str) -> Run:
    """The same run with other words."""
    return Run(words, bold=run.bold, italic=run.italic, path=run.path, target=run.target)


def bold(runs: Runs) -> Runs:
    """The same runs in bold."""
    return tuple(Run(run.text, bold=True, italic=run.italic, path=run.path, target=run.target) for run in runs)


def paragraphs(runs: Runs) -> list[Runs]:
    """The runs cut where blank lines stand in their text; the white space round the cuts is gone."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        pieces = re.split(r"\n[ \t\r]*\n\s*", run.text.replace("\r\n", "\n"))
        for number, piece in enumerate(pieces):
            if number:
                parts.append([])
            if piece or not run.text:
                parts[-1].append(with_text(run, piece))
    return [tuple(part) for part in parts if "".join(run.text for run in part).strip()]
