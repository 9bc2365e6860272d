"""An escalation path over time: where its steps and the targets stand, each on the clock that counts it."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.escalation import Path, Step
from slaeditor.model.agreement.targets import Target
from slaeditor.model.quantities import Duration, Unit

MARKED = ("response", "restore", "resolve")
"""The times of a target that a ladder marks, and of which a step can be a percent."""


class Rung(msgspec.Struct, frozen=True):
    """A step; ``at`` is the time it comes, in the unit of its lane, None when nothing says so."""

    step: Step
    at: Decimal | None = None


class Mark(msgspec.Struct, frozen=True):
    """A time of the target, by the name of its field."""

    time: str
    limit: Duration


class Lane(msgspec.Struct, frozen=True):
    """What one clock counts, the earliest first. ``unit`` and ``calendar`` mean what they mean in a ``Duration``."""

    unit: Unit
    calendar: str | None
    rungs: tuple[Rung, ...]
    marks: tuple[Mark, ...]

    @property
    def last(self) -> Decimal:
        """The latest time in the lane, at least 1."""
        times = [rung.at for rung in self.rungs if rung.at is not None]
        return max(Decimal(1), *times, *(Decimal(mark.limit.amount) for mark in self.marks))

    @property
    def breach(self) -> Mark | None:
        """The target whose miss is the breach: to restore, else to resolve, if this clock counts it."""
        return next((mark for name in ("restore", "resolve") for mark in self.marks if mark.time == name), None)


class Ladder(msgspec.Struct, frozen=True):
    """``untimed`` steps have no place on any clock; ``elsewhere`` are targets that another clock counts than any step."""

    lanes: tuple[Lane, ...]
    untimed: tuple[Rung, ...]
    elsewhere: tuple[Mark, ...]


def judged(document: Agreement, path: Path) -> tuple[Target, ...]:
    """The targets that the path can belong to: of its priorities and services, as the document has them."""
    services = set(path.services)
    return tuple(
        target
        for target in document.targets.items
        if target.priority in path.priorities
        and (not services or not target.services or services & set(target.services))
    )


def ladder(steps: tuple[Step, ...], target: Target | None) -> Ladder:
    """The steps and the target's times, each on its own clock; a percent is taken of the target's time."""
    lanes: dict[tuple[Unit, str | None], list[Rung]] = {}
    untimed: list[Rung] = []
    for step in steps:
        counted = _counted(step, target)
        if counted is None:
            untimed.append(Rung(step))
        else:
            clock, at = counted
            lanes.setdefault((clock.unit, clock.calendar), []).append(Rung(step, at))
    marks = [
        Mark(name, limit) for name in MARKED if target is not None and (limit := getattr(target, name)) is not None
    ]
    if not lanes:
        lanes = {(mark.limit.unit, mark.limit.calendar): [] for mark in marks}
    return Ladder(
        lanes=tuple(
            Lane(unit, calendar, _by_time(rungs), tuple(_on(marks, unit, calendar)))
            for (unit, calendar), rungs in lanes.items()
        ),
        untimed=tuple(untimed),
        elsewhere=tuple(mark for mark in marks if (mark.limit.unit, mark.limit.calendar) not in lanes),
    )


def _counted(step: Step, target: Target | None) -> tuple[Duration, Decimal] | None:
    """The clock of a step and its time on it."""
    if step.after is not None:
        return step.after, Decimal(step.after.amount)
    limit: Duration | None = getattr(target, step.base.value) if target is not None and step.base is not None else None
    if limit is None or step.percent is None:
        return None
    return limit, limit.amount * step.percent.value / 100


def _by_time(rungs: list[Rung]) -> tuple[Rung, ...]:
    return tuple(sorted(rungs, key=lambda rung: rung.at or Decimal(0)))


def _on(marks: list[Mark], unit: Unit, calendar: str | None) -> list[Mark]:
    return sorted(
        (mark for mark in marks if (mark.limit.unit, mark.limit.calendar) == (unit, calendar)),
        key=lambda mark: mark.limit.amount,
    )
