"""The week of a calendar: drawn above its rows, with other calendars laid over it, and the special days of a year beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from slaeditor.model.agreement.hours import Calendar
from slaeditor.model.edits import SetTerm
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field
from slaeditor.ui.drawn.overlays import Overlay
from slaeditor.ui.forms import week_hours
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.grid import Grid
from slaeditor.ui.forms.part import Part
from slaeditor.ui.forms.week_grid import WeekGrid
from slaeditor.ui.forms.week_overlays import OverlayChoice
from slaeditor.ui.forms.year_list import YearList
from slaeditor.ui.pieces import column, label
from slaeditor.ui.theme import GRID, HALF, WIDER, tint
from slaeditor.ui.words import tr

_BESIDE = 80 * GRID
"""From this width on the year stands beside the week, below it otherwise."""


class WeekPart(Part):
    """Which calendars are laid over is a matter of looking: nothing is stored of it."""

    def __init__(self, declared: Field, context: Context) -> None:
        super().__init__(context)
        self.grid = WeekGrid(self)
        self.grid.setObjectName("week")
        self.grid.setAccessibleName(tr(declared.term.label))
        self.grid.setWhatsThis(
            tr("Drag to open or close hours. Arrows move, Shift and arrows mark, Space opens or closes, Delete closes.")
        )
        self.rows = Grid(declared, context, embedded=True)
        self._zone = label(size="small", name="week_zone", wrap=True)
        self._laid: tuple[Any, ...] = (None,)
        self.overlays = OverlayChoice()
        self.year = YearList(context)
        left = QWidget()
        box = column(left, spacing=HALF)
        box.addWidget(self.grid)
        box.addWidget(self._zone)
        hint = label(self.grid.whatsThis(), tint="muted", size="small", wrap=True)
        box.addWidget(hint)
        box.addWidget(self.overlays)
        box.addSpacing(HALF)
        box.addWidget(self.rows)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID)
        self._box.addWidget(left, 3)
        self._box.addWidget(self.year, 2)
        self.year.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.grid.painted.connect(self._painted)
        self.overlays.chosen.connect(self._lay_over)

    def show_at(self, path: Path, value: Any) -> None:
        """Show the intervals, and what goes with them."""
        self.path = path
        if value is not self.grid.week:
            self.grid.show_week(value)
        self.rows.show_at(path, value)
        calendar, others = self._calendars()
        self._zone.setText(
            tr("Local times of {zone}.", zone=calendar.zone)
            if calendar.zone
            else tr("The calendar has no time zone yet.")
        )
        tint(self._zone, "muted" if calendar.zone else "finding")
        self.overlays.show_calendars(others, calendar.zone)
        self._lay_over()
        self.year.show_calendar(calendar, (calendar, *others))

    def refresh_names(self) -> None:
        """Other calendars may be there, or be called otherwise."""
        self.rows.refresh_names()
        if self.path:
            self.show_at(self.path, self.grid.week)

    def show_messages(self) -> None:
        """Marks in the rows."""
        self.rows.show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """Neither painted nor typed."""
        self.grid.read_only = read_only
        self.rows.set_read_only(read_only)

    def finish(self) -> None:
        """An open cell is complete."""
        self.rows.finish()

    def reveal(self, path: Path) -> bool:
        """The table itself is the drawing; a row stands below it."""
        if len(path) == len(self.path):
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.rows.reveal(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the week where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self._box.setSpacing(WIDER if beside else GRID)

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme: the marks are drawn in its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.overlays.redraw()

    def _calendars(self) -> tuple[Calendar, tuple[Calendar, ...]]:
        """The calendar of this week, and the others of the agreement."""
        all_of = self.context.document.hours.calendars
        own = next(one for one in all_of if one.id == self.path[-2])
        return own, tuple(one for one in all_of if one.id != own.id)

    def _lay_over(self) -> None:
        own, others = self._calendars()
        today = max(self.context.today(), self.context.document.identity.effective or date.min)
        monday = today - timedelta(days=today.weekday())
        marks = self.overlays.marks()
        laid = (self.context.document.hours.calendars, own.id, monday, marks)
        if laid[0] is self._laid[0] and laid[1:] == self._laid[1:]:
            return
        self._laid = laid
        shown = [
            Overlay(
                one.name or tr("(no name)"),
                marks[one.id],
                tuple(week_hours.on_board(week_hours.overlaid(one, own.zone, monday))),
            )
            for one in others
            if one.id in marks
        ]
        self.grid.lay_over(shown)

    def _painted(self, days: list[int], start: int, end: int, opened: bool) -> None:
        week = week_hours.paint(self.grid.week, days, start, end, opened, self.context.session.new_id)
        self.context.do(SetTerm(self.path, week))
