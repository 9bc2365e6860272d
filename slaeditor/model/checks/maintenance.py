"""MNT, the windows in time: what they overlap, whether they can be announced, and what they add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from slaeditor.model import text
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Every, Maintenance
from slaeditor.model.agreement.needs import CriticalDate, Recurrence
from slaeditor.model.checks.coverage import hours_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.gaps import union
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import moment_text
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.allowance import length
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import seconds_of
from slaeditor.model.clock.maintenance import Month, Occurrence, blacked_out, month_of
from slaeditor.model.clock.rules import week_of
from slaeditor.model.day_names import DAYS, MONTHS
from slaeditor.model.paths import Path
from slaeditor.model.quantities import ClockTime, Unit
from slaeditor.model.sentence import joined, say

TABLE = Table()
_WINDOWS = ("maintenance", "windows")
_DAYS = tuple(Weekday)
_MORNING, _EVENING = ClockTime(7 * 60), ClockTime(19 * 60)
"""The busy hours of a peak day where the customer did not say when work begins and ends."""


@lru_cache(maxsize=8)
def year_of(maintenance: Maintenance, first: date) -> tuple[tuple[int, int, Month], ...]:
    """The windows of the twelve months from that of ``first`` on."""
    found = []
    for number in range(12):
        year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
        found.append((year, month + 1, month_of(maintenance, year, month + 1)))
    return tuple(found)


def occurrences(subject: Subject) -> dict[str, list[Occurrence]]:
    """How each window comes in the year from the effective date, by its id; black-outs leave out those they cover as a whole."""
    found: dict[str, list[Occurrence]] = {}
    for _, _, month in year_of(subject.document.maintenance, subject.first):
        for one in month.occurrences:
            if one.seconds and one.start.date() >= subject.first:
                found.setdefault(one.window.id, []).append(one)
    return found


@TABLE.rule(
    "MNT-01",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("The window “{window}” falls into “{peak}”, when the customer needs {services} most."),
    reads=("identity", "needs", "services", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Into a season at any hour; into a busy day only at busy hours. What a black-out takes away is no maintenance."""
    document = subject.document
    coming = occurrences(subject)
    for window in document.maintenance.windows:
        for peak in document.needs.critical_dates:
            services = _both(window.services, peak.services)
            if services is None:
                continue
            met = next((one for one in coming.get(window.id, ()) if _meets(subject, one, peak)), None)
            if met is not None:
                names = [subject.services[one].name for one in services if one in subject.services]
                values = {
                    "window": window.name,
                    "peak": peak.name,
                    "services": joined(", ", names) if names else say("the services"),
                }
                where = ("needs", "critical_dates", peak.id)
                yield Hit(((*_WINDOWS, window.id), where), values, moment_text(met.start))


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    """The services that are meant by both lists, an empty one meaning all; None when there are none."""
    if not one or not other:
        return one or other
    return tuple(service for service in one if service in other) or None


def _meets(subject: Subject, one: Occurrence, peak: CriticalDate) -> bool:
    protecting = [
        out
        for out in subject.document.maintenance.blackouts
        if not out.services or (peak.services and set(peak.services) <= set(out.services))
    ]
    season = peak.recurrence in (Recurrence.ONCE, Recurrence.EVERY_YEAR)
    day = one.start.date()
    while day <= (one.end - timedelta(seconds=1)).date():
        hurts = _is_peak(peak, day) and (season or _is_busy(subject, one, day))
        if hurts and not any(blacked_out(out, day) for out in protecting):
            return True
        day += timedelta(days=1)
    return False


def _is_busy(subject: Subject, one: Occurrence, day: date) -> bool:
    """Whether the window touches the busy hours of that day."""
    needs = subject.document.needs
    begins, ends = needs.workday_start or _MORNING, needs.workday_end or _EVENING
    midnight = datetime.combine(day, datetime.min.time(), one.start.tzinfo)
    return one.start < midnight + timedelta(minutes=ends.minute) and one.end > midnight + timedelta(
        minutes=begins.minute
    )


_MONTH_END_DAYS = 3


def _is_peak(peak: CriticalDate, day: date) -> bool:
    """Whether the day belongs to the season, or is a busy one; the days after public holidays are not looked up."""
    match peak.recurrence:
        case Recurrence.ONCE:
            return peak.start is not None and peak.start <= day <= (peak.end or peak.start)
        case Recurrence.EVERY_YEAR:
            if peak.start is None:
                return False
            here, start, end = ((each.month, each.day) for each in (day, peak.start, peak.end or peak.start))
            return start <= here <= end if start <= end else here >= start or here <= end
        case Recurrence.EVERY_WEEK:
            return day.weekday() in _weekdays(peak)
        case Recurrence.EVERY_MONTH_END:
            return day.weekday() < 5 and _working_days_left(day) < _MONTH_END_DAYS
        case Recurrence.AFTER_HOLIDAYS:
            return False


def _working_days_left(day: date) -> int:
    """How many Mondays to Fridays of the month come after that day."""
    left = 0
    following = day + timedelta(days=1)
    while following.month == day.month:
        left += following.weekday() < 5
        following += timedelta(days=1)
    return left


_TURKISH_DAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar")


