"""Maintenance as a month: windows as bars, black-outs hatched, the last days to announce as flags."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from slaeditor.model.clock.announcing import Announcement
from slaeditor.model.clock.maintenance import Month, Occurrence
from slaeditor.model.quantities import Duration
from slaeditor.ui import dates
from slaeditor.ui.drawn import month_words as words
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.drawn.legend import Mark
from slaeditor.ui.drawn.month_layout import FOOT, HEAD, Bar, Board, Flag, board
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour, font, ring
from slaeditor.ui.words import tr

_MARK = "@"


def key_of(one: Occurrence) -> str:
    """The key of a bar: the window's row and when it comes."""
    return f"{one.window.id}{_MARK}{one.start:%Y-%m-%dT%H:%M}"


def row_of(key: str) -> str:
    """The row of the window with that key."""
    return key.partition(_MARK)[0]


def entries(found: Month, announcements: tuple[Announcement, ...]) -> list[tuple[Mark, str]]:
    """The marks that occur in a month, with what they mean."""
    made: list[tuple[Mark, str]] = []
    if any(one.seconds for one in found.occurrences):
        made.append((_bar_mark, tr("maintenance window")))
    if found.blackouts:
        made.append((_hatch_mark, tr("black-out")))
    if found.partial:
        made.append((_partial_mark, tr("black-out of some services")))
    if any(not one.seconds for one in found.occurrences):
        made.append((_taken_mark, tr("does not take place")))
    if announcements:
        made.append((_flag, tr("last day to announce it")))
    return made


def _bar_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("accent"), 1))
    painter.setBrush(colour("selection"))
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def _taken_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("muted"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(colour("base"))
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def _hatch_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("base"))
    painter.drawRect(area)
    painter.fillRect(area, _hatch())


def _partial_mark(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("base"))
    painter.drawRect(area)
    _hatch_foot(painter, area, area.height() // 2)


def _hatch_foot(painter: QPainter, area: QRect, high: int) -> None:
    """Hatched along its lower edge alone: some services are black, not all."""
    foot = QRect(area.left(), area.bottom() - high + 1, area.width(), high)
    painter.fillRect(foot, _hatch())
    painter.fillRect(QRect(foot.left(), foot.top(), foot.width(), 1), colour("line"))


def _hatch(alpha: int = 90) -> QBrush:
    tint = QColor(colour("muted"))
    tint.setAlpha(alpha)
    return QBrush(tint, Qt.BrushStyle.BDiagPattern)


def _flag(painter: QPainter, area: QRect) -> None:
    painter.setPen(QPen(colour("finding"), 2))
    painter.setBrush(colour("finding"))
    x, y = area.left() + 2, area.top()
    painter.drawLine(x, y, x, area.bottom())
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + GRID, y + 3), QPointF(x, y + 7)]))


