"""Month by month, what a promise of availability allows, what maintenance takes of it, and what is special about the month."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.maintenance import Maintenance
from slaeditor.model.clock.allowance import by_month
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import LocalDays
from slaeditor.model.clock.maintenance import month_of
from slaeditor.model.quantities import Percent

DAY = 86400


class MonthAllowance(msgspec.Struct, frozen=True):
    """One month (``number`` 1 to 12) of a promise; times are seconds.

    ``allowed`` is the downtime that the percent allows in the whole ``base`` time. ``excluded`` and ``counted`` are the planned
    maintenance inside the base time that leaves both sides, and that counts as downtime. ``shift`` is by how much the month is
    longer (or shorter) than its days have hours, since the clocks change; ``closed`` are its closed and shortened days.
    """

    number: int
    name: str
    base: int
    allowed: Decimal
    excluded: int = 0
    counted: int = 0
    shift: int = 0
    closed: tuple[date, ...] = ()

    @property
    def judged(self) -> Decimal:
        """The downtime allowed when the excluded maintenance takes place as planned: the percent of the time that is judged."""
        if not self.base:
            return Decimal(0)
        return self.allowed * (self.base - self.excluded) / self.base

    @property
    def left(self) -> Decimal:
        """What counted maintenance leaves of ``judged``; negative when it alone breaks the promise."""
        return self.judged - self.counted


def months(
    document: Agreement, service: str, percent: Percent, clock: Compiled, year: int
) -> tuple[MonthAllowance, ...]:
    """January to December of ``year`` for the service with that id (empty: only windows for all services).

    ``clock`` is the base calendar compiled for that year at least.
    """
    local = LocalDays(clock.zone)
    found = []
    for number, one in enumerate(by_month(clock, percent, year), start=1):
        first, after = date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
        begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (first, after))
        days = (after - first).days
        special = (first + timedelta(days=day) for day in range(days))
        found.append(
            MonthAllowance(
                number, one.name, one.base, one.allowed,
                maintenance_seconds(document.maintenance, service, clock, year, number, counted=False),
                maintenance_seconds(document.maintenance, service, clock, year, number, counted=True),
                end - begin - days * DAY,
                tuple(day for day in special if clock.rules.windows(day) != clock.rules.week[day.weekday()]),
            )
        )  # fmt: skip
    return tuple(found)


def maintenance_seconds(
    maintenance: Maintenance, service: str, clock: Compiled, year: int, month: int, *, counted: bool
) -> int:
    """Planned maintenance of the service inside the open time of ``clock``: what counts as downtime, or what is excluded."""
    windows = tuple(
        one
        for one in maintenance.windows
        if one.counts_as_downtime is counted and (not one.services or service in one.services)
    )
    if not windows:
        return 0
    spans = month_of(msgspec.structs.replace(maintenance, windows=windows), year, month).spans
    inside = ((max(start, clock.begin), min(end, clock.end)) for start, end in spans)
    return sum(clock.elapsed(start, end) for start, end in inside if start < end)


def least(found: tuple[MonthAllowance, ...]) -> MonthAllowance:
    """The month that leaves the least downtime."""
    return min(found, key=lambda one: one.left)
