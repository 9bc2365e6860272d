"""What a change means in money, where that follows exactly from the two documents; each sum with the formula it comes from."""

from __future__ import annotations

import enum
from decimal import Decimal

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.remedies import Basis, CreditSchedule, OccurrenceCredit, Threshold
from slaeditor.model.agreement.services import Service
from slaeditor.model.compare import Added, Change, Changed, Removed
from slaeditor.model.metric_sheet import availability_id
from slaeditor.model.paths import Path, exists, find
from slaeditor.model.quantities import Money, Percent

MONTHS = 12


class Measure(enum.Enum):
    """What the money is counted of."""

    FEES_A_YEAR = "fees a year"
    CAP_A_MONTH = "maximum credit a month"
    CAP_A_YEAR = "maximum credit a year"
    CREDIT_A_MONTH = "credit for a month"
    EVENTS_A_MONTH = "maximum credit for events a month"


class Sum(msgspec.Struct, frozen=True):
    """An amount and how it is computed, in figures: ``EUR 1,000.00 × 12``."""

    money: Money
    formula: str


class Effect(msgspec.Struct, frozen=True):
    """The same measure in the old and in the new document, exact; None on the side where the row is not there."""

    measure: Measure
    old: Sum | None
    new: Sum | None
    currency: str

    @property
    def difference(self) -> Money:
        """New minus old."""
        before, after = (one.money.amount if one else Decimal(0) for one in (self.old, self.new))
        return Money(after - before, self.currency)


def effect(old: Agreement, new: Agreement, change: Change) -> Effect | None:
    """The effect of a change in money; None where nothing exact can be said, and where the sum stays the same.

    Caps are shares of the fees of all services (``Remedies``), so they need every service's fee, all in one currency. A credit for a
    service's fee needs metrics that all judge the same one service.
    """
    match change:
        case Changed(path, _, _):
            measure, before, after = _measured(old, new, path)
            if measure is None or before is None or after is None:
                return None
            return _effect(measure, before, after)
        case Added(row=Service() as service) if service.monthly_fee is not None:
            return _effect(Measure.FEES_A_YEAR, None, _year(service.monthly_fee))
        case Removed(row=Service() as service) if service.monthly_fee is not None:
            return _effect(Measure.FEES_A_YEAR, _year(service.monthly_fee), None)
        case _:
            return None


def total_fee(document: Agreement) -> Money | None:
    """The monthly fee of all services together; None if a service has none, or they are in several currencies."""
    fees = [service.monthly_fee for service in document.services.items]
    known = [fee for fee in fees if fee is not None]
    if not known or len(known) < len(fees) or len({fee.currency for fee in known}) > 1:
        return None
    return Money(sum((fee.amount for fee in known), Decimal(0)), known[0].currency)


def _effect(measure: Measure, old: Sum | None, new: Sum | None) -> Effect | None:
    currencies = {one.money.currency for one in (old, new) if one is not None}
    if len(currencies) != 1:
        return None
    found = Effect(measure, old, new, currencies.pop())
    return found if found.difference.amount else None


def _measured(old: Agreement, new: Agreement, path: Path) -> tuple[Measure | None, Sum | None, Sum | None]:
    match path:
        case ("services", "items", _, "monthly_fee"):
            return Measure.FEES_A_YEAR, _year(find(old, path)), _year(find(new, path))
        case ("remedies", "monthly_cap"):
            before, after = (_share(one.remedies.monthly_cap, total_fee(one)) for one in (old, new))
            return Measure.CAP_A_MONTH, before, after
        case ("remedies", "yearly_cap"):
            before, after = (_share(one.remedies.yearly_cap, total_fee(one), MONTHS) for one in (old, new))
            return Measure.CAP_A_YEAR, before, after
        case ("remedies", "schedules", _, "thresholds", _, "credit"):
            return Measure.CREDIT_A_MONTH, _credit(old, path), _credit(new, path)
        case ("remedies", "occurrences", _, "amount" | "most"):
            return Measure.EVENTS_A_MONTH, _events(old, path[:-1]), _events(new, path[:-1])
        case _:
            return None, None, None


def _year(fee: Money | None) -> Sum | None:
    return None if fee is None else Sum(Money(fee.amount * MONTHS, fee.currency), f"{fee} × {MONTHS}")


def _share(share: Percent | None, fee: Money | None, months: int = 1) -> Sum | None:
    if share is None or fee is None:
        return None
    times = f" × {months}" if months > 1 else ""
    return Sum(Money(fee.amount * months * share.value / 100, fee.currency), f"{share} × {fee}{times}")


def _credit(document: Agreement, path: Path) -> Sum | None:
    if not exists(document, path[:5]):
        return None
    schedule, threshold = find(document, path[:3]), find(document, path[:5])
    if not isinstance(schedule, CreditSchedule) or not isinstance(threshold, Threshold):
        return None
    fee = total_fee(document) if schedule.basis is Basis.WHOLE_FEE else _fee_of_one(document, schedule)
    return _share(threshold.credit, fee)


def _fee_of_one(document: Agreement, schedule: CreditSchedule) -> Money | None:
    """The fee of the service that every metric of the schedule is about."""
    about = {
        availability_id(promise, service): service
        for promise in document.availability.promises
        for service in promise.services
    }
    found = {about.get(metric) for metric in schedule.metrics}
    return next((one.monthly_fee for one in document.services.items if found == {one.id}), None)


def _events(document: Agreement, path: Path) -> Sum | None:
    row = find(document, path) if exists(document, path) else None
    if not isinstance(row, OccurrenceCredit) or row.amount is None or row.most is None:
        return None
    return Sum(Money(row.amount.amount * row.most, row.amount.currency), f"{row.amount} × {row.most}")
