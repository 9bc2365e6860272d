"""Tables on levels of metrics, whose unit is the metric's: a level in percent is a percent in the workbook, too."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from slaeditor.export.blocks import Cell, Column, Table
from slaeditor.export.writing.sections import metrics, remedies
from slaeditor.export.writing.values import SHEET
from slaeditor.export.writing.writer import Writer
from slaeditor.export.xlsx.gather import Part, changed, nested, plain, said, with_column
from slaeditor.model.agreement.remedies import CreditSchedule, Threshold
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.quantities import Number, Percent


def metric_table(writer: Writer) -> Table | None:
    """The metric sheet, derived and own metrics."""
    for table in said(writer, metrics.sheet):
        if table.path == SHEET:
            return _in_own_unit(table)
    return None


def _in_own_unit(table: Table) -> Table:
    names = [column.name for column in table.columns]
    if "unit" not in names:
        return table
    units = names.index("unit")
    for name in ("minimum", "target"):
        table = changed(table, name, lambda row, cell: _in_unit(cell, row.cells[units].text))
    return table


def bands(writer: Writer) -> Table | None:
    """The credit schedules, a line for each band: the band in words, its threshold and its credit."""
    schedules = writer.document.remedies.schedules
    table = nested(
        writer.values, remedies.PATH, "Service credits", schedules,
        Part(CreditSchedule), "thresholds", Part(Threshold), bare=True,
    )  # fmt: skip
    if table is None:
        return None
    units = _units(writer)
    judged = {schedule.id: _unit(units, schedule.metrics) for schedule in schedules}
    table = changed(table, "below", lambda row, cell: _in_unit(cell, judged[row.path[2]]))
    words = {
        row.path: row.cells[[column.name for column in said_table.columns].index("below")].runs
        for said_table in said(writer, remedies.clause)
        if said_table.path == remedies.PATH
        for row in said_table.rows
    }
    results = [Cell(words.get(row.path, ())) for row in table.rows]
    return with_column(table, Column(label="Result", name="result"), results, before="below")


def rewards(writer: Writer) -> Table | None:
    """Results that earn back earlier credits."""
    rows = writer.document.remedies.rewards
    table = plain(writer.values, ("remedies", "rewards"), "Earn-back", rows)
    if table is None:
        return None
    units = _units(writer)
    judged = {reward.id: _unit(units, reward.metrics) for reward in rows}
    return changed(table, "at_least", lambda row, cell: _in_unit(cell, judged[row.path[2]]))


def _units(writer: Writer) -> dict[str, str]:
    return {metric.id: metric.unit for metric in metric_sheet(writer.document)}


def _unit(units: dict[str, str], judged: Iterable[str]) -> str:
    """The one unit of the metrics, empty when they have several."""
    found = {units.get(metric, "") for metric in judged}
    return found.pop() if len(found) == 1 else ""


def _in_unit(cell: Cell, unit: str) -> Cell:
    if unit == "%" and isinstance(cell.value, Number):
        return msgspec.structs.replace(cell, value=Percent(cell.value.value))
    return cell
