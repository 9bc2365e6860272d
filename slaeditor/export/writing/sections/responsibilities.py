"""The clause on responsibilities."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.writer import Writer


def clause(writer: Writer) -> None:
    """Who does what, and what follows if it is not done."""
    responsibilities = writer.document.responsibilities
    if responsibilities.duties:
        path = ("responsibilities", "duties")
        writer.sub("Duties", path)
        writer.plain((Run("For each duty exactly one party is accountable."),))
        look = Look(detail=("targets",))
        writer.table(table(writer, path, responsibilities.duties, caption="Duties", look=look))
    writer.groups(responsibilities, ("responsibilities",), (("If a duty is not done", ("effect",)),))
