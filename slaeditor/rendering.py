"""From a document to the bytes of an export; what the worker process runs, so it must load nothing that an export does not need."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from slaeditor.export.context import Context
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json

if TYPE_CHECKING:
    from slaeditor.export.pdf import Printed

FORMATS: Final = {"pdf": "PDF", "xlsx": "Excel workbook"}
"""File name endings, with what they are called."""


def render(ending: str, document: bytes, context: Context) -> bytes:
    """The document, given as its canonical JSON, in the format of that ending."""
    return _renderer(ending)(from_json(document), context)


def preview(document: bytes, context: Context) -> Printed:
    """The PDF, and where each term, row and heading stands in it."""
    from slaeditor.export import pdf

    return pdf.printed(from_json(document), context)


def _renderer(ending: str) -> Callable[[Agreement, Context], bytes]:
    match ending:
        case "pdf":
            from slaeditor.export import pdf

            return pdf.render
        case "xlsx":
            from slaeditor.export import xlsx

            return xlsx.render
        case _:
            raise ValueError(f"there is no export to {ending}")
