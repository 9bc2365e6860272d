"""The clause on escalation: a ladder of steps for each path."""

from __future__ import annotations

from slaeditor.export.blocks import Cell, Run
from slaeditor.export.writing.tables import Composed, Look, table
from slaeditor.export.writing.values import Values
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.agreement.escalation import Path as Ladder
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path

PATH: Path = ("escalation", "paths")


def clause(writer: Writer) -> None:
    """The paths with their steps, then complaints."""
    escalation = writer.document.escalation
    for ladder in escalation.paths:
        path = (*PATH, ladder.id)
        writer.sub(ladder.name or "Escalation path", path, (*path, "name"))
        writer.plain(_reach(writer, ladder, path))
        if ladder.steps:
            look = Look(composed=(_when(writer.values),))
            caption = f"Steps of “{ladder.name}”" if ladder.name else "Steps"
            writer.table(table(writer, (*path, "steps"), ladder.steps, caption=caption, look=look))
    writer.groups(escalation, ("escalation",), (("Complaints", ("complaint",)),))


def _reach(writer: Writer, ladder: Ladder, path: Path) -> tuple[Run, ...]:
    """A hierarchical escalation for priorities P1 and P2 of all services."""
    known = {
        declared.name: writer.values.of(place, declared, value)
        for place, declared, value in unempty(ladder, path)
        if declared.name != "steps"
    }
    kind = known["kind"]
    runs: list[Run] = [Run("This is a "), *kind, Run(" escalation")]
    runs += [Run(" for reports of priority "), *known["priorities"]] if "priorities" in known else []
    runs += [Run(" on "), *known["services"]] if "services" in known else [Run(" on all services")]
    return (*runs, Run("."))


def _when(values: Values) -> Composed:
    def make(row: Step, path: Path) -> Cell:
        runs: list[Run] = []
        if row.after is not None:
            runs += values.duration((*path, "after"), row.after)
        if row.percent is not None:
            runs += [Run(" or at ") if runs else Run("at "), Run(str(row.percent), path=(*path, "percent"))]
        if row.base is not None:
            runs += [Run(" of the "), Run(choice_label(row.base), path=(*path, "base")), Run(" target")]
        words = ", after the breach" if row.after_breach else ""
        runs.append(Run(words if runs else words.removeprefix(", "), path=(*path, "after_breach")))
        value = row.after if row.percent is None else row.percent if row.after is None else None
        return Cell(tuple(runs), value)

    return Composed(label="When", takes=("after", "percent", "base", "after_breach"), make=make)
