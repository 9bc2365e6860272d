"""The downtime that a promise allows in each month of a year: columns, and below them what makes a month unlike the others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from slaeditor.model.arithmetic.months import MonthAllowance
from slaeditor.model.day_names import SHORT_MONTHS
from slaeditor.ui.drawn.allowance_words import HOUR, figure, hours, month_told, shift, unit_of
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.lines import wrapped
from slaeditor.ui.theme import GRID, colour, font
from slaeditor.ui.words import tr

_CHART, _ROW, _GUTTER = 12 * GRID, 3 * GRID, 14 * GRID
_FIGURE = 2 * GRID
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class AllowanceYear(Drawing):
    """Draws the months of one promise: a column is filled as far as counted maintenance leaves anything of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("allowance_year", parent)
        self.setAccessibleName(tr("Downtime that is allowed, month by month"))
        self.setWhatsThis(tr("Arrow keys or a click choose a month."))
        self.setMinimumWidth(32 * GRID)
        self._months: tuple[MonthAllowance, ...] = ()
        self._rows: tuple[tuple[str, Callable[[MonthAllowance], str]], ...] = ()

    def show_months(self, months: tuple[MonthAllowance, ...]) -> None:
        """Show others; without any, nothing is drawn."""
        self._months = months
        rows: list[tuple[str, Callable[[MonthAllowance], str]]] = []
        if any(one.shift for one in months):
            rows.append((tr("Clock change (h)"), lambda one: shift(one.shift)))
        if any(one.closed for one in months):
            rows.append((tr("Closed days"), lambda one: str(len(one.closed) or "")))
        if any(one.counted for one in months):
            rows.append((tr("Maintenance (h)"), lambda one: hours(one.counted)))
        self._rows = tuple(rows)
        self.setVisible(bool(months))
        self.arrange()
        self.tell(texts([month_told(one) for one in months]))
        self.update()

    def arrange(self) -> None:
        """Twelve columns beside the names of the rows."""
        height = _FIGURE + _CHART + _ROW * (1 + len(self._rows))
        self.spots = tuple(
            Spot(str(one.number), QRect(left, 0, right - left, height), month_told(one))
            for one, (left, right) in zip(self._months, self._columns(), strict=True)
        )
        self.setFixedHeight(height)

    def _columns(self) -> list[tuple[int, int]]:
        room = max(GRID, self.width() - _GUTTER)
        edges = [_GUTTER + room * number // 12 for number in range(13)]
        return [(edges[number], edges[number + 1]) for number in range(len(self._months))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Columns with their figures; below them names and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = _FIGURE + _CHART
        unit = unit_of(self._months)
        self._draw_names(painter, unit)
        most = max((one.allowed for one in self._months), default=Decimal(0)) or Decimal(1)
        for one, spot in zip(self._months, self.spots, strict=True):
            self.frame(painter, spot)
            self._draw_column(painter, one, spot.area, most, unit)
        painter.setPen(colour("line"))
        painter.drawLine(_GUTTER, ground, self.width(), ground)
        painter.end()

    def _draw_names(self, painter: QPainter, unit: Decimal) -> None:
        painter.setPen(colour("muted"))
        painter.setFont(font("small"))
        words = tr("Hours of downtime") if unit == HOUR else tr("Minutes of downtime")
        top = _FIGURE + _CHART - 4 * GRID
        for number, text in enumerate(wrapped(words, _GUTTER - GRID, painter.font())):
            painter.drawText(QRect(0, top + 2 * GRID * number, _GUTTER - GRID, 2 * GRID), 0, text)
        for number, (name, _) in enumerate(self._rows, start=1):
            top = _FIGURE + _CHART + number * _ROW
            shown = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, _GUTTER - GRID)
            painter.drawText(QRect(0, top, _GUTTER - GRID, _ROW), Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_column(self, painter: QPainter, one: MonthAllowance, area: QRect, most: Decimal, unit: Decimal) -> None:
        ground = _FIGURE + _CHART
        inset = max(2, area.width() // 6)
        high = max(1, round(float(one.allowed / most) * _CHART))
        bar = QRect(area.left() + inset, ground - high, area.width() - 2 * inset, high)
        full = round(float(max(Decimal(0), one.left) / most) * _CHART) if one.counted else high
        painter.fillRect(bar.adjusted(0, high - full, 0, 0), colour("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour("accent"))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("text"))
        painter.drawText(
            QRect(area.left(), bar.top() - _FIGURE, area.width(), _FIGURE), _MIDDLE, figure(one.allowed, unit)
        )
        painter.setFont(font("small"))
        name = QRect(area.left(), ground, area.width(), _ROW)
        painter.drawText(name, _MIDDLE, tr(SHORT_MONTHS[one.number - 1]))
        for number, (_, words) in enumerate(self._rows, start=1):
            grave = number == len(self._rows) and one.counted and one.left < 0
            painter.setPen(colour("finding" if grave else "text"))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(words(one), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(name.translated(0, number * _ROW), _MIDDLE, shown)
