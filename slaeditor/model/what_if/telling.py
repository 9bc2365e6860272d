"""Moments at which counting can be seen best: just before closing time, before a holiday, at night, when the clocks change."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from slaeditor.model.agreement import Agreement
from slaeditor.model.clock.changes import changes
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import DAY, LocalDays, instant_of, seconds_of
from slaeditor.model.clock.rules import Holidays, no_holidays, plain_name
from slaeditor.model.sentence import say
from slaeditor.model.what_if.clocks import Clock, Clocks

_BEFORE_CLOSING = 80
"""Minutes; enough to see that some of a time is counted on the day of the report."""

_ONE = timedelta(days=1)


class Why(enum.Enum):
    """What a moment shows."""

    BEFORE_HOLIDAY = "before a holiday"
    BEFORE_WEEKEND = "before a weekend"
    HOLIDAY = "on a holiday"
    CLOSED = "while closed"
    CLOCK_CHANGE = "when the clocks change"


@dataclass(frozen=True)
class Telling:
    """A moment and what it shows, in words."""

    at: datetime
    why: Why
    words: str


def telling_moments(
    document: Agreement, calendar: str | None, after: datetime, holidays: Holidays = no_holidays
) -> tuple[Telling, ...]:
    """At most one of each kind, in order of ``Why``, in the year after ``after``; fewer for hours that never close.

    ``calendar`` is the one that counts; without one the support hours are looked at.
    """
    clocks = Clocks(document, after, holidays)
    clock = clocks.of(calendar or document.hours.support_hours)
    found: dict[Why, Telling] = {}
    if not isinstance(clock, str) and clock.calendar is not None:
        found = clock.asked(lambda compiled: _firsts(compiled, clock, after)) or {}
    for change in changes(clocks.home, after, after + timedelta(days=366))[:1]:
        eve = change.at.date() - _ONE
        at = instant_of(LocalDays(clocks.home).edge(eve.toordinal(), 22 * 60, closing=False), clocks.home)
        words = say("The night in which the clocks change")
        found[Why.CLOCK_CHANGE] = Telling(at, Why.CLOCK_CHANGE, words)
    return tuple(found[why] for why in Why if why in found)


def _firsts(compiled: Compiled, clock: Clock, after: datetime) -> dict[Why, Telling]:
    """The first moment of each kind; no further day is looked at once there is one of all."""
    found: dict[Why, Telling] = {}
    for one in _of_calendar(compiled, clock, after):
        found.setdefault(one.why, one)
        if len(found) == len(Why) - 1:  # the change of the clocks is none of the calendar's
            break
    return found


def _of_calendar(clock: Compiled, of: Clock, after: datetime) -> Iterator[Telling]:
    local = LocalDays(of.zone)
    first = after.astimezone(of.zone).date() + _ONE
    for number in range(366):
        day = first + number * _ONE
        windows, following = clock.rules.windows(day), clock.rules.windows(day + _ONE)
        name, next_name = plain_name(clock.rules.name(day)), plain_name(clock.rules.name(day + _ONE))
        if windows and windows[-1][1] < DAY and not following:
            opens, closes = windows[-1]
            minute = max(opens, closes - _BEFORE_CLOSING)
            at = instant_of(local.edge(day.toordinal(), minute, closing=False), of.zone)
            if next_name:
                yield Telling(
                    at, Why.BEFORE_HOLIDAY, say("Shortly before closing, before {holiday}", holiday=next_name)
                )
            else:
                yield Telling(at, Why.BEFORE_WEEKEND, say("Shortly before closing, before closed days"))
        if not windows and name:
            yield Telling(_at(local, day, 10), Why.HOLIDAY, say("In the morning of {holiday}", holiday=name))
        if (
            windows
            and seconds_of(_at(local, day, 3)) >= clock.begin
            and not clock.is_open(seconds_of(_at(local, day, 3)))
        ):
            yield Telling(_at(local, day, 3), Why.CLOSED, say("At three in the morning"))


def _at(local: LocalDays, day: date, hour: int) -> datetime:
    return instant_of(local.edge(day.toordinal(), 60 * hour, closing=False), local.zone)
