"""A file of interview answers, for scripts: what the customer said, which advice is taken, and what was decided otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from slaeditor.model import advice, interview, partial, paths, prune
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Several, apply
from slaeditor.model.errors import DocumentError
from slaeditor.model.sentence import say

MOST_BYTES = 10_000_000


class Answers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file. ``answers`` and ``decisions`` are shaped like the document and hold only what is to be said.

    ``remove`` are places of rows of the standard that are not wanted, ``accept`` the groups or ids of the proposals that are
    taken ("all" for every one), ``leave`` those that are not after all. ``decisions`` are made after the advice.
    """

    standard: str = ""
    said_by: str = ""
    said_on: date | None = None
    remove: tuple[str, ...] = ()
    answers: dict[str, Any] = {}
    accept: str | tuple[str, ...] = "all"
    leave: tuple[str, ...] = ()
    decisions: dict[str, Any] = {}


class Made(msgspec.Struct, frozen=True):
    """An agreement made from answers, the proposals that there were, and the ids of those taken."""

    document: Agreement
    proposals: tuple[advice.Proposal, ...]
    taken: tuple[str, ...]


def read(data: bytes) -> Answers:
    """The answers in a JSON file; ``DocumentError`` when it is none. Whether they fit the document is seen by ``make``."""
    if len(data) > MOST_BYTES:
        raise DocumentError(
            say(
                "The file holds {size:,} bytes; answers have at most {most:,}.",
                size=len(data),
                most=MOST_BYTES,
            )
        )
    try:
        return msgspec.json.decode(data, type=Answers)
    except msgspec.ValidationError as error:
        text, _, place = str(error).partition(" - at ")
        where = place.strip("`").removeprefix("$.").removeprefix("$") or say("the top")
        raise DocumentError(
            say("These are not answers: {text} (at {where}).", text=text[:1].lower() + text[1:], where=where)
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("This is not JSON: {error}.", error=error)) from error
    except RecursionError as error:
        raise DocumentError(say("These are not answers: the JSON is nested too deeply.")) from error


def make(start: Agreement, given: Answers, new_id: Callable[[], str]) -> Made:
    """The agreement that follows: rows removed, answers and their sources put in, advice taken, decisions made.

    ``start`` is an agreement begun from a standard; ``new_id`` gives ids for sources that need one. Raises
    ``DocumentError`` or ``EditError`` with the place of what does not fit.
    """
    document = start
    for place in given.remove:
        document = apply(document, prune.removal(document, paths.parse(place)))
    said = partial.merge(document, given.answers)
    document = apply(document, Several("answers", tuple(edit for _, edit in said)))
    noted = interview.sourced(document, tuple(place for place, _ in said), given.said_by, given.said_on, new_id)
    document = apply(document, Several("sources", noted))
    proposals = advice.advise(document)
    chosen = _chosen(document, proposals, given)
    document = apply(document, advice.accept(document, proposals, chosen))
    decided = partial.merge(document, given.decisions)
    document = apply(document, Several("decisions", tuple(edit for _, edit in decided)))
    return Made(document, proposals, chosen)


def _chosen(document: Agreement, proposals: tuple[advice.Proposal, ...], given: Answers) -> tuple[str, ...]:
    accept = (given.accept,) if isinstance(given.accept, str) else given.accept
    unknown = {*accept, *given.leave} - {"all", *advice.GROUPS, *(proposal.id for proposal in proposals)}
    if unknown:
        possible = {proposal.id for proposal in advice.derive(document)}
        for name in sorted(unknown - possible):
            raise DocumentError(say("“{name}” is neither a group of proposals nor the id of one.", name=name))

    def named(proposal: advice.Proposal, names: tuple[str, ...]) -> bool:
        return bool({"all", proposal.group, proposal.id} & set(names))

    return tuple(proposal.id for proposal in proposals if named(proposal, accept) and not named(proposal, given.leave))