class MonthDrawing(Drawing):
    """Draws a ``Month``. Page up and down turn to the month before and after."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("month", parent)
        self.setAccessibleName(tr("Maintenance of the month"))
        self.setWhatsThis(
            tr("Arrow keys or a click choose a window; Enter goes to its row. Page up and down turn to another month.")
        )
        self.setMinimumWidth(40 * GRID)
        self._year, self._month = 2027, 1
        self._today = date(2027, 1, 1)
        self._found = Month((), {}, 0)
        self._announcements: tuple[Announcement, ...] = ()
        self._board = Board((), (), (), (), 0)
        self._row = ""

    def show_month(
        self,
        year: int,
        month: int,
        found: Month,
        cap: Duration | None,
        announcements: tuple[Announcement, ...],
        today: date,
    ) -> None:
        """Show another month, or this one as it has become."""
        self._year, self._month, self._found, self._today = year, month, found, today
        self._announcements = announcements
        self.arrange()
        self.tell(texts(words.summary(year, month, found, cap, announcements)))
        self.update()

    def emphasise(self, row: str) -> None:
        """Show all that a row of the table brings."""
        if row != self._row:
            self._row = row
            if self.current and row_of(self.current) != row:
                self.choose("")
            self.update()

    def arrange(self) -> None:
        """Bars and flags for the width that there is."""
        self._board = board(self._year, self._month, self._found, self._announcements, self.width())
        spots: dict[str, Spot] = {}
        for bar in self._board.bars:
            key = key_of(bar.occurrence)
            spots.setdefault(key, Spot(key, bar.area, words.occurrence_words(bar.occurrence)))
        self.spots = tuple(spots.values())
        self.setFixedHeight(self._board.height)

    def spot_at(self, point: QPoint) -> Spot | None:
        """The window under the point, on whichever of its weeks; an announcement says itself and belongs to its window."""
        for bar in self._board.bars:
            if bar.area.contains(point):
                return next(spot for spot in self.spots if spot.key == key_of(bar.occurrence))
        for flag in self._board.flags:
            if flag.area.contains(point):
                one = flag.announcement
                return Spot(key_of(one.occurrence), flag.area, words.announcement_words(one))
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the month, or choose."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not event.modifiers():
            self.turned.emit(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days, black-outs, bars, flags."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_heads(painter)
        for day, area in self._board.days:
            self._draw_day(painter, day, area)
        self._draw_lines(painter)
        self._draw_names(painter)
        for bar in self._board.bars:
            self._draw_bar(painter, bar)
        for flag in self._board.flags:
            self._draw_flag(painter, flag)
        if self.hasFocus() and not self.current:
            ring(painter, self.rect())
        painter.end()

    def _draw_heads(self, painter: QPainter) -> None:
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("muted"))
        for day, area in self._board.days[:7]:
            name = dates.weekday(day.weekday(), short=True)
            painter.drawText(QRect(area.left() + HALF, 0, area.width(), HEAD), Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_day(self, painter: QPainter, day: date, area: QRect) -> None:
        inside = day.month == self._month
        painter.fillRect(area, colour("base" if inside else "window"))
        if day in self._found.blackouts:
            painter.fillRect(area, _hatch())
        elif day in self._found.partial:
            _hatch_foot(painter, area, FOOT)
        number = QRect(area.left() + HALF, area.top() + 2, 3 * GRID - HALF, 2 * GRID + HALF)
        painter.setFont(font("small", bold=inside))
        if day == self._today:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("base"))
            painter.drawRoundedRect(number, 10, 10)
        painter.setPen(colour("text" if inside else "muted"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _draw_lines(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _, area in self._board.days:
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, 0.5 if area.right() < self.width() - 2 else -0.5, 0.5))

    def _draw_names(self, painter: QPainter) -> None:
        """The names of black-outs, once in each week, on the hatching."""
        painter.setFont(font("small"))
        metrics = painter.fontMetrics()
        for one in self._board.names:
            shown = metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, one.area.width() - GRID)
            plate = QRect(one.area.topLeft(), QSize(metrics.horizontalAdvance(shown) + GRID, one.area.height()))
            painter.fillRect(plate.adjusted(0, 2, 0, -2), colour("base"))
            painter.setPen(colour("text"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_bar(self, painter: QPainter, bar: Bar) -> None:
        one = bar.occurrence
        chosen = key_of(one) == self.current
        area = QRectF(bar.area)
        painter.setBrush(colour("selection") if one.seconds else colour("base"))
        marked = one.window.id == self._row
        pen = QPen(colour("accent"), 2 if marked else 1)
        if not one.seconds:
            pen = QPen(colour("muted"), 2 if marked else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if one.seconds and one.blackout:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_hatch(110))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if chosen and self.hasFocus():
            ring(painter, bar.area.adjusted(-2, -2, 2, 2))
        inner = bar.area.adjusted(HALF, 2, -1, -2)
        half = inner.height() // 2
        painter.setPen(colour("text" if one.seconds else "muted"))
        name = words.name_of(one.window) if bar.begins else f"… {words.name_of(one.window)}"
        lines = ((name, font("small", bold=True)), (self._when(one, inner.width()), font("small")))
        for number, (text, face) in enumerate(lines):
            painter.setFont(face)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            line = QRect(inner.left(), inner.top() + number * half, inner.width(), half)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _when(one: Occurrence, width: int) -> str:
        """As much of the time as fits."""
        if not one.seconds:
            return tr("not: {blackout}", blackout=one.blackout)
        length = words.hours(round(one.end.timestamp() - one.start.timestamp()))
        metrics = QFontMetrics(font("small"))
        start = f"{one.start:%H:%M}"
        for text in (f"{words.span(one)} · {length}", words.span(one), f"{start} · {length}"):
            if metrics.horizontalAdvance(text) + 2 <= width:
                return text
        return start

    def _draw_flag(self, painter: QPainter, flag: Flag) -> None:
        area = flag.area
        marked = flag.announcement.occurrence.window.id == self._row
        _flag(painter, area.adjusted(0, 3, 0, -3))
        painter.setPen(colour("text"))
        painter.setFont(font("small", bold=marked))
        text = words.name_of(flag.announcement.occurrence.window)
        line = area.adjusted(GRID + HALF + 2, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
