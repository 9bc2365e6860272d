"""What is promised by when, on the command line: the report that is asked for, and its answer as lines and as JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.targets import Work
from slaeditor.model.clock.explanation import Stretch
from slaeditor.model.errors import UserError
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Row
from slaeditor.model.what_if import typed, words
from slaeditor.model.what_if.answer import Answer
from slaeditor.model.what_if.calling import Call
from slaeditor.model.what_if.clocks import Clock, home_zone
from slaeditor.model.what_if.due import Due
from slaeditor.model.what_if.report import Report

_NAMES = ("id", "code", "name", "label")


def report_of(options: Namespace, document: Agreement, now: datetime) -> Report:
    """The report that the options describe; ``UserError`` when they name what the document does not have."""
    zone = home_zone(document) or ZoneInfo("UTC")
    if not options.priority and not (options.impact and options.urgency):
        raise UserError("No priority is named.", remedy="Say --priority, or --impact and --urgency.")
    section = document.priorities
    return Report(
        now.astimezone(zone).replace(microsecond=0) if options.at == "now" else typed.moment(options.at, zone),
        Work(options.work),
        _chosen(document.services.items, options.service, "service"),
        _chosen(section.levels, options.priority, "priority"),
        _chosen(section.impacts, options.impact, "impact level"),
        _chosen(section.urgencies, options.urgency, "urgency level"),
        _chosen(document.channels.items, options.channel, "channel"),
        tuple(typed.pause(one, zone) for one in options.pause),
    )


def _chosen(rows: Iterable[Row], typed_name: str | None, what: str) -> str | None:
    """The id of the row that is called so, by its id, code or name, whatever the case."""
    if typed_name is None:
        return None
    known = list(rows)
    wanted = typed_name.strip().casefold()
    for row in known:
        if wanted in [str(getattr(row, name, "")).casefold() for name in _NAMES if getattr(row, name, "")]:
            return row.id
    called = ", ".join(str(getattr(row, "code", "") or getattr(row, "name", "") or row.id) for row in known)
    remedy = f"Choose one of: {called}." if called else ""
    raise UserError(f"The agreement has no {what} “{typed_name}”.", remedy=remedy)


def lines(answer: Answer) -> Iterator[str]:
    """The answer for people."""
    report, start = answer.report, answer.start
    head = [answer.priority.code or answer.priority.name if answer.priority else "", report.work.value]
    head += [answer.service.name] if answer.service else []
    yield ", ".join(part for part in head if part) + f", reported {words.zoned(report.moment)}"
    if start.at is not None:
        yield f"The clock starts {words.zoned(start.at)}." + "".join(f" {why}" for why in start.why)
    else:
        yield " ".join(start.why)
    if start.rule:
        yield f"The agreement says: {start.rule}"
    if start.waits and start.staffed:
        yield f"Staffed at that moment: {', '.join(one.name for one in start.staffed)}."
    for due in answer.dues:
        yield f"{due.what.label}: {_by(due)}"
        for sentence in words.counting(due):
            yield f"    {sentence}"
    if answer.updates is not None:
        told = answer.updates
        when = ", ".join(words.moment_text(at) for at in told.at) or told.trouble or "none falls before the end"
        zone = f" {told.clock.zone}" if told.at and told.clock else ""
        yield f"Status update every {_length(told.limit, told.clock)}: {when}{zone}{' and so on' if told.more else ''}"
    for call in answer.calls:
        yield _call(call)
    yield from answer.missing


def _by(due: Due) -> str:
    length = _length(due.limit, due.clock)
    return f"{length}, due {words.zoned(due.at)}" if due.at is not None else f"{length}, no moment"


def _length(limit: Duration, clock: Clock | None) -> str:
    return f"{limit.length()} ({clock.name})" if clock is not None else str(limit.length())


def _call(call: Call) -> str:
    who = ", ".join(part for part in (call.step.role, call.contact if call.contact != call.step.role else "") if part)
    when = words.zoned(call.at) if call.at is not None else call.trouble
    late = ", after the target is missed" if call.late else ""
    return f"Escalation, {call.step.side.value}: {who}: {when} ({call.how}{late})" if call.how else f"{who}: {when}"


def plain(answer: Answer) -> dict[str, Any]:
    """The answer for scripts: instants in ISO 8601 with their offset, each beside its IANA zone."""
    report, start = answer.report, answer.start
    return {
        "reported": _instant(report.moment),
        "work": report.work.value,
        "service": answer.service.id if answer.service else None,
        "priority": answer.priority.id if answer.priority else None,
        "target": answer.target.id if answer.target else None,
        "start": {
            "at": _instant(start.at),
            "channel": start.by.id if start.by else None,
            "why": list(start.why),
            "rule": start.rule or None,
            "staffed": [one.id for one in start.staffed],
        },
        "due": [
            {
                "what": due.what.value,
                "amount": due.limit.amount,
                "unit": due.limit.unit.value,
                "calendar": due.limit.calendar,
                "at": _instant(due.at),
                "explanation": list(words.counting(due)),
                "stretches": [_stretch(one) for one in due.stretches],
                "working_days": [day.isoformat() for day in due.days],
            }
            for due in answer.dues
        ],
        "updates": [_instant(at) for at in answer.updates.at] if answer.updates else [],
        "more_updates": bool(answer.updates and answer.updates.more),
        "escalation": [
            {
                "path": call.path.id,
                "step": call.step.id,
                "side": call.step.side.value,
                "role": call.step.role,
                "contact": call.contact,
                "at": _instant(call.at),
                "how": call.how,
                "after_breach": call.late,
                "trouble": call.trouble or None,
            }
            for call in answer.calls
        ],
        "missing": list(answer.missing),
    }


def _instant(at: datetime | None) -> dict[str, str] | None:
    return {"at": at.isoformat(), "zone": str(at.tzinfo)} if at is not None else None


def _stretch(one: Stretch) -> dict[str, Any]:
    return {
        "counts": one.counts.value,
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "closed": [{"date": day.isoformat(), "name": name} for day, name in one.closed_days],
    }
