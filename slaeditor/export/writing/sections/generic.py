"""The layout of a section that has none of its own: its sentences, then its tables."""

from __future__ import annotations

from typing import Any

from slaeditor.export.writing.tables import written
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind


def section(writer: Writer, owner: Any, path: Path) -> None:
    """Everything that the section says."""
    said = writer.sentences(owner, path)
    if said:
        writer.sub("General terms", path)
        writer.say(said)
    for place, declared, value in unempty(owner, path):
        if declared.kind is Kind.ROWS:
            writer.sub(declared.term.label, place)
            written(writer, place, declared, value)
