"""The paper of the preview: what is marked, what is under the pointer, and how the two follow the person."""

from __future__ import annotations

from pathlib import Path as File

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QTableView

from slaeditor.export.pdf import Box, Printed, printed
from slaeditor.model.paths import Path
from slaeditor.ui.agreement.on_paper import Boxes, beside, left_edges, marks, place_of, stated, term_at
from slaeditor.ui.agreement.paper import Paper
from slaeditor.ui.theme import LIGHT
from tests.export.given import context
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
DOCUMENT = filled_document()
ROW: Path = ("targets", "items", "one")
BOXES: Boxes = [
    (("targets",), Box(1, 50, 80, 500, 16)),
    (ROW, Box(1, 50, 100, 500, 30)),
    ((*ROW, "response"), Box(1, 50, 100, 100, 12)),
    ((*ROW, "restore"), Box(1, 150, 100, 100, 24)),
    ((*ROW, "note"), Box(2, 84, 60, 400, 12)),
    (("legal", "law"), Box(2, 60, 300, 400, 12)),
]
EDGES = left_edges(BOXES)


def test_a_row_is_marked_wherever_it_is_stated_and_a_term_only_where_it_is() -> None:
    assert EDGES == {1: 50, 2: 60}
    assert [(one.page, one.left, one.top, one.bottom) for one in marks(BOXES, EDGES, ROW)] == [
        (1, 50, 100, 130),
        (2, 60, 60, 72),
    ]
    assert [(one.page, one.top, one.bottom) for one in marks(BOXES, EDGES, (*ROW, "restore"))] == [(1, 100, 124)]
    assert marks(BOXES, EDGES, ("targets",))[0].top == 80
    assert marks(BOXES, EDGES, ("remedies",)) == ()
    assert marks(BOXES, EDGES, ()) == ()


def test_what_says_nothing_is_marked_by_the_row_or_section_around_it() -> None:
    assert stated(BOXES, (*ROW, "update")) == ROW
    assert stated(BOXES, (*ROW, "note")) == (*ROW, "note")
    assert stated(BOXES, ("legal", "venue")) == ("legal",)
    assert stated(BOXES, ("playbook", "limits")) == ()


def test_under_the_pointer_is_the_smallest_then_what_is_near() -> None:
    page = [one for one in BOXES if one[1].page == 1]
    assert term_at(page, 60, 105) == (*ROW, "response")
    assert term_at(page, 200, 120) == (*ROW, "restore")
    assert term_at(page, 400, 105) == ROW
    assert term_at(page, 400, 135) == ROW
    assert term_at(page, 400, 400) == ()


def test_terms_follow_each_other_as_on_the_pages() -> None:
    assert beside(BOXES, (), 1) == ("targets",)
    assert beside(BOXES, ROW, 1) == (*ROW, "response")
    assert beside(BOXES, (*ROW, "restore"), 1) == (*ROW, "note")
    assert beside(BOXES, ("legal", "law"), 1) == ("legal", "law")
    assert beside((), ROW, 1) == ()


def test_what_is_not_printed_is_shown_as_near_as_may_be() -> None:
    places = {("targets",): (1, 80.0), ROW: (1, 100.0), ("legal", "law"): (2, 300.0)}
    assert place_of(places, (*ROW, "note")) == (1, 100.0)
    assert place_of(places, ("legal", "note")) == (2, 300.0)
    assert place_of(places, ("playbook",)) is None


@pytest.fixture(scope="module")
def made() -> Printed:
    """The real pages of the document."""
    return printed(DOCUMENT, context(DOCUMENT))


@pytest.fixture
def reader(stage: OpenStage, made: Printed) -> Stage:
    """A stage with the pages beside the form."""
    st = stage(DOCUMENT)
    st.exports.pdf, st.exports.places, st.exports.boxes = made
    st.page.preview.render_now()
    return st


def marked(st: Stage) -> Path:
    """What the paper says is marked, as a place."""
    return st.find(Paper, "paper").marked


