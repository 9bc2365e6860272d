"""The clause on hours: which calendar is used for what, and when each is open."""

from __future__ import annotations

from collections.abc import Iterable

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import table
from slaeditor.export.writing.values import Runs, bold, joined, sentence
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model import text
from slaeditor.model.agreement.hours import Calendar, HalfDay, Opening, Weekday
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path
from slaeditor.model.quantities import ClockTime

PATH: Path = ("hours", "calendars")
_WEEK = list(Weekday)


def clause(writer: Writer) -> None:
    """The uses, the calendars, the exceptions, the counting rules."""
    hours = writer.document.hours
    writer.groups(
        hours,
        ("hours",),
        (("Service, support and measurement hours", ("service_hours", "support_hours", "measurement_hours")),),
    )
    if hours.calendars:
        writer.sub("Calendars", PATH)
        writer.plain(
            (Run("The hours named in this Agreement are the following. All times are local times of the zone stated."),)
        )
        for calendar in hours.calendars:
            path = (*PATH, calendar.id)
            writer.lettered(_calendar(writer, calendar, path), path)
            lines = [
                *_closed(calendar, path),
                *(_half_day(day, (*path, "half_days", day.id)) for day in calendar.half_days),
            ]
            writer.points(lines, depth=2)
    if hours.service_exceptions:
        path = ("hours", "service_exceptions")
        writer.sub("Services with hours of their own", path)
        writer.table(table(writer, path, hours.service_exceptions, caption="Services with hours of their own"))
    writer.groups(hours, ("hours",), (("Counting of time", ("counting",)),))


def days_text(days: Iterable[Weekday]) -> str:
    """Monday to Friday; Monday, Wednesday and Friday: days that follow one another as stored become a range."""
    ranges: list[list[Weekday]] = []
    for day in days:
        if ranges and _WEEK.index(day) == _WEEK.index(ranges[-1][-1]) + 1:
            ranges[-1].append(day)
        else:
            ranges.append([day])
    words: list[str] = []
    for run in ranges:
        if len(run) > 2:
            words.append(f"{choice_label(run[0])} to {choice_label(run[-1])}")
        else:
            words += [choice_label(day) for day in run]
    return text.listed(words)


def _span(opens: ClockTime | None, closes: ClockTime | None, path: Path) -> Runs:
    """08:00–18:00, or the one edge that is stated."""
    first = Run(str(opens), path=(*path, "opens")) if opens is not None else None
    last = Run(str(closes), path=(*path, "closes")) if closes is not None else None
    if first and last:
        return (first, Run("–"), last)
    if first:
        return (Run("from "), first)
    return (Run("until "), last) if last else ()


def opening_runs(opening: Opening, path: Path) -> Runs:
    """Monday to Friday 08:00–18:00; an interval that ends on the following day says so."""
    span = _span(opening.opens, opening.closes, path)
    runs: list[Run] = []
    if opening.days:
        runs.append(Run(days_text(opening.days), path=(*path, "days")))
    if span:
        runs += [*([Run(" ")] if runs else []), *span]
    runs.append(Run(" (ending on the following day)" if opening.overnight else "", path=(*path, "overnight")))
    return tuple(runs)


def _calendar(writer: Writer, calendar: Calendar, path: Path) -> Runs:
    known = {
        declared.name: writer.values.of(place, declared, value) for place, declared, value in unempty(calendar, path)
    }
    runs: list[Run] = [*bold(known.get("name", (Run("(calendar without a name)"),))), Run(": ")]
    if calendar.week:
        openings = [opening_runs(opening, (*path, "week", opening.id)) for opening in calendar.week]
        runs += joined(openings, last=" and ")
        runs += [Run(", in the time zone "), *known["zone"]] if "zone" in known else []
        runs.append(Run("."))
    elif "zone" in known:
        runs += [Run("in the time zone "), *known["zone"], Run(".")]
    if "holiday_country" in known:
        runs += [Run(" Closed on the public holidays of "), *known["holiday_country"]]
        runs += [Run(", region "), *known["holiday_subdivision"]] if "holiday_subdivision" in known else []
        runs.append(Run("."))
    elif "holiday_subdivision" in known:
        runs += [Run(" Region of the public holidays: "), *known["holiday_subdivision"], Run(".")]
    if "cut_off" in known:
        runs += [
            Run(" For targets in working days, a report made after "),
            *known["cut_off"],
            Run(" counts as made on the next working day."),
        ]
    if "last_year" in known:
        runs += [Run(" The holidays are known up to the end of "), *known["last_year"], Run(".")]
    return tuple(runs)


def _closed(calendar: Calendar, path: Path) -> Iterable[Runs]:
    for day in calendar.closed_days:
        place = (*path, "closed_days", day.id)
        when = Run(text.date_text(day.date) if day.date else "", path=(*place, "date"))
        runs: list[Run] = [Run("Closed"), *([Run(" on "), when] if day.date else [])]
        runs += [Run(" ("), Run(day.name, path=(*place, "name")), Run(")")] if day.name else []
        yield (*runs, Run("."))


def _half_day(day: HalfDay, path: Path) -> Runs:
    """Open 08:00–13:00 on 28 October 2027, the eve of Republic Day (name)."""
    runs: list[Run] = [Run("Open "), *(_span(day.opens, day.closes, path) or (Run("for part of the day"),))]
    if day.date:
        runs += [Run(" on "), Run(text.date_text(day.date), path=(*path, "date"))]
    if day.eve_of:
        runs += [Run(" on the eve of "), Run(day.eve_of, path=(*path, "eve_of"))]
    if day.name:
        runs += [Run(" ("), Run(day.name, path=(*path, "name")), Run(")")]
    return sentence("{}.", tuple(runs))
