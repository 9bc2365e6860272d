"""Chronic failure over a series of months: which months count, and from which one the right is there."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.remedies import ChronicFailure
from slaeditor.model.arithmetic.results import Measured, missed, rounded_result, services_of
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.sentence import say


class Chronic(msgspec.Struct, frozen=True):
    """A rule on a series of months. ``missed`` tells of each whether it counts.

    ``arises`` is the first month (0: the first of the series) that gives the right, None if none does; ``counted`` are the months
    that make it up.
    """

    rule: ChronicFailure
    missed: tuple[bool, ...]
    arises: int | None
    counted: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """Which months count and what follows; the first month of the series is month 1."""
        missed = ", ".join(str(number + 1) for number, one in enumerate(self.missed) if one)
        if not missed:
            return say("{rule}: no month is missed.", rule=self.rule.name)
        if self.arises is None:
            return say(
                "{rule}: missed in month {missed}. The right has not arisen.", rule=self.rule.name, missed=missed
            )
        return say(
            "{rule}: missed in month {counted}. The right arises with month {arises}.",
            rule=self.rule.name,
            counted=", ".join(str(number + 1) for number in self.counted),
            arises=self.arises + 1,
        )


def chronic(document: Agreement, months: Sequence[Measured]) -> tuple[Chronic, ...]:
    """Every rule on the months, the oldest first. A month counts when any metric of the rule is worse than agreed in it.

    “n of m”: n such months among any m that follow one another; without m, among all. “In a row”: n that follow one another,
    whatever m is. A month that was not measured is not missed.
    """
    found = []
    for rule in document.remedies.chronic:
        metrics = counting_metrics(document, rule)
        flags = tuple(_misses(document, metrics, one) for one in months)
        found.append(arising(rule, flags))
    return tuple(found)


def arising(rule: ChronicFailure, flags: Sequence[bool]) -> Chronic:
    """The rule on months of which only is known whether each counts."""
    wanted = rule.missed
    if wanted is None or wanted < 1:
        return Chronic(rule, tuple(flags), None)
    for last in range(len(flags)):
        if not flags[last]:
            continue
        span = wanted if rule.consecutive else rule.of if rule.of is not None else last + 1
        first = max(0, last + 1 - max(1, span))
        counted = tuple(number for number in range(first, last + 1) if flags[number])
        if len(counted) >= wanted:
            return Chronic(rule, tuple(flags), last, counted)
    return Chronic(rule, tuple(flags), None)


def impossible(rule: ChronicFailure) -> bool:
    """Whether no series of months can ever give the right: more months are to be missed than there are."""
    return rule.missed is not None and rule.of is not None and rule.missed > rule.of


def immediate(rule: ChronicFailure) -> bool:
    """Whether it asks for no missed month at all, so that it would always hold, or for nothing that can be counted."""
    return rule.missed is not None and rule.missed < 1


def counting_metrics(document: Agreement, rule: ChronicFailure) -> tuple[Metric, ...]:
    """The metrics whose misses count: those named, or all; with services, only those that are about one of them."""
    found = [metric for metric in metric_sheet(document) if not rule.metrics or metric.id in rule.metrics]
    if rule.services:
        wanted = set(rule.services)
        found = [metric for metric in found if wanted & set(services_of(document, metric.id))]
    return tuple(found)


def _misses(document: Agreement, metrics: Sequence[Metric], measured: Measured) -> bool:
    known = {one.metric: one.value for one in measured.results}
    return any(
        missed(metric, rounded_result(document, metric, known[metric.id])) for metric in metrics if metric.id in known
    )
