"""Availability with what it allows: the downtime of the chosen promise as bars beside its outage and restore limits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.availability import AvailabilityPromise
from slaeditor.model.arithmetic.months import MonthAllowance, months
from slaeditor.model.clock import allowance
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.paths import Path
from slaeditor.model.quantities import Unit
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.allowance_words import overdrawn
from slaeditor.ui.drawn.allowance_year import AllowanceYear
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.over_grid import OverGrid
from slaeditor.ui.forms.part import scrolled
from slaeditor.ui.pieces import column, label
from slaeditor.ui.theme import GRID, HALF, WIDE, WIDER, colour
from slaeditor.ui.words import told, tr

_LANE = 3 * GRID
_NAME, _VALUE = 22 * GRID, 18 * GRID
Lane = tuple[str, Decimal, bool]
"""A name, seconds, and whether it is a limit of the agreement."""


def warm_up(document: Agreement, year: int) -> None:
    """Compile the calendars that the promises rest on, off the GUI thread: the first public holiday takes long to load."""
    for promise in document.availability.promises:
        if (calendar := allowance.base_calendar(document, promise)) is not None:
            allowance.clock_of_year(calendar, year, public_holidays)


def year_of(document: Agreement, today: date) -> int:
    """The year that is drawn: the first one of the agreement."""
    return (document.identity.effective or today).year


Picture = tuple[str, list[Lane], tuple[MonthAllowance, ...]]
"""A sentence, the lanes and the months."""


def picture(document: Agreement, promise: AvailabilityPromise, year: int) -> Picture:
    """What there is to show of a promise; what is missing is said when there is nothing to draw."""
    if promise.percent is None:
        return tr("The promise has no percent yet."), [], ()
    calendar = allowance.base_calendar(document, promise)
    if calendar is None or not calendar.zone:
        return tr("The promise needs a base time: a calendar with a time zone."), [], ()
    clock = allowance.clock_of_year(calendar, year, public_holidays)
    if clock is None:
        return tr("The time zone of the base time is not known."), [], ()
    percent = promise.percent
    service = promise.services[0] if promise.services else ""
    found = months(document, service, percent, clock, year)
    by_month = sorted(found, key=lambda one: one.allowed)
    quarter = min(allowance.by_quarter(clock, percent, year), key=lambda one: one.allowed)
    whole = allowance.of_year(clock, percent, year)
    lanes: list[Lane] = [
        (tr("Month, least: {month}", month=by_month[0].name), by_month[0].allowed, False),
        (tr("Month, most: {month}", month=by_month[-1].name), by_month[-1].allowed, False),
        (tr("Quarter, least: {quarter}", quarter=quarter.name), quarter.allowed, False),
    ]
    if promise.longest_outage is not None and promise.longest_outage.unit is Unit.MINUTES:
        lanes.append((tr("Longest single outage"), Decimal(60 * promise.longest_outage.amount), True))
    restore = allowance.gravest_restore(document, promise)
    if restore is not None:
        code = document.priorities.levels[0].code
        lanes.append((tr("Restore target of {priority}", priority=code), Decimal(60 * restore.amount), True))
    words = tr(
        "In {year}, {percent} of “{calendar}” allows {length} of downtime.",
        year=year,
        percent=percent,
        calendar=calendar.name,
        length=allowance.length(whole.allowed),
    )
    return " ".join(filter(None, (words, overdrawn(found)))), lanes, found


class AllowanceBars(QWidget):
    """Bars on one scale of time; the limits of the agreement are hollow."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("allowance")
        self.setAccessibleName(tr("Downtime that is allowed"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lanes: list[Lane] = []

    def show_lanes(self, words: str, lanes: list[Lane]) -> None:
        """Draw these."""
        self.lanes = lanes
        said = [f"{name}: {told(allowance.length(seconds))}" for name, seconds, _ in lanes]
        self.setAccessibleDescription(". ".join([words.rstrip("."), *said]) + ".")
        self.setFixedHeight(max(1, len(lanes)) * _LANE)
        self.setVisible(bool(lanes))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, bar and length in each lane."""
        painter = QPainter(self)
        most = max((seconds for _, seconds, _ in self.lanes), default=Decimal(0))
        room = max(GRID, self.width() - _NAME - _VALUE)
        for number, (name, seconds, limit) in enumerate(self.lanes):
            top = number * _LANE
            painter.setPen(colour("text"))
            middle = Qt.AlignmentFlag.AlignVCenter
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME - GRID)
            painter.drawText(QRect(0, top, _NAME - GRID, _LANE), middle, shown)
            width = max(2, int(room * seconds / most)) if most else 2
            bar = QRect(_NAME, top + HALF + 2, width, _LANE - GRID - HALF)
            if limit:
                painter.setPen(colour("text"))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            else:
                painter.fillRect(bar, colour("accent"))
            painter.setPen(colour("text"))
            painter.drawText(QRect(bar.right() + GRID, top, _VALUE, _LANE), middle, told(allowance.length(seconds)))
        painter.end()


class PromisesPart(OverGrid):
    """The promises as a sheet, and below it what the chosen one allows."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(declared, context)
        self._shown: tuple[Any, ...] = ()
        self.words = label(wrap=True, bold=True, name="allowance_words")
        self.bars = AllowanceBars()
        self.year = AllowanceYear()
        inner = QWidget()
        box = column(inner, spacing=GRID)
        box.setContentsMargins(WIDER, WIDE, WIDE, WIDE)
        box.addWidget(self.grid)
        box.addSpacing(GRID)
        box.addWidget(self.words)
        box.addWidget(self.year)
        box.addSpacing(GRID)
        box.addWidget(self.bars)
        box.addStretch(1)
        column(self).addWidget(scrolled(inner, "promises_area"))
        self.grid.view.current_changed.connect(self._draw)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the rows, and what the chosen one allows now."""
        self.path = path
        self.grid.show_at(path, value)
        self._draw()

    def _draw(self) -> None:
        document, rows = self.context.document, self.grid.model.rows
        current = self.grid.view.currentIndex()
        number = current.row() if current.isValid() else 0
        promise = rows[number] if 0 <= number < len(rows) else None
        shown = (promise, document.hours, document.targets, document.priorities, document.maintenance)
        if len(shown) == len(self._shown) and all(a is b for a, b in zip(shown, self._shown, strict=True)):
            return
        self._shown = shown
        words = ""
        lanes: list[Lane] = []
        found: tuple[MonthAllowance, ...] = ()
        if isinstance(promise, AvailabilityPromise):
            words, lanes, found = picture(document, promise, year_of(document, self.context.today()))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.year.show_months(found)
        self.bars.show_lanes(words, lanes)
