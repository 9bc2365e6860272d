"""TXT: what a careful reader strikes out: placeholders, numbers of clauses, vague duties, changed library text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from slaeditor.model.agreement.legal import Clause
from slaeditor.model.agreement.signoff import Condition
from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.prose import sentences
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.unresolved import dangling
from slaeditor.model.edits import SetTerm
from slaeditor.model.sentence import joined, say
from slaeditor.model.terms import Shape

TABLE = Table()
_AROUND = 24
_REACHED = (("channels", "items"), ("parties", "contacts"))

_PLACEHOLDER = re.compile(
    r"\[[●•…_\s.?xX]*\]|\[(?:insert|enter|name|date|amount|tbd|tbc|todo|eklenecek|doldurulacak)\b[^\]]*\]|\{\{.*?\}\}"
    r"|<(?:insert|enter|name|date|amount)\b[^>]*>|_{4,}|\?{3,}"
    r"|\b(?:TBD|TBC|TBA|TODO|FIXME|EDITME|XX+|xxx+)\b|\b[Ll]orem [Ii]psum\b|<[A-Za-z]+(?: [a-z]+){1,4}>"
    r"|\b[Ii]nsert (?:\w+ ){0,3}here\b|\b[Bb]uraya (?:\w+ )?(?:yaz|ekle|gir)\w*"
)


@TABLE.rule(
    "TXT-01",
    Severity.ERROR,
    Fault.HYGIENE,
    say("A placeholder was left in {place}: “{found}”."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.texts:
        found = _PLACEHOLDER.search(one.text)
        # an address or number that leads nowhere is told by the rule on channels
        if found and not (one.path[:2] in _REACHED and one.path[-1] in ("address", "email", "phone")):
            yield Hit((one.path,), {"place": subject.words(one.path), "found": found[0]}, around(one.text, found))


def around(text: str, found: re.Match[str]) -> str:
    """The words in which the match stands."""
    start, end = max(0, found.start() - _AROUND), found.end() + _AROUND
    shown = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


_NUMBERED = re.compile(
    r"\b(?:clause|section|article|annex|schedule|paragraph|madde)s?\s+(\d+(?:\.\d+)*(?:\s*\([a-z]\))?)(?!\.?\d|\s*(?:of|to)\b(?! this\b))"
    r"(?!\s*(?:GDPR|KVKK|DSGVO|BGB|TBK|TTK|ISO))",
    re.IGNORECASE,
)


@TABLE.rule(
    "TXT-06",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place}: {what}."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for hit in dangling(subject, "TXT-06"):
        what = say("a reference leads to “{missing}”, which is not in the agreement", missing=hit.values["missing"])
        yield Hit(hit.paths, {"place": hit.values["place"], "what": what}, hit.values["missing"])
    for one in subject.texts:
        found = _NUMBERED.search(one.text)
        if found and one.shape in (Shape.RICH, Shape.LONG) and one.path[0] != "needs":
            what = say(
                "the number in “{written}” is typed and will be wrong when clauses move; refer to the clause",
                written=found[0],
            )
            yield Hit((one.path,), {"place": subject.words(one.path), "what": what}, around(one.text, found))


_VAGUE = re.compile(
    r"\b(promptly|timely|in due time|best[ -]efforts?|best endeavours?|commercially reasonable efforts?|immediate"
    r"|as soon as (?:reasonably )?(?:possible|practicable)|where (?:reasonably )?possible|if possible"
    r"|derhal|gecikmeksizin|mümkün olan en kısa sürede|makul (?:bir )?süre(?:de| içinde))\b",
    re.IGNORECASE,
)

_DUTY = re.compile(
    r"\b(?:shall|will|must|undertakes?|Provider|Customer|[Pp]art(?:y|ies)|Sağlayıcı|Müşteri|Taraf\w*)\b"
    r"|\w(?:[ae]cakt[ıi]r|m[ae]l[ıi]d[ıi]r)\b"
)


@TABLE.rule(
    "TXT-07",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("{place} states a duty “{word}”: nobody can tell when that is late or not enough."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.texts:
        if one.path[0] in ("needs", "playbook") or one.shape not in (Shape.RICH, Shape.LONG):
            continue
        for sentence in sentences(one.text):
            found = _VAGUE.search(sentence)
            if found and _DUTY.search(sentence):
                yield Hit((one.path,), {"place": subject.words(one.path), "word": found[0]}, " ".join(sentence.split()))
                break


@TABLE.rule(
    "TXT-12",
    Severity.WARNING,
    Fault.HYGIENE,
    say(
        "“{clause}” differs from the clause of the library, and nobody is named whose approval changed legal text needs."
    ),
    reads=("legal", "signoff"),
    remedy=say("Take back the text of the library"),
)
def _(subject: Subject) -> Iterator[Hit]:
    needed = (Condition.ON_LEGAL_CHANGE, Condition.ALWAYS)
    if any(one.when in needed for one in subject.document.signoff.approvers):
        return
    for clause in subject.document.legal.clauses:
        if clause.library_id and clause.library_text and clause.text != clause.library_text:
            path = ("legal", "clauses", clause.id, "text")
            yield Hit(
                (path,), {"clause": clause.heading}, _first_difference(clause), SetTerm(path, clause.library_text)
            )


def _first_difference(clause: Clause) -> str:
    ours, theirs = clause.text, clause.library_text
    same = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    start = max(0, same - _AROUND)
    shown = [" ".join(text[start : same + 2 * _AROUND].split()) for text in (theirs, ours)]
    return f"“{shown[0]}” → “{shown[1]}”"


_SAYS_DUTY = re.compile(r"\b(?:Provider|Customer|[Pp]art(?:y|ies))\s+(shall|will|should|must)\b")


@TABLE.rule(
    "TXT-13",
    Severity.WARNING,
    Fault.HYGIENE,
    say("“{clause}” states duties with different words: {words}."),
    reads=("legal",),
)
def _(subject: Subject) -> Iterator[Hit]:
    for clause in subject.document.legal.clauses:
        used = Counter(_SAYS_DUTY.findall(clause.text))
        if len(used) > 1:
            path = ("legal", "clauses", clause.id, "text")
            witness = joined(", ", [f"{word} × {times}" for word, times in used.most_common()])
            yield Hit((path,), {"clause": clause.heading, "words": joined(", ", sorted(used))}, witness)
