"""The workbook opened and written anew by LibreOffice: it understands every cell as it was meant."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from slaeditor.export.xlsx import render
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.quantities import ClockTime, Percent
from tests.export.given import context
from tests.filled import filled_document

OFFICE = shutil.which("soffice")


def hostile() -> Agreement:
    document = filled_document()
    for path, value in (
        (("availability", "promises", "promise-1", "percent"), Percent("99.95")),
        (("hours", "calendars", "calendar-1", "week", "interval-1", "closes"), ClockTime(1440)),
        (("hours", "calendars", "calendar-1", "name"), "=1/0"),
        (("services", "items", "service-1", "name"), "T1"),
        (("services", "items", "service-2", "name"), "#REF!"),
        (("channels", "items", "channel-1", "name"), "_x0041_"),
    ):
        document = apply(document, SetTerm(path, value))
    return document


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_every_cell_as_it_was_meant(tmp_path: Path) -> None:
    document = hostile()
    content = render(document, context(document))
    (tmp_path / "book.xlsx").write_bytes(content)
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path / "out"), str(tmp_path / "book.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    ours = openpyxl.load_workbook(io.BytesIO(content))
    theirs = openpyxl.load_workbook(tmp_path / "out" / "book.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    different = []
    for sheet in ours:
        for row in sheet.iter_rows():
            for cell in row:
                other = theirs[sheet.title][cell.coordinate]
                if _meant(cell) != _meant(other) or cell.data_type != other.data_type:
                    different.append((sheet.title, cell.coordinate, cell.value, other.value))
    assert not different
    names = {table.displayName for sheet in theirs for table in sheet.tables.values()}
    assert names == {table.displayName for sheet in ours for table in sheet.tables.values()}


def _meant(cell: Any) -> object:
    if isinstance(cell.value, str):
        return cell.value.replace("_x005F_", "_")
    return round(cell.value, 12) if isinstance(cell.value, float) else cell.value
