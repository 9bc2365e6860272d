"""The places that a term may name: those of a document, and those of any row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.paths import ANY, Path
from slaeditor.model.summary import fold
from slaeditor.model.terms import Kind, fields
from slaeditor.model.text import place_text

_ABOUT_ITSELF = ("kind", "playbook")


def offered(document: Agreement, *, any_row: bool) -> Iterator[str]:
    """Every place that may be named, as it is written: with ``any_row`` first the terms of any row, then each row and term there is.

    The playbook is left out, and so are internal terms. A large document has thousands.
    """
    if any_row:
        yield from (paths.text_of(path) for path in _anywhere())
    for path, _, _ in paths.walk(document):
        if path[0] in _ABOUT_ITSELF or paths.is_internal(path):
            continue
        if not any_row or paths.is_row(path[:-1]):  # a term of no row has been named above
            yield paths.text_of(path)
    for path, _, rows in paths.tables(document):
        if not any_row and path[0] not in _ABOUT_ITSELF and not paths.is_internal(path):
            yield from (paths.text_of((*path, row.id)) for row in rows)


@cache
def _anywhere() -> tuple[Path, ...]:
    return tuple(path for path in _below(Agreement, ()) if path[0] not in _ABOUT_ITSELF)


def _below(owner: type, above: Path) -> Iterator[Path]:
    for declared in fields(owner):
        path = (*above, declared.name)
        if declared.term.internal:
            continue
        match declared.kind:
            case Kind.GROUP:
                yield from _below(declared.type, path)
            case Kind.ROWS:
                yield from _below(declared.type, (*path, ANY))
            case _:
                yield path


def meant(document: Agreement, typed: str, *, any_row: bool) -> str | None:
    """The place that is written so, in its own writing or in the words of the document; None when there is none."""
    text = typed.strip()
    try:
        paths.field_at(paths.parse(text))
    except EditError:
        words = fold(text)
        return next(
            (one for one in offered(document, any_row=any_row) if fold(place_text(document, one)) == words), None
        )
    return text
