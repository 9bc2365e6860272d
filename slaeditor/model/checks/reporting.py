"""Reports and reviews, REP-01 to REV-03: whether results are shown in time, and the agreement looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.agreement.metrics import Metric, Metrics, Satisfaction
from slaeditor.model.agreement.review import Frequency, Report, Review
from slaeditor.model.checks.downtime import month_after
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.reports import READS, due_after, due_by_month
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.model.summary import expiry
from slaeditor.model.terms import field
from slaeditor.model.wording import date_text

TABLE = Table()

LONGEST_INTERVAL = 12
"""An agreement is to be reviewed once a year at least (ISO/IEC 20000-1:2018, 8.3.3)."""

_MONTHS = {Frequency.YEARLY: 12, Frequency.HALF_YEARLY: 6, Frequency.QUARTERLY: 3, Frequency.MONTHLY: 1}
_SHEET = ("metrics", "availability", "targets", "services", "hours", "priorities", "review")


@TABLE.rule(
    "REP-01",
    Severity.ERROR,
    Fault.INCOMPLETE,
    say("“{label}” is empty for {metric}, so that its result cannot be shown or checked."),
    reads=_SHEET,
)
def _(subject: Subject) -> Iterator[Hit]:
    """Which direction is the better one is always said."""
    for path, label, _ in missing(subject, "REP-01"):
        yield Hit((path,), {"label": label, "metric": f"“{subject.row(path[:-1])}”"})
    section = subject.document.metrics
    derived = {identifier.partition(":")[0] for identifier in subject.metrics if identifier not in _own(subject)}
    times = bool(derived - {"availability", "satisfaction"})
    for name, concerned, words in (
        ("availability_source", "availability" in derived, say("the metrics of availability")),
        ("time_source", times, say("the metrics of response, restoration and resolution")),
        ("owner", times or "availability" in derived, say("the metrics of times and availability")),
    ):
        if concerned and not getattr(section, name).strip():
            yield Hit((("metrics", name),), {"label": field(Metrics, name).term.label, "metric": words})
    for row in section.satisfaction:
        for name in ("source", "owner"):
            if not getattr(row, name).strip():
                path = ("metrics", "satisfaction", row.id)
                label = field(Satisfaction, name).term.label
                yield Hit(((*path, name),), {"label": label, "metric": f"“{row.name or subject.row(path)}”"})


@TABLE.rule(
    "REP-02",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("No report shows {metric}."),
    reads=_SHEET,
    remedy=say("Show it in “{report}”"),
)
def _(subject: Subject) -> Iterator[Hit]:
    reports = subject.document.review.reports
    only = reports[0] if len(reports) == 1 else None
    own = _own(subject)
    found: list[tuple[Path, str]] = [
        (("metrics", "items", identifier, "reported_in"), f"“{metric.name}”")
        for identifier, metric in own.items()
        if metric.reported_in is None
    ]
    if len(subject.metrics) > len(own) and subject.document.metrics.reported_in is None:
        found.insert(0, (("metrics", "reported_in"), say("the results of times, availability and satisfaction")))
    for path, name in found:
        remedy = SetTerm(path, only.id) if only is not None else None
        yield Hit((path,), {"metric": name, "report": only.name if only is not None else ""}, remedy=remedy)


@TABLE.rule(
    "REP-03",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("“{report}” is only due after {meeting}, which is to speak about it."),
    reads=(*READS, *_SHEET),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Meetings have no dates: a report is late when one meeting, and the next, has passed before it is due."""
    review = subject.document.review
    for report in _telling(subject):
        path: Path = ("review", "reports", report.id, "due")
        every = _MONTHS.get(report.frequency)
        if every is None:
            continue
        late = _late_for_review(subject, report, every)
        if late is not None:
            yield Hit((path, ("review", "next_review")), {"report": report.name, "meeting": late[0]}, late[1])
        for meeting in review.meetings:
            interval = _MONTHS.get(meeting.frequency)
            if interval is None or interval < every:
                continue
            for after, due in due_by_month(subject, report):
                if due.due > due.begin_of(month_after(after, interval)):
                    witness = say("Period before {date}: due {due}.", date=date_text(after), due=due.moment(due.due))
                    values = {"report": report.name, "meeting": f"“{meeting.name}”"}
                    yield Hit((path, ("review", "meetings", meeting.id, "frequency")), values, witness)
                    break


