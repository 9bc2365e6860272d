"""Schedules of credits as rules look at them: what they judge, what a percent is worth, and tiers of files from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import Basis, CreditSchedule
from slaeditor.model.arithmetic.exact import money
from slaeditor.model.checks.availability import rows_in
from slaeditor.model.checks.subject import Subject
from slaeditor.model.credit_bands import Band, bands, direction_of
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money, Number, Percent

SCHEDULES: Path = ("remedies", "schedules")
READS = ("remedies", "services", "availability", "targets", "metrics", "hours", "priorities", "review")
"""What a rule reads that looks at judged metrics: they follow from targets and promises, and are called by services and priorities."""

_LOW = ("from", "at_least", "min", "minimum", "low", "lower", "lowest")
_HIGH = ("to", "max", "maximum", "high", "upper", "highest")
_BELOW = ("below", "less_than")


@dataclass(frozen=True)
class Schedule:
    """A schedule with the metrics that it judges and the bands that earn a credit, the mildest first."""

    row: CreditSchedule
    name: str
    path: Path
    metrics: tuple[Metric, ...]
    direction: Direction
    earning: tuple[Band, ...]

    def worse(self, one: Number, other: Number) -> bool:
        """Whether the result ``one`` is worse than ``other``."""
        return one < other if self.direction is Direction.HIGHER_IS_BETTER else one > other

    def threshold(self, band: Band) -> Path:
        """The place of the threshold at which the band begins."""
        return (*self.path, "thresholds", band.row)


def schedules(subject: Subject) -> Iterator[Schedule]:
    """The schedules of the document."""
    for row in subject.document.remedies.schedules:
        metrics = tuple(subject.metrics[one] for one in row.metrics if one in subject.metrics)
        direction = direction_of(metrics)
        path = (*SCHEDULES, row.id)
        yield Schedule(
            row, row.name or subject.row(path), path, metrics, direction, bands(row.thresholds, direction)[1:]
        )


def earns_credits(subject: Subject) -> bool:
    """Whether anything in the document can earn a credit."""
    return bool(subject.document.remedies.schedules or subject.document.remedies.occurrences)


def fee(subject: Subject, schedule: Schedule, metric: Metric) -> Money | None:
    """The monthly fee of which a credit for this metric is a percent; None when it is not known."""
    if schedule.row.basis is Basis.WHOLE_FEE:
        return subject.whole_fee
    return fees(subject, subject.metric_services.get(metric.id, ()))


def fees(subject: Subject, services: tuple[str, ...]) -> Money | None:
    """The monthly fees of these services together; None unless each has one, all in one currency."""
    found = [subject.services[one].monthly_fee for one in services if one in subject.services]
    known = [one for one in found if one is not None]
    if not known or len(known) < len(services) or len({one.currency for one in known}) > 1:
        return None
    return Money(sum((one.amount for one in known), Decimal(0)), known[0].currency)


def of_whole(subject: Subject, schedule: Schedule, metric: Metric, credit: Percent) -> Fraction | None:
    """The credit as a percent of the fee of all services, as caps are; None when that does not follow from the document."""
    share = Fraction(credit.value)
    if schedule.row.weight is not None:
        share *= Fraction(schedule.row.weight.value) / 100
    if schedule.row.basis is Basis.WHOLE_FEE or len(subject.services) == 1:
        return share
    own, whole = fee(subject, schedule, metric), subject.whole_fee
    if own is None or whole is None or not whole.amount or own.currency != whole.currency:
        return None
    return share * Fraction(own.amount) / Fraction(whole.amount)


def in_money(share: Fraction, whole: Money | None) -> str:
    """So many percent of the fee of all services in money, or as a percent when that fee is not known."""
    if whole is None:
        return str(Percent(Decimal(share.numerator) / Decimal(share.denominator)))
    return str(money(share * Fraction(whole.amount) / 100, whole.currency))


@dataclass(frozen=True)
class Tier:
    """A tier as other programs write it: from ``low`` to ``high``, which belongs to it unless ``half_open``."""

    low: Decimal
    high: Decimal
    half_open: bool


def tiers_in(data: Any) -> Iterator[tuple[str, list[Tier]]]:
    """The tiers with two ends in the schedules of a file, sorted, with the name of their schedule."""
    for row in rows_in(data, *SCHEDULES):
        for name, table in row.items():
            found = [tier for one in table if (tier := _tier(one)) is not None] if isinstance(table, list) else []
            if found and name != "metrics":
                yield str(row.get("name") or row.get("id", "")), sorted(found, key=lambda one: one.low)


def _tier(row: Any) -> Tier | None:
    if not isinstance(row, dict):
        return None
    low, high, below = (_first(row, names) for names in (_LOW, _HIGH, _BELOW))
    if low is None or (high is None and below is None):
        return None
    end = high if high is not None else below
    assert end is not None
    return Tier(min(low, end), max(low, end), high is None)


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Decimal | None:
    return next((number for name in names if (number := number_in(row.get(name))) is not None), None)


def number_in(value: Any) -> Decimal | None:
    """The number that a value of a file is or writes; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value).strip().rstrip("%"))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
