"""The workbook as a file: typed cells, harmless text, named tables, properties, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import cycle
from typing import Any

import msgspec
import openpyxl
from openpyxl.utils import column_index_from_string

from slaeditor import shipped
from slaeditor.export.context import Paper
from slaeditor.export.xlsx import render
from slaeditor.export.xlsx.figures import Figure
from slaeditor.export.xlsx.safe import cell_text, looks_like_formula
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.model.quantities import ClockTime, Duration, Money, Percent
from slaeditor.model.terms import Kind, Shape
from tests.export.given import EXPORTED, context
from tests.export.xlsx.test_sheets import before, document
from tests.filled import filled_document

EVIL = (
    '=HYPERLINK("http://x.example")', "+1+1", "-2", "@SUM(A1)", "\t=1", "#N/A", "'quoted", "a\x00\x07b\ufffe", "12", "_x0041_",
    " <b>R&D</b> ",
)  # fmt: skip


@cache
def made() -> bytes:
    return render(document(), context(document()))


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: Any) -> list[Any]:
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def with_terms(*terms: tuple[Path, Any]) -> Agreement:
    changed = document()
    for path, value in terms:
        changed = apply(changed, SetTerm(path, value))
    return changed


def test_the_same_document_and_time_give_the_same_bytes() -> None:
    assert render(filled_document(), context(filled_document())) == made()


def test_every_figure_is_a_number_with_its_format() -> None:
    written = {(cell.value, cell.number_format) for cell in cells(opened(made())) if cell.data_type in ("n", "d")}
    wanted = {
        content for one in before().values() for row in (*one.rows, *one.totals) for content in row
        if isinstance(content, Figure)
    }  # fmt: skip
    assert len(wanted) > 150
    for figure in wanted:
        match figure:
            case Figure(number=float() as share, format="[hh]:mm"):
                assert (timedelta(minutes=round(share * 1440)), "[hh]:mm") in written
            case Figure(number=date() as day):
                assert (datetime(day.year, day.month, day.day), figure.format) in written
            case _:
                assert (float(str(figure.number)), figure.format) in written


def test_a_percent_is_exact() -> None:
    changed = with_terms((("availability", "promises", "promise-1", "percent"), Percent("99.95")))
    content = render(changed, context(changed))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert any("<v>0.9995</v>" in archive.read(name).decode() for name in names)


def test_midnight_at_the_end_of_the_day_is_one_day() -> None:
    path = ("hours", "calendars", "calendar-1", "week", "interval-1", "closes")
    changed = with_terms((path, ClockTime(1440)))
    sheet = opened(render(changed, context(changed)))["Calendars"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == timedelta(hours=24)]
    assert [cell.number_format for cell in found] == ["[hh]:mm"]


def test_money_shows_its_currency() -> None:
    changed = with_terms((("services", "items", "service-1", "monthly_fee"), Money(Decimal("46500.50"), "TRY")))
    book = opened(render(changed, context(changed)))
    (cell,) = [one for one in cells(book) if one.value == 46500.5 and one.parent.title == "Services"]
    assert cell.number_format == "[$TRY] #,##0.00"


def test_text_never_becomes_anything_else() -> None:
    changed = document()
    evil = cycle(EVIL)
    for path, declared, _ in paths.walk(changed):
        if declared.kind is Kind.TEXT and declared.term.shape is not Shape.PATH and not paths.is_internal(path):
            changed = apply(changed, SetTerm(path, next(evil)))
    found = cells(opened(render(changed, context(changed))))
    assert not [cell for cell in found if cell.data_type in ("f", "e", "b")]
    for text in EVIL:
        shown = cell_text(text)
        exact = [cell for cell in found if cell.data_type == "s" and cell.value == shown]
        assert exact, text
        assert all(cell.quotePrefix == looks_like_formula(shown) for cell in exact), text


def test_the_cells_of_every_sheet_are_in_order_and_each_is_there_once() -> None:
    """Excel takes a file for broken where they are not."""
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        texts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(texts) == 13
    for text in texts:
        places = [
            (int(row), column_index_from_string(letters)) for letters, row in re.findall(r'<c r="([A-Z]+)(\d+)"', text)
        ]
        assert places
        assert places == sorted(set(places))


def test_no_link_leads_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower()]
        assert not [name for name in archive.namelist() if b'TargetMode="External"' in archive.read(name)]
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_tables_are_named_like_no_cell_and_their_heads_are_their_columns() -> None:
    book = opened(made())
    names = [table.displayName for sheet in book for table in sheet.tables.values()]
    assert len(names) == len(set(names)) > 25
    assert not [name for name in names if not re.fullmatch(r"SLA_[A-Za-z]+", name)]
    for sheet in book:
        for table in sheet.tables.values():
            heads = [cell.value for cell in sheet[table.ref][0]]
            assert heads == [column.name for column in table.tableColumns]
            assert table.autoFilter is not None


def test_a_sheet_of_one_table_keeps_its_head_in_sight_and_on_every_page() -> None:
    sheet = opened(made())["Targets"]
    assert sheet.freeze_panes == "B6"
    assert sheet.print_title_rows == "$1:$5"
    assert sheet["A5"].value == "Services"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.paperSize == 9


def test_every_page_names_agreement_revision_and_hash() -> None:
    number = document().identity.number
    same = context(document(), paper=Paper.LETTER)
    for sheet in opened(render(document(), same)):
        assert sheet.oddFooter.left.text == f"{number} · revision 3 · draft"
        assert sheet.oddFooter.right.text == f"{same.content_hash[:12]} · Page &P of &N"
        assert sheet.page_setup.paperSize == 1


def test_the_file_says_what_it_is() -> None:
    book = opened(made())
    assert book.properties.title == document().identity.title
    assert document().identity.number in book.properties.subject
    assert book.properties.creator == "Elif Şahin"
    assert book.properties.created == book.properties.modified == EXPORTED.replace(tzinfo=None)
    told = {one.name: one.value for one in book.custom_doc_props.props}
    assert told["Revision"] == "3"
    assert told["Content hash (SHA-256)"] == context(document()).content_hash


def test_the_overview_leads_to_every_sheet() -> None:
    book = opened(made())
    leading = [cell.hyperlink.location for cell in cells(book) if cell.hyperlink]
    assert leading == [f"'{sheet.title}'!A1" for sheet in book][1:]


def test_an_empty_agreement_makes_a_workbook() -> None:
    empty = Agreement()
    same = msgspec.structs.replace(context(empty), history=(), exported=datetime(1970, 1, 1, tzinfo=UTC))
    book = opened(render(empty, same))
    assert book["Targets"]["A4"].value == "The agreement says nothing on this."


def test_a_very_long_text_is_cut_with_a_note() -> None:
    path = ("services", "items", "service-1", "description")
    changed = with_terms((path, "word " * 9000))
    found = [cell.value for cell in cells(opened(render(changed, context(changed)))) if cell.data_type == "s"]
    assert [text for text in found if "[cut here: 45,000 characters" in text]
    assert max(map(len, found)) <= 32_767


def test_a_copy_of_every_change_is_continuous_as_in_the_pdf() -> None:
    sample = shipped.sample()
    assert sample.availability.continuity[0].backup_interval == Duration(0)
    sheet = opened(render(sample, context(sample)))["Availability"]
    heads = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    head = heads["Backup every"]
    first = sheet.cell(head.row + 1, head.column)
    assert (first.value, first.offset(0, 1).value) == ("continuously", 0)
    assert first.offset(1, 0).value == "5 minutes"
    assert sheet.cell(head.row + 1, heads["RPO"].column).value == "0 minutes"
