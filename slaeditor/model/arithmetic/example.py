"""Results for a worked example: one metric far below its promise, one just below, everything else as agreed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Rounding
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import CreditSchedule
from slaeditor.model.arithmetic.exact import rounded
from slaeditor.model.arithmetic.results import Happened, Measured, Result, agreed_level, rounded_result
from slaeditor.model.credit_bands import Band, bands, direction_of, judged_metrics
from slaeditor.model.quantities import Number


def example(document: Agreement) -> Measured:
    """A month in which the first schedule's metric falls into its gravest band and the second one's into its mildest.

    The first credit per event happens once. All follows from the document, so that the same document gives the same example.
    """
    results: dict[str, Result] = {}
    misses = 0
    for schedule in document.remedies.schedules:
        metrics = judged_metrics(document, schedule)
        direction = direction_of(metrics)
        earning = bands(schedule.thresholds, direction)[1:]
        for metric in metrics:
            if metric.id in results:
                continue
            value = agreed_level(metric)
            if earning and misses < 2:
                value = inside(earning[-1] if misses == 0 else earning[0], earning, direction)
                misses += 1
            elif earning:
                value = best(schedule, metric)
            if value is not None:
                results[metric.id] = Result(metric.id, rounded_result(document, metric, value))
    happened = tuple(Happened(row.id, 1) for row in document.remedies.occurrences[:1])
    return Measured(tuple(results.values()), happened)


def best(schedule: CreditSchedule, metric: Metric) -> Number | None:
    """A result that earns nothing: what is agreed, or the threshold itself where that asks for more."""
    edge = bands(schedule.thresholds, metric.direction)[0].worse
    agreed = agreed_level(metric)
    if edge is None or agreed is None:
        return agreed or edge
    return max(edge, agreed) if metric.direction is Direction.HIGHER_IS_BETTER else min(edge, agreed)


def inside(band: Band, earning: tuple[Band, ...], direction: Direction) -> Number:
    """A result in the middle of the band; in one that has no end, half as far from its edge as the band before is wide."""
    assert band.better is not None
    if band.worse is not None:
        return Number((band.better.value + band.worse.value) / 2)
    sign = -1 if direction is Direction.HIGHER_IS_BETTER else 1
    before = earning[-2] if len(earning) > 1 else None
    wide = abs(band.better.value - before.better.value) if before is not None and before.better is not None else None
    step = wide / 2 if wide else abs(band.better.value) / 100 or Decimal(1)
    value = band.better.value + sign * step
    return Number(
        rounded(Fraction(max(Decimal(0), value) if sign < 0 <= band.better.value else value), 6, Rounding.DOWN)
    )
