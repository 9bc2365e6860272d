"""The wording of a small agreement, as a whole: a change of words is seen in this test's file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from slaeditor.export.outline import outline
from slaeditor.export.plain import plain
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import Availability, AvailabilityPromise
from slaeditor.model.agreement.hours import Calendar, HalfDay, Hours, Opening, Weekday
from slaeditor.model.agreement.identity import Identity, Renewal
from slaeditor.model.agreement.legal import Clause, Legal
from slaeditor.model.agreement.parties import Parties, Party, Side, Signatory
from slaeditor.model.agreement.priorities import ImpactLevel, MatrixCell, Priorities, Priority, UrgencyLevel
from slaeditor.model.agreement.remedies import CreditSchedule, Remedies, Threshold
from slaeditor.model.agreement.services import Service, Services
from slaeditor.model.agreement.targets import Target, Targets
from slaeditor.model.quantities import ClockTime, Duration, Money, Number, Percent, Unit
from tests.export.given import context

GOLDEN = Path(__file__).parent / "golden" / "small.txt"


def small() -> Agreement:
    """One service, one calendar, one of everything that has a layout of its own."""
    return Agreement(
        identity=Identity(
            number="SLA-7", title="Mail", effective=date(2027, 1, 1), initial_months=12, renewal=Renewal.AUTOMATIC,
            currency="EUR", languages=("tr", "en"), governing_law="Turkish law",
        ),
        parties=Parties(
            provider=Party(legal_name="Karya A.Ş.", registration="418822-5", address="Örnek Cd. 1, İstanbul", country="TR"),
            customer=Party(legal_name="Güneş A.Ş.", short_name="Güneş"),
            signatories=(Signatory(id="e", name="Elif Şahin", title="Director", side=Side.PROVIDER),),
        ),
        services=Services(
            items=(Service(id="mail", code="M", name="Mail", description="Mailboxes.", monthly_fee=Money(Decimal(900), "EUR")),)
        ),
        hours=Hours(
            calendars=(
                Calendar(
                    id="work", name="Working hours", zone="Europe/Istanbul", holiday_country="TR", last_year=2029,
                    week=(
                        Opening(id="w", days=tuple(Weekday)[:5], opens=ClockTime.parse("08"), closes=ClockTime.parse("18")),
                    ),
                    half_days=(HalfDay(id="h", name="Republic Day", date=date(2027, 10, 28), closes=ClockTime.parse("13")),),
                ),
            ),
            support_hours="work",
        ),
        priorities=Priorities(
            impacts=(ImpactLevel(id="i", code="1", label="Whole site"),),
            urgencies=(UrgencyLevel(id="u", code="H", label="Now"), UrgencyLevel(id="v", code="L", label="Later")),
            levels=(Priority(id="p1", code="P1", name="Critical"), Priority(id="p2", code="P2")),
            matrix=(
                MatrixCell(id="a", impact="i", urgency="u", priority="p1"),
                MatrixCell(id="b", impact="i", urgency="v", priority="p2"),
            ),
        ),
        targets=Targets(
            items=(
                Target(id="t1", priority="p1", response=Duration(15), restore=Duration(60), compliance=Percent("95")),
                Target(id="t2", priority="p2", response=Duration(2, Unit.WORKING_DAYS, "work"), compliance=Percent("90")),
            ),
            start_event="a report reaches the service desk",
        ),
        availability=Availability(promises=(AvailabilityPromise(id="a", services=("mail",), percent=Percent("99.9")),)),
        remedies=Remedies(
            schedules=(
                CreditSchedule(
                    id="c", name="Mail", metrics=("availability:a:mail",),
                    thresholds=(
                        Threshold(id="1", below=Number("99.9"), credit=Percent("5")),
                        Threshold(id="2", below=Number("99"), credit=Percent("15")),
                    ),
                ),
            ),
            monthly_cap=Percent("15"),
        ),
        legal=Legal(
            clauses=(Clause(id="l", heading="Liability", text="Caps stand in {section:remedies}: {value:remedies.monthly_cap}."),)
        ),
    )  # fmt: skip


def test_the_wording_is_that_of_the_golden_file() -> None:
    document = small()
    given = msgspec.structs.replace(context(document), content_hash="0" * 64)
    assert plain(outline(document, given)) + "\n" == GOLDEN.read_text("utf-8")
