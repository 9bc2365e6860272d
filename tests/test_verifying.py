"""A PDF is told from a changed one, and found again in the library, by real exports on a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest

from slaeditor.export import pdf
from slaeditor.export.context import Context
from slaeditor.export.pdf.render import ATTACHMENT
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import content_hash, sealed_json, without_internal
from slaeditor.model.errors import DocumentError
from slaeditor.model.lifecycle import Status
from slaeditor.storage.library import Library
from slaeditor.verifying import verify

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)


def agreement(number: str = "SLA-1", title: str = "First", customer: str = "Kliniken Nord") -> Agreement:
    document = Agreement()
    for path, value in (
        (("identity", "number"), number),
        (("identity", "title"), title),
        (("parties", "customer", "legal_name"), customer),
    ):
        document = paths.replace(document, path, value)
    return document


def exported(document: Agreement, revision: str = "1") -> bytes:
    context = Context(revision=revision, status=Status.DRAFT, exported=AT, content_hash=content_hash(document))
    return pdf.render(document, context)


def tampered(data: bytes, *, attached: bytes | None = None, keywords: str | None = None) -> bytes:
    """The PDF with another document attached, or with other keywords."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        if attached is not None:
            file.attachments[ATTACHMENT] = pikepdf.AttachedFileSpec(file, attached, filename=ATTACHMENT)
        if keywords is not None:
            file.docinfo["/Keywords"] = keywords
        file.save(target)
    return target.getvalue()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.slalib") as made:
        yield made


def kept(library: Library, *documents: Agreement) -> str:
    """An agreement with these revisions."""
    made = library.create(documents[0], author="Anna", at=AT)
    version = made.version
    for document in documents:
        _, version = library.commit(
            made.id, document, author="Anna", message="m", at=AT, expected_version=version
        )  # fmt: skip
    return made.id


def test_a_revision_is_found_again(library: Library) -> None:
    name = kept(library, agreement(), agreement(title="Second"))
    verdict = verify(library, exported(agreement(), "1"))
    assert (verdict.intact, verdict.changed, verdict.revision) == (True, False, "1")
    assert verdict.known is not None
    assert (verdict.known.agreement, verdict.known.ordinal, verdict.known.newest) == (name, 1, 2)
    assert (verdict.known.same, verdict.known.called) == (True, "SLA-1 · Kliniken Nord")
    newest = verify(library, exported(agreement(title="Second"), "2")).known
    assert newest is not None
    assert newest.ordinal == 2


def test_of_two_agreements_with_that_document_the_newest_revision_of_one_is_named(library: Library) -> None:
    kept(library, agreement())
    kept(library, agreement())
    verdict = verify(library, exported(agreement()))
    assert verdict.known is not None
    assert verdict.known.same


def test_a_draft_is_known_as_long_as_it_is_as_it_was(library: Library) -> None:
    made = library.create(agreement(), author="Anna", at=AT)
    data = exported(agreement(), "draft")
    known = verify(library, data).known
    assert known is not None
    assert (known.same, known.ordinal) == (True, 0)
    library.save_draft(made.id, agreement(title="Else"), made.version, at=AT)
    known = verify(library, data).known
    assert known is not None
    assert not known.same


def test_what_the_library_does_not_have_can_be_taken_from_the_pdf(library: Library) -> None:
    kept(library, agreement(number="SLA-9"))
    document = agreement(number="")
    verdict = verify(library, exported(document, "2 + changes"))
    assert (verdict.intact, verdict.known, verdict.revision) == (True, None, "2 + changes")
    assert verdict.document == without_internal(document)


def test_another_document_attached_is_a_change(library: Library) -> None:
    kept(library, agreement())
    better = msgspec.structs.replace(agreement(title="Better for us"))
    verdict = verify(library, tampered(exported(agreement()), attached=sealed_json(better)))
    assert (verdict.intact, verdict.changed) == (False, True)
    both = tampered(
        exported(agreement()),
        attached=sealed_json(better),
        keywords=f"revision 1, draft, SHA-256 {content_hash(better)}",
    )
    assert verify(library, both).changed, "the pages still tell the old hash"


def test_without_the_keywords_the_pages_are_believed(library: Library) -> None:
    kept(library, agreement())
    verdict = verify(library, tampered(exported(agreement()), keywords="something else"))
    assert (verdict.intact, verdict.revision) == (True, "")


def test_what_is_not_ours_is_told_from_what_is_damaged(library: Library) -> None:
    empty = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(empty)
    assert verify(library, empty.getvalue()).document is None
    with pytest.raises(DocumentError, match="damaged"):
        verify(library, b"%PDF-1.7 and then nothing")