def _weekdays(peak: CriticalDate) -> set[int]:
    """The weekdays from the first to the last day; where no dates are given, those that the words name."""
    if peak.start is not None:
        days = min(6, ((peak.end or peak.start) - peak.start).days)
        return {(peak.start.weekday() + number) % 7 for number in range(max(0, days) + 1)}
    words = f"{peak.name} {peak.detail}".casefold()
    return {
        number
        for number in range(7)
        if re.search(rf"\b(?:{str(DAYS[number]).casefold()}s?|{_TURKISH_DAYS[number]}(?:leri)?)\b", words)
    }


@TABLE.rule(
    "MNT-02",
    Severity.ERROR,
    Fault.DEAD,
    say("The notice of {notice} is as long as the time between two windows “{window}” ({interval}), or longer."),
    reads=("identity", "hours", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Working days are counted as dates: five of them fit between two Sundays."""
    notice = subject.document.maintenance.notice
    if notice is None or not notice.amount:
        return
    for window in subject.document.maintenance.windows:
        days = 7 if window.every is Every.WEEK else 28
        clock = subject.clock(notice.calendar)
        if notice.calendar is None:
            too_long = notice.unit is Unit.MINUTES and notice.amount >= days * 1440
        elif clock is None:
            continue
        elif notice.unit is Unit.MINUTES:
            too_long = notice.amount > sum(stop - start for day in clock.rules.week for start, stop in day) * days // 7
        else:
            too_long = notice.amount > sum(1 for day in clock.rules.week if day) * days // 7
        if too_long:
            values = {
                "notice": text.duration_text(subject.document, notice),
                "window": window.name,
                "interval": say("a week") if window.every is Every.WEEK else say("four weeks"),
            }
            yield Hit((("maintenance", "notice"), (*_WINDOWS, window.id)), values)


@TABLE.rule(
    "MNT-05",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The maintenance windows of {month} add up to {planned}, more than the monthly cap of {cap}."),
    reads=("identity", "hours", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    cap = subject.document.maintenance.monthly_cap
    if cap is None or cap.unit is not Unit.MINUTES or cap.calendar is not None:
        return
    year, month, worst = max(
        year_of(subject.document.maintenance, subject.first), key=lambda one: (one[2].planned, -one[0], -one[1])
    )
    if worst.planned > 60 * cap.amount:
        values = {
            "month": joined(" ", [MONTHS[month - 1], str(year)]),
            "planned": length(worst.planned),
            "cap": cap.length(),
        }
        days = [
            say("{day} {month}", day=one.start.day, month=MONTHS[one.start.month - 1])
            for one in worst.occurrences
            if one.seconds
        ]
        yield Hit((("maintenance", "monthly_cap"), _WINDOWS), values, joined(", ", days))


@TABLE.rule(
    "MNT-08",
    Severity.HINT,
    Fault.UNREACHABLE,
    say("The window “{window}” falls where no support is staffed: nobody is there if it goes wrong."),
    reads=("identity", "services", "hours", "channels", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Staffed are support hours of the services concerned, support tiers and channels."""
    document = subject.document
    coming = occurrences(subject)
    others = [tier.hours for tier in document.channels.tiers] + [channel.hours for channel in document.channels.items]
    for window in document.maintenance.windows:
        services = window.services or tuple(subject.services)
        calendars = {hours_of(document.hours, one, "support_hours")[0] for one in services} | set(others)
        clocks = [clock for one in calendars if (clock := subject.clock(one)) is not None]
        if not clocks:
            continue
        staffed = union(clocks).intervals
        alone = next((one for one in coming.get(window.id, ()) if not _touches(staffed, one)), None)
        if alone is not None:
            yield Hit(((*_WINDOWS, window.id),), {"window": window.name}, moment_text(alone.start))


def _touches(staffed: tuple[tuple[int, int], ...], one: Occurrence) -> bool:
    begin, end = seconds_of(one.start), seconds_of(one.end)
    return any(start < end and stop > begin for start, stop in staffed)


@TABLE.rule(
    "MNT-09",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The window “{window}” takes up all support hours of {day} ({hours})."),
    reads=("identity", "services", "hours", "maintenance"),
)
def _(subject: Subject) -> Iterator[Hit]:
    hours = subject.document.hours
    for window in subject.document.maintenance.windows:
        if window.start is None or window.duration is None or window.duration.unit is not Unit.MINUTES:
            continue
        begin, end = window.start.minute, window.start.minute + window.duration.amount
        number = _DAYS.index(window.weekday)
        told: set[Path] = set()
        for service in window.services or tuple(subject.services):
            calendar, where = hours_of(hours, service, "support_hours")
            found = subject.calendars.get(calendar or "")
            if found is None or found.zone != window.zone or where in told:
                continue
            day = week_of(found.week)[number]
            if day and begin <= day[0][0] and day[-1][1] <= end:
                told.add(where)
                values = {"window": window.name, "day": DAYS[number], "hours": found.name}
                clock = subject.clock(calendar)
                yield Hit(((*_WINDOWS, window.id), where), values, _span(begin, end, day, clock))
                break


def _span(begin: int, end: int, day: tuple[tuple[int, int], ...], clock: Compiled | None) -> str:
    window, support = (
        f"{first % 1440 // 60:02d}:{first % 60:02d}–{last // 60 % 24 or (24 if last else 0):02d}:{last % 60:02d}"
        for first, last in ((begin, end), (day[0][0], day[-1][1]))
    )
    return say("Maintenance {window}, support {support}", window=window, support=support)
