"""A case of a rule: a change that triggers it, and one nearly the same that does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.checks import Past
from slaeditor.model.edits import InsertRow, RemoveRow, SetTerm, apply
from slaeditor.model.terms import Row

Change = Callable[[Agreement], Agreement]


def unchanged(document: Agreement) -> Agreement:
    """The document as it is."""
    return document


def setting(place: str, value: Any) -> Change:
    """The document with another value at ``place`` (``targets.items[p1].restore``)."""
    return lambda document: apply(document, SetTerm(paths.parse(place), value))


def removing(place: str) -> Change:
    """The document without that row."""
    return lambda document: apply(document, RemoveRow(paths.parse(place)))


def adding(place: str, row: Row) -> Change:
    """The document with the row at the end of that table."""

    def change(document: Agreement) -> Agreement:
        path = paths.parse(place)
        return apply(document, InsertRow(path, row, len(paths.find(document, path))))

    return change


def both(*changes: Change) -> Change:
    """One change after the other."""

    def change(document: Agreement) -> Agreement:
        for each in changes:
            document = each(document)
        return document

    return change


@dataclass(frozen=True)
class Case:
    """``trigger`` makes the rule hold ``at`` that place (the first path of the finding); ``innocent`` does not.

    ``witness``, ``says``: parts of the witness and of the sentence. Changes are made to the shipped sample agreement, or to
    what ``base`` gives. ``past`` is the history, for rules that read it; ``past_of_innocent`` where that makes the difference.
    """

    rule: str
    trigger: Change
    innocent: Change
    at: str
    witness: str = ""
    says: str = ""
    base: Callable[[], Agreement] | None = None
    past: Past | None = None
    past_of_innocent: Past | None = None

    @property
    def document(self) -> Agreement:
        """What the changes are made to."""
        return self.base() if self.base is not None else sample()

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.rule} {self.at}"


@dataclass(frozen=True)
class FileCase:
    """A case of a rule that no document of ours can break: what a file from elsewhere would have to say.

    ``trigger`` and ``innocent`` change the JSON of the sample agreement in place; a triggered file is refused.
    """

    rule: str
    trigger: Callable[[dict[str, Any]], None]
    innocent: Callable[[dict[str, Any]], None]
    says: str = ""

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.rule} in a file"


@cache
def sample() -> Agreement:
    """The shipped sample agreement, read once."""
    return shipped.sample()
