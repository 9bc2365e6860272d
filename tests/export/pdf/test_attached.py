"""The document that a PDF carries is read back; what is no PDF of ours is told in a sentence."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from slaeditor.export.pdf.attached import document_in
from slaeditor.export.pdf.render import ATTACHMENT, render
from slaeditor.model.canonical import without_internal
from slaeditor.model.errors import DocumentError
from tests.export.given import context
from tests.filled import filled_document

DOCUMENT = filled_document(2)
PDF = render(DOCUMENT, context(DOCUMENT))


def rewritten(*, attached: bytes | None = None, password: str = "") -> bytes:
    """The PDF with something else attached (None: nothing), or locked."""
    target = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as file:
        if not password:
            del file.attachments[ATTACHMENT]
        if attached is not None:
            file.attachments[ATTACHMENT] = attached
        file.save(target, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return target.getvalue()


def test_the_document_comes_back_without_its_internal_terms() -> None:
    assert document_in(PDF) == without_internal(DOCUMENT) != DOCUMENT


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "damaged"),
        (PDF[: len(PDF) // 3], "damaged|carries no agreement"),
        (rewritten(), "carries no agreement"),
        (rewritten(password="secret"), "locked with a password"),
        (rewritten(attached=b"no JSON"), "not JSON"),
        (rewritten(attached=b"{}"), "not the sealed copy"),
    ],
)
def test_what_carries_no_document_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence):
        document_in(data)
