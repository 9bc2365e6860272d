"""From events to status: what an agreement is today, which approvals count, and what may happen next."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import assert_never

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.events import (
    Acknowledged,
    Approved,
    Archived,
    Committed,
    Created,
    Event,
    Imported,
    Issued,
    Need,
    Rejected,
    Signatory,
    Signed,
    Submitted,
    Superseded,
    Terminated,
    Withdrawn,
)
from slaeditor.model.summary import expiry

Terms = tuple[date | None, date | None]
"""Of one revision: the date on which it takes effect and the last date on which it is in force."""


def terms_of(document: Agreement) -> Terms:
    """The dates of a document; one that renews itself is in force until someone ends it."""
    renews = document.identity.renewal is Renewal.AUTOMATIC
    return document.identity.effective, None if renews else expiry(document)


class Status(enum.StrEnum):
    """What people call the state of an agreement, in the order of its life."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    ISSUED = "issued"
    SIGNED = "signed"
    IN_FORCE = "in force"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    TERMINATED = "terminated"


class Action(enum.StrEnum):
    """The one action that comes next."""

    SAVE = "save"
    SUBMIT = "submit"
    APPROVE = "approve"
    ISSUE = "issue"
    SIGN = "sign"


class Contract(msgspec.Struct, frozen=True):
    """A revision that all signatories signed; ``ended`` is the first date on which it no longer counts."""

    ordinal: int
    revision: str
    on: date
    ended: date | None = None


