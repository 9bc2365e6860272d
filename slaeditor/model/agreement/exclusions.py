"""Section 12, exclusions: the causes for which the provider does not answer."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class ExclusionKind(enum.Enum):
    """Where an excluded cause lies."""

    FORCE_MAJEURE = "force_majeure"
    CUSTOMER_ACT = "customer_act"
    CUSTOMER_EQUIPMENT = "customer_equipment"
    THIRD_PARTY = "third_party"
    INTERNET = "internet"
    SUSPENSION = "suspension"


class Exclusion(Row, frozen=True, kw_only=True):
    """A cause for which the provider does not answer."""

    name: Annotated[str, term("Exclusion", "What it is called.", names=True)] = ""
    kind: Annotated[ExclusionKind, term("Kind", "Where the cause lies.")] = ExclusionKind.FORCE_MAJEURE
    text: Annotated[str, term("Text", "What exactly is excluded.", shape=Shape.LONG, obligatory=True)] = ""
    services: Annotated[tuple[str, ...], term("Services", "The services it is for. Empty: all.", refers="services", if_empty="All services")] = ()


class Exclusions(Section, frozen=True, kw_only=True):
    """Section 12."""

    items: Annotated[tuple[Exclusion, ...], rows("Exclusions", "exclusion", "Causes that count neither as downtime nor as a missed target.", added=Better.LOWER)] = ()
    burden: Annotated[str, term("Burden of proof", "Who has to show that an exclusion applies.", "{}", shape=Shape.LONG)] = ""
