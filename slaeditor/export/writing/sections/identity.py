"""The clause on the identity and term of the agreement."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import table
from slaeditor.export.writing.writer import Writer

_GROUPS = (
    ("Number and title", ("number", "title", "level")),
    ("Term and renewal", ("effective", "initial_months", "renewal", "renewal_months", "non_renewal_notice_days", "timing_statement")),
    ("Termination", ("convenience_notice_days", "cure_days")),
    ("Master agreement", ("master_title", "master_date", "master_precedence")),
)  # fmt: skip
_AFTER = (
    ("Governing law and venue", ("governing_law", "venue")),
    ("Currency", ("currency", "conversion_rule")),
    ("Language", ("languages", "prevailing_language")),
    ("Classification and time", ("confidentiality", "provider_zone")),
)


def clause(writer: Writer) -> None:
    """Number, term, termination, order of precedence, law, currency, language."""
    identity = writer.document.identity
    writer.groups(identity, ("identity",), _GROUPS)
    if identity.precedence:
        path = ("identity", "precedence")
        writer.sub("Order of precedence", path)
        writer.plain((Run("If documents of the contract contradict one another, the one named first prevails."),))
        writer.table(table(writer, path, identity.precedence, caption="Order of precedence"))
    writer.groups(identity, ("identity",), _AFTER)
