"""What a worked invoice is made of: steps that each move some money, and how the contract year stands before and after."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from slaeditor.model.arithmetic.results import Judged
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money

NOTHING = Decimal(0)


class Kind(enum.Enum):
    """What a step of the computation does; also their order."""

    MET = "no credit"
    CREDIT = "credit"
    UNKNOWN = "fee unknown"
    NOT_ADDED = "lower credit of one event"
    EVENT = "credit per event"
    MONTHLY_CAP = "monthly cap"
    YEARLY_CAP = "yearly cap"
    MINIMUM = "minimum amount"
    EARN_BACK = "earn-back"


class Step(msgspec.Struct, frozen=True):
    """A step: ``amount`` is what it adds to the credit (negative: takes from it), ``path`` the term that it follows.

    ``about`` is the result that it judges, None for a step that concerns the whole month.
    """

    kind: Kind
    sentence: str
    amount: Decimal
    path: Path
    about: Judged | None = None


class Standing(msgspec.Struct, frozen=True):
    """What earlier months of the same contract year have left behind.

    ``credited``: credits settled so far; ``returned``: what each reward (by id) has earned back; ``run``: for how many months
    up to the last one its metrics have been better than it asks.
    """

    credited: Decimal = NOTHING
    returned: Mapping[str, Decimal] = {}
    run: Mapping[str, int] = {}


class Invoice(msgspec.Struct, frozen=True):
    """The invoice of a month. Without ``fee`` (one is missing, or they are in several currencies) nothing is computed in money.

    ``credit`` is what the customer is credited, ``returned`` what the provider earns back of earlier credits, and ``after`` how
    the contract year stands then. The amounts of all steps together are ``credit − returned``.
    """

    fee: Money | None
    steps: tuple[Step, ...]
    credit: Money | None
    returned: Money | None
    after: Standing

    @property
    def due(self) -> Money | None:
        """The fee less the credit, with what is earned back."""
        if self.fee is None or self.credit is None or self.returned is None:
            return None
        return Money(self.fee.amount - self.credit.amount + self.returned.amount, self.fee.currency)

    def sum_of(self, *kinds: Kind) -> Decimal:
        """What the steps of these kinds add up to."""
        return total(one for one in self.steps if one.kind in kinds)


def total(steps: Iterable[Step]) -> Decimal:
    """What the steps add up to."""
    return sum((one.amount for one in steps), NOTHING)
