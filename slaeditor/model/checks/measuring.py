"""Availability, AVL-09 to AVL-15: promises that break one another, and what decides a result at its edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from slaeditor.model.agreement.availability import PartialPeriod
from slaeditor.model.arithmetic.exact import rounded
from slaeditor.model.arithmetic.uptime import rounding_of
from slaeditor.model.checks.availability import PROMISES, section_of
from slaeditor.model.checks.downtime import base_of, gravest, outage_in_time, promised, tightest
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import moment_text, overtaken
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.allowance import length
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Percent, Unit
from slaeditor.model.sentence import joined, say

TABLE = Table()

_PARTIAL = {one.value for one in PartialPeriod}
_WEIGHED = re.compile(
    r"proportion|pro.?rata|share|percent|%|weigh|in full|fully|whole|counts? as|not count|does not|never|each|per (site|user)"
    r"|oran|ağırlık|tam |tamam|bütün|her |sayıl",
    re.IGNORECASE,
)


@TABLE.rule(
    "AVL-09",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("One incident of {priority} that is restored in time already breaks the availability of {services}."),
    reads=("availability", "targets", "priorities", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for promise, percent in promised(subject):
        calendar, span = base_of(subject, promise), tightest(subject, promise)
        if calendar is None or span is None or not 0 < percent.value < 100:
            continue
        outages = [
            (outage, target)
            for target in gravest(subject, promise.services)
            if target.restore is not None
            and (outage := outage_in_time(subject, calendar, span, target.restore)) is not None
        ]
        worst, target = max(outages, key=lambda one: one[0].down, default=(None, None))
        if worst is None or target is None or worst.down <= span.allowed(percent):
            continue
        witness = say(
            "Down from {start} to {end}: {down}; {percent} allows {allowed} in {period}.",
            start=moment_text(worst.start),
            end=moment_text(worst.end, worst.start),
            down=length(worst.down),
            percent=percent,
            allowed=length(span.allowed(percent)),
            period=span.name,
        )
        priority = subject.priorities[target.priority or ""]
        values = {"priority": priority.code, "services": subject.row((*PROMISES, promise.id))}
        yield Hit(((*PROMISES, promise.id, "percent"), ("targets", "items", target.id, "restore")), values, witness)


@TABLE.rule(
    "AVL-10",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("“{label}” of {services} is more downtime than its availability allows."),
    reads=("availability", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.availability
    for promise, percent in promised(subject):
        calendar, span = base_of(subject, promise), tightest(subject, promise)
        if calendar is None or span is None or not 0 < percent.value < 100:
            continue
        longest = promise.longest_outage
        outage = outage_in_time(subject, calendar, span, longest) if longest is not None else None
        interval = section.probe_interval
        noticed = 0
        if interval is not None and interval.unit is Unit.MINUTES:
            noticed = 60 * interval.amount * max(0, section.probe_failures or 0)
        times = promise.outages or 0
        worst = outage.down if outage is not None else 0
        for name, label, down, reckoned in (
            ("longest_outage", say("Longest single outage"), worst, length(worst)),
            (
                "outages",
                say("Outages per period"),
                noticed * times,
                joined("", [f"{times} × ", length(noticed), " = ", length(noticed * times)]),
            ),
        ):
            if down > span.allowed(percent):
                witness = say(
                    "{reckoned}; {percent} allows {allowed} in {period}.",
                    reckoned=reckoned,
                    percent=percent,
                    allowed=length(span.allowed(percent)),
                    period=span.name,
                )
                values = {"services": subject.row((*PROMISES, promise.id)), "label": label}
                yield Hit(((*PROMISES, promise.id, name), (*PROMISES, promise.id, "percent")), values, witness)


@TABLE.rule(
    "AVL-11",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{what}, so that a result beside {edge} can be read in two ways."),
    reads=("availability", "remedies", "metrics", "targets", "services", "hours"),
    remedy=say("Set the decimal places to {needed}"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.availability
    edges = _edges(subject)
    if not edges:
        return
    edge = max(edges, key=lambda one: (_places(one), one))
    needed, digits = _places(edge), section.digits
    if digits is not None and digits >= needed:
        return
    path: Path = ("availability", "digits")
    if digits is None:
        what = say("Nothing is said on the decimal places to which availability is rounded")
        result = edge - Decimal(4).scaleb(-needed - 2)
        coarse = rounded(Fraction(result), needed, rounding_of(None)[1])
        witness = say("Decimal places: {digits}; {result} becomes {coarse}. Not rounded, it is below {edge}.",
                      result=Percent(result), coarse=Percent(coarse), digits=needed, edge=Percent(edge))  # fmt: skip
    else:
        what = say("Availability is rounded more coarsely than its levels are written")
        coarse = rounded(Fraction(edge), *rounding_of(section))
        witness = say(
            "Decimal places: {digits}; {edge} becomes {coarse}.",
            edge=Percent(edge),
            digits=max(0, digits),
            coarse=Percent(coarse),
        )
    yield Hit((path,), {"what": what, "edge": Percent(edge), "needed": needed}, witness, SetTerm(path, needed))


@TABLE.rule(
    "AVL-13",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("For {services}, “{label}” cannot be kept, since “{other}” may take longer."),
    reads=("availability", "targets", "priorities", "hours", "services", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for row in subject.document.availability.continuity:
        path: Path = ("availability", "continuity", row.id)
        pairs = [("rpo", say("RPO"), say("Backup every"), row.backup_interval, row.rpo, (*path, "backup_interval"))]
        for target in gravest(subject, row.services):
            place: Path = ("targets", "items", target.id, "restore")
            pairs.append(("rto", say("Restore"), say("RTO"), row.rto, target.restore, place))
        for name, label, other, longer, shorter, beside in pairs:
            case = overtaken(subject, longer, shorter)
            if case is None and not (longer is not None and shorter is not None and shorter.against(longer) == -1):
                continue
            witness = (
                say(
                    "Begins {start}: “{label}” ends {shorter}, “{other}” {longer}.",
                    start=moment_text(case.start),
                    label=label,
                    shorter=moment_text(case.second, case.start),
                    other=other,
                    longer=moment_text(case.first, case.start),
                )
                if case is not None
                else ""
            )
            yield Hit(((*path, name), beside), {"services": subject.row(path), "label": label, "other": other}, witness)


@TABLE.unwritable(
    "AVL-14",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Nothing is said on how a first or last period that is not whole is measured."),
)
def _(data: Any) -> Iterator[Hit]:
    """A document always says one of three ways; its share of the period if nothing else is chosen."""
    section = section_of(data, "availability")
    if "partial_period" in section and section["partial_period"] not in _PARTIAL:
        yield Hit((("availability", "partial_period"),))


@TABLE.rule(
    "AVL-15",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say(
        "The services are used at {count} sites, and “Partial outage” does not say how much an outage at one of them counts."
    ),
    reads=("availability", "parties"),
)
def _(subject: Subject) -> Iterator[Hit]:
    sites = len(subject.document.parties.customer.sites)
    text = subject.document.availability.partial_outage.strip()
    if sites > 1 and text and subject.document.availability.promises and not _WEIGHED.search(text):
        yield Hit((("availability", "partial_outage"), ("parties", "customer", "sites")), {"count": sites}, text)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _edges(subject: Subject) -> list[Decimal]:
    """The levels at which a result of availability decides something: what is promised, and where credits begin."""
    found = [percent.value for _, percent in promised(subject)]
    for schedule in subject.document.remedies.schedules:
        if any(one.startswith("availability:") for one in schedule.metrics):
            found += [one.below.value for one in schedule.thresholds if one.below is not None]
    return found
