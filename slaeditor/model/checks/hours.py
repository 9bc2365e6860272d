"""CAL, hours together: whose zone decides, what happens when the clocks change, and support hours against service hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slaeditor.model import text
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.checks.coverage import hours_of, names
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.gaps import first_beyond
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import is_always_open, moment_text
from slaeditor.model.checks.subject import COUNTING, Subject, last_start
from slaeditor.model.clock.allowance import allowed_seconds, length
from slaeditor.model.clock.local_time import LocalDays, instant_of, zone_of
from slaeditor.model.clock.rules import week_of
from slaeditor.model.day_names import MONTHS
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say

TABLE = Table()
_DAYS = tuple(Weekday)
_COUNTING = ("hours", "counting")
_ZONE_WORDS = re.compile(r"\btime zones?\b|\bsaat dilim\w*|\bUTC\b", re.IGNORECASE)
_CHANGE_WORDS = re.compile(
    r"\bclocks? (?:change|go|are put)\w*|\bdaylight\b|\bsummer time\b|\bDST\b|\byaz saati\w*|\bsaatler\w* değiş\w*",
    re.IGNORECASE,
)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return zone_of(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


@dataclass(frozen=True)
class Change:
    """A change of the clocks: its local date, and the local minutes that do not exist (``gap``) or come twice."""

    day: date
    begin: int
    end: int
    gap: bool


@lru_cache(maxsize=64)
def changes(zone: str, first: date) -> tuple[Change, ...]:
    """The changes of the clocks in the year from ``first``."""
    found = _zone(zone)
    if found is None:
        return ()
    made = []
    day = first
    while day < last_start(first):
        midnight = datetime.combine(day, datetime.min.time(), found)
        if midnight.utcoffset() != (midnight + timedelta(days=1)).utcoffset():
            odd = [(minute, gap) for minute in range(1440) if (gap := _odd(found, day, minute)) is not None]
            if odd:
                made.append(Change(day, odd[0][0], odd[-1][0] + 1, odd[0][1]))
        day += timedelta(days=1)
    return tuple(made)


def _odd(zone: ZoneInfo, day: date, minute: int) -> bool | None:
    """Whether that local minute is missing (True) or comes twice (False); None for an ordinary one."""
    local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return None
    return first < second


@TABLE.rule(
    "CAL-05",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Times are read in {zones}, whose clocks differ, but the counting rules do not say which zone decides."),
    reads=("identity", "parties", *COUNTING),
)
def _(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    if _ZONE_WORDS.search(document.hours.counting):
        return
    found: dict[str, Path] = {}
    for calendar in document.hours.calendars:
        if calendar.zone and calendar.id in subject.clocks_in_use:
            found.setdefault(calendar.zone, ("hours", "calendars", calendar.id, "zone"))
    for window in document.maintenance.windows:
        if window.zone:
            found.setdefault(window.zone, ("maintenance", "windows", window.id, "zone"))
    if document.identity.provider_zone:
        found.setdefault(document.identity.provider_zone, ("identity", "provider_zone"))
    for side in ("provider", "customer"):
        party = getattr(document.parties, side)
        zones = _zones_of(party.country) if party.country else ()
        if len({_offsets(name, subject.first.year) for name in zones}) == 1:
            # of a large country nobody can tell in which of its zones the party works
            found.setdefault(zones[0], ("parties", side, "country"))
    told: dict[tuple[timedelta | None, ...], str] = {}
    for name in found:
        if (offsets := _offsets(name, subject.first.year)) is not None:
            told.setdefault(offsets, name)
    if len(told) > 1:
        one, other = list(told.values())[:2]
        noon = datetime(subject.first.year, 1, 15, 12, tzinfo=zone_of(one))
        witness = say(
            "{first} is {second}", first=moment_text(noon), second=moment_text(noon.astimezone(zone_of(other)))
        )
        yield Hit((_COUNTING, *(found[name] for name in told.values())), {"zones": ", ".join(told.values())}, witness)


def _offsets(name: str, year: int) -> tuple[timedelta | None, ...] | None:
    """How far the zone is from UTC in winter and in summer; None for a zone that does not exist."""
    zone = _zone(name)
    if zone is None:
        return None
    return tuple(datetime(year, month, 15, 12, tzinfo=zone).utcoffset() for month in (1, 7))


@lru_cache(maxsize=64)
def _zones_of(country: str) -> tuple[str, ...]:
    """The time zones of a country."""
    from babel.core import get_global

    return tuple(get_global("territory_zones").get(country, ()))


@TABLE.rule(
    "CAL-06",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{place}: {time} {odd} on {day}, when the clocks change in {zone}."),
    reads=("identity", "services", *COUNTING),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, zone, time, dates in _edges(subject):
        for change in changes(zone, subject.first):
            here = change.day if time < 1440 else change.day - timedelta(days=1)
            if change.begin <= time % 1440 < change.end and _DAYS[here.weekday()] in dates:
                odd = say("does not exist") if change.gap else say("comes twice")
                at = f"{time % 1440 // 60:02d}:{time % 60:02d}"
                day = text.date_text(change.day)
                yield Hit(
                    (path,),
                    {"place": subject.words(path), "time": at, "odd": odd, "day": day, "zone": zone},
                    say(
                        "{day}: {first}–{last} {odd}",
                        day=day,
                        first=f"{change.begin // 60:02d}:{change.begin % 60:02d}",
                        last=f"{change.end // 60:02d}:{change.end % 60:02d}",
                        odd=odd,
                    ),
                )
                break


def _edges(subject: Subject) -> Iterator[tuple[Path, str, int, tuple[Weekday, ...]]]:
    """Where hours and windows begin and end: place, zone, local minute (of the day after from 1440 on), days of the begin."""
    for calendar in subject.document.hours.calendars:
        if calendar.id not in subject.clocks_in_use:
            continue
        week = week_of(calendar.week)
        for opening in calendar.week:
            if opening.opens is None or opening.closes is None:
                continue
            path = ("hours", "calendars", calendar.id, "week", opening.id)
            last = opening.closes.minute + (1440 if opening.overnight else 0)
            numbers = [_DAYS.index(day) for day in opening.days]
            # midnight between two open days is no edge: nothing opens or closes there
            begins = [n for n in numbers if opening.opens.minute or not any(stop >= 1440 for _, stop in week[n - 1])]
            ends = [n for n in numbers if last != 1440 or not any(start == 0 for start, _ in week[(n + 1) % 7])]
            yield (*path, "opens"), calendar.zone, opening.opens.minute, tuple(_DAYS[n] for n in begins)
            yield (*path, "closes"), calendar.zone, last, tuple(_DAYS[n] for n in ends)
    for window in subject.document.maintenance.windows:
        if window.start is not None:
            yield ("maintenance", "windows", window.id, "start"), window.zone, window.start.minute, (window.weekday,)


@TABLE.rule(
    "CAL-07",
    Severity.HINT,
    Fault.HYGIENE,
    say(
        "In {zone} the clocks change: {month} has {minutes} minutes, so {percent} allows {allowed} of downtime, not {usual}."
        " The counting rules do not say so."
    ),
    reads=("identity", "hours", "availability"),
)
def _(subject: Subject) -> Iterator[Hit]:
    hours = subject.document.hours
    if _CHANGE_WORDS.search(hours.counting):
        return
    for promise in subject.document.availability.promises:
        base = promise.base or hours.measurement_hours
        calendar = subject.calendars.get(base or "")
        if calendar is None or promise.percent is None or not is_always_open(subject, base):
            continue
        for change in changes(calendar.zone, subject.first)[:1]:
            start = change.day.replace(day=1)
            after = (start + timedelta(days=31)).replace(day=1)
            local = LocalDays(zone_of(calendar.zone))
            begin, end = (local.edge(day.toordinal(), 0, closing=False) for day in (start, after))
            values = {
                "zone": calendar.zone,
                "month": MONTHS[start.month - 1],
                "minutes": f"{(end - begin) // 60:,}",
                "percent": promise.percent,
                "allowed": length(allowed_seconds(promise.percent, end - begin)),
                "usual": length(allowed_seconds(promise.percent, (after - start).days * 86400)),
            }
            path = ("availability", "promises", promise.id, "percent")
            yield Hit((_COUNTING, path), values, text.date_text(change.day))
            return


@TABLE.rule(
    "CAL-12",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{what}: {why}."),
    reads=("identity", "services", "hours"),
)
def _(subject: Subject) -> Iterator[Hit]:
    hours = subject.document.hours
    for path, label, words in missing(subject, "CAL-12"):
        yield Hit((path,), {"what": words, "why": say("“{label}” is not stated", label=label)})
    told: dict[tuple[Path, Path], tuple[list[str], int, ZoneInfo]] = {}
    for service in subject.services:
        (use, used), (support, supported) = (
            hours_of(hours, service, name) for name in ("service_hours", "support_hours")
        )
        wide, narrow = subject.clock(support), subject.clock(use)
        if use == support or wide is None or narrow is None:
            continue
        if (supported, used) in told:
            told[supported, used][0].append(service)
        elif (moment := first_beyond(wide, narrow, subject.first)) is not None:
            told[supported, used] = [service], moment, wide.zone
    for (supported, used), (services, moment, zone) in told.items():
        witness = say(
            "{moment}: support works, the service is not offered", moment=moment_text(instant_of(moment, zone))
        )
        why = say("support works at hours in which the service cannot be used")
        yield Hit((supported, used), {"what": names(subject, services), "why": why}, witness)
