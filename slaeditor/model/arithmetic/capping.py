"""Where credits end: the caps of the month and the contract year, and the amount below which nothing is settled."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Rounding
from slaeditor.model.arithmetic.exact import money, share
from slaeditor.model.arithmetic.steps import NOTHING, Kind, Step
from slaeditor.model.money_effect import MONTHS
from slaeditor.model.quantities import Money, Percent
from slaeditor.model.sentence import say


def cap_of(cap: Percent, fee: Money, months: int = 1) -> Money:
    """A cap in money: a share of the fee of so many months, rounded down, so that it is never surpassed; never negative."""
    most = share(max(NOTHING, cap.value), Fraction(fee.amount) * months)
    return money(max(Fraction(0), most), fee.currency, Rounding.DOWN)


def monthly_cap(document: Agreement, fee: Money, credit: Decimal) -> list[Step]:
    """What the cap of the month takes from ``credit``; a step of nothing when it is not exceeded."""
    cap = document.remedies.monthly_cap
    if cap is None:
        return []
    most = cap_of(cap, fee)
    taken = max(NOTHING, credit - most.amount)
    words = say("Monthly cap: {cap} of {fee} = {most}: not exceeded.", cap=cap, fee=fee, most=most)
    if taken:
        whole = Money(credit, fee.currency)
        words = say(
            "Monthly cap: {cap} of {fee} = {most}; {whole} is cut to it.", cap=cap, fee=fee, most=most, whole=whole
        )
    return [Step(Kind.MONTHLY_CAP, words, -taken, ("remedies", "monthly_cap"))]


def yearly_cap(document: Agreement, fee: Money, credit: Decimal, used: Decimal) -> list[Step]:
    """What the cap of the contract year takes from ``credit`` after ``used`` was credited before; nothing when it is not exceeded.

    The fee of the year is twelve times the monthly fee.
    """
    cap = document.remedies.yearly_cap
    if cap is None:
        return []
    most = cap_of(cap, fee, MONTHS)
    room = Money(max(NOTHING, most.amount - used), fee.currency)
    taken = max(NOTHING, credit - room.amount)
    words = say(
        "Yearly cap: {cap} of {fee} × {months} = {most}: not exceeded.", cap=cap, fee=fee, months=MONTHS, most=most
    )
    if taken:
        words = say(
            "Yearly cap: {cap} of {fee} × {months} = {most}, of which {room} is left; {whole} is cut to that.",
            cap=cap, fee=fee, months=MONTHS, most=most, room=room, whole=Money(credit, fee.currency),
        )  # fmt: skip
    return [Step(Kind.YEARLY_CAP, words, -taken, ("remedies", "yearly_cap"))]


def minimum(document: Agreement, currency: str, credit: Decimal) -> list[Step]:
    """A credit below the minimum amount is not settled. An amount in another currency cannot be compared and does nothing."""
    least = document.remedies.minimum
    if least is None or least.currency != currency or not 0 < credit < least.amount:
        return []
    words = say(
        "{credit} is less than the minimum amount of {least} and is not settled.",
        credit=Money(credit, currency),
        least=least,
    )
    return [Step(Kind.MINIMUM, words, -credit, ("remedies", "minimum"))]
