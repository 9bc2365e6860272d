"""False alarms, measured: 200 random changes to the sample that nobody would object to must make no rule speak up."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Contact, Side
from slaeditor.model.checks import Examination
from slaeditor.model.edits import InsertRow, MoveRow, SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Money, Percent
from slaeditor.model.terms import Kind, Shape
from tests.checks.case import sample

CHANGES = 200
SENTENCES = (
    "The parties keep a copy of it.",
    "This applies to every site in the same way.",
    "The record is kept in the language of the report.",
    "Further details stand in the operating manual.",
    "Either party may ask for an extract in writing.",
    "Nothing else follows from it.",
)
NAMES = ("Aurora", "Çınar", "Nova", "Meridian", "Öz", "Harbour", "Lale", "Quartz", "Zephyr", "Ihlamur")
UNORDERED = (
    ("services", "items"),
    ("parties", "contacts"),
    ("parties", "customer", "sites"),
    ("hours", "calendars"),
    ("channels", "items"),
    ("exclusions", "items"),
    ("availability", "promises"),
    ("review", "reports"),
    ("responsibilities", "duties"),
    ("legal", "definitions"),
)
Mutation = Callable[[random.Random, Agreement], Agreement]


def _texts(document: Agreement, wanted: Callable[[Path, Shape], bool]) -> list[tuple[Path, str]]:
    return [
        (path, value)
        for path, declared, value in paths.walk(document)
        if declared.kind is Kind.TEXT and value and not paths.is_internal(path) and wanted(path, declared.term.shape)
    ]


def says_more(dice: random.Random, document: Agreement) -> Agreement:
    """A long text or clause gets a further sentence that promises nothing."""
    long = _texts(document, lambda _, shape: shape in (Shape.LONG, Shape.RICH))
    path, value = dice.choice([one for one in long if one[1].rstrip().endswith(".")])
    return apply(document, SetTerm(path, f"{value.rstrip()} {dice.choice(SENTENCES)}"))


def is_called_otherwise(dice: random.Random, document: Agreement) -> Agreement:
    """A service, calendar, contact, channel or the like gets another name."""
    names = _texts(
        document,
        lambda path, shape: path[-1] == "name" and path[0] != "parties" and shape not in (Shape.PATH, Shape.LONG),
    )
    path, value = dice.choice(names)
    return apply(document, SetTerm(path, f"{value} {dice.choice(NAMES)}"))


def is_noted(dice: random.Random, document: Agreement) -> Agreement:
    """Somebody makes an internal note."""
    notes = [path for path, declared, _ in paths.walk(document) if declared.name == "note" and path[0] != "playbook"]
    return apply(document, SetTerm(dice.choice(notes), "TBD: ask legal, promptly, before 01/02/2026"))


def stands_elsewhere(dice: random.Random, document: Agreement) -> Agreement:
    """A row moves in a table whose order means nothing."""
    table = dice.choice([one for one in UNORDERED if len(paths.find(document, one)) > 1])
    rows = paths.find(document, table)
    row = dice.choice(rows)
    return apply(document, MoveRow((*table, row.id), dice.randrange(len(rows))))


def knows_one_more(dice: random.Random, document: Agreement) -> Agreement:
    """A party names a further contact."""
    row = Contact(
        id=f"contact-{dice.randrange(10**6)}",
        name=f"{dice.choice(NAMES)} {dice.choice(NAMES)}",
        role="Deputy",
        side=dice.choice(tuple(Side)),
        email="deputy@karya.example",
        phone="+90 212 000 01 99",
        hours="working-hours",
    )
    return apply(document, InsertRow(("parties", "contacts"), row, 0))


def begins_later(dice: random.Random, document: Agreement) -> Agreement:
    """The agreement takes effect some weeks later."""
    begin = document.identity.effective or date(2027, 1, 1)
    later = begin + timedelta(weeks=dice.randrange(1, 12))
    return apply(document, SetTerm(("identity", "effective"), later))


def costs_more(dice: random.Random, document: Agreement) -> Agreement:
    """A fee is raised."""
    service = dice.choice([one for one in document.services.items if one.monthly_fee is not None])
    fee = service.monthly_fee or Money.parse("1", "EUR")
    raised = Money(fee.amount + 100 * dice.randrange(1, 20), fee.currency)
    return apply(document, SetTerm(("services", "items", service.id, "monthly_fee"), raised))


def is_kept_more_often(dice: random.Random, document: Agreement) -> Agreement:
    """More of the cases must be in time."""
    target = dice.choice([one for one in document.targets.items if one.compliance is not None])
    return apply(document, SetTerm(("targets", "items", target.id, "compliance"), Percent(str(dice.randrange(96, 99)))))


def needs_more_cases(dice: random.Random, document: Agreement) -> Agreement:
    """A share is computed from some more cases on."""
    target = dice.choice([one for one in document.targets.items if one.minimum_sample is not None])
    return apply(document, SetTerm(("targets", "items", target.id, "minimum_sample"), (target.minimum_sample or 0) + 1))


MUTATIONS: tuple[Mutation, ...] = (
    says_more, says_more, says_more, is_called_otherwise, is_called_otherwise, is_noted, stands_elsewhere, stands_elsewhere,
    knows_one_more, begins_later, costs_more, is_kept_more_often, needs_more_cases,
)  # fmt: skip


@pytest.mark.parametrize("part", range(4))
def test_nothing_is_found_in_what_nobody_would_object_to(part: int) -> None:
    examination, original = Examination(), sample()
    known = {(one.rule, one.paths[0]) for one in examination.findings(original)}
    alarms: dict[str, list[str]] = {}
    for number in range(part, CHANGES, 4):
        dice = random.Random(number)
        mutation = MUTATIONS[number % len(MUTATIONS)]
        changed = mutation(dice, original)
        assert changed != original or mutation is stands_elsewhere
        new = [one for one in examination.findings(changed) if (one.rule, one.paths[0]) not in known]
        if new:
            alarms[f"{number} {mutation.__name__}"] = [
                f"{one.rule} {paths.text_of(one.paths[0])}: {one.sentence}" for one in new
            ]
    assert alarms == {}, f"{len(alarms)} of {CHANGES // 4} changes raised a false alarm"


def test_the_changes_are_of_every_kind_and_no_two_runs_differ() -> None:
    first, again = (
        [msgspec.json.encode(repr(MUTATIONS[n % len(MUTATIONS)](random.Random(n), sample()))) for n in range(13)]
        for _ in range(2)
    )
    assert first == again
    assert {one.__name__ for one in MUTATIONS} == {MUTATIONS[n % len(MUTATIONS)].__name__ for n in range(CHANGES)}
