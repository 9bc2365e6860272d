"""One finding of a check, and how grave and of which kind it can be."""

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


class Fault(enum.Enum):
    """What kind of fault a rule looks for."""

    INCONSISTENT = "INC"
    INCONSISTENT_AT_TIMES = "CINC"  # under a condition, such as a report on a Friday evening
    DEAD = "DEAD"  # can never apply
    AMBIGUOUS = "AMB"
    INCOMPLETE = "INCOMPL"
    UNREACHABLE = "CAP"
    HYGIENE = "HYG"


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
