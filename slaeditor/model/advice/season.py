"""Proposals for black-outs: no maintenance while more than usual hangs on the services."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, changing, fingerprint, row_edits
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.maintenance import Blackout
from slaeditor.model.agreement.needs import SPANS, CriticalDate, Recurrence
from slaeditor.model.edits import SetTerm
from slaeditor.model.sentence import say
from slaeditor.model.text import date_text, day_text

_TABLE = ("maintenance", "blackouts")


def propose(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    """A black-out for each critical date that has a first and a last day, if the playbook protects one of its services."""
    protected = {case.service.id for case in found if case.profile is not None and case.profile.blackouts}
    for row in document.needs.critical_dates:
        if is_span(row) and (not row.services or protected & set(row.services)):
            yield _blackout(document, row)


def is_span(row: CriticalDate) -> bool:
    """Whether the critical date is a span of days that a black-out can name."""
    return row.recurrence in SPANS and row.start is not None and row.end is not None


def _blackout(document: Agreement, row: CriticalDate) -> Proposal:
    assert row.start is not None  # see is_span
    assert row.end is not None
    yearly = row.recurrence is Recurrence.EVERY_YEAR
    wanted = Blackout(
        id=row.id, name=row.name, start=row.start, end=row.end, yearly=yearly, services=tuple(row.services)
    )
    first, last = ((day_text if yearly else date_text)(day) for day in (row.start, row.end))
    return Proposal(
        id=f"maintenance:{row.id}",
        group="maintenance",
        title=say("No maintenance from {first} to {last}", first=first, last=last),
        reason=_reason(row.name, first, last, yearly),
        needs=(("needs", "critical_dates", row.id),),
        terms=((*_TABLE, row.id),),
        basis=fingerprint(row.start, row.end, yearly, row.services),
        edits=changing(
            document, (*row_edits(document, _TABLE, wanted), SetTerm((*_TABLE, row.id, "yearly"), yearly))
        ),
    )  # fmt: skip


def _reason(name: str, first: str, last: str, yearly: bool) -> str:
    if yearly:
        return say(
            "An outage hurts most in this time ({name}), so no maintenance takes place from {first} to {last}, every year.",
            name=name,
            first=first,
            last=last,
        )
    return say(
        "An outage hurts most in this time ({name}), so no maintenance takes place from {first} to {last}.",
        name=name,
        first=first,
        last=last,
    )
