"""The priority matrix: codes copied and pasted, the menu, and names that can be read in little room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableView

from slaeditor import shipped
from slaeditor.model.edits import SetTerm
from slaeditor.ui.forms.matrix_model import FINDING
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage
from tests.ui.agreement.test_tables import CONTROL, mark

pytestmark = POPUPS
SAMPLE = shipped.sample()
MATRIX = ("priorities", "matrix")


def codes(table: QTableView) -> list[list[str]]:
    """The codes as they are shown."""
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def matrix(stage: OpenStage, *, read_only: bool = False) -> tuple[Stage, QTableView]:
    """The sample's matrix, its first cell the current one."""
    st = stage(SAMPLE, read_only=read_only)
    st.go(*MATRIX)
    table = st.find(QTableView, "matrix")
    st.choose_cell(table, 0, 0)
    return st, table


def test_codes_are_pasted_as_one_step_and_copied_as_text(stage: OpenStage) -> None:
    st, table = matrix(stage)
    assert codes(table)[:2] == [["P1", "P2", "P3"], ["P2", "P2", "P3"]]
    QApplication.clipboard().setText("p4\tCritical\n\tP1\n")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert codes(table)[:2] == [["P4", "P1", "P3"], ["–", "P1", "P3"]]
    assert st.session.undo_text == "paste"
    mark(table, (0, 0), (0, 1), (1, 0), (1, 1))
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "P4\tP1\n\tP1\n"
    st.session.undo()
    assert st.document == SAMPLE


def test_what_is_found_stands_in_its_cells(stage: OpenStage) -> None:
    st, table = matrix(stage)
    st.choose_cell(table, 3, 0)
    st.keys("1")
    st.page.check_now()
    marked = [
        (row, column)
        for row in range(4)
        for column in range(3)
        if (found := table.model().index(row, column).data(FINDING)) is not None and found.rule == "PRI-02"
    ]
    assert marked == [(2, 0), (3, 0)]
    told = table.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("“No effect on work” with urgency “High (now)” P1.")
    before = table.viewport().grab().toImage()
    st.keys("4")
    st.page.check_now()
    assert table.model().index(2, 0).data(FINDING) is None
    where = table.visualRect(table.model().index(2, 0))
    assert table.viewport().grab(where).toImage() != before.copy(where)


def test_one_code_goes_into_every_selected_cell(stage: OpenStage) -> None:
    st, table = matrix(stage)
    mark(table, (2, 0), (3, 1), (3, 2))
    QApplication.clipboard().setText("P1")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    shown = codes(table)
    assert (shown[2][0], shown[3][1], shown[3][2], shown[3][0]) == ("P1", "P1", "P1", "P4")
    assert st.session.undo()
    assert st.document == SAMPLE


def test_what_is_no_priority_changes_nothing_and_is_said(stage: OpenStage) -> None:
    st, table = matrix(stage)
    said: list[str] = []
    st.page.context.said.connect(said.append)
    QApplication.clipboard().setText("soon\tP3")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert codes(table)[0] == ["P1", "P3", "P3"]
    assert said == ["1 cell names no priority and stays as it was."]
    assert not st.session.unparsed


def test_a_block_at_the_edge_is_cut_there(stage: OpenStage) -> None:
    _, table = matrix(stage)
    mark(table, (3, 2))
    table.setCurrentIndex(table.model().index(3, 2))
    QApplication.clipboard().setText("P1\tP2\nP3\tP4\n")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert codes(table)[3] == ["P4", "P4", "P1"]


def test_the_menu_offers_priorities_copy_and_paste(stage: OpenStage) -> None:
    for read_only in (False, True):
        _, table = matrix(stage, read_only=read_only)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(table.viewport(), event)
        menu = table.findChild(QMenu, "priorities")
        assert menu is not None
        found = {one.text(): one.isEnabled() for one in menu.actions() if not one.isSeparator()}
        assert list(found) == ["&1  P1 Critical", "&2  P2 High", "&3  P3 Medium", "&4  P4 Low", "None", "Copy", "Paste"]
        assert [words for words, possible in found.items() if possible] == (["Copy"] if read_only else list(found))
        menu.close()


def test_every_name_has_room_when_there_is_little(stage: OpenStage) -> None:
    st, table = matrix(stage)
    long = "A department with more than a hundred people at work, or any part of the supply of medicines"
    st.session.do(SetTerm(("priorities", "impacts", SAMPLE.priorities.impacts[0].id, "label"), long))
    rows = range(table.model().rowCount())
    high = [table.rowHeight(row) for row in rows]
    st.page.resize(1000, 700)
    QApplication.processEvents()
    assert table.rowHeight(0) > max(high[1:]), "the long name is wrapped"
    heads = table.horizontalHeader().height()
    assert table.height() >= heads + sum(table.rowHeight(row) for row in rows)
    assert not table.grab().isNull()


def test_a_digit_counts_as_soon_as_the_keys_come(stage: OpenStage) -> None:
    st = stage(SAMPLE)
    st.go("priorities", "matrix")
    table = st.find(QTableView, "matrix")
    table.clearSelection()
    st.page.sections.list.setFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_4)
    assert codes(table)[0][0] == "P4"
