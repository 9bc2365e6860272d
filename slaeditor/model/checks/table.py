"""The table of rules: every family in the order of checks, and each rule by its id."""

from __future__ import annotations

from slaeditor.model.checks import (
    availability,
    identity,
    measuring,
    obligatory,
    priorities,
    services,
    target_terms,
    targets,
    unresolved,
)
from slaeditor.model.checks.rule import Rule

FAMILIES = (
    obligatory.TABLE,
    unresolved.TABLE,
    identity.TABLE,
    services.TABLE,
    priorities.TABLE,
    targets.TABLE,
    target_terms.TABLE,
    availability.TABLE,
    measuring.TABLE,
)

RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.rules}
"""Every rule by its id."""
