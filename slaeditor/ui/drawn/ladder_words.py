"""What a ladder says, in words: for its labels and for those who cannot see it."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.agreement.parties import Side
from slaeditor.model.ladder import Ladder, Lane, Rung
from slaeditor.model.quantities import Duration, Unit, plain
from slaeditor.ui.spoken import row_name_by_id
from slaeditor.ui.words import told, tr


def mark_name(time: str) -> str:
    """The time of a target by the name of its field."""
    return {"response": tr("Response"), "restore": tr("Restore"), "resolve": tr("Resolve")}[time]


def length(unit: Unit, at: Decimal) -> str:
    """A time on a lane: 0, 90 min, 4 h, 1.5 wd."""
    if not at:
        return "0"
    rounded = at.quantize(Decimal("0.01")) if unit is Unit.WORKING_DAYS else at.quantize(Decimal(1))
    if unit is Unit.WORKING_DAYS:
        return tr("{count} wd", count=plain(rounded))
    return told(Duration(int(rounded)).short())


def lane_name(document: Agreement, lane: Lane) -> str:
    """The clock of a lane."""
    if lane.calendar is None:
        return tr("elapsed time")
    return row_name_by_id(document, "calendars", lane.calendar)


def title(document: Agreement, step: Step, *, side: bool = True) -> str:
    """Who is called in; with the side, where it is not shown otherwise."""
    contact = row_name_by_id(document, "contacts", step.contact) if step.contact else ""
    who = step.role or contact or tr("(nobody yet)")
    if not side:
        return who
    return f"{who} ({tr('provider') if step.side is Side.PROVIDER else tr('customer')})"


def when(rung: Rung, lane: Lane | None) -> str:
    """When it comes and how: 30 min · Phone; 2 h = 50% of Restore · after breach."""
    step = rung.step
    parts = []
    if step.after is not None:
        parts.append(told(step.after.short()))
    elif step.percent is not None:
        share = tr(
            "{percent} of {target}", percent=step.percent, target=mark_name(step.base.value) if step.base else "?"
        )
        parts.append(f"{length(lane.unit, rung.at)} = {share}" if lane is not None and rung.at is not None else share)
    else:
        parts.append(tr("no time"))
    if step.after_breach:
        parts.append(tr("after breach"))
    if step.method:
        parts.append(step.method)
    return " · ".join(parts)


def summary(document: Agreement, shown: Ladder) -> list[str]:
    """The whole ladder as sentences."""
    said = []
    for lane in shown.lanes:
        said.append(tr("Counted in {clock}", clock=lane_name(document, lane)))
        said += [f"{mark_name(mark.time)}: {told(mark.limit.length())}" for mark in lane.marks]
        said += [f"{title(document, rung.step)}: {when(rung, lane)}" for rung in lane.rungs]
    said += [f"{title(document, rung.step)}: {when(rung, None)}" for rung in shown.untimed]
    return said
