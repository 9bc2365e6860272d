"""Credits, CRD-01 to CRD-08: whether every result has one answer, and a worse one never a better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from slaeditor.model.agreement.remedies import Basis, Remedies
from slaeditor.model.arithmetic.results import agreed_level, level_text
from slaeditor.model.checks.availability import rows_in
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.schedules import (
    READS,
    SCHEDULES,
    Schedule,
    earns_credits,
    in_money,
    of_whole,
    schedules,
    tiers_in,
)
from slaeditor.model.checks.subject import Subject
from slaeditor.model.credit_bands import Band
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Number, plain
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import field

TABLE = Table()

_MONEY = re.compile(r"[A-Za-z€₺$£]")


@TABLE.rule(
    "CRD-01",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{what} has two answers: {first} and {second}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    judged: dict[str, Schedule] = {}
    for schedule in schedules(subject):
        levels: dict[Number, Any] = {}
        for row in schedule.row.thresholds:
            if row.below is None or row.credit is None:
                continue
            first = levels.setdefault(row.below, row)
            if first.credit != row.credit:
                what = say("A result worse than {level} in “{schedule}”", level=row.below, schedule=schedule.name)
                place = (*schedule.path, "thresholds")
                values = {"what": what, "first": first.credit, "second": row.credit}
                yield Hit(((*place, row.id), (*place, first.id)), values, f"{first.credit} ≠ {row.credit}")
        for metric in schedule.metrics if schedule.earning else ():
            other = judged.setdefault(metric.id, schedule)
            if other is not schedule:
                what = say("A miss of “{metric}”", metric=metric.name)
                values = {"what": what, "first": f"“{other.name}”", "second": f"“{schedule.name}”"}
                yield Hit(((*schedule.path, "metrics"), (*other.path, "metrics")), values)


@TABLE.in_files("CRD-01")
def _(data: Any) -> Iterator[Hit]:
    """Bands are derived from thresholds, so those of a document cannot overlap; tiers with two ends can."""
    for name, tiers in tiers_in(data):
        for lower, upper in pairwise(tiers):
            if lower.high > upper.low or (lower.high == upper.low and not lower.half_open):
                level = plain(upper.low)
                what = say("A result of {level} in “{schedule}”", level=level, schedule=name)
                yield Hit((SCHEDULES,), {"what": what, "first": _ends(lower), "second": _ends(upper)}, level)


@TABLE.rule(
    "CRD-02",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("In “{schedule}”, {what}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """A threshold that is only half filled in leaves its results to the band above, or to none."""
    for schedule in schedules(subject):
        if not schedule.row.thresholds:
            yield Hit((schedule.path,), {"schedule": schedule.name, "what": say("no result earns a credit")})
        for row in schedule.row.thresholds:
            if (row.below is None) is (row.credit is None) and row.below is not None:
                continue
            place = (*schedule.path, "thresholds", row.id)
            if row.below is not None:
                what = say("results worse than {level} have no credit of their own", level=row.below)
                yield Hit(((*place, "credit"),), {"schedule": schedule.name, "what": what}, str(row.below))
            elif row.credit is not None:
                what = say("the credit of {credit} has no level from which it is due", credit=row.credit)
                yield Hit(((*place, "below"),), {"schedule": schedule.name, "what": what}, str(row.credit))
            else:
                what = say("a threshold has neither level nor credit")
                yield Hit((place,), {"schedule": schedule.name, "what": what})


@TABLE.in_files("CRD-02")
def _(data: Any) -> Iterator[Hit]:
    """Bands are derived from thresholds, so those of a document leave no hole; tiers with two ends can."""
    for name, tiers in tiers_in(data):
        for lower, upper in pairwise(tiers):
            if lower.high < upper.low:
                between = plain((lower.high + upper.low) / 2)
                yield Hit(
                    (SCHEDULES,), {"schedule": name, "what": say("{level} is in no tier", level=between)}, between
                )


@TABLE.rule(
    "CRD-03",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("“{metric}” can be missed without a credit: {agreed} is promised, and “{schedule}” begins at {level}."),
    reads=READS,
    remedy=say("Begin at {agreed}"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for schedule, band, level in _mildest(subject):
        for metric in schedule.metrics:
            agreed = agreed_level(metric)
            if agreed is None or not schedule.worse(level, agreed):
                continue
            between = Number((agreed.value + level.value) / 2)
            witness = say(
                "A result of {result} misses what is promised and earns nothing.", result=level_text(metric, between)
            )
            path = (*schedule.threshold(band), "below")
            values = {
                "metric": metric.name,
                "agreed": level_text(metric, agreed),
                "schedule": schedule.name,
                "level": level_text(metric, level),
            }
            # one step alone must not move away from another metric's level
            yield Hit((path,), values, witness, SetTerm(path, agreed) if len(schedule.metrics) == 1 else None)


@TABLE.rule(
    "CRD-04",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The thresholds of “{schedule}” are out of order: {what}."),
    reads=READS,
    remedy=say("Sort the thresholds, the mildest first"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for schedule in schedules(subject):
        for milder, graver in pairwise(schedule.earning):
            if graver.credit < milder.credit:
                what = say(
                    "worse than {level} earns {credit}, and a better result {more}",
                    level=graver.better, credit=graver.credit, more=milder.credit,
                )  # fmt: skip
                paths = tuple((*schedule.threshold(band), "credit") for band in (graver, milder))
                yield Hit(paths, {"schedule": schedule.name, "what": what}, f"{graver.credit} < {milder.credit}")
        levels = [one.below for one in schedule.row.thresholds if one.below is not None]
        for first, then in pairwise(levels):
            if schedule.worse(first, then):
                what = say("{level} stands before {then}", level=first, then=then)
                place = (*schedule.path, "thresholds")
                ladder = {band.row: number for number, band in enumerate(schedule.earning)}
                ordered = sorted(schedule.row.thresholds, key=lambda one: ladder.get(one.id, len(ladder)))
                yield Hit((place,), {"schedule": schedule.name, "what": what}, remedy=SetTerm(place, tuple(ordered)))
                break


@TABLE.rule(
    "CRD-05",
    Severity.WARNING,
    Fault.DEAD,
    say("The highest credit of “{schedule}” is above the monthly cap and is never paid in full."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for schedule, lowest, highest, witness in _against_cap(subject):
        if highest and not lowest:
            band = max(schedule.earning, key=lambda one: one.credit)
            paths = ((*schedule.threshold(band), "credit"), ("remedies", "monthly_cap"))
            yield Hit(paths, {"schedule": schedule.name}, witness)


@TABLE.rule(
    "CRD-06",
    Severity.ERROR,
    Fault.DEAD,
    say("Even the lowest credit of “{schedule}” is above the monthly cap, so that all its thresholds earn the same."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for schedule, lowest, _, witness in _against_cap(subject):
        if lowest:
            band = min(schedule.earning, key=lambda one: one.credit)
            paths = ((*schedule.threshold(band), "credit"), ("remedies", "monthly_cap"))
            yield Hit(paths, {"schedule": schedule.name}, witness)


@TABLE.rule(
    "CRD-07",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{what}, so that the amount of a credit cannot be computed."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """Whether a percent is taken of one fee or of all is always said, and so is that fees are net of taxes."""
    if subject.document.remedies.schedules and not subject.document.remedies.fee_month.strip():
        label = field(Remedies, "fee_month").term.label
        yield Hit((("remedies", "fee_month"),), {"what": say("“{label}” is empty", label=label)})
    for schedule in schedules(subject):
        homeless = next((one for one in schedule.metrics if not subject.metric_services.get(one.id)), None)
        if schedule.row.basis is Basis.SERVICE_FEE and homeless is not None and schedule.earning:
            what = say(
                "“{schedule}” takes its percent of the fee of the service, but “{metric}” belongs to no service",
                schedule=schedule.name,
                metric=homeless.name,
            )
            yield Hit(((*schedule.path, "basis"), (*schedule.path, "metrics")), {"what": what})


@TABLE.unwritable(
    "CRD-08",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The credits of “{schedule}” mix percent and money: {credit}."),
)
def _(data: Any) -> Iterator[Hit]:
    """The credit of a threshold is a percent and nothing else; amounts stand in a table of their own."""
    for row in rows_in(data, *SCHEDULES):
        table = row.get("thresholds")
        for one in table if isinstance(table, list) else ():
            credit = one.get("credit") if isinstance(one, dict) else None
            if isinstance(credit, dict) or (isinstance(credit, str) and _MONEY.search(credit)):
                told = " ".join(str(part) for part in credit.values()) if isinstance(credit, dict) else credit
                yield Hit((SCHEDULES,), {"schedule": row.get("name") or row.get("id", ""), "credit": told}, told)


def _mildest(subject: Subject) -> Iterator[tuple[Schedule, Band, Number]]:
    """The schedules that earn anything, with the level at which their mildest band begins."""
    for schedule in schedules(subject):
        for band in schedule.earning[:1]:
            if band.better is not None:
                yield schedule, band, band.better


def _against_cap(subject: Subject) -> Iterator[tuple[Schedule, bool, bool, str]]:
    """Whether the lowest and the highest credit of each schedule pass the monthly cap for a metric, with the figures."""
    cap = subject.document.remedies.monthly_cap
    if cap is None or not earns_credits(subject):
        return
    whole = subject.whole_fee
    for schedule in schedules(subject):
        credits = [band.credit for band in schedule.earning if band.credit.value > 0]
        if not credits:
            continue
        for metric in schedule.metrics:
            low, high = (of_whole(subject, schedule, metric, one) for one in (min(credits), max(credits)))
            if low is None or high is None or high <= cap.value:
                continue
            witness = say(
                "{metric}: {low} to {high}; cap {cap}.",
                metric=metric.name,
                low=in_money(low, whole),
                high=in_money(high, whole),
                cap=in_money(Fraction(cap.value), whole),
            )
            yield schedule, low > cap.value, True, witness
            break


def _ends(tier: Any) -> str:
    return joined("–", [plain(tier.low), plain(tier.high)])
