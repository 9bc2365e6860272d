"""Section 8, channels and tiers: how reports reach the provider and who works on them."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.quantities import Duration
from slaeditor.model.terms import Better, Row, Section, Shape, rows, term


class ChannelKind(enum.Enum):
    """How people reach support."""

    PHONE = "phone"
    EMAIL = "email"
    PORTAL = "portal"
    CHAT = "chat"
    ON_SITE = "on_site"


class Tier(enum.Enum):
    """A support tier (ITIL)."""

    L1 = "L1"
    L2 = "L2"
    L3 = "L3"


class Channel(Row, frozen=True, kw_only=True):
    """A way to report."""

    name: Annotated[str, term("Channel", "What it is called.", names=True)] = ""
    kind: Annotated[ChannelKind, term("Kind", "Phone, e-mail, portal, chat or on site.")] = ChannelKind.PHONE
    address: Annotated[str, term("Address", "Number, e-mail or web address.", obligatory=True)] = ""
    hours: Annotated[str | None, term("Staffed", "The calendar in which it is staffed.", refers="calendars", obligatory=True)] = None
    services: Annotated[tuple[str, ...], term("Services", "The services it is for. Empty: all.", refers="services", if_empty="All services")] = ()
    languages: Annotated[tuple[str, ...], term("Languages", "The languages spoken (ISO 639-1).", shape=Shape.LANGUAGE, better=Better.HIGHER)] = ()
    priorities: Annotated[tuple[str, ...], term("Priorities", "The priorities it accepts. Empty: all.", refers="priorities", if_empty="All priorities")] = ()
    starts_clock: Annotated[bool, term("Starts the clock", "Whether a report by this channel starts the times.", better=Better.HIGHER)] = True
    fallback: Annotated[str | None, term("If it fails", "The channel to use instead.", refers="channels")] = None


class SupportTier(Row, frozen=True, kw_only=True):
    """A tier of support."""

    tier: Annotated[Tier, term("Tier", "First, second or third line.", names=True)] = Tier.L1
    team: Annotated[str, term("Team", "Who works there.")] = ""
    does: Annotated[str, term("Does", "What the tier takes care of.", shape=Shape.LONG)] = ""
    hours: Annotated[str | None, term("Works", "The calendar in which it works.", refers="calendars")] = None
    handover: Annotated[Duration | None, term("Hands over after", "When it passes a report on that it cannot solve.", better=Better.LOWER)] = None


class Channels(Section, frozen=True, kw_only=True):
    """Section 8."""

    items: Annotated[tuple[Channel, ...], rows("Channels", "channel", "How reports reach support.", added=Better.HIGHER, obligatory=True)] = ()
    outside_hours: Annotated[str, term("Reports outside the hours", "When the clock starts for a report that reaches an unstaffed channel.", "{}", shape=Shape.LONG)] = ""
    tiers: Annotated[tuple[SupportTier, ...], rows("Support tiers", "tier", "Who works on reports.")] = ()
