"""The outline: nothing is lost, nothing internal is shown, numbers and references are computed."""

from __future__ import annotations

from slaeditor.export.blocks import Annex, Outline, plain
from slaeditor.export.outline import outline, stated
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.terms import is_empty
from tests.export.given import context
from tests.filled import filled_document, one_leaf_of_each, other_value

DOCUMENT = filled_document()
SAME = context(DOCUMENT)
"""One context for all: the hash in it must not be what tells two outlines apart."""


def made(document: Agreement = DOCUMENT) -> Outline:
    return outline(document, SAME)


def test_changing_any_term_changes_the_text_unless_it_is_internal() -> None:
    before = plain(made())
    unseen, leaked, seen = [], [], 0
    for path, declared, value in one_leaf_of_each(DOCUMENT):
        after = plain(made(apply(DOCUMENT, SetTerm(path, other_value(declared, value)))))
        if paths.is_internal(path):
            leaked += [paths.text_of(path)] * (after != before)
        else:
            seen += 1
            unseen += [paths.text_of(path)] * (after == before)
    assert seen > 350
    assert not unseen
    assert not leaked


def test_every_term_knows_its_place() -> None:
    found = stated(made().blocks)
    lost = [
        paths.text_of(path)
        for path, _, value in paths.walk(DOCUMENT)
        if not is_empty(value) and not paths.is_internal(path) and path not in found and path != ("kind",)
    ]
    assert not lost


def test_no_layout_left_anything_over() -> None:
    assert not [block for block in made().blocks if isinstance(block, Annex) and block.path == ("#", "further")]
