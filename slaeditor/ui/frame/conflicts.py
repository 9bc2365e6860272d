"""What is asked when two windows changed one agreement."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.ui import dates
from slaeditor.ui.desk import Desk
from slaeditor.ui.frame.commands import Commands
from slaeditor.ui.frame.toasts import Choice
from slaeditor.ui.records import Conflict
from slaeditor.ui.words import tr


def question_of(conflict: Conflict, commands: Commands, desk: Desk) -> tuple[str, Sequence[Choice]]:
    """The sentence, and the ways to settle it; comparing leaves it open."""
    when = dates.moment(conflict.theirs.saved_at)
    asked = tr(
        "This agreement was saved in another window at {time}. Both versions are kept: which one goes on?", time=when
    )
    return asked, [
        (tr("Compare"), lambda: commands.compare_conflict(conflict)),
        (tr("Keep mine"), desk.keep_mine),
        (tr("Take the other"), desk.take_theirs),
    ]
