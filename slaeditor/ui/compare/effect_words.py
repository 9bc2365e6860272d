"""The effect of a change in money, in words; pure, so testable without a display."""

from __future__ import annotations

from slaeditor.model.money_effect import Effect, Measure, Sum
from slaeditor.model.quantities import Money
from slaeditor.ui.words import tr


def headline(effect: Effect) -> str:
    """The difference with its sign: “+EUR 2,400.00 fees a year”."""
    difference = effect.difference
    sign = "+" if difference.amount > 0 else "\N{MINUS SIGN}"
    money = sign + str(Money(abs(difference.amount), difference.currency))
    match effect.measure:
        case Measure.FEES_A_YEAR:
            return tr("{money} fees a year", money=money)
        case Measure.CAP_A_MONTH:
            return tr("{money} maximum credit a month", money=money)
        case Measure.CAP_A_YEAR:
            return tr("{money} maximum credit a year", money=money)
        case Measure.CREDIT_A_MONTH:
            return tr("{money} credit for a month", money=money)
        case Measure.EVENTS_A_MONTH:
            return tr("{money} maximum credit for events a month", money=money)


def formula(effect: Effect) -> str:
    """Where the difference comes from, in one sentence."""
    sides = [_side(tr("before"), effect.old), _side(tr("after"), effect.new)]
    return f"{_of(effect.measure)}: {'; '.join(sides)}."


def _of(measure: Measure) -> str:
    match measure:
        case Measure.FEES_A_YEAR:
            return tr("Monthly fee of the service times twelve months")
        case Measure.CAP_A_MONTH:
            return tr("Monthly cap times the monthly fees of all services")
        case Measure.CAP_A_YEAR:
            return tr("Yearly cap times the fees of all services in twelve months")
        case Measure.CREDIT_A_MONTH:
            return tr("Credit times the monthly fee that it is taken of")
        case Measure.EVENTS_A_MONTH:
            return tr("Amount for each event times the most events a month")


def _side(when: str, total: Sum | None) -> str:
    return f"{when} {total.formula} = {total.money}" if total else tr("{when} nothing", when=when)
