"""Which hours and rows hold for a service, where a row names some services or, naming none, all that have no row of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from slaeditor.model.agreement.hours import Hours
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.checks.subject import Subject
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined


class ForServices(Protocol):
    """A row that is for some services; for all the others when it names none."""

    @property
    def services(self) -> tuple[str, ...]:
        """The ids of the services."""
        ...


R = TypeVar("R", bound=ForServices)


def holding(rows: Iterable[R], service: str) -> list[R]:
    """The rows that hold for the service: its own, or those for all that have none."""
    every = list(rows)
    return [row for row in every if service in row.services] or [row for row in every if not row.services]


def hours_of(hours: Hours, service: str, use: str) -> tuple[str | None, Path]:
    """The calendar of a service and where it is said; ``use`` is ``service_hours`` or ``support_hours``."""
    for row in hours.service_exceptions:
        own: str | None = getattr(row, use)
        if own is not None and service in row.services:
            return own, ("hours", "service_exceptions", row.id, use)
    general: str | None = getattr(hours, use)
    return general, ("hours", use)


def services_of(subject: Subject, target: Target) -> list[str]:
    """The ids of the services for which the row holds."""
    if target.services:
        return [one for one in target.services if one in subject.services]
    own = {
        service
        for other in subject.document.targets.items
        if other.priority == target.priority and other.work is target.work
        for service in other.services
    }
    return [one for one in subject.services if one not in own]


def gravest(subject: Subject) -> list[Target]:
    """The targets for incidents of the first priority."""
    first = next(iter(subject.priorities), None)
    items = subject.document.targets.items
    return [one for one in items if first is not None and one.priority == first and one.work is Work.INCIDENT]


def names(subject: Subject, services: Sequence[str]) -> str:
    """The names of services in a row."""
    return joined(", ", [subject.services[one].name for one in services if one in subject.services])
