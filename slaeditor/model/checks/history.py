"""VER: whether the document fits what became of earlier revisions: approvals, signatures, and the contracts that are in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.compare import Added, Changed, Direction, Removed, compare
from slaeditor.model.lifecycle import Status, terms_of
from slaeditor.model.paths import Path
from slaeditor.model.sentence import counted, joined, say
from slaeditor.model.summary import fold
from slaeditor.model.terms import Kind
from slaeditor.model.text import date_text

TABLE = Table()
_IDENTITY: Path = ("identity", "number")
_NUMBERS = (Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.DURATION)
_OUT = (Status.ISSUED, Status.SIGNED, Status.IN_FORCE)
_SHOWN = 12


@TABLE.rule(
    "VER-01",
    Severity.ERROR,
    Fault.HYGIENE,
    say("Approvals were given for another text ({count}): what was changed since must be approved again."),
    reads=EVERYTHING,
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    approvals = subject.past.state.approvals if subject.past is not None else ()
    current = content_hash(subject.document) if approvals else ""
    lapsed = [one for one in approvals if one.revision != current]
    if lapsed:
        witness = f"{lapsed[0].revision[:_SHOWN]}… ≠ {current[:_SHOWN]}…"
        yield Hit((("signoff", "approvers"),), {"count": len(lapsed)}, witness)


@TABLE.rule(
    "VER-02",
    Severity.ERROR,
    Fault.HYGIENE,
    say("The revision is {status}, although errors are open ({count})."),
    reads=EVERYTHING,
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    past = subject.past
    errors = [one for one in subject.others if one.severity is Severity.ERROR]
    if (
        past is None
        or past.state.stage not in _OUT
        or not errors
        or past.state.revision != content_hash(subject.document)
    ):
        return
    witness = joined(", ", sorted({one.rule for one in errors}))
    yield Hit((_IDENTITY,), {"status": past.state.stage.value, "count": len(errors)}, witness)


def _owner(path: Path) -> Path:
    return path if paths.is_row(path) else path[:-1]


def _note(document: Agreement, path: Path) -> str:
    owner: Any = paths.find(document, _owner(path)) if paths.exists(document, _owner(path)) else None
    return str(getattr(owner, "note", "")).strip()


def _said(document: Agreement, path: Path, value: Any) -> str:
    return text.value_text(document, paths.field_at(path), value) or "–"


@TABLE.rule(
    "VER-03",
    Severity.WARNING,
    Fault.HYGIENE,
    say("{place} was changed from {old} to {new} since the agreement was signed, and no note says why."),
    reads=EVERYTHING,
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    signed = subject.past.signed if subject.past is not None else None
    for change in compare(signed, subject.document) if signed is not None else ():
        # one that is worse for the customer is acknowledged with a reason anyhow
        if not isinstance(change, Changed) or change.direction is Direction.WORSE or paths.is_internal(change.path):
            continue
        if paths.field_at(change.path).kind not in _NUMBERS or signed is None:
            continue
        note = _note(subject.document, change.path)
        if not note or note == _note(signed, change.path):
            old, new = _said(signed, change.path, change.old), _said(subject.document, change.path, change.new)
            values = {"place": subject.words(change.path), "old": old, "new": new}
            yield Hit((change.path,), values, f"{old} → {new}")


@TABLE.rule(
    "VER-04",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{service} is already covered by the signed agreement {number} with the same customer on the same days."),
    reads=("identity", "parties", "services"),
    history=True,
    standards=False,
)
def _(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    for number, other in subject.past.others if subject.past is not None else ():
        if number == document.identity.number or _customer(other) != _customer(document) or not _customer(document):
            continue
        day = _first_common_day(document, other)
        taken = {_bare(one.name) for one in other.services.items}
        for service in document.services.items if day is not None else ():
            if day is not None and _bare(service.name) in taken:
                values = {"service": service.name, "number": number}
                yield Hit((("services", "items", service.id), ("identity", "effective")), values, date_text(day))


def _bare(name: str) -> str:
    return " ".join(fold(name).split())


def _customer(document: Agreement) -> str:
    return _bare(document.parties.customer.legal_name)


def _first_common_day(one: Agreement, other: Agreement) -> date | None:
    (start, end), (since, until) = terms_of(one), terms_of(other)
    if start is None or since is None:
        return None
    day = max(start, since)
    return day if (end is None or day <= end) and (until is None or day <= until) else None


@TABLE.rule(
    "VER-05",
    Severity.ERROR,
    Fault.HYGIENE,
    say("The PDF that is filed as signed is not the stored text: {what}."),
    reads=EVERYTHING,
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    filed = subject.past.filed if subject.past is not None else None
    stored = content_hash(subject.document) if filed is not None else ""
    if filed is not None and filed.hash != stored:
        what = say("it bears another hash") if filed.hash else say("it bears no hash")
        witness = f"{filed.hash[:_SHOWN] or '–'} ≠ {stored[:_SHOWN]}…"
        yield Hit((_IDENTITY,), {"what": what}, witness)


@TABLE.rule(
    "VER-06",
    Severity.ERROR,
    Fault.HYGIENE,
    say("The PDF that is filed as signed is marked as a draft: {mark}."),
    reads=("identity",),
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    filed = subject.past.filed if subject.past is not None else None
    if filed is not None and filed.mark:
        yield Hit((_IDENTITY,), {"mark": f"“{filed.mark}”"}, filed.mark)


@TABLE.rule(
    "VER-07",
    Severity.WARNING,
    Fault.HYGIENE,
    say("{place} is weaker than in the signed agreement: {what}."),
    reads=EVERYTHING,
    history=True,
)
def _(subject: Subject) -> Iterator[Hit]:
    signed = subject.past.signed if subject.past is not None else None
    for change in compare(signed, subject.document) if signed is not None else ():
        if change.direction is not Direction.WORSE or paths.is_internal(change.path) or signed is None:
            continue
        match change:
            case Changed(path=path):
                old, new = _said(signed, path, change.old), _said(subject.document, path, change.new)
                yield _weaker((path,), subject.words(path), say("{new} instead of {old}", old=old, new=new))
            case Added(path=path):
                yield _weaker((path,), subject.words(path[:-1]), say("“{row}” was added", row=subject.row(path)))
            case Removed(path=path):
                name = text.row_name(signed, change.row)
                yield _weaker((_there(subject, path),), subject.words(path[:-1]), say("“{row}” was removed", row=name))


def _there(subject: Subject, path: Path) -> Path:
    """The nearest place above a removed row that the document still has."""
    while not paths.exists(subject.document, path):
        path = path[:-1]
    return path


def _weaker(where: tuple[Path, ...], place: str, what: str) -> Hit:
    return Hit(where, {"place": place, "what": what}, what)


@TABLE.rule(
    "VER-08",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("The agreement takes effect on {new}, before the signed one that it follows: {old}."),
    reads=("identity",),
    history=True,
    standards=False,
)
def _(subject: Subject) -> Iterator[Hit]:
    signed = subject.past.signed if subject.past is not None else None
    effective = subject.document.identity.effective
    before = signed.identity.effective if signed is not None else None
    if effective is not None and before is not None and effective < before:
        values = {"new": date_text(effective), "old": date_text(before)}
        yield Hit(
            (("identity", "effective"),),
            values,
            counted("{count} day earlier", "{count} days earlier", (before - effective).days),
        )
