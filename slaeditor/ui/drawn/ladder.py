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
from slaeditor.ui.drawn.ladder_layout import FOOT, HEAD, Label, Placed, place
from slaeditor.ui.drawn.ladder_words import lane_name, length, mark_name, summary, title, when
from slaeditor.ui.drawn.layout import ticks
from slaeditor.ui.theme import GRID, HALF, WIDE, colour, font
from slaeditor.ui.words import told, tr

_MINUTES = (5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200)
_DAYS = (1, 2, 5, 10, 20, 50, 100)


class LadderDrawing(Drawing):
    """Draws a ``Ladder``, one lane below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ladder", parent)
        self.setAccessibleName(tr("Escalation over time"))
        self.setMinimumWidth(32 * GRID)
        self._document = Agreement()
        self._ladder = Ladder((), (), ())
        self._placed: list[Placed] = []
        self._untimed = 0

    def show_ladder(self, document: Agreement, shown: Ladder) -> None:
        """Show another one."""
        self._document, self._ladder = document, shown
        self.arrange()
        self.tell(texts(summary(document, shown)))
        self.update()

    def arrange(self) -> None:
        """Lanes below each other; labels beside their rails, as near to their time as they can."""
        self._placed, top = [], 0
        ordered: list[Spot] = []
        for lane in self._ladder.lanes:
            placed = place(self._document, lane, top, self.width())
            self._placed.append(placed)
            ordered += [Spot(one.rung.step.id, one.area, self._words(one.rung)) for one in placed.labels]
            top = max([placed.end, *(one.area.bottom() for one in placed.labels)]) + FOOT
        self._untimed = top
        if self._ladder.untimed:
            top += 3 * GRID
            for rung in self._ladder.untimed:
                area = QRect(0, top, self.width(), 3 * GRID)
                ordered.append(Spot(rung.step.id, area, self._words(rung)))
                top += 3 * GRID
        self.spots = tuple(ordered)
        self.setFixedHeight(max(top, 3 * GRID))

    def _words(self, rung: Rung) -> str:
        return f"{title(self._document, rung.step)}: {when(rung, self._lane_of(rung.step))}"

    def _lane_of(self, step: Step) -> Lane | None:
        return next((lane for lane in self._ladder.lanes if any(rung.step is step for rung in lane.rungs)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All lanes, then what has no time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.spots and not self._ladder.lanes:
            painter.setPen(colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, tr("The steps added below are drawn here."))
        for placed in self._placed:
            self._draw_heads(painter, placed)
            self._draw_rails(painter, placed)
            for label in placed.labels:
                self._draw_step(painter, placed, label)
            self._draw_marks(painter, placed)
        if self._ladder.untimed:
            self._draw_untimed(painter)
        painter.end()

    def _draw_heads(self, painter: QPainter, placed: Placed) -> None:
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("muted"))
        clock = lane_name(self._document, placed.lane)
        if placed.beside:  # the labels say the side themselves
            words = tr("Counted in {clock}", clock=clock)
            self._elided(painter, QRect(0, placed.top, self.width(), 3 * GRID), words, Qt.AlignmentFlag.AlignLeft)
            return
        edge = 2 * GRID
        left = QRect(0, placed.top, placed.left - edge, 3 * GRID)
        painter.drawText(left, Qt.AlignmentFlag.AlignRight | vertical, tr("Provider"))
        painter.drawText(QRect(placed.right + edge, placed.top, placed.left, 3 * GRID), vertical, tr("Customer"))
        painter.setFont(font("small"))
        between = QRect(placed.left - edge, placed.top, placed.right - placed.left + 2 * edge, 3 * GRID)
        self._elided(painter, between, clock, Qt.AlignmentFlag.AlignHCenter)

    def _draw_rails(self, painter: QPainter, placed: Placed) -> None:
        start, end, lane = placed.top + HEAD - GRID, placed.end, placed.lane
        inside = QRect(placed.left, start, placed.right - placed.left, end - start)
        painter.fillRect(inside, colour("raised"))
        if lane.breach is not None:
            missed = round(placed.y(Decimal(lane.breach.limit.amount)))
            tint = QColor(colour("worse"))
            tint.setAlpha(110)
            painter.fillRect(
                QRect(inside.left(), missed, inside.width(), end - missed), QBrush(tint, Qt.BrushStyle.BDiagPattern)
            )
        painter.setPen(QPen(colour("muted"), 2))
        for side in (placed.left, placed.right):
            painter.drawLine(side, start, side, end)
        painter.setFont(font("small"))
        taken = [] if placed.beside else [pill.true for pill in placed.pills]
        days = lane.unit.value == "working_days"
        x, width = placed.scale
        aligned = Qt.AlignmentFlag.AlignRight if placed.beside else Qt.AlignmentFlag.AlignHCenter
        for at in ticks(
            float(lane.last), _DAYS if days else _MINUTES, max(2, (end - start) // ((8 if placed.beside else 4) * GRID))
        ):
            y = placed.y(Decimal(at))
            if any(abs(y - other) < 20 for other in taken):
                continue
            painter.setPen(QPen(colour("line" if not placed.beside else "muted"), 1))
            for side in (placed.left + 2, placed.right - 2 - HALF):
                painter.drawLine(side, round(y), side + HALF, round(y))
            painter.setPen(colour("muted"))
            words = length(lane.unit, Decimal(at))
            painter.drawText(QRect(x, round(y) - GRID, width, WIDE), aligned | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_marks(self, painter: QPainter, placed: Placed) -> None:
        for pill in placed.pills:
            painter.setPen(QPen(colour("accent"), 2))
            start = placed.left if placed.beside else placed.left - GRID
            painter.drawLine(start, round(pill.true), placed.right + GRID, round(pill.true))
            if placed.beside:
                painter.setPen(QPen(colour("accent"), 1))
                painter.drawLine(
                    QPointF(placed.right + GRID, pill.true), QPointF(pill.area.left(), pill.area.center().y())
                )
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(colour("base"))
            painter.drawRoundedRect(pill.area, 10, 10)
            painter.setPen(colour("accent"))
            painter.setFont(font("small", bold=True))
            words = f"{mark_name(pill.mark.time)} {told(pill.mark.limit.short())}"
            self._elided(painter, pill.area.adjusted(2, 0, -2, 0), words, Qt.AlignmentFlag.AlignHCenter)

    def _draw_step(self, painter: QPainter, placed: Placed, label: Label) -> None:
        step = label.rung.step
        spot = next(one for one in self.spots if one.key == step.id)
        provider = step.side is Side.PROVIDER
        at = QPointF(placed.left if provider else placed.right, placed.y(label.rung.at))
        leftwards = provider and not placed.beside
        edge = QPoint(spot.area.right() + 2 if leftwards else spot.area.left() - 2, spot.area.center().y())
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
        aligned = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
        y = spot.area.top() + HALF // 2
        for lines, face, role in (
            (label.title, font("body", bold=True), "text"),
            (label.when, font("small"), "worse" if step.after_breach else "muted"),
        ):
            painter.setFont(face)
            painter.setPen(colour(role))
            high = painter.fontMetrics().height()
            for words in lines:
                area = QRect(spot.area.left() + HALF, y, spot.area.width() - GRID, high)
                painter.drawText(area, aligned | Qt.AlignmentFlag.AlignVCenter, words)
                y += high

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
