"""Escalation as a ladder over time: the provider's steps left, the customer's right, the targets as rungs between them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.escalation import Step
from slaeditor.model.agreement.parties import Side
from slaeditor.model.ladder import Ladder, Lane, Rung
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.ladder_words import lane_name, length, mark_name, summary, title, when
from slaeditor.ui.drawn.layout import spread, ticks
from slaeditor.ui.theme import GRID, HALF, WIDE, colour, font
from slaeditor.ui.words import tr

_NARROW = 44 * GRID
_HEAD, _FOOT = 5 * GRID, 2 * GRID
_LABEL, _GAP = 5 * GRID, 5 * GRID + HALF
_GUTTER = 2 * GRID
_MINUTES = (5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200)
_DAYS = (1, 2, 5, 10, 20, 50, 100)
_ROOM_AFTER = Decimal("1.16")


class LadderDrawing(Drawing):
    """Draws a ``Ladder``, one lane below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ladder", parent)
        self.setAccessibleName(tr("Escalation over time"))
        self.setMinimumWidth(32 * GRID)
        self._document = Agreement()
        self._ladder = Ladder((), (), ())
        self._tops: list[int] = []
        self._untimed = 0

    @property
    def _half(self) -> int:
        """From the middle to each rail."""
        return 8 * GRID if self.width() >= _NARROW else 7 * GRID

    def show_ladder(self, document: Agreement, shown: Ladder) -> None:
        """Show another one."""
        self._document, self._ladder = document, shown
        self.arrange()
        self.tell(texts(summary(document, shown)))
        self.update()

    def arrange(self) -> None:
        """Lanes below each other; labels beside their rails, as near to their time as they can."""
        spots: list[tuple[Decimal, Spot]] = []
        self._tops, top = [], 0
        for lane in self._ladder.lanes:
            self._tops.append(top)
            for side in Side:
                rungs = [rung for rung in lane.rungs if rung.step.side is side]
                places = spread([self._y(lane, top, rung.at) for rung in rungs], _GAP, top + _HEAD + WIDE, 1e6)
                for rung, place in zip(rungs, places, strict=True):
                    area = self._label_area(side, round(place))
                    spots.append((rung.at or Decimal(0), Spot(rung.step.id, area, self._words(rung))))
            top += _HEAD + self._body(lane) + _FOOT
        ordered = [spot for lane in self._ladder.lanes for spot in self._in_order(lane, spots)]
        self._untimed = top
        if self._ladder.untimed:
            top += 3 * GRID
            for rung in self._ladder.untimed:
                area = QRect(0, top, self.width(), 3 * GRID)
                ordered.append(Spot(rung.step.id, area, self._words(rung)))
                top += 3 * GRID
        self.spots = tuple(ordered)
        self.setFixedHeight(max(top, 3 * GRID))

    @staticmethod
    def _in_order(lane: Lane, spots: list[tuple[Decimal, Spot]]) -> list[Spot]:
        ids = [rung.step.id for rung in lane.rungs]
        return sorted((spot for _, spot in spots if spot.key in ids), key=lambda spot: ids.index(spot.key))

    def _words(self, rung: Rung) -> str:
        return f"{title(self._document, rung.step)}: {when(rung, self._lane_of(rung.step))}"

    def _lane_of(self, step: Step) -> Lane | None:
        return next((lane for lane in self._ladder.lanes if any(rung.step is step for rung in lane.rungs)), None)

    @staticmethod
    def _body(lane: Lane) -> int:
        most = max(sum(rung.step.side is side for rung in lane.rungs) for side in Side)
        return max(18 * GRID, (most + 1) * _GAP, (len(lane.marks) + 1) * 5 * GRID)

    def _y(self, lane: Lane, top: int, at: Decimal | None) -> float:
        share = (at or Decimal(0)) / (lane.last * _ROOM_AFTER)
        return top + _HEAD + float(share) * self._body(lane)

    def _label_area(self, side: Side, y: int) -> QRect:
        middle = self.width() // 2
        width = max(6 * GRID, middle - self._half - _GUTTER)
        left = 0 if side is Side.PROVIDER else self.width() - width
        return QRect(left, y - _LABEL // 2, width, _LABEL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All lanes, then what has no time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.spots and not self._ladder.lanes:
            painter.setPen(colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, tr("The steps added below are drawn here."))
        for lane, top in zip(self._ladder.lanes, self._tops, strict=True):
            self._draw_heads(painter, lane, top)
            self._draw_rails(painter, lane, top)
            self._draw_marks(painter, lane, top)
            for rung in lane.rungs:
                self._draw_step(painter, lane, top, rung)
        if self._ladder.untimed:
            self._draw_untimed(painter)
        painter.end()

    def _draw_heads(self, painter: QPainter, lane: Lane, top: int) -> None:
        middle = self.width() // 2
        edge = self._half + _GUTTER
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("muted"))
        painter.drawText(QRect(0, top, middle - edge, 3 * GRID), Qt.AlignmentFlag.AlignRight | vertical, tr("Provider"))
        painter.drawText(QRect(middle + edge, top, middle - edge, 3 * GRID), vertical, tr("Customer"))
        painter.setFont(font("small"))
        between = QRect(middle - edge, top, 2 * edge, 3 * GRID)
        self._elided(painter, between, lane_name(self._document, lane), Qt.AlignmentFlag.AlignHCenter)

    def _draw_rails(self, painter: QPainter, lane: Lane, top: int) -> None:
        middle, start, end = self.width() // 2, top + _HEAD - GRID, top + _HEAD + self._body(lane)
        inside = QRect(middle - self._half, start, 2 * self._half, end - start)
        painter.fillRect(inside, colour("raised"))
        if lane.breach is not None:
            missed = round(self._y(lane, top, Decimal(lane.breach.limit.amount)))
            tint = QColor(colour("worse"))
            tint.setAlpha(110)
            painter.fillRect(
                QRect(inside.left(), missed, inside.width(), end - missed), QBrush(tint, Qt.BrushStyle.BDiagPattern)
            )
        painter.setPen(QPen(colour("muted"), 2))
        for side in (inside.left(), inside.left() + inside.width()):
            painter.drawLine(side, start, side, end)
        painter.setFont(font("small"))
        taken = [self._y(lane, top, Decimal(mark.limit.amount)) for mark in lane.marks]
        days = lane.unit.value == "working_days"
        for at in ticks(float(lane.last), _DAYS if days else _MINUTES, max(2, self._body(lane) // (3 * GRID))):
            y = self._y(lane, top, Decimal(at))
            if any(abs(y - other) < 20 for other in taken):
                continue
            painter.setPen(QPen(colour("line"), 1))
            for side in (inside.left() + 2, inside.left() + inside.width() - 2 - GRID):
                painter.drawLine(side, round(y), side + GRID, round(y))
            painter.setPen(colour("muted"))
            words = length(lane.unit, Decimal(at))
            painter.drawText(
                QRect(inside.left(), round(y) - GRID, inside.width(), WIDE), Qt.AlignmentFlag.AlignCenter, words
            )

    def _draw_marks(self, painter: QPainter, lane: Lane, top: int) -> None:
        middle = self.width() // 2
        wanted = [self._y(lane, top, Decimal(mark.limit.amount)) for mark in lane.marks]
        for mark, true, y in zip(lane.marks, wanted, spread(wanted, 3 * GRID, 0, 1e6), strict=True):
            painter.setPen(QPen(colour("accent"), 2))
            reach = self._half + GRID
            painter.drawLine(middle - reach, round(true), middle + reach, round(true))
            pill = QRect(middle - self._half + 2, round(y) - 10, 2 * (self._half - 2), 20)
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(colour("base"))
            painter.drawRoundedRect(pill, 10, 10)
            painter.setPen(colour("accent"))
            painter.setFont(font("small", bold=self.width() >= _NARROW))
            words = f"{mark_name(mark.time)} {mark.limit.short()}"
            self._elided(painter, pill.adjusted(2, 0, -2, 0), words, Qt.AlignmentFlag.AlignHCenter)

    def _draw_step(self, painter: QPainter, lane: Lane, top: int, rung: Rung) -> None:
        step = rung.step
        spot = next(one for one in self.spots if one.key == step.id)
        provider = step.side is Side.PROVIDER
        rail = self.width() // 2 + (-self._half if provider else self._half)
        at = QPointF(rail, self._y(lane, top, rung.at))
        edge = QPoint(spot.area.right() + 2 if provider else spot.area.left() - 2, spot.area.center().y())
        painter.setPen(QPen(colour("muted"), 1))
        painter.drawLine(at, QPointF(edge))
        self.frame(painter, spot)
        ink = colour("worse" if step.after_breach else "text")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(colour("base") if step.after_breach else ink)
        if step.after_breach:
            size = 6.0
            corners = [QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0)]
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        else:
            painter.drawEllipse(at, 4.0, 4.0)
        aligned = Qt.AlignmentFlag.AlignRight if provider else Qt.AlignmentFlag.AlignLeft
        inner = spot.area.adjusted(HALF, 2, -HALF, -2)
        above, below = QRect(inner), QRect(inner)
        above.setHeight(inner.height() // 2)
        below.setTop(above.bottom() + 1)
        painter.setPen(colour("text"))
        self._elided(painter, above, title(self._document, step, side=False), aligned, font("body", bold=True))
        painter.setPen(colour("worse" if step.after_breach else "muted"))
        self._elided(painter, below, when(rung, lane), aligned, font("small"))

    def _draw_untimed(self, painter: QPainter) -> None:
        painter.setPen(colour("muted"))
        painter.setFont(font("small", bold=True))
        painter.drawText(
            QRect(0, self._untimed, self.width(), 3 * GRID), Qt.AlignmentFlag.AlignVCenter, tr("Without a time yet")
        )
        for rung in self._ladder.untimed:
            spot = next(one for one in self.spots if one.key == rung.step.id)
            self.frame(painter, spot)
            painter.setPen(colour("text"))
            self._elided(painter, spot.area.adjusted(HALF, 0, -HALF, 0), spot.words, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def _elided(
        painter: QPainter, area: QRect, words: str, aligned: Qt.AlignmentFlag, face: QFont | None = None
    ) -> None:
        painter.setFont(face or painter.font())
        shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, aligned | Qt.AlignmentFlag.AlignVCenter, shown)
