"""Section 2, parties: who promises, to whom, who may speak for them and who signs."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.sentence import say
from slaeditor.model.terms import Row, Section, Shape, rows, term


class Side(enum.Enum):
    """One of the two parties."""

    PROVIDER = "provider"
    CUSTOMER = "customer"


class Purpose(enum.Enum):
    """What a contact is for."""

    DAILY = "daily"
    COMPLAINT = "complaint"
    ESCALATION = "escalation"
    REVIEW = "review"
    EMERGENCY = "emergency"
    CONTRACT = "contract"


class Site(Row, frozen=True, kw_only=True):
    """A place where a party works."""

    name: Annotated[str, term("Site", "What people call the place.", names=True)] = ""
    address: Annotated[str, term("Address", "Street, postal code and city.")] = ""
    country: Annotated[str, term("Country", "ISO 3166-1 code.", shape=Shape.COUNTRY)] = ""


class Party(Section, frozen=True, kw_only=True):
    """A party to the agreement."""

    legal_name: Annotated[str, term("Legal name", "The name in the commercial register; the signature page takes it from here.", "{}", obligatory=True, names=True)] = ""
    short_name: Annotated[str, term("Short name", "What the party is called where the full name would tire the reader.", "also called {}")] = ""
    registration: Annotated[str, term("Registration number", "The number in the commercial register.", "registered under number {}", obligatory=True)] = ""
    tax_number: Annotated[str, term("Tax number", "The tax or VAT number.", "tax number {}")] = ""
    address: Annotated[str, term("Registered office", "Street, postal code and city.", "with its registered office at {}", obligatory=True)] = ""
    country: Annotated[str, term("Country", "ISO 3166-1 code.", "{}", shape=Shape.COUNTRY, obligatory=True)] = ""
    sites: Annotated[tuple[Site, ...], rows("Sites", "site", "The places for which the services are used or from which they are given.")] = ()


class Affiliate(Row, frozen=True, kw_only=True):
    """An affiliate, or a member of the customer group, for whose benefit the agreement is made."""

    name: Annotated[str, term("Legal name", "The name in the commercial register.", names=True)] = ""
    side: Annotated[Side, term("Belongs to", "The party it belongs to.")] = Side.CUSTOMER
    registration: Annotated[str, term("Registration number", "The number in the commercial register.")] = ""
    address: Annotated[str, term("Address", "Street, postal code and city.")] = ""
    country: Annotated[str, term("Country", "ISO 3166-1 code.", shape=Shape.COUNTRY)] = ""


class Contact(Row, frozen=True, kw_only=True):
    """Whom to turn to, and for what."""

    name: Annotated[str, term("Name", "The person, or the name of the desk.", names=True)] = ""
    role: Annotated[str, term("Role", "The function of the person.")] = ""
    side: Annotated[Side, term("Party", "The party for which the contact speaks.")] = Side.PROVIDER
    purposes: Annotated[tuple[Purpose, ...], term(say("For", "matters"), "The matters for which the contact is the right one.")] = ()
    email: Annotated[str, term("E-mail", "Address of the contact.", shape=Shape.EMAIL)] = ""
    phone: Annotated[str, term("Phone", "Number with country code.", shape=Shape.PHONE)] = ""
    hours: Annotated[str | None, term("Reachable", "The calendar in which the contact can be reached.", refers="calendars")] = None


class Signatory(Row, frozen=True, kw_only=True):
    """Who signs for a party. The order of the rows is the order of signing."""

    name: Annotated[str, term("Name", "As it stands on the signature page.", names=True, obligatory=True)] = ""
    title: Annotated[str, term(say("Title", "of a person"), "The office in which the person signs.", obligatory=True)] = ""
    side: Annotated[Side, term("Signs for", "The party that the person binds.")] = Side.PROVIDER
    authority: Annotated[str, term("Authority", "What the power to sign rests on: register entry, power of attorney, signature circular.")] = ""
    order: Annotated[int | None, term("Order", "Who signs first, second …")] = None


class Parties(Section, frozen=True, kw_only=True):
    """Section 2."""

    provider: Annotated[Party, term("Provider", "The party that promises the service levels.")] = Party()
    customer: Annotated[Party, term("Customer", "The party to which they are promised.")] = Party()
    affiliates: Annotated[tuple[Affiliate, ...], rows("Affiliates and group members", "affiliate", "Further companies for whose benefit the agreement is made.")] = ()
    contacts: Annotated[tuple[Contact, ...], rows("Contacts", "contact", "Whom to turn to, by purpose.")] = ()
    signatories: Annotated[tuple[Signatory, ...], rows("Signatories", "signatory", "Who signs; the signature page takes names and titles from here.", obligatory=True)] = ()
