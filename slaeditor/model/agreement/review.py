"""Section 15, reporting and review: what is reported, when the parties meet, and how the agreement changes."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class Frequency(enum.Enum):
    """How often something comes back, the most frequent last."""

    YEARLY = "yearly"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"


class Report(Row, frozen=True, kw_only=True):
    """A report that the provider gives."""

    name: Annotated[str, term("Report", "What it is called.", names=True)] = ""
    content: Annotated[str, term("Content", "What it shows.", shape=Shape.LONG)] = ""
    frequency: Annotated[Frequency, term("Frequency", "How often it is given.", better=Better.HIGHER)] = Frequency.MONTHLY
    due: Annotated[Duration | None, term("Due", "After the end of the period.", better=Better.LOWER)] = None
    recipient: Annotated[str, term("Recipient", "Who receives it.")] = ""
    format: Annotated[str, term("Format", "As what it is given.", suggestions=("PDF", "Excel", "PDF and Excel"))] = ""


class Meeting(Row, frozen=True, kw_only=True):
    """A regular meeting of the parties."""

    name: Annotated[str, term("Meeting", "What it is called.", names=True)] = ""
    frequency: Annotated[Frequency, term("Frequency", "How often it is held.", better=Better.HIGHER)] = Frequency.QUARTERLY
    attendees: Annotated[tuple[str, ...], term("Attendees", "The offices that take part.")] = ()
    agenda: Annotated[tuple[str, ...], term("Agenda", "What is spoken about.")] = ()


class Review(Section, frozen=True, kw_only=True):
    """Section 15."""

    reports: Annotated[tuple[Report, ...], rows("Reports", "report", "What the provider reports.", added=Better.HIGHER)] = ()
    meetings: Annotated[tuple[Meeting, ...], rows("Review meetings", "meeting", "When the parties meet.", added=Better.HIGHER)] = ()
    interval_months: Annotated[int | None, term("Review interval", "How often the agreement itself is reviewed; 12 months at most.", "The parties review this Agreement every {}.", unit="months", better=Better.LOWER, obligatory=True)] = None
    next_review: Annotated[date | None, term("Next review", "The day of the next review.", "The next review is held by {}.", obligatory=True)] = None
    change_procedure: Annotated[str, term("Change procedure", "How the agreement is changed.", "{}", shape=Shape.LONG)] = ""
    change_notice_days: Annotated[int | None, term("Notice for changes", "How long before it takes effect a change is proposed.", "A party that proposes a change does so in writing at least {} before it is to take effect.", unit="days")] = None
    improvement_plan: Annotated[str, term("Improvement plan", "How the service is improved from period to period.", "{}", shape=Shape.LONG)] = ""
