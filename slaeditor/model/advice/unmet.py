"""Needs without an answer: what the customer said that calls for a term, and has none."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from slaeditor.model import paths, references, text
from slaeditor.model.advice.contact import urgent_kind
from slaeditor.model.advice.proposal import Proposal, answered
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.services import Service
from slaeditor.model.paths import Path
from slaeditor.model.sentence import joined, say

_OF_A_SERVICE = (
    "users", "outage_cost", "tolerable_outage", "tolerable_data_loss", "harm", "usage", "infrastructure", "regulation",
)  # fmt: skip
_WEIGHED = frozenset({"users", "outage_cost", "harm", "infrastructure", "regulation"})
"""Answers that the criticality of a service answers once it is set; the others call for terms of their own."""
_OF_ALL = ("workday_start", "languages", "urgent_channel")


class Unmet(msgspec.Struct, frozen=True):
    """An answer that no term answers: its place, and a sentence that says so."""

    need: Path
    sentence: str


def unmet_needs(document: Agreement, derived: tuple[Proposal, ...]) -> tuple[Unmet, ...]:
    """Every answer that calls for a term, unless a link names an existing term for it or the document already says what follows."""
    met = {
        row.need
        for row in document.needs.links
        if row.term and paths.exists(document, paths.parse(row.term))
    } | {
        paths.text_of(need) for proposal in derived if not proposal.edits for need in proposal.needs
    }  # fmt: skip
    return tuple(
        Unmet(place, _sentence(document, place)) for place in _calling(document) if paths.text_of(place) not in met
    )


def _calling(document: Agreement) -> Iterator[Path]:
    spoken = {code for channel in document.channels.items for code in channel.languages}
    names = [name for name in _OF_ALL if name != "languages" or not set(document.needs.languages) <= spoken]
    yield from answered(document, *(("needs", name) for name in names))
    for need in document.needs.services:
        if need.service is not None:
            service = references.row(document, "services", need.service)
            weighed = isinstance(service, Service) and service.criticality is not None
            own = [name for name in _OF_A_SERVICE if not (weighed and name in _WEIGHED)]
            yield from answered(document, *(("needs", "services", need.id, name) for name in own))
    yield from (("needs", "critical_dates", row.id) for row in document.needs.critical_dates)


def _sentence(document: Agreement, place: Path) -> str:
    words = joined(" › ", text.place(document, place)[1:])
    if place[-1] == "urgent_channel":
        kinds = {row.kind for row in document.channels.items}
        if urgent_kind(document) not in kinds:
            wanted = document.needs.urgent_channel
            return say(
                "The customer wants to report anything urgent by {wanted}, and the agreement has no such channel.",
                wanted=wanted,
            )
    if place[:2] == ("needs", "critical_dates"):
        return say("{place}: no black-out and no other term answers this date.", place=words)
    return say("{place}: no term of the agreement answers this.", place=words)
