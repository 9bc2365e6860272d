"""The What if place: pick a report, see on a time ruler what the agreement promises then, and lay another document below it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSplitter

from slaeditor.model.agreement import Agreement
from slaeditor.model.clock.explanation import Counts
from slaeditor.model.clock.local_time import instant_of, seconds_of
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.paths import Path
from slaeditor.model.what_if.clocks import home_zone
from slaeditor.model.what_if.due import What
from slaeditor.model.what_if.report import Report
from slaeditor.ui import theme
from slaeditor.ui.compare.side_picker import SidePicker
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.page import Page
from slaeditor.ui.pieces import button, column, line, rule
from slaeditor.ui.shell import Shell
from slaeditor.ui.what_if.asked import Asked, AskedBar
from slaeditor.ui.what_if.finding import Below, Found, find
from slaeditor.ui.what_if.listing import EventList
from slaeditor.ui.what_if.moments import MomentBar
from slaeditor.ui.what_if.pauses import MOST, PauseBar
from slaeditor.ui.what_if.shown import Shown
from slaeditor.ui.what_if.told import as_text, beginning, tellings
from slaeditor.ui.words import tr

_LIST_MS = 60
"""The picture follows a drag at once; the table when it rests so long."""


class WhatIfPage(Page):
    """The first answer is worked out off the GUI thread, as public holidays take long to load; then each follows at once."""

    place = "what_if"
    needs_document = True

    def __init__(self, shell: Shell, _desk: Desk) -> None:
        super().__init__()
        self._shell, self._session = shell, shell.session
        self._agreement = ""
        self._ready_for: Agreement | None = None
        self._moment: datetime | None = None
        self._below: Below | None = None
        self._found: Found | None = None
        self._by_hand = False
        self._asked = AskedBar()
        self._moments = MomentBar()
        self._pauses = PauseBar()
        self._side = SidePicker(shell, "what_if_below", tr("Lay another one below…"))
        self._nothing = button("×", self._lay_nothing, kind="flat", name="what_if_nothing_below")
        self._view = Shown(
            button(tr("Copy picture"), self._copy_picture, kind="flat", name="what_if_copy_picture"),
            button(tr("Copy as text"), self._copy_text, kind="flat", name="what_if_copy_text"),
        )
        self._list = EventList()
        self._later = QTimer(self, singleShot=True, interval=_LIST_MS)
        self._build()
        self._asked.changed.connect(self._ask)
        self._moments.chosen.connect(self._report_at)
        self._moments.now.connect(lambda: self._report_at(self._now()))
        self._moments.pause.connect(self._add_pause)
        self._pauses.changed.connect(self._ask)
        self._pauses.refused.connect(self._shell.say)
        self._side.picked.connect(self._lay_below)
        self._later.timeout.connect(self._tell)
        self._view.ruler.moved.connect(self._report_at)
        self._view.ruler.pause_moved.connect(self._pauses.shift)
        self._view.ruler.pause_removed.connect(self._pauses.remove)
        self._view.ruler.chosen.connect(self._list.choose)
        self._list.chosen.connect(self._view.ruler.choose)
        self._session.changed.connect(lambda _: self._follow())

    def arrive(self, path: Path | None = None) -> None:
        """Begin with a telling report on the open agreement, or go on with what was asked."""
        if self._agreement != self._session.agreement:
            self._agreement, self._moment = self._session.agreement, None
            self._pauses.clear()
            self._below = None
            self._side.take(None)
        self._side.offer()
        self._prepare()

    def leave(self) -> None:
        """Nothing waits any more."""
        self._later.stop()

    def _build(self) -> None:
        self._side.setFixedHeight(4 * theme.GRID)
        self._nothing.setAccessibleName(tr("Lay nothing below"))
        self._nothing.setToolTip(tr("Lay nothing below"))
        self._nothing.setFixedSize(4 * theme.GRID, 4 * theme.GRID)
        second = line()
        second.addWidget(self._moments, 1)
        second.addWidget(self._side)
        second.addWidget(self._nothing)
        top = column(spacing=theme.GRID)
        top.setContentsMargins(theme.WIDE, theme.GRID, theme.WIDE, theme.GRID)
        top.addWidget(self._asked)
        top.addLayout(second)
        top.addWidget(self._pauses)
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._view)
        split.addWidget(self._list)
        split.setStretchFactor(1, 1)
        split.splitterMoved.connect(self._divided)
        box = column(self, spacing=0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(split, 1)

    def _now(self) -> datetime:
        zone = home_zone(self._session.document) or ZoneInfo("UTC")
        return self._shell.clock.now().astimezone(zone).replace(second=0, microsecond=0)

    def _prepare(self) -> None:
        """Load and compile what an answer needs, then show it; only the hours of a document take long."""
        document, below = self._session.document, self._below
        if self._ready_for is not None and self._ready_for.hours == document.hours and self._moment is not None:
            self._fill(self._asked.asked)
            return
        now, kept = self._shell.clock.now(), self._moment

        def work() -> tuple[Asked, datetime]:
            asked, at = beginning(document, now, public_holidays)
            find(document, _report(asked, kept or at), below)
            return asked, at

        def done(result: Ok[tuple[Asked, datetime]] | Err) -> None:
            if isinstance(result, Err):
                self._shell.report(result.error)
            elif self._session.agreement == self._agreement:
                asked, at = result.value
                self._ready_for = document
                first = self._moment is None
                self._moment = self._moment or at
                self._fill(asked if first else self._asked.asked)

        self._shell.runner.start(lambda _: work(), done, key="what if")

    def _fill(self, asked: Asked) -> None:
        self._ready_for = self._session.document
        self._asked.show_document(self._session.document, asked)
        if self._moment is not None:
            self._moments.show_moment(self._moment)
        self._ask()

    def _follow(self) -> None:
        """The document has changed while it is looked at."""
        if self.isVisible():
            self._prepare()

    def _report_at(self, at: datetime) -> None:
        self._moment = at
        self._moments.show_moment(at)
        self._ask()

    def _ask(self) -> None:
        """Work out the report and show what follows."""
        if self._moment is None or self._ready_for is None:
            return
        asked = self._asked.asked
        document = self._session.document
        self._found = find(document, _report(asked, self._moment, self._pauses.pauses), self._below)
        self._view.show_found(self._found)
        self._nothing.setVisible(self._below is not None)
        self._moments.let_pause(len(self._pauses.pauses) < MOST and bool(self._found.answer.dues))
        self._later.start()
        self._divide()

    def _divide(self) -> None:
        """The picture as high as it is, as far as the table keeps some room, until a person divides it otherwise."""
        whole = sum(self._split.sizes())
        if not self._by_hand and whole:
            high = min(self._view.wanted_height, max(whole * 2 // 3, whole - 15 * theme.GRID))
            self._split.setSizes([high, whole - high])

    def _divided(self, *_: int) -> None:
        self._by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide anew."""
        super().resizeEvent(event)
        self._divide()

    def _tell(self) -> None:
        """Bring the table and the moments on offer up to date."""
        if self._found is None:
            return
        target = self._found.answer.target
        counted = target.restore or target.resolve if target is not None else None
        calendar = counted.calendar if counted is not None else None
        self._moments.offer(tellings(self._session.document, calendar, self._shell.clock.now(), public_holidays))
        differing = {one.key: one for one in self._found.differing}
        self._list.show_events(self._found.events, differing, self._found.name)

    def _add_pause(self) -> None:
        """In the middle of the longest stretch that counts towards the restore, or whatever is last."""
        if self._found is None or not self._found.answer.dues:
            return
        due = self._found.answer.due(What.RESTORE) or self._found.answer.dues[-1]
        counted = [one for one in due.stretches if one.counts is Counts.COUNTED]
        if counted:
            longest = max(counted, key=lambda one: one.length)
            middle = (seconds_of(longest.start) + seconds_of(longest.end)) // 2
            self._pauses.begin_at(instant_of(middle // 300 * 300, longest.start.tzinfo))  # type: ignore[arg-type]
            self._view.ruler.choose(f"pause-{len(self._pauses.pauses) - 1}")

    def _lay_below(self) -> None:
        side = self._side.side
        if side is None:
            return

        def done(result: Ok[Agreement] | Err) -> None:
            if isinstance(result, Err):
                self._shell.report(result.error)
            elif self._side.side is side:
                number = side.key.removeprefix("revision ")
                name = tr("Revision {number}", number=number) if number != side.key else side.label
                self._below = Below(name, result.value)
                self._ask()

        def load() -> Agreement:
            document = side.load()
            if self._moment is not None:
                find(document, _report(self._asked.asked, self._moment))
            return document

        self._shell.runner.start(lambda _: load(), done, name=tr("Opening"), key="what if below")

    def _lay_nothing(self) -> None:
        self._below = None
        self._side.take(None)
        self._side.setFocus()
        self._ask()

    def _copy_picture(self) -> None:
        self._view.ruler.choose("")
        QGuiApplication.clipboard().setPixmap(self._view.as_picture())
        self._shell.say(tr("The picture was copied."))

    def _copy_text(self) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText(as_text(self._found.answer) + "\n")
            self._shell.say(tr("The answer was copied as text."))


def _report(asked: Asked, at: datetime, pauses: tuple[tuple[datetime, datetime], ...] = ()) -> Report:
    return Report(at, asked.work, asked.service, asked.priority, asked.impact, asked.urgency, asked.channel, pauses)
