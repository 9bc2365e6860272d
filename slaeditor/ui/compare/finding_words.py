"""What became of the findings from the old side of a comparison to the new one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slaeditor.ui.words import told, tr

if TYPE_CHECKING:
    from slaeditor.model.checks.acknowledging import Difference

_MOST = 12


def counted(found: Difference | None) -> str:
    """Findings: 2 new, 1 solved, 8 still open; empty when neither side has any."""
    if found is None or not (found.new or found.solved or found.open or found.acknowledged):
        return ""
    counts = tr(
        "findings: {new} new, {solved} solved, {open} still open",
        new=len(found.new),
        solved=len(found.solved),
        open=len(found.open),
    )
    return (
        tr("{counts}, {count} acknowledged", counts=counts, count=len(found.acknowledged))
        if found.acknowledged
        else counts
    )


def listed(found: Difference | None) -> str:
    """The new and the solved ones, a line each."""
    if found is None:
        return ""
    lines = [tr("New: {sentence}", sentence=told(one.sentence)) for one in found.new]
    lines += [tr("Solved: {sentence}", sentence=told(one.sentence)) for one in found.solved]
    more = len(lines) - _MOST
    return "\n".join(lines[:_MOST] + ([tr("and {count} more", count=more)] if more > 0 else []))
