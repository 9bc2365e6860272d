"""Whoever goes to a term lands on it: it has the keys, and it can be seen, however deep it lies."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.agreement import DocumentKind
from slaeditor.model.edits import SetTerm, apply
from slaeditor.model.paths import Path
from slaeditor.ui.forms.rows_model import RowsModel
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.memory_library import MemoryLibrary

pytestmark = POPUPS
DOCUMENT = filled_document(12)


def nested() -> list[Path]:
    """The last row of every table within a row, in its first and last column; hours of the week are drawn, not rows."""
    found: dict[tuple[str, ...], list[Path]] = {}
    for path, _, _ in paths.walk(DOCUMENT):
        if len(path) >= 6 and path[3] != "week":
            found.setdefault((path[0], path[1], path[3]), []).append(path)
    return [leaves[0] for leaves in found.values()] + [leaves[-1] for leaves in found.values()]


@pytest.mark.parametrize("path", nested(), ids=lambda path: ".".join(path))
@pytest.mark.parametrize("height", [800, 480])
def test_a_cell_of_a_table_within_a_row_is_landed_on(stage: OpenStage, path: Path, height: int) -> None:
    st = stage(DOCUMENT)
    st.page.resize(1100, height)
    QApplication.processEvents()
    st.go(*path)
    QApplication.processEvents()
    table = QApplication.focusWidget()
    assert isinstance(table, QTableView)
    model = table.model()
    assert isinstance(model, RowsModel)
    assert model.path_of(table.currentIndex()) == path
    assert table.selectionModel().isSelected(table.currentIndex())
    cell = table.visualRect(table.currentIndex())
    assert table.viewport().visibleRegion().contains(cell), "the cell can be seen as a whole"


def test_a_field_stays_in_sight_with_its_message_while_what_stands_above_it_is_laid_out(stage: OpenStage) -> None:
    place = ("hours", "calendars", "working-hours", "last_year")
    st = stage(apply(shipped.sample(), SetTerm(place, 2026)))
    st.page.resize(1380, 763)
    st.go("identity", "title")
    st.page.check_now()
    st.page.problems.went.emit(place)
    message = st.find(QLabel, "message_last_year")
    for _ in range(20):
        QApplication.processEvents()
    assert message.visibleRegion().contains(message.rect().center())


def test_a_hit_of_the_search_in_the_library_is_landed_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    library = MemoryLibrary()
    path = ("services", "items", "service-9", "components", "component-12", "supplier")
    agreement = msgspec.structs.replace(DOCUMENT, kind=DocumentKind.AGREEMENT)
    library.add("a1", apply(agreement, SetTerm(path, "Zephyr Laboratories")))
    window = open_window(surroundings(library))
    window.type_into("library_search", "zephyr")
    qtbot.waitUntil(lambda: "Zephyr" in str([window.cell("library_table", 0, column) for column in range(9)]))
    window.open(agreement.parties.customer.legal_name)
    QApplication.processEvents()
    table = QApplication.focusWidget()
    assert isinstance(table, QTableView)
    assert table.currentIndex().data() == "Zephyr Laboratories"
    assert table.viewport().visibleRegion().contains(table.visualRect(table.currentIndex()))
