"""Sets tables: column widths from their words, a head that is repeated, bands for groups, a line for details."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableKind, TableRow
from slaeditor.export.pdf import styles
from slaeditor.export.pdf.composing import Composer, baseline, line_segs
from slaeditor.export.pdf.setting import Line, Shaped, lines, shape
from slaeditor.export.pdf.strips import Rule, Seg, Strip, Tint
from slaeditor.export.pdf.styles import Style

_PAD = 4.0
_ABOVE, _BELOW = 3.2, 3.4
_NONE = (Run("–"),)


def table(composer: Composer, block: Table) -> list[Strip]:
    """The table with its caption; every row is one strip, kept whole if a page can hold it."""
    return _Grid(composer, block).strips()


class _Grid:
    def __init__(self, composer: Composer, block: Table) -> None:
        self.composer = composer
        self.block = block
        common = [number for number, column in enumerate(block.columns) if column.common and self._uniform(number)]
        # one row alone shows its columns as they are, unless they are too many anyway
        self.common = common if len(block.rows) > 1 or len(block.columns) > 7 else []
        self.group = [
            number for number, column in enumerate(block.columns) if column.group and number not in self.common
        ]
        rest = [number for number in range(len(block.columns)) if number not in (*self.common, *self.group)]
        self.detail = [number for number in rest if block.columns[number].detail]
        self.shown = [number for number in rest if number not in self.detail]
        self.record = block.kind is TableKind.RECORD
        self.left = styles.NUMBERS if self.record else 0.0
        self.measure = composer.measure - self.left

    def _uniform(self, number: int) -> bool:
        return len({row.cells[number].text for row in self.block.rows if not row.total}) == 1

    def strips(self) -> list[Strip]:
        columns = [self.block.columns[number] for number in self.shown]
        shaped = [[self._shape(row.cells[number], row) for number in self.shown] for row in self.block.rows]
        heads = [self._head_shape(column) for column in columns]
        widths = self._widths(columns, heads, shaped)
        head = self._head(columns, heads, widths)
        body: list[Strip] = []
        band: tuple[str, ...] | None = None
        for row, cells in zip(self.block.rows, shaped, strict=True):
            here = tuple(row.cells[number].text for number in self.group)
            if self.group and here != band and not row.total:
                body.append(self._band(row))
                band = here
            body += self._row(row, columns, cells, widths)
        repeated = tuple(head)
        for strip in body:
            strip.head = repeated
        caption = self._caption()
        note = self._note()
        strips = [*caption, *head, *body]
        strips[0].gap = 9.0
        for strip in (*caption, *head):
            strip.glue = True
        if len(body) > 2 and not body[0].glue:
            body[0].glue = True
            body[-2].glue = True
        if note:
            body[-1].glue = True
        strips += note
        if strips:
            strips.append(Strip(5.0, []))
            strips[-2].glue = True
        return strips

    def _shape(self, cell: Cell, row: TableRow) -> Shaped:
        style = styles.CELL
        if row.total:
            style = Style(style.size, style.leading, style.colour, bold=True)
        return shape(cell.runs or _NONE, style)

    def _head_shape(self, column: Column) -> Shaped:
        unit = f" ({column.unit})" if column.unit else ""
        return shape((Run(column.label + unit),), styles.HEAD)

    def _widths(self, columns: Sequence[Column], heads: list[Shaped], rows: list[list[Shaped]]) -> list[float]:
        """Each column at least as wide as its longest word; what is left goes where the text is long."""
        if self.record:
            first = max(min(max(row[0].natural for row in rows) + 2 * _PAD, self.measure * 0.34), 96.0)
            return [first, self.measure - first]
        least, natural = [], []
        for number in range(len(columns)):
            cells = [row[number] for row in rows] + [heads[number]]
            longest = max(cell.least for cell in cells) + 2 * _PAD
            least.append(min(longest, 120.0))
            natural.append(max(longest, max(min(cell.natural, 330.0) for cell in cells) + 2 * _PAD))
        if self.block.kind is TableKind.GRID:
            even = (self.measure - natural[0]) / max(len(columns) - 1, 1)
            if all(part <= even for part in least[1:]):
                return [natural[0], *[even] * (len(columns) - 1)]
        if sum(natural) <= self.measure:
            extra = (self.measure - sum(natural)) / len(columns)
            return [part + extra for part in natural]
        if sum(least) >= self.measure:
            return [part * self.measure / sum(least) for part in least]
        spare = self.measure - sum(least)
        wish = [(big - small) ** 0.8 for big, small in zip(natural, least, strict=True)]
        return [small + spare * part / sum(wish) for small, part in zip(least, wish, strict=True)]

    def _caption(self) -> list[Strip]:
        if not self.block.number:
            return []
        runs = (Run(f"Table {self.block.number}", bold=True), Run(f"  {self.block.caption}"))
        strips = self.composer.text(runs, styles.CAPTION, x=self.left)
        strips[0].anchor = self.block.path
        return strips

    def _head(self, columns: Sequence[Column], heads: list[Shaped], widths: list[float]) -> list[Strip]:
        if self.record:
            return []
        strip = self._cells(heads, widths, columns, styles.HEAD, _ABOVE + 1, _BELOW + 0.6)
        strip.rules = [
            Rule(self.left, 0.0, self.left + self.measure, 0.0, 0.8, styles.ACCENT),
            Rule(self.left, strip.height, self.left + self.measure, strip.height, 0.5, styles.ACCENT),
        ]
        strip.gap = 2.0
        return [strip]

    def _cells(
        self,
        cells: list[Shaped],
        widths: list[float],
        columns: Sequence[Column],
        style: Style,
        above: float,
        below: float,
    ) -> Strip:
        segs: list[Seg] = []
        places = []
        x, deepest = self.left, 1
        base = baseline(style)
        for cell, width, column in zip(cells, widths, columns, strict=True):
            set_lines = lines(cell, width - 2 * _PAD)
            deepest = max(deepest, len(set_lines))
            for number, line in enumerate(set_lines):
                y = above + number * style.leading + base
                segs += line_segs(line, x + self._indent(line, width, column.align), y)
                places += [(path, above + number * style.leading) for path in line.paths]
            x += width
        strip = Strip(above + deepest * style.leading + below, segs)
        strip.places = places
        return strip

    def _indent(self, line: Line, width: float, align: Align) -> float:
        if align is Align.RIGHT:
            return width - _PAD - line.width
        if align is Align.CENTRE:
            return (width - line.width) / 2
        return _PAD

    def _row(
        self, row: TableRow, columns: Sequence[Column], cells: list[Shaped], widths: list[float]
    ) -> Iterator[Strip]:
        strip = self._cells(cells, widths, columns, styles.CELL, _ABOVE, _BELOW)
        # claims without words of their own: the place of a cell of the matrix
        for number in self.shown:
            strip.places += [(run.path, 0.0) for run in row.cells[number].runs if run.path and not run.text]
        strip.anchor = row.path
        details = self._details(row)
        if row.total:
            strip.rules.append(Rule(self.left, 0.0, self.left + self.measure, 0.0, 0.5, styles.ACCENT))
        if self.block.kind is TableKind.GRID:
            strip.tints.append(Tint(self.left, 0.0, widths[0], strip.height, styles.TINT))
        if details:
            strip.glue = True
            strip.height -= _BELOW - 1.0
        yield strip
        for number, one in enumerate(details):
            one.glue = number < len(details) - 1
            yield one
        last = details[-1] if details else strip
        if details:
            last.height += _BELOW
        last.rules.append(Rule(self.left, last.height, self.left + self.measure, last.height, 0.35, styles.RULE))

    def _details(self, row: TableRow) -> list[Strip]:
        runs: list[Run] = []
        for number in self.detail:
            cell = row.cells[number]
            if not cell.runs:
                continue
            column = self.block.columns[number]
            runs += [Run("   ·   ")] if runs else []
            unit = f" {column.unit}" if column.unit else ""
            runs += [Run(f"{column.label}: ", italic=True), *cell.runs, Run(unit)]
        if not runs:
            return []
        return self.composer.text(runs, styles.DETAIL, x=self.left + _PAD + 8.0, measure=self.composer.measure - _PAD)

    def _band(self, row: TableRow) -> Strip:
        runs: list[Run] = []
        for number in self.group:
            if row.cells[number].runs:
                runs += [Run("  ·  ")] if runs else []
                runs += [Run(run.text, bold=True, path=run.path, target=run.target) for run in row.cells[number].runs]
        set_lines = lines(shape(runs, styles.CELL), self.measure - 2 * _PAD)
        leading = styles.CELL.leading
        segs: list[Seg] = []
        places = []
        for number, line in enumerate(set_lines):
            segs += line_segs(line, self.left + _PAD, _ABOVE + number * leading + baseline(styles.CELL))
            places += [(path, 0.0) for path in line.paths]
        strip = Strip(_ABOVE + len(set_lines) * leading + _BELOW, segs, glue=True)
        strip.tints.append(Tint(self.left, 0.0, self.measure, strip.height, styles.TINT))
        strip.rules.append(Rule(self.left, strip.height, self.left + self.measure, strip.height, 0.35, styles.RULE))
        strip.places = places
        return strip

    def _note(self) -> list[Strip]:
        """What all rows share, said once."""
        if not self.common:
            return []
        runs: list[Run] = [Run("In every row – " if len(self.block.rows) > 1 else "")]
        stated: list[Run] = []
        for number in self.common:
            column = self.block.columns[number]
            cell = self.block.rows[0].cells[number]
            if not cell.runs:
                continue
            stated += [Run("; ")] if stated else []
            unit = f" {column.unit}" if column.unit else ""
            stated += [Run(f"{column.label}: ", italic=True), *cell.runs, Run(unit)]
        if not stated:
            return []
        strips = self.composer.text([*runs, *stated, Run(".")], styles.DETAIL, x=self.left + _PAD, gap=2.0)
        every = [path for number in self.common for row in self.block.rows for path in row.cells[number].paths]
        strips[0].places += [(path, 0.0) for path in every]
        return strips
