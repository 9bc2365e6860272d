"""The map of needs in the agreement: drawn, gone through by keys, clicked, and the list that says the same."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QToolButton

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.advice import whole_map
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import RemoveRow, SetTerm, apply
from slaeditor.ui.drawn.needs_chart import NeedsChart
from slaeditor.ui.forms.table_view import TableView
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
SAMPLE = shipped.sample()
COST = "need:needs.services[patient-record].outage_cost"
CRITICALITY = "term:services.items[patient-record].criticality"


def some_unmet() -> Agreement:
    """Nobody has linked anything, and no service is weighed."""
    document = SAMPLE
    for service in document.services.items:
        document = apply(document, SetTerm(("services", "items", service.id, "criticality"), None))
    for link in document.needs.links:
        document = apply(document, RemoveRow(("needs", "links", link.id)))
    return document


def chart_of(st: Stage) -> NeedsChart:
    """The map, gone to by its tab."""
    st.go("needs", "links")
    return st.find(NeedsChart, "needs_chart")


def lines(st: Stage) -> list[str]:
    """What the list says."""
    model = st.find(QListView, "needs_lines").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def wait_for(chart: NeedsChart, wanted: int) -> None:
    """Until so many needs are drawn: the map is worked out a moment after the last edit."""
    late = QDeadlineTimer(5_000)
    while sum(spot.key.startswith("need:") for spot in chart.spots) != wanted:
        assert not late.hasExpired(), [spot.key for spot in chart.spots]
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def test_every_need_and_term_is_drawn_within_the_chart_and_none_over_another(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    wait_for(chart, len(whole_map(SAMPLE).needs))
    areas = [spot.area for spot in chart.spots]
    assert len(areas) == len(whole_map(SAMPLE).needs) + len(whole_map(SAMPLE).terms)
    assert all(chart.rect().contains(area) for area in areas)
    assert not any(a.intersects(b) for number, a in enumerate(areas) for b in areas[:number])
    assert "37 needs, all of them answered" in chart.accessibleDescription()


def test_the_keys_go_along_columns_and_lines_and_enter_goes_there(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    wait_for(chart, len(whole_map(SAMPLE).needs))
    assert st.focus() is chart
    assert chart.current == chart.spots[0].key
    while chart.current != COST:
        st.key(Qt.Key.Key_Down)
    assert "Cost of one hour down: EUR 40,000.00 an hour" in chart.accessibleDescription()
    st.key(Qt.Key.Key_Right)
    assert chart.current.startswith("term:")
    st.key(Qt.Key.Key_Left)
    assert chart.current.startswith("need:")
    while chart.current != COST:
        st.key(Qt.Key.Key_Down)
    st.key(Qt.Key.Key_Return)
    assert (st.page.section, st.focus().objectName()) == ("needs", "outage_cost")


def test_a_click_goes_to_the_term(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    wait_for(chart, len(whole_map(SAMPLE).needs))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.area_of(CRITICALITY).center())
    assert (st.page.section, st.focus().objectName()) == ("services", "criticality")


def test_what_nothing_answers_is_first_and_can_be_shown_alone(stage: OpenStage) -> None:
    document = some_unmet()
    shown = whole_map(document)
    st = stage(document)
    chart = chart_of(st)
    wait_for(chart, len(shown.needs))
    assert [spot.key for spot in chart.spots][: shown.unmet] == [
        "need:" + paths.text_of(one.path) for one in shown.groups[0].needs
    ]
    button = st.find(QToolButton, "needs_unmet")
    assert button.text() == f"Not answered {shown.unmet}"
    st.click(button)
    assert len(chart.spots) == shown.unmet
    st.click(st.find(QToolButton, "needs_list"))
    assert lines(st)[0] == "Not answered yet"
    assert all("answers this" in one for one in lines(st)[1:])


def test_the_list_says_what_the_map_shows_and_goes_there(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    shown = whole_map(SAMPLE)
    wait_for(chart, len(shown.needs))
    st.click(st.find(QToolButton, "needs_list"))
    said = lines(st)
    assert len(said) == len(shown.groups) + len(shown.needs) + sum(len(one.terms) for one in shown.needs)
    view = st.find(QListView, "needs_lines")
    row = next(number for number, one in enumerate(said) if one.startswith("Criticality: 1 ("))
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 0))
    st.key(Qt.Key.Key_Return)
    assert (st.page.section, st.focus().objectName()) == ("services", "criticality")


def test_the_map_follows_the_document(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    wait_for(chart, len(whole_map(SAMPLE).needs))
    st.session.do(SetTerm(("needs", "services", "patient-record", "outage_cost"), None))
    wait_for(chart, len(whole_map(st.document).needs))
    assert chart.area_of(COST).isEmpty()


def test_the_table_of_links_is_behind_it(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart_of(st)
    button = st.find(QPushButton, "edit_links")
    st.click(button)
    assert st.focus() is st.find(TableView, "rows_links")
    st.click(button)
    assert st.focus() is st.find(NeedsChart, "needs_chart")
    st.go("needs", "links", SAMPLE.needs.links[3].id, "why")
    assert st.find(TableView, "rows_links").currentIndex().row() == 3


def test_in_little_room_there_is_the_list_alone(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    chart = chart_of(st)
    wait_for(chart, len(whole_map(SAMPLE).needs))
    st.page.resize(760, 700)
    QApplication.processEvents()
    assert st.find(QListView, "needs_lines").isVisibleTo(st.page)
    way = st.page.findChild(QToolButton, "needs_map")
    assert way is not None
    assert not way.isVisibleTo(st.page)
