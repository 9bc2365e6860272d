"""CAL, periods and their words: what a working day or a month is, and whether measuring, billing and reporting keep step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slaeditor.model.agreement import SECTIONS
from slaeditor.model.agreement.review import Frequency, Report
from slaeditor.model.agreement.targets import Period
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.prose import printed_texts, sentences
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say

TABLE = Table()
_UNDEFINED = {
    "business day": (r"\bbusiness days?\b", r"\bbusiness days?\b"),
    "working day": (r"\bworking days?\b", r"\bworking days?\b"),
    "iş günü": (r"\biş günü\w*|\biş günle\w*", r"\biş günü\b"),
    "month": (
        r"\b(?:within|after|for|in|every|next|following)\s+(?:\d+|an?|one|two|three|four|five|six|twelve)\s+months?\b",
        r"\bmonths?\b",
    ),
    "immediately": (r"\bimmediately\b|\bat once\b", r"\bimmediately\b|\bat once\b"),
}
"""How a word is used, and how it is written where it is defined."""
_USES = {word: re.compile(use, re.IGNORECASE) for word, (use, _) in _UNDEFINED.items()}
_NAMES = {word: re.compile(name, re.IGNORECASE) for word, (_, name) in _UNDEFINED.items()}
_MEANINGS = {
    word: re.compile(rf"(?:{name})[”\"]?\s+(?:is|are|means?|counts?|sayılır|demektir)\b", re.IGNORECASE)
    for word, (_, name) in _UNDEFINED.items()
}
_STEMS = (" day", "gün", "month", "immediately", "at once")
"""A text without any of these needs no closer look."""
_PROMISED = tuple(section for section in SECTIONS if section not in ("parties", "needs"))


@TABLE.rule(
    "CAL-10",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{word}” is used in {place}, but nothing defines it."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    """Each word is told once, where it stands first; a definition or a sentence of the clauses settles it."""
    legal = subject.document.legal
    used: dict[str, tuple[Path, str]] = {}
    for one in printed_texts(subject.document, *_PROMISED):
        path, words = one.path, one.text
        lower = words.casefold()
        if not any(stem in lower for stem in _STEMS):
            continue
        for word, pattern in _USES.items():
            if word not in used and pattern.search(words):
                sentence = next((one for one in sentences(words) if pattern.search(one)), words)
                used[word] = path, sentence
    clauses = "\n".join([legal_text for clause in legal.clauses for legal_text in (clause.heading, clause.text)])
    for word, (path, sentence) in used.items():
        defined = any(_NAMES[word].search(one.word) for one in legal.definitions)
        if not defined and not _MEANINGS[word].search(clauses):
            yield Hit((path,), {"word": word, "place": subject.words(path)}, _cut(sentence))


def _cut(sentence: str) -> str:
    words = sentence.strip()
    return f"“{words}”" if len(words) <= 120 else "“" + words[:120].rsplit(" ", 1)[0] + " …”"


_MONTHS = {Period.CALENDAR_MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12, Period.ROLLING_30_DAYS: 1}
_EVERY = {Frequency.YEARLY: 12, Frequency.HALF_YEARLY: 6, Frequency.QUARTERLY: 3}
"""The months between two reports, where they are more than one."""


@TABLE.rule(
    "CAL-11",
    Severity.WARNING,
    Fault.INCONSISTENT,
    say("{metric} is measured over this period: {period}; but {why}."),
    reads=("services", "hours", "priorities", "targets", "availability", "metrics", "remedies", "review"),
)
def _(subject: Subject) -> Iterator[Hit]:
    """Fees are monthly, so they are billed by the calendar month. One finding for each period that is stated."""
    document = subject.document
    credited = {metric for schedule in document.remedies.schedules for metric in schedule.metrics}
    reports = {one.id: one for one in document.review.reports}
    told: set[Path] = set()
    for identifier, metric in subject.metrics.items():
        path = _period_of(identifier)
        if path in told:
            continue
        why = _out_of_step(metric.period, identifier in credited, reports.get(metric.reported_in or ""))
        if why:
            told.add(path)
            values = {"metric": f"“{metric.name}”", "period": choice_label(metric.period), "why": why}
            yield Hit((path,), values)


def _out_of_step(period: Period, credited: bool, report: Report | None) -> str:
    """Why the period does not go with billing or with the report; empty when it does."""
    if period is Period.ROLLING_30_DAYS:
        return say("fees are billed and reports are given by calendar periods")
    if credited and period is not Period.CALENDAR_MONTH:
        return say("its credit is a share of the fee of a month")
    if report is not None and _EVERY.get(report.frequency, 1) > _MONTHS[period]:
        return say(
            "the report “{report}”, which shows it, is only given {frequency}",
            report=report.name,
            frequency=choice_label(report.frequency),
        )
    return ""


def _period_of(metric: str) -> Path:
    """Where the period of a metric is stated."""
    source, _, rest = metric.partition(":")
    if source == "availability":
        return ("availability", "promises", rest.partition(":")[0], "period")
    if source == "satisfaction" and rest:
        return ("metrics", "satisfaction", rest, "period")
    return ("targets", "items", rest, "period") if rest else ("metrics", "items", metric, "period")
