"""What there is to draw of an answer: its events in time, the clocks that run beneath them, and what makes time peculiar."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from slaeditor.model.agreement.parties import Side
from slaeditor.model.clock.changes import Change, changes
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import LocalDays, instant_of, seconds_of
from slaeditor.model.clock.rules import plain_name
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.sentence import Sentence, counted, joined, say
from slaeditor.model.what_if.answer import Answer
from slaeditor.model.what_if.calling import Call
from slaeditor.model.what_if.clocks import Clock
from slaeditor.model.what_if.due import What
from slaeditor.model.what_if.words import counting

_FARTHER = 1.5
"""What comes later than so many times the time to restore stands behind a break of the ruler."""

_DAY = timedelta(days=1)


class Kind(enum.Enum):
    """What an event is."""

    REPORT = "report"
    START = "start"
    PROMISE = "promise"
    UPDATE = "update"
    CALL = "call"


@dataclass(frozen=True)
class Event:
    """``at`` is None for what has no moment; ``why`` are sentences, ``late`` tells that it comes after a missed target."""

    key: str
    kind: Kind
    side: Side
    title: str
    at: datetime | None
    how: str = ""
    why: tuple[str, ...] = ()
    late: bool = False


@dataclass(frozen=True)
class Strip:
    """One clock from the picture's beginning to its end: its open stretches, and its days that are not ordinary, with names."""

    name: str
    zone: str
    open: tuple[tuple[datetime, datetime], ...]
    named: tuple[tuple[datetime, datetime, str], ...] = ()
    calendar: str | None = None


@dataclass(frozen=True)
class Picture:
    """Events from ``begin`` to ``end`` stand on the ruler, those in ``far`` behind its end; ``days`` are its local midnights."""

    begin: datetime
    end: datetime
    near: tuple[Event, ...]
    far: tuple[Event, ...]
    without: tuple[Event, ...]
    strips: tuple[Strip, ...]
    changes: tuple[Change, ...]
    days: tuple[datetime, ...]
    pauses: tuple[tuple[datetime, datetime], ...]

    @property
    def main(self) -> Strip | None:
        """The calendar by which closed time is told from open: the first that is one."""
        return next((one for one in self.strips if one.calendar is not None), None)


def events(answer: Answer) -> tuple[Event, ...]:
    """Everything that happens, the earliest first; what has no moment at the end."""
    report, start = answer.report, answer.start
    found = [Event("report", Kind.REPORT, Side.CUSTOMER, say("Reported"), report.moment)]
    if start.at is not None and start.at != report.moment:
        found.append(Event("start", Kind.START, Side.PROVIDER, say("Clock starts"), start.at, why=start.why))
    for due in answer.dues:
        how = joined("", [due.limit.length(), " (", due.clock.name, ")"]) if due.clock else due.limit.length()
        found.append(
            Event(due.what.value, Kind.PROMISE, Side.PROVIDER, due.what.label, due.at, how, counting(due))
        )  # fmt: skip
    if (told := answer.updates) is not None:
        every = _every(told.limit)
        found += [
            Event(f"update-{number}", Kind.UPDATE, Side.PROVIDER, say("Status update {number}", number=number), at, every)
            for number, at in enumerate(told.at, start=1)
        ]  # fmt: skip
        if told.trouble:
            found.append(
                Event("update", Kind.UPDATE, Side.PROVIDER, say("Status update"), None, every, (told.trouble,))
            )
    found += [_of_call(one) for one in answer.calls]
    order = list(Kind)
    return tuple(
        sorted(found, key=lambda one: (one.at is None, one.at.timestamp() if one.at else 0, order.index(one.kind)))
    )


def _of_call(call: Call) -> Event:
    role = call.step.role or call.contact
    title: str = role or say("Escalation")
    who = call.contact if call.contact and call.contact != role else ""
    why = [part for part in (call.trouble, who, call.step.method, call.step.action) if part]
    key = f"{call.path.id}/{call.step.id}"
    return Event(key, Kind.CALL, call.step.side, title, call.at, call.how, tuple(why), call.late)


def picture(answer: Answer) -> Picture | None:
    """The picture of an answer; None where nothing but the report could be drawn."""
    found = events(answer)
    timed = [(one, one.at) for one in found if one.at is not None]
    moment = answer.report.moment
    if not any(one.kind in (Kind.PROMISE, Kind.CALL, Kind.UPDATE) for one, _ in timed):
        return None
    restore = answer.due(What.RESTORE)
    last = restore.at if restore is not None and restore.at is not None else None
    if last is None:
        last = max((at for one, at in timed if one.kind is Kind.PROMISE), default=max(at for _, at in timed))
    last = max(at for _, at in timed if at <= moment + _FARTHER * (last - moment))
    span = max(last - moment, timedelta(minutes=10))
    zone = answer.start.at.tzinfo if answer.start.at is not None else moment.tzinfo
    begin, end = (moment - span / 24).astimezone(zone), (last + span / 24).astimezone(zone)
    return Picture(
        begin,
        end,
        tuple(one for one, at in timed if at <= last),
        tuple(one for one, at in timed if at > last),
        tuple(one for one in found if one.at is None),
        _strips(answer, begin, end),
        _changes(answer, begin, end),
        _midnights(begin, end),
        tuple((max(begin, a), min(end, b)) for a, b in answer.report.pauses if a < end and b > begin),
    )


