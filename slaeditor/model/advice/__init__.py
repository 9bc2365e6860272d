"""Advice: what follows from the customer's answers, by the rules in the playbook, as proposed edits with their reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from slaeditor.model.advice import contact, hours, ladder, promises, scope, season, taking, targets
from slaeditor.model.advice import criticality as critical
from slaeditor.model.advice.criticality import Case, cases
from slaeditor.model.advice.needs_map import NeedsMap, needs_map
from slaeditor.model.advice.proposal import GROUPS, Proposal
from slaeditor.model.advice.unmet import Unmet, unmet_needs
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Several


def advise(document: Agreement, *, afresh: bool = False) -> tuple[Proposal, ...]:
    """What the answers call for and the document does not yet say, group by group.

    A proposal that was considered before, taken or not, comes back only when the answers behind it have changed;
    ``afresh`` makes them all again.
    """
    known = {row.id: row.basis for row in document.playbook.considered}
    return tuple(
        proposal
        for proposal in derive(document)
        if proposal.edits and (afresh or known.get(proposal.id) != proposal.basis)
    )


def accept(document: Agreement, proposals: tuple[Proposal, ...], chosen: Collection[str]) -> Several:
    """The edit that takes the chosen ones among ``proposals`` (by id) and sets the others aside.

    It also links each need to the term that answers it now, and remembers all ``proposals`` as considered, as it does
    with what the document said already. A chosen
    proposal whose requirement is not chosen with it is neither taken nor remembered.
    """
    settled = tuple(proposal for proposal in derive(document) if not proposal.edits)
    return taking.accept(document, proposals, chosen, settled, _again)


def unmet(document: Agreement) -> tuple[Unmet, ...]:
    """The answers that call for a term and that no term of the document answers."""
    return unmet_needs(document, tuple(derive(document)))


def whole_map(document: Agreement) -> NeedsMap:
    """Every need that calls for terms beside those that answer it; tens of milliseconds for a large document."""
    return needs_map(document, tuple(derive(document)))


def derive(document: Agreement, only: str = "") -> Iterator[Proposal]:
    """Everything that follows from the answers, also what the document says already; ``only``: just that group."""
    found = cases(document)
    for group in GROUPS:
        if only in ("", group):
            yield from _group(document, group, found)


def _group(document: Agreement, group: str, found: tuple[Case, ...]) -> Iterator[Proposal]:
    match group:
        case "criticality":
            yield from (critical.propose(case) for case in found)
        case "scope":
            for case in found:
                yield from scope.of_service(case)
        case "hours":
            yield from hours.propose(document, found)
        case "targets":
            for case in found:
                yield from targets.propose(case)
        case "availability":
            for case in found:
                yield from promises.availability(case)
        case "continuity":
            for case in found:
                yield from promises.continuity(case)
        case "channels":
            yield from contact.propose(document, found)
        case "escalation":
            yield from ladder.propose(document, found)
        case "maintenance":
            yield from season.propose(document, found)
        case "credits":
            for case in found:
                yield from promises.credits(case)
        case "satisfaction":
            yield from scope.satisfaction(document)
        case _:
            raise ValueError(f"no proposals are made for {group}")


_GROUP_OF = {"target": "targets"}


def _again(document: Agreement, identifier: str) -> Proposal | None:
    start = identifier.partition(":")[0]
    return next((one for one in derive(document, _GROUP_OF.get(start, start)) if one.id == identifier), None)


__all__ = ["GROUPS", "Proposal", "Unmet", "accept", "advise", "derive", "unmet", "whole_map"]
