"""Availability, AVL-01 to AVL-08: whether what is promised can be kept, and whether everybody would measure the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import Any

from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.agreement.targets import Period
from slaeditor.model.checks.downtime import Span, base_of, planned, promised, spans, tightest, windows_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.allowance import allowed_seconds, length
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Duration, Percent, Unit
from slaeditor.model.sentence import say
from slaeditor.model.terms import field

TABLE = Table()

PROMISES = ("availability", "promises")
FORMULA = "(base − excluded − downtime) ÷ (base − excluded)"
"""The formula by which the metrics that follow from promises are computed."""

_PERIODS = {one.value for one in Period}
_MONTHS = {Period.CALENDAR_MONTH: 1, Period.ROLLING_30_DAYS: 1, Period.QUARTER: 3, Period.YEAR: 12}
_AROUND_THE_CLOCK, _OFFICE = 30 * 86400, 22 * 8 * 3600
_AVAILABILITY = re.compile(r"availab|uptime|erişilebilirlik|kullanılabilirlik", re.IGNORECASE)
_EXCLUDED = re.compile(r"exclu|maintenance|planned|bakım|hariç", re.IGNORECASE)
_DIVIDED = re.compile(r"÷|/|\bdivided by\b", re.IGNORECASE)


@TABLE.unwritable(
    "AVL-01",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("The availability promised in row “{row}” has no period over which it is measured."),
)
def _(data: Any) -> Iterator[Hit]:
    """A promise always has one of four periods; a calendar month if nothing else is chosen."""
    for row in rows_in(data, *PROMISES):
        if "period" in row and row["period"] not in _PERIODS:
            yield Hit((PROMISES,), {"row": row.get("id", "")})


@TABLE.rule(
    "AVL-02",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("“{label}” is empty, so that it is open which minutes availability counts."),
    reads=("hours", "availability"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, _ in missing(subject, "AVL-02"):
        level = next((percent for _, percent in promised(subject)), Percent("99.9"))
        witness = say(
            "{percent} allows {long} in 30 days around the clock, and {short} in 22 days of 8 hours.",
            percent=level,
            long=length(allowed_seconds(level, _AROUND_THE_CLOCK)),
            short=length(allowed_seconds(level, _OFFICE)),
        )
        yield Hit((path,), {"label": label}, witness)


@TABLE.rule(
    "AVL-03",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("Maintenance that counts as downtime breaks the availability of {service} all by itself."),
    reads=("availability", "maintenance", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for promise, percent in promised(subject):
        for service in promise.services:
            windows = windows_of(subject, service, counted=True)
            if not windows:
                continue
            found = [
                (taken - span.allowed(percent), span, taken)
                for span, taken in _planned(subject, promise, service, counted=True)
            ]
            if not found:
                continue
            beyond, span, taken = max(found, key=lambda one: one[0])
            if beyond <= 0:
                continue
            best = Percent((Decimal(span.base - taken) * 100 / span.base).quantize(Decimal("0.01"), ROUND_DOWN))
            witness = say(
                "{period}: {taken} of maintenance, {allowed} of downtime allowed; {best} at best.",
                period=span.name,
                taken=length(taken),
                allowed=length(span.allowed(percent)),
                best=best,
            )
            paths = tuple(("maintenance", "windows", one.id) for one in windows)
            yield Hit(
                ((*PROMISES, promise.id, "percent"), *paths), {"service": service_name(subject, service)}, witness
            )


@TABLE.rule(
    "AVL-04",
    Severity.WARNING,
    Fault.DEAD,
    say("More than a tenth of the time in which {service} is measured may be excluded as maintenance."),
    reads=("availability", "maintenance", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.maintenance
    for promise in subject.document.availability.promises:
        for service in promise.services:
            months = _MONTHS[promise.period]
            cap, emergency = (_seconds(one) for one in (section.monthly_cap, section.emergency_cap))
            found = []
            for span, taken in _planned(subject, promise, service, counted=False):
                if cap is not None:  # without windows, maintenance may take place whenever it is announced
                    taken = min(taken, cap * months) if section.windows else cap * months
                taken = min(span.base, taken + (emergency or 0) * months)
                found.append((Decimal(taken) / span.base, span, taken))
            if not found:
                continue
            share, span, taken = max(found, key=lambda one: one[0])
            if share * 10 > 1:
                witness = say(
                    "{period}: up to {taken} of {base} ({share}).",
                    period=span.name,
                    taken=length(taken),
                    base=length(span.base),
                    share=Percent((share * 100).quantize(Decimal("0.1"), ROUND_DOWN)),
                )
                yield Hit(
                    ((*PROMISES, promise.id), ("maintenance", "windows")),
                    {"service": service_name(subject, service)},
                    witness,
                )


@TABLE.rule(
    "AVL-05",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The availability of {services} is set to {percent}; a promise lies above 0% and below 100%."),
    reads=("availability", "services"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for promise, percent in promised(subject):
        if not 0 < percent.value < 100:
            witness = say("{percent} of 30 days: {allowed} of downtime.", percent=percent,
                          allowed=length(allowed_seconds(percent, _AROUND_THE_CLOCK)))  # fmt: skip
            values = {"services": subject.row((*PROMISES, promise.id)), "percent": percent}
            yield Hit(((*PROMISES, promise.id, "percent"),), values, witness)


@TABLE.rule(
    "AVL-06",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("The availability of {services} allows less downtime than the automatic check takes to notice an outage."),
    reads=("availability", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.availability
    interval, failures = _seconds(section.probe_interval), section.probe_failures
    if not interval or not failures or failures < 1:
        return
    for promise, percent in promised(subject):
        span = tightest(subject, promise)
        if span is not None and 0 < span.allowed(percent) < interval * failures:
            witness = say(
                "{failures} checks, {interval} apart: {noticed}; {percent} allows {allowed} in {period}.",
                failures=failures,
                interval=length(interval),
                noticed=length(interval * failures),
                percent=percent,
                allowed=length(span.allowed(percent)),
                period=span.name,
            )
            yield Hit(
                (
                    (*PROMISES, promise.id, "percent"),
                    ("availability", "probe_interval"),
                    ("availability", "probe_failures"),
                ),
                {"services": subject.row((*PROMISES, promise.id))},
                witness,
            )


@TABLE.rule(
    "AVL-07",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("Nothing is said on “{label}”, so that availability can be counted in more than one way."),
    reads=("availability",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, _ in missing(subject, "AVL-07"):
        yield Hit((path,), {"label": label})
    section = subject.document.availability
    for name in ("degraded", "partial_outage"):
        if section.promises and not getattr(section, name).strip():
            yield Hit((("availability", name),), {"label": field(type(section), name).term.label})


@TABLE.rule(
    "AVL-08",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("The formula of “{metric}” takes maintenance out on one side only, or does not say whether it does."),
    reads=("metrics", "maintenance"),
    remedy=say("Take excluded time out of both sides"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """The metrics that follow from promises leave it out on both sides; only a metric of the agreement's own can differ."""
    excludes = any(not one.counts_as_downtime for one in subject.document.maintenance.windows)
    for metric in subject.document.metrics.items:
        sides = _DIVIDED.split(metric.formula)
        if len(sides) != 2 or not _AVAILABILITY.search(f"{metric.name} {metric.formula}"):
            continue
        above, below = (bool(_EXCLUDED.search(side)) for side in sides)
        speaks_of_time = re.search(
            r"\btime|downtime|uptime|minutes|hours|süre|dakika|saat", metric.formula, re.IGNORECASE
        )
        if above != below or (excludes and not above and speaks_of_time):
            path: Path = ("metrics", "items", metric.id, "formula")
            yield Hit((path,), {"metric": metric.name}, metric.formula, SetTerm(path, FORMULA))


