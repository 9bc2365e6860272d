"""What is worked out from the agreement stands alike in the outline and in the workbook: allowances and the example of an invoice."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from slaeditor import shipped
from slaeditor.export import xlsx
from slaeditor.export.blocks import Paragraph, Table
from slaeditor.export.outline import outline
from slaeditor.export.writing.sections import worked
from slaeditor.model.agreement import Agreement
from slaeditor.model.arithmetic.example import example
from slaeditor.model.arithmetic.invoice import invoice
from slaeditor.model.paths import Path, replace
from slaeditor.model.quantities import Money, Percent
from tests.export.given import context
from tests.model.credit_case import agreement

SAMPLE = shipped.sample()


def table(document: Agreement, path: Path) -> Table | None:
    found = [one for one in outline(document, context(document)).blocks if isinstance(one, Table) and one.path == path]
    assert len(found) <= 1
    return found[0] if found else None


def texts(of: Table) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in of.rows]


def sheet_rows(document: Agreement, name: str) -> list[list[object]]:
    """The rows of a named table of the workbook, and the two below it, where totals stand."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(document, context(document))))
    sheet = next(sheet for sheet in book.worksheets if name in sheet.tables)
    area = sheet[sheet.tables[name].ref]
    width, last = len(area[0]), area[-1][0].row
    below = [[sheet.cell(last + more, column + 1).value for column in range(width)] for more in (1, 2)]
    return [[cell.value for cell in row] for row in area] + below


def test_the_minutes_of_the_hospital_are_printed_and_calculated_with() -> None:
    found = table(SAMPLE, worked.ALLOWANCE)
    assert found is not None
    assert found.caption == "Downtime allowed in 2027"
    lines = texts(found)
    first = "99.95% of Around the clock: Patient record and medication module"
    assert lines[1] == [first, "April, June, September, November (30 days)", "43,200", "21.60"]
    assert lines[3] == [first, "2027 (365 days)", "525,600", "262.80"]
    rows = sheet_rows(SAMPLE, "SLA_Allowance")
    assert rows[0] == ["Promise", "Period", "Base time (min)", "Downtime allowed (min)"]
    assert rows[2][1:] == ["April, June, September, November (30 days)", 43200, 21.6]
    assert len(rows) == 1 + len(lines) + 2


def test_the_example_is_the_invoice_that_the_window_works_out() -> None:
    found = table(SAMPLE, worked.INVOICE)
    assert found is not None
    expected = invoice(SAMPLE, example(SAMPLE))
    assert expected.due == Money(Decimal(43350), "EUR")
    lines = texts(found)
    assert lines[0] == ["Fee of all services", "46,500.00"]
    assert lines[1][1] == "−2,700.00"
    assert lines[-2:] == [["Credit of the month", "−3,150.00"], ["Due for the month, net of taxes", "43,350.00"]]
    assert [row.total for row in found.rows][-3:] == [False, True, True]
    amounts = [row.cells[1].value for row in found.rows if row.cells[1].value is not None]
    assert sum(amounts[:-2]) == amounts[-1]
    rows = sheet_rows(SAMPLE, "SLA_Invoice")
    assert rows[0] == ["Step", "Amount (EUR)"]
    assert rows[-2:] == [["Credit of the month", -3150], ["Due for the month, net of taxes", 43350]]
    said = [one.text for one in outline(SAMPLE, context(SAMPLE)).blocks if isinstance(one, Paragraph)]
    assert any(words.startswith("The results of this example are assumed.") for words in said)


def test_the_example_follows_the_terms() -> None:
    capped = table(replace(SAMPLE, ("remedies", "monthly_cap"), Percent("2")), worked.INVOICE)
    assert capped is not None
    assert ["Credit of the month", "−930.00"] in texts(capped)


@pytest.mark.parametrize("document", [Agreement(), shipped.standard("general"), agreement(schedules=())])
def test_without_fees_or_credits_there_is_no_example(document: Agreement) -> None:
    assert table(document, worked.INVOICE) is None


def test_without_a_calendar_there_are_no_minutes() -> None:
    assert table(replace(SAMPLE, ("hours", "calendars"), ()), worked.ALLOWANCE) is None
