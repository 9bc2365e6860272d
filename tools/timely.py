"""What the scenes about time do to the document: nothing there, and more than fits."""

from __future__ import annotations

from datetime import date
from itertools import product

import msgspec
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QTableView

from slaeditor.model.agreement.hours import Calendar, Opening, Weekday
from slaeditor.model.agreement.maintenance import Blackout, Every, Window
from slaeditor.model.agreement.priorities import ImpactLevel, MatrixCell, Priority, UrgencyLevel
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import ClockTime, Duration
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.forms.table_view import TableView
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
    """A calendar with a name alone, beside the others."""
    calendars = (*stage.document.hours.calendars, Calendar(id="new", name="Night shift"))
    stage.window.shell.session.do(SetTerm(CALENDARS, calendars))
    stage.find(AgreementPage, "page_agreement").go_to((*CALENDARS, "new", "name"))
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
    invoices = Blackout(
        id="inv", name="Invoices", start=date(2027, 1, 27), end=date(2027, 1, 29), services=("billing",)
    )
    do(SetTerm(BLACKOUTS, (*stage.document.maintenance.blackouts, budget, invoices, Blackout(id="b"))))
    stage.wait()


def empty_month(stage: Stage) -> None:
    """No window and no black-out."""
    for table in (WINDOWS, BLACKOUTS):
        stage.window.shell.session.do(SetTerm(table, ()))
    stage.wait()


def crowded_matrix(stage: Stage) -> None:
    """Six levels of each kind with long names, six priorities, and cells that are still empty."""
    impacts = (
        "The whole customer",
        "A site",
        "A department with more than a hundred people at work",
        "A team",
        "One",
        "None",
    )
    urgencies = (
        "Immediately",
        "Within the hour",
        "Today, before the end of business",
        "Tomorrow",
        "This week",
        "Sometime",
    )
    do = stage.window.shell.session.do
    down = tuple(ImpactLevel(id=f"i{n}", code=str(n + 1), label=one) for n, one in enumerate(impacts))
    across = tuple(UrgencyLevel(id=f"u{n}", code="ABCDEF"[n], label=one) for n, one in enumerate(urgencies))
    names = ("Emergency", "Critical", "High", "Medium", "Low", "Planning")
    levels = tuple(Priority(id=f"p{n}", code=f"P{n + 1}", name=one) for n, one in enumerate(names))
    cells = tuple(
        MatrixCell(id=f"m{i}{u}", impact=f"i{i}", urgency=f"u{u}", priority=f"p{(i + u) // 2}")
        for i, u in product(range(6), range(6))
        if i + u < 10
    )
    for name, rows in (("impacts", down), ("urgencies", across), ("levels", levels), ("matrix", cells)):
        do(SetTerm(("priorities", name), rows))
    stage.wait()


def empty_matrix(stage: Stage) -> None:
    """Levels without a single priority chosen."""
    stage.window.shell.session.do(SetTerm(("priorities", "matrix"), ()))
    stage.wait()


def crowded_targets(stage: Stage) -> None:
    """A block of times is selected, one cell is not understood, and there are many rows."""
    do = stage.window.shell.session.do
    rows = stage.document.targets.items
    more = tuple(
        msgspec.structs.replace(one, id=f"{one.id}-{service.id}", services=(service.id,))
        for service in stage.document.services.items
        for n, one in enumerate(rows[:4])
        if (service.id, n) != (rows[0].services[0], n)
    )
    do(SetTerm(("targets", "items"), (*rows, *more)))
    stage.window.shell.session.set_unparsed(("targets", "items", rows[1].id, "update"), "soon")
    table = stage.find(QTableView, "rows_items")
    table.setFocus()
    model = table.model()
    block = QItemSelection(model.index(2, 3), model.index(4, 4))
    table.setCurrentIndex(model.index(2, 3))
    table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    stage.wait()


def empty_targets(stage: Stage) -> None:
    """No target yet."""
    stage.window.shell.session.do(SetTerm(("targets", "items"), ()))
    stage.wait()


def empty_ladder(stage: Stage) -> None:
    """A path without a step."""
    stage.window.shell.session.do(SetTerm(("escalation", "paths", "path-p2", "steps"), ()))
    stage.wait()


def filling(stage: Stage) -> None:
    """The handle of a cell is on its way down."""
    table = stage.find(TableView, "rows_items")
    table.setFocus()
    table.go_to(1, 3)
    cell = table.visualRect(table.currentIndex())
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.bottomRight() - QPoint(2, 2))
    for row in (2, 3):
        QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(row, 3)).center())
    stage.wait()


def counted_maintenance(stage: Stage) -> None:
    """Clocks that change, closed days, and maintenance that counts as downtime."""
    do = stage.window.shell.session.do
    windows = stage.document.maintenance.windows
    do(SetTerm(WINDOWS, tuple(msgspec.structs.replace(one, counts_as_downtime=True) for one in windows)))
    calendars = (
        msgspec.structs.replace(one, zone="Europe/Vienna", holiday_country="AT")
        for one in stage.document.hours.calendars
    )
    do(SetTerm(CALENDARS, tuple(calendars)))
    stage.wait()
