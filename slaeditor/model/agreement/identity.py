"""Section 1, identity and term: what the agreement is called, how long it binds, and under which law."""

from __future__ import annotations

import enum
from datetime import date
from typing import Annotated

from slaeditor.model.terms import Row, Section, Shape, rows, term


class Level(enum.Enum):
    """For whom the agreement is tailored."""

    CUSTOMER = "customer"
    CUSTOMER_GROUP = "customer_group"


class Renewal(enum.Enum):
    """What happens when the term ends."""

    NONE = "none"
    AUTOMATIC = "automatic"


class DocumentInOrder(Row, frozen=True, kw_only=True):
    """One contract document in the order of precedence."""

    name: Annotated[str, term("Document", "A document of the contract, by its title.", names=True)] = ""
    scope: Annotated[str, term("Prevails for", "The subject for which it prevails over the documents below it.")] = ""


class Identity(Section, frozen=True, kw_only=True):
    """Section 1."""

    number: Annotated[str, term("Agreement number", "The number under which both parties cite the agreement.", "This Agreement bears the number {}.", obligatory=True)] = ""
    title: Annotated[str, term("Title", "The name of the agreement on its cover.", "Its title is “{}”.", obligatory=True, names=True)] = ""
    level: Annotated[Level, term("Level", "One customer, or a defined group of customers with the same terms.", "It is made for one {} as named in the clause on the parties.")] = Level.CUSTOMER
    effective: Annotated[date | None, term("Effective date", "The first day on which the service levels bind.", "This Agreement takes effect at the beginning of {}.", obligatory=True)] = None
    initial_months: Annotated[int | None, term("Initial term", "How long the agreement binds before it is renewed or ends.", "Its initial term is {}, counted from the effective date.", unit="months", obligatory=True)] = None
    renewal: Annotated[Renewal, term("Renewal", "Whether the agreement goes on by itself after its term.", "Renewal at the end of the initial term and of each renewal term: {}.")] = Renewal.NONE
    renewal_months: Annotated[int | None, term("Renewal term", "How long each renewal lasts.", "Each renewal term lasts {}.", unit="months")] = None
    non_renewal_notice_days: Annotated[int | None, term("Notice of non-renewal", "How long before the end of a term a party must say that it does not renew.", "A party that does not wish to renew gives the other party written notice at least {} before the end of the current term.", unit="days")] = None
    convenience_notice_days: Annotated[int | None, term("Notice for convenience", "How long before its end a party may give notice without cause. Empty: not possible.", "Either party may terminate this Agreement without cause by written notice of at least {}.", unit="days")] = None
    cure_days: Annotated[int | None, term("Cure period", "How long a party in material breach has to mend it before the other may terminate for cause.", "If a party is in material breach and does not remedy the breach within {} of written notice of it, the other party may terminate this Agreement for cause.", unit="days")] = None
    timing_statement: Annotated[str, term("Retroactive or later start", "Why the effective date differs from the date of the last signature, where it does.", "{}", shape=Shape.LONG)] = ""
    master_title: Annotated[str, term("Master agreement", "The contract under which this agreement stands.", "This Agreement is made under the {}.")] = ""
    master_date: Annotated[date | None, term("Date of the master agreement", "The day on which the master agreement was made.", "The master agreement is dated {}.")] = None
    master_precedence: Annotated[str, term("Precedence over the master agreement", "Which contract prevails, and in which matters.", "{}", shape=Shape.LONG)] = ""
    precedence: Annotated[tuple[DocumentInOrder, ...], rows("Order of precedence", "document", "The documents of the contract, the one that prevails first.")] = ()
    governing_law: Annotated[str, term("Governing law", "The law by which the agreement is read.", "This Agreement is governed by {}.")] = ""
    venue: Annotated[str, term("Venue", "The courts that decide disputes.", "The courts of {} have exclusive jurisdiction over disputes arising from it.")] = ""
    currency: Annotated[str, term("Currency", "The currency of all fees and credits (ISO 4217).", "All amounts are stated and settled in {}.", shape=Shape.CURRENCY, obligatory=True)] = ""
    conversion_rule: Annotated[str, term("Conversion rule", "How an amount in another currency is converted, if one is used.", "{}", shape=Shape.LONG)] = ""
    languages: Annotated[tuple[str, ...], term("Languages", "The languages in which the agreement is made out (ISO 639-1).", "This Agreement is made out in {}.", shape=Shape.LANGUAGE, obligatory=True)] = ()
    prevailing_language: Annotated[str, term("Prevailing language", "The language whose text decides if they differ.", "If the versions differ, the {} version prevails.", shape=Shape.LANGUAGE)] = ""
    confidentiality: Annotated[str, term("Confidentiality label", "The label printed on the cover and in the header.", "This document is classified “{}”.", suggestions=("Confidential", "Internal", "Public"))] = ""
    provider_zone: Annotated[str, term("Deciding time zone", "The time zone in which dates without a calendar of their own are read (IANA name).", "Dates and times that name no calendar are read in the time zone {}.", shape=Shape.ZONE, obligatory=True)] = ""
    origin_standard: Annotated[str, term("Started from", "The standard from which this agreement started.", internal=True)] = ""
    origin_hash: Annotated[str, term("Content hash of the standard", "SHA-256 of the revision of the standard it started from.", internal=True)] = ""
