"""The lines of a worked invoice as people read them: the fee, each step with its amount, what is due."""

from __future__ import annotations

import enum
from collections.abc import Iterator

import msgspec

from slaeditor.model.arithmetic.steps import Invoice, Kind, Step
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.model.sentence import counted, say

MOST_MET = 6
"""So many results without credit are told one by one."""


class Weight(enum.Enum):
    """How much a line matters."""

    QUIET = "quiet"  # moves nothing
    PLAIN = "plain"
    SUM = "sum"


class Line(msgspec.Struct, frozen=True):
    """``amount`` as it stands on the invoice: what a credit takes from the fee is negative. ``path`` is the term it follows from."""

    words: str
    amount: Money | None = None
    weight: Weight = Weight.PLAIN
    path: Path = ()


def lines(found: Invoice) -> tuple[Line, ...]:
    """From the fee to what is due; without a fee only what can be said. All amounts but the sums add up to what is due."""
    return tuple(_lines(found))


def _lines(found: Invoice) -> Iterator[Line]:
    if found.fee is not None:
        yield Line(say("Fee of all services"), found.fee, Weight.PLAIN, ("services", "items"))
    met = sum(one.kind is Kind.MET for one in found.steps)
    if met > MOST_MET:
        yield Line(
            counted("{count} result earns no credit.", "{count} results earn no credit.", met), None, Weight.QUIET
        )
    shown = [one for one in found.steps if one.kind is not Kind.MET or met <= MOST_MET]
    yield from (_of(one, found.fee) for one in shown if one.kind is not Kind.EARN_BACK)
    if found.credit is not None:
        credit = Money(-found.credit.amount, found.credit.currency)
        yield Line(say("Credit of the month"), credit, Weight.SUM)
    yield from (_of(one, found.fee) for one in shown if one.kind is Kind.EARN_BACK)
    if found.due is not None:
        yield Line(say("Due for the month, net of taxes"), found.due, Weight.SUM)


def _of(one: Step, fee: Money | None) -> Line:
    known = fee or (one.about.fee if one.about is not None else None)
    if not one.amount or known is None:
        return Line(one.sentence, None, Weight.QUIET, one.path)
    return Line(one.sentence, Money(-one.amount, known.currency), Weight.PLAIN, one.path)


def signed(line: Line) -> str:
    """The amount of a line: −EUR 900.00 for what is taken off, +EUR 900.00 for what a step gives back; empty without any."""
    if line.amount is None:
        return ""
    if line.amount.amount < 0:
        return f"−{Money(-line.amount.amount, line.amount.currency)}"
    steps = line.weight is Weight.PLAIN and line.path[:1] == ("remedies",)
    return f"+{line.amount}" if steps else str(line.amount)
