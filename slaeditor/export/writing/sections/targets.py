"""The clause on service level targets: how time is counted, the times themselves, and when the clock stops."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from slaeditor.export.blocks import Cell, Run
from slaeditor.export.writing.tables import Composed, Look, cell, table
from slaeditor.export.writing.values import Values
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.targets import Target
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import field

PATH: Path = ("targets", "items")
TIMES = ("response", "update", "workaround", "restore", "resolve")
HEADS = {
    "response": "First response",
    "update": "Status update every",
    "workaround": "Workaround",
    "restore": "Restore",
    "resolve": "Resolve",
}


def clause(writer: Writer) -> None:
    """Counting, targets, pauses, reopened reports."""
    targets = writer.document.targets
    if targets.items:
        writer.sub("Targets", PATH)
        writer.plain(
            (
                Run("The Provider shall take up, inform on, restore and resolve reports within the following times. "),
                Run(
                    "A time counts in the hours named beside it; a time beside which no hours are named is elapsed time."
                ),
            )
        )
        writer.table(
            table(writer, PATH, targets.items, caption="Service level targets", look=look(writer.values, targets.items))
        )
    names = ("start_event", "response_event", "stop_event", "auto_reply_counts")
    writer.groups(targets, ("targets",), (("Counting of the times", names),))
    if targets.pauses:
        path = ("targets", "pauses")
        writer.sub("Pauses of the clock", path)
        writer.plain((Run("The clock stops only for the following reasons and at most for the time stated."),))
        writer.table(table(writer, path, targets.pauses, caption="Pauses of the clock"))
    writer.groups(targets, ("targets",), (("Reopened reports", ("reopening",)),))


def general(target: Target, items: Sequence[Target]) -> str:
    """What the services of a row are called that names none: where its kind of work has rows for named ones, it is for the others."""
    return "All other services" if any(row.services and row.work is target.work for row in items) else "All services"


def look(values: Values, items: Sequence[Target]) -> Look:
    """Grouped by services and kind of work; a time names its hours, elapsed time goes without saying (the clause says so)."""
    times = tuple(
        Composed(label=HEADS[name], takes=(name,), make=_time(values, name))
        for name in TIMES
    )  # fmt: skip

    def services(row: Target, path: Path) -> Cell:
        place = (*path, "services")
        if not row.services:
            return Cell((Run(general(row, items)),), ())
        return Cell(values.references("services", row.services, place), row.services)

    def priority(row: Target, path: Path) -> Cell:
        return cell(values, (*path, "priority"), field(Target, "priority"), row.priority)

    return Look(
        composed=(
            Composed(label="Services", takes=("services",), make=services, group=True),
            Composed(label="Priority", takes=("priority",), make=priority),
            *times,
        ),
        group=("work",),
        keep=("priority", *TIMES, "compliance"),
        detail=("minimum_sample",),
        common=("period", "obligation", "minimum_sample"),
    )


def _time(values: Values, name: str) -> Callable[[Target, Path], Cell]:
    def make(row: Target, path: Path) -> Cell:
        value: Duration | None = getattr(row, name)
        if value is None:
            return Cell(())
        place = (*path, name)
        if value.calendar is None:
            return Cell((Run(value.length(), path=place),), value)
        return Cell(values.duration(place, value), value)

    return make
