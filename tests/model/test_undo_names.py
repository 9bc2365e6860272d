"""Every act has a name for “Undo …” in people's words: what was changed, never a path or an id."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, InsertRow, MoveRow, RemoveRow, SetTerm, apply, name_of
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, Row, fields
from tests.filled import filled_document, one_leaf_of_each, other_value

CODE = re.compile(r"[a-z]+_[a-z]+|\[|\]|\{|\}|/[a-z]+/|\bNone\b|<|>")
"""What a person never writes: names of fields, brackets of paths, and the like."""

VERBS = ("change of ", "new ", "removal of ", "move of ")


def tables(document: Agreement, owner: object, here: Path = ()) -> Iterator[tuple[Path, Field, tuple[Row, ...]]]:
    """Every table of the document, those within rows, too."""
    for declared in fields(type(owner)):
        value = getattr(owner, declared.name)
        place = (*here, declared.name)
        if declared.kind is Kind.GROUP:
            yield from tables(document, value, place)
        elif declared.kind is Kind.ROWS:
            yield place, declared, value
            for row in value:
                yield from tables(document, row, (*place, row.id))


def edits(document: Agreement) -> Iterator[Edit]:
    """One edit of every kind for every term and every table."""
    for path, declared, value in one_leaf_of_each(document):
        yield SetTerm(path, other_value(declared, value))
    for path, declared, rows in tables(document, document):
        yield InsertRow(path, declared.type(id="brand-new-row-77"))
        for row in rows[:1]:
            yield InsertRow(path, msgspec.structs.replace(row, id="brand-new-row-78"))
            yield RemoveRow((*path, row.id))
            yield MoveRow((*path, row.id), len(rows) - 1)


def ids(document: Agreement) -> set[str]:
    """Every id of a row, such as nobody would write."""
    found = {row.id for _, _, rows in tables(document, document) for row in rows}
    return {one for one in found if re.search(r"[-_\d]", one)} | {"brand-new-row-77", "brand-new-row-78"}


def without_names(document: Agreement) -> Agreement:
    """The same document with rows that nobody has named yet."""
    for path, declared, value in list(paths.walk(document)):
        in_a_row = any(paths.is_row(path[:end]) for end in range(len(path)))
        if declared.term.names and declared.kind is Kind.TEXT and in_a_row and isinstance(value, str):
            document = apply(document, SetTerm(path, ""))
    return document


def in_part(document: Agreement) -> Agreement:
    """The same document with references that lead nowhere."""
    gone = msgspec.structs.replace
    return gone(document, services=gone(document.services, items=()), priorities=gone(document.priorities, levels=()))


DOCUMENTS = {
    "filled": filled_document(),
    "without names": without_names(filled_document()),
    "references that lead nowhere": in_part(filled_document()),
    "sample": shipped.sample(),
}


@pytest.mark.parametrize("which", DOCUMENTS)
def test_no_name_of_an_act_holds_a_path_or_an_id(which: str) -> None:
    document = DOCUMENTS[which]
    unsaid = ids(document) | ids(filled_document())
    counted = 0
    for edit in edits(document):
        name = str(name_of(document, edit))
        counted += 1
        assert name.startswith(VERBS), name
        assert not CODE.search(name), (name, edit)
        assert [one for one in unsaid if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", name)] == [], (name, edit)
    assert counted > 400


def test_the_name_says_what_and_where() -> None:
    document = shipped.sample()
    service = document.services.items[0]
    fee = ("services", "items", service.id, "monthly_fee")
    assert name_of(document, SetTerm(fee, None)) == f"change of {service.name} › Monthly fee"
    nameless = apply(document, SetTerm(("services", "items", service.id, "name"), ""))
    target = document.targets.items[0]
    path = ("targets", "items", target.id, "restore")
    assert "missing" not in str(name_of(nameless, SetTerm(path, None)))
