"""Edits as values: the closed union of what can be done to a document, and ``apply``, the only way it is done."""

from __future__ import annotations

from typing import Any, assert_never

import msgspec

from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind, Row


class SetTerm(msgspec.Struct, frozen=True):
    """Give the term at ``path`` a value of its type."""

    path: Path
    value: Any


class InsertRow(msgspec.Struct, frozen=True):
    """Put ``row`` into the table at ``path`` as its row number ``index`` (0 first; more than there are: last)."""

    path: Path
    row: Row
    index: int = 1_000_000


class RemoveRow(msgspec.Struct, frozen=True):
    """Take away the row at ``path``."""

    path: Path


class MoveRow(msgspec.Struct, frozen=True):
    """Move the row at ``path`` so that it becomes row number ``index`` of its table."""

    path: Path
    index: int


class Several(msgspec.Struct, frozen=True):
    """Several edits that are one act for the person: undone together, under one name."""

    name: str
    edits: tuple[SetTerm | InsertRow | RemoveRow | MoveRow | Several, ...]


Edit = SetTerm | InsertRow | RemoveRow | MoveRow | Several


def apply(document: Agreement, edit: Edit) -> Agreement:
    """The document after the edit; the old one is untouched, and is returned itself when the edit changes nothing.

    Raises ``EditError`` when the place does not exist, a row id is taken, or the value is not of the term's type.
    """
    match edit:
        case SetTerm(path, value):
            if paths.find(document, path) == value:
                return document
            _check(path, value)
            return paths.replace(document, path, value)
        case InsertRow(path, row, index):
            table = _table(document, path)
            declared = paths.field_at(path)
            if not isinstance(row, declared.type):
                raise EditError(say("{place} holds rows of another type.", place=paths.text_of(path)))
            if not paths.ID_PATTERN.fullmatch(row.id) or any(other.id == row.id for other in table):
                raise EditError(
                    say(
                        "The id “{id}” cannot be used in {place}: it is malformed or taken.",
                        id=row.id,
                        place=paths.text_of(path),
                    )
                )
            place = max(0, min(index, len(table)))
            return paths.replace(document, path, (*table[:place], row, *table[place:]))
        case RemoveRow(path):
            table, position = _row(document, path)
            return paths.replace(document, path[:-1], table[:position] + table[position + 1 :])
        case MoveRow(path, index):
            table, position = _row(document, path)
            rest = table[:position] + table[position + 1 :]
            place = max(0, min(index, len(rest)))
            if place == position:
                return document
            return paths.replace(document, path[:-1], (*rest[:place], table[position], *rest[place:]))
        case Several(_, edits):
            for one in edits:
                document = apply(document, one)
            return document
        case _:
            assert_never(edit)


def _check(path: Path, value: Any) -> None:
    declared = paths.field_at(path)
    if paths.is_row(path) or declared.kind is Kind.GROUP:
        raise EditError(say("{place} is no single term.", place=paths.text_of(path)))
    if value is None and declared.optional:
        return
    if declared.kind is Kind.ROWS:
        if not isinstance(value, tuple) or not all(isinstance(row, declared.type) for row in value):
            raise EditError(say("{place} holds rows of another type.", place=paths.text_of(path)))
        if len({row.id for row in value}) != len(value):
            raise EditError(say("Two rows for {place} have the same id.", place=paths.text_of(path)))
        return
    if declared.kind in (Kind.TEXTS, Kind.CHOICES, Kind.REFERENCES):
        fits = isinstance(value, tuple) and all(isinstance(item, declared.type) for item in value)
    else:
        fits = isinstance(value, declared.type) and not (declared.type is int and isinstance(value, bool))
    if not fits:
        raise EditError(say("{place} cannot hold {value!r}.", place=paths.text_of(path), value=value))


def _table(document: Agreement, path: Path) -> tuple[Row, ...]:
    table = paths.find(document, path)
    if paths.is_row(path) or paths.field_at(path).kind is not Kind.ROWS:
        raise EditError(say("{place} is no table.", place=paths.text_of(path)))
    found: tuple[Row, ...] = table
    return found


def _row(document: Agreement, path: Path) -> tuple[tuple[Row, ...], int]:
    paths.find(document, path)
    table = _table(document, path[:-1])
    return table, [row.id for row in table].index(path[-1])


def merge(first: Edit, then: Edit) -> Edit | None:
    """The one edit that does both, when both are steps of the same typing or dragging; None when they are acts of their own."""
    match first, then:
        case (SetTerm(path, _), SetTerm(same, value)) if path == same:
            return SetTerm(path, value)
        case (MoveRow(path, _), MoveRow(same, index)) if path == same:
            return MoveRow(path, index)
        case (Several(name, _), Several(same, _)) if name and name == same:
            return _set_again(name, _flat(first), _flat(then))
        case _:
            return None


def _flat(edit: Edit) -> tuple[SetTerm | InsertRow | RemoveRow | MoveRow, ...]:
    if isinstance(edit, Several):
        return tuple(leaf for one in edit.edits for leaf in _flat(one))
    return (edit,)


def _set_again(
    name: str, first: tuple[SetTerm | InsertRow | RemoveRow | MoveRow, ...], then: tuple[Edit, ...]
) -> Several | None:
    """The first act with the values of the second; None unless the second only sets terms that the first has set."""
    before = [edit.path for edit in first if isinstance(edit, SetTerm)]
    values: dict[Path, Any] = {}
    for edit in then:
        if not isinstance(edit, SetTerm) or before.count(edit.path) != 1:
            return None
        values[edit.path] = edit.value
    return Several(
        name,
        tuple(
            SetTerm(edit.path, values[edit.path]) if isinstance(edit, SetTerm) and edit.path in values else edit
            for edit in first
        ),
    )


def name_of(document: Agreement, edit: Edit) -> str:
    """What the edit does, for “Undo …”: ``document`` is the one that it is applied to."""
    match edit:
        case SetTerm(path, _):
            return say("change of {place}", place=_short(document, path))
        case InsertRow(path, row, _):
            one, name = paths.field_at(path).term.one, text.row_name(document, row, ids=False)
            return say("new {one} {name}", one=one, name=name) if name else say("new {one}", one=one)
        case RemoveRow(path):
            return say("removal of {place}", place=_short(document, path))
        case MoveRow(path, _):
            return say("move of {place}", place=_short(document, path))
        case Several(name, _):
            return name
        case _:
            assert_never(edit)


def _short(document: Agreement, path: Path) -> str:
    words = text.place(document, path, ids=False)
    return joined(" › ", words[-2:] if len(words) > 2 else words[-1:])
