"""Section 16, responsibilities: who does what, on both sides."""

from __future__ import annotations

from typing import Annotated

from slaeditor.model.agreement.parties import Side
from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Row, Section, Shape, rows, term


class Duty(Row, frozen=True, kw_only=True):
    """A duty and the parties' roles in it (RACI)."""

    name: Annotated[str, term("Duty", "What is to be done.", names=True, obligatory=True)] = ""
    accountable: Annotated[Side | None, term("Accountable", "The one party that answers for it.")] = None
    responsible: Annotated[str, term("Responsible", "Who does it.")] = ""
    consulted: Annotated[str, term("Consulted", "Who is asked beforehand.")] = ""
    informed: Annotated[str, term("Informed", "Who is told afterwards.")] = ""
    deadline: Annotated[Duration | None, term("Within", "By when it is to be done.")] = None
    targets: Annotated[tuple[str, ...], term("Targets that depend on it", "If the duty is not done, these targets are excused.", refers="targets")] = ()


class Responsibilities(Section, frozen=True, kw_only=True):
    """Section 16."""

    duties: Annotated[tuple[Duty, ...], rows("Duties", "duty", "Who does what.")] = ()
    effect: Annotated[str, term("If a duty is not done", "What follows for the targets.", "{}", shape=Shape.LONG)] = ""
