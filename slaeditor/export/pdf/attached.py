"""Reads back what a PDF of this program carries: the attached document, and the hashes that stand on its pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import msgspec

from slaeditor.export.pdf.render import ATTACHMENT
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import open_sealed
from slaeditor.model.errors import DocumentError
from slaeditor.model.sentence import say

_STATED: Final = re.compile(r"\ARevision (?P<revision>.+?), [a-z ]+, SHA-256 (?P<hash>[0-9a-f]{64})\Z", re.IGNORECASE)
"""The keywords of the file, as ``render`` writes them."""

_FOOTER: Final = re.compile(r"·\s+([0-9a-f]{12})(?![0-9a-f])")


class Foreign(DocumentError):
    """The PDF was not written by this program: it carries no document."""


class ReadBack(msgspec.Struct, frozen=True):
    """A PDF's document, its internal terms empty, and its content hash as it is now.

    ``stated`` are the hashes that the file itself tells: whole in its keywords, twelve digits in the footers of its pages.
    ``revision`` is the label that it was exported under, empty where it cannot be read.
    """

    document: Agreement
    hash: str
    stated: tuple[str, ...]
    revision: str

    @property
    def intact(self) -> bool:
        """Whether the document has the hash that the file tells everywhere."""
        return bool(self.stated) and all(self.hash.startswith(one) for one in self.stated)


def document_in(data: bytes) -> Agreement:
    """The attached document, its internal terms empty; ``DocumentError`` when the PDF cannot be read or carries none."""
    return open_sealed(_parts(data)[0])


def read_back(data: bytes) -> ReadBack:
    """Everything that tells whether the PDF still is what was exported; ``Foreign`` or ``DocumentError`` as above."""
    sealed, keywords = _parts(data)
    found = _STATED.match(keywords)
    stated = ((found["hash"],) if found else ()) + tuple(dict.fromkeys(_printed(data)))
    return ReadBack(open_sealed(sealed), hashlib.sha256(sealed).hexdigest(), stated, found["revision"] if found else "")


def _parts(data: bytes) -> tuple[bytes, str]:
    import pikepdf  # no start has to wait for it

    try:
        with pikepdf.open(BytesIO(data)) as file:
            if ATTACHMENT not in file.attachments:
                raise Foreign(
                    say("This PDF carries no agreement as data."), remedy=say("Choose a PDF that slaeditor exported.")
                )
            keywords = str(file.docinfo.get("/Keywords", ""))
            return file.attachments[ATTACHMENT].get_file().read_bytes(), keywords
    except pikepdf.PasswordError as error:
        raise DocumentError(say("This PDF is locked with a password.")) from error
    except pikepdf.PdfError as error:
        raise DocumentError(say("This PDF is damaged and cannot be read.")) from error


def _printed(data: bytes) -> Iterator[str]:
    """The hashes in the footers, as a reader sees them."""
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        for page in file:
            yield from _FOOTER.findall(page.get_textpage().get_text_range())
    finally:
        file.close()
