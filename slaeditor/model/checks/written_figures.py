"""TXT: figures in texts: typed beside the term that has them, wrong by their own arithmetic, or with two readings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model.checks.finding import Fault, Severity
from slaeditor.model.checks.number_words import number_named
from slaeditor.model.checks.prose import Text
from slaeditor.model.checks.rule import EVERYTHING, Hit, Table
from slaeditor.model.checks.subject import Subject
from slaeditor.model.checks.typed_figures import typed_figures
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import plain
from slaeditor.model.sentence import say
from slaeditor.model.terms import Shape

TABLE = Table()


@TABLE.rule(
    "TXT-08",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("“{clause}” says {typed}, but {term} is {agreed}."),
    reads=EVERYTHING,
    remedy=say("Refer to the term"),
)
def _(subject: Subject) -> Iterator[Hit]:
    for clause in subject.document.legal.clauses:
        path = ("legal", "clauses", clause.id, "text")
        for one in typed_figures(subject, clause.text):
            if one.differs:
                mended = f"{clause.text[: one.start]}{{value:{one.place}}}{clause.text[one.end :]}"
                values = {"clause": clause.heading, "typed": one.typed, "term": one.label, "agreed": one.agreed}
                yield Hit((path, one.path), values, f"{one.typed} ≠ {one.agreed}", SetTerm(path, mended))


_PERCENT_OF = re.compile(
    r"(?P<share>\d+(?:\.\d+)?)\s*(?:%|per cent|percent)\s+of\s+(?:a |the )?(?:(?:monthly )?fee of )?(?:[A-Z]{3}|€|₺|\$)?\s*"
    r"(?P<whole>\d[\d,]*(?:\.\d+)?)(?:\s*(?:[A-Z]{3}|€|₺))?\s*(?:,\s*)?(?:=|is|are|equals|that is|i\.e\.|gives)\s*(?:[A-Z]{3}|€|₺|\$)?\s*"
    r"(?P<part>\d[\d,]*(?:\.\d+)?)"
)


@TABLE.rule(
    "TXT-09",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("The worked example in {place} does not come out: {example}."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.texts:
        if "%" not in one.text and "cent" not in one.text:
            continue
        for found in _PERCENT_OF.finditer(one.text):
            share, whole, part = (Decimal(found[name].replace(",", "")) for name in ("share", "whole", "part"))
            right = share * whole / 100
            places = -int(part.as_tuple().exponent)
            if right.quantize(Decimal(1).scaleb(-places)) != part:
                witness = say("it comes to {right}", right=plain(right.normalize()))
                yield Hit(
                    (one.path,), {"place": subject.words(one.path), "example": " ".join(found[0].split())}, witness
                )


_IN_WORDS_AND_FIGURES = re.compile(r"\b([^\W\d_]+(?:[- ][^\W\d_]+){0,2})\s*\((\d{1,5})\)")


@TABLE.rule(
    "TXT-10",
    Severity.ERROR,
    Fault.INCONSISTENT,
    say("{place} says a number twice and differently: “{written}”."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.texts:
        for found in _IN_WORDS_AND_FIGURES.finditer(one.text) if "(" in one.text else ():
            named = number_named(found[1])
            if named is not None and named != int(found[2]):
                yield Hit((one.path,), {"place": subject.words(one.path), "written": found[0]}, f"{named} ≠ {found[2]}")


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\d/])")
_THOUSANDS = re.compile(r"(?<![\d.,:/-])[1-9]\d{0,2}\.\d{3}(?![\d.,/-])")


@TABLE.rule(
    "TXT-11",
    Severity.WARNING,
    Fault.AMBIGUOUS,
    say("“{written}” in {place} has two readings: {readings}."),
    reads=EVERYTHING,
)
def _(subject: Subject) -> Iterator[Hit]:
    for one in subject.texts:
        if one.shape in (Shape.PHONE, Shape.EMAIL, Shape.PATH) or one.path[-1] in (
            "address",
            "registration",
            "tax_number",
        ):
            continue
        for written, readings in _doubtful(one):
            yield Hit(
                (one.path,), {"written": written, "place": subject.words(one.path), "readings": readings}, written
            )


def _doubtful(one: Text) -> Iterator[tuple[str, str]]:
    for found in _SLASHED.finditer(one.text):
        day, month = int(found[1]), int(found[2])
        if day != month and max(day, month) <= 12 and min(day, month) >= 1:
            yield found[0], say("day first or month first")
    for found in _THOUSANDS.finditer(one.text):
        readings = [found[0].replace(".", ""), plain(Decimal(found[0]).normalize())]
        yield found[0], say("{whole} or {fraction}", whole=readings[0], fraction=readings[1])
