"""What the scenes of the What if place do: a report, many steps and pauses, nothing promised, a night, two revisions."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from slaeditor.model.agreement.escalation import Base, Step
from slaeditor.model.agreement.parties import Side
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Duration, Percent
from slaeditor.ui.drawn.time_ruler import TimeRuler
from slaeditor.ui.words import tr
from tools.stage import Stage


def choose(stage: Stage, name: str, words: str) -> None:
    """Choose the line of a box that begins with the words."""
    box = stage.find(QComboBox, name)
    number = next(row for row in range(box.count()) if box.itemText(row).startswith(words))
    box.setCurrentIndex(number)
    box.activated.emit(number)
    stage.wait()


def chosen(stage: Stage) -> None:
    """The time to restore is looked at."""
    ruler = stage.find(TimeRuler, "time_ruler")
    ruler.setFocus()
    ruler.choose("restore")
    ruler.chosen.emit("restore")
    stage.wait()


def gravest(stage: Stage) -> None:
    """Priority 1, whose times are elapsed ones."""
    choose(stage, "what_if_service", "Patient record")
    choose(stage, "what_if_priority", "P1")
    choose(stage, "what_if_channel", "Emergency")


def unstaffed(stage: Stage) -> None:
    """A report by e-mail on a holiday."""
    choose(stage, "what_if_channel", "Service desk by e-mail")
    choose(stage, "what_if_priority", "P3")
    choose(stage, "what_if_tellings", tr("In the morning of {holiday}", holiday="Eid"))


def crowded(stage: Stage) -> None:
    """Ten more steps, some after the miss, and two pauses."""
    steps = stage.document.escalation.paths[1].steps
    more = (
        Step(id="s1", percent=Percent("110"), base=Base.RESTORE, after_breach=True, side=Side.CUSTOMER, role="Board"),
        Step(id="s2", percent=Percent("120"), base=Base.RESTORE, after_breach=True, role="Managing director"),
        Step(id="s3", role="Duty officer"),
        *(Step(id=f"t{n}", percent=Percent(f"{30 + 8 * n}"), base=Base.RESTORE, role=f"Specialist {n}", method="SMS",
               side=Side.CUSTOMER if n % 3 == 0 else Side.PROVIDER) for n in range(7)),
    )  # fmt: skip
    stage.window.shell.session.do(SetTerm(("escalation", "paths", "path-p2", "steps"), (*steps, *more)))
    for _ in range(2):
        QTest.mouseClick(stage.find(QAbstractButton, "what_if_add_pause"), Qt.MouseButton.LeftButton)
        stage.wait()
    QTest.keyClick(stage.find(TimeRuler, "time_ruler"), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    stage.wait()


def nothing(stage: Stage) -> None:
    """No targets and no escalation at all."""
    session = stage.window.shell.session
    session.do(SetTerm(("targets", "items"), ()))
    session.do(SetTerm(("escalation", "paths"), ()))
    stage.wait()


def night(stage: Stage) -> None:
    """The night in which the clocks change, in Berlin."""
    calendars = tuple(msgspec.structs.replace(one, zone="Europe/Berlin") for one in stage.document.hours.calendars)
    stage.window.shell.session.do(SetTerm(("hours", "calendars"), calendars))
    choose(stage, "what_if_service", "Patient record")
    choose(stage, "what_if_priority", "P2")
    choose(stage, "what_if_channel", "Emergency")
    choose(stage, "what_if_tellings", tr("The night in which the clocks change"))


def below(stage: Stage) -> None:
    """The draft has a longer time to restore than the last revision."""
    targets = stage.document.targets.items
    place = next(number for number, one in enumerate(targets) if one.id == "p2")
    changed = msgspec.structs.replace(
        targets[place],
        restore=Duration(12 * 60, calendar="working-hours"),
        response=Duration(120, calendar="working-hours"),
    )
    stage.window.shell.session.do(SetTerm(("targets", "items"), (*targets[:place], changed, *targets[place + 1 :])))
    stage.wait()
    choose(stage, "what_if_below", tr("Revision {number}", number=2))
