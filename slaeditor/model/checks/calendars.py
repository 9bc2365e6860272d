"""CAL, single calendars: their zone, weekly hours, public holidays and half days, and how long they are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model import text
from slaeditor.model.agreement.hours import Calendar, HalfDay, Opening, Weekday
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import COUNTING, Subject
from slaeditor.model.clock.local_time import zone_of
from slaeditor.model.clock.public_holidays import half_holidays, public_holidays
from slaeditor.model.clock.rules import plain_name, week_of
from slaeditor.model.day_names import DAYS
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.summary import add_months, expiry

TABLE = Table()
_CALENDARS = ("hours", "calendars")
_DAYS = tuple(Weekday)
_COUNTRIES = frozenset({"GB", "NZ", "PRC", "ROC", "ROK", "UTC"})
"""Short names that are no abbreviations of a zone: countries of old, and the one time that never changes by design."""


def zone_fault(name: str) -> str:
    """What is wrong with the name of a time zone; empty when nothing is."""
    try:
        zone_of(name)
    except (ZoneInfoNotFoundError, ValueError):
        parts = [part for part in re.split(r"[,;/&\s]+", name) if part]
        return (
            say("names several zones") if name.count("/") > 1 and len(parts) > 3 else say("is none of the IANA names")
        )
    if re.fullmatch(r"Etc/GMT[+-]?\d+|GMT[+-]?\d*", name):
        return say("is a fixed offset, wrong where the clocks change")
    if re.fullmatch(r"[A-Z]{2,4}(\d[A-Z]{3})?", name) and name not in _COUNTRIES:
        return say("is an abbreviation")
    return ""


@TABLE.rule(
    "CAL-01",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{place}: {why}. A zone is named by a city, such as Europe/Istanbul."),
    reads=("identity", "hours", "maintenance"),
    remedy=say("Use {zone}"),
)
def _(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    usual = document.identity.provider_zone
    deciding = usual if usual and not zone_fault(usual) else ""
    zones: list[tuple[Path, str]] = [(("identity", "provider_zone"), usual)]
    zones += [((*_CALENDARS, one.id, "zone"), one.zone) for one in document.hours.calendars]
    zones += [
        (("maintenance", "windows", one.id, "zone"), one.zone) for one in document.maintenance.windows if one.zone
    ]
    for path, name in zones:
        fault = zone_fault(name) if name else ""
        if name and not fault:
            continue
        why = say("“{name}” {fault}", name=name, fault=fault) if name else say("no time zone is named")
        values = {"place": subject.words(path), "why": why, "zone": deciding}
        yield Hit((path,), values, remedy=SetTerm(path, deciding) if deciding else None)
    for window in document.maintenance.windows:
        if not window.zone:
            path = ("maintenance", "windows", window.id)
            values = {"place": subject.words(path), "why": say("no time zone is named"), "zone": deciding}
            yield Hit((path,), values, remedy=SetTerm((*path, "zone"), deciding) if deciding else None)


@TABLE.rule(
    "CAL-02",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place}: {why}."),
    reads=("hours", "maintenance"),
    remedy=say("Change “Ends next day”"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for calendar in subject.document.hours.calendars:
        path: Path = (*_CALENDARS, calendar.id)
        if not calendar.week:
            yield Hit(
                ((*path, "week"),), {"place": calendar.name, "why": say("it has no weekly hours and is never open")}
            )
        for opening in calendar.week:
            yield from _week_fault(calendar, opening, (*path, "week", opening.id))
        for half in calendar.half_days:
            if half.opens is not None and half.closes is not None and half.closes <= half.opens:
                place, hours = (*path, "half_days", half.id, "closes"), f"{half.opens}–{half.closes}"
                yield Hit((place,), {"place": calendar.name, "why": _ends_first(f"{_name(half)} {hours}".strip())})
    for window in subject.document.maintenance.windows:
        if window.duration is not None and not window.duration.amount:
            place = ("maintenance", "windows", window.id, "duration")
            yield Hit((place,), {"place": subject.words(place), "why": say("the window has no length")})


def _week_fault(calendar: Calendar, opening: Opening, path: Path) -> Iterator[Hit]:
    if not opening.days or opening.opens is None or opening.closes is None:
        lack = "days" if not opening.days else "opens" if opening.opens is None else "closes"
        why = say("an interval without days or times is never open")
        yield Hit(((*path, lack),), {"place": calendar.name, "why": why})
        return
    hours = f"{opening.opens}–{opening.closes}"
    flag = (*path, "overnight")
    if not opening.overnight and opening.closes <= opening.opens:
        remedy = SetTerm(flag, True) if opening.closes < opening.opens else None
        yield Hit(((*path, "closes"), flag), {"place": calendar.name, "why": _ends_first(hours)}, remedy=remedy)
    elif opening.overnight and opening.closes > opening.opens:
        why = say("{hours} with an end on the next day lasts longer than 24 hours", hours=hours)
        yield Hit((flag, (*path, "closes")), {"place": calendar.name, "why": why}, remedy=SetTerm(flag, False))


def _ends_first(hours: str) -> str:
    opens, _, closes = hours.rpartition(" ")[2].partition("–")
    return (
        say("{hours} has no length", hours=hours)
        if opens == closes
        else say("{hours} ends before it begins", hours=hours)
    )


def _name(half: HalfDay) -> str:
    return half.name or half.eve_of or (text.date_text(half.date) if half.date else "")


@TABLE.rule(
    "CAL-03",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("{calendar} is closed on some weekdays and used for “{term}”, but {why}."),
    reads=("identity", "services", "priorities", "parties", *COUNTING),
)
def _(subject: Subject) -> Iterator[Hit]:
    for calendar in subject.document.hours.calendars:
        use = subject.clocks_in_use.get(calendar.id)
        week = week_of(calendar.week)
        if use is None or all(week) or not any(week):
            continue
        path = (*_CALENDARS, calendar.id, "holiday_country")
        country, region = calendar.holiday_country, calendar.holiday_subdivision
        if not country:
            if calendar.closed_days:
                continue
            why = say("nothing says whose public holidays are closed")
        elif not public_holidays(country, region, subject.first.year):
            why = say(
                "no public holidays of {country} are known",
                country=f"{country}-{region}" if region else text.country_name(country),
            )
        else:
            continue
        yield Hit((path, use), {"calendar": calendar.name, "term": subject.words(use), "why": why})


@TABLE.rule(
    "CAL-04",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{calendar}: its holidays are known {until}, but the agreement {runs}."),
    reads=("identity", *COUNTING),
)
def _(subject: Subject) -> Iterator[Hit]:
    last = expiry(subject.document)
    if last is None:
        return
    identity = subject.document.identity
    renewed = identity.renewal is Renewal.AUTOMATIC and 0 < (identity.renewal_months or 0) <= 1200
    end = add_months(last + timedelta(days=1), identity.renewal_months or 0) - timedelta(days=1) if renewed else last
    for calendar in subject.document.hours.calendars:
        dated = calendar.holiday_country or calendar.closed_days or any(half.date for half in calendar.half_days)
        if not dated or calendar.id not in subject.clocks_in_use:
            continue
        known = calendar.last_year
        if known is not None and known >= end.year:
            continue
        until = (
            say("until the end of {year}", year=known) if known is not None else say("for a time that is not stated")
        )
        runs = say("runs, with its first renewal, until {date}", date=text.date_text(end))
        if not renewed:
            runs = say("runs until {date}", date=text.date_text(end))
        values = {"calendar": calendar.name, "until": until, "runs": runs}
        yield Hit(((*_CALENDARS, calendar.id, "last_year"),), values, _unknown_from(known))


def _unknown_from(known: int | None) -> str:
    if known is None or not 0 < known < date.max.year:
        return ""
    return say("Nothing is known from {date} on", date=text.date_text(date(known + 1, 1, 1)))


_FROM = re.compile(r"from (\d{1,2})(?:[:.](\d\d))?\s*(am|pm)", re.IGNORECASE)


@TABLE.rule(
    "CAL-08",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{calendar} does not say how long it is open on {days}, of which the law makes a part a holiday."),
    reads=("identity", *COUNTING),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Only dates on which the calendar would be open in that part of the day, and for which it has no hours of their own."""
    for calendar in subject.document.hours.calendars:
        clock = subject.clock(calendar.id)
        if not calendar.holiday_country or clock is None or calendar.id not in subject.clocks_in_use:
            continue
        first = subject.first
        rules = clock.rules
        unruled: dict[str, date] = {}
        for year in (first.year, first.year + 1):
            for day, name in half_holidays(calendar.holiday_country, calendar.holiday_subdivision, year).items():
                ordinary = rules.windows(day)
                if not first <= day <= first + timedelta(days=365) or day in rules.own or not ordinary:
                    continue
                if ordinary[-1][1] > _begins(name):
                    unruled.setdefault(plain_name(_FROM.sub("", name).replace("()", "")), day)
        if unruled:
            days = joined(", ", [text.date_text(day) for day in unruled.values()])
            named = joined(
                "; ", [say("{day}: {name}", day=text.date_text(day), name=name) for name, day in unruled.items()]
            )
            path = (*_CALENDARS, calendar.id, "half_days")
            yield Hit((path,), {"calendar": calendar.name, "days": days}, named)


