"""How a time ruler is painted: days, clocks, ticks, poles and flags."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen

from slaeditor.model.clock.local_time import LocalDays
from slaeditor.model.day_names import SHORT_DAYS, SHORT_MONTHS
from slaeditor.model.what_if.picture import Picture, Strip
from slaeditor.ui.drawn import time_ruler_marks as marks
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.drawn.time_axis import ticks
from slaeditor.ui.drawn.time_ruler_layout import DAYS, NAMES, STRIP, TICKS, Layout
from slaeditor.ui.theme import GRID, HALF, colour, font, ring
from slaeditor.ui.words import capital, told, tr

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TICK_ROOM = 48.0


def paint(painter: QPainter, drawing: Drawing, picture: Picture, layout: Layout) -> None:
    """Everything, from the ground up."""
    _days(painter, picture, layout)
    for number, strip in enumerate(picture.strips):
        _strip(painter, strip, layout, layout.span(picture), layout.top + DAYS + number * STRIP)
    _changes(painter, picture, layout)
    for flag in layout.flags:
        marks.pole(painter, flag, layout)
    for number, strip in enumerate(picture.strips):
        _strip_names(painter, strip, layout, layout.span(picture), layout.top + DAYS + number * STRIP)
    _ticks(painter, picture, layout)
    _pauses(painter, drawing, picture, layout)
    _sides(painter, layout)
    _day_names(painter, picture, layout)
    for flag in layout.flags:
        marks.head(painter, flag, layout)
    for event, x in layout.marks:
        marks.update(painter, drawing, event.key, x, layout)
    for flag in layout.flags:
        marks.flag(painter, drawing, flag)


def _days(painter: QPainter, picture: Picture, layout: Layout) -> None:
    """A line at each local midnight."""
    for day in picture.days:
        x = layout.axis.x(day)
        if x > layout.right:
            break
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawLine(QPointF(x, layout.top), QPointF(x, layout.bottom - TICKS))
    painter.setPen(QPen(colour("line"), 1))
    painter.drawLine(NAMES, layout.top, layout.right, layout.top)


def _day_names(painter: QPainter, picture: Picture, layout: Layout) -> None:
    """The local dates, each as long as its day is drawn; on a ground of their own, so that poles pass behind them."""
    edges = [picture.begin, *picture.days, picture.end]
    painter.setFont(font("small", bold=True))
    metrics = QFontMetrics(painter.font())
    for start, end in pairwise(edges):
        left, right = (min(layout.axis.x(at), layout.right) for at in (start, end))
        room = round(right - left) - GRID - HALF
        words = next((one for one in _day_words(start) if metrics.horizontalAdvance(one) <= room), "")
        if not words:
            continue
        box = QRect(round(left) + 2, layout.top + HALF, metrics.horizontalAdvance(words) + GRID, DAYS - GRID)
        painter.fillRect(box, colour("window"))
        painter.setPen(colour("text"))
        painter.drawText(box.adjusted(HALF, 0, 0, 0), _MIDDLE, words)


def _day_words(day: datetime) -> tuple[str, ...]:
    """The day in words, the longest first."""
    weekday, month = told(SHORT_DAYS[day.weekday()]), told(SHORT_MONTHS[day.month - 1])
    return (
        tr("{weekday} {day} {month} {year}", weekday=weekday, day=day.day, month=month, year=day.year),
        tr("{weekday} {day} {month}", weekday=weekday, day=day.day, month=month),
        f"{weekday} {day.day}",
        str(day.day),
    )


def _strip(painter: QPainter, strip: Strip, layout: Layout, span: tuple[int, int], y: int) -> None:
    """One clock: ground where it runs, hatched where it stands."""
    area = _strip_area(span, y)
    painter.save()
    painter.setClipRect(area.adjusted(0, 0, 1, 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("raised"))
    painter.drawRect(area)
    hatch = QColor(colour("edge"))
    hatch.setAlpha(120)
    painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    ground = QColor(colour("accent"))
    ground.setAlpha(70 if strip.calendar is not None else 40)
    for start, end in strip.open:
        left, right = layout.axis.x(start), layout.axis.x(end)
        piece = QRectF(left, area.top(), max(1.0, right - left), area.height())
        painter.fillRect(piece, colour("base"))
        painter.fillRect(piece, ground)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    painter.restore()


def _strip_area(span: tuple[int, int], y: int) -> QRect:
    return QRect(span[0], y + 2, max(0, span[1] - span[0]), STRIP - HALF)


def _strip_names(painter: QPainter, strip: Strip, layout: Layout, span: tuple[int, int], y: int) -> None:
    """What a clock is called, and its days that are not ordinary; on a ground of their own, so that poles pass behind."""
    area = _strip_area(span, y)
    painter.save()
    painter.setClipRect(area.adjusted(0, 0, 1, 1))
    painter.setFont(font("small"))
    metrics = QFontMetrics(painter.font())
    boxes: list[QRect] = []
    for start, end, name in strip.named:
        left, right = layout.axis.x(start), layout.axis.x(end)
        wide = metrics.horizontalAdvance(name) + GRID
        if right - left < 3 * GRID:
            continue
        box = QRect(round(left) + 2, area.top() + 1, min(wide, round(right - left) - HALF), area.height() - 1)
        painter.fillRect(box, colour("mark"))
        painter.setPen(colour("text"))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() - HALF)
        painter.drawText(box.adjusted(HALF, 0, 0, 0), _MIDDLE, shown)
        boxes.append(box)
    for left, right in _closed(strip, layout, span, [(box.left(), box.right()) for box in boxes]):
        words = tr("closed")
        wide = metrics.horizontalAdvance(words) + GRID
        if right - left > wide + GRID:
            box = QRect(round((left + right) / 2) - wide // 2, area.top() + 1, wide, area.height() - 1)
            painter.fillRect(box, colour("raised"))
            painter.setPen(colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    painter.setFont(font("small"))
    painter.setPen(colour("muted"))
    name = metrics.elidedText(capital(told(strip.name)), Qt.TextElideMode.ElideRight, NAMES - GRID)
    painter.drawText(QRect(0, y, NAMES - GRID, STRIP), _MIDDLE | Qt.AlignmentFlag.AlignRight, name)


def _closed(
    strip: Strip, layout: Layout, span: tuple[int, int], taken: list[tuple[int, int]]
) -> list[tuple[float, float]]:
    """The closed stretches, as far as no name stands in them."""
    edges = [float(span[0]), *(layout.axis.x(at) for pair in strip.open for at in pair), float(span[1])]
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        ends = [end for start, end in taken if start < right and end > left]
        found.append((max([left, *ends]), right))
    return found


def _ticks(painter: QPainter, picture: Picture, layout: Layout) -> None:
    zone = picture.begin.tzinfo
    y = layout.bottom - TICKS
    painter.setFont(font("small"))
    painter.setPen(colour("muted"))
    painter.drawText(
        QRect(0, y, NAMES - GRID, TICKS),
        _MIDDLE | Qt.AlignmentFlag.AlignRight,
        QFontMetrics(painter.font()).elidedText(str(zone), Qt.TextElideMode.ElideMiddle, NAMES - GRID),
    )
    left, right = layout.span(picture)
    for at, x in ticks(layout.axis, LocalDays(zone), _TICK_ROOM):  # type: ignore[arg-type]
        if not left <= x <= right:
            continue
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + HALF))
        painter.setPen(colour("muted"))
        if x - 2 * GRID >= NAMES:
            box = QRectF(x - 3 * GRID, y + HALF, 6 * GRID, TICKS - HALF)
            middle, words = Qt.AlignmentFlag.AlignHCenter | _MIDDLE, f"{at:%H:%M}"
            painter.fillRect(painter.boundingRect(box, middle, words), colour("window"))
            painter.drawText(box, middle, words)
    if layout.far is not None:  # the ruler goes on, but not to scale
        painter.setPen(QPen(colour("muted"), 2))
        for shift in (0, HALF):
            x = layout.far + HALF + shift
            painter.drawLine(QPointF(x, y + HALF), QPointF(x + HALF, y - HALF))


def _changes(painter: QPainter, picture: Picture, layout: Layout) -> None:
    """Where the clocks change."""
    painter.setFont(font("small", bold=True))
    metrics = QFontMetrics(painter.font())
    for one in picture.changes:
        x = layout.axis.x(one.at)
        hours = one.shift / timedelta(hours=1)
        words = f"{'+' if hours > 0 else '−'}{abs(hours):g} h"
        box = QRectF(x + 2, layout.top + HALF, metrics.horizontalAdvance(words) + GRID, DAYS - GRID)
        painter.setPen(QPen(colour("finding"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, layout.top), QPointF(x, layout.bottom - TICKS))
        painter.fillRect(box, colour("mark"))
        painter.setPen(colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _pauses(painter: QPainter, drawing: Drawing, picture: Picture, layout: Layout) -> None:
    tint = QColor(colour("finding"))
    tint.setAlpha(150)
    painter.setFont(font("small", bold=True))
    for number in range(len(picture.pauses)):
        key = f"pause-{number}"
        area = drawing.area_of(key).adjusted(0, DAYS, 0, -TICKS)
        painter.fillRect(area, colour("mark"))
        painter.fillRect(area, QBrush(tint, Qt.BrushStyle.DiagCrossPattern))
        painter.setPen(QPen(colour("finding"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        words = tr("paused")
        if QFontMetrics(painter.font()).horizontalAdvance(words) + GRID < area.width():
            wide = QFontMetrics(painter.font()).horizontalAdvance(words) + GRID
            box = QRect(area.center().x() - wide // 2, area.top() + 2, wide, STRIP - HALF - 1)
            painter.fillRect(box, colour("mark"))
            painter.setPen(colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if key == drawing.current:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(area)
            if drawing.hasFocus():
                ring(painter, area.adjusted(-HALF, -HALF, HALF, HALF))


def _sides(painter: QPainter, layout: Layout) -> None:
    painter.setFont(font("small", bold=True))
    painter.setPen(colour("muted"))
    right = Qt.AlignmentFlag.AlignRight
    painter.drawText(QRect(0, layout.top - 4 * GRID, NAMES - GRID, 3 * GRID), right | _MIDDLE, tr("Provider"))
    painter.drawText(QRect(0, layout.bottom + GRID, NAMES - GRID, 3 * GRID), right | _MIDDLE, tr("Customer"))
