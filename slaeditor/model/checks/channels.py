"""CHN: whether every report can be made, by a channel that is staffed, starts the clock and works when the service does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model import text
from slaeditor.model.agreement.channels import Channel, ChannelKind
from slaeditor.model.checks.coverage import hours_of, names
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.gaps import first_beyond, union
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.simulation import is_always_open, moment_text
from slaeditor.model.checks.subject import Subject
from slaeditor.model.choices import choice_label
from slaeditor.model.clock.compiled import Compiled
from slaeditor.model.clock.local_time import LocalDays, instant_of
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say
from slaeditor.model.summary import fold

TABLE = Table()
READS = ("identity", "services", "hours", "priorities", "channels")
_ITEMS = ("channels", "items")
ANSWERED = (ChannelKind.PHONE, ChannelKind.CHAT, ChannelKind.ON_SITE)
"""Kinds of channels at which somebody answers at once."""
_TAKES_ALWAYS = (ChannelKind.EMAIL, ChannelKind.PORTAL)
"""Kinds of channels that take reports at any hour, staffed or not."""


def channels_for(subject: Subject, service: str) -> tuple[Channel, ...]:
    """The channels by which reports about a service can be made."""
    return tuple(one for one in subject.document.channels.items if not one.services or service in one.services)


def _groups(subject: Subject) -> dict[tuple[Channel, ...], list[str]]:
    """The services by the channels that they have; what has no channel at all is told as missing channels."""
    found: dict[tuple[str, ...], tuple[tuple[Channel, ...], list[str]]] = {}
    for service in subject.services:
        channels = channels_for(subject, service)
        found.setdefault(tuple(one.id for one in channels), (channels, []))[1].append(service)
    return dict(found.values())


def _listed(channels: tuple[Channel, ...] | list[Channel]) -> str:
    return joined(", ", [f"“{one.name}”" for one in channels])


@TABLE.rule(
    "CHN-01",
    Severity.ERROR,
    Fault.UNREACHABLE,
    say("{services}: support works in {hours}, but at times no channel takes reports."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    if not subject.document.channels.items:
        return
    told: dict[tuple[Path, tuple[str, ...]], list[str]] = {}
    for service in subject.services:
        _, supported = hours_of(subject.document.hours, service, "support_hours")
        channels = channels_for(subject, service)
        told.setdefault((supported, tuple(one.id for one in channels)), []).append(service)
    for (supported, _), services in told.items():
        support, _ = hours_of(subject.document.hours, services[0], "support_hours")
        wide = subject.clock(support)
        channels = channels_for(subject, services[0])
        clocks = [clock for one in channels if (clock := subject.clock(one.hours)) is not None]
        if wide is None or len(clocks) < len(channels):
            continue  # hours that are missing are told as missing
        moment = first_beyond(wide, union(clocks), subject.first)
        if moment is not None:
            witness = say(
                "{moment}: support works, {channels}",
                moment=moment_text(instant_of(moment, wide.zone)),
                channels=say("not staffed: {channels}", channels=_listed(channels)) if channels else say("no channel"),
            )
            values = {"services": names(subject, services), "hours": subject.row(("hours", "calendars", support or ""))}
            yield Hit((supported, _ITEMS), values, witness)


@TABLE.rule(
    "CHN-02",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{channels} can take reports when support does not work, but nothing says when the clock starts for them."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    channels = subject.document.channels
    if channels.outside_hours.strip():
        return
    support = {hours_of(subject.document.hours, service, "support_hours")[0] for service in subject.services}
    clocks = [clock for one in support if (clock := subject.clock(one)) is not None]
    if not clocks or len(clocks) < len(support):
        return
    found: list[Channel] = []
    witness = ""
    for one in channels.items:
        own = subject.clock(one.hours)
        moment: int | None = None
        if one.kind in _TAKES_ALWAYS and not is_always_open(subject, one.hours):
            moment = _first_closed(own, subject) if own is not None else None
        elif own is not None:
            beyond = (first_beyond(own, clock, subject.first) for clock in clocks)
            moment = min((at for at in beyond if at is not None), default=None)
        if moment is not None and own is not None:
            found.append(one)
            witness = witness or say(
                "A report by “{channel}” of {moment}",
                channel=one.name,
                moment=moment_text(instant_of(moment, own.zone)),
            )
    if found:
        yield Hit((("channels", "outside_hours"),), {"channels": _listed(found)}, witness)


def _first_closed(clock: Compiled, subject: Subject) -> int | None:
    """The first closing time from the first date on."""
    first = LocalDays(clock.zone).edge(subject.first.toordinal(), 0, closing=False)
    return next((end for end in clock.ends if first <= end < clock.end), None)


@TABLE.rule(
    "CHN-03",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("{priority} of {services} {how}."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    gravest = next(iter(subject.priorities.values()), None)
    if gravest is None or not subject.document.channels.items:
        return
    for channels, services in _groups(subject).items():
        accepting = [one for one in channels if not one.priorities or gravest.id in one.priorities]
        if any(one.kind in ANSWERED for one in accepting):
            continue
        kinds = joined(", ", dict.fromkeys(choice_label(one.kind) for one in accepting))
        values = {
            "priority": gravest.code,
            "services": names(subject, services),
            "how": say("can be reported only by {kinds}, where nobody answers at once", kinds=kinds)
            if accepting
            else say("can be reported by no channel, for none accepts it"),
        }
        yield Hit(((*_ITEMS, accepting[0].id) if accepting else _ITEMS,), values)


@TABLE.rule(
    "CHN-04",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{priorities} of {services} can be reported, but by no channel that starts the clock."),
    reads=READS,
    remedy=say("Let {channel} start the clock"),
)
def _(subject: Subject) -> Iterator[Hit]:
    told: dict[tuple[str, ...], tuple[list[Channel], list[str], list[str]]] = {}
    for channels, services in _groups(subject).items():
        for priority in subject.priorities.values():
            accepting = [one for one in channels if not one.priorities or priority.id in one.priorities]
            if accepting and not any(one.starts_clock for one in accepting):
                key = tuple(one.id for one in accepting)
                _, codes, served = told.setdefault(key, (accepting, [], []))
                codes += [priority.code] if priority.code not in codes else []
                served += [one for one in services if one not in served]
    for accepting, codes, services in told.values():
        path = (*_ITEMS, accepting[0].id, "starts_clock")
        values = {
            "priorities": ", ".join(codes),
            "services": names(subject, services),
            "channel": f"“{accepting[0].name}”",
        }
        yield Hit((path,), values, remedy=SetTerm(path, True) if len(accepting) == 1 else None)


_RUNS_ON = {
    ChannelKind.PHONE: re.compile(r"\b(?:telephony|telephones?|phones?|voip|telefon\w*|santral\w*)\b", re.IGNORECASE),
    ChannelKind.EMAIL: re.compile(r"\b(?:e-?mail|mail|e-?posta|exchange)\b", re.IGNORECASE),
    ChannelKind.PORTAL: re.compile(
        r"\b(?:service|support|ticket\w*|self-service|help ?desk)[ -](?:portal|desk|tool|system)\b|\bitsm\b",
        re.IGNORECASE,
    ),
    ChannelKind.CHAT: re.compile(r"\b(?:chat|teams|messag\w+|sohbet)\b", re.IGNORECASE),
}


@TABLE.rule(
    "CHN-05",
    Severity.WARNING,
    Fault.UNREACHABLE,
    say("When {service} is down, {channels} may be down with it, and no other channel takes the report."),
    reads=READS,
)
def _(subject: Subject) -> Iterator[Hit]:
    """A channel runs on a service that is called like it, or like what channels of its kind run on."""
    for service in subject.services.values():
        channels = channels_for(subject, service.id)
        if channels and all(_runs_on(one, service.name) for one in channels):
            path = ("services", "items", service.id)
            yield Hit(((*_ITEMS, channels[0].id), path), {"service": service.name, "channels": _listed(channels)})


def _runs_on(channel: Channel, service: str) -> bool:
    pattern = _RUNS_ON.get(channel.kind)
    same = fold(channel.name).strip()
    return bool(pattern is not None and pattern.search(service)) or (len(same) > 3 and same == fold(service).strip())


_PLACEHOLDER = re.compile(
    r"^(?:todo|tbd|tba|tbc|n/?a|x{2,}|[-?.…_]+)$|\beditme\b|\bplaceholder\b|\bto be (?:defined|added|confirmed)\b|\[[^\]]*\]|\{\{"
    r"|<[^@>]*>|@example\.(?:com|org|net)\b|//(?:www\.)?example\.(?:com|org|net)\b|\byour[ -]?(?:company|domain)\b",
    re.IGNORECASE,
)
"""Names under “.example” are not meant here: invented companies, such as those of the sample, live there."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_WEB = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?|https?://\S+", re.IGNORECASE)


