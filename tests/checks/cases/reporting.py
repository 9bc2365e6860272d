"""SAT, REP and REV: satisfaction, reports and reviews."""

from datetime import date

from slaeditor.model.agreement.metrics import Instrument
from slaeditor.model.agreement.remedies import Basis, CreditSchedule, Threshold
from slaeditor.model.agreement.review import Frequency, Report
from slaeditor.model.quantities import Duration, Number, Percent, Unit
from tests.checks.case import Case, adding, both, setting, unchanged

SURVEY = "metrics.satisfaction[csat]"
METRIC = "metrics.items[backups]"
REPORT = "review.reports[service-level-report]"


def days(amount: int) -> Duration:
    return Duration(amount, Unit.WORKING_DAYS, "working-hours")


def on_satisfaction() -> CreditSchedule:
    step = Threshold(id="a", below=Number("4.2"), credit=Percent("2"))
    return CreditSchedule(
        id="own", name="Satisfaction", metrics=("satisfaction:csat",), basis=Basis.WHOLE_FEE, thresholds=(step,)
    )


def report() -> Report:
    return Report(id="only", name="The only report", frequency=Frequency.MONTHLY)


CASES = [
    Case(
        "SAT-01",
        setting(f"{SURVEY}.target", Number("85")),
        setting(f"{SURVEY}.target", Number("5")),
        at=f"{SURVEY}.target",
        witness="85 > 5",
        says="85 lies outside its scale from 1 to 5",
    ),
    Case(
        "SAT-01",
        setting(f"{SURVEY}.target", Number("0.5")),
        setting(f"{SURVEY}.target", Number("1")),
        at=f"{SURVEY}.target",
        witness="0.5 < 1",
    ),
    Case("SAT-01", setting(f"{SURVEY}.scale_high", None), unchanged, at=f"{SURVEY}.scale_high", says="it has no scale"),
    Case("SAT-01", setting(f"{SURVEY}.scale_low", 5), setting(f"{SURVEY}.scale_low", 0), at=f"{SURVEY}.scale_high"),
    Case(  # NPS is a difference of shares
        "SAT-01",
        both(setting(f"{SURVEY}.instrument", Instrument.NPS), setting(f"{SURVEY}.target", Number("130"))),
        both(setting(f"{SURVEY}.instrument", Instrument.NPS), setting(f"{SURVEY}.target", Number("30"))),
        at=f"{SURVEY}.target",
        says="from -100 to 100",
    ),
    Case(
        "SAT-02",
        setting(f"{SURVEY}.minimum_responses", None),
        setting(f"{SURVEY}.minimum_responses", 1),
        at=f"{SURVEY}.minimum_responses",
        witness="A single answer of 1 would decide.",
    ),
    Case(
        "SAT-03",
        both(adding("remedies.schedules", on_satisfaction()), setting(f"{SURVEY}.sampling", "")),
        adding("remedies.schedules", on_satisfaction()),
        at=f"{SURVEY}.sampling",
        says="“Satisfaction” turns on “User satisfaction”",
    ),
    Case(
        "SAT-03",
        both(
            setting("remedies.chronic[patient-record].metrics", ("satisfaction:csat",)),
            setting(f"{SURVEY}.sampling", ""),
        ),
        setting(f"{SURVEY}.sampling", ""),
        at=f"{SURVEY}.sampling",
    ),
    Case("SAT-04", setting("metrics.satisfaction", ()), unchanged, at="metrics.satisfaction"),
    Case(
        "SAT-04",
        setting("metrics.satisfaction", ()),
        both(setting("metrics.satisfaction", ()), setting(f"{METRIC}.name", "Complaints answered")),
        at="metrics.satisfaction",
    ),
    *(
        Case("REP-01", setting(f"{METRIC}.{name}", ""), unchanged, at=f"{METRIC}.{name}", says="“Backups completed”")
        for name in ("source", "owner", "formula")
    ),
    Case(
        "REP-01",
        setting("metrics.availability_source", ""),
        both(setting("metrics.availability_source", ""), setting("availability.promises", ())),
        at="metrics.availability_source",
        says="the metrics of availability",
    ),
    Case(
        "REP-01",
        setting("metrics.time_source", ""),
        both(setting("metrics.time_source", ""), setting("targets.items", ())),
        at="metrics.time_source",
        says="“Source of time metrics”",
    ),
    Case(
        "REP-01",
        setting("metrics.owner", ""),
        both(setting("metrics.owner", ""), setting("targets.items", ()), setting("availability.promises", ())),
        at="metrics.owner",
    ),
    Case("REP-01", setting(f"{SURVEY}.source", ""), unchanged, at=f"{SURVEY}.source", says="“User satisfaction”"),
    Case("REP-01", setting(f"{SURVEY}.owner", ""), unchanged, at=f"{SURVEY}.owner"),
    Case("REP-02", setting(f"{METRIC}.reported_in", None), unchanged, at=f"{METRIC}.reported_in", says="Backups"),
    Case(
        "REP-02",
        both(
            setting("metrics.reported_in", None),
            setting("review.reports", ()),
            adding("review.reports", report()),
        ),
        adding("review.reports", report()),
        at="metrics.reported_in",
        says="No report shows the results of times, availability and satisfaction.",
    ),
    Case(  # a month after the end of the month, the next meeting is over
        "REP-03",
        setting(f"{REPORT}.due", days(25)),
        setting(f"{REPORT}.due", days(15)),
        at=f"{REPORT}.due",
        witness="Period before 1 ",
        says="“Operations meeting”",
    ),
    Case(
        "REP-03",
        setting("review.next_review", date(2027, 7, 5)),
        setting("review.next_review", date(2027, 7, 9)),
        at=f"{REPORT}.due",
        witness="Period before 1 July 2027: due Thu 8 Jul 2027",
        says="the review of 5 July 2027",
    ),
    Case(  # nothing is to be reported of the time before the agreement
        "REP-03",
        setting("review.next_review", date(2027, 2, 2)),
        setting("review.next_review", date(2027, 1, 2)),
        at=f"{REPORT}.due",
    ),
    Case(  # a yearly report is not made for a monthly meeting
        "REP-03",
        both(setting(f"{REPORT}.due", days(25)), setting(f"{REPORT}.frequency", Frequency.MONTHLY)),
        both(setting(f"{REPORT}.due", days(25)), setting(f"{REPORT}.frequency", Frequency.YEARLY)),
        at=f"{REPORT}.due",
    ),
    Case(
        "REV-01",
        setting("review.interval_months", 18),
        setting("review.interval_months", 12),
        at="review.interval_months",
        witness="18 > 12",
    ),
    Case("REV-01", setting("review.interval_months", None), unchanged, at="review.interval_months"),
    Case(  # the graver rule tells it
        "REV-01",
        setting("review.interval_months", 18),
        both(setting("review.interval_months", 18), setting("identity.initial_months", 15)),
        at="review.interval_months",
    ),
    Case(
        "REV-02",
        setting("review.next_review", date(2030, 1, 1)),
        setting("review.next_review", date(2029, 12, 31)),
        at="review.next_review",
        witness="2030-01-01 > 2029-12-31",
    ),
    Case(
        "REV-02",
        both(setting("identity.initial_months", 6), setting("review.interval_months", 7)),
        both(setting("identity.initial_months", 6), setting("review.interval_months", 6)),
        at="review.interval_months",
        witness="7 > 6",
    ),
    Case("REV-03", setting("review.change_procedure", ""), unchanged, at="review.change_procedure"),
    Case("REV-03", setting("review.change_notice_days", None), unchanged, at="review.change_notice_days"),
]
