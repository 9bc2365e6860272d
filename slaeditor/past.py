"""What the rules on history look at: the events of an agreement and the signed documents beside it, from a library."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from slaeditor.model.lifecycle import Status

if TYPE_CHECKING:
    from slaeditor.model.agreement import Agreement
    from slaeditor.model.checks import Past
    from slaeditor.storage.library import Library

_SIGNED = (Status.SIGNED, Status.IN_FORCE)


def past_of(library: Library, agreement: str, customer: str, today: date) -> Past:
    """The history of an agreement of the library with ``customer``, and the signed ones of others with the same customer."""
    from slaeditor.model.checks import Past

    state = library.state(agreement)
    return Past(state, _signed(library, agreement), _others(library, agreement, customer, today))


def _signed(library: Library, agreement: str) -> Agreement | None:
    contracts = library.state(agreement).contracts
    return library.revision(agreement, contracts[-1].ordinal)[1] if contracts else None


def _others(library: Library, agreement: str, customer: str, today: date) -> tuple[tuple[str, Agreement], ...]:
    """Agreements of the same customer that are signed; the rule compares names and dates exactly."""
    from slaeditor.storage.records import Filter

    if not customer.strip():
        return ()
    rows = library.agreements(Filter(today=today, text=customer))
    found = (
        (row.number, _signed(library, row.id))
        for row in rows
        if row.id != agreement and (row.in_force or row.status in _SIGNED)
    )
    return tuple((number, document) for number, document in found if document is not None)