def _clocks(answer: Answer) -> list[Clock]:
    """The clocks of what is promised, each once, and that of the channel."""
    kept: dict[str | None, Clock] = {}
    wanted = sorted(
        answer.dues, key=lambda one: (What.RESTORE, What.RESPONSE, What.WORKAROUND, What.RESOLVE).index(one.what)
    )
    for clock in [one.clock for one in wanted] + [one.clock for one in answer.calls]:
        if clock is not None:
            kept.setdefault(clock.calendar.id if clock.calendar else None, clock)
    return list(kept.values())


def _strips(answer: Answer, begin: datetime, end: datetime) -> tuple[Strip, ...]:
    found = []
    for clock in _clocks(answer):
        made = clock.asked(lambda compiled, clock=clock: _strip(compiled, clock, begin, end))  # type: ignore[misc]
        if made is not None:
            found.append(made)
    return tuple(found)


def _strip(compiled: Compiled, clock: Clock, begin: datetime, end: datetime) -> Strip:
    first, last = seconds_of(begin), seconds_of(end)
    compiled.open_until(last)  # tells when the span does not reach so far
    inside = [
        (instant_of(max(first, a), clock.zone), instant_of(min(last, b), clock.zone))
        for a, b in zip(compiled.starts, compiled.ends, strict=True)
        if a < last and b > first
    ]
    named = []
    local = LocalDays(clock.zone)
    day = instant_of(first, clock.zone).date()
    while clock.calendar is not None and day <= instant_of(last, clock.zone).date():
        if name := plain_name(compiled.rules.name(day)):
            edges = [local.edge(day.toordinal() + more, 0, closing=False) for more in (0, 1)]
            a, b = max(first, edges[0]), min(last, edges[1])
            if a < b:
                named.append((instant_of(a, clock.zone), instant_of(b, clock.zone), name))
        day += _DAY
    calendar = clock.calendar.id if clock.calendar is not None else None
    return Strip(clock.name, clock.zone.key, tuple(inside), tuple(named), calendar)


def _changes(answer: Answer, begin: datetime, end: datetime) -> tuple[Change, ...]:
    found: dict[int, Change] = {}
    for clock in _clocks(answer):
        for one in changes(clock.zone, begin, end):
            found.setdefault(seconds_of(one.at), one)
    return tuple(found.values())


def _midnights(begin: datetime, end: datetime) -> tuple[datetime, ...]:
    zone = begin.tzinfo
    local = LocalDays(zone) if hasattr(zone, "key") else None  # type: ignore[arg-type]
    found = []
    day: date = begin.date() + _DAY
    while local is not None and (at := instant_of(local.edge(day.toordinal(), 0, closing=False), local.zone)) < end:
        found.append(at)
        day += _DAY
    return tuple(found)


@dataclass(frozen=True)
class Difference:
    """An event that another document moves: ``by`` is how much later ours is, None where only one of them has it."""

    key: str
    title: str
    ours: datetime | None
    theirs: datetime | None
    by: timedelta | None


def differences(ours: Answer, theirs: Answer) -> tuple[Difference, ...]:
    """What comes at another moment, in one of the two only, or has one in one only; the promises and calls in their order."""
    mine, other = ({one.key: one for one in events(each) if one.kind is not Kind.REPORT} for each in (ours, theirs))
    found = []
    for key in dict.fromkeys([*mine, *other]):
        a, b = mine.get(key), other.get(key)
        first, second = a.at if a else None, b.at if b else None
        if first == second:
            continue
        one = a or b
        assert one is not None
        by = first - second if first is not None and second is not None else None
        found.append(Difference(key, one.title, first, second, by))
    return tuple(found)


def _every(limit: Duration) -> Sentence:
    """How often a status update is due: every hour, every 2 working days."""
    if limit == Duration(1, Unit.WORKING_DAYS, limit.calendar):
        return say("every working day")
    if limit.unit is Unit.MINUTES and limit.amount in (1, 60):
        return say("every hour") if limit.amount == 60 else say("every minute")
    return say("every {length}", length=limit.length())


def told_difference(one: Difference, name: str) -> Sentence:
    """Restore: 4 hours later than in Revision 1; ``name`` is what the other document is called."""
    return say("{what}: {how}", what=one.title, how=how_it_differs(one, name))


def how_it_differs(one: Difference, name: str) -> Sentence:
    """4 hours later than in Revision 1."""
    if one.by is None:
        return say("only in {name}", name=name) if one.ours is None else say("not in {name}", name=name)
    length = span_text(abs(one.by))
    if one.by > timedelta(0):
        return say("{length} later than in {name}", length=length, name=name)
    return say("{length} earlier than in {name}", length=length, name=name)


def span_text(span: timedelta) -> str:
    """2 days 3 hours, 45 minutes; below a minute in seconds."""
    seconds = round(span.total_seconds())
    days, hours, minutes = seconds // 86400, seconds // 3600 % 24, seconds // 60 % 60
    parts = [
        counted("{count} day", "{count} days", days) if days else "",
        counted("{count} hour", "{count} hours", hours) if hours else "",
        counted("{count} minute", "{count} minutes", minutes) if minutes else "",
        counted("{count} second", "{count} seconds", seconds) if seconds < 60 else "",
    ]
    return joined(" ", [part for part in parts if part])
