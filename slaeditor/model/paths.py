"""Places in a document: paths of field names and row ids, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.sentence import say
from slaeditor.model.terms import Field, Kind, Row, field, fields

Path = tuple[str, ...]
"""``("services", "items", "pacs", "monthly_fee")``: after the name of a table comes the id of a row."""

ANY = "*"
"""Stands for the id of any row, in limits."""

ID_PATTERN = re.compile(r"[A-Za-z0-9_.:-]+")


@lru_cache(maxsize=20_000)
def text_of(path: Path) -> str:
    """The path as it is written in JSON, on the command line and in links: ``services.items[pacs].monthly_fee``."""
    return "".join(
        part if not number else f"[{part}]" if is_id else f".{part}"
        for number, (part, is_id) in enumerate(_marked(path))
    )


def _marked(path: Path) -> Iterator[tuple[str, bool]]:
    owner: Any = Agreement
    expect_id = False
    for part in path:
        yield part, expect_id
        if expect_id:
            expect_id = False
            continue
        try:
            declared = field(owner, part)
        except KeyError as error:
            raise EditError(say("There is no term at {place}.", place=text_of_known(path))) from error
        if declared.kind in (Kind.ROWS, Kind.GROUP):
            owner = declared.type
            expect_id = declared.kind is Kind.ROWS


def parse(text: str) -> Path:
    """The path that ``text`` writes; ``EditError`` when it cannot be one. Whether something stands there is not looked up."""
    parts = re.fullmatch(r"([a-z_]+)((?:\.[a-z_]+|\[[A-Za-z0-9_.:*-]+\])*)", text.strip())
    if not parts:
        raise EditError(say("“{text}” is not the place of a term.", text=text))
    return (parts[1], *(first or second for first, second in re.findall(r"\.([a-z_]+)|\[([^\]]+)\]", parts[2])))


def find(document: Agreement, path: Path) -> Any:
    """The value at ``path``; ``EditError`` when there is no such field or row."""
    value: Any = document
    for part in path:
        if isinstance(value, tuple):
            value = next((row for row in value if isinstance(row, Row) and row.id == part), None)
            if value is None:
                raise EditError(say("There is no row “{part}” at {place}.", part=part, place=text_of_known(path)))
        elif isinstance(value, msgspec.Struct) and part in value.__struct_fields__:
            value = getattr(value, part)
        else:
            raise EditError(say("There is no term “{part}” at {place}.", part=part, place=text_of_known(path)))
    return value


def exists(document: Agreement, path: Path) -> bool:
    """Whether something stands at ``path``."""
    try:
        find(document, path)
    except EditError:
        return False
    return True


def text_of_known(path: Path) -> str:
    """The path for a message, even if it names nothing."""
    return ".".join(path)


def replace(document: Agreement, path: Path, value: Any) -> Agreement:
    """The document with ``value`` at ``path``; everything beside the path is shared with the old one."""
    changed: Agreement = _replace(document, path, path, value)
    return changed


def _replace(owner: Any, rest: Path, path: Path, value: Any) -> Any:
    if not rest:
        return value
    head, tail = rest[0], rest[1:]
    if isinstance(owner, tuple):
        for number, row in enumerate(owner):
            if isinstance(row, Row) and row.id == head:
                return (*owner[:number], _replace(row, tail, path, value), *owner[number + 1 :])
        raise EditError(say("There is no row “{head}” at {place}.", head=head, place=text_of_known(path)))
    if isinstance(owner, msgspec.Struct) and head in owner.__struct_fields__:
        return msgspec.structs.replace(owner, **{head: _replace(getattr(owner, head), tail, path, value)})
    raise EditError(say("There is no term “{head}” at {place}.", head=head, place=text_of_known(path)))


def field_at(path: Path) -> Field:
    """The declaration of the field that ``path`` ends in, or of the table whose row it names; ``EditError`` if there is none."""
    found = _fields_along(tuple(path))
    if found is None:
        raise EditError(say("There is no term at {place}.", place=text_of_known(path)))
    return found


@cache
def _fields_along(path: Path) -> Field | None:
    owner: Any = Agreement
    declared: Field | None = None
    expect_id = False
    for part in path:
        if expect_id:
            expect_id = False
            continue
        if owner is None:
            return None
        try:
            declared = field(owner, part)
        except KeyError:
            return None
        owner = declared.type if declared.kind in (Kind.ROWS, Kind.GROUP) else None
        expect_id = declared.kind is Kind.ROWS
    return declared


def is_row(path: Path) -> bool:
    """Whether the path names a row of a table rather than a field."""
    return bool(path) and list(_marked(path))[-1][1]


def is_internal(path: Path) -> bool:
    """Whether the term at ``path``, or anything above it, is declared internal."""
    return any(
        declared.term.internal
        for end in range(1, len(path) + 1)
        if (declared := _fields_along(tuple(path[:end]))) is not None
    )


def walk(document: Agreement) -> Iterator[tuple[Path, Field, Any]]:
    """Every term of the document, empty or not, with its path and declaration, in the order of the sections."""
    for declared in fields(Agreement):
        yield from walk_below(getattr(document, declared.name), (declared.name,), declared)


def walk_below(value: Any, path: Path, declared: Field) -> Iterator[tuple[Path, Field, Any]]:
    """Every term at or below one field's value."""
    if declared.kind is Kind.GROUP:
        for inner in fields(declared.type):
            yield from walk_below(getattr(value, inner.name), (*path, inner.name), inner)
    elif declared.kind is Kind.ROWS:
        for row in value:
            yield from walk_row(row, (*path, row.id))
    else:
        yield path, declared, value


def walk_row(row: Row, path: Path) -> Iterator[tuple[Path, Field, Any]]:
    """Every term of one row, ``path`` being the row's."""
    for inner in fields(type(row)):
        yield from walk_below(getattr(row, inner.name), (*path, inner.name), inner)


def tables(document: Agreement) -> Iterator[tuple[Path, Field, tuple[Row, ...]]]:
    """Every table of the document, nested ones too, with its path."""

    def below(owner: Any, path: Path) -> Iterator[tuple[Path, Field, tuple[Row, ...]]]:
        for inner in fields(type(owner)):
            value = getattr(owner, inner.name)
            if inner.kind is Kind.GROUP:
                yield from below(value, (*path, inner.name))
            elif inner.kind is Kind.ROWS:
                yield (*path, inner.name), inner, value
                for row in value:
                    yield from below(row, (*path, inner.name, row.id))

    yield from below(document, ())
