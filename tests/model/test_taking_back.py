"""Taking a single change back: whatever was changed is as before, and nothing else is touched."""

from __future__ import annotations

import msgspec
import pytest

from slaeditor import shipped
from slaeditor.model import prune, references
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.services import Service
from slaeditor.model.compare import compare
from slaeditor.model.edits import Edit, InsertRow, MoveRow, SetTerm, apply, name_of
from slaeditor.model.quantities import Percent
from slaeditor.model.taking_back import all_taken_back, taking_back
from tests.filled import change, filled_document, one_leaf_of_each

BASE = shipped.sample()
ITEMS = ("services", "items")
CAP = ("remedies", "monthly_cap")


def done(edit: Edit | None, document: Agreement) -> Agreement:
    assert edit is not None
    return apply(document, edit)


def test_every_changed_term_can_be_taken_back() -> None:
    base = filled_document()
    counted = 0
    for path, declared, value in one_leaf_of_each(base):
        changed = change(base, path, declared, value)
        if set(references.dangling(changed)) == set(references.dangling(base)):
            assert done(taking_back(base, changed, path), changed) == base, path
            counted += 1
    assert counted > 350


def test_a_row_that_is_new_goes_with_what_names_only_it() -> None:
    row = Service(id="mail", name="Mail")
    changed = apply(BASE, InsertRow(ITEMS, row, 1))
    assert done(taking_back(BASE, changed, (*ITEMS, "mail")), changed) == BASE


@pytest.mark.parametrize("number", [0, 1, -1])
def test_a_row_that_is_gone_comes_back_where_it_was(number: int) -> None:
    paths_of_targets = ("targets", "items")
    row = BASE.targets.items[number]
    changed = apply(BASE, prune.removal(BASE, (*paths_of_targets, row.id)))
    back = done(taking_back(BASE, changed, (*paths_of_targets, row.id)), changed)
    assert back.targets == BASE.targets


@pytest.mark.parametrize(("source", "target"), [(0, 3), (3, 0), (2, 1)])
def test_a_row_that_was_moved_goes_back(source: int, target: int) -> None:
    row = BASE.services.items[source]
    changed = apply(BASE, MoveRow((*ITEMS, row.id), target))
    back = changed
    for one in compare(BASE, changed):
        back = done(taking_back(BASE, back, one.path), back)
    assert back == BASE


def test_nothing_is_offered_where_nothing_differs_or_nothing_stands() -> None:
    assert taking_back(BASE, BASE, CAP) is None
    assert taking_back(BASE, BASE, (*ITEMS, "no-such-row", "name")) is None
    assert taking_back(BASE, BASE, ("no", "such", "place")) is None


def test_a_row_whose_references_would_lead_nowhere_is_not_offered() -> None:
    service = BASE.services.items[0]
    changed = apply(BASE, prune.removal(BASE, (*ITEMS, service.id)))
    lost = [one.path for one in compare(BASE, changed) if one.path[:2] == ("needs", "services")]
    assert lost
    assert taking_back(BASE, changed, lost[0]) is None
    with_it = done(taking_back(BASE, changed, (*ITEMS, service.id)), changed)
    assert taking_back(BASE, with_it, lost[0]) is not None


def test_several_are_one_act() -> None:
    changed = apply(apply(BASE, SetTerm(CAP, Percent("3"))), SetTerm(("identity", "venue"), "Bursa"))
    edit = all_taken_back(BASE, changed, [CAP, ("identity", "venue"), ("identity", "title")])
    assert done(edit, changed) == BASE
    assert edit is not None
    assert name_of(changed, edit) == "taking back of 2 changes"
    one = all_taken_back(BASE, changed, [CAP])
    assert one is not None
    assert name_of(changed, one) == "change of Monthly cap"
    assert all_taken_back(BASE, BASE, [CAP]) is None


def test_ids_of_rows_stay_what_they_were() -> None:
    gone = BASE.legal.clauses[0]
    changed = msgspec.structs.replace(BASE, legal=msgspec.structs.replace(BASE.legal, clauses=BASE.legal.clauses[1:]))
    back = done(taking_back(BASE, changed, ("legal", "clauses", gone.id)), changed)
    assert back.legal.clauses[0].id == gone.id
