"""One finding of a check."""

from __future__ import annotations

import enum

import msgspec

from slaeditor.model.edits import Edit
from slaeditor.model.paths import Path


class Severity(enum.Enum):
    """How grave a finding is, the gravest first."""

    ERROR = "E"  # blocks issuing
    WARNING = "W"  # must be acknowledged with a reason
    HINT = "I"


class Finding(msgspec.Struct, frozen=True):
    """What a rule says of the document.

    ``paths`` are the terms it is about, the one to go to first; ``witness`` is the instant or figure that proves it;
    ``remedy`` is the edit that mends it, where that is mechanical.
    """

    rule: str
    severity: Severity
    paths: tuple[Path, ...]
    sentence: str
    witness: str = ""
    remedy: Edit | None = None
    remedy_name: str = ""
