"""Terms of a row that the rest of the row leaves without meaning."""

from __future__ import annotations

from slaeditor.model.agreement.needs import SPANS, CriticalDate
from slaeditor.model.choices import choice_label
from slaeditor.model.sentence import say
from slaeditor.model.terms import Row, is_empty


def needless(row: Row, name: str) -> str:
    """Why the term needs no value, in a sentence; empty where it may have one, and where it has one already."""
    if not isinstance(row, CriticalDate) or row.recurrence in SPANS:
        return ""
    if name in ("start", "end") and is_empty(getattr(row, name)):
        return say(
            "What comes “{how}” has no first and last day: say which days under “{exactly}”.",
            how=choice_label(row.recurrence),
            exactly=say("Exactly"),
        )
    return ""
