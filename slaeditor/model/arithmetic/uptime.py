"""Availability achieved, from downtime and excluded time, and what a chain of components can reach at best."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from slaeditor.model.agreement.availability import Availability, Rounding
from slaeditor.model.agreement.services import Component, Service
from slaeditor.model.arithmetic.exact import rounded
from slaeditor.model.clock.allowance import length
from slaeditor.model.quantities import Percent
from slaeditor.model.sentence import say

UNSAID_DIGITS = 4
"""Decimal places of a result where the agreement states none."""


class Uptime(msgspec.Struct, frozen=True):
    """The availability of one period: ``exact`` as a share of one, ``percent`` rounded by the agreement's rule, and the steps to it."""

    exact: Fraction
    percent: Percent
    steps: tuple[str, ...]


def uptime(base: int, excluded: int, downtime: int, rule: Availability | None = None) -> Uptime | None:
    """``(base − excluded − downtime) ÷ (base − excluded)``, in seconds (design: excluded time leaves both sides).

    ``downtime`` is what lies outside excluded time. None when nothing of the base is left to be judged. ``ValueError`` for
    negative times and for more time than there is. ``rule`` states digits and rounding; without one, four digits, half up.
    """
    if min(base, excluded, downtime) < 0:
        raise ValueError("times cannot be negative")
    judged = base - excluded
    if judged < 0 or downtime > judged:
        raise ValueError("more time is excluded or down than there is")
    if judged == 0:
        return None
    exact = Fraction(judged - downtime, judged)
    digits, mode = rounding_of(rule)
    percent = Percent(rounded(exact * 100, digits, mode))
    steps = (
        say("Base time {base}, of which {excluded} are excluded.", base=length(base), excluded=length(excluded)),
        say("{judged} remain to be judged.", judged=length(judged)),
        say("{down} of downtime leave {up}.", down=length(downtime), up=length(judged - downtime)),
        say(
            "Availability: {up} ÷ {judged} = {percent}.",
            up=length(judged - downtime),
            judged=length(judged),
            percent=percent,
        ),
    )
    return Uptime(exact, percent, steps)


def rounding_of(rule: Availability | None) -> tuple[int, Rounding]:
    """Digits and mode by which results in percent are rounded."""
    if rule is None or rule.digits is None or rule.digits < 0:
        return UNSAID_DIGITS, rule.rounding if rule is not None else Rounding.HALF_UP
    return min(rule.digits, 12), rule.rounding


class Serial(msgspec.Struct, frozen=True):
    """What a service can reach at best on the components that it stops without: ``exact`` is a share of one."""

    parts: tuple[Component, ...]
    exact: Fraction

    @property
    def percent(self) -> Percent:
        """Cut down to four digits after the point, so that it never promises more."""
        return Percent(rounded(self.exact * 100, UNSAID_DIGITS, Rounding.DOWN))

    @property
    def formula(self) -> str:
        """``99.9% × 99.9% = 99.8001%``."""
        return " × ".join(str(one.availability) for one in self.parts) + f" = {self.percent}"

    def carries(self, promised: Percent) -> bool:
        """Whether a promise of this height can be kept by the components alone."""
        return Fraction(promised.value) <= self.exact * 100


def serial(service: Service) -> Serial | None:
    """The product of the availabilities of the components without which the service stops; None when none of them has a figure."""
    parts = tuple(one for one in service.components if one.serial and one.availability is not None)
    if not parts:
        return None
    exact = Fraction(1)
    for one in parts:
        assert one.availability is not None
        exact *= min(Fraction(1), max(Fraction(0), Fraction(one.availability.value) / 100))
    return Serial(parts, exact)
