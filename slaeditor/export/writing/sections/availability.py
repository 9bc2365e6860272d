"""The clause on availability and continuity."""

from __future__ import annotations

from slaeditor.export.blocks import Cell, Role, Run
from slaeditor.export.writing.sections import worked
from slaeditor.export.writing.tables import Composed, Look, cell, table
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.availability import AvailabilityPromise, Continuity
from slaeditor.model.paths import Path
from slaeditor.model.terms import field

_GROUPS = (
    ("Downtime", ("down_definition", "degraded", "partial_outage")),
    ("Measurement", ("measuring_point", "probe_interval", "probe_failures", "measured_by", "record")),
    ("Rounding and partial periods", ("digits", "rounding", "partial_period")),
)  # fmt: skip


def clause(writer: Writer) -> None:
    """Promises with the formula, downtime, measurement, continuity."""
    availability = writer.document.availability
    if availability.promises:
        path = ("availability", "promises")
        writer.sub("Availability", path)
        writer.plain(
            (Run("The Provider shall keep the services available for at least the following share of the base time."),)
        )
        look = Look(common=("period",), composed=(_base_time(writer),))
        writer.table(table(writer, path, availability.promises, caption="Availability", look=look))
        writer.plain(
            (Run("Availability is computed for each service and period as follows; excluded time leaves both sides:"),)
        )
        writer.plain((Run("(base time − excluded time − downtime) ÷ (base time − excluded time)"),), role=Role.FORMULA)
        if (allowed := worked.allowance(writer)) is not None:
            writer.plain(
                (Run("Each share allows the following downtime, as long as no time is excluded."),), role=Role.NOTE
            )
            writer.table(allowed)
    writer.groups(availability, ("availability",), _GROUPS)
    if availability.continuity:
        path = ("availability", "continuity")
        writer.sub("Continuity", path)
        writer.plain((Run("After a disaster the Provider shall recover the services within the following limits."),))
        look = Look(composed=(_backup(writer),))
        writer.table(table(writer, path, availability.continuity, caption="Continuity", look=look))


def _base_time(writer: Writer) -> Composed:
    """A promise that names no hours counts in the measurement hours of the agreement, and says so in its row."""

    def make(promise: AvailabilityPromise, path: Path) -> Cell:
        if promise.base:
            return Cell((writer.values.reference("calendars", promise.base, (*path, "base")),), promise.base)
        return general_base(writer)

    return Composed(label="Base time", takes=("base",), make=make)


def general_base(writer: Writer) -> Cell:
    """The hours in which a promise counts that names none."""
    general = writer.document.hours.measurement_hours
    if not general:
        return Cell(())
    return Cell((writer.values.reference("calendars", general, ("hours", "measurement_hours")),), general)


def _backup(writer: Writer) -> Composed:
    """How often, with “every” before it where it is a length."""
    declared = field(Continuity, "backup_interval")

    def make(row: Continuity, path: Path) -> Cell:
        length = row.backup_interval
        found = cell(writer.values, (*path, "backup_interval"), declared, length)
        return Cell((Run("every "), *found.runs), found.value) if length is not None and length.amount else found

    return Composed(label="Backup", takes=("backup_interval",), make=make)
