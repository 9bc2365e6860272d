"""Taking single changes back: what differs from another document is given the value, row or place that it has there."""

from __future__ import annotations

from collections.abc import Iterable

from slaeditor.model import paths, prune, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, InsertRow, MoveRow, SetTerm, Several, apply
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.sentence import counted


def taking_back(base: Agreement, document: Agreement, path: Path) -> Edit | None:
    """The edit to ``document`` that makes the term, or the row's being there and its place, at ``path`` as in ``base``.

    None where nothing differs, where what stood around it is gone, or where a reference would lead nowhere afterwards. A row
    that ``base`` does not have goes with all that names only it.
    """
    try:
        edit = _edit(base, document, path)
    except EditError:
        return None
    if edit is None:
        return None
    after = apply(document, edit)
    if after == document or set(references.dangling(after)) - set(references.dangling(document)):
        return None
    return edit


def all_taken_back(base: Agreement, document: Agreement, at: Iterable[Path]) -> Edit | None:
    """The same for several places, as one act; places that cannot be taken back are left as they are."""
    edits: list[Edit] = []
    for path in at:
        edit = taking_back(base, document, path)
        if edit is not None:
            edits.append(edit)
            document = apply(document, edit)
    if len(edits) < 2:
        return edits[0] if edits else None
    return Several(counted("taking back of {count} change", "taking back of {count} changes", len(edits)), tuple(edits))


def _edit(base: Agreement, document: Agreement, path: Path) -> Edit | None:
    there, here = paths.exists(base, path), paths.exists(document, path)
    if not paths.is_row(path):
        return SetTerm(path, paths.find(base, path)) if there and here else None
    if here and not there:
        return prune.removal(document, path)
    if not there:
        return None
    place = _place(base, document, path)
    return MoveRow(path, place) if here else InsertRow(path[:-1], paths.find(base, path), place)


def _place(base: Agreement, document: Agreement, path: Path) -> int:
    """After the nearest of its former neighbours above it, or first."""
    before = [row.id for row in paths.find(base, path[:-1])]
    others = [row.id for row in paths.find(document, path[:-1]) if row.id != path[-1]]
    for neighbour in reversed(before[: before.index(path[-1])]):
        if neighbour in others:
            return others.index(neighbour) + 1
    return 0
