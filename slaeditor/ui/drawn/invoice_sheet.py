"""A worked invoice as a sheet of paper: what is told on the left, amounts on the right, sums below a rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from slaeditor.model.arithmetic.lines import Line, Weight, signed
from slaeditor.model.paths import Path
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.lines import wrapped
from slaeditor.ui.theme import GRID, HALF, RADIUS, WIDE, colour, font
from slaeditor.ui.words import told, tr

_LINES = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class InvoiceSheet(Drawing):
    """Draws lines; arrow keys go from one to the next, Enter leads to the term that the line follows from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("invoice_sheet", parent)
        self.setAccessibleName(tr("Worked invoice"))
        self.setWhatsThis(tr("Arrow keys or a click choose a line; Enter or a double click goes to its term."))
        self.setMinimumWidth(36 * GRID)
        self._lines: tuple[Line, ...] = ()
        self._broken: list[tuple[str, ...]] = []

    def show_lines(self, shown: Sequence[Line]) -> None:
        """Show others."""
        self._lines = tuple(shown)
        self.arrange()
        self.tell(texts([_sentence(one) for one in self._lines]))
        self.update()

    def path_of(self, key: str) -> Path:
        """The term that a line follows from; empty for a sum."""
        return self._lines[int(key)].path

    def arrange(self) -> None:
        """Each line as high as its words."""
        metrics = QFontMetrics(font("body"))
        widest = max(
            (QFontMetrics(font("body", bold=True)).horizontalAdvance(signed(one)) for one in self._lines), default=0
        )
        room = max(12 * GRID, self.width() - widest - 4 * WIDE)
        self._broken = [wrapped(told(one.words), room, font("body"), _LINES) for one in self._lines]
        top = GRID
        spots = []
        for number, (one, broken) in enumerate(zip(self._lines, self._broken, strict=True)):
            top += GRID if one.weight is Weight.SUM else 0
            height = max(1, len(broken)) * metrics.height() + GRID
            spots.append(Spot(str(number), QRect(GRID, top, self.width() - 2 * GRID, height), _sentence(one)))
            top += height
        self.spots = tuple(spots)
        self.setFixedHeight(top + GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, lines, rules."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("line"))
        painter.setBrush(colour("base"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        for one, broken, spot in zip(self._lines, self._broken, self.spots, strict=True):
            if one.weight is Weight.SUM:
                painter.setPen(colour("edge"))
                above = spot.area.top() - HALF
                painter.drawLine(WIDE, above, self.width() - WIDE, above)
            self.frame(painter, spot)
            self._draw(painter, one, broken, spot.area)
        painter.end()

    def _draw(self, painter: QPainter, one: Line, broken: tuple[str, ...], area: QRect) -> None:
        bold = one.weight is Weight.SUM
        painter.setFont(font("body", bold=bold))
        painter.setPen(colour("muted" if one.weight is Weight.QUIET else "text"))
        height = painter.fontMetrics().height()
        inner = area.adjusted(GRID, HALF, -GRID, 0)
        for number, text in enumerate(broken):
            painter.drawText(inner.translated(0, number * height), 0, text)
        painter.drawText(inner, _RIGHT, signed(one))


def _sentence(one: Line) -> str:
    """A line for those who cannot see the sheet."""
    words, amount = told(one.words), signed(one)
    return f"{words.rstrip('.')}: {amount}" if amount else words
