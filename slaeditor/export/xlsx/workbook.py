"""The workbook as a whole: its sheets, its properties and what it is called."""

from __future__ import annotations

from typing import Any

from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook

from slaeditor.export import outline
from slaeditor.export.context import Context
from slaeditor.export.writing import cover
from slaeditor.export.xlsx.cells import Cells
from slaeditor.export.xlsx.paint import Painter
from slaeditor.export.xlsx.safe import cell_text
from slaeditor.export.xlsx.save import save
from slaeditor.export.xlsx.sheets import sheets
from slaeditor.model.agreement import Agreement
from slaeditor.model.quantities import Duration


def make(document: Agreement, context: Context) -> bytes:
    """The bytes of the workbook; see ``slaeditor.export.xlsx.render``."""
    writer = outline.writer(document, context)

    def clock(value: Duration) -> str:
        return "elapsed time" if value.calendar is None else writer.values.name("calendars", value.calendar)

    workbook = Workbook()
    painter = Painter(workbook, context, clock, citation(document, context))
    first, *others = sheets(writer)
    workbook.worksheets[0].title = first.name
    filled = [Cells(workbook.worksheets[0]), *(Cells(workbook.create_sheet(sheet.name)) for sheet in others)]
    row = painter.sheet(filled[0], first)
    painter.links(filled[0], row, others)
    for cells, sheet in zip(filled[1:], others, strict=True):
        painter.sheet(cells, sheet)
    _describe(workbook, document, context)
    return save(workbook, filled, context.exported)


def citation(document: Agreement, context: Context) -> str:
    """Agreement number, revision and status, as the footer of every page gives them."""
    number = document.identity.number or document.identity.title or cover.kind_text(document)
    return f"{number} · revision {context.revision} · {context.status.value}"


def _describe(workbook: Any, document: Agreement, context: Context) -> None:
    properties = workbook.properties
    properties.title = cell_text(document.identity.title or cover.kind_text(document))
    properties.subject = cell_text(f"{cover.kind_text(document)} {document.identity.number}".strip())
    properties.creator = cell_text(
        context.history[-1].author if context.history else document.parties.provider.legal_name
    )
    properties.lastModifiedBy = context.product
    properties.description = cell_text(f"Revision {context.revision}, {context.status.value}")
    properties.language = "en"
    for name, value in (
        ("Agreement number", document.identity.number),
        ("Revision", context.revision),
        ("Status", context.status.value),
        ("Content hash (SHA-256)", context.content_hash),
    ):
        if value:
            workbook.custom_doc_props.append(StringProperty(name=name, value=cell_text(value)))