class State(msgspec.Struct, frozen=True):
    """Everything that follows from the events alone, without today's date.

    ``stage`` speaks of the newest revision and goes no further than signed; ``ended`` and ``ending`` tell of a
    termination or replacement since that revision was saved.
    """

    ordinal: int = 0
    revision: str = ""
    stage: Status = Status.DRAFT
    needed: tuple[Need, ...] = ()
    approvals: tuple[Approved, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signatures: tuple[Signed, ...] = ()
    contracts: tuple[Contract, ...] = ()
    ending: Status | None = None
    ended: date | None = None
    archived: bool = False

    @property
    def open_needs(self) -> tuple[Need, ...]:
        """The approvals of the newest revision that are still missing."""
        given = {approval.need for approval in self.approvals}
        return tuple(need for need in self.needed if need.id not in given)

    @property
    def open_signatories(self) -> tuple[Signatory, ...]:
        """The signatories of the newest revision who have not signed yet."""
        signed = {signature.signatory for signature in self.signatures}
        return tuple(who for who in self.signatories if who.id not in signed)


class Period(msgspec.Struct, frozen=True):
    """The dates, both included, on which one signed revision is in force; no end means until further notice."""

    ordinal: int
    start: date
    end: date | None


def step(state: State, event: Event) -> State:
    """The state after one more event; the event is taken as admissible (see ``admission``)."""
    replace = msgspec.structs.replace
    match event:
        case Created() | Acknowledged():
            return state
        case Imported(copy=copy):
            return State(ordinal=state.ordinal, revision=state.revision) if copy else state
        case Committed(ordinal=ordinal, revision=revision):
            return State(ordinal=ordinal, revision=revision, contracts=state.contracts, archived=state.archived)
        case Submitted(needed=needed):
            return replace(_back(state), stage=Status.IN_REVIEW if needed else Status.APPROVED, needed=needed)
        case Approved():
            given = replace(state, approvals=(*state.approvals, event))
            return given if given.open_needs else replace(given, stage=Status.APPROVED)
        case Rejected() | Withdrawn():
            return _back(state)
        case Issued(signatories=signatories):
            return replace(state, stage=Status.ISSUED, signatories=signatories)
        case Signed(on=on):
            signed = replace(state, signatures=(*state.signatures, event))
            if signed.open_signatories:
                return signed
            last = max(on, *(signature.on for signature in signed.signatures))
            contract = Contract(state.ordinal, state.revision, last)
            return replace(signed, stage=Status.SIGNED, contracts=(*state.contracts, contract))
        case Terminated(on=on):
            return _end(state, Status.TERMINATED, on)
        case Superseded(on=on):
            return _end(state, Status.SUPERSEDED, on)
        case Archived(hidden=hidden):
            return replace(state, archived=hidden)
        case _ as never:
            assert_never(never)


def _back(state: State) -> State:
    """The same revision as a mere draft: approvals and signatures count no longer."""
    return msgspec.structs.replace(state, stage=Status.DRAFT, needed=(), approvals=(), signatories=(), signatures=())


def _end(state: State, how: Status, on: date) -> State:
    closed = tuple(
        contract if contract.ended and contract.ended <= on else msgspec.structs.replace(contract, ended=on)
        for contract in state.contracts
    )
    return msgspec.structs.replace(state, ending=how, ended=on, contracts=closed)


def replay(events: Iterable[Event]) -> State:
    """The state after all events, oldest first."""
    state = State()
    for event in events:
        state = step(state, event)
    return state


def periods(state: State, terms: Mapping[int, Terms]) -> tuple[Period, ...]:
    """When which signed revision is in force; ``terms`` gives each revision's own dates by its ordinal.

    A revision without an effective date counts from its last signature; it gives way to the next signed one.
    """
    found: list[Period] = []
    following: date | None = None
    for contract in reversed(state.contracts):
        effective, last = terms.get(contract.ordinal, (None, None))
        start = effective or contract.on
        day = timedelta(days=1)
        ends = [end for end in (last, contract.ended and contract.ended - day, following and following - day) if end]
        end = min(ends) if ends else None
        if end is None or end >= start:
            found.append(Period(contract.ordinal, start, end))
            following = start
    return tuple(reversed(found))


def in_force(found: Iterable[Period], today: date) -> int:
    """The ordinal of the revision that is in force today, or 0."""
    return max((p.ordinal for p in found if p.start <= today and (p.end is None or today <= p.end)), default=0)


def status(
    stage: Status, ending: Status | None, ended: date | None, today: date, effective: date | None, expires: date | None
) -> Status:
    """What the newest revision is today, from its stage and its own dates."""
    if ending is not None and ended is not None and ended <= today:
        return ending
    if stage is not Status.SIGNED:
        return stage
    if effective is not None and today < effective:
        return Status.SIGNED
    if expires is not None and expires < today:
        return Status.EXPIRED
    return Status.IN_FORCE


def fold(events: Iterable[Event], today: date, effective: date | None, expires: date | None) -> Status:
    """The status of an agreement on a date; the two dates are those of its newest revision.

    With a draft after a signed revision this is the draft's status; ``statuses`` tells of the older ones.
    """
    state = replay(events)
    return status(state.stage, state.ending, state.ended, today, effective, expires)


def statuses(events: Iterable[Event], today: date, terms: Mapping[int, Terms]) -> dict[int, Status]:
    """The status of every revision by its ordinal: an older one is superseded unless its contract still runs."""
    state = replay(events)
    running = periods(state, terms)
    result = dict.fromkeys(range(1, state.ordinal + 1), Status.SUPERSEDED)
    for contract in state.contracts:
        own = next((period for period in running if period.ordinal == contract.ordinal), None)
        if own is None:
            continue
        if today < own.start:
            result[contract.ordinal] = Status.SIGNED
        elif own.end is None or today <= own.end:
            result[contract.ordinal] = Status.IN_FORCE
        elif own is running[-1]:
            out = contract.ended is not None and contract.ended <= today
            result[contract.ordinal] = Status.TERMINATED if out else Status.EXPIRED
    if state.ordinal:
        newest = terms.get(state.ordinal, (None, None))
        result[state.ordinal] = status(state.stage, state.ending, state.ended, today, *newest)
    return result


def lapsed(events: Iterable[Event]) -> tuple[Approved, ...]:
    """The approvals that no longer count, oldest first: given before the newest revision or its last submission."""
    seen: list[Approved] = []
    state = State()
    for event in events:
        state = step(state, event)
        if isinstance(event, Approved):
            seen.append(event)
    return tuple(seen[: len(seen) - len(state.approvals)])


def next_action(current: Status, has_changes: bool) -> Action | None:
    """The one action that comes next, or None when there is nothing to do but wait."""
    if has_changes:
        return Action.SAVE
    following = {
        Status.DRAFT: Action.SUBMIT,
        Status.IN_REVIEW: Action.APPROVE,
        Status.APPROVED: Action.ISSUE,
        Status.ISSUED: Action.SIGN,
    }
    return following.get(current)
