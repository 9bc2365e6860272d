"""From the results of a month to its invoice, and of the months of a contract year, each step with the money that it moves."""

from __future__ import annotations

from collections.abc import Iterable

from slaeditor.model.agreement import Agreement
from slaeditor.model.arithmetic.capping import minimum, monthly_cap, yearly_cap
from slaeditor.model.arithmetic.crediting import credits, events, one_event
from slaeditor.model.arithmetic.earn_back import earn_back
from slaeditor.model.arithmetic.results import Measured
from slaeditor.model.arithmetic.steps import Invoice, Standing, total
from slaeditor.model.money_effect import total_fee
from slaeditor.model.quantities import Money


def invoice(document: Agreement, measured: Measured, standing: Standing | None = None) -> Invoice:
    """The invoice of one month; ``standing`` is that of the months before it in the contract year (None: it is the first).

    Order: result rounded → band → percent of the fee → at-risk share → rounded to the smallest unit, halves away from nothing →
    highest of one event, or all → credits per event → monthly cap → yearly cap → minimum → earn-back of earlier credits. Why
    so: docs/adr/0018. ``ValueError`` when a metric is measured twice.
    """
    if len({one.metric for one in measured.results}) < len(measured.results):
        raise ValueError("a metric has one result a month")
    before = standing or Standing()
    fee = total_fee(document)
    steps = credits(document, measured)
    if fee is None:
        return Invoice(None, tuple(steps), None, None, before)
    steps += one_event(document, steps)
    steps += events(document, measured, fee.currency)
    steps += monthly_cap(document, fee, total(steps))
    steps += yearly_cap(document, fee, total(steps), before.credited)
    steps += minimum(document, fee.currency, total(steps))
    credit = total(steps)
    back, after = earn_back(document, measured, before, credit, fee.currency)
    return Invoice(fee, (*steps, *back), Money(credit, fee.currency), Money(-total(back), fee.currency), after)


def invoices(document: Agreement, months: Iterable[Measured]) -> tuple[Invoice, ...]:
    """The invoices of the months of one contract year, the first one first."""
    found: list[Invoice] = []
    for measured in months:
        found.append(invoice(document, measured, found[-1].after if found else None))
    return tuple(found)
