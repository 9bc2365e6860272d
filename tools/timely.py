"""What the scenes about time do to the document: nothing there, and more than fits."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import ClockTime, Duration
from slaeditor.ui.forms.week_overlays import OverlayChoice
from tools.stage import Stage

CALENDARS = ("hours", "calendars")
WINDOWS, BLACKOUTS = ("maintenance", "windows"), ("maintenance", "blackouts")


def lay_over(stage: Stage) -> None:
    """Every other calendar is laid over the one that is shown."""
    for box in stage.find(OverlayChoice, "overlays").findChildren(QCheckBox):
        box.click()
    stage.wait()


def crowded_week(stage: Stage) -> None:
    """Broken days, nights, and calendars on other clocks."""
    days = tuple(Weekday)
    given = (
        (days[:5], 360, 555, False), (days[:5], 600, 750, False), (days[:4], 795, 1020, False), (days[4:5], 795, 930, False),
        (days[:4], 1320, 120, True), (days[5:6], 480, 690, False), (days[5:6], 720, 960, False), (days[6:], 1200, 1440, False),
    )  # fmt: skip
    week = tuple(
        Opening(id=f"o{n}", days=which, opens=ClockTime(opens), closes=ClockTime(closes), overnight=over)
        for n, (which, opens, closes, over) in enumerate(given)
    )
    office = (Opening(id="o", days=days[:5], opens=ClockTime(540), closes=ClockTime(1020)),)
    more = (
        Calendar(id="ny", name="New York desk", zone="America/New_York", week=office),
        Calendar(id="sg", name="Singapore desk", zone="Asia/Singapore", week=office),
    )
    do = stage.window.shell.session.do
    do(SetTerm((*CALENDARS, "working-hours", "week"), week))
    do(SetTerm(CALENDARS, (*stage.document.hours.calendars, *more)))
    stage.wait()
    lay_over(stage)


def empty_week(stage: Stage) -> None:
    """A calendar with a name alone."""
    stage.window.shell.session.do(SetTerm(CALENDARS, (Calendar(id="new", name="Night shift"),)))
    stage.wait()


def crowded_month(stage: Stage) -> None:
    """Many windows, some over midnight, two black-outs, more than the cap, and rows that are not complete."""
    here, two = "Europe/Istanbul", Duration(120)
    more = (
        Window(id="db", name="Database patches", weekday=Weekday.WEDNESDAY,
               start=ClockTime(1380), duration=two, zone=here),
        Window(id="net", name="Network", weekday=Weekday.SUNDAY, every=Every.FIRST,
               start=ClockTime(0), duration=two, zone=here),
        Window(id="app", name="Application releases", weekday=Weekday.SUNDAY,
               start=ClockTime(270), duration=two, zone=here),
        Window(id="dr", name="Restore test", weekday=Weekday.SATURDAY, every=Every.LAST, zone=here,
               start=ClockTime(1080), duration=Duration(36 * 60)),
        Window(id="new", name="Storage"),
    )  # fmt: skip
    budget = Blackout(id="audit", name="Audit", start=date(2027, 1, 18), end=date(2027, 1, 20), yearly=False)
    do = stage.window.shell.session.do
    do(SetTerm(WINDOWS, (*stage.document.maintenance.windows, *more)))
    do(SetTerm(BLACKOUTS, (*stage.document.maintenance.blackouts, budget, Blackout(id="b"))))
    stage.wait()


def empty_month(stage: Stage) -> None:
    """No window and no black-out."""
    for table in (WINDOWS, BLACKOUTS):
        stage.window.shell.session.do(SetTerm(table, ()))
    stage.wait()