def test_the_paper_follows_the_field_that_has_the_keys(reader: Stage) -> None:
    paper = reader.find(Paper, "paper")
    reader.go("remedies", "monthly_cap")
    assert marked(reader) == ("remedies", "monthly_cap")
    assert "Monthly cap" in paper.accessibleDescription()
    before = paper.verticalScrollBar().value()
    reader.key(Qt.Key.Key_Tab)
    assert marked(reader)[0] == "remedies"
    assert marked(reader) != ("remedies", "monthly_cap")
    reader.go("identity", "title")
    assert paper.verticalScrollBar().value() < before


def test_the_paper_follows_from_cell_to_cell(reader: Stage) -> None:
    reader.go("targets", "items")
    table = reader.find(QTableView, "rows_items")
    reader.choose_cell(table, 1, 4)
    first = marked(reader)
    reader.key(Qt.Key.Key_Right)
    second = marked(reader)
    assert first[:3] == second[:3] == ("targets", "items", DOCUMENT.targets.items[1].id)
    assert first != second


def test_a_click_on_the_paper_goes_to_the_term(reader: Stage) -> None:
    paper = reader.find(Paper, "paper")
    place = ("identity", "currency")
    reader.go("legal")
    (at,) = [box for path, box in reader.exports.boxes if path == place]
    paper.go_to(at.page, at.top)
    point = paper.point_of(place)
    assert point is not None
    reader.click(paper.viewport(), point)
    assert reader.page.section == "identity"
    assert reader.focus().objectName() == "currency"
    assert marked(reader) == place


def test_a_page_is_gone_to_by_its_number(reader: Stage) -> None:
    paper, number = reader.find(Paper, "paper"), reader.find(QSpinBox, "preview_page")
    reader.go("identity", "title")
    assert number.value() == paper.page + 1
    assert number.text().startswith(f"Page {paper.page + 1} of ")
    number.setFocus()
    number.selectAll()
    reader.keys("9")
    reader.key(Qt.Key.Key_Return)
    assert paper.page == 8
    reader.key(Qt.Key.Key_Down)
    assert paper.page == 9
    assert number.value() == 10


def test_the_pages_are_zoomed_and_fitted(reader: Stage) -> None:
    paper = reader.find(Paper, "paper")
    reader.page.act("zoom_in")
    reader.page.act("zoom_in")
    assert paper.zoom > 0
    assert paper.horizontalScrollBar().maximum() > 0
    reader.page.act("zoom_out")
    reader.page.act("zoom_fit")
    assert paper.zoom == 0
    assert paper.horizontalScrollBar().maximum() == 0


def test_a_cell_is_brought_into_sight_across_where_the_page_is_wider(reader: Stage) -> None:
    paper = reader.find(Paper, "paper")
    paper.set_zoom(3.0)
    row = ("targets", "items", DOCUMENT.targets.items[0].id)
    for name in ("compliance", "update", "compliance"):
        reader.go(*row, name)
        point = paper.point_of((*row, name))
        assert point is not None
        assert paper.viewport().rect().contains(point), name


def test_keys_walk_from_term_to_term_on_the_paper(reader: Stage) -> None:
    reader.go("identity", "venue")
    paper = reader.find(Paper, "paper")
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    below = marked(reader)
    assert below not in ((), ("identity", "venue"))
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert reader.page.section == below[0]
    assert not paper.hasFocus()


def test_the_mark_is_drawn_in_the_margin(reader: Stage, tmp_path: File) -> None:
    paper = reader.find(Paper, "paper")
    accent = QColor(LIGHT.accent).rgb()

    def column() -> set[int]:
        image = paper.viewport().grab().toImage()
        return {x for x in range(image.width() // 4) for y in range(image.height()) if image.pixel(x, y) == accent}

    reader.go("playbook")
    assert not column()
    reader.go("remedies", "monthly_cap")
    drawn = column()
    assert drawn
    assert len(drawn) <= 4
