"""What was measured in a month, and how a schedule of credits judges it: the band of each result and the fee its percent is taken of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import Basis, CreditSchedule
from slaeditor.model.agreement.targets import Target
from slaeditor.model.arithmetic.exact import rounded
from slaeditor.model.arithmetic.uptime import rounding_of
from slaeditor.model.credit_bands import Band, band_of, bands, direction_of, judged_metrics
from slaeditor.model.metric_sheet import TIMES, availability_id, time_id
from slaeditor.model.money_effect import total_fee
from slaeditor.model.quantities import Money, Number


class Result(msgspec.Struct, frozen=True):
    """A measured result of the metric with that id, in its unit. Misses that share an ``event`` (any word) come from one event."""

    metric: str
    value: Number
    event: str = ""


class Happened(msgspec.Struct, frozen=True):
    """How often the event of a credit per event (its row's id) happened."""

    row: str
    times: int


class Measured(msgspec.Struct, frozen=True):
    """A month of results, each metric at most once; what is not there was not measured, and earns nothing."""

    results: tuple[Result, ...] = ()
    happened: tuple[Happened, ...] = ()

    def of(self, metric: str) -> Result | None:
        """The result of that metric."""
        return next((one for one in self.results if one.metric == metric), None)


class Judged(msgspec.Struct, frozen=True):
    """A result in its band. ``value`` is rounded as the agreement says; ``fee`` is what the percent is taken of, None when unknown."""

    schedule: CreditSchedule
    metric: Metric
    value: Number
    band: Band
    fee: Money | None
    direction: Direction
    event: str = ""


def judged(document: Agreement, measured: Measured) -> Iterator[Judged]:
    """Every result that a schedule judges, in the order of the document, whatever the order of the results."""
    for schedule in document.remedies.schedules:
        metrics = judged_metrics(document, schedule)
        direction = direction_of(metrics)
        ladder = bands(schedule.thresholds, direction)
        for metric in metrics:
            found = measured.of(metric.id)
            if found is None:
                continue
            value = rounded_result(document, metric, found.value)
            band = band_of(ladder, value, direction)
            yield Judged(schedule, metric, value, band, fee_of(document, schedule, metric.id), direction, found.event)


def judged_in(document: Agreement) -> tuple[Metric, ...]:
    """Every metric that a schedule judges, once each, in the order of the schedules."""
    found = (metric for schedule in document.remedies.schedules for metric in judged_metrics(document, schedule))
    return tuple({metric.id: metric for metric in found}.values())


def rounded_result(document: Agreement, metric: Metric, value: Number) -> Number:
    """A result in percent with the decimal places that the agreement states for availability; any other, and without them, as it is."""
    rule = document.availability
    if metric.unit != "%" or rule.digits is None:
        return value
    return Number(rounded(Fraction(value.value), *rounding_of(rule)))


def agreed_level(metric: Metric) -> Number | None:
    """The level whose miss counts: the minimum, or the target where there is none."""
    return metric.minimum if metric.minimum is not None else metric.target


def missed(metric: Metric, value: Number) -> bool:
    """Whether the result is worse than the agreed level of the metric; never where no level is agreed."""
    level = agreed_level(metric)
    if level is None:
        return False
    return value < level if metric.direction is Direction.HIGHER_IS_BETTER else value > level


def services_of(document: Agreement, metric: str) -> tuple[str, ...]:
    """The ids of the services that a derived metric is about: one for availability, those of its row for a target; none if unknown."""
    for promise in document.availability.promises:
        for service in promise.services:
            if availability_id(promise, service) == metric:
                return (service,)
    for target in document.targets.items:
        if any(time_id(target, time) == metric for time in TIMES):
            return _of_target(document, target)
    return ()


def _of_target(document: Agreement, target: Target) -> tuple[str, ...]:
    """The services of the row; for a row without any, all that have no row of their own for its priority and kind of work."""
    if target.services:
        return target.services
    own = {
        service
        for one in document.targets.items
        if (one.priority, one.work) == (target.priority, target.work)
        for service in one.services
    }
    return tuple(one.id for one in document.services.items if one.id not in own)


def fee_of(document: Agreement, schedule: CreditSchedule, metric: str) -> Money | None:
    """The monthly fee of which a credit of this schedule for this metric is a percent.

    The fee of all services, or that of the services that the metric is about. None when a fee is missing, when the fees are in
    several currencies, and when a metric of the agreement's own belongs to no service.
    """
    if schedule.basis is Basis.WHOLE_FEE:
        return total_fee(document)
    about = set(services_of(document, metric))
    fees = [one.monthly_fee for one in document.services.items if one.id in about]
    known = [fee for fee in fees if fee is not None]
    if not known or len(known) < len(about) or len({fee.currency for fee in known}) > 1:
        return None
    return Money(sum((fee.amount for fee in known), Decimal(0)), known[0].currency)


def level_text(metric: Metric, value: Number) -> str:
    """A result or level with the unit of its metric: 99.9%, 4 hours."""
    return f"{value}{metric.unit}" if metric.unit == "%" else f"{value} {metric.unit}".strip()