@TABLE.rule(
    "CHN-06",
    Severity.ERROR,
    Fault.HYGIENE,
    say("{place}: “{address}” {why}."),
    reads=("parties", "channels"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.document.channels.items:
        if why := address_fault(one.kind, one.address):
            path = (*_ITEMS, one.id, "address")
            yield Hit((path,), {"place": subject.words(path), "address": one.address.strip(), "why": why})
    for contact in subject.document.parties.contacts:
        for name, kind in (("email", ChannelKind.EMAIL), ("phone", ChannelKind.PHONE)):
            address: str = getattr(contact, name)
            if why := address_fault(kind, address):
                path = ("parties", "contacts", contact.id, name)
                yield Hit((path,), {"place": subject.words(path), "address": address.strip(), "why": why})


def address_fault(kind: ChannelKind, address: str) -> str:
    """What is wrong with an address of that kind; empty when nothing is, or when there is none."""
    typed = address.strip()
    if not typed:
        return ""
    if _PLACEHOLDER.search(typed):
        return say("is a placeholder")
    if kind is ChannelKind.PHONE:
        return _number_fault(typed)
    if kind is ChannelKind.EMAIL:
        every = [part.strip() for part in re.split(r"[;,]", typed) if part.strip()]
        return "" if every and all(_EMAIL.fullmatch(one) for one in every) else say("is no e-mail address")
    if kind is ChannelKind.PORTAL and not _WEB.search(typed):
        return say("is no address on the web")
    return ""


_INVENTED = re.compile(r"555-.*|(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?555[ .-]?01\d\d|\+?0*1?[ -]?123[ -]?45[ -]?67?[ -]?\d*")
"""Numbers that nobody has: those kept for films, and digits in a row."""


def _number_fault(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    if len(digits) < 3:
        return say("is no phone number")
    if _INVENTED.fullmatch(typed) or (len(digits) > 4 and len(set(digits.lstrip("0"))) <= 1):
        return say("is a placeholder")
    return ""


@TABLE.rule(
    "CHN-07",
    Severity.HINT,
    Fault.INCOMPLETE,
    say("{what}."),
    reads=("needs", "channels"),
)
def _(subject: Subject) -> Iterator[Hit]:
    channels = subject.document.channels.items
    for one in channels:
        if not one.languages:
            path = (*_ITEMS, one.id, "languages")
            yield Hit(
                (path,), {"what": say("“{channel}” does not say which languages are spoken there", channel=one.name)}
            )
    spoken = {language for one in channels for language in one.languages}
    lacking = [one for one in subject.document.needs.languages if one not in spoken]
    if spoken and lacking:
        languages = joined(", ", [text.language_name(one) for one in lacking])
        what = say("Users are to be served in {languages}, which no channel speaks", languages=languages)
        yield Hit((_ITEMS, ("needs", "languages")), {"what": what})
