"""Clause text beside the library that it was taken from, and the references in it as wholes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.agreement.legal import Clause
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.model.sentence import joined
from slaeditor.model.tables import COLLECTIONS
from slaeditor.model.terms import Kind, is_empty
from slaeditor.model.text import place, row_name, value_text


class Referred(msgspec.Struct, frozen=True):
    """What a reference in clause text stands for.

    ``words`` are the live value, the name of the section or the heading of the clause, empty where the term is not stated;
    ``where`` says in words where that stands; ``target`` is its place, empty when the reference leads nowhere.
    ``cited`` tells a section or clause, of which the text says the number, from a term, of which it says the value.
    """

    words: str = ""
    where: str = ""
    target: Path = ()
    cited: bool = False


class Reference(msgspec.Struct, frozen=True):
    """A reference as it stands in clause text: ``{value:review.interval_months}``."""

    source: str


def pieces(text: str) -> Iterator[str | Reference]:
    """The text cut into its references and what stands between them; joined again they are the text."""
    end = 0
    for found in REFERENCE_IN_TEXT.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield Reference(found[0])
        end = found.end()
    if end < len(text):
        yield text[end:]


def referred(document: Agreement, reference: Reference) -> Referred:
    """What the reference stands for in the document as it is."""
    found = REFERENCE_IN_TEXT.fullmatch(reference.source)
    what, where = (found[1], found[2]) if found else ("", "")
    if what == "section":
        return _cited(document, (where,)) if where in SECTIONS else Referred()
    if what == "clause":
        known = any(clause.id == where for clause in document.legal.clauses)
        return _cited(document, (*COLLECTIONS["clauses"], where)) if known else Referred()
    try:
        target = paths.parse(where)
        declared, value = paths.field_at(target), paths.find(document, target)
    except EditError:
        return Referred()
    said = "" if paths.is_internal(target) else row_name(document, value) if paths.is_row(target) else None
    words = value_text(document, declared, value) if said is None else said
    return Referred(words, joined(" › ", place(document, target)), target)


def _cited(document: Agreement, target: Path) -> Referred:
    along = place(document, target)
    return Referred(along[-1], joined(" › ", along), target, cited=True)


def candidates(document: Agreement) -> Iterator[tuple[str, Reference]]:
    """Everything that clause text may refer to: words and the reference, sections and clauses first; a large document has thousands."""
    yield from ((place(document, (name,))[0], Reference(f"{{section:{name}}}")) for name in SECTIONS)
    for clause in document.legal.clauses:
        yield row_name(document, clause), Reference(f"{{clause:{clause.id}}}")
    for path, declared, value in paths.walk(document):
        if declared.kind is Kind.FLAG or is_empty(value) or paths.is_internal(path) or path[0] in ("legal", "needs"):
            continue
        words = " › ".join(place(document, path))
        said = value_text(document, declared, value)
        yield f"{words}: {said}"[:160], Reference(f"{{value:{paths.text_of(path)}}}")


def library_text(document: Agreement, path: Path) -> str | None:
    """What the library says where the text at ``path`` was changed since it was taken from there; None where it was not."""
    if path[-1:] != ("text",):
        return None
    try:
        clause = paths.find(document, path[:-1])
    except EditError:
        return None
    if not isinstance(clause, Clause) or not clause.library_text or clause.library_text == clause.text:
        return None
    return clause.library_text
