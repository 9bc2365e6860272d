"""Draws the cells of the library's list: two lines on one pair of base lines, the status as a chip, the words that were found."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from slaeditor.ui import theme
from slaeditor.ui.drawn.chip import HEIGHT, draw_chip
from slaeditor.ui.library.columns import COLUMNS, Column, is_overdue
from slaeditor.ui.library.model import Index, LibraryModel
from slaeditor.ui.records import Hit, LibraryRow
from slaeditor.ui.words import tr

LEAST_ABOVE = theme.HALF + 1
"""Above the first line and below the second there is at least this much."""

RAISED = 2
# Names that are written from right to left stand at the left, too, so that the column keeps its edge. Flags are slow to combine.
_WHERE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft | _WHERE, Qt.AlignmentFlag.AlignRight | _WHERE


class Letters:
    """The two fonts of a row with their measures, made once and not for every cell."""

    def __init__(self) -> None:
        self.body, self.small = theme.font("body"), theme.font("small")
        self.strong = theme.font("body", bold=True)
        self._measures = {id(one): QFontMetrics(one) for one in (self.body, self.small, self.strong)}
        self.first = max(self.of(self.body).height(), self.of(self.strong).height(), HEIGHT - RAISED)
        self.second = self.of(self.small).height()
        lines = self.first + self.second
        self.row = -(-(2 * LEAST_ABOVE + lines) // theme.GRID) * theme.GRID
        self.above = (self.row - lines) // 2

    def of(self, font: QFont) -> QFontMetrics:
        """The measures of one of the fonts."""
        return self._measures[id(font)]


class LibraryCell(QStyledItemDelegate):
    """One delegate for all columns. ``current`` is the row that the keyboard stands on, ``pointed`` that of the mouse; -1 for none."""

    def __init__(self, model: LibraryModel) -> None:
        super().__init__(model)
        self._model = model
        self.letters = Letters()
        self.current = self.pointed = -1
        self.folded = False
        """Whether the number has no column of its own and stands before the title."""

    def measure(self) -> None:
        """The application's font may be another one now."""
        self.letters = Letters()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines on the grid."""
        return QSize(8 * theme.GRID, self.letters.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, two lines, and for the row with the keyboard its part of the ring."""
        row = self._model.row_at(index)
        if row is None:
            return
        column, today = COLUMNS[index.column()], self._model.today
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        ground = "selection" if chosen else "window" if index.row() == self.pointed else "base"
        painter.fillRect(area, theme.colour(ground))
        if not chosen:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("raised"))
        letters = self.letters
        inside = area.adjusted(theme.GRID, letters.above, -theme.GRID, 0)
        first = QRect(inside.left(), inside.top(), inside.width(), letters.first)
        second = QRect(inside.left(), first.bottom() + 1, inside.width(), letters.second)
        if column.id == "status":
            # The chip is taller than a line of text: it grows upwards, away from the second line.
            draw_chip(painter, first.translated(0, -RAISED), row.status, letters=letters.small)
        else:
            font = letters.strong if column.id == "customer" else letters.body
            self._line(painter, first, column.text(row, today), font, _tint(row, column, today), column)
        hit = self._model.hit_of(row) if column.id == "customer" else None
        if hit is not None:
            self._hit(painter, second, hit)
        elif words := self._below(row, column):
            self._line(painter, second, words, letters.small, "muted", column)
        if index.row() == self.current:
            self._ring(painter, option, area)
        painter.restore()

    def _below(self, row: LibraryRow, column: Column) -> str:
        words = column.below(row, self._model.today)
        return f"{row.number} · {words}" if self.folded and column.id == "customer" and row.number else words

    def _line(self, painter: QPainter, area: QRect, words: str, font: QFont, tint: str, column: Column) -> None:
        shown = self.letters.of(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(theme.colour(tint))
        painter.drawText(area, RIGHT if column.right else LEFT, shown)

    def _hit(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        from slaeditor.ui.marked import draw, laid_out, marked  # nothing is sought at the start

        place = f"{tr(hit.label)}: "
        text = place + hit.snippet
        shown = self.letters.of(self.letters.small).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        last = len(shown) if shown == text else len(shown) - 1
        marks = [
            (start + len(place), min(end + len(place), last)) for start, end in hit.marks if start + len(place) < last
        ]
        formats = marked(marks, back=theme.colour("mark"), fore=theme.colour("text"), under=True)
        layout = laid_out(shown, self.letters.small, 10_000, wrap=False, ranges=formats)
        draw(painter, area, layout, theme.colour("muted"))

    @staticmethod
    def _ring(painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        """One ring round the row: each cell draws the part of it that lies in its area."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else area.width()
        theme.ring(painter, QRect(0, area.top(), width, area.height()))


def _tint(row: LibraryRow, column: Column, today: date) -> str:
    """Findings and overdue reviews stand out, what is not there stands back."""
    if column.id == "findings":
        return "finding" if row.findings else "muted"
    if column.id == "review":
        return "worse" if is_overdue(row, today) else "text"
    return "text"
