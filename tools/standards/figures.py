"""Short ways to write the quantities of a standard."""

from __future__ import annotations

from typing import Final

from slaeditor.model.quantities import Duration

ALWAYS: Final = "around-the-clock"
WORKING: Final = "working-hours"
EXTENDED: Final = "extended-hours"
"""The ids of the calendars that every standard has."""


def elapsed(length: str) -> Duration:
    """A length of elapsed time, such as ``4 h``."""
    return Duration.parse(length)


def working(length: str) -> Duration:
    """A length counted in the working hours, such as ``8 h`` or ``2 wd``."""
    return Duration.parse(length, WORKING)
