"""TXT: defined terms that are used without a definition, not used, defined twice, or written without their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from slaeditor.model.checks.drafting import around
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.defined_terms import BUILT_IN
from slaeditor.model.edits import SetTerm
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.model.sentence import say
from slaeditor.model.summary import fold

TABLE = Table()
_LEGAL = ("legal",)

CUSTOMARY = (
    "Affiliate", "Authorised User", "Business Day", "Business Hours", "Change Request", "Chronic Failure", "Confidential Information",
    "Customer Data", "Data Protection Law", "Downtime", "Effective Date", "Emergency Maintenance", "Excluded Time", "Force Majeure Event",
    "Impact", "Initial Term", "Intellectual Property Rights", "Liability Cap", "Major Incident", "Monthly Fee", "Personal Data",
    "Planned Maintenance", "Recovery Point Objective", "Recovery Time Objective", "Renewal Term", "Root Cause", "Scheduled Maintenance",
    "Service Credit", "Service Fee", "Service Hours", "Service Level", "Service Level Target", "Service Request", "Support Hours",
    "Urgency", "Workaround", "Working Day", "Working Hours",
)  # fmt: skip
"""Words that agreements on services write with capitals because they define them."""


@cache
def _word(words: str) -> re.Pattern[str]:
    """The word or its plural, with these capitals."""
    stem = re.escape(words[:-1]) + "(?:y|ies)" if words.endswith("y") else re.escape(words) + "(?:s|es)?"
    return re.compile(rf"(?<!\w){stem}(?!\w)")


def _defined(subject: Subject) -> set[str]:
    own = {one.word.strip() for one in subject.document.legal.definitions}
    inline = {
        found
        for one in subject.document.legal.clauses
        for found in re.findall(r"\((?:the |each an? |an? )?“([^”]+)”\)", one.text)
    }
    return own | set(BUILT_IN) | inline


@TABLE.rule(
    "TXT-02",
    Severity.ERROR,
    Fault.AMBIGUOUS,
    say("“{word}” is written as a defined term in {place}, but it is not defined."),
    reads=_LEGAL,
)
def _(subject: Subject) -> Iterator[Hit]:
    defined = _defined(subject)
    unknown = [word for word in CUSTOMARY if not any(_word(word).fullmatch(one) for one in defined)]
    for clause in subject.document.legal.clauses:
        text = REFERENCE_IN_TEXT.sub("", clause.text)
        for word in unknown:
            if word[:-1] not in text:
                continue
            found = next(
                (one for one in _word(word).finditer(text) if " " in word or not _begins(text, one.start())), None
            )
            inside_longer = any(word in longer and longer != word and _word(longer).search(text) for longer in defined)
            if found and not inside_longer:
                path = ("legal", "clauses", clause.id, "text")
                yield Hit((path,), {"word": found[0], "place": f"“{clause.heading}”"}, around(text, found))


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there, so that the capital says nothing."""
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:\n" or text[:start].endswith("\n")


@TABLE.rule(
    "TXT-03",
    Severity.WARNING,
    Fault.DEAD,
    say("“{word}” is defined, but the agreement does not use it."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    own = [one for one in subject.document.legal.definitions if one.word.strip() and one.word.strip() not in BUILT_IN]
    for definition in own:
        word, path = _word(definition.word.strip()), ("legal", "definitions", definition.id)
        stem = definition.word.strip()[:-1]
        if not any(stem in one.text and word.search(one.text) for one in subject.texts if one.path[:3] != path):
            yield Hit((path,), {"word": definition.word})


@TABLE.rule(
    "TXT-04",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("“{word}” is defined twice, and not in the same way."),
    reads=_LEGAL,
)
def _(subject: Subject) -> Iterator[Hit]:
    first: dict[str, tuple[str, str]] = {}
    for definition in subject.document.legal.definitions:
        word, meaning = " ".join(fold(definition.word).split()), " ".join(definition.meaning.split())
        before = first.setdefault(word, (definition.id, meaning))
        if word and before[0] != definition.id and before[1] != meaning:
            paths = tuple(("legal", "definitions", one, "meaning") for one in (definition.id, before[0]))
            yield Hit(paths, {"word": definition.word}, f"{before[1]} ≠ {meaning}")


@TABLE.rule(
    "TXT-05",
    Severity.WARNING,
    Fault.HYGIENE,
    say("In “{clause}” it says “{written}”, elsewhere “{word}”: without its capitals the defined term does not apply."),
    reads=_LEGAL,
    remedy=say("Write “{word}” everywhere in the clause"),
)
def _(subject: Subject) -> Iterator[Hit]:
    words = sorted((word for word in _defined(subject) if " " in word and word != word.lower()), key=len, reverse=True)
    patterns = [(word, re.compile(rf"(?<!\w){re.escape(word)}(s?)(?!\w)", re.IGNORECASE)) for word in words]
    patterns += [
        (party, re.compile(rf"(?<=\b[Tt]he ){party}(s?)(?!\w)", re.IGNORECASE)) for party in ("Provider", "Customer")
    ]
    for clause in subject.document.legal.clauses:
        for word, pattern in patterns:
            if word not in clause.text:
                continue  # the clause never means the defined term
            found = next((one for one in pattern.finditer(clause.text) if _differs(one, word, clause.text)), None)
            if found is None:
                continue
            path = ("legal", "clauses", clause.id, "text")
            mended = _written(clause.text, pattern, word)
            values = {"clause": clause.heading, "written": found[0], "word": word}
            yield Hit((path,), values, around(clause.text, found), SetTerm(path, mended))


def _written(text: str, pattern: re.Pattern[str], word: str) -> str:
    """The text with the term as it is defined, wherever it is meant."""
    return pattern.sub(lambda one: word + one[1] if _differs(one, word, text) else one[0], text)


def _differs(found: re.Match[str], word: str, text: str) -> bool:
    """Whether it is written otherwise, and not because a sentence begins with it."""
    written = found[0].removesuffix(found[1])
    inside = "{" in text[max(0, found.start() - 60) : found.start()].rpartition("}")[2]
    compound = re.match(r" (?:reports?|agreements?)\b", text[found.end() :]) is not None
    return (
        not compound and written != word and written != word.upper() and not inside and not _begins(text, found.start())
    )
