"""Edits: each does what it says, refuses what does not fit, shares what it does not touch, and merges while typing."""

from __future__ import annotations

from typing import Any

import pytest

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Contact
from slaeditor.model.agreement.services import Service
from slaeditor.model.edits import InsertRow, MoveRow, RemoveRow, SetTerm, Several, apply, merge, name_of
from slaeditor.model.errors import EditError
from slaeditor.model.quantities import Percent

ITEMS = ("services", "items")


@pytest.fixture
def document() -> Agreement:
    services = tuple(Service(id=letter, name=letter.upper()) for letter in "abc")
    return apply(Agreement(), SetTerm(ITEMS, services))


def ids(document: Agreement) -> str:
    return "".join(row.id for row in document.services.items)


def test_setting_a_term_shares_everything_else(document: Agreement) -> None:
    changed = apply(document, SetTerm((*ITEMS, "b", "users"), 7))
    assert changed.services.items[1].users == 7
    assert changed.services.items[0] is document.services.items[0]
    assert changed.hours is document.hours
    assert document.services.items[1].users is None


def test_an_edit_that_changes_nothing_gives_the_same_document(document: Agreement) -> None:
    assert apply(document, SetTerm((*ITEMS, "a", "name"), "A")) is document
    assert apply(document, MoveRow((*ITEMS, "a"), 0)) is document
    assert apply(document, Several("nothing", ())) is document


def test_rows_are_inserted_removed_and_moved(document: Agreement) -> None:
    new = Service(id="n")
    assert ids(apply(document, InsertRow(ITEMS, new))) == "abcn"
    assert ids(apply(document, InsertRow(ITEMS, new, 1))) == "anbc"
    assert ids(apply(document, RemoveRow((*ITEMS, "b")))) == "ac"
    assert ids(apply(document, MoveRow((*ITEMS, "a"), 2))) == "bca"
    assert ids(apply(document, MoveRow((*ITEMS, "c"), 0))) == "cab"
    assert ids(apply(document, MoveRow((*ITEMS, "a"), 99))) == "bca"


@pytest.mark.parametrize(
    "edit",
    [
        SetTerm((*ITEMS, "z", "name"), "x"),
        SetTerm((*ITEMS, "a", "colour"), "x"),
        SetTerm((*ITEMS, "a", "users"), "seven"),
        SetTerm((*ITEMS, "a", "users"), True),
        SetTerm((*ITEMS, "a", "name"), None),
        SetTerm((*ITEMS, "a", "sites"), ("x", 1)),
        SetTerm((*ITEMS, "a"), Service(id="q")),
        SetTerm(("services",), None),
        SetTerm(ITEMS, (Service(id="x"), Service(id="x"))),
        InsertRow(ITEMS, Service(id="a")),
        InsertRow(ITEMS, Service(id="has blank")),
        InsertRow(ITEMS, Contact(id="n")),
        InsertRow(("services", "fee_basis"), Service(id="n")),
        RemoveRow((*ITEMS, "z")),
        RemoveRow(ITEMS),
        MoveRow((*ITEMS, "z"), 0),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(document: Agreement, edit: Any) -> None:
    with pytest.raises(EditError):
        apply(document, edit)


def test_an_act_of_several_edits_merges_with_one_that_sets_the_same_terms_again(document: Agreement) -> None:
    name, users = (*ITEMS, "a", "name"), (*ITEMS, "a", "users")
    first = Several("answer", (InsertRow(ITEMS, Service(id="n")), Several("", (SetTerm(name, "A"), SetTerm(users, 1)))))
    joined = merge(first, Several("answer", (SetTerm(name, "Ab"),)))
    assert joined == Several("answer", (InsertRow(ITEMS, Service(id="n")), SetTerm(name, "Ab"), SetTerm(users, 1)))
    assert joined is not None
    assert apply(document, joined).services.items[0].name == "Ab"
    other = (*ITEMS, "b", "name")
    assert merge(first, Several("answer", (SetTerm(other, "x"),))) is None
    assert merge(first, Several("another", (SetTerm(name, "Ab"),))) is None
    assert merge(first, Several("answer", (RemoveRow((*ITEMS, "a")),))) is None
    assert merge(Several("", (SetTerm(name, "A"),)), Several("", (SetTerm(name, "B"),))) is None


def test_typing_merges_and_acts_do_not() -> None:
    path, other = (*ITEMS, "a", "name"), (*ITEMS, "a", "code")
    assert merge(SetTerm(path, "A"), SetTerm(path, "Ab")) == SetTerm(path, "Ab")
    assert merge(SetTerm(path, "A"), SetTerm(other, "Ab")) is None
    assert merge(SetTerm(path, "A"), RemoveRow((*ITEMS, "a"))) is None


def test_edits_have_names_for_undo(document: Agreement) -> None:
    assert name_of(document, SetTerm((*ITEMS, "a", "users"), 7)) == "change of A › Users"
    assert name_of(document, SetTerm(("availability", "probe_failures"), 7)) == "change of Failures to count as down"
    assert name_of(document, InsertRow(ITEMS, Service(id="n", name="Mail"))) == "new service Mail"
    assert name_of(document, RemoveRow((*ITEMS, "a"))) == "removal of A"
    assert name_of(document, Several("paste of 3 rows", ())) == "paste of 3 rows"


def test_paths_are_written_and_read_back() -> None:
    path = (*ITEMS, "a", "monthly_fee")
    assert paths.text_of(path) == "services.items[a].monthly_fee"
    assert paths.parse("services.items[a].monthly_fee") == path
    assert paths.parse("remedies.schedules[x].thresholds[t-1].below") == (
        "remedies",
        "schedules",
        "x",
        "thresholds",
        "t-1",
        "below",
    )
    for bad in ("", "services items", "services.items[a", "Services", "a[b]c"):
        with pytest.raises(EditError):
            paths.parse(bad)


def test_the_playbook_and_notes_are_internal() -> None:
    assert paths.is_internal(("playbook", "limits", "x", "path"))
    assert paths.is_internal((*ITEMS, "a", "note"))
    assert not paths.is_internal((*ITEMS, "a", "name"))


def test_values_are_kept_exact(document: Agreement) -> None:
    row = document.services.items[0]
    assert Percent("99.9995").value.as_tuple().digits == (9, 9, 9, 9, 9, 5)
    assert row.monthly_fee is None
