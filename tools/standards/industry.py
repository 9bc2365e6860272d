"""What differs from one standard to the next."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from slaeditor.model.agreement.availability import Continuity
from slaeditor.model.agreement.channels import Channel
from slaeditor.model.agreement.exclusions import Exclusion
from slaeditor.model.agreement.hours import Calendar, Opening
from slaeditor.model.agreement.identity import Identity
from slaeditor.model.agreement.maintenance import Blackout, Window
from slaeditor.model.agreement.metrics import Metric, Satisfaction
from slaeditor.model.agreement.playbook import CriticalityRule, Limit, ServiceProfile, TargetProfile
from slaeditor.model.agreement.priorities import ImpactLevel, UrgencyLevel
from slaeditor.model.agreement.remedies import ChronicFailure, Claim, LegalNature, OccurrenceCredit, Reward, Right
from slaeditor.model.agreement.responsibilities import Duty
from slaeditor.model.agreement.review import Meeting, Report
from slaeditor.model.agreement.services import Service
from slaeditor.model.agreement.targets import Target
from slaeditor.model.quantities import Duration, Percent


@dataclasses.dataclass(frozen=True, kw_only=True)
class Place:
    """Where the standard is used: its time zone, holidays, law and courts."""

    zone: str
    country: str
    subdivision: str = ""
    eves: tuple[tuple[str, str, str, str], ...] = ()
    """Eves of public holidays that are half days: id, what people call the holiday, its name in the holiday set, local closing time."""
    law: str
    venue: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class Offer:
    """A typical service with what is promised of it."""

    service: Service
    percent: str = ""
    base: str | None = None
    longest_outage: Duration | None = None
    outages: int | None = None
    continuity: Continuity | None = None
    thresholds: tuple[tuple[str, str], ...] = ()
    """Pairs of a threshold and its credit, the mildest first."""
    service_hours: str | None = None
    support_hours: str | None = None
    hours_remark: str = ""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Credits:
    """The money side: shares in percent."""

    monthly_cap: str
    yearly_cap: str
    late: Mapping[str, tuple[tuple[str, str], ...]]
    """For the id of a target: thresholds of the share of cases restored in time, with their credits."""
    occurrences: tuple[OccurrenceCredit, ...] = ()
    rewards: tuple[Reward, ...] = ()
    chronic: tuple[ChronicFailure, ...]
    """Beside the rule for every service, which follows from the next two."""
    repeated: Right
    rights_days: int
    claim: Claim = Claim.AUTOMATIC
    claim_days: int | None = None
    claim_from: str = ""
    nature: LegalNature = LegalNature.PRICE_ADJUSTMENT
    action_plan: Duration


@dataclasses.dataclass(frozen=True, kw_only=True)
class Conduct:
    """Reports, meetings and the yearly round."""

    interval_months: int
    change_notice_days: int
    reports: tuple[Report, ...] = ()
    meetings: tuple[Meeting, ...] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Upkeep:
    """Maintenance."""

    windows: tuple[Window, ...]
    blackouts: tuple[Blackout, ...] = ()
    notice: Duration
    monthly_cap: Duration
    emergency_notice: Duration
    emergency_cap: Duration


@dataclasses.dataclass(frozen=True, kw_only=True)
class Advice:
    """The part of the playbook that belongs to the industry."""

    rules: tuple[CriticalityRule, ...]
    profiles: tuple[ServiceProfile, ...]
    targets: tuple[TargetProfile, ...]
    credits: Mapping[int, tuple[tuple[str, str], ...]]
    """For a criticality: pairs of a shortfall in percentage points and its credit."""
    limits: tuple[Limit, ...] = ()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Industry:
    """Everything that one standard says differently from the others."""

    name: str
    field: str
    identity: Identity
    place: Place
    week: tuple[Opening, ...]
    extended: tuple[Opening, ...]
    more_calendars: tuple[Calendar, ...] = ()
    offers: tuple[Offer, ...]
    default_support: str
    impacts: tuple[ImpactLevel, ...]
    urgencies: tuple[UrgencyLevel, ...]
    disputed_by: str
    targets: tuple[Target, ...]
    ladder: Mapping[str, tuple[Duration | Percent, ...]]
    """When the rungs of the escalation ladder are called, by priority."""
    channels: tuple[Channel, ...]
    partial_outage: str
    measuring_point: str
    upkeep: Upkeep
    exclusions: tuple[Exclusion, ...] = ()
    metrics: tuple[Metric, ...]
    survey: Satisfaction
    credits: Credits
    conduct: Conduct
    duties: tuple[Duty, ...] = ()
    advice: Advice
