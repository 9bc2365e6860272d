"""MNT, the terms around the windows: caps, notices, overruns and what counts as an emergency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.sentence import joined, say

TABLE = Table()
_MAINTENANCE = "maintenance"


@TABLE.rule(
    "MNT-03",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{windows}: the time does not count as downtime, and no monthly cap limits planned maintenance."),
    reads=("maintenance",),
)
def _(subject: Subject) -> Iterator[Hit]:
    maintenance = subject.document.maintenance
    excluded = [one for one in maintenance.windows if not one.counts_as_downtime]
    if excluded and maintenance.monthly_cap is None:
        windows = joined(", ", [f"“{one.name}”" for one in excluded])
        paths = [(_MAINTENANCE, "windows", one.id) for one in excluded]
        yield Hit(((_MAINTENANCE, "monthly_cap"), *paths), {"windows": windows})


_EMERGENCY = re.compile(r"\b(?:emergency|urgent|unplanned)\s+(?:maintenance|works?)\b|\bacil\s+bakım\w*", re.IGNORECASE)


@TABLE.rule(
    "MNT-04",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Emergency maintenance is allowed, but the agreement does not say {lack}."),
    reads=("maintenance", "exclusions"),
)
def _(subject: Subject) -> Iterator[Hit]:
    maintenance = subject.document.maintenance
    excluded = next(
        (one for one in subject.document.exclusions.items if _EMERGENCY.search(f"{one.name} {one.text}")), None
    )
    stated = (
        maintenance.emergency_notice,
        maintenance.emergency_cap,
        maintenance.emergency_definition.strip(),
        excluded,
    )
    lacks = {
        "emergency_definition": "" if maintenance.emergency_definition.strip() else say("what it is"),
        "emergency_cap": ""
        if maintenance.emergency_cap is not None
        else say("how much of it does not count as downtime"),
    }
    found = [(name, words) for name, words in lacks.items() if words]
    if any(one is not None and one != "" for one in stated) and found:
        where = [("exclusions", "items", excluded.id)] if excluded is not None else []
        lack = found[0][1] if len(found) == 1 else say("{one} and {other}", one=found[0][1], other=found[1][1])
        yield Hit(((_MAINTENANCE, found[0][0]), *where), {"lack": lack})


_WHOM = re.compile(
    r"\bto\b|\bcustomers?\b|\bcontacts?\b|\busers?\b|\bclients?\b|\brecipients?\b|\bdesk\b|@|\bmüşteri\w*|\bkullanıcı\w*|\bkişi\w*|\bilgili\w*",
    re.IGNORECASE,
)


@TABLE.rule(
    "MNT-06",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("Planned maintenance is announced, but the agreement does not say {lack}."),
    reads=("maintenance",),
)
def _(subject: Subject) -> Iterator[Hit]:
    maintenance = subject.document.maintenance
    by = maintenance.notice_channel.strip()
    if maintenance.notice is None or not maintenance.notice.amount or (by and _WHOM.search(by)):
        return
    lack = say("to whom (“{channel}”)", channel=by) if by else say("how and to whom")
    yield Hit(((_MAINTENANCE, "notice_channel"), (_MAINTENANCE, "notice")), {"lack": lack})


@TABLE.rule(
    "MNT-07",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Nothing says whether maintenance that runs over its window counts as downtime."),
    reads=("maintenance",),
)
def _(subject: Subject) -> Iterator[Hit]:
    maintenance = subject.document.maintenance
    if maintenance.windows and not maintenance.overrun.strip():
        yield Hit(((_MAINTENANCE, "overrun"),))
