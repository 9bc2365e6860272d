"""A rule: declared once, with its id, severity, kind of fault, sentence, remedy, and the sections it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from slaeditor.model.agreement import SECTIONS
from slaeditor.model.checks.finding import Fault, Finding, Severity
from slaeditor.model.checks.subject import Subject
from slaeditor.model.edits import Edit
from slaeditor.model.paths import Path
from slaeditor.model.sentence import Sentence, say

EVERYTHING = ("kind", *SECTIONS, "playbook")
"""For a rule that reads the whole document."""


@dataclass(frozen=True)
class Hit:
    """A place where a rule holds: ``values`` fill the rule's sentence and the name of its remedy."""

    paths: tuple[Path, ...]
    values: dict[str, Any] = field(default_factory=dict)
    witness: str = ""
    remedy: Edit | None = None


Search = Callable[[Subject], Iterator[Hit]]
FileSearch = Callable[[Any], Iterator[Hit]]
"""Looks through the JSON of a file, as dicts and lists of any shape; the paths are those of the sections concerned."""


@dataclass(frozen=True)
class Rule:
    """One row of the table of rules; ``reads`` are the parts of the document that can change what it finds.

    ``standards``: whether it is asked of a standard, too, which belongs to no customer yet. ``history``: whether it reads
    what became of earlier revisions. ``file_search`` is there instead of ``search`` where the document's types make the fault
    impossible, so that only a file from elsewhere can have it.
    """

    id: str
    severity: Severity
    fault: Fault
    sentence: Sentence
    search: Search
    reads: tuple[str, ...] = ()
    remedy: Sentence | None = None
    standards: bool = True
    history: bool = False
    file_search: FileSearch | None = None

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What it finds in the document."""
        yield from self._told(self.search(subject))

    def faults(self, data: object) -> Iterator[Finding]:
        """What it finds in the JSON of a file that is no document."""
        if self.file_search is not None:
            yield from self._told(self.file_search(data))

    def _told(self, hits: Iterator[Hit]) -> Iterator[Finding]:
        for hit in hits:
            name = say(self.remedy.template, **hit.values) if self.remedy is not None and hit.remedy is not None else ""
            sentence = say(self.sentence.template, **hit.values)
            yield Finding(self.id, self.severity, hit.paths, sentence, hit.witness, hit.remedy, name)


class Table:
    """Rules in the order in which they are declared; a family of rules is a table of its own."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self,
        identifier: str,
        severity: Severity,
        fault: Fault,
        sentence: Sentence,
        *,
        reads: tuple[str, ...],
        remedy: Sentence | None = None,
        standards: bool = True,
        history: bool = False,
    ) -> Callable[[Search], Search]:
        """Declare the function below as the search of a rule."""

        def declare(search: Search) -> Search:
            self.rules.append(
                Rule(identifier, severity, fault, sentence, search, ("kind", *reads), remedy, standards, history)
            )
            return search

        return declare

    def unwritable(
        self, identifier: str, severity: Severity, fault: Fault, sentence: Sentence
    ) -> Callable[[FileSearch], FileSearch]:
        """Declare the function below as the search of a rule that only files from elsewhere can break."""

        def declare(search: FileSearch) -> FileSearch:
            self.rules.append(Rule(identifier, severity, fault, sentence, _nothing, file_search=search))
            return search

        return declare

    def in_files(self, identifier: str) -> Callable[[FileSearch], FileSearch]:
        """Let a rule of this table look through files, too, with the function below: for forms of the fault that no document has."""

        def declare(search: FileSearch) -> FileSearch:
            at = next(number for number, rule in enumerate(self.rules) if rule.id == identifier)
            self.rules[at] = replace(self.rules[at], file_search=search)
            return search

        return declare


def _nothing(_: Subject) -> Iterator[Hit]:
    return iter(())
