"""Which event may follow in which state, and the sentence that says why not."""

from __future__ import annotations

from typing import assert_never

from slaeditor.model.errors import UserError
from slaeditor.model.events import (
    Acknowledged,
    Approved,
    Archived,
    Committed,
    Created,
    Event,
    Imported,
    Issued,
    Rejected,
    Signed,
    Submitted,
    Superseded,
    Terminated,
    Withdrawn,
)
from slaeditor.model.lifecycle import State, Status


def admit(state: State, event: Event) -> None:
    """Refuses, with a ``UserError`` that says why, an event that cannot follow in this state."""
    if event.at.tzinfo is None:
        raise UserError("An event's time needs its zone.")
    if not event.by.strip():
        raise UserError("Nobody is named as the one who does this.", remedy="Give a name.")
    reason = _objection(state, event)
    if reason:
        raise UserError(reason, kept="Nothing was changed.")


def _objection(state: State, event: Event) -> str:
    match event:
        case Committed(ordinal=ordinal, message=message):
            if ordinal != state.ordinal + 1:
                return f"Revision {ordinal} cannot follow revision {state.ordinal}."
            return "" if message.strip() else "A revision needs a message that says what changed."
        case Submitted() | Approved() | Rejected() | Withdrawn() | Issued() | Signed() | Acknowledged():
            if not state.revision:
                return "There is no saved revision yet."
            if event.revision != state.revision:
                return f"This belongs to an older revision; the newest is revision {state.ordinal}."
            return _step_objection(state, event)
        case Terminated(reason=reason):
            if state.ending is Status.TERMINATED:
                return "The agreement is already terminated."
            return "" if reason.strip() else "A termination needs its reason."
        case Superseded(successor=successor):
            return "" if successor.strip() else "Name the agreement that replaces this one."
        case Created() | Imported() | Archived():
            return ""
        case _ as never:
            assert_never(never)


def _step_objection(
    state: State, event: Submitted | Approved | Rejected | Withdrawn | Issued | Signed | Acknowledged
) -> str:
    stage = state.stage
    match event:
        case Submitted(needed=needed):
            if len({need.id for need in needed}) != len(needed):
                return "One approval is asked for twice."
            return "" if stage is Status.DRAFT else f"Only a draft can be submitted; this one is {stage}."
        case Approved(need=need):
            if stage is not Status.IN_REVIEW:
                return f"Only a revision in review can be approved; this one is {stage}."
            missing = {open_need.id for open_need in state.open_needs}
            return "" if need in missing else f"No approval “{need}” is open on this revision."
        case Rejected(reason=reason):
            if stage not in (Status.IN_REVIEW, Status.APPROVED):
                return f"Only a revision in review can be rejected; this one is {stage}."
            return "" if reason.strip() else "A rejection needs its reason."
        case Withdrawn():
            under_way = (Status.IN_REVIEW, Status.APPROVED, Status.ISSUED)
            return "" if stage in under_way else f"There is nothing to withdraw: the revision is {stage}."
        case Issued(signatories=signatories):
            if stage is not Status.APPROVED:
                return f"Only an approved revision can be issued; this one is {stage}."
            if not signatories:
                return "An issued document needs at least one signatory."
            twice = len({who.id for who in signatories}) != len(signatories)
            return "One signatory is named twice." if twice else ""
        case Signed(signatory=signatory):
            if stage is not Status.ISSUED:
                return f"Only an issued revision can be signed; this one is {stage}."
            missing = {who.id for who in state.open_signatories}
            return "" if signatory in missing else f"No signature of “{signatory}” is open on this revision."
        case Acknowledged(reason=reason):
            return "" if reason.strip() else "Letting a finding stand needs a reason."
        case _ as never:
            assert_never(never)
