"""The clause on service credits and rewards: half-open bands, caps, settlement, chronic failure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from slaeditor.export.blocks import Align, Cell, Column, Role, Run, Table, TableRow
from slaeditor.export.writing.sections import worked
from slaeditor.export.writing.tables import cell, table
from slaeditor.export.writing.values import Runs, sentence
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import ChronicFailure, CreditSchedule, Reward, Right, Threshold
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.paths import Path
from slaeditor.model.terms import field, is_empty

PATH: Path = ("remedies", "schedules")
_GROUPS = (
    ("Computation", ("fee_month", "cumulation", "rounding", "minimum")),
    ("Caps", ("monthly_cap", "yearly_cap")),
    ("Claim and settlement", ("claim", "claim_days", "claim_from", "evidence", "settlement")),
    ("Legal nature", ("nature", "sole_remedy", "liability")),
    ("Corrective action", ("action_plan",)),
)
_RIGHTS = {
    Right.TERMINATE_AGREEMENT: "terminate this Agreement",
    Right.TERMINATE_SERVICE: "terminate the service concerned",
    Right.IMPROVEMENT_PLAN: "demand an improvement plan",
}


def clause(writer: Writer) -> None:
    """Credits by result, credits by event, how they are computed and settled, earn-back, chronic failure."""
    remedies = writer.document.remedies
    sheet = {metric.id: metric for metric in metric_sheet(writer.document)} if remedies.schedules else {}
    if remedies.schedules:
        writer.sub("Service credits", PATH)
        writer.plain(
            (
                Run(
                    "If the result of a metric in a period is worse than agreed, the Customer is entitled "
                    "to the credit of the band in which the result lies."
                ),
            )
        )
        writer.table(_bands(writer, remedies.schedules, sheet))
    if remedies.occurrences:
        path = ("remedies", "occurrences")
        writer.sub("Credits per event", path)
        writer.table(table(writer, path, remedies.occurrences, caption="Credits per event"))
    writer.groups(remedies, ("remedies",), _GROUPS)
    if remedies.rewards:
        path = ("remedies", "rewards")
        writer.sub("Earn-back", path)
        writer.say([_reward(writer, reward, (*path, reward.id)) for reward in remedies.rewards])
    if remedies.chronic:
        path = ("remedies", "chronic")
        writer.sub("Chronic failure", path)
        writer.say([_chronic(writer, failure, (*path, failure.id)) for failure in remedies.chronic])
    if (invoice := worked.worked_invoice(writer)) is not None:
        writer.sub("Example", worked.INVOICE)
        words = "The results of this example are assumed. It shows how credits are computed and promises nothing of its own."
        writer.plain((Run(words),), role=Role.NOTE)
        writer.table(invoice)


def _bands(writer: Writer, schedules: tuple[CreditSchedule, ...], sheet: dict[str, Metric]) -> Table:
    """All schedules in one table, a band of the table for each; a schedule without thresholds has one empty row."""
    leading = [
        name
        for name in ("name", "metrics", "basis", "weight")
        if any(not is_empty(getattr(schedule, name)) for schedule in schedules)
    ]
    rows = []
    for schedule in schedules:
        path = (*PATH, schedule.id)
        heads = [
            cell(writer.values, (*path, name), field(CreditSchedule, name), getattr(schedule, name)) for name in leading
        ]
        judged = [sheet[metric] for metric in schedule.metrics if metric in sheet]
        for one, following in zip_longest(schedule.thresholds or (Threshold(id=""),), schedule.thresholds[1:]):
            place = (*path, "thresholds", one.id) if one.id else path
            credit = (Run(str(one.credit), path=(*place, "credit")),) if one.credit is not None else ()
            result = Cell(_band(one, following, place, judged), one.below)
            rows.append(TableRow(place, (*heads, result, Cell(credit, one.credit))))
    columns = [
        Column(
            label=field(CreditSchedule, name).term.label, name=name, width=30, group=name == "name",
            common=name != "name", detail=name != "name",
        )
        for name in leading
    ]  # fmt: skip
    columns.append(Column(label="Result", name="below", width=44))
    columns.append(Column(label="Credit", name="credit", width=12, align=Align.RIGHT))
    return Table(path=PATH, caption="Service credits", columns=tuple(columns), rows=tuple(rows))


def _band(one: Threshold, following: Threshold | None, path: Path, judged: list[Metric]) -> Runs:
    """Below 99.95%, down to and including 99.9%: the band reaches to the next threshold, so none overlap."""
    lower = bool(judged) and all(metric.direction is Direction.LOWER_IS_BETTER for metric in judged)
    mark = _unit(judged)
    runs: list[Run] = []
    if one.below is not None:
        runs += [Run("above " if lower else "below "), Run(f"{one.below}{mark}", path=(*path, "below"))]
    if following is not None and following.below is not None:
        edge = "up to and including " if lower else "down to and including "
        runs += [Run(", " if runs else ""), Run(f"{edge}{following.below}{mark}")]
    return tuple(run for run in runs if run.text)


def _unit(judged: Iterable[Metric]) -> str:
    """What stands behind a result of these metrics; nothing if they are measured in different things."""
    units = {metric.unit for metric in judged}
    unit = units.pop() if len(units) == 1 else ""
    return unit if unit == "%" else f" {unit}" if unit else ""


def _known(writer: Writer, row: object, path: Path) -> dict[str, Runs]:
    return {declared.name: writer.values.of(place, declared, value) for place, declared, value in unempty(row, path)}


def _reward(writer: Writer, reward: Reward, path: Path) -> Runs:
    """If the results of M surpass L in 3 months in a row, the Provider earns back …"""
    known = _known(writer, reward, path)
    runs: list[Run] = [Run(run.text, bold=True, path=run.path) for run in known.get("name", ())]
    runs += [Run(". ")] * bool(runs)
    runs += [Run("If the results of "), *known.get("metrics", (Run("the metrics"),)), Run(" are ")]
    if "at_least" in known:
        mark = _unit(metric for metric in metric_sheet(writer.document) if metric.id in reward.metrics)
        runs += [Run("better than "), *known["at_least"], *([Run(mark)] if mark else [])]
    else:
        runs.append(Run("better than agreed"))
    runs += [Run(" for "), *known["months"], Run(" in a row")] if "months" in known else []
    runs += [
        Run(", the Provider earns back "),
        *known.get("earn_back", (Run("a share"),)),
        Run(" of the credits of the preceding months"),
    ]
    runs += [Run(", at most "), *known["limit"], Run(" of the credits of the year")] if "limit" in known else []
    return (*runs, Run("."))


def _chronic(writer: Writer, failure: ChronicFailure, path: Path) -> Runs:
    """If the agreed level of M is missed in 3 months out of 6, the Customer may terminate …"""
    known = _known(writer, failure, path)
    runs: list[Run] = [Run(run.text, bold=True, path=run.path) for run in known.get("name", ())]
    runs += [Run(". ")] * bool(runs)
    runs += [Run("If the agreed level of "), *known.get("metrics", (Run("any metric"),))]
    runs += [Run(" for "), *known["services"]] if "services" in known else []
    runs.append(Run(" is missed"))
    runs += [Run(" in "), *known["missed"]] if "missed" in known else []
    runs += (
        [Run(" in a row", path=(*path, "consecutive"))]
        if failure.consecutive
        else [Run("", path=(*path, "consecutive"))]
    )
    runs += [Run(" out of "), *known["of"]] if "of" in known else []
    runs += [Run(", the Customer may "), Run(_RIGHTS[failure.right], path=(*path, "right"))]
    runs += (
        [Run(" within "), *known["within_days"], Run(" of the report that shows it")] if "within_days" in known else []
    )
    return sentence("{}.", tuple(runs))
