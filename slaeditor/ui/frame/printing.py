"""Printing the pages of a PDF. Called from the one thread of the heavy runner: pages are drawn and sent there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from slaeditor.model.errors import UserError
from slaeditor.ui.agreement.pdf_pages import PdfFile, picture
from slaeditor.ui.jobs import Ticket
from slaeditor.ui.words import tr

MOST_DOTS = 300
"""Dots an inch that pages are drawn with: printers that have more gain nothing from it but waiting."""


def prepare(printer: QPrinter, file: PdfFile) -> None:
    """Paper as large as the first page, without margins of the printer's own: the page has margins."""
    width, height = file.sizes[0]
    printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())


def wanted(printer: QPrinter, count: int) -> range:
    """The numbers (from 0) of the pages that the person chose, of so many."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(count)
    return range(max(printer.fromPage(), 1) - 1, min(max(printer.toPage(), printer.fromPage()), count))


def send(file: PdfFile, printer: QPrinter, ticket: Ticket) -> int:
    """Draw the pages on the printer, as often as is wanted; returns how many sheets. ``UserError`` when it does not begin."""
    sheets = list(_sheets(printer, wanted(printer, len(file.sizes))))
    painter = QPainter()
    if not painter.begin(printer):
        name = printer.printerName() or printer.outputFileName()
        raise UserError(
            tr("“{name}” cannot be printed on.", name=name),
            kept=tr("Nothing was printed."),
            remedy=tr("See whether the printer is switched on, or export a PDF."),
        )
    try:
        for number, page in enumerate(sheets):
            if ticket.cancelled:
                printer.abort()
                break
            ticket.report(number / len(sheets), tr("Printing page {page}", page=page + 1))
            if number:
                printer.newPage()
            _draw(painter, printer, file, page)
    finally:
        painter.end()
    return len(sheets)


def _sheets(printer: QPrinter, pages: range) -> Iterator[int]:
    """Copy after copy where the printer makes no copies itself."""
    for _ in range(1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)):
        yield from pages


def _draw(painter: QPainter, printer: QPrinter, file: PdfFile, page: int) -> None:
    dots = min(printer.resolution(), MOST_DOTS)
    image = picture(file, page, dots / 72)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    area = QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image)
