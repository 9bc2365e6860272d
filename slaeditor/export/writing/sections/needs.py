"""The annex with the needs analysis: what the customer said, who said it, and which terms answer it."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import record, table
from slaeditor.export.writing.values import Runs, sentence
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.terms import Kind

_GROUPS = (
    ("The Customer's business", ("industry", "priorities", "users", "site_count", "tickets_month", "languages", "urgent_channel")),
    ("Regulation", ("critical_infrastructure", "regulation")),
    ("Satisfaction today", ("satisfaction", "satisfaction_remark")),
)  # fmt: skip


def annex(writer: Writer) -> None:
    """General answers, then those on each service, processes, dates, sources, and the links to terms."""
    needs, path = writer.document.needs, ("needs",)
    writer.plain(
        (
            Run(
                "This annex records what the Customer said when this Agreement was prepared. "
                "It explains the terms and creates no obligation of its own."
            ),
        )
    )
    writer.groups(needs, path, _GROUPS)
    zone = writer.document.identity.provider_zone
    times = [_timed(writer.sentence(*part), zone) for part in unempty(needs, path, ("workday_start", "workday_end"))]
    if times:
        writer.sub("Working day", (*path, "workday_start"))
        writer.say(times)
    if needs.services:
        place = (*path, "services")
        writer.sub("Needs by service", place)
        for need in needs.services:
            here = (*place, need.id)
            name = writer.values.name("services", need.service) if need.service else "Service not named"
            writer.row_heading(name, here, (*here, "service"))
            writer.table(record(writer, need, here, leave=("service",)))
    for _, declared, rows in unempty(needs, path):
        if declared.kind is Kind.ROWS and declared.name != "services":
            place = (*path, declared.name)
            writer.sub(declared.term.label, place)
            writer.table(table(writer, place, rows, caption=declared.term.label))


def _timed(runs: Runs, zone: str) -> Runs:
    """A time of day names its zone."""
    if not zone or not runs[-1].text.endswith("."):
        return runs
    return sentence("{} (" + zone + ").", (*runs[:-1], Run(runs[-1].text.removesuffix("."))))
