"""Credits before any cap: for the results of a month, for misses that one event caused, and for single events."""

from __future__ import annotations

from fractions import Fraction

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.metrics import Direction
from slaeditor.model.agreement.remedies import Cumulation
from slaeditor.model.arithmetic.exact import money, share
from slaeditor.model.arithmetic.results import Judged, Measured, judged, level_text
from slaeditor.model.arithmetic.steps import NOTHING, Kind, Step
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.model.sentence import say


def credits(document: Agreement, measured: Measured) -> list[Step]:
    """A step for each judged result, in the order of the document."""
    return [_credit(one) for one in judged(document, measured)]


def credit_amount(one: Judged) -> Money | None:
    """The credit of one result: percent of the fee, times the at-risk share, rounded once; None without a fee."""
    if one.fee is None:
        return None
    exact = share(one.band.credit.value, Fraction(one.fee.amount))
    weight = one.schedule.weight
    return money(exact if weight is None else share(weight.value, exact), one.fee.currency)


def _credit(one: Judged) -> Step:
    path: Path = ("remedies", "schedules", one.schedule.id)
    name, result = one.metric.name, level_text(one.metric, one.value)
    if one.band.better is None:
        return Step(Kind.MET, say("{metric}: {result}. No credit.", metric=name, result=result), NOTHING, path, one)
    path = (*path, "thresholds", one.band.row)
    credit, weight, amount = one.band.credit, one.schedule.weight, credit_amount(one)
    lower = one.direction is Direction.LOWER_IS_BETTER
    level = level_text(one.metric, one.band.better)
    heard = say("{result}, above {level}", result=result, level=level) if lower else say(
        "{result}, below {level}", result=result, level=level
    )  # fmt: skip
    if amount is None:
        words = say(
            "{metric}: {heard}. {credit} of a fee that the agreement does not state.",
            metric=name, heard=heard, credit=credit,
        )  # fmt: skip
        return Step(Kind.UNKNOWN, words, NOTHING, path, one)
    words = say(
        "{metric}: {heard}. {credit} of {fee} = {amount}.",
        metric=name, heard=heard, credit=credit, fee=one.fee, amount=amount,
    )  # fmt: skip
    if weight is not None:
        words = say(
            "{metric}: {heard}. {credit} of {fee}, times its share of {weight} = {amount}.",
            metric=name, heard=heard, credit=credit, fee=one.fee, weight=weight, amount=amount,
        )  # fmt: skip
    return Step(Kind.CREDIT, words, amount.amount, path, one)


def one_event(document: Agreement, steps: list[Step]) -> list[Step]:
    """Of the credits that one event has caused, all but the highest are taken away again, unless they are to be added."""
    if document.remedies.cumulation is Cumulation.ADDED:
        return []
    caused: dict[str, list[tuple[Step, Judged]]] = {}
    for step in steps:
        if step.kind is Kind.CREDIT and step.about is not None and step.about.event:
            caused.setdefault(step.about.event, []).append((step, step.about))
    found = []
    for together in caused.values():
        highest, chosen = max(together, key=lambda pair: pair[0].amount)
        for step, about in together:
            if step is not highest:
                words = say(
                    "{metric}: not added. The same event touched “{highest}”, whose credit is the highest.",
                    metric=about.metric.name,
                    highest=chosen.metric.name,
                )
                found.append(Step(Kind.NOT_ADDED, words, -step.amount, ("remedies", "cumulation"), about))
    return found


def events(document: Agreement, measured: Measured, currency: str) -> list[Step]:
    """A step for each credit per event whose event happened, up to its number a month."""
    happened: dict[str, int] = {}
    for one in measured.happened:
        happened[one.row] = happened.get(one.row, 0) + max(0, one.times)
    found = []
    for row in document.remedies.occurrences:
        times = happened.get(row.id, 0)
        if not times:
            continue
        path: Path = ("remedies", "occurrences", row.id)
        if row.amount is None or row.amount.currency != currency:
            words: str = say("{event}: it has no amount in {currency}.", event=row.name, currency=currency)
            found.append(Step(Kind.UNKNOWN, words, NOTHING, path))
            continue
        paid = times if row.most is None else min(times, max(0, row.most))
        amount = Money(paid * row.amount.amount, currency)
        words = f"{row.name}: {paid} × {row.amount} = {amount}."
        if paid < times:
            words = say(
                "{event}: happened {times} times, at most {paid} count: {paid} × {each} = {amount}.",
                event=row.name, times=times, paid=paid, each=row.amount, amount=amount,
            )  # fmt: skip
        found.append(Step(Kind.EVENT, words, amount.amount, path))
    return found
