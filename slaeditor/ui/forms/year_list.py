"""The special days of a year beside a week: date, weekday, occasion, and what the calendar does on that day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.clock.year_days import Does, YearDay, place_shown, year_days
from slaeditor.model.quantities import ClockTime
from slaeditor.ui import dates
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.shown_rows import Index
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.theme import GRID, HALF, colour, font, put_icon, ring
from slaeditor.ui.words import tr

_LINE = 5 * GRID
_DATE = 11 * GRID
_LINES = 8
_DAY = Qt.ItemDataRole.UserRole + 1


def does_words(one: YearDay) -> str:
    """closed; closed as on every Saturday; half day until 13:00; open 10:00–18:00 only; open as usual."""
    match one.does:
        case Does.CLOSED:
            return tr("closed")
        case Does.CLOSED_ANYWAY:
            return tr("closed anyway")
        case Does.OPEN:
            return tr("open as usual")
        case Does.SHORT if one.until is not None:
            return tr("half day until {time}", time=ClockTime(one.until))
        case _:
            hours = ", ".join(f"{ClockTime(start)}–{ClockTime(min(end, 1440))}" for start, end in one.windows)
            return tr("open {hours} only", hours=hours)


def name_words(one: YearDay) -> str:
    """The occasion; an eve names the holiday that follows, and a holiday whose date is not fixed yet says so."""
    name = one.name or tr("(no name)")
    if one.eve_of:
        eve = tr("Eve of {holiday}", holiday=one.eve_of)
        name = eve if one.name == one.eve_of else f"{eve} ({one.name})"
    return tr("{name} (estimated)", name=name) if one.estimated else name


class YearList(QWidget):
    """The days are counted off the window's thread, since the library of holidays takes a while to load."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._calendar: Calendar | None = None
        self._all: tuple[Calendar, ...] = ()
        self._year: int | None = None
        self._asked: tuple[object, ...] = ()
        self._title = label(bold=True, name="year_title")
        self._before, self._after = self._turner("chevron-left", -1), self._turner("chevron-right", 1)
        head = line(spacing=HALF)
        head.addWidget(self._title, 1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        self.list = QListWidget()
        self.list.setObjectName("year_days")
        self.list.setAccessibleName(tr("Special days of the year"))
        self.list.setWhatsThis(
            tr("Public holidays, extra closed days and half days, and what the calendar does on them.")
        )
        self.list.setItemDelegate(_DayPainter(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._note = label(tint="muted", size="small", wrap=True, name="year_note")
        box = column(self, spacing=HALF)
        box.addLayout(head)
        box.addWidget(self.list)
        box.addWidget(self._note)
        box.addStretch(1)

    def show_calendar(self, calendar: Calendar, calendars: Sequence[Calendar]) -> None:
        """Show what this calendar does; another one is shown in the same year."""
        self._calendar, self._all = calendar, tuple(calendars)
        self._count()

    def turn(self, by: int) -> None:
        """Show another year."""
        self._year = max(1970, min(2999, self._shown() + by))
        self._count()

    def _turner(self, icon: str, by: int) -> QPushButton:
        made = button("", lambda: self.turn(by), kind="icon", name="year_before" if by < 0 else "year_after")
        put_icon(made, icon)
        words = tr("Year before") if by < 0 else tr("Year after")
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.setFixedSize(4 * GRID, 4 * GRID)
        return made

    def _shown(self) -> int:
        if self._year is not None:
            return self._year
        effective = self._context.document.identity.effective
        return max(self._context.today().year, effective.year if effective else 0)

    def _count(self) -> None:
        calendar = self._calendar
        if calendar is None:
            return
        year, place = self._shown(), place_shown(calendar, self._all)
        asked = (calendar, year, place)
        if asked == self._asked:
            return
        self._asked = asked
        self._title.setText(tr("Special days in {year}", year=year))

        def done(result: Ok[tuple[YearDay, ...]] | Err) -> None:
            if isValid(self) and isinstance(result, Ok) and asked == self._asked:
                self._show(result.value)

        self._context.runner.start(lambda _: year_days(calendar, year, public_holidays, place), done, key="year days")

    def _show(self, days: Sequence[YearDay]) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for one in days:
            words = f"{dates.weekday_and_day(one.day)}: {name_words(one)}, {does_words(one)}"
            item = QListWidgetItem(words, self.list)
            item.setData(_DAY, one)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, _LINE))
        self.list.setCurrentRow(min(row, len(days) - 1))
        self.list.setVisible(bool(days))
        self.list.setFixedHeight(min(_LINES, max(1, len(days))) * _LINE + HALF)
        self._note.setText(self._words(days))
        self._note.setVisible(bool(self._note.text()))

    def _words(self, days: Sequence[YearDay]) -> str:
        calendar = self._calendar
        assert calendar is not None
        told = []
        if not calendar.holiday_country:
            told.append(tr("This calendar closes on no public holidays."))
        if calendar.holiday_country and not any(one.does is not Does.SHORT for one in days):
            told.append(tr("No public holidays are known for this country and region."))
        if calendar.last_year is not None and self._shown() > calendar.last_year:
            told.append(tr("The agreement covers holidays to the end of {year}.", year=calendar.last_year))
        if any(one.estimated for one in days):
            told.append(tr("Estimated: the date is set by the moon or by decree, and may still move."))
        return " ".join(told)


class _DayPainter(QStyledItemDelegate):
    """The date at the left; the occasion, and under it what the calendar does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(20 * GRID, _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One day."""
        one = index.data(_DAY)
        assert isinstance(one, YearDay)
        area: QRect = option.rect
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, colour("selection"))
        painter.setPen(colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(GRID, 3, -GRID, -3)
        half = inner.height() // 2
        left, right = QRect(inner), inner.adjusted(_DATE, 0, 0, 0)
        left.setWidth(_DATE - HALF)
        middle = Qt.AlignmentFlag.AlignVCenter
        lines = (
            (left, 0, dates.short_day(one.day), font("body", bold=True), "text"),
            (left, 1, dates.weekday(one.day.weekday(), short=True), font("small"), "muted"),
            (right, 0, name_words(one), font("body"), "text"),
            (right, 1, does_words(one), font("small"), "text" if selected else "muted"),
        )
        for column_area, number, words, face, role in lines:
            painter.setFont(face)
            painter.setPen(colour(role))
            place = QRect(column_area.left(), inner.top() + number * half, column_area.width(), half)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, area)
        painter.restore()
