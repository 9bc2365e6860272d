"""TGT, the conditions: when the clock starts, stops and pauses, and how strictly and of how many cases a target is promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import Any

from slaeditor.model import paths
from slaeditor.model.agreement.targets import Pause, Work
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.obligatory import missing
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.targets import place, row
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Percent, Unit
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Kind, field

TABLE = Table()
_ROWS = ("services", "priorities", "targets")
"""What the name of a target is made of."""
_TIMED = (
    "targets", "channels", "escalation", "availability", "maintenance", "remedies", "review", "responsibilities",
)  # fmt: skip
_NO_CALENDAR = (Unit.WORKING_DAYS, None)


@TABLE.rule(
    "TGT-04",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("{place}: nothing says which calendar counts the {length}."),
    reads=("services", "priorities", *_TIMED),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Minutes always have a clock, for those of no calendar are elapsed time; working days may have lost theirs."""
    for section in _TIMED:
        declared = field(type(subject.document), section)
        for path, term, value in paths.walk_below(getattr(subject.document, section), (section,), declared):
            if term.kind is Kind.DURATION and value is not None and (value.unit, value.calendar) == _NO_CALENDAR:
                yield Hit((path,), {"place": subject.words(path), "length": value.length()})


_BARE_DAY = re.compile(r"\d+(?:[.,]\d+)?\s*(?:d|days?|gün)\.?", re.IGNORECASE)
_DAY_UNITS = {"d", "day", "days", "gün", "week", "weeks", "hafta"}


@TABLE.unwritable(
    "TGT-05",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("A target says “{typed}”: nothing says how long such a day is and when it ends."),
)
def _(data: Any) -> Iterator[Hit]:
    """A duration of the document is of minutes, or of working days of a calendar, which has closing times."""
    targets = data.get("targets") if isinstance(data, dict) else None
    for one in _values(targets):
        if isinstance(one, dict) and str(one.get("unit", "")).casefold() in _DAY_UNITS:
            yield Hit((("targets",),), {"typed": f"{one.get('amount', '')} {one['unit']}".strip()})
        elif isinstance(one, str) and _BARE_DAY.fullmatch(one.strip()):
            yield Hit((("targets",),), {"typed": one.strip()})


def _values(data: Any) -> Iterator[Any]:
    """The data and everything in it."""
    yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(one)


@TABLE.rule(
    "TGT-08",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{row}: no compliance is stated, so every single case is an absolute promise."),
    reads=_ROWS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in subject.document.targets.items:
        if target.compliance is None and any((target.response, target.workaround, target.restore, target.resolve)):
            yield Hit((place(target, "compliance"),), {"row": row(subject, target)})


@TABLE.rule(
    "TGT-09",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{row}: {percent} must be met, but no minimum sample is stated."),
    reads=_ROWS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in subject.document.targets.items:
        share = target.compliance
        if share is None or not 0 < share.value < 100 or target.minimum_sample:
            continue
        enough = int((100 / (100 - share.value)).to_integral_value(ROUND_CEILING))
        few = min(3, enough - 1)
        witness = say(
            "With {few} cases, one miss gives {share}; only from {enough} cases on can one miss be within {percent}",
            few=few,
            share=Percent((Decimal(100) * (few - 1) / few).quantize(Decimal("0.01"))),
            enough=enough,
            percent=share,
        )
        yield Hit(
            (place(target, "minimum_sample"), place(target, "compliance")),
            {"row": row(subject, target), "percent": share},
            witness if few > 1 else "",
        )


@TABLE.rule(
    "TGT-10",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("The times cannot be counted without dispute: {why}."),
    reads=("targets",),
    remedy=say("Let automatic replies not count"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for path, label, _ in missing(subject, "TGT-10"):
        yield Hit((path,), {"why": say("nothing is said for “{label}”", label=label)})
    if subject.document.targets.auto_reply_counts:
        path = ("targets", "auto_reply_counts")
        why = say("an automatic reply counts as first response, so that nobody need have read the report")
        yield Hit((path,), {"why": why}, remedy=SetTerm(path, False))


@TABLE.rule(
    "TGT-11",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say(
        "{row}: only “Resolve” has a time; nothing says by when users can work again, by a workaround or a restored service."
    ),
    reads=_ROWS,
)
def _(subject: Subject) -> Iterator[Hit]:
    for target in subject.document.targets.items:
        if target.work is Work.INCIDENT and target.resolve and not target.restore and not target.workaround:
            yield Hit((place(target, "restore"), place(target, "resolve")), {"row": row(subject, target)})


@TABLE.rule(
    "TGT-12",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("The clock can pause (“{pause}”), but the agreement does not say {lack}."),
    reads=("targets",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for number, pause in enumerate(subject.document.targets.pauses, start=1):
        lacks = {
            "reason": "" if pause.reason.strip() else say("for what reason"),
            "maximum": "" if pause.maximum is not None else say("for how long at most"),
            "reminder": "" if pause.reminder.strip() else say("how the customer is reminded"),
        }
        found = [(name, words) for name, words in lacks.items() if words]
        if found:
            path = ("targets", "pauses", pause.id, found[0][0])
            lack = joined(", ", [words for _, words in found[:-1]])
            lack = say("{one} and {other}", one=lack, other=found[-1][1]) if lack else found[-1][1]
            yield Hit((path,), {"pause": _short(pause, number), "lack": lack})


def _short(pause: Pause, number: int) -> str:
    """The reason of a pause, cut where it is long; its number where it has none."""
    reason = pause.reason.strip()
    if not reason:
        return say("pause no. {number}", number=number)
    return reason if len(reason) <= 60 else reason[:60].rsplit(" ", 1)[0] + " …"
