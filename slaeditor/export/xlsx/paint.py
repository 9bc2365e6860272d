"""Writes the sheets: heads, typed cells, named tables, frozen panes and the set-up of the printed page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as NamedTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from slaeditor.export.blocks import TableKind
from slaeditor.export.context import Context, Paper
from slaeditor.export.xlsx.cells import Cells
from slaeditor.export.xlsx.figures import Figure
from slaeditor.export.xlsx.grid import Clock, Content, Grid, of
from slaeditor.export.xlsx.look import ACCENT, Looks, Role
from slaeditor.export.xlsx.measures import NARROWEST, ROW, Need, height, needs, widths
from slaeditor.export.xlsx.safe import cell_text, looks_like_formula, page_text
from slaeditor.export.xlsx.sheets import Listing, Sheet

_START = 4
"""The row in which the first table's caption stands; above it are the title and what the sheet is about."""
_WORDS = 5
"""The column of a record in which the words begin, after label, figure, unit and clock."""
_WORDS_WIDTH = 44.0
_BUTTON = 2.0
"""Characters of a head's width that the button of its filter covers."""
_PAPERS = {Paper.A4: 9, Paper.LETTER: 1}


class Painter:
    """Writes one workbook's sheets; ``clock`` names the clock of a duration, ``citation`` stands in every footer."""

    def __init__(self, workbook: Workbook, context: Context, clock: Clock, citation: str) -> None:
        self._looks = Looks(workbook)
        self._context = context
        self._clock = clock
        self._citation = citation
        self._tables = 0

    def sheet(self, cells: Cells, sheet: Sheet) -> int:
        """Write one sheet; the number of the first free row."""
        grids = [of(part.table, self._clock) for part in sheet.parts]
        columns = self._widths(cells.sheet, sheet.parts, grids)
        self._text(cells, 1, 1, sheet.name, Role.TITLE)
        self._text(cells, 2, 1, f"{sheet.says} · {self._citation}", Role.SAYS)
        row = _START
        heads = 0
        for part, grid in zip(sheet.parts, grids, strict=True):
            self._text(cells, row, 1, part.table.caption, Role.CAPTION)
            heads = row + 1
            if part.table.kind is TableKind.RECORD:
                row = self._record(cells, heads, grid, columns)
            else:
                row = self._listing(cells, heads, grid, part, columns)
            row += 1
        if not sheet.parts:
            self._text(cells, row, 1, "The agreement says nothing on this.", Role.SAYS)
        alone = len(sheet.parts) == 1 and sheet.parts[0].table.kind is not TableKind.RECORD
        self._page(cells.sheet, heads if alone else 2)
        # the first column labels the rows of every table, a single table's head stays in sight, too
        cells.sheet.freeze_panes = f"B{heads + 1}" if alone else "A3"
        return row

    def links(self, cells: Cells, row: int, sheets: Sequence[Sheet]) -> None:
        """A list of the sheets that leads to each of them."""
        self._text(cells, row, 1, "Sheets", Role.CAPTION)
        for number, sheet in enumerate(sheets, start=row + 1):
            self._text(cells, number, 1, sheet.name, Role.LINK)
            cells.link(number, 1, f"'{sheet.name}'!A1", sheet.name)
            for column in range(2, _WORDS + 1):
                self._content(cells, number, column, sheet.says if column == 2 else None, Role.TEXT, Role.TEXT)
            cells.merge(number, 2, _WORDS)

    def _widths(self, place: Worksheet, parts: Sequence[Listing], grids: Sequence[Grid]) -> list[float]:
        columns: list[Need] = []
        records = False
        for part, grid in zip(parts, grids, strict=True):
            own = needs(grid)
            if part.table.kind is TableKind.RECORD:
                records = True
                own = own[: _WORDS - 1]
            columns = [one.with_(other) for one, other in zip_longest(columns, own, fillvalue=Need())]
        found = widths(columns)
        if records:
            found += [NARROWEST] * (_WORDS - len(found))
            found[-1] = max(found[-1], _WORDS_WIDTH - sum(found[_WORDS - 1 : -1]))
        for number, width in enumerate(found, start=1):
            place.column_dimensions[get_column_letter(number)].width = round(width, 1)
        return found

    def _listing(self, cells: Cells, row: int, grid: Grid, part: Listing, columns: Sequence[float]) -> int:
        matrix = part.table.kind is TableKind.GRID
        figures = [any(isinstance(line[number], Figure) for line in grid.rows) for number in range(len(grid.heads))]
        for number, head in enumerate(grid.heads):
            role = Role.FIGURE_HEAD if figures[number] else Role.HEAD
            self._text(cells, row, number + 1, head, role)
        cells.height(row, height(grid.heads, [width - _BUTTON for width in columns]))
        first = row + 1
        for line in grid.rows:
            row += 1
            for number, content in enumerate(line):
                text = Role.GRID if matrix and number else Role.LABEL if matrix else Role.TEXT
                self._content(cells, row, number + 1, content, text, Role.FIGURE)
            cells.height(row, height(line, columns))
        if part.name and row >= first:
            self._name(cells.sheet, part.name, grid, first - 1, row)
        for line in grid.totals:
            row += 1
            for number, content in enumerate(line):
                self._content(cells, row, number + 1, content, Role.TOTAL, Role.TOTAL_FIGURE)
        return row + 1

    def _name(self, place: Worksheet, name: str, grid: Grid, first: int, last: int) -> None:
        ref = f"A{first}:{get_column_letter(len(grid.heads))}{last}"
        table = NamedTable(displayName=name, ref=ref, autoFilter=AutoFilter(ref=ref))
        # otherwise openpyxl goes through every cell of the table for its heads
        table.tableColumns = [TableColumn(id=n, name=cell_text(head)) for n, head in enumerate(grid.heads, start=1)]
        # the cells bring their own look, which every program shows alike
        table.tableStyleInfo = TableStyleInfo(name=None, showRowStripes=False)
        place.add_table(table)

    def _record(self, cells: Cells, row: int, grid: Grid, columns: Sequence[float]) -> int:
        last = len(columns)
        for label, *figure, words in grid.rows:
            self._content(cells, row, 1, label, Role.LABEL, Role.LABEL)
            begin = _WORDS if isinstance(figure[0], Figure) else 2
            for number, content in enumerate(figure[: begin - 2], start=2):
                self._content(cells, row, number, content, Role.TEXT, Role.TERM_FIGURE)
            for number in range(begin, last + 1):
                self._content(cells, row, number, words if number == begin else None, Role.TEXT, Role.TEXT)
            if begin < last:
                cells.merge(row, begin, last)
            line = (label, *figure[: begin - 2], words)
            cells.height(row, height(line, [*columns[: begin - 1], sum(columns[begin - 1 :])]))
            row += 1
        return row

    def _content(self, cells: Cells, row: int, column: int, content: Content, text: Role, figure: Role) -> None:
        if isinstance(content, Figure):
            cells.figure(row, column, content, self._looks.number(figure, content.format))
        elif content:
            self._text(cells, row, column, content, text)
        else:
            cells.blank(row, column, self._looks.number(text))

    def _text(self, cells: Cells, row: int, column: int, words: str, role: Role) -> None:
        cells.text(row, column, words, self._looks.number(role, quoted=looks_like_formula(words)))

    def _page(self, place: Worksheet, heads: int) -> None:
        place.sheet_view.showGridLines = False
        place.sheet_format.defaultRowHeight, place.sheet_format.customHeight = ROW, True
        place.sheet_properties.tabColor = ACCENT if place.title == "Overview" else None
        setup = place.page_setup
        setup.orientation = "landscape"
        setup.paperSize = _PAPERS[self._context.paper]
        setup.fitToWidth, setup.fitToHeight = 1, 0
        place.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = place.page_margins
        margins.left = margins.right = 0.5
        margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.75, 0.3, 0.35
        place.print_title_rows = f"1:{heads}"
        footer: Any = place.oddFooter
        footer.left.text = page_text(self._citation, 110)
        footer.center.text = "&A"
        footer.right.text = f"{self._context.content_hash[:12]} · Page &P of &N"
        for part in (footer.left, footer.center, footer.right):
            part.size = 8
