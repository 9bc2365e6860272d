"""Instants and their counting in words, each time with its zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from slaeditor.model.clock.changes import changes
from slaeditor.model.clock.explanation import Counts, Stretch
from slaeditor.model.clock.local_time import instant_of, seconds_of
from slaeditor.model.clock.rules import ESTIMATED, plain_name
from slaeditor.model.day_names import SHORT_DAYS, SHORT_MONTHS
from slaeditor.model.quantities import Unit
from slaeditor.model.sentence import capital, counted, joined, say
from slaeditor.model.what_if.due import Due
from slaeditor.model.wording import date_text

_MOST_STRETCHES = 4
_MOST_DAYS = 7


def short_day(day: date) -> str:
    """Fri 26 Feb."""
    return say("{weekday} {day} {month}", weekday=SHORT_DAYS[day.weekday()], day=day.day, month=SHORT_MONTHS[day.month - 1])  # fmt: skip


def clock_time(moment: datetime) -> str:
    """16:40; with seconds where there are any, with the offset in an hour that comes twice."""
    time = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    return joined(" ", [time, offset(moment)]) if is_doubled(moment) else time


def is_doubled(moment: datetime) -> bool:
    """Whether the local time comes twice that night."""
    first, second = moment.replace(fold=0), moment.replace(fold=1)
    later = second.utcoffset() or timedelta(0)
    return (first.utcoffset() or timedelta(0)) > later


def offset(moment: datetime) -> str:
    """UTC+03:00."""
    minutes = round((moment.utcoffset() or timedelta(0)).total_seconds()) // 60
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def moment_text(moment: datetime) -> str:
    """Fri 26 February 2027, 16:40."""
    weekday = SHORT_DAYS[moment.weekday()]
    return say("{weekday} {date}, {time}", weekday=weekday, date=date_text(moment.date()), time=clock_time(moment))


def zoned(moment: datetime) -> str:
    """Fri 26 February 2027, 16:40 Europe/Istanbul."""
    return say("{moment} {zone}", moment=moment_text(moment), zone=moment.tzinfo)


def counting(due: Due) -> tuple[str, ...]:
    """Why the time is used up when it is: sentences, the first on what counts, the others on what is peculiar."""
    if due.at is None or due.clock is None:
        return (due.trouble,)
    start = due.stretches[0].start if due.stretches else due.at
    said = [_days(due) if due.limit.unit is Unit.WORKING_DAYS else in_short(due.stretches)]
    for change in changes(due.clock.zone, start, due.at):
        hours = abs(change.shift)
        length = counted("{count} minute", "{count} minutes", round(hours.total_seconds()) // 60)
        before = instant_of(seconds_of(change.at) - 1, due.clock.zone) + timedelta(seconds=1)
        how = (
            say("The clocks go forward by {length} on {day} at {time}.", length=length, day=short_day(before), time=f"{before:%H:%M}")
            if change.shift > timedelta(0)
            else say("The clocks go back by {length} on {day} at {time}.", length=length, day=short_day(before), time=f"{before:%H:%M}")
        )  # fmt: skip
        said.append(how)
    said += [_short_day(day, name) for day, name in due.short_days]
    named = dict.fromkeys(plain_name(name) for one in due.stretches for _, name in one.closed_days if ESTIMATED in name)
    said += [say("The date of {holiday} is an estimate.", holiday=name) for name in named]
    return tuple(one for one in said if one)


def _short_day(day: date, name: str) -> str:
    if not name:
        return say("{day} has hours of its own.", day=short_day(day))
    return say("{day} has hours of its own ({name}).", day=short_day(day), name=name)


def in_short(stretches: Iterable[Stretch]) -> str:
    """Counts Fri 26 Feb 16:40–18:00; closed Sat 27 Feb – Mon 1 Mar; counts …; many days in a row are told by their number."""
    kept = [one for one in stretches if one.counts is not Counts.CLOSED or one.closed_days]
    counts = [one for one in kept if one.counts is Counts.COUNTED]
    if len(counts) > _MOST_STRETCHES:
        first, last = kept.index(counts[0]), kept.index(counts[-1])
        parts = [_plainly(kept[: first + 1]), _in_number(kept[first + 1 : last]), _plainly(kept[last:])]
    else:
        parts = [_plainly(kept)]
    words = [word for part in parts for word in part]
    return joined("", [capital(joined("; ", words)), "."]) if words else say("Nothing is counted.")


def _plainly(stretches: list[Stretch]) -> list[str]:
    """Every stretch; those of one kind that follow one another are told together."""
    found = []
    for kind, group in groupby(stretches, key=lambda one: one.counts):
        same = list(group)
        if kind is Counts.CLOSED:
            found.append(closed_text(day for one in same for day in one.closed_days))
        else:
            listed = joined(", ", map(stretch_text, same))
            what = say("counts {days}", days=listed) if kind is Counts.COUNTED else say("paused {days}", days=listed)
            found.append(what)
    return found


def _in_number(stretches: list[Stretch]) -> list[str]:
    """How many days count, and only the closed days that have a name, and the pauses."""
    days = {one.start.date() for one in stretches if one.counts is Counts.COUNTED}
    named = [day for one in stretches for day in one.closed_days if day[1]]
    paused = [one for one in stretches if one.counts is Counts.PAUSED]
    return [
        counted("then counts {count} day", "then counts {count} days", len(days)),
        *([closed_text(named)] if named else []),
        *_plainly(paused),
    ]


def stretch_text(one: Stretch) -> str:
    """Fri 26 Feb 16:40–18:00; the second day only where there is one."""
    midnight = one.end.date() == one.start.date() + timedelta(days=1) and one.end.hour == one.end.minute == 0
    start = joined(" ", [short_day(one.start), clock_time(one.start)])
    if midnight:
        return joined("–", [start, "24:00"])
    if one.end.date() == one.start.date():
        return joined("–", [start, clock_time(one.end)])
    return joined(" – ", [start, joined(" ", [short_day(one.end), clock_time(one.end)])])


def closed_text(days: Iterable[tuple[date, str]]) -> str:
    """Closed Sat 27 Feb – Sun 28 Feb, Mon 1 Mar (Republic Day): days in a row of one name, or of none, are one."""
    runs: list[tuple[date, date, str]] = []
    for day, name in days:
        name = plain_name(name)
        if runs and name == runs[-1][2] and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day, name)
        else:
            runs.append((day, day, name))
    return say("closed {days}", days=joined(", ", [_run(*run) for run in runs]))


def _run(first: date, last: date, name: str) -> str:
    days = joined(" – ", [short_day(first), short_day(last)]) if first != last else short_day(first)
    return joined("", [days, " (", name, ")"]) if name else days


def _days(due: Due) -> str:
    """Which dates the working days are."""
    days = due.days
    listed = (
        joined(", ", map(short_day, days)) if len(days) <= _MOST_DAYS else joined(" – ", map(short_day, (days[0], days[-1])))
    )  # fmt: skip
    said = say("Counts {length}: {days}", length=due.limit.length(), days=listed)
    closed = [day for one in due.stretches for day in one.closed_days if day[1]]
    paused = _plainly([one for one in due.stretches if one.counts is Counts.PAUSED])
    return joined("", [joined("; ", [said, *([closed_text(closed)] if closed else []), *paused]), "."])
