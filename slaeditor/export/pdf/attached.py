"""Reads back the document that a PDF of this program carries."""

from __future__ import annotations

from io import BytesIO

from slaeditor.export.pdf.render import ATTACHMENT
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import open_sealed
from slaeditor.model.errors import DocumentError
from slaeditor.model.sentence import say


def document_in(data: bytes) -> Agreement:
    """The attached document, its internal terms empty; ``DocumentError`` when the PDF cannot be read or carries none."""
    import pikepdf  # no start has to wait for it

    try:
        with pikepdf.open(BytesIO(data)) as file:
            if ATTACHMENT not in file.attachments:
                raise DocumentError(
                    say("This PDF carries no agreement as data."), remedy=say("Choose a PDF that slaeditor exported.")
                )
            attached = file.attachments[ATTACHMENT].get_file().read_bytes()
    except pikepdf.PasswordError as error:
        raise DocumentError(say("This PDF is locked with a password.")) from error
    except pikepdf.PdfError as error:
        raise DocumentError(say("This PDF is damaged and cannot be read.")) from error
    return open_sealed(attached)
