"""The marks of a time ruler: poles with their heads and flags, status updates, and what each means in the legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from slaeditor.model.agreement.parties import Side
from slaeditor.model.what_if.picture import Kind, Picture
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.drawn.legend import Mark
from slaeditor.ui.drawn.time_ruler_layout import TICKS, Flag, Layout
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour, font, ring
from slaeditor.ui.words import tr

_LARGE, _SMALL = 5.0, 4.0
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip  # letters reach below a tight line


def role(one: Flag) -> str:
    """The colour of a flag, by its name; it never tells alone what the flag is."""
    if one.dimmed:
        return "muted"
    if one.event.late:
        return "worse"
    return "accent" if one.event.kind is Kind.PROMISE else "text"


def pole(painter: QPainter, one: Flag, layout: Layout) -> None:
    """From the flag to the ruler; that of a promise goes through the clocks, that of the report through everything."""
    kind, x = one.event.kind, one.pole
    style = Qt.PenStyle.DashLine if one.dimmed else Qt.PenStyle.SolidLine
    strong = kind in (Kind.PROMISE, Kind.REPORT) and not one.dimmed
    painter.setPen(QPen(colour(role(one)), 2 if strong else 1, style))
    if kind is Kind.REPORT:
        painter.drawLine(QPointF(x, layout.top), QPointF(x, one.area.bottom()))
    elif one.event.side is Side.PROVIDER:
        through = kind in (Kind.PROMISE, Kind.START) and x <= layout.right
        end = layout.bottom - TICKS if through else layout.top
        painter.drawLine(QPointF(x, one.area.top()), QPointF(x, end))
    else:
        painter.drawLine(QPointF(x, layout.bottom - TICKS), QPointF(x, one.area.bottom()))


def head(painter: QPainter, one: Flag, layout: Layout) -> None:
    """What stands on the ruler: a handle for the report, a disc for a promise, a diamond for a call; hollow after a miss."""
    ink, x = colour(role(one)), one.pole
    painter.setPen(QPen(ink, 2))
    painter.setBrush(colour("base") if one.dimmed or one.event.late else ink)
    if one.event.kind is Kind.REPORT:
        _handle(painter, QPointF(x, layout.top + HALF))
        return
    place = QPointF(x, layout.top if one.event.side is Side.PROVIDER else layout.bottom)
    if one.event.kind is Kind.CALL:
        _diamond(painter, place, _SMALL)
    else:
        size = _LARGE if one.event.kind is Kind.PROMISE else _SMALL
        painter.drawEllipse(place, size, size)


def update(painter: QPainter, drawing: Drawing, key: str, x: float, layout: Layout) -> None:
    """A status update: a small ring on the ruler's lower edge."""
    painter.setPen(QPen(colour("accent"), 2))
    painter.setBrush(colour("accent") if key == drawing.current else colour("base"))
    painter.drawEllipse(QPointF(x, layout.bottom - TICKS), _SMALL, _SMALL)
    if key == drawing.current and drawing.hasFocus():
        ring(painter, drawing.area_of(key))


def flag(painter: QPainter, drawing: Drawing, one: Flag) -> None:
    """The two lines of an event, in a box with an edge in its colour."""
    chosen = (f"~{one.event.key}" if one.dimmed else one.event.key) == drawing.current
    area = one.area
    edge = QPen(colour("muted"), 1, Qt.PenStyle.DashLine) if one.dimmed else QPen(colour("line"), 1)
    painter.setPen(edge)
    painter.setBrush(colour("selection" if chosen else "window" if one.dimmed else "base"))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if not one.dimmed:
        painter.fillRect(QRect(area.left(), area.top() + 1, 3, area.height() - 1), colour(role(one)))
    inner = area.adjusted(GRID, 1, -HALF, -1)
    half = inner.height() // 2
    second = "worse" if one.event.late and not one.dimmed else "muted"
    for words, face, ink, top in (
        (one.title, font("body", bold=not one.dimmed), role(one), inner.top()),
        (one.when, font("small"), second, inner.top() + half),
    ):
        painter.setFont(face)
        painter.setPen(colour(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), top, inner.width(), half), _LINE, shown)
    if chosen and drawing.hasFocus():
        ring(painter, area)


def entries(picture: Picture, *, dimmed: str = "", shortened: bool = False) -> list[tuple[Mark, str]]:
    """The marks that occur in a picture, with what they mean; ``dimmed`` is what the document laid below is called."""
    shown = (*picture.near, *picture.far)
    made: list[tuple[Mark, str]] = [(_promise_mark, tr("promised time"))]
    if any(one.kind is Kind.UPDATE for one in shown):
        made.append((_update_mark, tr("status update")))
    if any(one.kind is Kind.CALL for one in shown):
        made.append((_call_mark, tr("escalation")))
    if any(one.late for one in shown):
        made.append((_late_mark, tr("after the target is missed")))
    if picture.main is not None:
        made.append((_closed_mark, tr("closed, drawn shorter") if shortened else tr("closed")))
    if picture.pauses:
        made.append((_pause_mark, tr("paused")))
    if dimmed:
        made.append((_dimmed_mark, dimmed))
    return made


def hatch(role: str, alpha: int, style: Qt.BrushStyle) -> QBrush:
    """A pattern in a colour of the scheme."""
    tint = QColor(colour(role))
    tint.setAlpha(alpha)
    return QBrush(tint, style)


def _handle(painter: QPainter, tip: QPointF) -> None:
    size = float(GRID - 2)
    corners = [QPointF(-size, -GRID), QPointF(size, -GRID), QPointF(0, HALF)]
    painter.drawPolygon(QPolygonF([tip + corner for corner in corners]))


def _diamond(painter: QPainter, place: QPointF, size: float) -> None:
    corners = [QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0)]
    painter.drawPolygon(QPolygonF([place + corner for corner in corners]))


def _centre(area: QRect) -> QPointF:
    return QPointF(area.center().x() + 0.5, area.center().y() + 0.5)


def _promise_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("accent"), 2))
    painter.setBrush(colour("accent"))
    painter.drawEllipse(_centre(area), _LARGE - 1, _LARGE - 1)


def _update_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("accent"), 2))
    painter.setBrush(colour("base"))
    painter.drawEllipse(_centre(area), _SMALL, _SMALL)


def _call_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("text"), 2))
    painter.setBrush(colour("text"))
    _diamond(painter, _centre(area), _SMALL)


def _late_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("worse"), 2))
    painter.setBrush(colour("base"))
    _diamond(painter, _centre(area), _SMALL)


def _closed_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("raised"))
    painter.drawRect(area)
    painter.fillRect(area, hatch("edge", 120, Qt.BrushStyle.BDiagPattern))


def _pause_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("finding"), 1))
    painter.setBrush(colour("mark"))
    painter.drawRect(area)
    painter.fillRect(area, hatch("finding", 150, Qt.BrushStyle.DiagCrossPattern))


def _dimmed_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("muted"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(colour("window"))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
