"""The table of rules: every family in the order of checks, and each rule by its id."""

from __future__ import annotations

from slaeditor.model.checks import (
    availability,
    calendars,
    channels,
    defined_words,
    drafting,
    escalation,
    escalation_people,
    history,
    hours,
    identity,
    limits,
    measuring,
    obligatory,
    other_party,
    periods,
    printed,
    priorities,
    reporting,
    responsibilities,
    satisfaction,
    services,
    settling,
    target_prose,
    target_terms,
    targets,
    tiers,
    unresolved,
    written_figures,
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
    target_prose.TABLE,
    hours.TABLE,
    calendars.TABLE,
    periods.TABLE,
    channels.TABLE,
    escalation.TABLE,
    escalation_people.TABLE,
    availability.TABLE,
    measuring.TABLE,
    printed.TABLE,
    tiers.TABLE,
    settling.TABLE,
    limits.TABLE,
    satisfaction.TABLE,
    reporting.TABLE,
    responsibilities.TABLE,
    other_party.TABLE,
    drafting.TABLE,
    defined_words.TABLE,
    written_figures.TABLE,
    history.TABLE,
)

RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.rules}
"""Every rule by its id."""
