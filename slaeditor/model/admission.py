"""Which event may follow in which state, and the sentence that says why not."""

from __future__ import annotations

from typing import assert_never

from slaeditor.model.choices import choice_label
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
from slaeditor.model.sentence import say


def admit(state: State, event: Event) -> None:
    """Refuses, with a ``UserError`` that says why, an event that cannot follow in this state."""
    if event.at.tzinfo is None:
        raise UserError(say("An event's time needs its zone."))
    if not event.by.strip():
        raise UserError(say("Nobody is named as the one who does this."), remedy=say("Give a name."))
    reason = _objection(state, event)
    if reason:
        raise UserError(reason, kept=say("Nothing was changed."))


def _objection(state: State, event: Event) -> str:
    match event:
        case Committed(ordinal=ordinal, message=message):
            if ordinal != state.ordinal + 1:
                return say("Revision {number} cannot follow revision {newest}.", number=ordinal, newest=state.ordinal)
            return "" if message.strip() else say("A revision needs a message that says what changed.")
        case Submitted() | Approved() | Rejected() | Withdrawn() | Issued() | Signed() | Acknowledged():
            if not state.revision:
                return say("There is no saved revision yet.")
            if event.revision != state.revision:
                return say(
                    "This belongs to an older revision; the newest is revision {ordinal}.", ordinal=state.ordinal
                )
            return _step_objection(state, event)
        case Terminated(reason=reason):
            if state.ending is Status.TERMINATED:
                return say("The agreement is already terminated.")
            return "" if reason.strip() else say("A termination needs its reason.")
        case Superseded(successor=successor):
            return "" if successor.strip() else say("Name the agreement that replaces this one.")
        case Created() | Imported() | Archived():
            return ""
        case _ as never:
            assert_never(never)


def _step_objection(
    state: State, event: Submitted | Approved | Rejected | Withdrawn | Issued | Signed | Acknowledged
) -> str:
    stage = state.stage
    said = choice_label(stage)
    match event:
        case Submitted(needed=needed):
            if len({need.id for need in needed}) != len(needed):
                return say("One approval is asked for twice.")
            return (
                "" if stage is Status.DRAFT else say("Only a draft can be submitted; this one is {stage}.", stage=said)
            )
        case Approved(need=need):
            if stage is not Status.IN_REVIEW:
                return say("Only a revision in review can be approved; this one is {stage}.", stage=said)
            missing = {open_need.id for open_need in state.open_needs}
            return "" if need in missing else say("No approval “{need}” is open on this revision.", need=need)
        case Rejected(reason=reason):
            if stage not in (Status.IN_REVIEW, Status.APPROVED):
                return say("Only a revision in review can be rejected; this one is {stage}.", stage=said)
            return "" if reason.strip() else say("A rejection needs its reason.")
        case Withdrawn():
            under_way = (Status.IN_REVIEW, Status.APPROVED, Status.ISSUED)
            return (
                "" if stage in under_way else say("There is nothing to withdraw: the revision is {stage}.", stage=said)
            )
        case Issued(signatories=signatories):
            if stage is not Status.APPROVED:
                return say("Only an approved revision can be issued; this one is {stage}.", stage=said)
            if not signatories:
                return say("An issued document needs at least one signatory.")
            twice = len({who.id for who in signatories}) != len(signatories)
            return say("One signatory is named twice.") if twice else ""
        case Signed(signatory=signatory):
            if stage is not Status.ISSUED:
                return say("Only an issued revision can be signed; this one is {stage}.", stage=said)
            missing = {who.id for who in state.open_signatories}
            return (
                ""
                if signatory in missing
                else say("No signature of “{signatory}” is open on this revision.", signatory=signatory)
            )
        case Acknowledged(reason=reason):
            return "" if reason.strip() else say("Letting a finding stand needs a reason.")
        case _ as never:
            assert_never(never)
