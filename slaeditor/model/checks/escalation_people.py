"""ESC, the people: whether every priority has somebody to call in, on both sides, who can be reached and is somebody else each time."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.agreement.escalation import EscalationKind
from slaeditor.model.agreement.parties import Contact, Side
from slaeditor.model.checks.coverage import names
from slaeditor.model.checks.escalation import READS, called, paths_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import is_always_open, moment_text
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import LocalDays, instant_of
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.summary import fold

TABLE = Table()
_PATHS = ("escalation", "paths")


@TABLE.rule(
    "ESC-04",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("{what}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, _ in missing(subject, "ESC-04"):
        yield Hit((path,), {"what": say("“{label}” is empty, so nobody is called in", label=label)})
    if subject.document.escalation.paths:
        yield from _uncovered(subject)
    contacts = {one.id: one for one in subject.document.parties.contacts}
    for one, path, _ in paths_of(subject):
        for step in one.steps:
            where: Path = (*path, "steps", step.id)
            lacks = [
                *([say("no role")] if not step.role.strip() else []),
                *([say("nobody named to call")] if step.contact is None else []),
            ]
            if lacks:
                what = say(
                    "{path}: {step} has {lacks}", path=one.name, step=called(subject, step), lacks=joined(", ", lacks)
                )
                yield Hit((where,), {"what": what})
    for contact in _called_in(subject):
        if contact in contacts and not subject.is_standard and not _reachable(contacts[contact]):
            where = ("parties", "contacts", contact)
            what = say("{name} is called in, but has neither phone nor e-mail", name=contacts[contact].name)
            yield Hit((where,), {"what": what})


def _uncovered(subject: Subject) -> Iterator[Hit]:
    """Priorities for which nobody is called in: none of their services, or some of them."""
    ladders = [one for one in subject.document.escalation.paths if one.steps]
    without: list[str] = []
    for identifier, priority in subject.priorities.items():
        own = [one for one in ladders if identifier in one.priorities]
        if not own:
            without.append(priority.code)
        elif all(one.services for one in own):
            covered = {service for one in own for service in one.services}
            left = [one for one in subject.services if one not in covered]
            if left:
                what = say(
                    "{priority} of {services} has no escalation path",
                    priority=priority.code,
                    services=names(subject, left),
                )
                yield Hit((("escalation", "paths", own[0].id, "services"),), {"what": what})
    if without:
        yield Hit((_PATHS,), {"what": say("These have no escalation path: {list}", list=", ".join(without))})


def _called_in(subject: Subject) -> dict[str, list[Path]]:
    """The contacts that are called in, and their steps."""
    found: dict[str, list[Path]] = {}
    for one, path, _ in paths_of(subject):
        for step in one.steps:
            if step.contact is not None:
                found.setdefault(step.contact, []).append((*path, "steps", step.id))
    return found


def _reachable(contact: Contact) -> bool:
    return bool(contact.email.strip() or contact.phone.strip())


@TABLE.rule(
    "ESC-05",
    Severity.WARNING,
    Fault.DEAD,
    say("{path}: {person} is called in twice, so the later step brings in nobody new."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """The same contact, or two contacts with one e-mail address or one name on one side."""
    contacts = {one.id: one for one in subject.document.parties.contacts}
    for one, path, _ in paths_of(subject):
        first: dict[tuple[str, object], str] = {}
        told: set[str] = set()
        for step in one.steps:
            contact = contacts.get(step.contact or "")
            if contact is None:
                continue
            keys: list[tuple[str, object]] = [("id", contact.id), ("name", (contact.side, fold(contact.name).strip()))]
            if contact.email.strip():
                keys.append(("email", contact.email.strip().casefold()))
            before = next((first[key] for key in keys if key in first), None)
            if before is not None and step.id not in told:
                told.add(step.id)
                where = (*path, "steps", step.id, "contact")
                yield Hit(
                    (where, (*path, "steps", before, "contact")),
                    {"path": one.name, "person": contact.name},
                    contact.email,
                )
            for key in keys:
                first.setdefault(key, step.id)


@TABLE.rule(
    "ESC-06",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{person} is called in for {priorities} at any hour, but can be reached only in {hours}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """A priority runs at any hour when the target that its steps should save is counted without a pause."""
    around: dict[str, list[str]] = {}
    steps: dict[str, list[Path]] = {}
    for one, path, targets in paths_of(subject):
        codes = [
            level.code
            for target in targets
            if (level := subject.priorities.get(target.priority or "")) is not None
            and (limit := target.restore or target.resolve or target.response) is not None
            and (limit.calendar is None or is_always_open(subject, limit.calendar))
        ]
        for step in one.steps if codes else ():
            if step.contact is not None:
                around.setdefault(step.contact, []).extend(
                    dict.fromkeys(code for code in codes if code not in around[step.contact])
                )
                steps.setdefault(step.contact, []).append((*path, "steps", step.id))
    for contact in subject.document.parties.contacts:
        clock = subject.clock(contact.hours)
        if contact.id in around and clock is not None and clock.starts and not is_always_open(subject, contact.hours):
            values = {
                "person": contact.name,
                "priorities": ", ".join(around[contact.id]),
                "hours": subject.row(("hours", "calendars", contact.hours or "")),
            }
            path = ("parties", "contacts", contact.id, "hours")
            yield Hit((path, *steps[contact.id]), values, _closed(subject, clock))


def _closed(subject: Subject, clock: Compiled) -> str:
    """The first time in the year at which it is closed, and until when."""
    first = LocalDays(clock.zone).edge(subject.first.toordinal(), 0, closing=False)
    for end, start in zip(clock.ends, clock.starts[1:], strict=False):
        if end >= first:
            closed, opens = instant_of(end, clock.zone), instant_of(start, clock.zone)
            return say("Not from {first} to {last}", first=moment_text(closed), last=moment_text(opens, closed))
    return ""


@TABLE.rule(
    "ESC-07",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{path}: nobody on the customer’s side is called in."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """To more skill only the provider escalates; to more authority both sides do, if by another path of the same priorities."""
    ladders = subject.document.escalation.paths
    for one in ladders:
        if (
            one.kind is EscalationKind.FUNCTIONAL
            or not one.steps
            or any(step.side is Side.CUSTOMER for step in one.steps)
        ):
            continue
        others = {
            priority
            for other in ladders
            if not other.services and any(step.side is Side.CUSTOMER for step in other.steps)
            for priority in other.priorities
        }
        if not set(one.priorities) <= others:
            path = ("escalation", "paths", one.id, "steps")
            yield Hit((path,), {"path": one.name})
