"""Rewards, the mirror of credits: good months in a row earn back a share of what was credited before."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Rounding
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import Reward
from slaeditor.model.arithmetic.exact import money, share
from slaeditor.model.arithmetic.results import Measured, agreed_level, rounded_result
from slaeditor.model.arithmetic.steps import NOTHING, Kind, Standing, Step
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.quantities import Money, Number
from slaeditor.model.sentence import counted, say


def earn_back(
    document: Agreement, measured: Measured, before: Standing, credit: Decimal, currency: str
) -> tuple[list[Step], Standing]:
    """What is earned back in a month with ``credit``, and how the contract year stands after it.

    A run that is long enough earns back a share of the credits of the months before, as far as they still stand; then a new run
    begins. Never more than stands, nor more in a year than the reward's share of all its credits.
    """
    steps: list[Step] = []
    runs: dict[str, int] = {}
    returned = dict(before.returned)
    metrics = {metric.id: metric for metric in metric_sheet(document)} if document.remedies.rewards else {}
    for row in document.remedies.rewards:
        judged = [metrics.get(one) for one in row.metrics]
        good = bool(judged) and all(_surpassed(document, one, measured, row.at_least) for one in judged)
        run = before.run.get(row.id, 0) + 1 if good else 0
        wanted = max(1, row.months or 1)
        runs[row.id] = run if run < wanted else 0
        if run < wanted or row.earn_back is None:
            continue
        standing = before.credited - sum(returned.values(), NOTHING)
        already = returned.get(row.id, NOTHING)
        amount = _amount(row, standing, before.credited + credit, already, currency)
        if amount <= 0:
            continue
        returned[row.id] = already + amount
        words = say(
            "{reward}: surpassed for {run}. {share} of the {standing} credited before, {amount}, is earned back.",
            reward=row.name,
            run=counted("{count} month", "{count} months in a row", run),
            share=row.earn_back, standing=Money(standing, currency), amount=Money(amount, currency),
        )  # fmt: skip
        if amount < money(share(row.earn_back.value, Fraction(standing)), currency).amount:
            words = say(
                "{reward}: surpassed for {run}. {amount} of the {standing} credited before is earned back, since at most "
                "{limit} of the credits of the year may be.",
                reward=row.name,
                run=counted("{count} month", "{count} months in a row", run),
                limit=row.limit, standing=Money(standing, currency), amount=Money(amount, currency),
            )  # fmt: skip
        steps.append(Step(Kind.EARN_BACK, words, -amount, ("remedies", "rewards", row.id)))
    return steps, Standing(before.credited + credit, returned, runs)


def _amount(row: Reward, standing: Decimal, year: Decimal, already: Decimal, currency: str) -> Decimal:
    """The reward's share of what stands, at most its share of the credits of the year less what it has earned back already."""
    assert row.earn_back is not None
    amount = min(standing, money(share(row.earn_back.value, Fraction(standing)), currency).amount)
    if row.limit is None:
        return amount
    return min(amount, money(share(row.limit.value, Fraction(year)), currency, Rounding.DOWN).amount - already)


def _surpassed(document: Agreement, metric: Metric | None, measured: Measured, level: Number | None) -> bool:
    """Whether the metric was measured and better than ``level``, or than what is agreed where the reward names none."""
    found = measured.of(metric.id) if metric is not None else None
    if metric is None or found is None:
        return False
    asked = level if level is not None else agreed_level(metric)
    if asked is None:
        return False
    value = rounded_result(document, metric, found.value)
    return value > asked if metric.direction is Direction.HIGHER_IS_BETTER else value < asked