@TABLE.rule(
    "REV-01",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("“{label}”: {what}."),
    reads=("review", "identity"),
    remedy=say("Review it every {most} months"),
)
def _(subject: Subject) -> Iterator[Hit]:
    path: Path = ("review", "interval_months")
    for place, label, _ in missing(subject, "REV-01"):
        yield Hit((place,), {"label": label, "what": say("nothing is said on when the agreement is reviewed")})
    months, term = subject.document.review.interval_months, subject.document.identity.initial_months
    if months is None or 1 <= months <= LONGEST_INTERVAL or (term is not None and months > term):
        return  # an interval beyond the term is told by the graver rule
    label = field(Review, "interval_months").term.label
    what = say("the agreement is reviewed every {months} months, and not once a year", months=months)
    values = {"label": label, "what": what, "most": LONGEST_INTERVAL}
    yield Hit(
        (path,),
        values,
        f"{months} > {LONGEST_INTERVAL}" if months > 0 else str(months),
        SetTerm(path, LONGEST_INTERVAL),
    )


@TABLE.rule(
    "REV-02",
    Severity.ERROR,
    Fault.DEAD,
    say("The agreement is not reviewed once within its initial term: {what}."),
    reads=("review", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    review, term, end = subject.document.review, subject.document.identity.initial_months, expiry(subject.document)
    if review.next_review is not None and end is not None and review.next_review > end:
        what = say(
            "the next review is on {date}, and the term ends on {end}",
            date=date_text(review.next_review),
            end=date_text(end),
        )
        paths: tuple[Path, ...] = (("review", "next_review"), ("identity", "initial_months"))
        yield Hit(paths, {"what": what}, f"{review.next_review} > {end}")
    if review.interval_months is not None and term is not None and review.interval_months > term:
        what = say(
            "reviews are {interval} months apart, and the term has {months}",
            interval=review.interval_months,
            months=term,
        )
        paths = (("review", "interval_months"), ("identity", "initial_months"))
        yield Hit(paths, {"what": what}, f"{review.interval_months} > {term}")


@TABLE.rule(
    "REV-03",
    Severity.WARNING,
    Fault.INCOMPLETE,
    say("“{label}” is empty, so that nobody knows how the agreement is changed."),
    reads=("review",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for name in ("change_procedure", "change_notice_days"):
        if getattr(subject.document.review, name) in (None, ""):
            yield Hit((("review", name),), {"label": field(Review, name).term.label})


def _own(subject: Subject) -> dict[str, Metric]:
    return {one.id: one for one in subject.document.metrics.items}


def _telling(subject: Subject) -> Iterator[Report]:
    """The reports that show results; all when no metric says which."""
    named = {metric.reported_in for metric in subject.metrics.values()}
    reports = subject.document.review.reports
    telling = [one for one in reports if one.id in named] or reports
    yield from (one for one in telling if one.due is not None)


def _late_for_review(subject: Subject, report: Report, every: int) -> tuple[str, str] | None:
    """The next review and the figures, when the report on the period before it is due after that day."""
    day, effective = subject.document.review.next_review, subject.document.identity.effective
    if day is None or effective is None:
        return None
    after = date(day.year, (day.month - 1) // every * every + 1, 1)
    due = due_after(subject, report, after) if after > effective else None
    if due is None or due.due < due.begin_of(date.fromordinal(day.toordinal() + 1)):
        return None
    witness = say("Period before {date}: due {due}.", date=date_text(after), due=due.moment(due.due))
    return say("the review of {date}", date=date_text(day)), witness
