"""DOC."""

from __future__ import annotations

from datetime import UTC, date, datetime

from slaeditor.model.agreement.identity import Renewal
from slaeditor.model.agreement.parties import Side
from slaeditor.model.checks import Past
from slaeditor.model.events import Signed
from slaeditor.model.lifecycle import State
from slaeditor.model.quantities import Money
from tests.checks.case import Case, both, removing, setting, unchanged

_AT = datetime(2026, 12, 1, tzinfo=UTC)


def _signed(*days: date) -> Past:
    return Past(State(signatures=tuple(Signed(at=_AT, by="A", revision="r", signatory="s", on=day) for day in days)))


_EARLY = _signed(date(2026, 11, 2), date(2026, 12, 14))
_NO_STATEMENT = setting("identity.timing_statement", "")

CASES = [
    *(
        Case("DOC-01", setting(place, ""), setting(place, "."), place, says="missing")
        for side in ("provider", "customer")
        for name in ("legal_name", "registration", "address")
        for place in [f"parties.{side}.{name}"]
    ),
    Case(
        "DOC-02",
        setting("parties.customer.legal_name", "KARYA Managed-Services A.S."),
        setting("parties.customer.legal_name", "Karya Managed Services Holding A.Ş."),
        "parties.customer.legal_name",
        witness="Karya",
    ),
    Case(
        "DOC-02",
        setting("parties.customer.registration", "418822 5"),
        both(setting("parties.customer.registration", "418822-5"), setting("parties.customer.country", "DE")),
        "parties.customer.registration",
    ),
    Case(
        "DOC-03",
        setting("identity.initial_months", 0),
        setting("identity.initial_months", 1),
        "identity.initial_months",
        witness="1 January 2027",
    ),
    Case("DOC-04", _NO_STATEMENT, unchanged, "identity.timing_statement", witness="18 days", past=_EARLY),
    Case(
        "DOC-04",
        _NO_STATEMENT,
        both(_NO_STATEMENT, setting("identity.effective", date(2026, 12, 14))),
        "identity.timing_statement",
        past=_EARLY,
    ),
    Case(
        "DOC-05",
        both(setting("identity.initial_months", 12), setting("identity.non_renewal_notice_days", 365)),
        both(setting("identity.initial_months", 12), setting("identity.non_renewal_notice_days", 364)),
        "identity.non_renewal_notice_days",
        witness="365 days",
    ),
    Case(
        "DOC-05",
        both(setting("identity.renewal_months", 3), setting("identity.non_renewal_notice_days", 92)),
        both(
            setting("identity.renewal_months", 3),
            setting("identity.non_renewal_notice_days", 92),
            setting("identity.renewal", Renewal.NONE),
        ),
        "identity.non_renewal_notice_days",
        says="a renewal term",
    ),
    Case(
        "DOC-06",
        setting("identity.non_renewal_notice_days", None),
        both(setting("identity.non_renewal_notice_days", None), setting("identity.renewal", Renewal.NONE)),
        "identity.non_renewal_notice_days",
        witness="31 December 2029",
    ),
    *(
        Case(
            "DOC-07",
            setting(f"identity.{name}", nothing),
            both(*(setting(f"identity.{each}", empty) for each, empty in _MASTER)),
            f"identity.{name}",
        )
        for _MASTER in [(("master_title", ""), ("master_date", None), ("master_precedence", ""))]
        for name, nothing in _MASTER
    ),
    *(
        Case(
            "DOC-08",
            change,
            both(
                change, setting("identity.conversion_rule", "at the rate of the central bank on the day of the invoice")
            ),
            place,
            says="TRY",
        )
        for place in ("services.items[portal].monthly_fee", "remedies.minimum")
        for change in [setting(place, Money.parse("5000", "TRY"))]
    ),
    *(
        Case("DOC-09", setting(place, ""), setting(place, "X"), place)
        for place in ("parties.signatories[elif-sahin].name", "parties.signatories[elif-sahin].title")
    ),
    Case(
        "DOC-09",
        removing("parties.signatories[elif-sahin]"),
        removing("parties.signatories[irem-yildiz]"),
        "parties.signatories",
        says="nobody signs for the Provider",
    ),
    Case(
        "DOC-09",
        both(*(setting(f"parties.signatories[{who}].side", Side.PROVIDER) for who in ("oguz-celik", "irem-yildiz"))),
        setting("parties.signatories[oguz-celik].side", Side.PROVIDER),
        "parties.signatories",
        says="Customer",
    ),
    Case(
        "DOC-10",
        setting("identity.prevailing_language", ""),
        both(setting("identity.prevailing_language", ""), setting("identity.languages", ("en",))),
        "identity.prevailing_language",
        says="Turkish, English",
    ),
    Case(
        "DOC-10",
        setting("identity.prevailing_language", "de"),
        setting("identity.prevailing_language", "en"),
        "identity.prevailing_language",
        witness="German",
    ),
    *(
        Case(
            "DOC-11",
            both(setting("identity.master_title", ""), setting(place, "")),
            setting(place, ""),
            place,
        )
        for place in ("identity.governing_law", "identity.venue")
    ),
]
