"""Small documents that differ in what a test asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.agreement.identity import Identity
from slaeditor.model.agreement.legal import Clause, Legal
from slaeditor.model.agreement.parties import Parties, Party
from slaeditor.model.agreement.review import Review
from slaeditor.model.events import Approved, Issued, Need, Signatory, Signed, Submitted
from slaeditor.storage.library import Library
from slaeditor.storage.records import Filter, Working

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 6, 1)
ALL = Filter(today=TODAY)


def document(
    customer: str = "Acme",
    *,
    number: str = "SLA-1",
    title: str = "Support",
    text: str = "Confidential matters stay confidential.",
    effective: date | None = date(2026, 1, 1),
    months: int | None = 24,
    next_review: date | None = None,
    kind: DocumentKind = DocumentKind.AGREEMENT,
) -> Agreement:
    """An agreement with one clause."""
    return Agreement(
        kind=kind,
        identity=Identity(number=number, title=title, effective=effective, initial_months=months),
        parties=Parties(customer=Party(legal_name=customer), provider=Party(legal_name="Provider")),
        legal=Legal(clauses=(Clause(id="c1", heading="Secrecy", text=text),)),
        review=Review(next_review=next_review),
    )


def titled(base: Agreement, title: str) -> Agreement:
    """The same with another title."""
    return msgspec.structs.replace(base, identity=msgspec.structs.replace(base.identity, title=title))


def saved(library: Library, base: Agreement, **given: Any) -> Working:
    """An agreement with one revision."""
    working = library.create(base, author="Ada", at=AT, **given)
    library.commit(working.id, base, author="Ada", message="first", at=AT, expected_version=working.version)
    return library.load(working.id)


def sign(library: Library, agreement: str, *, on: date = date(2026, 1, 2)) -> None:
    """Everything from submission to the last signature, for the newest revision."""
    revision = library.state(agreement).revision
    for event in (
        Submitted(at=AT, by="Ada", revision=revision, needed=(Need("legal", "Lawyer"),)),
        Approved(at=AT, by="Lee", revision=revision, need="legal"),
        Issued(at=AT, by="Ada", revision=revision, signatories=(Signatory("ada", "Ada"),)),
        Signed(at=AT, by="Ada", revision=revision, signatory="ada", on=on),
    ):
        library.record(agreement, event)
