"""Section 17, legal text: clauses with references instead of typed figures, and the definitions."""

from __future__ import annotations

import enum
from typing import Annotated

from slaeditor.model.sentence import say
from slaeditor.model.terms import Row, Section, Shape, rows, term


class Topic(enum.Enum):
    """What a clause is about."""

    GENERAL = "general"
    SECURITY = "security"
    DATA_PROTECTION = "data_protection"
    EXIT = "exit"
    LIABILITY = "liability"
    CONFIDENTIALITY = "confidentiality"
    FORCE_MAJEURE = "force_majeure"
    CHANGE = "change"


class Clause(Row, frozen=True, kw_only=True):
    """A clause. Paragraphs are separated by blank lines; references stand in braces."""

    heading: Annotated[str, term("Heading", "The title of the clause.", names=True, obligatory=True)] = ""
    text: Annotated[str, term("Text", "Figures never stand here; refer to the term: {value:review.interval_months}, {clause:ID}, {section:targets}.", shape=Shape.RICH, obligatory=True)] = ""
    topic: Annotated[Topic, term("Topic", "What the clause is about.")] = Topic.GENERAL
    library_id: Annotated[str, term("From the library", "The clause of the library that it was taken from.", internal=True)] = ""
    library_text: Annotated[str, term("Text in the library", "As it was when it was taken; shows whether it was changed.", internal=True, shape=Shape.RICH)] = ""


class Definition(Row, frozen=True, kw_only=True):
    """A defined term."""

    word: Annotated[str, term(say("Term", "a defined word"), "As it is written in the agreement, with its capitals.", names=True, obligatory=True)] = ""
    meaning: Annotated[str, term("Meaning", "What it means.", shape=Shape.RICH, obligatory=True)] = ""


class Legal(Section, frozen=True, kw_only=True):
    """Section 17."""

    clauses: Annotated[tuple[Clause, ...], rows("Clauses", "clause", "Legal text in order.", obligatory=True)] = ()
    definitions: Annotated[tuple[Definition, ...], rows("Definitions", "definition", "Terms with a fixed meaning, beside the built-in ones.")] = ()
