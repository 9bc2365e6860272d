"""The one action that comes next, which the head of the window offers; pure, so testable without a display."""

from __future__ import annotations

from slaeditor.ui.session import Session
from slaeditor.ui.words import tr, trn

DRAFT = "draft"
"""Not in any menu: from an old revision back to the draft."""

BACK = "back"
"""Not in any menu: from a place without a tab to the one before."""

ASIDE = ("new", "history", "settings")
"""The places without a tab."""


def next_step(place: str, session: Session, problems: int) -> tuple[str, str]:
    """Its words, and its id for the window; both empty where nothing comes next. ``problems``: how many the page knows of."""
    if place == "library":
        return tr("New agreement…"), "new"
    if place == "settings":
        return tr("Done"), BACK
    if place in ("new", "compare", "what_if") or not session.is_open:
        return "", ""
    if session.read_only:
        return tr("Back to the draft"), DRAFT
    if place == "interview":
        return "", ""  # every sheet has its own way on at its foot
    if session.modified:
        return tr("Save revision…"), "save"
    if problems:
        return trn("See {count} problem", "See {count} problems", problems), "key_pane_problems"
    return tr("Export PDF…"), "export_pdf"
