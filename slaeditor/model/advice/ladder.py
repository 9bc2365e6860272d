"""Proposals for escalation: the steps of the playbook for each priority, with the people who hold the offices."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, changing, fingerprint
from slaeditor.model.advice.targets import restore_time
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.escalation import Path, Step
from slaeditor.model.agreement.parties import Side
from slaeditor.model.agreement.playbook import EscalationProfile
from slaeditor.model.agreement.priorities import Priority
from slaeditor.model.choices import choice_label
from slaeditor.model.edits import Edit, InsertRow, SetTerm
from slaeditor.model.quantities import Unit
from slaeditor.model.sentence import counted, joined, say
from slaeditor.model.terms import fields

_TABLE = ("escalation", "paths")


def propose(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    """One path for each priority for which the playbook has steps, once it is known how critical the services are."""
    if not found:
        return
    gravest = min(found, key=lambda case: case.criticality)
    for rank, priority in enumerate(document.priorities.levels, start=1):
        profiles = tuple(row for row in document.playbook.escalation_profiles if row.priority_rank == rank)
        if profiles:
            yield _path(document, gravest, priority, profiles, _shortest(found, rank))


def _shortest(found: tuple[Case, ...], rank: int) -> int | None:
    """The minutes of the shortest elapsed restore time at this rank: a later step comes after a breach."""
    times = [time for case in found if (time := restore_time(case, rank)) is not None]
    return min((time.amount for time in times if time.unit is Unit.MINUTES and time.calendar is None), default=None)


def _step(document: Agreement, profile: EscalationProfile, number: int, shortest: int | None) -> Step:
    after = profile.after
    elapsed = after is not None and after.unit is Unit.MINUTES and after.calendar is None
    late = elapsed and after is not None and shortest is not None and after.amount >= shortest
    return Step(
        id=f"step-{number}",
        after=profile.after,
        percent=profile.percent,
        base=profile.base,
        after_breach=late or (profile.percent is not None and profile.percent.value >= 100),
        side=profile.side,
        role=profile.role,
        contact=_contact(document, profile),
        method=profile.method,
        action=profile.action,
    )


def _contact(document: Agreement, profile: EscalationProfile) -> str | None:
    wanted = profile.role.strip().casefold()
    return next(
        (
            row.id
            for row in document.parties.contacts
            if row.side is profile.side and row.role.strip().casefold() == wanted
        ),
        None,
    )


def _same(have: Step, wanted: Step) -> bool:
    return all(getattr(have, one.name) == getattr(wanted, one.name) for one in fields(Step) if one.name != "note")


def _path(
    document: Agreement,
    gravest: Case,
    priority: Priority,
    profiles: tuple[EscalationProfile, ...],
    shortest: int | None,
) -> Proposal:
    steps = tuple(_step(document, profile, number, shortest) for number, profile in enumerate(profiles, start=1))
    shared = [row for row in document.escalation.paths if priority.id in row.priorities and not row.services]
    own = next((row for row in shared if row.priorities == (priority.id,)), None)
    identifier = own.id if own else _free(document, priority.id)
    edits: list[Edit] = []
    if own is None:
        edits.append(
            InsertRow(
                _TABLE,
                Path(id=identifier, name=f"Escalation of {priority.code}", priorities=(priority.id,), steps=steps),
            )
        )
    elif len(own.steps) != len(steps) or not all(map(_same, own.steps, steps)):
        edits.append(SetTerm((*_TABLE, own.id, "steps"), steps))
    edits += [
        SetTerm((*_TABLE, row.id, "priorities"), tuple(one for one in row.priorities if one != priority.id))
        for row in shared
        if row.id != identifier
    ]
    first = profiles[0]
    when = first.after.length() if first.after else _share(first)
    sides = {row.side for row in profiles}
    return Proposal(
        id=f"escalation:{priority.id}",
        group="escalation",
        title=counted(
            "{code}: {count} step, after {when}",
            "{code}: {count} steps, the first after {when}",
            len(steps),
            code=priority.code,
            when=when,
        ),
        reason=joined(
            "",
            [
                say(
                    "{service} has {because}; so a {priority} reaches the {role} after {when}",
                    service=gravest.service.name,
                    because=gravest.because,
                    priority=priority.code,
                    role=first.role,
                    when=when,
                ),
                say(", and the customer's own people are called in too.") if Side.CUSTOMER in sides else ".",
            ],
        ),
        needs=gravest.decided_by,
        terms=((*_TABLE, identifier),),
        basis=fingerprint(gravest.derived, shortest),
        edits=changing(document, tuple(edits)),
    )


def _share(profile: EscalationProfile) -> str:
    base = choice_label(profile.base) if profile.base else ""
    return say("{percent} of the {base} time", percent=profile.percent, base=base)


def _free(document: Agreement, wanted: str) -> str:
    taken = {row.id for row in document.escalation.paths}
    return wanted if wanted not in taken else f"escalation:{wanted}"
