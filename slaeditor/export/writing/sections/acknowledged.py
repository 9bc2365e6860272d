"""The annex with the findings of the checks that were acknowledged, from the context of the export."""

from __future__ import annotations

from slaeditor.export.blocks import Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.writer import Writer
from slaeditor.model import text
from slaeditor.model.paths import Path

PATH: Path = ("#", "acknowledged")


def annex(writer: Writer) -> None:
    """A row for each finding, with the reason why it stands."""
    columns = (
        Column(label="Rule", name="rule", width=9),
        Column(label="Finding", name="finding", width=36),
        Column(label="Term", name="place", width=20),
        Column(label="Why it stands", name="reason", width=24),
        Column(label="By", name="by", width=14),
        Column(label="On", name="on", width=12),
        Column(label="Proof", name="proof", width=40, detail=True),
    )
    rows = tuple(
        TableRow(
            (*PATH, str(number)),
            (
                Cell((Run(one.rule),), one.rule),
                Cell((Run(one.finding),), one.finding),
                Cell((Run(one.place),), one.place),
                Cell((Run(one.reason),), one.reason),
                Cell((Run(one.by or "–"),)),
                Cell((Run(text.date_text(one.on)),), one.on) if one.on is not None else Cell((Run("–"),)),
                Cell((Run(one.proof),), one.proof),
            ),
        )
        for number, one in enumerate(writer.context.acknowledged, start=1)
    )
    writer.table(Table(path=PATH, caption="Acknowledged findings", columns=columns, rows=rows))
