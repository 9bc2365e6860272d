"""Terms that name the places of others: in words, and chosen from a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView, QWidget

from slaeditor import shipped
from slaeditor.ui.editors import typed
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
LIMITS = ("playbook", "limits")
SAMPLE = shipped.sample()


def limits(stage: OpenStage) -> tuple[Stage, QTableView]:
    st = stage(SAMPLE)
    st.go(*LIMITS, SAMPLE.playbook.limits[0].id, "path")
    return st, st.find(QTableView, "rows_limits")


def chooser() -> QWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.objectName() == "place_chooser"
    return popup


def test_the_limits_say_in_words_what_they_are_for(stage: OpenStage) -> None:
    _, table = limits(stage)
    cell = table.currentIndex()
    assert cell.data() == "Availability and continuity › any promise › Availability"
    assert cell.data(int(Qt.ItemDataRole.AccessibleTextRole)) == f"Term: {cell.data()}"
    model = table.model()
    shown = [str(model.index(row, cell.column()).data()) for row in range(model.rowCount())]
    assert not [words for words in shown if "[" in words or "*" in words]


def test_a_term_is_chosen_by_its_words(stage: OpenStage) -> None:
    st, table = limits(stage)
    st.key(Qt.Key.Key_F2)
    st.key(Qt.Key.Key_Space)
    popup = chooser()
    line, offered = popup.findChild(QLineEdit, "filter"), popup.findChild(QListView, "references")
    assert line is not None
    assert offered is not None
    QTest.keyClicks(line, "any target resolve")
    found = [offered.model().index(row, 0).data() for row in range(offered.model().rowCount())]
    assert found == ["Targets › any target › Resolve"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert st.value(*LIMITS)[0].path == "targets.items[*].resolve"
    assert table.currentIndex().data() == "Targets › any target › Resolve"
    assert st.edits == 1
    st.session.undo()
    assert st.document == SAMPLE


def test_typing_narrows_the_list_and_escape_leaves_the_term(stage: OpenStage) -> None:
    st, _ = limits(stage)
    st.key(Qt.Key.Key_F2)
    st.keys("m")
    popup = chooser()
    line = popup.findChild(QLineEdit, "filter")
    assert line is not None
    assert line.text() == "m"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert st.document == SAMPLE


def test_a_place_is_pasted_as_it_is_written_or_in_words() -> None:
    declared = next(one for one in typed.columns_of(type(SAMPLE.playbook.limits[0])) if one.name == "path")
    for text in ("targets.items[*].resolve", "Targets › any target › Resolve", "targets › ANY target › resolve"):
        assert typed.parse(SAMPLE, declared, text) == "targets.items[*].resolve"
