"""The sample as PDF and as workbook; the floors are ReportLab and openpyxl alone with the same texts and cells."""

from __future__ import annotations

import io
from copy import copy
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import NamedStyle
from reportlab import platypus
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from benchmarks.documents import NOW
from benchmarks.measure import Row, against_floor
from slaeditor import resources, shipped
from slaeditor.export import blocks, pdf, xlsx
from slaeditor.export.context import Context
from slaeditor.export.outline import outline
from slaeditor.model import canonical
from slaeditor.model.lifecycle import Status

_BODY = ParagraphStyle("body", fontName="Noto", fontSize=9.5, leading=13)
_CELL = ParagraphStyle("cell", fontName="Noto", fontSize=8, leading=10)


def _story(found: blocks.Outline) -> list[platypus.Flowable]:
    """Paragraphs and tables with the outline's texts, nothing more."""
    story: list[platypus.Flowable] = []
    for block in found.blocks:
        match block:
            case blocks.Table():
                body = [[column.label for column in block.columns]]
                cells = [[_text(cell) for cell in row.cells] for row in block.rows]
                rows = [[platypus.Paragraph(_escaped(cell), _CELL) for cell in row] for row in body + cells]
                width = max(len(row) for row in rows)
                story.append(
                    platypus.Table(
                        [row + [""] * (width - len(row)) for row in rows],
                        colWidths=[460 / width] * width,
                        repeatRows=1,
                        splitInRow=1,
                    )
                )
            case _:
                story += [
                    platypus.Paragraph(_escaped(text), _BODY)
                    for part in blocks.texts(block)
                    if (text := part.text if isinstance(part, blocks.Run) else _text(part)).strip()
                ]
    return story


def _text(cell: blocks.Texted) -> str:
    return "".join(run.text for run in cell.runs)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def measure(folder: Path) -> list[Row]:
    """Two rows: the whole export from the document, against laying out or writing alone."""
    document = shipped.sample()
    context = Context(revision="1", status=Status.DRAFT, exported=NOW, content_hash=canonical.content_hash(document))
    pdfmetrics.registerFont(TTFont("Noto", str(resources.path("fonts", "NotoSans-Regular.ttf"))))
    found = outline(document, context)

    def bare_pdf() -> None:
        platypus.SimpleDocTemplate(io.BytesIO()).build(_story(found))

    # "The same cells" have their number formats, faces and borders, too: a named style for each look that occurs.
    source = openpyxl.load_workbook(io.BytesIO(xlsx.render(document, context)))
    sheets = [
        (
            sheet.title,
            [
                (cell.row, cell.column, cell.value, cell.style_id)
                for row in sheet.iter_rows()
                for cell in row
                if not isinstance(cell, MergedCell) and (cell.value is not None or cell.has_style)
            ],
        )
        for sheet in source.worksheets
    ]
    looks: dict[int, Any] = {
        cell.style_id: cell for sheet in source.worksheets for row in sheet.iter_rows() for cell in row
    }

    def bare_xlsx() -> None:
        book = openpyxl.Workbook()
        for number, like in looks.items():
            book.add_named_style(
                NamedStyle(
                    f"look{number}",
                    font=copy(like.font),
                    fill=copy(like.fill),
                    border=copy(like.border),
                    alignment=copy(like.alignment),
                    number_format=like.number_format,
                )
            )
        for title, cells in sheets:
            sheet = book.create_sheet(title)
            for row, column, value, style in cells:
                sheet.cell(row, column, value).style = f"look{style}"
        book.save(io.BytesIO())

    return [
        against_floor("PDF of the sample", lambda: pdf.render(document, context), bare_pdf, 1.5),
        against_floor("Excel of the sample", lambda: xlsx.render(document, context), bare_xlsx, 1.5),
    ]
