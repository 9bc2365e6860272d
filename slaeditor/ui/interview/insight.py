"""What the answers amount to so far: how far each sheet is, what follows for each service, what nothing answers yet; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from slaeditor.model import advice, interview, paths
from slaeditor.model.advice import GROUPS, Proposal, Unmet
from slaeditor.model.advice.unmet import unmet_needs
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import apply
from slaeditor.model.paths import Path
from slaeditor.model.terms import Kind
from slaeditor.ui.compare.change_lines import Line, lines
from slaeditor.ui.interview.steps import Step, steps
from slaeditor.ui.spoken import value_text
from slaeditor.ui.words import capital, told, tr, trn

_FEW = 3


class Conclusion(msgspec.Struct, frozen=True):
    """One thing that follows: in short, why, whether the document says it already, and the answer that it rests on."""

    group: str
    title: str
    reason: str
    stands: bool
    need: Path


class About(msgspec.Struct, frozen=True):
    """All that follows for one service, or (with no ``service``) for the agreement as a whole."""

    service: str
    name: str
    conclusions: tuple[Conclusion, ...]
    unmet: tuple[Unmet, ...]


class Insight(msgspec.Struct, frozen=True):
    """``progress`` has, by the key of a step, how many questions are answered and asked; ``offered`` is what may be taken."""

    progress: dict[str, tuple[int, int]]
    about: tuple[About, ...]
    offered: int
    considered: bool


def look(document: Agreement) -> Insight:
    """Everything that the window shows beside the questions; tens of milliseconds for a large document."""
    sheets = steps(document)
    derived = tuple(advice.derive(document))
    return Insight(
        progress={step.key: _progress(document, step) for step in sheets},
        about=tuple(_about(document, derived)),
        offered=len(advice.advise(document)),
        considered=bool(document.playbook.considered),
    )


def _progress(document: Agreement, step: Step) -> tuple[int, int]:
    questions = tuple(step.questions())
    return sum(interview.is_answered(document, question) for question in questions), len(questions)


def _about(document: Agreement, derived: tuple[Proposal, ...]) -> Iterator[About]:
    by_service: dict[str, list[Proposal]] = {}
    for proposal in derived:
        by_service.setdefault(service_of(document, proposal), []).append(proposal)
    open_needs: dict[str, list[Unmet]] = {}
    for need in unmet_needs(document, derived):
        open_needs.setdefault(_service_at(document, need.need), []).append(need)
    for service, name in [*((one.id, one.name) for one in document.services.items), ("", "")]:
        found, left = by_service.get(service, ()), open_needs.get(service, ())
        if found or left:
            yield About(service, name, tuple(_conclusion(proposal, name) for proposal in found), tuple(left))


def _conclusion(proposal: Proposal, name: str) -> Conclusion:
    title = told(proposal.title)
    title = title.removeprefix(name).lstrip(":, ") if name else title
    return Conclusion(
        group=proposal.group,
        title=capital(title),
        reason=told(proposal.reason),
        stands=not proposal.edits,
        need=proposal.needs[0] if proposal.needs else (),
    )


def service_of(document: Agreement, proposal: Proposal) -> str:
    """The service that the proposal is about; empty when it is about several or none."""
    named = {_service_at(document, path) for path in (*proposal.needs, *proposal.terms)} - {""}
    if not named:  # nothing that was said decides it: its name tells what it is about
        parts = proposal.id.split(":")
        named = {service.id for service in document.services.items if service.id in parts[1:]}
    return named.pop() if len(named) == 1 else ""


def _service_at(document: Agreement, path: Path) -> str:
    if len(path) < 3:
        return ""
    if path[:2] == ("services", "items"):
        return path[2]
    if path[:2] == ("needs", "services"):
        return next((need.service or "" for need in document.needs.services if need.id == path[2]), "")
    return ""


class Offer(msgspec.Struct, frozen=True):
    """A proposal with what it would change in the document."""

    proposal: Proposal
    changes: tuple[Line, ...]


class OfferGroup(msgspec.Struct, frozen=True):
    """The offers of one kind, under their title."""

    id: str
    title: str
    offers: tuple[Offer, ...]


def offers(document: Agreement, *, afresh: bool = False) -> tuple[OfferGroup, ...]:
    """What is proposed, group by group, each with its changes; ``afresh`` also what was considered before."""
    proposed = advice.advise(document, afresh=afresh)
    by_id = {proposal.id: proposal for proposal in proposed}
    groups: dict[str, list[Offer]] = {}
    for proposal in proposed:
        before = document
        for needed in proposal.requires:
            if needed in by_id:
                before = _with(before, by_id[needed])
        groups.setdefault(proposal.group, []).append(Offer(proposal, _changes(before, proposal)))
    return tuple(OfferGroup(group, tr(GROUPS[group]), tuple(found)) for group, found in groups.items())


def _changes(before: Agreement, proposal: Proposal) -> tuple[Line, ...]:
    """What taking it would change, but for a term that only repeats the reason, which is shown anyway."""
    after = _with(before, proposal)
    found = tuple(_brief(before, after, line) for line in lines(before, after))
    said = proposal.reason.casefold()
    return (
        tuple(line for line in found if not line.new.endswith(".") or not said.endswith(line.new.casefold())) or found
    )


def _brief(before: Agreement, after: Agreement, line: Line) -> Line:
    """Of a list that stays but for a few entries only these are told: all of it twice would hide them."""
    declared = paths.field_at(line.path)
    if declared.kind not in (Kind.REFERENCES, Kind.CHOICES, Kind.TEXTS):
        return line
    old, new = ((paths.find(one, line.path) if paths.exists(one, line.path) else ()) for one in (before, after))
    more, gone = (tuple(one for one in a if one not in b) for a, b in ((new, old), (old, new)))
    if len(old) < _FEW or not (more or gone) or len(gone) == len(old):
        return line
    said = [tr("in addition: {items}", items=value_text(after, declared, more))] if more else []
    said += [tr("no longer: {items}", items=value_text(before, declared, gone))] if gone else []
    now = trn("1 entry", "{count} entries", len(old))
    return replace(line, old=now, new="; ".join(said), old_marks=(), new_marks=())


def _with(document: Agreement, proposal: Proposal) -> Agreement:
    for edit in proposal.edits:
        document = apply(document, edit)
    return document
