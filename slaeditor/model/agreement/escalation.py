"""Section 9, escalation: who is called in, on both sides, and when."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.agreement.parties import Side
from slaeditor.model.quantities import Duration, Percent
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class EscalationKind(enum.Enum):
    """Functional: to more skill. Hierarchical: to more authority (ITIL)."""

    FUNCTIONAL = "functional"
    HIERARCHICAL = "hierarchical"


class Base(enum.Enum):
    """The target of which a step's percent is taken."""

    RESPONSE = "response"
    RESTORE = "restore"
    RESOLVE = "resolve"


class Step(Row, frozen=True, kw_only=True):
    """A step of an escalation path: after a duration, or at a percent of a target."""

    after: Annotated[Duration | None, term("After", "Counted from the start of the clock.", better=Better.LOWER)] = None
    percent: Annotated[Percent | None, term("At percent", "Share of the target that has passed; instead of a duration.", better=Better.LOWER)] = None
    base: Annotated[Base | None, term("Of", "The target of which the percent is taken.")] = None
    after_breach: Annotated[bool, term("After breach", "Whether the step is meant to come after the target was missed.")] = False
    side: Annotated[Side, term("Side", "The party that is called in.", names=True)] = Side.PROVIDER
    role: Annotated[str, term("Role", "The office that is called in.", names=True)] = ""
    contact: Annotated[str | None, term("Contact", "The person or desk.", refers="contacts")] = None
    method: Annotated[str, term("By", "How the person is told.", suggestions=("Phone", "E-mail", "Phone and e-mail", "SMS"))] = ""
    action: Annotated[str, term("Does", "What the person is called in for.")] = ""


class Path(Row, frozen=True, kw_only=True):
    """An escalation path of some priorities."""

    name: Annotated[str, term("Path", "What it is called.", names=True)] = ""
    kind: Annotated[EscalationKind, term("Kind", "To more skill (functional) or to more authority (hierarchical).")] = EscalationKind.HIERARCHICAL
    priorities: Annotated[tuple[str, ...], term("Priorities", "The priorities it is for.", refers="priorities")] = ()
    services: Annotated[tuple[str, ...], term("Services", "The services it is for. Empty: all.", refers="services", if_empty="All services")] = ()
    steps: Annotated[tuple[Step, ...], rows("Steps", "step", "Who is called in, the earliest first.", added=Better.HIGHER)] = ()


class Escalation(Section, frozen=True, kw_only=True):
    """Section 9."""

    paths: Annotated[tuple[Path, ...], rows("Escalation paths", "path", "Who is called in and when, by priority.", obligatory=True)] = ()
    complaint: Annotated[str, term("Complaints", "How the customer complains, and by when it is answered.", "{}", shape=Shape.LONG)] = ""
