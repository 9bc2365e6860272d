"""What the tests of the exports start from: one filled document, and the circumstances of an export."""

from __future__ import annotations

from datetime import UTC, date, datetime

from slaeditor.export.context import Context, Paper, Revision
from slaeditor.model import canonical
from slaeditor.model.agreement import Agreement
from slaeditor.model.lifecycle import Status

EXPORTED = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


def context(document: Agreement, *, status: Status = Status.DRAFT, paper: Paper = Paper.A4) -> Context:
    """The circumstances of a test's export."""
    return Context(
        revision="3",
        status=status,
        exported=EXPORTED,
        content_hash=canonical.content_hash(document),
        paper=paper,
        history=(
            Revision(label="1", on=date(2026, 10, 1), author="Elif Şahin", reason="First proposal"),
            Revision(label="2", on=date(2026, 11, 1), author="Elif Şahin", reason="After talks", approvals=("Legal",)),
        ),
    )
