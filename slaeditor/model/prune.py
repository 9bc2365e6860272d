"""Taking a row away together with what would then name nothing: references to it, and rows that were only about it."""

from __future__ import annotations

from slaeditor.model import paths, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, RemoveRow, SetTerm, Several, apply, name_of
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind, Shape


def removal(document: Agreement, path: Path) -> Several:
    """The edit that removes the row at ``path`` and mends every reference that it would leave dangling.

    Raises ``EditError`` when there is no such row. How references are mended: see ``mending``.
    """
    gone = RemoveRow(path)
    return Several(name_of(document, gone), (gone, *mending(document, apply(document, gone))))


def mending(before: Agreement, after: Agreement) -> tuple[Edit, ...]:
    """The edits to ``after`` that mend the references that dangle there and did not in ``before``.

    A list of references loses the one that is gone; a row whose list would become empty, or that is called by the
    reference, goes too, because an empty list often means "all". Durations that name a removed calendar and text that
    refers to a removed term stay as they are: only a person can say what they should be.
    """
    dangling_before = set(references.dangling(before))
    edits: list[Edit] = []
    while True:
        known = len(edits)
        for place, missing in [found for found in references.dangling(after) if found not in dangling_before]:
            mended = _mend(after, place, missing) if paths.exists(after, place) else None
            if mended is not None:
                edits.append(mended)
                after = apply(after, mended)
        if len(edits) == known:  # a row that went may have been named by others, so until nothing is left to mend
            return tuple(edits)


def _mend(document: Agreement, path: Path, missing: str) -> Edit | None:
    declared = paths.field_at(path)
    row = path[:-1]
    match declared.kind:
        case Kind.REFERENCES:
            kept = tuple(identifier for identifier in paths.find(document, path) if identifier != missing)
            return SetTerm(path, kept) if kept or not paths.is_row(row) else RemoveRow(row)
        case Kind.REFERENCE:
            return RemoveRow(row) if declared.term.names and paths.is_row(row) else SetTerm(path, None)
        case Kind.TEXT if declared.term.shape is Shape.PATH and paths.is_row(row):
            return RemoveRow(row)
        case _:
            return None
