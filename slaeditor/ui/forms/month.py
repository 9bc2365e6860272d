"""Maintenance windows or black-outs as a sheet, and above it the month that they make: drawn, summed, turned by buttons and keys."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from slaeditor.model.agreement.maintenance import Maintenance
from slaeditor.model.clock.announcing import Announcement, announced_in
from slaeditor.model.clock.maintenance import month_of
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui import dates
from slaeditor.ui.drawn import month_words as words
from slaeditor.ui.drawn.legend import Legend
from slaeditor.ui.drawn.month import MonthDrawing, entries, row_of
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.over_grid import OverGrid
from slaeditor.ui.forms.part import bring_into_sight, scrolled, staying
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.theme import GRID, HALF, WIDE, WIDER, font, put_icon, tint
from slaeditor.ui.words import tr


class MonthPart(OverGrid):
    """The month shown is that of today, or the first of the agreement if that comes later, until a person turns it."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(declared, context)
        self.drawing = MonthDrawing()
        self._drawn: tuple[Any, ...] = ()
        self._announcements: tuple[Announcement, ...] = ()
        self._counted: tuple[Any, ...] = ()
        inner = QWidget()
        box = column(inner, spacing=GRID)
        box.setContentsMargins(WIDER, WIDE, WIDE, WIDE)
        box.addLayout(self._head())
        box.addWidget(self.drawing)
        self._legend = Legend()
        box.addWidget(self._legend)
        self._zone = label(tint="muted", size="small", name="month_zone")
        box.addWidget(self._zone)
        self._undrawn = label(tint="finding", size="small", wrap=True, name="month_undrawn")
        box.addWidget(self._undrawn)
        box.addSpacing(GRID)
        box.addWidget(self.grid)
        box.addStretch(1)
        self._area = scrolled(inner, "month_area")
        column(self).addWidget(self._area)
        self.drawing.chosen.connect(lambda key: self.go_to_row(row_of(key)))
        self.drawing.opened.connect(self._opened)
        self.drawing.turned.connect(self.turn)
        self.grid.view.current_changed.connect(self._follow)

    def _head(self) -> Any:
        self._title = label(size="heading", bold=True, name="month_title")
        widest = max(dates.month(2028, number) for number in range(1, 13))
        self._title.setMinimumWidth(QFontMetrics(font("heading", bold=True)).horizontalAdvance(widest) + WIDE)
        before, after = self._turner("chevron-left", -1), self._turner("chevron-right", 1)
        self._today = button(tr("Today"), self._to_today, kind="flat", name="month_today")
        self._sum = label(name="month_sum", wrap=True)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = line(spacing=HALF)
        for widget in (self._today, before, after):
            row.addWidget(widget)
        row.addSpacing(HALF)
        row.addWidget(self._title)
        row.addWidget(self._sum, 1)
        return row

    def _turner(self, icon: str, by: int) -> QPushButton:
        made = button("", lambda: self.turn(by), kind="icon", name="month_before" if by < 0 else "month_after")
        put_icon(made, icon)
        words = tr("Month before (Page up)") if by < 0 else tr("Month after (Page down)")
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.setFixedSize(4 * GRID, 4 * GRID)
        return made

    def turn(self, by: int) -> None:
        """Show another month."""
        year, month = self._shown()
        number = year * 12 + month - 1 + by
        if 12 * 1900 <= number < 12 * 2999:
            self.context.month = (number // 12, number % 12 + 1)
            self.draw()

    def show_at(self, path: Path, value: Any) -> None:
        """Show the rows and what they make."""
        self.path = path
        self.grid.show_at(path, value)
        self.draw()
        self._follow()

    def draw(self) -> None:
        """The month at once; the announcements, which need holidays, when they have been counted."""
        document, today = self.context.document, self.context.today()
        year, month = self._shown()
        section = document.maintenance
        shown = (section, document.hours.calendars, year, month, today, self._announcements)
        if len(shown) == len(self._drawn) and all(a is b or a == b for a, b in zip(shown, self._drawn, strict=True)):
            return
        self._drawn = shown
        with staying(self.grid, self._area):  # a window that is complete makes the month higher
            self._show(section, year, month, today)
        self._count(section, document.hours.calendars, year, month)

    def _show(self, section: Maintenance, year: int, month: int, today: date) -> None:
        found = month_of(section, year, month)
        told = tuple(one for one in self._announcements if (one.day.year, one.day.month) == (year, month))
        self._title.setText(dates.month(year, month))
        said, over = words.sum_words(found, section.monthly_cap)
        self._sum.setText(said)
        tint(self._sum, "worse" if over else "muted")
        self._today.setEnabled((year, month) != (today.year, today.month))
        self.drawing.show_month(year, month, found, section.monthly_cap, told, today)
        self._legend.show_entries(entries(found, told))
        self._zone.setText(words.zone_words(found))
        self._zone.setVisible(bool(self._zone.text()))
        missing = words.undrawn(section)
        self._undrawn.setText("\n".join(missing))
        self._undrawn.setVisible(bool(missing))

    def _count(self, section: Maintenance, calendars: Any, year: int, month: int) -> None:
        asked = (section, calendars, year, month)
        if asked == self._counted:
            return
        self._counted = asked

        def done(result: Ok[tuple[Announcement, ...]] | Err) -> None:
            if isValid(self) and isinstance(result, Ok) and asked == self._counted:
                self._announcements = result.value
                self.draw()

        self.context.runner.start(
            lambda _: announced_in(section, calendars, year, month, public_holidays), done, key="announcements"
        )

    def _shown(self) -> tuple[int, int]:
        if self.context.month is not None:
            return self.context.month
        first = max(self.context.today(), self.context.document.identity.effective or date.min)
        return first.year, first.month

    def _to_today(self) -> None:
        today = self.context.today()
        self.context.month = (today.year, today.month)
        self.draw()

    def refresh_names(self) -> None:
        """Services are called otherwise; their names stand in the sheet."""
        super().refresh_names()
        if self.path:
            self.draw()

    def reveal(self, path: Path) -> bool:
        """The cell of the sheet; the table itself is the month."""
        if len(path) == len(self.path):
            self.drawing.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.grid.reveal(path)

    def _opened(self, key: str) -> None:
        if self.go_to_row(row_of(key)):
            self.grid.view.setFocus()
            bring_into_sight(self.grid.view)

    def _follow(self) -> None:
        self.drawing.emphasise(self.current_row)
