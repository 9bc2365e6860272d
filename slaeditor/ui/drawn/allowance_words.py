"""What the months of a promise say, in the words of the window."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from slaeditor.model.arithmetic.months import MonthAllowance
from slaeditor.model.clock.allowance import length
from slaeditor.model.day_names import MONTHS
from slaeditor.model.quantities import plain
from slaeditor.ui.words import tr, trn

HOUR, MINUTE = Decimal(3600), Decimal(60)


def unit_of(found: Sequence[MonthAllowance]) -> Decimal:
    """Seconds of the unit that the columns are told in: minutes, or hours where minutes would not fit."""
    return MINUTE if max((one.allowed for one in found), default=Decimal(0)) < 1000 * MINUTE else HOUR


def figure(seconds: Decimal, unit: Decimal) -> str:
    """21.6: one place after the point, cut, so that it never promises more."""
    return str((seconds / unit).quantize(Decimal("0.1"), ROUND_DOWN))


def hours(seconds: int) -> str:
    """8, 2.5: hours with at most one place after the point, cut; nothing for none."""
    return plain((seconds / HOUR).quantize(Decimal("0.1"), ROUND_DOWN)) if seconds else ""


def shift(seconds: int) -> str:
    """By how many hours the change of clocks lengthens or shortens a month: +1, −1; nothing where they do not change."""
    return ("+" if seconds > 0 else "−") + hours(abs(seconds)) if seconds else ""


def month_told(one: MonthAllowance) -> str:
    """Everything about one month: March: 43 min 55 s; the clocks change: −1 h; 2 days are closed or shortened."""
    said = [tr("{month}: {length} of downtime", month=MONTHS[one.number - 1], length=length(one.allowed))]
    if one.shift:
        said.append(tr("the clocks change: {shift} h", shift=shift(one.shift)))
    if one.closed:
        said.append(trn("{count} day closed or shortened", "{count} days closed or shortened", len(one.closed)))
    if one.excluded:
        said.append(tr("{length} of planned maintenance is not counted", length=length(one.excluded)))
    if one.counted:
        said.append(tr("{length} of planned maintenance counts as downtime", length=length(one.counted)))
    return "; ".join(said)


def overdrawn(found: Sequence[MonthAllowance]) -> str:
    """Which months maintenance alone breaks; empty when none."""
    names = [tr(MONTHS[one.number - 1]) for one in found if one.counted and one.left < 0]
    if not names:
        return ""
    if len(names) == len(found):
        return tr("The maintenance that counts as downtime takes more than is allowed, in every month.")
    return tr(
        "The maintenance that counts as downtime takes more than is allowed in {months}.", months=", ".join(names)
    )
