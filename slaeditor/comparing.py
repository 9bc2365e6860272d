"""How a change between two documents is told on the command line."""

from __future__ import annotations

from typing import Any

from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_builtins
from slaeditor.model.compare import Added, Change, Direction, Moved, Removed


def plain(change: Change) -> dict[str, Any]:
    """A change as JSON: path, kind, old and new as they stand in the document, direction for the customer."""
    old: Any
    new: Any
    match change:
        case Added(row=row):
            old, new = None, row
        case Removed(row=row):
            old, new = row, None
        case _:
            old, new = change.old, change.new
    return {
        "path": paths.text_of(change.path),
        "kind": type(change).__name__.lower(),
        "old": to_builtins(old),
        "new": to_builtins(new),
        "direction": change.direction.value,
    }


def words(old: Agreement, new: Agreement, change: Change) -> str:
    """A change as a line: place, what was and what is, and for whom it is better."""
    side = old if isinstance(change, Removed) else new
    place = " › ".join(text.place(side, change.path))
    match change:
        case Added():
            what = "added"
        case Removed():
            what = "removed"
        case Moved(old=before, new=after):
            what = f"moved from {before + 1} to {after + 1}"
        case _:
            declared = paths.field_at(change.path)
            before_text, after_text = (
                text.value_text(document, declared, value) or "(empty)"
                for document, value in ((old, change.old), (new, change.new))
            )
            what = f"{before_text} → {after_text}"
    mark = "" if change.direction is Direction.NEUTRAL else f" ({change.direction.value} for the customer)"
    return f"{place}: {what}{mark}"
