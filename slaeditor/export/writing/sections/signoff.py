"""The clause on approval and signature."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import table
from slaeditor.export.writing.writer import Writer
from slaeditor.model.paths import Path

PATH: Path = ("signoff",)


def clause(writer: Writer) -> None:
    """How the agreement is signed, and whose approval a revision needs."""
    signoff = writer.document.signoff
    writer.groups(signoff, PATH, (("Signature", ("form", "counterparts", "place")),))
    if signoff.approvers:
        path = (*PATH, "approvers")
        writer.sub("Approvals", path)
        writer.plain((Run("A revision of this Agreement is issued for signature only after the following approvals."),))
        writer.table(table(writer, path, signoff.approvers, caption="Approvals"))
