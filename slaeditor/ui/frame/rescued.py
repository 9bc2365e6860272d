"""What is told of the work that was open when a bug came."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rescued:
    """What became of one open agreement: it is in the library, or a copy of it is in the file ``copy``, or neither."""

    title: str
    saved: bool
    copy: str = ""
