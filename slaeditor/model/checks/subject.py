"""What rules look at: the document, with what several of them need looked up once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model import paths, references, text
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target, Work
from slaeditor.model.checks.finding import Finding
from slaeditor.model.checks.prose import Text, printed_texts
from slaeditor.model.clock.compiled import Compiled, compile_calendar
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.lifecycle import State
from slaeditor.model.metric_sheet import TIMES, availability_id, metric_sheet, time_id
from slaeditor.model.money_effect import total_fee
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money
from slaeditor.model.sentence import joined
from slaeditor.model.terms import Kind, field, fields, is_empty

ORDINARY_YEAR = date(2026, 1, 1)
"""Where a document without an effective date is tried out: in a year like any other, with holidays that are known."""
COUNTING = (
    "hours", "targets", "channels", "escalation", "availability", "maintenance", "remedies", "review", "responsibilities",
)  # fmt: skip
"""The sections whose terms are counted by a calendar."""
_DAYS_OF_STARTS = 366
_DAYS_TO_RUN_ON = 200


@dataclass(frozen=True)
class Filed:
    """A PDF that is to be kept as signed: the content hash that it bears (empty: none), and the mark on its pages."""

    hash: str
    mark: str = ""


@dataclass(frozen=True)
class Past:
    """What became of the agreement before: its events folded, and the documents that rules compare this one with.

    ``signed`` is the last revision that all signed; ``others`` are signed revisions of other agreements, under their
    numbers; ``filed`` is the PDF that is about to be kept as signed.
    """

    state: State = State()  # noqa: RUF009 - a frozen value
    signed: Agreement | None = None
    others: tuple[tuple[str, Agreement], ...] = ()
    filed: Filed | None = None


@dataclass(frozen=True)
class Missing:
    """An obligatory term that says nothing."""

    path: Path
    label: str


@lru_cache(maxsize=256)
def year_of_starts(calendar: Calendar, first: date) -> Compiled | None:
    """The calendar from a week before ``first`` until every report of the year after it has run out; None when unusable.

    It is kept from one examination to the next.
    """
    if not calendar.zone:
        return None
    try:
        return compile_calendar(
            calendar, first - timedelta(days=7), last_start(first) + timedelta(days=_DAYS_TO_RUN_ON), public_holidays
        )
    except (ZoneInfoNotFoundError, ValueError):
        return None


def last_start(first: date) -> date:
    """The first date on which no report is tried out any more: a year and a day later."""
    return first + timedelta(days=_DAYS_OF_STARTS)


class Subject:
    """A document under examination. Everything here is derived from it and never changes."""

    def __init__(self, document: Agreement, past: Past | None = None) -> None:
        self.document = document
        self.past = past
        self.others: tuple[Finding, ...] = ()
        """What the rules that need no history have found; filled before those that do are asked."""

    @property
    def is_standard(self) -> bool:
        """Whether it belongs to no customer yet."""
        return self.document.kind is DocumentKind.STANDARD

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The services in scope by id."""
        return {one.id: one for one in self.document.services.items}

    @cached_property
    def priorities(self) -> Mapping[str, Priority]:
        """The priorities by id, the highest first."""
        return {one.id: one for one in self.document.priorities.levels}

    @cached_property
    def calendars(self) -> Mapping[str, Calendar]:
        """The calendars by id."""
        return {one.id: one for one in self.document.hours.calendars}

    @cached_property
    def clocks_in_use(self) -> Mapping[str, Path]:
        """The calendars by which something counts or is open, and the first term that names each. Needs and parts do not count."""
        found: dict[str, Path] = {}
        for section in COUNTING:
            for path, declared, value in paths.walk_below(
                getattr(self.document, section), (section,), field(Agreement, section)
            ):
                if value is None:
                    continue
                if declared.kind is Kind.DURATION and value.calendar:
                    found.setdefault(value.calendar, path)
                elif declared.kind is Kind.REFERENCE and declared.term.refers == "calendars":
                    found.setdefault(value, path)
        return found

    @cached_property
    def incident_targets(self) -> Mapping[tuple[str, str], Target]:
        """The row of targets for incidents of a service and a priority: its own, or the one for all that have none."""
        rows = [one for one in self.document.targets.items if one.work is Work.INCIDENT and one.priority]
        general = {one.priority: one for one in rows if not one.services}
        found = {(service, level): row for service in self.services for level, row in general.items() if level}
        found.update({(service, one.priority): one for one in rows for service in one.services if one.priority})
        return found

    @cached_property
    def metric_services(self) -> Mapping[str, tuple[str, ...]]:
        """The services that a metric of availability or of a time is about; other metrics belong to none."""
        found: dict[str, tuple[str, ...]] = {
            availability_id(promise, service): (service,)
            for promise in self.document.availability.promises
            for service in promise.services
        }
        for target in self.document.targets.items:
            about = target.services or self._without_own_row(target)
            found.update((time_id(target, time), about) for time in TIMES)
        return found

    def _without_own_row(self, target: Target) -> tuple[str, ...]:
        key = (target.priority, target.work)
        own = {
            service
            for one in self.document.targets.items
            if (one.priority, one.work) == key
            for service in one.services
        }
        return tuple(one for one in self.services if one not in own)

    @cached_property
    def whole_fee(self) -> Money | None:
        """The monthly fee of all services together, if it is known."""
        return total_fee(self.document)

    @cached_property
    def promised(self) -> Mapping[str, AvailabilityPromise]:
        """The availability promised for a service, by its id."""
        return {service: one for one in self.document.availability.promises for service in one.services}

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """The metrics of the metric sheet by id: those that follow from targets and availability, and the further ones."""
        return {one.id: one for one in metric_sheet(self.document)}

    @property
    def first(self) -> date:
        """The first date on which times are tried out: the effective date, if there is one that calendars can reach."""
        effective = self.document.identity.effective
        return effective if effective is not None and 1970 < effective.year < 9990 else ORDINARY_YEAR

    def clock(self, calendar: str | None) -> Compiled | None:
        """The calendar compiled for trying out a year; None when it is not there or cannot be used."""
        found = self.calendars.get(calendar or "")
        return None if found is None else year_of_starts(found, self.first)

    def words(self, path: Path) -> str:
        """Where a term stands: Targets › P1 › Restore."""
        return joined(" › ", text.place(self.document, path))

    def row(self, path: Path) -> str:
        """What the row at ``path`` is called."""
        return text.row_name(self.document, paths.find(self.document, path))

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The obligatory terms that say nothing, except what is internal."""
        found = (Missing(path, label) for path, label in _empty(self.document, ()))
        return tuple(one for one in found if not paths.is_internal(one.path))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that the agreement prints; a list of texts has several at one place."""
        return tuple(printed_texts(self.document))

    @cached_property
    def dangling(self) -> tuple[tuple[Path, str], ...]:
        """The references that lead nowhere, and the id or place that each of them names."""
        return tuple(references.dangling(self.document))


def _empty(owner: object, path: Path) -> Iterator[tuple[Path, str]]:
    for declared in fields(type(owner)):
        value = getattr(owner, declared.name)
        here = (*path, declared.name)
        if declared.term.obligatory and is_empty(value):
            yield here, declared.term.label
        elif declared.kind is Kind.GROUP:
            yield from _empty(value, here)
        elif declared.kind is Kind.ROWS:
            for row in value:
                yield from _empty(row, (*here, row.id))
