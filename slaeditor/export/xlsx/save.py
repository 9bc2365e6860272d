"""Writes a workbook so that the same workbook and time give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.writer.excel import ExcelWriter

from slaeditor.export.xlsx.cells import Cells

_EARLIEST, _LATEST = 1980, 2107
"""The years that a zip archive can state."""


class _Archive(zipfile.ZipFile):
    """An archive whose entries all carry one time, whatever the clock and the temporary files say."""

    def __init__(self, file: io.BytesIO, stamp: tuple[int, int, int, int, int, int]) -> None:
        super().__init__(file, "w", zipfile.ZIP_DEFLATED)
        self._stamp = stamp

    def writestr(self, zinfo_or_arcname: str | zipfile.ZipInfo, data: Any, *unused: Any, **also_unused: Any) -> None:
        name = zinfo_or_arcname.filename if isinstance(zinfo_or_arcname, zipfile.ZipInfo) else zinfo_or_arcname
        entry = zipfile.ZipInfo(name, self._stamp)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = 0o600 << 16
        super().writestr(entry, data)


class _SheetWriter(WorksheetWriter):
    """openpyxl's writer of a sheet, with the cells that are given to it rather than those of the sheet."""

    ws: Any
    xf: Any

    def __init__(self, cells: Cells) -> None:
        super().__init__(cells.sheet, out=io.BytesIO())
        self._cells = cells
        self.ws._hyperlinks = cells.links  # noqa: SLF001

    def write_dimensions(self) -> None:
        self.xf.send(SheetDimension(self._cells.extent).to_tree())

    def write_rows(self) -> None:
        self.xf.send(self._cells.element())


class _Writer(ExcelWriter):
    """openpyxl's writer without its temporary files: an agreement's terms have no business there, and memory is faster."""

    _archive: zipfile.ZipFile

    def __init__(self, workbook: Workbook, archive: zipfile.ZipFile, filled: Sequence[Cells]) -> None:
        super().__init__(workbook, archive)
        self._filled = {cells.sheet: cells for cells in filled}

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        writer: Any = _SheetWriter(self._filled[ws])
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def save(workbook: Workbook, filled: Sequence[Cells], at: datetime) -> bytes:
    """The bytes of the workbook, whose sheets have the given cells, ``at`` (with a zone) being the time of its making."""
    moment = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.properties.created = workbook.properties.modified = moment
    year = min(max(moment.year, _EARLIEST), _LATEST)
    file = io.BytesIO()
    with _Archive(file, (year, moment.month, moment.day, moment.hour, moment.minute, moment.second)) as archive:
        _Writer(workbook, archive, filled).write_data()
    return file.getvalue()
