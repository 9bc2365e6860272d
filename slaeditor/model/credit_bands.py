"""Credit thresholds as half-open bands: each reaches from its threshold to the next, so that none overlap and none are missing."""

from __future__ import annotations

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import CreditSchedule, Threshold
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.quantities import Number, Percent


class Band(msgspec.Struct, frozen=True):
    """Results that earn one credit: worse than ``better`` (which is not inside), down to ``worse`` (which is inside).

    None as ``better`` is the best there is, as ``worse`` the worst there is. ``row`` is the threshold's id, empty for the
    band without credit.
    """

    better: Number | None
    worse: Number | None
    credit: Percent
    row: str = ""


def bands(thresholds: tuple[Threshold, ...], direction: Direction) -> tuple[Band, ...]:
    """The bands from the best results to the worst; thresholds may be written in any order.

    A threshold without level or credit makes no band yet; of two at one level the first counts. The first band has no credit.
    """
    complete: dict[Number, tuple[Threshold, Percent]] = {}
    for one in thresholds:
        if one.below is not None and one.credit is not None:
            complete.setdefault(one.below, (one, one.credit))
    levels = sorted(complete, reverse=direction is Direction.HIGHER_IS_BETTER)
    edges: list[Number | None] = [None, *levels, None]
    found = [Band(None, edges[1], Percent(0))]
    for number, level in enumerate(levels, start=1):
        row, credit = complete[level]
        found.append(Band(level, edges[number + 1], credit, row.id))
    return tuple(found)


def band_of(found: tuple[Band, ...], result: Number, direction: Direction) -> Band:
    """The one band that the result falls into."""

    def worse(one: Number, other: Number) -> bool:
        return one < other if direction is Direction.HIGHER_IS_BETTER else one > other

    return next(
        band
        for band in found
        if (band.better is None or worse(result, band.better)) and (band.worse is None or not worse(result, band.worse))
    )


def judged_metrics(document: Agreement, schedule: CreditSchedule) -> tuple[Metric, ...]:
    """The metrics whose results the schedule judges, as far as they are there."""
    return tuple(metric for metric in metric_sheet(document) if metric.id in schedule.metrics)


def direction_of(metrics: tuple[Metric, ...]) -> Direction:
    """Lower is better only when it is so for every metric, as in the documents."""
    lower = bool(metrics) and all(metric.direction is Direction.LOWER_IS_BETTER for metric in metrics)
    return Direction.LOWER_IS_BETTER if lower else Direction.HIGHER_IS_BETTER
