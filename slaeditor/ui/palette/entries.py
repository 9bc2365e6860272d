"""What the palette offers, as values: actions, the places of a document, agreements; pure functions without a display."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Shape, field, fields
from slaeditor.ui.records import LibraryRow
from slaeditor.ui.spoken import row_name
from slaeditor.ui.words import tr


@dataclass(frozen=True, slots=True)
class Do:
    """An action of the menus, by its id."""

    action: str


@dataclass(frozen=True, slots=True)
class Go:
    """A place of the open document."""

    path: Path


@dataclass(frozen=True, slots=True)
class Open:
    """An agreement of the library."""

    agreement: str


Target = Do | Go | Open


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is called, where it stands, its keys; ``rank`` orders kinds of entries, the nearest first."""

    words: str
    where: str
    target: Target
    rank: int
    keys: str = ""


ACTION, SECTION, PART, ROW, AGREEMENT, TERM = range(6)


def key_of(target: Target) -> str:
    """The target as text, to be remembered."""
    match target:
        case Do(action):
            return f"do {action}"
        case Go(path):
            return f"go {paths.text_of(path)}"
        case Open(agreement):
            return f"open {agreement}"


def of_actions(actions: Iterable[tuple[str, str, str, str]]) -> Iterator[Entry]:
    """Actions given as id, text, menu and keys; marks of menus are taken out of the words."""
    for name, text, menu, keys in actions:
        yield Entry(_plain(text), _plain(menu), Do(name), ACTION, keys)


def of_agreements(rows: Iterable[LibraryRow]) -> Iterator[Entry]:
    """Lines of the library: customer and title, with the number beside them."""
    for row in rows:
        called = " · ".join(part for part in (row.customer, row.title) if part) or row.number or tr("Untitled")
        yield Entry(called, row.number or tr("Library"), Open(row.id), AGREEMENT)


def of_document(document: Agreement) -> Iterator[Entry]:
    """Every section, part, row and term, in the order of the agreement."""
    for name in SECTIONS:
        declared = field(Agreement, name)
        label = tr(declared.term.label)
        yield Entry(label, tr("Section"), Go((name,)), SECTION)
        yield from _below(document, getattr(document, name), (name,), declared, label, "")


def _below(document: Agreement, owner: Any, path: Path, declared: Field, where: str, called: str) -> Iterator[Entry]:
    for inner in fields(declared.type):
        here = (*path, inner.name)
        label = tr(inner.term.label)
        words = f"{called} › {label}" if called else label
        if inner.kind is Kind.GROUP:
            yield Entry(words, where, Go(here), PART)
            yield from _below(document, getattr(owner, inner.name), here, inner, where, words)
        elif inner.kind is Kind.ROWS:
            if not called:
                yield Entry(words, where, Go(here), PART)
            if any(one.shape is Shape.PATH and one.names for one in (column.term for column in fields(inner.type))):
                continue  # rows about other terms, such as who answered what: they would stand beside each of those
            for row in getattr(owner, inner.name):
                name = " ".join(row_name(document, row).split()) or f"({tr(inner.term.one)})"
                at = f"{called} › {name}" if called else name
                inside = where if where == label else f"{where} › {label}"
                yield Entry(at, inside, Go((*here, row.id)), ROW)
                yield from _below(document, row, (*here, row.id), inner, inside, at)
        elif inner.name != "note":
            yield Entry(words, where, Go(here), TERM)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
