"""The annex with the change history, from the context of the export."""

from __future__ import annotations

from slaeditor.export.blocks import Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.writer import Writer
from slaeditor.model import text
from slaeditor.model.paths import Path

PATH: Path = ("#", "history")


def annex(writer: Writer) -> None:
    """A row for each revision."""
    columns = (
        Column(label="Revision", name="label", width=8),
        Column(label="Date", name="on", width=16),
        Column(label="Author", name="author", width=16),
        Column(label="Reason", name="reason", width=40),
        Column(label="Approvals", name="approvals", width=20),
    )
    rows = tuple(
        TableRow(
            (*PATH, revision.label),
            (
                Cell((Run(revision.label),), revision.label),
                Cell((Run(text.date_text(revision.on)),), revision.on),
                Cell((Run(revision.author),), revision.author),
                Cell((Run(revision.reason),), revision.reason),
                Cell((Run("\n".join(revision.approvals) or "–"),)),
            ),
        )
        for revision in writer.context.history
    )
    writer.table(Table(path=PATH, caption="Change history", columns=columns, rows=rows))
