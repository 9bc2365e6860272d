"""One truth across the rooms: what the document says stands in the PDF and, for figures, in the workbook, and nothing internal does.

That every leaf shows in the outline and every figure in the workbook is tested leaf by leaf in tests/export; here the outline's
texts are found again in real PDF files, and leaves drawn by chance go the whole way to the file.
"""

from __future__ import annotations

import random
import re
from functools import cache

import pytest

from slaeditor.export import blocks, pdf
from slaeditor.export.blocks import Run
from slaeditor.export.outline import outline
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from tests.export.given import context
from tests.export.pdf.reading import pages
from tests.filled import change, filled_document, one_leaf_of_each, other_value

DRAWN = 10
"""Leaves that go the whole way in one run of the tests; the order of the tests, and with it the draw, is another in each run."""


@cache
def document() -> Agreement:
    return filled_document()


@cache
def with_all_changed() -> Agreement:
    changed = document()
    for path, declared, value in one_leaf_of_each(document()):
        changed = apply(changed, SetTerm(path, other_value(declared, value)))
    return changed


def _bare(text: str) -> str:
    """The text without blanks and hyphens: lines break where they must."""
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


def _printed(of: Agreement) -> str:
    """All text of the PDF but the content hash, which tells any two documents apart."""
    given = context(of)
    text = _bare("".join(pages(pdf.render(of, given))))
    return text.replace(given.content_hash, "").replace(given.content_hash[:12], "")


@pytest.mark.parametrize("all_changed", [False, True])
def test_every_text_of_the_outline_stands_in_the_pdf(all_changed: bool) -> None:
    shown = with_all_changed() if all_changed else document()
    printed = _printed(shown)
    texts = [
        part.text if isinstance(part, Run) else "".join(run.text for run in part.runs)
        for block in outline(shown, context(shown)).blocks
        for part in blocks.texts(block)
    ]
    assert len(texts) > 1000
    hashed = context(shown).content_hash[:12]
    lost = [text for text in texts if hashed not in text and not all(_bare(word) in printed for word in text.split())]
    assert not lost


def test_leaves_drawn_by_chance_change_the_pdf_unless_they_are_internal() -> None:
    before = _printed(document())
    for path, declared, value in random.sample(one_leaf_of_each(document()), DRAWN):
        after = _printed(change(document(), path, declared, value))
        assert (after == before) == paths.is_internal(path), paths.text_of(path)
