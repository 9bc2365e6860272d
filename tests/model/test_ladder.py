"""Where the steps of an escalation path stand in time."""

from __future__ import annotations

from decimal import Decimal

from slaeditor import shipped
from slaeditor.model.agreement.escalation import Base, Step
from slaeditor.model.agreement.targets import Target
from slaeditor.model.ladder import judged, ladder
from slaeditor.model.quantities import Duration, Percent, Unit

TARGET = Target(
    id="t",
    response=Duration(30),
    restore=Duration(240),
    resolve=Duration(5, Unit.WORKING_DAYS, "office"),
)


def test_a_percent_is_taken_of_the_target_on_its_clock() -> None:
    steps = (
        Step(id="late", percent=Percent("125"), base=Base.RESTORE),
        Step(id="half", percent=Percent("50"), base=Base.RESTORE),
        Step(id="soon", after=Duration(45)),
        Step(id="cause", percent=Percent("50"), base=Base.RESOLVE),
        Step(id="office", after=Duration(60, calendar="office")),
    )
    found = ladder(steps, TARGET)
    assert [(lane.unit, lane.calendar) for lane in found.lanes] == [
        (Unit.MINUTES, None),
        (Unit.WORKING_DAYS, "office"),
        (Unit.MINUTES, "office"),
    ]
    elapsed, days, _ = found.lanes
    assert [f"{rung.step.id} {rung.at}" for rung in elapsed.rungs] == ["soon 45", "half 120", "late 300"]
    assert [(mark.time, mark.limit.amount) for mark in elapsed.marks] == [("response", 30), ("restore", 240)]
    assert elapsed.last == 300
    assert elapsed.breach is not None
    assert elapsed.breach.time == "restore"
    assert days.rungs[0].at == Decimal("2.5")
    assert days.breach is not None
    assert days.breach.time == "resolve"
    assert not found.untimed
    assert not found.elsewhere


def test_what_has_no_time_is_kept_and_a_target_on_another_clock_is_named() -> None:
    steps = (
        Step(id="none"),
        Step(id="half", percent=Percent("50"), base=Base.RESTORE),
        Step(id="at", after=Duration(5)),
    )
    found = ladder(steps, None)
    assert [rung.step.id for rung in found.untimed] == ["none", "half"]
    assert [mark.time for mark in ladder(steps, TARGET).elsewhere] == ["resolve"]


def test_without_steps_the_targets_are_shown() -> None:
    found = ladder((), TARGET)
    assert [len(lane.marks) for lane in found.lanes] == [2, 1]
    assert ladder((), None).lanes == ()


def test_every_step_of_the_sample_stands_somewhere_once() -> None:
    document = shipped.sample()
    for path in document.escalation.paths:
        targets = judged(document, path)
        assert targets
        assert all(target.priority in path.priorities for target in targets)
        for target in targets:
            found = ladder(path.steps, target)
            placed = [rung.step.id for lane in found.lanes for rung in lane.rungs]
            assert sorted(placed + [rung.step.id for rung in found.untimed]) == sorted(step.id for step in path.steps)
