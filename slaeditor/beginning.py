"""Which library the program begins with."""

from __future__ import annotations

from pathlib import Path

from slaeditor.ui.settings.preferences import Begin, Preferences
from slaeditor.ui.words import tr


def first_library(given: Path | None, preferences: Preferences) -> tuple[Path | None, str]:
    """The library to open (None: the usual one), and what there is to say about it.

    The one that was asked for; else the one used last, or the default one, as the person has set it. Of one that is gone nothing
    is made anew: the default one takes its place, and a sentence says so.
    """
    if given is not None:
        return given, ""
    chosen = preferences.default_library if preferences.has_own_default else None
    last = preferences.recent[0] if preferences.recent else None
    wanted = last if preferences.begin is Begin.LAST and last is not None else chosen
    if wanted is None or wanted.exists():
        return wanted, ""
    instead = chosen if chosen is not None and chosen.exists() else None
    return instead, tr("“{place}” cannot be found; the default library is open instead.", place=str(wanted))
