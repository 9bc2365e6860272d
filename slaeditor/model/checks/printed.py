"""Availability, AVL-12: what texts print of the downtime that a promise allows, against what it does allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model.agreement.targets import Period
from slaeditor.model.checks.downtime import base_of, promised, spans
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.clock.allowance import length
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Percent
from slaeditor.model.sentence import joined, say

TABLE = Table()

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent\b)|%\s?(\d+(?:[.,]\d+)?)", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*(minutes?\b|mins?\b|dakika|dk\b|hours?\b|saat)", re.IGNORECASE)
_DOWN = re.compile(r"downtime|outage|unavailab|kesinti", re.IGNORECASE)
_OTHER = re.compile(r"\b(longer|more than|exceed\w*|within|after|every|notice)\b|uzun|aşan|içinde", re.IGNORECASE)
_NAMED = (
    (Period.YEAR, re.compile(r"\byears?\b|\bannual|\byearly|\byıl", re.IGNORECASE)),
    (Period.QUARTER, re.compile(r"\bquarter|çeyrek", re.IGNORECASE)),
    (Period.CALENDAR_MONTH, re.compile(r"\bmonth|\bay(da|lık)?\b", re.IGNORECASE)),
)


@TABLE.rule(
    "AVL-12",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{place} says that {percent} allows {printed}, which is not what it allows."),
    reads=("availability", "legal", "metrics", "services", "hours", "identity"),
)
def _(subject: Subject) -> Iterator[Hit]:
    known: dict[str, list[tuple[Period, Decimal]]] = {}
    for path, text in _texts(subject):
        if "%" not in text and "percent" not in text.lower():
            continue
        known = known or _allowances(subject)
        for sentence in re.split(r"(?<=[.;!?])\s+|\n", text):
            told = _contradiction(sentence, known)
            if told is not None:
                percent, printed, right = told
                witness = say("Computed: {lengths}.", lengths=joined("; ", [length(one) for one in right]))
                yield Hit((path,), {"place": subject.words(path), "percent": percent, "printed": printed}, witness)


def _texts(subject: Subject) -> Iterator[tuple[Path, str]]:
    document = subject.document
    for clause in document.legal.clauses:
        yield ("legal", "clauses", clause.id, "text"), clause.text
    for definition in document.legal.definitions:
        yield ("legal", "definitions", definition.id, "meaning"), definition.meaning
    for name in ("down_definition", "degraded", "partial_outage", "measuring_point", "measured_by", "record"):
        yield ("availability", name), getattr(document.availability, name)
    for metric in document.metrics.items:
        yield ("metrics", "items", metric.id, "definition"), metric.definition
    for service in document.services.items:
        for name in ("description", "outcome", "unavailable_when"):
            yield ("services", "items", service.id, name), getattr(service, name)


def _allowances(subject: Subject) -> dict[str, list[tuple[Period, Decimal]]]:
    """By the writing of a promised percent: what it allows in the months, quarters and year of its base time."""
    found: dict[str, list[tuple[Period, Decimal]]] = {}
    for promise, percent in promised(subject):
        calendar = base_of(subject, promise)
        for period in (Period.CALENDAR_MONTH, Period.QUARTER, Period.YEAR):
            each = spans(calendar, period, subject.first) if calendar is not None else ()
            found.setdefault(percent.text, []).extend((period, one.allowed(percent)) for one in each)
    return found


def _contradiction(
    sentence: str, known: dict[str, list[tuple[Period, Decimal]]]
) -> tuple[Percent, str, list[Decimal]] | None:
    """The percent, the length beside it and what is right, when a sentence says of a promise what it does not allow.

    Only a sentence with one percent and one length that speaks of outages in a named period is understood.
    """
    percents, lengths = _PERCENT.findall(sentence), list(_LENGTH.finditer(sentence))
    if len(percents) != 1 or len(lengths) != 1 or not _DOWN.search(sentence) or _OTHER.search(sentence):
        return None
    percent = Percent((percents[0][0] or percents[0][1]).replace(",", "."))
    period = next((one for one, pattern in _NAMED if pattern.search(sentence)), None)
    right = sorted({seconds for one, seconds in known.get(percent.text, ()) if one is period})
    if not right:
        return None
    figure, unit = lengths[0][1].replace(",", "."), lengths[0][2].lower()
    scale = 3600 if unit.startswith(("hour", "saat")) else 60
    unit_written = Decimal(scale).scaleb(-len(figure.partition(".")[2]))
    other_year = right[-1] / 365 if period is Period.YEAR else Decimal(0)
    if any(
        -unit_written / 2 - other_year <= one - Decimal(figure) * scale < unit_written + other_year for one in right
    ):
        return None  # rounded or cut
    return percent, lengths[0][0], right
