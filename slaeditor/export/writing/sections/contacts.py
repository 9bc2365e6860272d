"""The annex on contacts and sites."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path

PATH: Path = ("parties", "contacts")


def has_any(document: Agreement) -> bool:
    """Whether there is a contact or a site."""
    parties = document.parties
    return bool(parties.contacts or parties.provider.sites or parties.customer.sites)


def annex(writer: Writer) -> None:
    """Contacts by purpose, then the sites of both parties."""
    parties = writer.document.parties
    if parties.contacts:
        writer.sub("Contacts", PATH)
        writer.plain((Run("A party may replace its contacts at any time by written notice to the other party."),))
        look = Look(first=("name", "role", "side", "purposes", "phone", "email"), detail=("hours",))
        writer.table(table(writer, PATH, parties.contacts, caption="Contacts", look=look))
    for side, party in (("provider", parties.provider), ("customer", parties.customer)):
        if party.sites:
            path = ("parties", side, "sites")
            writer.sub(f"Sites of the {side.capitalize()}", path)
            writer.table(table(writer, path, party.sites, caption=f"Sites of the {side.capitalize()}"))
