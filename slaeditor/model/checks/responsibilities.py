"""Responsibilities and legal terms, LEG-01 to LEG-07: who has to do what, and what the text forgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from slaeditor.model.agreement.exclusions import ExclusionKind
from slaeditor.model.agreement.legal import Topic
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.remedies import Remedies
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.schedules import earns_credits
from slaeditor.model.checks.subject import Subject
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.model.terms import field
from slaeditor.model.wording import listed

TABLE = Table()

DUTIES: Path = ("responsibilities", "duties")
_CUSTOMER = re.compile(r"customer|client|\busers?\b|müşteri|kullanıcı", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(any|all|every|herhangi|tüm|her)\b[^.]*(third.part|supplier|vendor|sub-?contractor|üçüncü|tedarikçi|alt yüklenici)",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"unless|except|other than|not (a|one of the) components?|contracted by the customer|customer’?'?s own|hariç|dışında|olmadıkça",
    re.IGNORECASE,
)
_FORCE_MAJEURE = re.compile(r"force majeure|mücbir", re.IGNORECASE)
_CREDIT = re.compile(r"credit|kredi|penalt|ceza", re.IGNORECASE)
_NEEDED_FOR_PERSONAL_DATA = (Topic.DATA_PROTECTION, Topic.SECURITY, Topic.EXIT)


@TABLE.rule(
    "LEG-01",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{what}, but no duty of the Customer says so."),
    reads=("responsibilities", "targets", "priorities", "services"),
)
def _(subject: Subject) -> Iterator[Hit]:
    duties = subject.document.responsibilities.duties
    if not any(one.accountable is Side.CUSTOMER for one in duties):
        for pause in subject.document.targets.pauses:
            if _CUSTOMER.search(pause.reason):
                place: Path = ("targets", "pauses", pause.id)
                yield Hit((place, DUTIES), {"what": say("The clock stops for an act of the Customer")}, pause.reason)
    for duty in duties:
        if duty.targets and duty.accountable is Side.PROVIDER:
            path = (*DUTIES, duty.id)
            what = say("Targets are excused while “{duty}” is not done", duty=duty.name)
            witness = listed(
                [subject.row(("targets", "items", one)) for one in duty.targets if _is_target(subject, one)]
            )
            yield Hit(((*path, "accountable"), (*path, "targets")), {"what": what}, witness)


@TABLE.rule(
    "LEG-02",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("No party answers for “{duty}”."),
    reads=("responsibilities",),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Two parties cannot both be named: a duty has one place for the party that answers for it."""
    for duty in subject.document.responsibilities.duties:
        if duty.accountable is None:
            yield Hit(((*DUTIES, duty.id, "accountable"),), {"duty": duty.name or subject.row((*DUTIES, duty.id))})


@TABLE.in_files("LEG-02")
def _(data: Any) -> Iterator[Hit]:
    section = data.get("responsibilities") if isinstance(data, dict) else None
    duties = section.get("duties") if isinstance(section, dict) else None
    for duty in duties if isinstance(duties, list) else ():
        parties = duty.get("accountable") if isinstance(duty, dict) else None
        if isinstance(parties, list) and len(parties) != 1:
            yield Hit((DUTIES,), {"duty": duty.get("name") or duty.get("id", "")}, ", ".join(map(str, parties)))


@TABLE.rule(
    "LEG-03",
    Severity.WARNING,
    Fault.DEAD,
    say("“{exclusion}” excludes what others fail to do, and {service} stands on others."),
    reads=("exclusions", "services"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for exclusion in subject.document.exclusions.items:
        wide = exclusion.kind is ExclusionKind.THIRD_PARTY or _OTHERS.search(exclusion.text)
        if not wide or _NOT_ALL.search(exclusion.text):
            continue
        path = ("exclusions", "items", exclusion.id)
        for service in subject.services.values():
            part = next(
                (one for one in service.components if one.serial and not one.internal and one.supplier.strip()), None
            )
            if part is not None and (not exclusion.services or service.id in exclusion.services):
                component = ("services", "items", service.id, "components", part.id)
                values = {"exclusion": exclusion.name or subject.row(path), "service": service.name}
                yield Hit((path, component), values, f"{part.name}: {part.supplier}")
                break


@TABLE.rule(
    "LEG-05",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{label}” is empty: it is open whether credits count towards the limit of liability."),
    reads=("remedies", "legal"),
)
def _(subject: Subject) -> Iterator[Hit]:
    if subject.document.remedies.liability.strip() or not earns_credits(subject):
        return
    clauses = [one for one in subject.document.legal.clauses if one.topic is Topic.LIABILITY]
    if not any(_CREDIT.search(one.text) for one in clauses):
        paths = tuple(("legal", "clauses", one.id) for one in clauses)
        yield Hit((("remedies", "liability"), *paths), {"label": field(Remedies, "liability").term.label})


@TABLE.rule(
    "LEG-06",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{place} speaks of force majeure, which no definition and no clause explains."),
    reads=("exclusions", "legal"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """An exclusion that names the events itself needs no definition; one that only says the words does."""
    legal = subject.document.legal
    if any(one.topic is Topic.FORCE_MAJEURE and one.text.strip() for one in legal.clauses):
        return
    if any(_FORCE_MAJEURE.search(one.word) for one in legal.definitions):
        return
    texts = [(("exclusions", "items", one.id, "text"), one.text) for one in subject.document.exclusions.items]
    texts += [(("legal", "clauses", one.id, "text"), one.text) for one in legal.clauses]
    for path, text in texts:
        if _FORCE_MAJEURE.search(text):
            yield Hit((path,), {"place": subject.words(path)})


@TABLE.rule(
    "LEG-07",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("{service} processes personal data, and no clause is about {topics}."),
    reads=("services", "legal"),
)
def _(subject: Subject) -> Iterator[Hit]:
    service = next((one for one in subject.services.values() if one.personal_data), None)
    told = {one.topic for one in subject.document.legal.clauses if one.text.strip()}
    lacking: list[str] = [choice_label(one) for one in _NEEDED_FOR_PERSONAL_DATA if one not in told]
    if service is not None and lacking:
        paths: tuple[Path, ...] = (("legal", "clauses"), ("services", "items", service.id, "personal_data"))
        yield Hit(paths, {"service": service.name, "topics": listed(lacking)})


def _is_target(subject: Subject, identifier: str) -> bool:
    return any(one.id == identifier for one in subject.document.targets.items)
