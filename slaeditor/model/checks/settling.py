"""Credits, CRD-09 to CRD-16: how a credit comes about and is settled, and what follows when misses repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.remedies import Claim, Cumulation, Remedies, Settlement
from slaeditor.model.agreement.review import Report
from slaeditor.model.checks.availability import section_of
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.reports import due_by_month
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.schedules import earns_credits, schedules
from slaeditor.model.checks.subject import Subject
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.quantities import plain
from slaeditor.model.sentence import say
from slaeditor.model.summary import expiry
from slaeditor.model.terms import field
from slaeditor.model.wording import date_text

TABLE = Table()

_DAY = 86400
_FROM_EVENT = re.compile(
    r"month|period|quarter|incident|outage|event|miss|fail|\bay\b|ayın|dönem|kesinti|olay", re.IGNORECASE
)
_FROM_REPORT = re.compile(r"report|rapor|statement|invoice|fatura|bildir|notif", re.IGNORECASE)
_CUMULATIONS = {one.value for one in Cumulation}


@TABLE.unwritable(
    "CRD-09",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("Nothing is said on the credits of one incident that touches two metrics: all of them, or the highest."),
)
def _(data: Any) -> Iterator[Hit]:
    """A document always says one of the two; the highest if nothing else is chosen."""
    section = section_of(data, "remedies")
    if "cumulation" in section and section["cumulation"] not in _CUMULATIONS:
        yield Hit((("remedies", "cumulation"),))


@TABLE.rule(
    "CRD-10",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The shares in “{label}” add up to {total}%, not to 100%."),
    reads=("remedies", "metrics"),
)
def _(subject: Subject) -> Iterator[Hit]:
    rows: tuple[tuple[str, Path, list[tuple[str, Decimal]]], ...] = (
        (
            say("At-risk share"),
            ("remedies", "schedules"),
            [(one.id, one.weight.value) for one in subject.document.remedies.schedules if one.weight is not None],
        ),
        (
            say("Weight"),
            ("metrics", "items"),
            [(one.id, one.weight.value) for one in subject.document.metrics.items if one.weight is not None],
        ),
    )
    for label, table, shares in rows:
        total = sum((share for _, share in shares), Decimal(0))
        whole = (Decimal(100), Decimal(1)) if table[0] == "metrics" else (Decimal(100),)
        if shares and total not in whole:
            witness = f"{' + '.join(plain(share) for _, share in shares)} = {plain(total)}"
            paths = tuple((*table, identifier, "weight") for identifier, _ in shares)
            yield Hit(paths, {"label": label, "total": plain(total)}, witness)


@TABLE.rule(
    "CRD-11",
    Severity.ERROR,
    Fault.DEAD,
    say("A credit must be claimed before “{report}” is due, which shows that it arose."),
    reads=("remedies", "review", "metrics", "hours", "identity", "availability", "targets", "services", "priorities"),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.remedies
    days, origin = section.claim_days, section.claim_from.strip()
    if section.claim is not Claim.ON_CLAIM or days is None or not earns_credits(subject):
        return
    if origin and (_FROM_REPORT.search(origin) or not _FROM_EVENT.search(origin)):
        return
    for report in _telling(subject):
        found = max(due_by_month(subject, report), key=lambda one: one[1].due - one[1].end, default=None)
        if found is None:
            continue
        after, late = found
        last = late.end + days * _DAY
        if late.due <= last:
            continue
        witness = say(
            "Month that ends on {date}: to be claimed by {last}, reported by {due}.",
            date=date_text(after - timedelta(days=1)),
            last=late.moment(last),
            due=late.moment(late.due),
        )
        yield Hit(
            (("remedies", "claim_days"), ("review", "reports", report.id, "due")), {"report": report.name}, witness
        )


@TABLE.rule(
    "CRD-12",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{label}” is empty, so that the parties can differ on whether a credit is due."),
    reads=("remedies",),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Whether credits arise by themselves or on claim is always said."""
    section = subject.document.remedies
    if not earns_credits(subject):
        return
    for name in ("evidence", *(("claim_days", "claim_from") if section.claim is Claim.ON_CLAIM else ())):
        if getattr(section, name) in (None, ""):
            yield Hit((("remedies", name),), {"label": field(Remedies, name).term.label})


@TABLE.rule(
    "CRD-13",
    Severity.WARNING,
    Fault.DEAD,
    say("Credits are only set off against the next invoice, so those of the last period are lost."),
    reads=("remedies", "identity"),
    remedy=say("Pay them out when no invoice follows"),
)
def _(subject: Subject) -> Iterator[Hit]:
    if subject.document.remedies.settlement is Settlement.NEXT_INVOICE and earns_credits(subject):
        path: Path = ("remedies", "settlement")
        end = expiry(subject.document)
        witness = say("No invoice follows the month that ends on {date}.", date=date_text(end)) if end else ""
        yield Hit((path,), {}, witness, SetTerm(path, Settlement.NEXT_INVOICE_OR_PAYMENT))


@TABLE.rule(
    "CRD-14",
    Severity.WARNING,
    Fault.HYGIENE,
    say("Credits are the sole remedy and end at a cap, and no right arises when misses repeat."),
    reads=("remedies",),
)
def _(subject: Subject) -> Iterator[Hit]:
    section = subject.document.remedies
    if _sole_and_capped(section) and not _has_right(section):
        caps = (("monthly", section.monthly_cap), ("yearly", section.yearly_cap))
        named = tuple(("remedies", f"{name}_cap") for name, cap in caps if cap is not None)
        witness = ", ".join(str(cap) for _, cap in caps if cap is not None)
        yield Hit((("remedies", "sole_remedy"), *named, ("remedies", "chronic")), {}, witness)


@TABLE.rule(
    "CRD-15",
    Severity.ERROR,
    Fault.DEAD,
    say("“{rule}” {what}."),
    reads=("remedies", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    identity = subject.document.identity
    for row in subject.document.remedies.chronic:
        path = ("remedies", "chronic", row.id)
        if row.missed is None:
            continue
        term = identity.initial_months if identity.renewal is Renewal.NONE else None
        if row.missed < 1:
            what, witness = say("holds always, since it asks for no missed month"), str(row.missed)
        elif row.of is not None and row.missed > row.of:
            what = say("can never hold: {missed} of {months} months", missed=row.missed, months=row.of)
            witness = f"{row.missed} > {row.of}"
        elif term is not None and row.missed > term:
            what = say("can never hold: the agreement ends after {months} months", months=term)
            witness = f"{row.missed} > {term}"
        else:
            continue
        yield Hit(((*path, "missed"), (*path, "of")), {"rule": row.name or subject.row(path), "what": what}, witness)


@TABLE.rule(
    "CRD-16",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("No right arises when service levels are missed again and again."),
    reads=("remedies", "availability", "targets"),
)
def _(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    promised = document.availability.promises or document.targets.items
    if promised and not _has_right(document.remedies) and not _sole_and_capped(document.remedies):
        yield Hit((("remedies", "chronic"),))


def _has_right(section: Remedies) -> bool:
    return any(one.missed is not None for one in section.chronic)


def _sole_and_capped(section: Remedies) -> bool:
    """Then the missing right is told by the graver rule."""
    return section.sole_remedy and (section.monthly_cap is not None or section.yearly_cap is not None)


def _telling(subject: Subject) -> Iterator[Report]:
    """The reports that show the results on which credits rest."""
    named = {metric.reported_in for schedule in schedules(subject) for metric in schedule.metrics}
    for report in subject.document.review.reports:
        if report.due is not None and report.id in named:
            yield report
