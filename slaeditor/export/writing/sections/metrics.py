"""The clause on metrics and satisfaction, and the annex with the metric sheet."""

from __future__ import annotations

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.tables import cell, record
from slaeditor.export.writing.values import SHEET
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.metric_sheet import TIMES, metric_sheet
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, field, is_empty

_SHOWN = ("code", "name", "minimum", "target", "unit", "period")
_FAMILY = Column(label="Family", name="family", width=18, group=True)
_FAMILIES = {
    "availability": "Availability",
    "times": "Response, restore and resolution",
    "satisfaction": "Satisfaction",
}
_COMMON = (
    "definition",
    "formula",
    "coverage_hours",
    "measurement_hours",
    "measuring_point",
    "source",
    "measured_by",
    "reported_in",
    "owner",
    "direction",
)
_ORDER = (*_SHOWN, *_COMMON, "weight")


def clause(writer: Writer) -> None:
    """Where the metrics stand, what they are computed from, and the satisfaction of the users."""
    metrics = writer.document.metrics
    writer.sub("Metrics", ("metrics",))
    said = writer.sentences(metrics, ("metrics",))
    if SHEET in writer.values.titles:
        sheet = Run(writer.values.titles[SHEET], target=SHEET)
        said.insert(0, (Run("The metrics by which the service is judged are listed in "), sheet, Run(".")))
    writer.say(said)
    if metrics.satisfaction:
        path = ("metrics", "satisfaction")
        writer.sub("Satisfaction", path)
        writer.plain((Run("The Provider shall ask the users how satisfied they are, as follows."),))
        for survey in metrics.satisfaction:
            place = (*path, survey.id)
            writer.row_heading(survey.name or "Survey", place, (*place, "name"))
            writer.table(record(writer, survey, place, leave=("name",)))


def sheet(writer: Writer) -> None:
    """The metric sheet: what follows from targets, availability and surveys, then the agreement's own metrics."""
    lines = metric_sheet(writer.document)
    own = {metric.id for metric in writer.document.metrics.items}
    shown = [field(Metric, name) for name in _ORDER if any(not is_empty(getattr(line, name)) for line in lines)]
    writer.plain((Run("Metrics that follow from other terms of this Agreement are computed from them."),), depth=0)
    writer.table(
        Table(
            path=SHEET,
            caption="Metric sheet",
            columns=(_FAMILY, *(_column(declared, lines) for declared in shown)),
            rows=tuple(_row(writer, line, shown, line.id in own) for line in lines),
        )
    )


def _column(declared: Field, lines: tuple[Metric, ...]) -> Column:
    longest = max(len(str(getattr(line, declared.name) or "")) for line in lines)
    return Column(
        label=declared.term.label,
        name=declared.name,
        width=max(len(declared.term.label), min(longest, 40)),
        align=Align.RIGHT if declared.kind is Kind.NUMBER else Align.LEFT,
        detail=declared.name not in _SHOWN,
        common=declared.name in (*_COMMON, "unit", "period"),
    )


def _row(writer: Writer, line: Metric, shown: list[Field], own: bool) -> TableRow:
    path: Path = ("metrics", "items", line.id) if own else (*SHEET, line.id)
    cells = [Cell((Run(_family(line.id, own)),))]
    for declared in shown:
        one = cell(writer.values, (*path, declared.name), declared, getattr(line, declared.name))
        if not own:
            one = Cell(tuple(Run(run.text, path=_origin(line.id), target=run.target) for run in one.runs), one.value)
        cells.append(one)
    return TableRow(path, tuple(cells))


def _family(identifier: str, own: bool) -> str:
    what = "" if own else identifier.partition(":")[0]
    return _FAMILIES.get("times" if what in TIMES else what, "Further metrics")


def _origin(identifier: str) -> Path:
    """The row that a derived metric follows from."""
    what, _, rest = identifier.partition(":")
    if what == "availability":
        return ("availability", "promises", rest.split(":")[0])
    if what in TIMES:
        return ("targets", "items", rest)
    return ("metrics", "satisfaction", rest)
