"""The drawn editors: what they say, and how one goes between a drawing and its table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTableView

from slaeditor import shipped
from slaeditor.model.agreement.metrics import Direction, Metric
from slaeditor.model.agreement.remedies import Basis, Threshold
from slaeditor.model.edits import InsertRow, SetTerm
from slaeditor.model.quantities import Duration, Number, Percent
from slaeditor.ui.drawn.drawing import Drawing
from slaeditor.ui.drawn.layout import spread, ticks
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS
SAMPLE = shipped.sample()
STEPS = ("escalation", "paths", "path-p2", "steps")


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([], []),
        ([10, 50, 90], [10, 50, 90]),
        ([10, 12, 90], [1, 21, 90]),
        ([-5, 0, 0], [0, 20, 40]),
        ([95, 98, 100], [60, 80, 100]),
        ([40, 50, 60, 62], [23, 43, 63, 83]),
    ],
)
def test_labels_keep_their_distance(wanted: list[float], places: list[float]) -> None:
    assert spread(wanted, 20, 0, 100) == places


def test_ticks_are_what_people_count_in() -> None:
    assert ticks(60, (5, 15, 30), 4) == [0, 15, 30, 45, 60]
    assert ticks(10, (5, 15), 4) == [0, 5, 10]
    assert ticks(100, (5, 15), 2) == [0, 15, 30, 45, 60, 75, 90]


def test_the_ladder_and_its_table_go_together(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*STEPS)
    ladder, table = st.find(Drawing, "ladder"), st.find(QTableView, "rows_steps")
    ids = [row.id for row in st.value(*STEPS)]
    assert [spot.key for spot in ladder.spots] == ids
    st.click(ladder, ladder.area_of(ids[3]).center())
    assert table.currentIndex().row() == 3
    ladder.setFocus()
    st.key(Qt.Key.Key_Up)
    assert table.currentIndex().row() == 2
    assert "Service manager" in ladder.accessibleDescription().split(".")[0]
    st.key(Qt.Key.Key_Return)
    assert st.focus() is table
    st.key(Qt.Key.Key_Down)
    assert ladder.current == ids[3]
    assert st.edits == 0


def test_the_ladder_follows_an_edit_at_once(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*STEPS)
    ladder = st.find(Drawing, "ladder")
    first, second = (row.id for row in st.value(*STEPS)[:2])
    assert "1 h = 25% of Restore" in ladder.accessibleDescription()
    st.session.do(SetTerm((*STEPS, first, "percent"), Percent("95")))
    assert "25% of Restore" not in ladder.accessibleDescription()
    assert ladder.spots[-1].key == first
    st.session.do(SetTerm((*STEPS, second, "percent"), None))
    assert ladder.spots[-1].key == second, "what has no time stands at the end"
    st.session.do(SetTerm(("targets", "items", st.value("targets", "items")[1].id, "restore"), Duration(480)))
    assert "Restore: 8 hours" in ladder.accessibleDescription()


def test_the_ladder_is_drawn_for_each_of_the_targets(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*STEPS)
    ladder, choice = st.find(Drawing, "ladder"), st.find(QComboBox, "ladder_target")
    assert choice.count() == 2
    assert "Restore: 4 hours" in ladder.accessibleDescription()
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert "Restore: 8 hours" in ladder.accessibleDescription()
    st.session.do(SetTerm((*STEPS[:-1], "priorities"), ()))
    assert "no time" in st.find(QLabel, "ladder_hint").text()
    assert len(ladder.spots) == len(st.value(*STEPS))


def test_a_drawing_without_rows_takes_the_focus_and_does_nothing(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.session.do(SetTerm(STEPS, ()))
    st.session.do(SetTerm((*STEPS[:-1], "priorities"), ()))
    st.go(*STEPS)
    ladder = st.find(Drawing, "ladder")
    ladder.setFocus()
    st.key(Qt.Key.Key_Down)
    st.key(Qt.Key.Key_Return)
    st.click(ladder, QPoint(3, 3))
    assert ladder.current == ""
    assert not ladder.grab().isNull()


CREDITS = ("remedies", "schedules", "credit-laboratory", "thresholds")


def test_the_credit_steps_and_their_table_go_together(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*CREDITS)
    steps, table = st.find(Drawing, "credit_steps"), st.find(QTableView, "rows_thresholds")
    ids = [row.id for row in st.value(*CREDITS)]
    assert [spot.key for spot in steps.spots] == ids
    assert "below 99.9%, to 99.5% inclusive: 5% credit" in steps.accessibleDescription()
    st.click(steps, steps.area_of(ids[1]).center())
    assert table.currentIndex().row() == 1
    st.click(steps, QPoint(steps.width() - 4, 40))
    assert table.currentIndex().row() == 2, "the worst results are at the right end of the chart"
    steps.setFocus()
    st.key(Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_the_credit_steps_follow_thresholds_and_caps(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go(*CREDITS)
    steps = st.find(Drawing, "credit_steps")
    first = st.value(*CREDITS)[0].id
    st.session.do(SetTerm((*CREDITS, first, "below"), Number("98")))
    assert steps.spots[-1].key == first, "the worst band is the last, however the rows are written"
    st.session.do(SetTerm((*CREDITS, first, "credit"), None))
    assert first not in [spot.key for spot in steps.spots]
    assert "of the fee of all services" in st.find(QLabel, "credit_hint").text()
    st.session.do(SetTerm((*CREDITS[:-1], "basis"), Basis.WHOLE_FEE))
    assert "Monthly cap" not in st.find(QLabel, "credit_hint").text()
    assert not steps.grab().isNull()
    st.session.do(SetTerm(CREDITS, ()))
    assert "any result: no credit" in steps.accessibleDescription()
    assert not steps.grab().isNull()


def test_the_credit_steps_of_a_metric_where_lower_is_better(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    metric = Metric(id="tickets", name="Open tickets", direction=Direction.LOWER_IS_BETTER, target=Number("4"))
    st.session.do(InsertRow(("metrics", "items"), metric))
    st.session.do(SetTerm((*CREDITS[:-1], "metrics"), ("tickets",)))
    rows = tuple(Threshold(id=f"t{n}", below=Number(n * 10), credit=Percent(n)) for n in (2, 1))
    st.session.do(SetTerm(CREDITS, rows))
    st.go(*CREDITS)
    steps = st.find(Drawing, "credit_steps")
    assert [spot.key for spot in steps.spots] == ["t1", "t2"]
    assert "up to 10: no credit" in steps.accessibleDescription()
    assert "above 10, to 20 inclusive: 1% credit" in steps.accessibleDescription()
    assert not steps.grab().isNull()
