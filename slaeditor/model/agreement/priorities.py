"""Section 6, priorities: impact and urgency levels, the matrix that joins them, and who decides."""

from __future__ import annotations

from typing import Annotated

from slaeditor.model.sentence import say
from slaeditor.model.terms import Row, Section, Shape, rows, term


class LevelRow(Row, frozen=True, kw_only=True):
    """A level of impact or urgency."""

    code: Annotated[str, term("Code", "A short mark: 1, 2, 3 or H, M, L.")] = ""
    label: Annotated[str, term("Level", "What the level is called.", names=True)] = ""
    test: Annotated[str, term("Objective test", "The fact by which anybody can tell that the level holds.", shape=Shape.LONG)] = ""
    examples: Annotated[tuple[str, ...], term("Examples", "Cases that both parties would put here.")] = ()
    measure: Annotated[str, term(say("Measured by", "what a range counts"), "What the range counts, such as users affected.")] = ""
    lowest: Annotated[int | None, term("From", "Lowest value of the range, included.")] = None
    highest: Annotated[int | None, term("To", "Highest value of the range, included. Empty: no limit.")] = None


class ImpactLevel(LevelRow, frozen=True, kw_only=True):
    """A level of impact: how much of the customer's work is affected. The first row is the gravest."""


class UrgencyLevel(LevelRow, frozen=True, kw_only=True):
    """A level of urgency: how soon it must be dealt with. The first row is the most pressing."""


class Priority(Row, frozen=True, kw_only=True):
    """A priority. The first row is the highest."""

    code: Annotated[str, term("Code", "A short mark such as P1.", names=True, obligatory=True)] = ""
    name: Annotated[str, term("Name", "What the priority is called.")] = ""
    meaning: Annotated[str, term("Meaning", "What it stands for.", shape=Shape.LONG)] = ""


class MatrixCell(Row, frozen=True, kw_only=True):
    """What an impact and an urgency together yield."""

    impact: Annotated[str | None, term("Impact", "The level of impact.", refers="impacts", names=True)] = None
    urgency: Annotated[str | None, term("Urgency", "The level of urgency.", refers="urgencies", names=True)] = None
    priority: Annotated[str | None, term("Priority", "The priority that follows.", refers="priorities")] = None


class Priorities(Section, frozen=True, kw_only=True):
    """Section 6."""

    impacts: Annotated[tuple[ImpactLevel, ...], rows("Impact levels", "impact level", "How much of the customer's work is affected, the gravest first.", obligatory=True)] = ()
    urgencies: Annotated[tuple[UrgencyLevel, ...], rows("Urgency levels", "urgency level", "How soon it must be dealt with, the most pressing first.", obligatory=True)] = ()
    levels: Annotated[tuple[Priority, ...], rows("Priorities", "priority", "The priorities, the highest first.", obligatory=True)] = ()
    matrix: Annotated[tuple[MatrixCell, ...], rows("Priority matrix", "cell", "Impact and urgency yield the priority.", obligatory=True)] = ()
    set_by: Annotated[str, term("Set by", "Who sets the impact and the urgency of a report.", "Impact and urgency of a report are set by {}.")] = ""
    validated_by: Annotated[str, term("Validated by", "Who checks them.", "They are validated by {}.")] = ""
    disputed_by: Annotated[str, term("Disputes decided by", "Who decides if the parties differ.", "If the parties differ on a priority, {} decides; until then the higher priority holds.")] = ""
    downgrade: Annotated[str, term("Downgrade rule", "When and by whom a priority may be lowered.", "{}", shape=Shape.LONG)] = ""
