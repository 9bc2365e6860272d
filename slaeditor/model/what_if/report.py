"""What is asked: a report that somebody might make, and the pauses that might follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from slaeditor.model.agreement.targets import Work
from slaeditor.model.clock.counting import Pause


@dataclass(frozen=True)
class Report:
    """A report at ``moment``, which has a zone; everything else by the ids of the document.

    ``priority`` is asked for as it is; without one it follows from ``impact`` and ``urgency``. No ``channel`` means that
    monitoring records it, at any hour. ``pauses`` are stretches in which the clock stands.
    """

    moment: datetime
    work: Work = Work.INCIDENT
    service: str | None = None
    priority: str | None = None
    impact: str | None = None
    urgency: str | None = None
    channel: str | None = None
    pauses: tuple[Pause, ...] = ()
