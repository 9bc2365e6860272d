"""Credits as a step chart over the attained level, and as a ladder of half-open bands below it; better results left and on top."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from slaeditor.model.agreement.metrics import Direction
from slaeditor.model.credit_bands import Band
from slaeditor.model.quantities import Number, Percent
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.layout import spread
from slaeditor.ui.theme import GRID, HALF, WIDE, colour, font
from slaeditor.ui.words import tr

_CHART, _AXIS, _ROW = 17 * GRID, 5 * GRID, 3 * GRID
_TOP = 3 * GRID
_BAR, _NARROW = 12 * GRID, 44 * GRID


@dataclass(frozen=True)
class Credits:
    """What is drawn. ``cap`` is set only when it is a share of the same fee as the credits."""

    bands: tuple[Band, ...] = ()
    direction: Direction = Direction.HIGHER_IS_BETTER
    unit: str = ""
    target: Number | None = None
    cap: Percent | None = None

    def level(self, level: Number) -> str:
        """A level with its unit."""
        if self.unit == "%":
            return f"{level}%"
        return f"{level} {self.unit}".strip() if len(self.unit) <= 8 else str(level)

    def words(self, band: Band) -> str:
        """The results of a band in words."""
        lower = self.direction is Direction.LOWER_IS_BETTER
        if band.better is None and band.worse is None:
            return tr("any result")
        if band.better is None and band.worse is not None:
            edge = self.level(band.worse)
            return tr("up to {level}", level=edge) if lower else tr("{level} or more", level=edge)
        assert band.better is not None
        edge = self.level(band.better)
        start = tr("above {level}", level=edge) if lower else tr("below {level}", level=edge)
        if band.worse is None:
            return start
        return tr("{start}, to {level} inclusive", start=start, level=self.level(band.worse))


class CreditSteps(Drawing):
    """Draws ``Credits``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("credit_steps", parent)
        self.setAccessibleName(tr("Credits by attained level"))
        self.setMinimumWidth(32 * GRID)
        self._shown = Credits()

    def show_credits(self, shown: Credits) -> None:
        """Show others."""
        self._shown = shown
        self.arrange()
        told = [f"{shown.words(band)}: {self._credit(band)}" for band in shown.bands]
        told += [tr("Target: {level}", level=shown.level(shown.target))] if shown.target is not None else []
        self.tell(texts(told))
        self.update()

    def arrange(self) -> None:
        """A row for each band; the chart above them when there is a threshold."""
        top = self._rows_top()
        self.spots = tuple(
            Spot(
                band.row,
                QRect(0, top + number * _ROW, self.width(), _ROW),
                f"{self._shown.words(band)}: {self._credit(band)}",
            )
            for number, band in enumerate(self._shown.bands)
            if band.row
        )
        self.setFixedHeight(top + max(1, len(self._shown.bands)) * _ROW)

    def spot_at(self, point: QPoint) -> Spot | None:
        """The band's row, or its column in the chart."""
        if point.y() < self._rows_top():
            for band in self._shown.bands:
                left, right = self._columns(band)
                if band.row and left <= point.x() < right:
                    return next(spot for spot in self.spots if spot.key == band.row)
        return super().spot_at(point)

    def _rows_top(self) -> int:
        return _TOP + _CHART + _AXIS + GRID if len(self._shown.bands) > 1 else 0

    @staticmethod
    def _credit(band: Band) -> str:
        return tr("{percent} credit", percent=band.credit) if band.row else tr("no credit")

    def _ends(self) -> tuple[Decimal, Decimal]:
        """The levels at the left and the right end: room beyond the best and the worst threshold."""
        levels = [band.better.value for band in self._shown.bands if band.better is not None]
        best, worst = levels[0], levels[-1]
        sign = 1 if self._shown.direction is Direction.HIGHER_IS_BETTER else -1
        pad = abs(best - worst) / 4 or abs(best) / 20 or Decimal(1)
        whole = self._shown.unit == "%" and sign > 0 and best < 100
        start = min(best + pad, Decimal(100)) if whole else best + sign * pad
        target = self._shown.target
        if target is not None and sign * target.value > sign * start:
            start = target.value
        return start, worst - sign * pad

    def _x(self, level: Decimal) -> float:
        start, end = self._ends()
        return float((level - start) / (end - start)) * self.width()

    def _columns(self, band: Band) -> tuple[int, int]:
        left = 0.0 if band.better is None else self._x(band.better.value)
        right = float(self.width()) if band.worse is None else self._x(band.worse.value)
        return round(left), round(right)

    def _y(self, credit: Decimal) -> int:
        caps = [self._shown.cap.value] if self._shown.cap is not None else []
        most = max(*(band.credit.value for band in self._shown.bands), Decimal(0), *caps) or Decimal(1)
        return _TOP + _CHART - round(float(credit / most) * (_CHART - 2 * GRID))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Chart, axis, rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._shown.bands) > 1:
            self._draw_chart(painter)
            self._draw_axis(painter)
        for number, band in enumerate(self._shown.bands):
            self._draw_row(painter, band, self._rows_top() + number * _ROW)
        painter.end()

    def _draw_chart(self, painter: QPainter) -> None:
        ground = _TOP + _CHART
        painter.fillRect(QRect(0, _TOP, self.width(), _CHART), colour("base"))
        before = ground
        for band in self._shown.bands:
            left, right = self._columns(band)
            y = self._y(band.credit.value)
            fill = QColor(colour("selection" if band.row == self.current and band.row else "raised"))
            painter.fillRect(QRect(left, y, right - left, ground - y), fill)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawLine(left, before, left, y)
            painter.drawLine(left, y, right, y)
            before = y
            painter.setFont(font("small", bold=True))
            words = str(band.credit)
            if band.row and right - left >= painter.fontMetrics().horizontalAdvance(words) + HALF:
                painter.setPen(colour("text"))
                painter.drawText(QRect(left, y - 20, right - left, 20), Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(font("small"))
        dashed = QPen(colour("muted"), 1, Qt.PenStyle.DashLine)
        if self._shown.cap is not None:
            y = self._y(self._shown.cap.value)
            painter.setPen(dashed)
            painter.drawLine(0, y, self.width(), y)
            painter.setPen(colour("muted"))
            painter.drawText(
                QRect(HALF, y - 20, self.width(), 20), 0, tr("Monthly cap {percent}", percent=self._shown.cap)
            )
        if self._shown.target is not None:
            x = round(self._x(self._shown.target.value))
            painter.setPen(dashed)
            painter.drawLine(x, _TOP, x, ground)
            words = tr("Target {level}", level=self._shown.level(self._shown.target))
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            painter.setPen(colour("muted"))
            left = max(0, min(x - width // 2, self.width() - width))
            painter.drawText(QRect(left, 0, width, _TOP), Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_axis(self, painter: QPainter) -> None:
        ground = _TOP + _CHART
        painter.setPen(QPen(colour("muted"), 1))
        painter.drawLine(0, ground, self.width(), ground)
        painter.setFont(font("small"))
        levels = [band.better for band in self._shown.bands if band.better is not None]
        room = max(painter.fontMetrics().horizontalAdvance(str(level)) for level in levels) + GRID
        for level in levels:
            painter.drawLine(round(self._x(level.value)), ground, round(self._x(level.value)), ground + HALF)
        levels = levels[:: max(1, ceil(len(levels) * room / max(1, self.width())))]  # the rows below name them all
        wanted = [self._x(level.value) for level in levels]
        half = room / 2
        for level, x, at in zip(levels, wanted, spread(wanted, room, half, self.width() - half), strict=True):
            painter.setPen(QPen(colour("muted"), 1))
            painter.drawLine(round(x), ground, round(at), ground + GRID)
            painter.drawText(
                QRect(round(at - half), ground + GRID, round(room), WIDE), Qt.AlignmentFlag.AlignCenter, str(level)
            )
        painter.setPen(colour("muted"))
        under = QRect(0, ground + 3 * GRID, self.width(), WIDE)
        lower = self._shown.direction is Direction.LOWER_IS_BETTER
        told = tr("lower is better") if lower else tr("higher is better")
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "← " + told)
        painter.drawText(under, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("worse results") + " →")

    def _draw_row(self, painter: QPainter, band: Band, top: int) -> None:
        area = QRect(0, top, self.width(), _ROW)
        for spot in self.spots:
            if spot.key == band.row:
                self.frame(painter, spot)
        painter.setPen(colour("text"))
        painter.setFont(font("body"))
        width = _BAR if self.width() >= _NARROW else 0
        left = area.adjusted(HALF, 0, -width - 6 * GRID, 0)
        words = QFontMetrics(painter.font()).elidedText(
            self._shown.words(band), Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, words)
        most = max(*(one.credit.value for one in self._shown.bands), Decimal(0)) or Decimal(1)
        bar = QRect(self.width() - width - 5 * GRID, top + GRID, round(float(band.credit.value / most) * width), GRID)
        painter.fillRect(bar, colour("accent"))
        painter.setFont(font("body", bold=bool(band.row)))
        painter.setPen(colour("text" if band.row else "muted"))
        painter.drawText(
            area.adjusted(0, 0, -HALF, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(band.credit)
        )
