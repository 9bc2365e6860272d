"""TXT."""

from __future__ import annotations

from slaeditor.model.agreement.legal import Clause, Definition
from slaeditor.model.agreement.signoff import Approver, Condition
from slaeditor.model.quantities import Percent
from tests.checks.case import Case, Change, adding, both, removing, setting

AT = "legal.clauses[new].text"


def clause(text: str) -> Change:
    """The sample with a clause that says this."""
    return adding("legal.clauses", Clause(id="new", heading="A new clause", text=text))


def _texts(rule: str, wrong: str, right: str, witness: str = "", says: str = "") -> Case:
    return Case(rule, clause(wrong), clause(right), AT, witness, says)


_LIBRARY = both(
    clause("The Provider shall answer within a day."),
    setting("legal.clauses[new].library_id", "answer"),
)
_DEVIATION = both(_LIBRARY, setting("legal.clauses[new].library_text", "The Provider shall answer within an hour."))
_NOBODY = setting("signoff.approvers", ())

CASES = [
    *(
        _texts("TXT-01", f"The fee is {wrong}.", f"The fee is {right}.", says=wrong)
        for wrong, right in (
            ("[●]", "{value:remedies.monthly_cap}"),
            ("TBD", "due"),
            ("XX", "EUR 20"),
            ("{{fee}}", "stated"),
            ("EDITME", "edited"),
            ("[insert amount]", "[as stated there]"),
            ("____", "_"),
            ("???", "?"),
            ("xxx", "xx"),
            ("<name of customer>", "<EUR 20"),
            ("insert amount here", "inserted here"),
            ("buraya yazılacak", "buraya kadar"),
        )
    ),
    Case(
        "TXT-01",
        setting("channels.outside_hours", "TBC"),
        setting("channels.outside_hours", "None"),
        "channels.outside_hours",
    ),
    _texts(
        "TXT-02",
        "A Major Incident is reviewed.",
        "A major incident is reviewed.",
        "A Major Incident is",
        "Major Incident",
    ),
    _texts(
        "TXT-02", "A Major Incident is reviewed.", "An event (a “Major Incident”) occurs. A Major Incident is reviewed."
    ),
    Case(
        "TXT-02",
        removing("legal.definitions[workaround]"),
        setting("legal.definitions[workaround].word", "Workarounds"),
        "legal.clauses[service-levels].text",
        says="Workaround",
    ),
    Case(
        "TXT-03",
        adding("legal.definitions", Definition(id="d", word="Golden Hour", meaning="the first hour")),
        both(
            adding("legal.definitions", Definition(id="d", word="Golden Hour", meaning="the first hour")),
            clause("In the Golden Hour the Provider calls."),
        ),
        "legal.definitions[d]",
    ),
    Case(
        "TXT-04",
        adding("legal.definitions", Definition(id="d", word="downtime", meaning="every minute of an outage")),
        adding("legal.definitions", Definition(id="d", word="Slow time", meaning="every minute of an outage")),
        "legal.definitions[d].meaning",
        witness="≠ every minute",
    ),
    _texts(
        "TXT-05",
        "A Service Credit is owed; the Provider grants a service credit for it.",
        "A Service Credit is owed; the Provider grants a Service Credit for it.",
        "grants a service credit",
    ),
    _texts(
        "TXT-05",
        "If the provider is late, the Provider says so.",
        "If another provider is late, the Provider says so.",
        says="provider",
    ),
    Case(
        "TXT-06",
        removing("legal.clauses[liability]"),
        setting("legal.clauses[liability].heading", "Limits of liability"),
        "legal.clauses[term].text",
        witness="clause:liability",
    ),
    _texts("TXT-06", "See clause 7.2 for it.", "See Article 28 of the regulation for it.", "See clause 7.2 for it"),
    _texts("TXT-06", "Section 5 applies.", "{section:hours} applies.", says="Section 5"),
    _texts(
        "TXT-07",
        "The Provider shall inform the Customer as soon as possible.",
        "The Provider shall inform the Customer within 2 hours, as soon as the cause is known.",
        "as soon as possible",
    ),
    _texts("TXT-07", "Each party uses best efforts to agree.", "Efforts of earlier years are not counted."),
    _texts(
        "TXT-08",
        "If the monthly cap of 12 % is reached, the parties meet.",
        "If the monthly cap of 15 % is reached, the parties meet.",
        "12 % ≠ 15%",
        "Monthly cap",
    ),
    _texts("TXT-08", "The initial term is 2 years.", "The initial term is 3 years.", "36 months"),
    _texts(
        "TXT-08",
        "A party cures the breach within 14 days.",
        "A party cures the breach. After 14 days a report follows.",
        "30 days",
    ),
    Case(
        "TXT-08",
        both(clause("The yearly cap of 10 % is high."), setting("remedies.yearly_cap", Percent("12"))),
        clause("The yearly cap of 10 % is high."),
        AT,
        witness="12%",
    ),
    _texts(
        "TXT-09",
        "For example, 10 % of EUR 18,000 is EUR 1,080.",
        "For example, 10 % of EUR 18,000 is EUR 1,800.",
        "1800",
    ),
    _texts("TXT-10", "It ends after seven (10) days.", "It ends after seven (7) days.", "7 ≠ 10"),
    _texts("TXT-10", "Bildirim kırk beş (40) gün önce yapılır.", "Bildirim kırk beş (45) gün önce yapılır.", "45 ≠ 40"),
    _texts(
        "TXT-10", "It ends after ninety-nine (9) days.", "It ends after ninety-nine (99) days of clause (9).", "99 ≠ 9"
    ),
    _texts(
        "TXT-11",
        "It was agreed on 01/02/2026.",
        "It was agreed on 31/02/2026 and 02/02/2026.",
        "01/02/2026",
        "day first",
    ),
    _texts("TXT-11", "Up to 1.500 users.", "Up to 1,500 users of version 1.500.2.", "1.500", "1500 or 1.5"),
    Case("TXT-12", both(_DEVIATION, _NOBODY), both(_LIBRARY, _NOBODY), AT, witness="an hour"),
    Case(
        "TXT-12",
        both(_DEVIATION, _NOBODY),
        both(
            _DEVIATION,
            _NOBODY,
            adding("signoff.approvers", Approver(id="a", role="Legal", when=Condition.ON_LEGAL_CHANGE)),
        ),
        AT,
    ),
    _texts(
        "TXT-13",
        "The Provider shall report. The Customer will answer. The Provider shall note it.",
        "The Provider shall report. The Customer shall answer, and reports will follow.",
        "shall × 2",
        "shall, will",
    ),
]
