"""Printing: the pages of the PDF come out of the printer, as often and as many as were asked for."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtPrintSupport import QPrinter

from slaeditor.export import pdf
from slaeditor.export.context import Context
from slaeditor.model.canonical import content_hash
from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import Status
from slaeditor.ui.agreement import pdf_pages
from slaeditor.ui.frame import printing
from slaeditor.ui.jobs import Ticket
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import FilesInMemory, document, surroundings
from tests.ui.memory_library import NOW, MemoryLibrary


def pages_of() -> bytes:
    made = document()
    context = Context(revision="1", status=Status.DRAFT, exported=NOW, content_hash=content_hash(made))
    return pdf.render(made, context)


@pytest.fixture
def paper(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file, coarsely."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def ink(data: bytes | Path, page: int) -> float:
    """The share of a page that is not white."""
    file = pdfium.PdfDocument(data)
    drawn = bytes(file[page].render(scale=0.5, grayscale=True).to_pil().tobytes())
    file.close()
    return sum(value < 200 for value in drawn) / len(drawn)


def test_every_page_comes_out_as_the_pdf_has_it(paper: QPrinter, tmp_path: Path) -> None:
    data = pages_of()
    file = pdf_pages.read(data, {})
    printing.prepare(paper, file)
    told: list[float] = []
    assert printing.send(file, paper, Ticket(lambda fraction, _: told.append(fraction))) == len(file.sizes)
    printed = pdfium.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(file.sizes)
    assert printed.get_page_size(0) == pytest.approx(file.sizes[0], abs=2)
    printed.close()
    for page in range(len(file.sizes)):
        assert ink(tmp_path / "printed.pdf", page) == pytest.approx(ink(data, page), abs=0.02)
    assert told == sorted(told)
    assert len(told) == len(file.sizes)


def test_a_part_is_printed_where_a_part_is_wanted(paper: QPrinter) -> None:
    assert printing.wanted(paper, 9) == range(9)
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(2, 4)
    assert printing.wanted(paper, 9) == range(1, 4)
    assert printing.wanted(paper, 3) == range(1, 3)


def test_cancelled_printing_stops_between_pages(paper: QPrinter) -> None:
    file = pdf_pages.read(pages_of(), {})
    printing.prepare(paper, file)
    told: list[float] = []

    def stop(fraction: float, _: str) -> None:
        told.append(fraction)
        ticket.cancel()

    ticket = Ticket(stop)
    printing.send(file, paper, ticket)
    assert told == [0.0]


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_begin_is_one_sentence(paper: QPrinter, tmp_path: Path) -> None:
    paper.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    file = pdf_pages.read(pages_of(), {})
    with pytest.raises(UserError, match="cannot be printed on"):
        printing.send(file, paper, Ticket(lambda *_: None))


class Pages(FilesInMemory):
    """Renders a real PDF."""

    def render(self, ending: str, document: object, stand: object) -> bytes:
        return pages_of()


def test_the_window_prints_what_is_selected(open_window: OpenWindow, paper: QPrinter, tmp_path: Path) -> None:
    import dataclasses

    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    around = dataclasses.replace(around, shell=dataclasses.replace(around.shell, exports=Pages()))
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    around.answers.paper = paper
    window.choose("print")
    assert window.sees("busy")
    around.long.drain()
    printed = pdfium.PdfDocument(tmp_path / "printed.pdf")
    count = len(printed)
    printed.close()
    assert around.answers.asked == [f"Print: {count}"]
    assert window.passing == f"{count} pages were printed."
    assert not window.sees("busy")


def test_who_thinks_better_of_it_prints_nothing(open_window: OpenWindow) -> None:
    import dataclasses

    library = MemoryLibrary()
    library.add("nord", document(), "First revision")
    around = surroundings(library)
    around = dataclasses.replace(around, shell=dataclasses.replace(around.shell, exports=Pages()))
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    window.choose("print")
    around.long.drain()
    assert window.passing == ""
    assert not window.notice
