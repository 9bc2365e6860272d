"""AVL: availability and measurement."""

from collections.abc import Callable
from typing import Any

from slaeditor.model.agreement.availability import Rounding
from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Every, Window
from slaeditor.model.agreement.metrics import Metric
from slaeditor.model.agreement.targets import Period
from slaeditor.model.quantities import ClockTime, Duration, Number, Percent
from tests.checks.case import Case, FileCase, adding, both, sample, setting, unchanged

PATIENT = "availability.promises[av-patient-record]"
BILLING = "availability.promises[av-billing]"
CONTINUITY = "availability.continuity[continuity-laboratory]"


def window(amount: int, *, counted: bool, every: Every = Every.WEEK, services: tuple[str, ...] = ()) -> Window:
    return Window(
        id="more",
        name="More",
        services=services,
        weekday=Weekday.WEDNESDAY,
        every=every,
        start=ClockTime.parse("09:00"),
        duration=Duration(amount),
        zone="Europe/Istanbul",
        counts_as_downtime=counted,
    )


def metric(formula: str, name: str = "Availability of the archive") -> Metric:
    return Metric(id="own", name=name, definition="x", formula=formula, source="x", owner="x")


CASES = [
    Case(
        "AVL-02",
        setting("hours.measurement_hours", None),
        unchanged,
        at="hours.measurement_hours",
        witness="99.95% allows 21 min 36 s in 30 days around the clock, and 5 min 16 s in 22 days of 8 hours.",
    ),
    Case(
        "AVL-03",
        adding("maintenance.windows", window(240, counted=True, every=Every.FIRST)),
        adding("maintenance.windows", window(240, counted=False, every=Every.FIRST)),
        at=f"{PATIENT}.percent",
        witness="February 2027: 4 h of maintenance, 20 min 9 s of downtime allowed; 99.4% at best.",
        says="Patient record",
    ),
    Case(  # the window lies outside the hours that are measured
        "AVL-03",
        both(
            adding("maintenance.windows", window(120, counted=True, services=("billing",))),
            setting(f"{BILLING}.percent", Percent("99")),
        ),
        both(
            adding("maintenance.windows", window(120, counted=True, services=("billing",))),
            setting(f"{BILLING}.percent", Percent("99")),
            setting("maintenance.windows[more].start", ClockTime.parse("19:00")),
        ),
        at=f"{BILLING}.percent",
        says="Billing",
    ),
    Case(  # what a black-out takes away does not count
        "AVL-03",
        adding("maintenance.windows", window(12, counted=True, every=Every.FIRST)),
        adding("maintenance.windows", window(10, counted=True, every=Every.FIRST)),
        at=f"{PATIENT}.percent",
        base=lambda: setting(f"{PATIENT}.percent", Percent("99.975"))(sample()),
    ),
    Case(
        "AVL-04",
        both(
            adding("maintenance.windows", window(600, counted=False)),
            setting("maintenance.windows[more].services", ("billing",)),
            setting("maintenance.monthly_cap", None),
        ),
        both(
            adding("maintenance.windows", window(600, counted=False)),
            setting("maintenance.windows[more].services", ("billing",)),
        ),
        at=BILLING,
        witness=" of ",
        says="Billing",
    ),
    Case(  # without windows all that the cap allows may fall into the hours that are measured
        "AVL-04",
        both(setting("maintenance.windows", ()), setting("maintenance.monthly_cap", Duration(1200))),
        both(setting("maintenance.windows", ()), setting("maintenance.monthly_cap", Duration(600))),
        at=BILLING,
        witness="May 2027: up to 22 h of 171 h (12.8%).",
    ),
    Case(  # two hours a week
        "AVL-03",
        setting("maintenance.windows[sunday].counts_as_downtime", True),
        unchanged,
        at="availability.promises[av-imaging].percent",
        witness="May 2027: 10 h of maintenance, 44 min 38 s of downtime allowed; 98.65% at best.",
    ),
    Case(
        "AVL-05",
        setting(f"{PATIENT}.percent", Percent("100")),
        setting(f"{PATIENT}.percent", Percent("99.999")),
        at=f"{PATIENT}.percent",
        witness="100% of 30 days: 0 s of downtime.",
    ),
    Case(
        "AVL-05",
        setting(f"{PATIENT}.percent", Percent("0")),
        setting(f"{PATIENT}.percent", Percent("0.1")),
        at=f"{PATIENT}.percent",
    ),
    Case(
        "AVL-05",
        setting(f"{PATIENT}.percent", Percent("9995")),
        unchanged,
        at=f"{PATIENT}.percent",
        says="9995%",
    ),
    Case(
        "AVL-06",
        both(
            setting("availability.probe_interval", Duration(5)),
            setting("availability.probe_failures", 2),
            setting(f"{PATIENT}.percent", Percent("99.99")),
        ),
        both(
            setting("availability.probe_interval", Duration(2)),
            setting("availability.probe_failures", 2),
            setting(f"{PATIENT}.percent", Percent("99.99")),
        ),
        at=f"{PATIENT}.percent",
        witness="2 checks, 5 min apart: 10 min; 99.99% allows 4 min 1 s in February 2027.",
    ),
    *(
        Case("AVL-07", setting(f"availability.{name}", ""), unchanged, at=f"availability.{name}", says=label)
        for name, label in {
            "down_definition": "“Downtime”",
            "degraded": "“Degraded service”",
            "partial_outage": "“Partial outage”",
            "measuring_point": "“Measuring point”",
            "measured_by": "“Measured by”",
            "record": "“Record of truth”",
        }.items()
    ),
    Case(
        "AVL-08",
        adding("metrics.items", metric("(base − excluded − downtime) ÷ base")),
        adding("metrics.items", metric("(base − excluded − downtime) ÷ (base − excluded)")),
        at="metrics.items[own].formula",
        witness="(base − excluded − downtime) ÷ base",
    ),
    Case(
        "AVL-08",
        adding("metrics.items", metric("uptime / total time")),
        both(
            adding("metrics.items", metric("uptime / total time")),
            setting("maintenance.windows[sunday].counts_as_downtime", True),
        ),
        at="metrics.items[own].formula",
    ),
    Case(
        "AVL-08",
        adding("metrics.items", metric("uptime / total time")),
        adding("metrics.items", metric("parts in stock / parts listed", "Availability of spare parts")),
        at="metrics.items[own].formula",
    ),
    Case(
        "AVL-09",
        unchanged,
        setting("targets.items[critical-p1].restore", Duration(20)),
        at=f"{PATIENT}.percent",
        witness="Down from Mon 1 Feb 2027 00:00 (Europe/Istanbul) to Mon 1 Feb 2027 01:00: 1 h; 99.95% allows "
        "20 min 9 s in February 2027.",
        says="P1",
    ),
    Case(  # the year allows what a month does not
        "AVL-09",
        unchanged,
        setting(f"{PATIENT}.period", Period.YEAR),
        at=f"{PATIENT}.percent",
    ),
    Case(  # four hours of support time take the whole night with them
        "AVL-09",
        setting("targets.items[p1].restore", Duration(90, calendar="working-hours")),
        setting("targets.items[p1].restore", Duration(90)),
        at="availability.promises[av-portal].percent",
        base=lambda: setting("availability.promises[av-portal].percent", Percent("99.7"))(sample()),
    ),
    Case(
        "AVL-10",
        unchanged,
        setting(f"{PATIENT}.longest_outage", Duration(20)),
        at=f"{PATIENT}.longest_outage",
        witness="1 h; 99.95% allows 20 min 9 s in February 2027.",
        says="“Longest single outage” of Patient record",
    ),
    Case(
        "AVL-10",
        setting(f"{PATIENT}.outages", 7),
        setting(f"{PATIENT}.outages", 6),
        at=f"{PATIENT}.outages",
        witness="7 × 3 min = 21 min; 99.95% allows 20 min 9 s in February 2027.",
        says="“Outages per period”",
    ),
    Case(
        "AVL-11",
        setting("availability.digits", 1),
        setting("availability.digits", 2),
        at="availability.digits",
        witness="Decimal places: 1; 99.95% becomes 100%.",
    ),
    Case(
        "AVL-11",
        setting("availability.digits", None),
        unchanged,
        at="availability.digits",
        witness="Decimal places: 2; 99.9496% becomes 99.95%. Not rounded, it is below 99.95%.",
    ),
    Case(  # a tier can be finer than every promise
        "AVL-11",
        both(
            setting("remedies.schedules[credit-laboratory].thresholds[step-1].below", Number("99.8755")),
            setting("availability.rounding", Rounding.DOWN),
        ),
        setting("remedies.schedules[credit-laboratory].thresholds[step-1].below", Number("99.875")),
        at="availability.digits",
        witness="Decimal places: 3; 99.8755% becomes 99.875%.",
    ),
    Case(
        "AVL-12",
        setting("legal.clauses[measurement].text", "At 99.9% the downtime is 43.8 minutes in a month."),
        setting("legal.clauses[measurement].text", "At 99.9% the downtime is 43.2 minutes in a month."),
        at="legal.clauses[measurement].text",
        witness="Computed: 40 min 19 s; 43 min 12 s; 44 min 38 s.",
        says="43.8 minutes",
    ),
    Case(
        "AVL-12",
        setting("availability.record", "the log, by which an outage of 5 hours a year is allowed at %99,95"),
        setting("availability.record", "the log, by which an outage of 4.4 hours a year is allowed at %99,95"),
        at="availability.record",
    ),
    Case(  # how long an outage may last is another matter
        "AVL-12",
        setting("legal.clauses[measurement].text", "At 99.9% an outage of 30 minutes a month is allowed."),
        setting(
            "legal.clauses[measurement].text", "At 99.9% an outage of more than 30 minutes a month is told at once."
        ),
        at="legal.clauses[measurement].text",
    ),
    Case(
        "AVL-13",
        setting(f"{CONTINUITY}.backup_interval", Duration(15)),
        unchanged,
        at=f"{CONTINUITY}.rpo",
        witness="Begins ",
        says="“RPO” cannot be kept, since “Backup every” may take longer",
    ),
    Case(
        "AVL-13",
        setting(f"{CONTINUITY}.rto", Duration(61)),
        setting(f"{CONTINUITY}.rto", Duration(60)),
        at=f"{CONTINUITY}.rto",
        says="“Restore” cannot be kept, since “RTO” may take longer",
    ),
    Case(  # two hours that count by day only end after two hours around the clock
        "AVL-13",
        setting("availability.continuity[continuity-imaging].rto", Duration(120, calendar="extended-hours")),
        setting("availability.continuity[continuity-imaging].rto", Duration(120)),
        at="availability.continuity[continuity-imaging].rto",
    ),
    Case(
        "AVL-15",
        setting("availability.partial_outage", "the parties look at the case together"),
        setting("availability.partial_outage", "its length counts in proportion to the users concerned"),
        at="availability.partial_outage",
        says="4 sites",
    ),
    Case(  # one site needs no rule
        "AVL-15",
        setting("availability.partial_outage", "the parties look at the case together"),
        both(
            setting("availability.partial_outage", "the parties look at the case together"),
            setting("parties.customer.sites", ()),
        ),
        at="availability.partial_outage",
    ),
]


def _period(value: str | None) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["availability"]["promises"][0]["period"] = value

    return change


def _partial(value: str | None) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["availability"]["partial_period"] = value

    return change


FILE_CASES = [
    FileCase("AVL-01", _period(None), _period("quarter"), "av-patient-record"),
    FileCase("AVL-14", _partial(None), _partial("not_counted")),
]