def _begins(name: str) -> int:
    """The minute of the day from which it is a holiday; the whole day when the name does not say."""
    found = _FROM.search(name)
    if found is None:
        return 0
    return (int(found[1]) % 12 + (12 if found[3].casefold() == "pm" else 0)) * 60 + int(found[2] or 0)


_BREAK = re.compile(r"\b(?:lunch|breaks?|öğle|mola\w*|yemek)\b", re.IGNORECASE)


@TABLE.rule(
    "CAL-09",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{calendar}: {why}."),
    reads=("hours",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for calendar in subject.document.hours.calendars:
        path = (*_CALENDARS, calendar.id)
        yield from _overlaps(calendar, path)
        days: dict[object, HalfDay] = {}
        for half in calendar.half_days:
            key = half.date or plain_name(half.eve_of)
            other = days.setdefault(key, half)
            if key and other is not half and (other.opens, other.closes) != (half.opens, half.closes):
                why = say("it has two different hours for {day}", day=_name(half))
                yield Hit(((*path, "half_days", half.id),), {"calendar": calendar.name, "why": why})
        for extra in calendar.closed_days:
            if _BREAK.search(extra.name):
                why = say("“{name}” closes a whole day; a break is a gap between two weekly intervals", name=extra.name)
                yield Hit(((*path, "closed_days", extra.id),), {"calendar": calendar.name, "why": why})


def _overlaps(calendar: Calendar, path: Path) -> Iterator[Hit]:
    """Each pair of intervals that share a minute of the week, once."""
    stretches: list[tuple[int, int, Opening]] = []
    for opening in calendar.week:
        for number, windows in enumerate(week_of((opening,))):
            stretches += [(number * 1440 + start, number * 1440 + stop, opening) for start, stop in windows]
    told: set[tuple[str, str]] = set()
    stretches.sort(key=lambda one: one[:2])
    for (start, stop, one), (later, _, other) in zip(stretches, [*stretches[1:], *_next_week(stretches)], strict=False):
        if later >= stop or (one.id, other.id) in told or start > later:
            continue
        told.add((one.id, other.id))
        why = say(
            "{first} and {second} overlap on {day}",
            first=f"{one.opens}–{one.closes}",
            second=f"{other.opens}–{other.closes}",
            day=DAYS[later // 1440 % 7],
        )
        yield Hit(((*path, "week", other.id), (*path, "week", one.id)), {"calendar": calendar.name, "why": why})


def _next_week(stretches: list[tuple[int, int, Opening]]) -> list[tuple[int, int, Opening]]:
    """The first stretch once more, a week later: Sunday night may reach into Monday."""
    return [(start + 7 * 1440, stop + 7 * 1440, opening) for start, stop, opening in stretches[:1]]
