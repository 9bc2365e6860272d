"""The metric sheets: a workbook for the people who run the agreement, made of the same cells as the outline."""

from __future__ import annotations

from slaeditor.export.context import Context
from slaeditor.model.agreement import Agreement


def render(document: Agreement, context: Context) -> bytes:
    """The workbook (.xlsx) of the document: every figure that is not internal as a number with its unit.

    The same document and context give the same bytes. ``context.exported`` must have a zone.
    """
    from slaeditor.export.xlsx.workbook import make  # openpyxl takes 0.2 s to import, so not before it is wanted

    return make(document, context)
