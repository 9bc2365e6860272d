"""Credits, CRD-17 to CRD-24: rewards, and where credits end."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import LegalNature, OccurrenceCredit, Reward
from slaeditor.model.arithmetic.capping import cap_of
from slaeditor.model.arithmetic.exact import money, share
from slaeditor.model.arithmetic.results import agreed_level, level_text
from slaeditor.model.checks.availability import rows_in, section_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.schedules import READS, SCHEDULES, earns_credits, fee, fees, number_in, schedules
from slaeditor.model.checks.subject import Subject
from slaeditor.model.edits import SetTerm
from slaeditor.model.money_effect import MONTHS
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money, Number, Percent, plain
from slaeditor.model.sentence import say

TABLE = Table()

_NATURES = {one.value for one in LegalNature}
_WHOLE = Percent(100)
MONTHLY: Path = ("remedies", "monthly_cap")
YEARLY: Path = ("remedies", "yearly_cap")


@TABLE.rule(
    "CRD-17",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("“{name}” works against what is promised of “{metric}”: {what}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for schedule in schedules(subject):
        for band in schedule.earning[:1]:
            for metric in schedule.metrics:
                agreed = agreed_level(metric)
                if agreed is None or band.better is None or not schedule.worse(agreed, band.better):
                    continue
                what = say(
                    "a result of {level} keeps the promise and still costs a credit", level=level_text(metric, agreed)
                )
                witness = say(
                    "Promised: {agreed}. Credit when worse than {level}.",
                    agreed=level_text(metric, agreed),
                    level=level_text(metric, band.better),
                )
                values = {"name": schedule.name, "metric": metric.name, "what": what}
                yield Hit(((*schedule.threshold(band), "below"), schedule.path), values, witness)
    for reward, path, metric in _rewards(subject):
        agreed, least = agreed_level(metric), reward.at_least
        if agreed is not None and least is not None and _worse(metric, least, agreed):
            what = say(
                "a result above {level} misses the promise and is still rewarded", level=level_text(metric, least)
            )
            if metric.direction is Direction.LOWER_IS_BETTER:
                what = say(
                    "a result below {level} misses the promise and is still rewarded", level=level_text(metric, least)
                )
            witness = say(
                "Promised: {agreed}. Rewarded when better than {level}.",
                agreed=level_text(metric, agreed),
                level=level_text(metric, least),
            )
            values = {"name": reward.name or subject.row(path), "metric": metric.name, "what": what}
            yield Hit(((*path, "at_least"),), values, witness)


@TABLE.rule(
    "CRD-18",
    Severity.WARNING,
    Fault.DEAD,
    say("“{reward}” cancels almost every credit: {what}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for reward, path, metric in _rewards(subject):
        back = min(reward.earn_back or Percent(0), reward.limit or _WHOLE)
        agreed, least = agreed_level(metric), reward.at_least
        ordinary = agreed is not None and (least is None or not _worse(metric, agreed, least))
        if back < _WHOLE or not (ordinary or (reward.months or 1) <= 1):
            continue
        what = (
            say("months in which “{metric}” is merely kept earn all of it back", metric=metric.name)
            if ordinary
            else say("a single good month of “{metric}” earns all of it back", metric=metric.name)
        )
        witness = say(
            "After {months} months better than {level}, {back} of the credits are gone.",
            months=reward.months or 1,
            level=level_text(metric, least or agreed or Number(0)),
            back=back,
        )
        values = {"reward": reward.name or subject.row(path), "what": what}
        yield Hit(((*path, "earn_back"), (*path, "at_least"), (*path, "limit")), values, witness)


@TABLE.rule(
    "CRD-19",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{what} without any limit."),
    reads=("remedies",),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.remedies
    if earns_credits(subject) and section.monthly_cap is None and section.yearly_cap is None:
        yield Hit((MONTHLY, YEARLY), {"what": say("Credits arise")})
    for row in section.rewards:
        if row.limit is None:
            path = ("remedies", "rewards", row.id)
            what = say("“{reward}” earns credits back", reward=row.name or subject.row(path))
            yield Hit(((*path, "limit"),), {"what": what}, str(row.earn_back or ""))


@TABLE.rule(
    "CRD-20",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("The credits for “{event}” can be more in a month than the fee."),
    reads=("remedies", "services", "needs"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for row in subject.document.remedies.occurrences:
        times, own = _times(subject, row), fees(subject, row.services) if row.services else subject.whole_fee
        if row.amount is None or times is None or own is None or own.currency != row.amount.currency:
            continue
        most = Money(row.amount.amount * times, own.currency)
        if most.amount > own.amount:
            witness = say(
                "{amount} × {times} = {most}; the fee is {fee}.", amount=row.amount, times=times, most=most, fee=own
            )
            yield Hit((("remedies", "occurrences", row.id, "amount"),), {"event": row.name}, witness)


@TABLE.unwritable(
    "CRD-21",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Nothing is said on what a credit is in law: a price adjustment, liquidated damages or a penalty."),
)
def _(data: Any) -> Iterator[Hit]:
    """A document always says one of them, and whether other remedies are kept."""
    section = section_of(data, "remedies")
    if "nature" in section and section["nature"] not in _NATURES:
        yield Hit((("remedies", "nature"),))


@TABLE.unwritable(
    "CRD-22",
    Severity.WARNING,
    Fault.DEAD,
    say(
        "“{schedule}” multiplies the credit of a repeated miss by {factor} to {credit}, which passes the monthly cap of {cap}."
    ),
)
def _(data: Any) -> Iterator[Hit]:
    """A document has no multiplier: misses that repeat give a right instead (chronic failure)."""
    cap = number_in(section_of(data, "remedies").get("monthly_cap"))
    for row in rows_in(data, *SCHEDULES):
        table = row.get("thresholds")
        credits = (
            [number_in(one.get("credit")) for one in table if isinstance(one, dict)] if isinstance(table, list) else []
        )
        highest = max((one for one in credits if one is not None), default=None)
        for name, value in row.items():
            factor = number_in(value) if "multipl" in name or "repeat" in name else None
            if factor is not None and highest is not None and cap is not None and factor * highest > cap:
                values = {
                    "schedule": row.get("name") or row.get("id", ""),
                    "factor": plain(factor),
                    "credit": Percent(factor * highest),
                    "cap": Percent(cap),
                }
                yield Hit((SCHEDULES,), values, f"{plain(factor)} × {plain(highest)} > {plain(cap)}")


@TABLE.rule(
    "CRD-23",
    Severity.WARNING,
    Fault.DEAD,
    say("“{dead}” of {cap} can never be reached, since “{other}” of {limit} ends credits before."),
    reads=("remedies", "services"),
    remedy=say("Leave out “{dead}”"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section, whole = subject.document.remedies, subject.whole_fee
    monthly, yearly = section.monthly_cap, section.yearly_cap
    if monthly is None or yearly is None or not earns_credits(subject):
        return
    figures: str = f"{monthly}, {yearly}"
    if monthly.value <= yearly.value:
        dead, other, path, beside, cap, limit = say("Yearly cap"), say("Monthly cap"), YEARLY, MONTHLY, yearly, monthly
        if whole is not None:
            month, year = cap_of(monthly, whole), cap_of(yearly, whole, MONTHS)
            figures = f"{MONTHS} × {month} ≤ {year}"
    elif monthly.value >= yearly.value * MONTHS:
        dead, other, path, beside, cap, limit = say("Monthly cap"), say("Yearly cap"), MONTHLY, YEARLY, monthly, yearly
        if whole is not None:
            month, year = cap_of(monthly, whole), cap_of(yearly, whole, MONTHS)
            figures = say("{month} in a month ≥ {year} in the year", month=month, year=year)
    else:
        return
    values = {"dead": dead, "other": other, "cap": cap, "limit": limit}
    yield Hit((path, beside), values, figures, SetTerm(path, None))


@TABLE.rule(
    "CRD-24",
    Severity.HINT,
    Fault.DEAD,
    say("The smallest credit is less than the minimum amount of {least} and is never settled on its own."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    least = subject.document.remedies.minimum
    found = [one for one in _possible(subject) if least is not None and one[0].currency == least.currency]
    if least is None or not found:
        return
    smallest, name = min(found, key=lambda one: one[0].amount)
    if smallest.amount < least.amount:
        witness = f"“{name}”: {smallest} < {least}"
        yield Hit((("remedies", "minimum"),), {"least": least}, witness)


def _rewards(subject: Subject) -> Iterator[tuple[Reward, Path, Metric]]:
    for row in subject.document.remedies.rewards:
        for identifier in row.metrics:
            if identifier in subject.metrics:
                yield row, ("remedies", "rewards", row.id), subject.metrics[identifier]


def _worse(metric: Metric, one: Number, other: Number) -> bool:
    return one < other if metric.direction is Direction.HIGHER_IS_BETTER else one > other


def _times(subject: Subject, row: OccurrenceCredit) -> int | None:
    """How often the event is to be expected in a month at most: its own limit, or the tickets of its services."""
    needs = subject.document.needs
    told = {one.service: one.tickets_month for one in needs.services if one.tickets_month is not None and one.service}
    tickets = [told[one] for one in row.services if one in told]
    expected = sum(tickets) if row.services and len(tickets) == len(row.services) else needs.tickets_month
    known = [one for one in (row.most, expected) if one is not None]
    return min(known, default=None)


def _possible(subject: Subject) -> Iterator[tuple[Money, str]]:
    """The credits that a single miss or event can earn."""
    for schedule in schedules(subject):
        for metric in schedule.metrics:
            own = fee(subject, schedule, metric)
            for band in schedule.earning if own is not None else ():
                part = share(band.credit.value, Fraction(own.amount)) if own is not None else Fraction(0)
                weight = schedule.row.weight
                part = part if weight is None else share(weight.value, part)
                if part > 0 and own is not None:
                    yield money(part, own.currency), metric.name
    for row in subject.document.remedies.occurrences:
        if row.amount is not None and row.amount.amount > 0:
            yield row.amount, row.name
