"""What the scenes about time do to the document: nothing there, and more than fits."""

from __future__ import annotations

from datetime import date

from slaeditor.model.agreement.hours import Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import ClockTime, Duration
from tools.stage import Stage

WINDOWS, BLACKOUTS = ("maintenance", "windows"), ("maintenance", "blackouts")


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
