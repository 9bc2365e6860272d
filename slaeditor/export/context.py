"""What an export must know beside the document: revision, status, time, history, paper. All of it is handed in."""

from __future__ import annotations

import enum
from datetime import date, datetime

import msgspec

from slaeditor.model.lifecycle import Status


class Paper(enum.Enum):
    """The size of a page."""

    A4 = "A4"
    LETTER = "Letter"


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the change history."""

    label: str
    on: date
    author: str
    reason: str
    approvals: tuple[str, ...] = ()


class Acknowledged(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of the checks that somebody looked at and lets stand; ``proof`` is the instant or figure that shows it."""

    rule: str
    place: str
    finding: str
    proof: str
    reason: str
    by: str
    on: date | None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of one export.

    ``revision`` is the label that people cite ("3", or "3 + changes" for a working copy); ``exported`` must have a zone;
    ``content_hash`` is ``canonical.content_hash`` of the document (64 hexadecimal digits). ``logo`` is a small PNG picture for
    the cover, or nothing: it belongs to the paper, not to what is agreed. ``acknowledged`` are the findings for an annex; none
    unless the person who exports asked for it.
    """

    revision: str
    status: Status
    exported: datetime
    content_hash: str
    history: tuple[Revision, ...] = ()
    paper: Paper = Paper.A4
    product: str = "slaeditor"
    logo: bytes = b""
    acknowledged: tuple[Acknowledged, ...] = ()

    @property
    def mark(self) -> str:
        """The watermark: DRAFT or FOR REVIEW until the revision is approved, SUPERSEDED once another takes its place, else none."""
        marks = {Status.DRAFT: "DRAFT", Status.IN_REVIEW: "FOR REVIEW", Status.SUPERSEDED: "SUPERSEDED"}
        return marks.get(self.status, "")
