"""The clause on the parties: between whom the agreement is made, for whose benefit, and who signs."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.values import Runs, bold, joined
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model.agreement.parties import Party
from slaeditor.model.paths import Path


def clause(writer: Writer) -> None:
    """Between … and …; affiliates; signatories."""
    document = writer.document
    writer.sub("The parties", ("parties", "provider"))
    writer.plain((Run("This Agreement is made between"),))
    writer.lettered((*_party(writer, document.parties.provider, "provider"), Run("; and")), ("parties", "provider"))
    writer.lettered((*_party(writer, document.parties.customer, "customer"), Run(".")), ("parties", "customer"))
    if document.parties.affiliates:
        writer.sub("Affiliates and group members", ("parties", "affiliates"))
        writer.plain((Run("This Agreement is also made for the benefit of the following companies."),))
        writer.table(
            table(
                writer, ("parties", "affiliates"), document.parties.affiliates, caption="Affiliates and group members"
            )
        )
    if document.parties.signatories:
        writer.sub("Signatories", ("parties", "signatories"))
        writer.plain((Run("The parties are bound by the signatures of the following persons."),))
        writer.table(
            table(
                writer,
                ("parties", "signatories"),
                document.parties.signatories,
                caption="Signatories",
                look=Look(first=("order",)),
            )
        )


def _party(writer: Writer, party: Party, side: str) -> Runs:
    """Karya A.Ş., registered under number …, with its registered office at …, Türkiye (the “Provider”)."""
    path: Path = ("parties", side)
    said: dict[str, Runs] = {"legal_name": (Run("[legal name not yet stated]", italic=True),)}
    for place, declared, value in unempty(party, path):
        if declared.name == "sites":
            continue
        runs = writer.values.of(place, declared, value)
        if declared.name == "legal_name":
            runs = bold(runs)
        before, _, after = str(declared.term.says).partition("{}")
        said[declared.name] = tuple(run for run in (Run(before), *runs, Run(after)) if run.text)
    return (*joined(list(said.values()), last=", "), Run(" (the “"), Run(side.capitalize(), bold=True), Run("”)"))
