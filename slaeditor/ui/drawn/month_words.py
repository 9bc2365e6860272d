"""What the month of maintenance says, in words: its sum, each window, each announcement, and what cannot be drawn yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from slaeditor.model.agreement.maintenance import Maintenance, Window
from slaeditor.model.clock.announcing import Announcement
from slaeditor.model.clock.local_time import zone_of
from slaeditor.model.clock.maintenance import Month, Occurrence
from slaeditor.model.quantities import Duration, Unit
from slaeditor.ui.dates import month as dates_month
from slaeditor.ui.dates import weekday_and_day
from slaeditor.ui.words import told, tr


def hours(seconds: int) -> str:
    """8 h, 90 min, none."""
    return told(Duration(round(seconds / 60)).short()) if seconds else tr("none")


def span(one: Occurrence) -> str:
    """02:00–04:00; 24:00 is the end of the day."""
    end = f"{one.end:%H:%M}"
    return f"{one.start:%H:%M}–{'24:00' if end == '00:00' else end}"


def name_of(window: Window) -> str:
    """What a window is called."""
    return window.name or tr("(no name)")


def occurrence_words(one: Occurrence) -> str:
    """One window as it comes, and what a black-out leaves of it."""
    words = f"{weekday_and_day(one.start.date())}: {name_of(one.window)}, {span(one)} ({one.window.zone})"
    whole = round(one.end.timestamp() - one.start.timestamp())
    if one.blackout and not one.seconds:
        return tr("{window}: does not take place, black-out “{name}”", window=words, name=one.blackout)
    if one.blackout:
        left = hours(one.seconds)
        return tr("{window}: {left} remain, black-out “{name}”", window=words, left=left, name=one.blackout)
    if one.window.counts_as_downtime:
        return tr("{window}: {length}, counts as downtime", window=words, length=hours(whole))
    return f"{words}: {hours(whole)}"


def announcement_words(one: Announcement) -> str:
    """By when a window must be announced."""
    window = f"{name_of(one.occurrence.window)}, {weekday_and_day(one.occurrence.start.date())}"
    by = weekday_and_day(one.day)
    if one.at is not None:
        by = f"{by}, {one.at:%H:%M}"
    return tr("{by}: last day to announce {window}", by=by, window=window)


def sum_words(month: Month, cap: Duration | None) -> tuple[str, bool]:
    """The planned hours of the month against its cap, and whether they are more."""
    planned = hours(month.planned)
    if cap is None:
        return tr("Planned: {planned}, no monthly cap", planned=planned), False
    if cap.unit is not Unit.MINUTES or cap.calendar is not None:
        return tr("Planned: {planned}", planned=planned), False
    over = month.planned - 60 * cap.amount
    if over > 0:
        return tr(
            "Planned: {planned}, {over} more than the cap of {cap}", planned=planned, over=hours(over), cap=cap.short()
        ), True
    return tr("Planned: {planned} of at most {cap}", planned=planned, cap=cap.short()), False


Stretch = tuple[date, date, str]
"""First day, last day and name of a black-out."""


def stretches(month: Month) -> list[Stretch]:
    """The black-outs of all services in the month."""
    return _joined(month.blackouts)


def partial_stretches(month: Month) -> list[Stretch]:
    """The black-outs of some services, on days that are not black for all."""
    return _joined(month.partial)


def _joined(days: Mapping[date, str]) -> list[Stretch]:
    found: list[Stretch] = []
    for day, name in sorted(days.items()):
        name = name or tr("Black-out")
        if found and found[-1][2] == name and found[-1][1] + timedelta(days=1) == day:
            found[-1] = (found[-1][0], day, name)
        else:
            found.append((day, day, name))
    return found


def blackout_words(first: date, last: date, name: str) -> str:
    """Black-out “Turn of the year”: 1 January to 5 January."""
    if first == last:
        return tr("Black-out “{name}”: {day}", name=name, day=weekday_and_day(first))
    return tr(
        "Black-out “{name}”: {first} to {last}", name=name, first=weekday_and_day(first), last=weekday_and_day(last)
    )


def partial_words(first: date, last: date, name: str) -> str:
    """Black-out “Audit” of some services: 1 January to 5 January."""
    days = weekday_and_day(first)
    if first != last:
        days = tr("{first} to {last}", first=days, last=weekday_and_day(last))
    return tr("Black-out “{name}” of some services: {days}", name=name, days=days)


def zone_words(found: Month) -> str:
    """Which zone the times are of; empty when there are none."""
    zones = {one.window.zone for one in found.occurrences}
    if len(zones) == 1:
        return tr("Times of {zone}.", zone=zones.pop())
    return tr("Times of each window’s own zone.") if zones else ""


def undrawn(section: Maintenance) -> list[str]:
    """Which windows and black-outs cannot be drawn, and what they still need."""
    told = []
    for window in section.windows:
        needs = []
        if window.start is None:
            needs.append(tr("a start"))
        if window.duration is None or not window.duration.amount:
            needs.append(tr("a length"))
        elif window.duration.unit is not Unit.MINUTES:
            needs.append(tr("a length in hours or minutes"))
        if not window.zone or not _known(window.zone):
            needs.append(tr("a time zone"))
        if needs:
            told.append(tr("“{name}” still needs {what}.", name=name_of(window), what=", ".join(needs)))
    for blackout in section.blackouts:
        name = blackout.name or tr("(no name)")
        if blackout.start is None or blackout.end is None:
            told.append(tr("“{name}” still needs its first and last day.", name=name))
        elif not blackout.yearly and blackout.end < blackout.start:
            told.append(tr("“{name}” ends before it begins.", name=name))
    return told


def summary(
    year: int, month: int, found: Month, cap: Duration | None, announcements: tuple[Announcement, ...]
) -> list[str]:
    """The whole month as sentences."""
    return [
        dates_month(year, month),
        sum_words(found, cap)[0],
        zone_words(found),
        *(blackout_words(*one) for one in stretches(found)),
        *(partial_words(*one) for one in partial_stretches(found)),
        *(occurrence_words(one) for one in found.occurrences),
        *(announcement_words(one) for one in announcements),
    ]


def local_midnight(moment: datetime) -> bool:
    """Whether the moment is the end of the day before."""
    return moment.hour == moment.minute == 0


def _known(zone: str) -> bool:
    try:
        zone_of(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True
