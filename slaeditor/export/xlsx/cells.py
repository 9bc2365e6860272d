"""The cells of a sheet as its file states them; openpyxl would make, check and dress an object for each, which takes far longer."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import fromstring

from slaeditor.export.xlsx.figures import Figure
from slaeditor.export.xlsx.safe import cell_text


class Cells:
    """The rows of one sheet: filled from the top down and each from left to right, ``style`` being a number of ``Looks``."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.links: list[Hyperlink] = []
        self._rows: dict[int, list[str]] = {}
        self._heights: dict[int, float] = {}
        self._last = 1

    def blank(self, row: int, column: int, style: int) -> None:
        """A cell that holds nothing but has a look."""
        self._add(row, column, f'<c r="{get_column_letter(column)}{row}" s="{style}"/>')

    def text(self, row: int, column: int, words: str, style: int) -> None:
        """A cell with words, whatever they begin with."""
        clean = cell_text(words)
        space = ' xml:space="preserve"' if clean != clean.strip() else ""
        held = f"<is><t{space}>{escape(clean)}</t></is>"
        self._add(row, column, f'<c r="{get_column_letter(column)}{row}" s="{style}" t="inlineStr">{held}</c>')

    def figure(self, row: int, column: int, figure: Figure, style: int) -> None:
        """A cell with a number, to its last digit."""
        self._add(row, column, f'<c r="{get_column_letter(column)}{row}" s="{style}"><v>{figure.digits}</v></c>')

    def _add(self, row: int, column: int, cell: str) -> None:
        self._rows.setdefault(row, []).append(cell)
        self._last = max(self._last, column)

    def link(self, row: int, column: int, place: str, shown: str) -> None:
        """Let a cell lead to a place of the workbook."""
        self.links.append(Hyperlink(ref=f"{get_column_letter(column)}{row}", location=place, display=shown))

    def merge(self, row: int, first: int, last: int) -> None:
        """Let a cell take the room of those to its right, each of which has been given its look."""
        self.sheet.merged_cells.add(f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}")

    def height(self, row: int, points: float | None) -> None:
        """Give a row its height; None leaves it the sheet's."""
        if points:
            self._heights[row] = points

    @property
    def extent(self) -> str:
        """The range that all cells lie in."""
        return f"A1:{get_column_letter(self._last)}{max(self._rows, default=1)}"

    def element(self) -> Any:
        """All rows as the sheet's element of its data."""
        rows = [f"<row{self._attributes(row)}>{''.join(cells)}</row>" for row, cells in self._rows.items()]
        return fromstring(f"<sheetData>{''.join(rows)}</sheetData>")

    def _attributes(self, row: int) -> str:
        points = self._heights.get(row)
        return f' r="{row}" ht="{points:g}" customHeight="1"' if points else f' r="{row}"'
