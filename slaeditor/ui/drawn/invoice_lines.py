"""The lines of a worked invoice, in the words of the window: fee, each step with its amount, what is due."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from slaeditor.model.arithmetic.steps import Invoice, Kind, Step
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.ui.words import told, tr, trn

MOST_MET = 6
"""So many results without credit are told one by one."""


class Weight(enum.Enum):
    """How much a line matters to the eye."""

    QUIET = "quiet"
    PLAIN = "plain"
    SUM = "sum"


@dataclass(frozen=True)
class Line:
    """``path`` is the term that it follows from; ``amount`` as it stands on the invoice, a credit with a minus."""

    words: str
    amount: str = ""
    weight: Weight = Weight.PLAIN
    path: Path = ()


def lines(found: Invoice) -> tuple[Line, ...]:
    """From the fee to what is due; without a fee only what can be said."""
    return tuple(_lines(found))


def _lines(found: Invoice) -> Iterator[Line]:
    if found.fee is not None:
        yield Line(tr("Fee of all services"), str(found.fee), Weight.PLAIN, ("services", "items"))
    met = [one for one in found.steps if one.kind is Kind.MET]
    if len(met) > MOST_MET:
        yield Line(
            trn("{count} result earns no credit.", "{count} results earn no credit.", len(met)), "", Weight.QUIET
        )
    currency = found.fee.currency if found.fee is not None else ""
    for one in found.steps:
        if one.kind is Kind.EARN_BACK or (one.kind is Kind.MET and len(met) > MOST_MET):
            continue
        yield _of(one, currency)
    if found.credit is not None:
        yield Line(tr("Credit of the month"), _signed(-found.credit.amount, currency), Weight.SUM)
    yield from (_of(one, currency) for one in found.steps if one.kind is Kind.EARN_BACK)
    if found.due is not None:
        yield Line(tr("Due for the month, net of taxes"), str(found.due), Weight.SUM)


def _of(one: Step, currency: str) -> Line:
    if not one.amount:
        return Line(told(one.sentence), "", Weight.QUIET, one.path)
    known = currency or (one.about.fee.currency if one.about is not None and one.about.fee is not None else "")
    back = "+" if one.amount < 0 else ""
    return Line(told(one.sentence), back + _signed(-one.amount, known), Weight.PLAIN, one.path)


def _signed(amount: Decimal, currency: str) -> str:
    return f"−{Money(-amount, currency)}" if amount < 0 else str(Money(amount, currency))


def told_all(found: Sequence[Line]) -> list[str]:
    """Each line as a sentence, for those who cannot see the sheet."""
    return [f"{one.words.rstrip('.')}: {one.amount}" if one.amount else one.words for one in found]
