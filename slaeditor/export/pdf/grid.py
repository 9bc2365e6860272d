"""Sets tables: caption, a head that is repeated, bands for groups, rows, a line below a row for its details."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.export.blocks import Align, Cell, Column, Run, Table, TableKind, TableRow
from slaeditor.export.pdf import columns, styles
from slaeditor.export.pdf.columns import PAD, Band
from slaeditor.export.pdf.composing import Composer, baseline, line_segs
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Rule, Seg, Spot, Strip, Tint
from slaeditor.export.pdf.styles import Colour, Style
from slaeditor.export.pdf.words import Line, Shaped

_ABOVE, _BELOW = 3.2, 3.4
_NONE = (Run("–"),)
_TOTAL = Style(styles.CELL.size, styles.CELL.leading, styles.CELL.colour, bold=True)


def table(composer: Composer, block: Table) -> list[Strip]:
    """The table with its caption; every row is one strip, kept whole if a page can hold it."""
    return _Grid(composer, block).strips()


class _Grid:
    def __init__(self, composer: Composer, block: Table) -> None:
        self.composer = composer
        self.block = block
        self.plan = columns.plan(block)
        self.record = block.kind is TableKind.RECORD
        self.left = styles.NUMBERS if self.record else 0.0
        self.measure = composer.measure - self.left

    def strips(self) -> list[Strip]:
        shown = [self.block.columns[number] for number in self.plan.shown]
        heads = [_head_words(column) for column in shown]
        words = {id(row): [self._words(row.cells[n], row) for n in self.plan.shown] for row in self.block.rows}
        widths = columns.widths(self.block.kind, heads, list(words.values()), self.measure)
        head = [] if self.record else [self._head(shown, heads, widths)]
        body: list[Strip] = []
        for band in self.plan.bands:
            if self.plan.group:
                body += self._band(band)
            for row in band.rows:
                body += self._row(row, shown, words[id(row)], widths, band.detail)
        for row in self.block.rows:
            if row.total:
                body += self._row(row, shown, words[id(row)], widths, self.plan.detail)
        for strip in body:
            strip.head = tuple(head)
        note = self._note()
        strips = [*self._caption(), *head]
        for strip in strips:
            strip.glue = True
        if len(body) > 2:
            body[0].glue = body[-2].glue = True
        body[-1].glue = bool(note)
        strips += [*body, *note]
        strips[0].gap = 9.0
        strips[-1].glue = True
        return [*strips, Strip(5.0, [])]

    def _words(self, cell: Cell, row: TableRow) -> Shaped:
        return shape(cell.runs if cell.text else _NONE, _TOTAL if row.total else styles.CELL)

    def _rule(self, y: float, weight: float, colour: Colour) -> Rule:
        return Rule(self.left, y, self.left + self.measure, y, weight, colour)

    def _caption(self) -> list[Strip]:
        if not self.block.number:
            return []
        runs = (Run(f"Table {self.block.number}", bold=True), Run("  "), Run(self.block.caption))
        strips = self.composer.text(runs, styles.CAPTION, x=self.left)
        strips[0].anchor = self.block.path
        return strips

    def _head(self, shown: Sequence[Column], heads: list[Shaped], widths: list[float]) -> Strip:
        strip = self._cells(heads, widths, shown, styles.HEAD, _ABOVE + 1, _BELOW + 0.6)
        strip.rules = [self._rule(0.0, 0.8, styles.ACCENT), self._rule(strip.height, 0.5, styles.ACCENT)]
        strip.gap = 2.0
        return strip

    def _cells(
        self,
        cells: list[Shaped],
        widths: list[float],
        shown: Sequence[Column],
        style: Style,
        above: float,
        below: float,
    ) -> Strip:
        segs: list[Seg] = []
        places: list[Spot] = []
        x, deepest, base = self.left, 1, baseline(style)
        for cell, width, column in zip(cells, widths, shown, strict=True):
            set_lines = lines(cell, width - 2 * PAD)
            deepest = max(deepest, len(set_lines))
            for number, line in enumerate(set_lines):
                y = above + number * style.leading
                segs += line_segs(line, x + _indent(line, width, column.align), y + base)
                places += [Spot(path, y, style.leading, x, width) for path in line.paths]
            x += width
        strip = Strip(above + deepest * style.leading + below, segs)
        strip.places = places
        return strip

    def _row(
        self, row: TableRow, shown: Sequence[Column], words: list[Shaped], widths: list[float], detail: Sequence[int]
    ) -> list[Strip]:
        strip = self._cells(words, widths, shown, styles.CELL, _ABOVE, _BELOW)
        # claims without words of their own: where a cell of the matrix stands
        strip.places += [Spot(run.path, 0.0) for cell in row.cells for run in cell.runs if run.path and not run.text]
        strip.anchor = row.path
        if row.total:
            strip.rules.append(self._rule(0.0, 0.5, styles.ACCENT))
        if self.block.kind is TableKind.GRID:
            strip.tints.append(Tint(self.left, 0.0, widths[0], strip.height, styles.TINT))
        strips = [strip, *self._small(columns.stated(self.block, row, detail), indent=8.0)]
        if len(strips) > 1:
            strip.height -= _BELOW - 1.0
            strips[-1].height += _BELOW
        for one in strips[:-1]:
            one.glue = True
        strips[-1].rules.append(self._rule(strips[-1].height, 0.35, styles.RULE))
        return strips

    def _small(self, runs: list[Run], *, indent: float = 0.0, gap: float = 0.0) -> list[Strip]:
        if not runs:
            return []
        x = self.left + PAD + indent
        return self.composer.text(runs, styles.DETAIL, x=x, measure=self.composer.measure - PAD, gap=gap)

    def _band(self, band: Band) -> list[Strip]:
        """The heading of the rows that share it, and under it what else they share."""
        notes = self._small(columns.stated(self.block, band.rows[0], band.shared))
        strips = [self._band_heading(band.rows[0]), *notes]
        last = strips[-1]
        last.height += 3.0 if notes else 0.0
        last.rules.append(self._rule(last.height, 0.35, styles.RULE))
        last.places += self._said_once(band.shared, band.rows)
        for strip in strips:
            strip.tints.append(Tint(self.left, 0.0, self.measure, strip.height, styles.TINT))
            strip.glue = True
        return strips

    def _band_heading(self, row: TableRow) -> Strip:
        runs: list[Run] = []
        for number in self.plan.group:
            if row.cells[number].text:
                runs += [Run("  ·  ")] if runs else []
                runs += [Run(run.text, bold=True, path=run.path, target=run.target) for run in row.cells[number].runs]
        whole = Column(label="")
        return self._cells([shape(runs, styles.CELL)], [self.measure], [whole], styles.CELL, _ABOVE, _BELOW)

    def _said_once(self, numbers: Sequence[int], rows: Sequence[TableRow]) -> list[Spot]:
        return [Spot(path, 0.0) for number in numbers for row in rows for path in row.cells[number].paths]

    def _note(self) -> list[Strip]:
        """What all rows share, said once."""
        runs = columns.stated(self.block, self.block.rows[0], self.plan.common)
        if not runs:
            return []
        lead = [Run("In every row – ")] if len(self.block.rows) > 1 else []
        strips = self._small([*lead, *runs], gap=2.0)
        strips[0].places += self._said_once(self.plan.common, self.block.rows)
        return strips


def _head_words(column: Column) -> Shaped:
    unit = f" ({column.unit})" if column.unit else ""
    return shape((Run(column.label + unit),), styles.HEAD)


def _indent(line: Line, width: float, align: Align) -> float:
    if align is Align.RIGHT:
        return width - PAD - line.width
    if align is Align.CENTRE:
        return (width - line.width) / 2
    return PAD
