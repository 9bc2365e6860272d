"""The clause on channels and support tiers."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.writer import Writer


def clause(writer: Writer) -> None:
    """How reports reach support, what happens outside the hours, who works on them."""
    channels = writer.document.channels
    if channels.items:
        path = ("channels", "items")
        writer.sub("Channels", path)
        writer.plain((Run("The Customer reports incidents and requests by the following channels."),))
        look = Look(
            first=("name", "kind", "address", "hours", "starts_clock"),
            detail=("services", "languages", "priorities", "fallback"),
        )
        writer.table(table(writer, path, channels.items, caption="Channels", look=look))
    writer.groups(channels, ("channels",), (("Reports outside the hours", ("outside_hours",)),))
    if channels.tiers:
        path = ("channels", "tiers")
        writer.sub("Support tiers", path)
        writer.table(table(writer, path, channels.tiers, caption="Support tiers"))
