"""The signature page: names and titles exactly as in the clause on the parties."""

from __future__ import annotations

from slaeditor.export.blocks import Heading, Paragraph, Run, SignatureBlock, SignaturePage, Signer
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.parties import Side, Signatory
from slaeditor.model.paths import Path

PATH: Path = ("#", "signatures")


def page(writer: Writer) -> SignaturePage:
    """A block for each party, with room for each of its signatories in the order of signing."""
    document = writer.document
    title = f" “{document.identity.title}”" if document.identity.title else ""
    number = f" No. {document.identity.number}" if document.identity.number else ""
    opening = (
        f"The parties have read this Agreement{title}{number}, agree to it together with its annexes, and sign it below. "
        "Each person who signs declares that he or she is entitled to bind the party named."
    )
    digest = (
        f"The signatures refer to revision {writer.context.revision} with the content hash (SHA-256) "
        f"{writer.context.content_hash}."
    )
    return SignaturePage(
        heading=Heading(1, "", "Signature page", PATH),
        text=(Paragraph((Run(opening),)), Paragraph((Run(digest),))),
        blocks=tuple(_block(writer, side) for side in Side),
    )


def _block(writer: Writer, side: Side) -> SignatureBlock:
    document = writer.document
    party = document.parties.provider if side is Side.PROVIDER else document.parties.customer
    signatories = [one for one in document.parties.signatories if one.side is side]
    signatories.sort(key=lambda one: one.order if one.order is not None else len(signatories))
    signers = tuple(_signer(one) for one in signatories)
    blank = Signer(f"signature_{side.value}", Run(""), Run(""), None, ())
    place = document.signoff.place
    return SignatureBlock(
        party=Run(party.legal_name),
        role=f"The {side.value.capitalize()}",
        place=Run(place) if place else None,
        signers=signers or (blank,),
    )


def _signer(one: Signatory) -> Signer:
    return Signer(
        field=f"signature_{one.id}",
        name=Run(one.name),
        title=Run(one.title),
        authority=Run(one.authority) if one.authority else None,
        path=("parties", "signatories", one.id),
    )
