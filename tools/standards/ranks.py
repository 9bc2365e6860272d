"""Section 6 of a standard: the common four priorities and the matrix; the levels' tests come from the industry."""

from __future__ import annotations

from slaeditor.model.agreement.priorities import ImpactLevel, MatrixCell, Priorities, Priority, UrgencyLevel
from tools.standards.industry import Industry

MATRIX = {
    "i1": {"high": "p1", "medium": "p2", "low": "p3"},
    "i2": {"high": "p2", "medium": "p2", "low": "p3"},
    "i3": {"high": "p3", "medium": "p3", "low": "p4"},
    "i4": {"high": "p4", "medium": "p4", "low": "p4"},
}

LEVELS = (
    Priority(id="p1", code="P1", name="Critical", meaning="Work that must not stop has stopped; the Provider works on it without interruption until the Service is restored."),
    Priority(id="p2", code="P2", name="High", meaning="An important part of the work is hindered, or work that must not stop is at risk."),
    Priority(id="p3", code="P3", name="Medium", meaning="Single users are hindered, or the hindrance can wait until the next Working Day."),
    Priority(id="p4", code="P4", name="Low", meaning="Work goes on unhindered; the matter is dealt with as planned."),
)  # fmt: skip


def impact(
    number: int,
    label: str,
    test: str,
    examples: tuple[str, ...],
    low: int | None,
    high: int | None,
    counted: str = "users affected",
) -> ImpactLevel:
    """An impact level; ranges count the users affected, or what ``counted`` says."""
    return ImpactLevel(
        id=f"i{number}",
        code=str(number),
        label=label,
        test=test,
        examples=examples,
        measure=counted if low is not None else "",
        lowest=low,
        highest=high,
    )


def urgency(identifier: str, code: str, label: str, test: str, *examples: str) -> UrgencyLevel:
    """An urgency level."""
    return UrgencyLevel(id=identifier, code=code, label=label, test=test, examples=examples)


def priorities(industry: Industry) -> Priorities:
    """The section."""
    return Priorities(
        impacts=industry.impacts,
        urgencies=industry.urgencies,
        levels=LEVELS,
        matrix=tuple(
            MatrixCell(id=f"{level}-{urgent}", impact=level, urgency=urgent, priority=rank)
            for level, row in MATRIX.items()
            for urgent, rank in row.items()
        ),
        set_by="the Provider’s service desk, on the facts that the person who reports it states",
        validated_by="the Customer’s IT duty desk when it receives the first response",
        disputed_by=industry.disputed_by,
        downgrade=(
            "A Priority is lowered only when the facts on which its Impact or its Urgency rested have changed, or when a "
            "Workaround is in use. The Provider records the fact and the time in the ticket and tells the person who reported "
            "the Incident. The times of the lower Priority then run from the original start. If that person objects, the "
            "higher Priority remains until the dispute on it is decided."
        ),
    )
