"""TGT, what texts say of targets: guarantees beside reasonable efforts, figures beside the table, work that has no time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model import paths, text
from slaeditor.model.agreement.targets import Obligation, Target, Work
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.prose import printed_texts, sentences
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.targets import place, row
from slaeditor.model.quantities import Duration, Unit
from slaeditor.model.sentence import joined, say

TABLE = Table()
_ROWS = ("services", "priorities", "targets")
_GUARANTEE = re.compile(r"(?<!no )(?<!not )\bguarante\w*|\bgaranti\w*", re.IGNORECASE)
_EFFORTS = re.compile(r"\b(?:reasonable|best)\s+(?:efforts?|endeavou?rs?)|\bmakul\s+(?:çaba|gayret)\w*", re.IGNORECASE)
_STEMS = ("guarant", "garanti", "effort", "endeavo", "çaba", "gayret")
"""A text without any of these needs no closer look."""
_NAMED = re.compile(r"\{(?:value:targets\.items\[([^\]]+)\][^}]*|section:targets)\}")


@TABLE.rule(
    "TGT-14",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{row} is promised both strictly and with reasonable efforts: {where}."),
    reads=(*_ROWS, "legal"),
)
def _(subject: Subject) -> Iterator[Hit]:
    items = subject.document.targets.items
    first: dict[tuple[str | None, Work, str], Target] = {}
    told: set[tuple[str, str]] = set()
    for target in items:
        for service in target.services or ("",):
            other = first.setdefault((target.priority, target.work, service), target)
            if other.obligation is not target.obligation and (other.id, target.id) not in told:
                told.add((other.id, target.id))
                yield Hit(
                    (place(target, "obligation"), place(other, "obligation")),
                    {"row": row(subject, target), "where": say("two rows of the table bind differently")},
                )
    targets = {one.id: one for one in items}
    for one in printed_texts(subject.document, "legal"):
        path, words = one.path, one.text
        lower = words.casefold()
        for sentence in sentences(words) if any(stem in lower for stem in _STEMS) else ():
            strict, loose = _GUARANTEE.search(sentence), _EFFORTS.search(sentence)
            for identifier in dict.fromkeys(_NAMED.findall(sentence)) if strict or loose else ():
                meant = targets.get(identifier)
                if (strict and loose) or (meant is not None and _differs(meant, strict is not None)):
                    name = row(subject, meant) if meant is not None else say("What the targets state")
                    where = say("“{place}” says “{words}”", place=subject.words(path), words=_found(strict, loose))
                    yield Hit((path, *([place(meant, "obligation")] if meant else [])), {"row": name, "where": where})


def _differs(target: Target, strict: bool) -> bool:
    return (target.obligation is Obligation.SHALL) is not strict


def _found(strict: re.Match[str] | None, loose: re.Match[str] | None) -> str:
    found = [one.group() for one in (strict, loose) if one is not None]
    return " … ".join(found)


_FIGURE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:-|\s)?(minutes?|mins?|dakika|dk|hours?|hrs?|h|saat|(?:working|business)\s+days?|iş\s+gün\w*|days?|gün)\b",
    re.IGNORECASE,
)
_KINDS = {
    "response": re.compile(r"\brespon\w*|\byanıt\w*|\bmüdahale\w*", re.IGNORECASE),
    "update": re.compile(r"\bstatus updates?\b|\bupdated?\b|\bbilgilendir\w*", re.IGNORECASE),
    "workaround": re.compile(r"\bworkarounds?\b|\bgeçici çözüm\w*", re.IGNORECASE),
    "restore": re.compile(r"\brestor\w*|\bresol\w*|\bçözül\w*|\bgideril\w*", re.IGNORECASE),
}
_NARRATIVE = (
    "identity", "services", "hours", "priorities", "targets", "channels", "escalation", "availability", "maintenance", "metrics",
    "review", "responsibilities", "legal",
)  # fmt: skip


@TABLE.rule(
    "TGT-15",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place} says “{typed}” for {priority}, but the table of targets says {values}."),
    reads=_NARRATIVE,
)
def _(subject: Subject) -> Iterator[Hit]:
    """Only where a sentence names one priority, one kind of time and one figure, so that it is clear what is meant.

    The rule on figures in clause text looks for other terms than times.
    """
    codes = {one.code.strip(): one.id for one in subject.priorities.values() if one.code.strip()}
    if not codes:
        return
    listed = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    named = re.compile(rf"\b(?:(?:priority|öncelik)\s+)?({listed})\b")
    for one in printed_texts(subject.document, *_NARRATIVE):
        path, words = one.path, one.text
        for sentence in sentences(words) if _FIGURE.search(words) else ():
            found = _meant(sentence, named)
            if found is None:
                continue
            code, time, figure = found
            rows = [one for one in subject.document.targets.items if one.priority == codes[code]]
            limits = [limit for one in rows for limit in _limits(one, time) if limit is not None]
            if limits and not any(_is(limit, figure) for limit in limits):
                values = joined(", ", dict.fromkeys(text.duration_text(subject.document, one) for one in limits))
                yield Hit(
                    (path, *(place(one, time) for one in rows if getattr(one, time) is not None)),
                    {"place": subject.words(path), "typed": figure.group(), "priority": code, "values": values},
                )


def _meant(sentence: str, named: re.Pattern[str]) -> tuple[str, str, re.Match[str]] | None:
    codes = {one.group(1) for one in named.finditer(sentence) if len(one.group(1)) > 1 or one.group() != one.group(1)}
    kinds = [name for name, pattern in _KINDS.items() if pattern.search(sentence)]
    figures = list(_FIGURE.finditer(sentence))
    if len(codes) == len(kinds) == len(figures) == 1:
        return codes.pop(), kinds[0], figures[0]
    return None


def _limits(target: Target, time: str) -> tuple[Duration | None, ...]:
    """The times that a word can mean: people say “resolved” of a service that works again, too."""
    return (target.restore, target.resolve) if time == "restore" else (getattr(target, time),)


def _is(limit: Duration, figure: re.Match[str]) -> bool:
    """Whether the figure can mean that time; a bare day can be a working day or 24 hours."""
    amount, unit = Decimal(figure[1].replace(",", ".")), figure[2].casefold()
    if unit.startswith(("m", "dak", "dk")):
        return limit.unit is Unit.MINUTES and limit.amount == amount
    if unit.startswith(("h", "s")):
        return limit.unit is Unit.MINUTES and limit.amount == 60 * amount
    if limit.unit is Unit.WORKING_DAYS:
        return limit.amount == amount
    return unit in ("day", "days", "gün") and limit.amount == 1440 * amount


_WORK_WORDS = {
    Work.REQUEST: re.compile(
        r"\bservice requests?\b|\brequests?\b(?<!change requests)(?<!change request)|\btalepler", re.IGNORECASE
    ),
    Work.CHANGE: re.compile(
        r"\b(?:standard|normal|requested|small|minor) changes?\b|\bchange requests?\b|\bcarr\w+ out (?:of )?changes\b"
        r"|\bdeğişiklik talep\w*",
        re.IGNORECASE,
    ),
}
_WORK_NAMES = {Work.REQUEST: say("Service requests"), Work.CHANGE: say("Changes")}


@TABLE.rule(
    "TGT-17",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{what} have no time by which they are fulfilled, although {why}."),
    reads=(*_ROWS, "channels"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for work, pattern in _WORK_WORDS.items():
        rows = [one for one in subject.document.targets.items if one.work is work]
        for target in rows:
            if target.resolve is None:
                why = say("the row {row} is there for them", row=row(subject, target))
                yield Hit((place(target, "resolve"),), {"what": _WORK_NAMES[work], "why": why})
        scope = next((path for path, words in _scope(subject) if pattern.search(words)), None) if not rows else None
        if scope is not None:
            why = say("“{place}” speaks of them", place=subject.words(scope))
            yield Hit((("targets", "items"), scope), {"what": _WORK_NAMES[work], "why": why})


def _scope(subject: Subject) -> Iterator[tuple[paths.Path, str]]:
    """The texts that say what the provider does."""
    for service in subject.document.services.items:
        path = ("services", "items", service.id)
        yield (*path, "description"), service.description
        yield from (((*path, "in_scope"), one) for one in service.in_scope)
    for tier in subject.document.channels.tiers:
        yield ("channels", "tiers", tier.id, "does"), tier.does