def _planned(
    subject: Subject, promise: AvailabilityPromise, service: str, *, counted: bool
) -> Iterator[tuple[Span, int]]:
    """The periods of the promise with the maintenance planned in them; none without base time."""
    calendar, windows = base_of(subject, promise), windows_of(subject, service, counted=counted)
    if calendar is None:
        return
    found = spans(calendar, promise.period, subject.first)
    taken = (0,) * len(found)
    if windows:
        taken = planned(windows, subject.document.maintenance.blackouts, calendar, promise.period, subject.first)
    for span, seconds in zip(found, taken, strict=True):
        if span.base:
            yield span, seconds


def _seconds(duration: Duration | None) -> int | None:
    """A length in minutes as seconds; None for working days, whose length is not fixed."""
    return 60 * duration.amount if duration is not None and duration.unit is Unit.MINUTES else None


def service_name(subject: Subject, service: str) -> str:
    """What the service is called; its id when it is not there."""
    found = subject.services.get(service)
    return found.name if found is not None and found.name else service


def section_of(data: Any, section: str) -> dict[str, Any]:
    """A section in the JSON of a file; empty when it is not there or no object."""
    inside = data.get(section) if isinstance(data, dict) else None
    return inside if isinstance(inside, dict) else {}


def rows_in(data: Any, section: str, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table in the JSON of a file, as far as they are there and are objects."""
    rows = section_of(data, section).get(table)
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            yield row
