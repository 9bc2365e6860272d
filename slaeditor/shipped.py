"""The standards and the sample that the program ships."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import msgspec

from slaeditor import resources
from slaeditor.model import answers
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.canonical import content_hash, from_json
from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say


@dataclass(frozen=True)
class ShippedStandard:
    """A standard, with what it is for in one sentence."""

    id: str
    title: str
    description: str


STANDARDS = (
    ShippedStandard(
        "general",
        say("General IT services"),
        say(
            "Office hours with on-call for emergencies; for offices, workplaces and business applications of any trade."
        ),
    ),
    ShippedStandard(
        "healthcare",
        say("Healthcare"),
        say("Day and night, short restore times and data protection for clinical systems on which patients depend."),
    ),
    ShippedStandard(
        "retail",
        say("Retail"),
        say("Shop hours including Saturdays, tills and online shop first, no changes in the season."),
    ),
    ShippedStandard(
        "managed-hosting",
        say("Managed hosting"),
        say("High availability around the clock, measured and credited, with planned maintenance by night."),
    ),
    ShippedStandard(
        "public-sector",
        say("Public sector"),
        say("Working hours of an authority, strict reporting, formal changes and the rules of public procurement."),
    ),
)


@cache
def standard(name: str) -> Agreement:
    """A standard's document by its id; ``FileNotFoundError`` when this installation lacks it."""
    return from_json(resources.path("standards", f"{name.replace('-', '_')}.json").read_bytes())


def begin(name: str, customer: str, number: str) -> Agreement:
    """A new agreement made from a standard, which it remembers, with this customer under this number."""
    origin = standard(name)
    replace = msgspec.structs.replace
    identity = replace(
        origin.identity,
        number=number,
        origin_standard=origin.identity.title or name,
        origin_hash=content_hash(origin),
    )
    parties = replace(origin.parties, customer=replace(origin.parties.customer, legal_name=customer))
    return replace(origin, kind=DocumentKind.AGREEMENT, identity=identity, parties=parties)


@cache
def sample() -> Agreement:
    """The worked example: the agreement of a hospital with its IT provider, made from the answers of its interview."""
    return made(answers.read(sample_answers().read_bytes())).document


def sample_answers() -> Path:
    """The file of answers that the sample is made from."""
    return resources.path("samples", "hospital.json")


def made(given: answers.Answers, *, standard: str = "") -> answers.Made:
    """The agreement that follows from answers, on the standard that they name, or on the one named beside them.

    Raises ``UserError`` when there is no such standard, or the answers do not fit it.
    """
    numbers = count(1)
    name = standard or given.standard
    named_standard(name)
    return answers.make(begin(name, "", ""), given, lambda: f"source-{next(numbers)}")


def named_standard(name: str) -> Agreement:
    """A standard's document by an id that a person typed; ``UserError`` when there is no such standard."""
    names = [one.id for one in STANDARDS]
    if name not in names:
        raise UserError(
            say("There is no standard “{name}”.", name=name),
            remedy=say("Choose one of: {list}.", list=", ".join(names)),
        )
    return standard(name)
