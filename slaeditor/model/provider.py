"""The provider's own details: kept once by whoever works with the program, and put into each new agreement."""

from __future__ import annotations

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Party, Side, Signatory
from slaeditor.model.terms import Field, Kind, fields

SIGNATORY_ID = "provider-signatory"


class OwnDetails(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in every agreement about the one who provides: the party, and who signs for it."""

    party: Party = Party()
    signatory: Signatory = Signatory(id=SIGNATORY_ID)


def party_fields() -> tuple[Field, ...]:
    """The terms of the party that are the same in every agreement, as they are declared."""
    return tuple(one for one in fields(Party) if one.kind is Kind.TEXT and not one.term.internal)


def signatory_fields() -> tuple[Field, ...]:
    """The terms of the signatory that are the same in every agreement."""
    return tuple(one for one in fields(Signatory) if one.kind is Kind.TEXT and not one.term.internal)


def with_own_details(document: Agreement, own: OwnDetails) -> Agreement:
    """The document with the details as its provider; what they leave empty stays as it is, and so do other signatories."""
    replace = msgspec.structs.replace
    given = {one.name: value for one in party_fields() if (value := getattr(own.party, one.name))}
    parties = document.parties
    if given:
        parties = replace(parties, provider=replace(parties.provider, **given))
    if own.signatory.name and not any(one.side is Side.PROVIDER and one.name for one in parties.signatories):
        signs = replace(own.signatory, id=SIGNATORY_ID, side=Side.PROVIDER)
        others = tuple(one for one in parties.signatories if one.id != SIGNATORY_ID)
        parties = replace(parties, signatories=(signs, *others))
    return document if parties is document.parties else replace(document, parties=parties)
