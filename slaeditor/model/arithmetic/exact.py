"""Exact shares and how they are rounded: nothing here is a binary float, and nothing is rounded but by a stated rule."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from slaeditor.model.agreement.availability import Rounding
from slaeditor.model.quantities import MINOR_DIGITS, Money


def rounded(value: Fraction, digits: int, mode: Rounding) -> Decimal:
    """``value`` with so many decimal places. Up and down are away from and towards nothing; halves go up in size, or to the even digit."""
    scaled = abs(value) * 10**digits
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    half = Fraction(1, 2)
    more = {
        Rounding.UP: rest > 0,
        Rounding.DOWN: False,
        Rounding.HALF_UP: rest >= half,
        Rounding.HALF_EVEN: rest > half or (rest == half and whole % 2 == 1),
    }[mode]
    return Decimal((int(value < 0), tuple(map(int, str(whole + more))), -digits))


def money(value: Fraction, currency: str, mode: Rounding = Rounding.HALF_UP) -> Money:
    """``value`` in the smallest unit of the currency (ISO 4217); halves away from nothing unless said otherwise."""
    return Money(rounded(value, MINOR_DIGITS.get(currency, 2), mode), currency)


def share(percent: Decimal, of: Fraction) -> Fraction:
    """So many percent of ``of``."""
    return Fraction(percent) * of / 100
