"""Tables: rows added, moved, copied; cells pasted from Excel and filled down; the week and the matrix."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView

from slaeditor import shipped
from slaeditor.model.agreement.needs import Recurrence
from slaeditor.model.edits import SetTerm
from slaeditor.model.quantities import Duration, Percent, Unit
from slaeditor.ui.forms.clipboard import from_tsv, repeated
from slaeditor.ui.forms.week_grid import WeekGrid
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.hands import type_text
from tests.ui.agreement.stage import Stage

pytestmark = POPUPS
DOCUMENT = filled_document(3)
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
CONTACTS = ("parties", "contacts")


def ids(st: Stage, *path: str) -> list[str]:
    """The ids of a table's rows."""
    return [row.id for row in st.value(*path)]


def mark(table: QTableView, *cells: tuple[int, int]) -> None:
    """Select these cells."""
    model: Any = table.selectionModel()
    model.clearSelection()
    for row, column in cells:
        model.select(table.model().index(row, column), QItemSelectionModel.SelectionFlag.Select)


def test_rows_are_added_duplicated_and_removed_by_buttons(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*CONTACTS, "contact-1", "name")
    st.click(st.find(QPushButton, "add"))
    assert ids(st, *CONTACTS) == ["contact-1", "new-1", "contact-2", "contact-3"]
    type_text(st, "Front desk")
    st.key(Qt.Key.Key_Return)
    assert st.value(*CONTACTS, "new-1", "name") == "Front desk"
    st.click(st.find(QPushButton, "duplicate"))
    assert st.value(*CONTACTS, "new-2", "name") == "Front desk (copy)"
    st.click(st.find(QPushButton, "remove"))
    assert ids(st, *CONTACTS) == ["contact-1", "new-1", "contact-2", "contact-3"]
    while st.session.undo():
        pass
    assert st.document == DOCUMENT


def test_rows_move_by_keys_and_stay_selected(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*CONTACTS, "contact-1", "name")
    st.key(Qt.Key.Key_Down, ALT)
    st.key(Qt.Key.Key_Down, ALT)
    assert ids(st, *CONTACTS) == ["contact-2", "contact-3", "contact-1"]
    st.key(Qt.Key.Key_Up, ALT)
    assert ids(st, *CONTACTS) == ["contact-2", "contact-1", "contact-3"]


def test_several_rows_move_together(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*CONTACTS)
    table = st.find(QTableView, "rows_contacts")
    mark(table, (0, 0), (1, 0))
    st.key(Qt.Key.Key_Down, ALT)
    assert ids(st, *CONTACTS) == ["contact-3", "contact-1", "contact-2"]
    st.session.undo()
    assert st.document == DOCUMENT


def test_cells_are_pasted_from_excel_with_new_rows_as_needed(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-3", "response")
    QApplication.clipboard().setText('4h\t90 min\r\n"2 wd"\t1 h · elapsed\r\nsoon\t\r\n')
    st.key(Qt.Key.Key_V, CONTROL)
    rows = st.value("targets", "items")
    clock = DOCUMENT.targets.items[2].response
    assert clock is not None
    assert [row.id for row in rows] == ["target-1", "target-2", "target-3", "new-1", "new-2"]
    assert rows[2].response == Duration(240, calendar=clock.calendar)
    assert rows[3].response == Duration(2, Unit.WORKING_DAYS, DOCUMENT.hours.support_hours)
    assert rows[3].update == Duration(60)
    assert rows[4].response is None
    assert dict(st.session.unparsed) == {("targets", "items", "new-2", "response"): "soon"}
    assert st.session.undo(), "one paste is one step"
    assert st.document == DOCUMENT
    assert not st.session.unparsed


def test_what_is_copied_can_be_pasted_elsewhere(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "services")
    table = st.find(QTableView, "rows_items")
    mark(table, *((0, column) for column in range(table.model().columnCount() - 1)))
    st.key(Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    QApplication.clipboard().setText(text)
    st.go("targets", "items", "target-2", "services")
    st.key(Qt.Key.Key_V, CONTROL)
    one, two = st.value("targets", "items")[:2]
    assert not st.session.unparsed
    for name in one.__struct_fields__:
        assert name in ("id", "note") or getattr(one, name) == getattr(two, name), name


def test_a_block_is_pasted_as_often_as_it_fits_into_the_marked_cells(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-3", "response")
    table = st.find(QTableView, "rows_items")
    column = table.currentIndex().column()
    mark(table, *((row, at) for row in range(3) for at in (column, column + 1)))
    QApplication.clipboard().setText("4 h elapsed\t90 min elapsed\n")
    st.key(Qt.Key.Key_V, CONTROL)
    assert [(row.response, row.update) for row in st.value("targets", "items")] == [(Duration(240), Duration(90))] * 3
    st.session.undo()
    assert st.document == DOCUMENT


def test_blocks_that_do_not_fit_are_left_as_they_are() -> None:
    block = [["a", "b"], ["c", "d"]]
    assert repeated(block, 4, 2) == block * 2
    assert repeated(block, 2, 4) == [["a", "b", "a", "b"], ["c", "d", "c", "d"]]
    assert repeated(block, 3, 2) == repeated(block, 1, 1) == block
    assert repeated([["a"], ["b", "c"]], 4, 4) == [["a"], ["b", "c"]]
    assert repeated([], 2, 2) == []


def test_a_row_of_a_list_of_names_is_copied_with_its_terms_for_other_sheets(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("services", "items", "service-1")
    st.key(Qt.Key.Key_C, CONTROL)
    head, cells = from_tsv(QApplication.clipboard().text())
    service = st.value("services", "items", "service-1")
    assert cells[head.index("Code")] == service.code
    assert cells[head.index("Service")] == service.name
    assert service.note not in cells


def test_whole_rows_are_pasted_as_rows(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("services", "items", "service-1")
    st.key(Qt.Key.Key_C, CONTROL)
    st.key(Qt.Key.Key_V, CONTROL)
    found = st.value("services", "items")
    assert len(found) == 4
    assert found[1].id.startswith("new-")
    assert found[1].components[0].name == found[0].components[0].name
    assert found[1].components[0].id != found[0].components[0].id


def test_fill_down(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "compliance")
    table = st.find(QTableView, "rows_items")
    column = table.currentIndex().column()
    mark(table, *((row, column) for row in range(3)))
    st.key(Qt.Key.Key_D, CONTROL)
    first = DOCUMENT.targets.items[0].compliance
    assert [row.compliance for row in st.value("targets", "items")] == [first] * 3
    assert isinstance(first, Percent)


def test_undo_first_gives_up_what_a_cell_holds_and_is_not_understood(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "response")
    for text in ("20 min", "4"):
        st.key(Qt.Key.Key_F2)
        type_text(st, text)
        st.key(Qt.Key.Key_Return)
        st.go("targets", "items", "target-1", "response")
    assert list(st.session.unparsed.values()) == ["4"]
    st.key(Qt.Key.Key_Z, CONTROL)
    assert not st.session.unparsed
    assert st.value("targets", "items", "target-1", "response").amount == 20
    assert "20 min" in str(st.find(QTableView, "rows_items").currentIndex().data())


def test_a_cell_that_is_not_understood_keeps_its_text(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "response")
    st.key(Qt.Key.Key_F2)
    type_text(st, "soon")
    st.key(Qt.Key.Key_Return)
    assert st.document == DOCUMENT
    table = st.find(QTableView, "rows_items")
    assert table.currentIndex().data() == "soon" or "soon" in st.session.unparsed.values()
    st.go("targets", "items", "target-1", "response")
    st.key(Qt.Key.Key_F2)
    type_text(st, "4 h")
    st.key(Qt.Key.Key_Return)
    assert not st.session.unparsed
    response = st.value("targets", "items", "target-1", "response")
    assert response.amount == 240


def test_escape_and_undo_give_up_an_open_cell(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    for key, modifier in ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Z, CONTROL)):
        st.go(*CONTACTS, "contact-1", "name")
        st.key(Qt.Key.Key_F2)
        type_text(st, "Nobody")
        st.key(key, modifier)
        assert st.document == DOCUMENT


def test_what_is_typed_in_a_cell_is_in_the_document_before_the_cell_is_left(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*CONTACTS, "contact-1", "name")
    table = st.find(QTableView, "rows_contacts")
    st.key(Qt.Key.Key_F2)
    type_text(st, "Ada")
    editor = st.focus()
    assert st.value(*CONTACTS, "contact-1", "name") == "Ada"
    st.keys(" Byron")
    assert st.value(*CONTACTS, "contact-1", "name") == "Ada Byron"
    assert st.focus() is editor, "the cell stays open under the hands"
    assert table.currentIndex().row() == 0
    st.key(Qt.Key.Key_Return)
    assert st.session.undo()
    assert st.document == DOCUMENT, "typing in one cell is one step"


def test_what_a_cell_cannot_understand_is_kept_while_it_is_typed(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "response")
    st.key(Qt.Key.Key_F2)
    type_text(st, "soon")
    assert not st.session.unparsed, "nobody is found fault with in the middle of a word"
    st.session.flush()
    assert st.kept == {"targets.items[target-1].response": "soon"}
    st.key(Qt.Key.Key_Escape)
    st.kept.clear()
    st.session.flush()
    assert not st.kept
    assert st.document == DOCUMENT


def test_a_cell_that_is_given_up_leaves_no_step_and_holds_what_it_held(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", "target-1", "response")
    st.key(Qt.Key.Key_F2)
    type_text(st, "soon")
    st.key(Qt.Key.Key_Return)
    st.go("targets", "items", "target-1", "response")
    st.key(Qt.Key.Key_F2)
    type_text(st, "90 min")
    assert st.value("targets", "items", "target-1", "response").amount == 90
    assert not st.session.unparsed
    st.key(Qt.Key.Key_Escape)
    assert st.document == DOCUMENT
    assert list(st.session.unparsed.values()) == ["soon"]
    assert not st.session.can_undo


def test_several_lines_in_a_cell_are_one_step(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("priorities", "levels", "priority-1", "meaning")
    st.key(Qt.Key.Key_F2)
    st.keys("abc")
    assert "abc" in st.value("priorities", "levels", "priority-1", "meaning")
    st.key(Qt.Key.Key_Return, CONTROL)
    assert st.session.undo()
    assert st.document == DOCUMENT


WEEK = ("hours", "calendars", "calendar-1", "week")


def week_stage(stage: OpenStage) -> tuple[Stage, WeekGrid]:
    """The week of a calendar, all closed."""
    calendars = tuple(msgspec.structs.replace(one, week=()) for one in DOCUMENT.hours.calendars)
    st = stage(msgspec.structs.replace(DOCUMENT, hours=msgspec.structs.replace(DOCUMENT.hours, calendars=calendars)))
    st.go(*WEEK)
    return st, st.find(WeekGrid, "week")


def drag(grid: WeekGrid, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Paint from one half hour to another."""
    first, last = grid.area_of(*start).center(), grid.area_of(*end).center()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(grid, QPoint((first.x() + last.x()) // 2, last.y()))
    QTest.mouseMove(grid, last)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=last)


def hours(st: Stage) -> list[tuple[str, str, str]]:
    """The intervals as text."""
    return [("".join(day.value[0] for day in one.days), str(one.opens), str(one.closes)) for one in st.value(*WEEK)]


def test_the_week_is_painted_with_the_mouse_as_one_edit(stage: OpenStage) -> None:
    st, grid = week_stage(stage)
    drag(grid, (0, 16), (4, 35))
    assert hours(st) == [("mtwtf", "08:00", "18:00")]
    assert st.edits == 1
    (opening,) = st.value(*WEEK)
    drag(grid, (5, 18), (5, 23))
    assert hours(st) == [("mtwtf", "08:00", "18:00"), ("s", "09:00", "12:00")]
    assert st.value(*WEEK)[0] is opening, "what was not painted over is untouched"
    drag(grid, (0, 24), (0, 25))
    assert opening.id in ids(st, *WEEK)
    assert ("m", "08:00", "12:00") in hours(st)
    assert ("m", "13:00", "18:00") in hours(st)
    for _ in range(3):
        st.session.undo()
    assert hours(st) == []


def test_the_week_is_painted_with_keys(stage: OpenStage) -> None:
    st, grid = week_stage(stage)
    grid.setFocus()
    st.key(Qt.Key.Key_Home)
    for _ in range(3):
        st.key(Qt.Key.Key_Right, SHIFT)
    st.key(Qt.Key.Key_Down, SHIFT)
    st.key(Qt.Key.Key_Space)
    assert hours(st) == [("mt", "00:00", "02:00")]
    st.key(Qt.Key.Key_Delete)
    assert hours(st) == []


MATRIX = ("priorities", "matrix")


def test_the_matrix_is_set_with_digits_and_signs(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*MATRIX)
    table = st.find(QTableView, "matrix")
    levels = [level.id for level in DOCUMENT.priorities.levels]

    def at(row: int, column: int) -> object:
        impact, urgency = st.value("priorities", "impacts")[row].id, st.value("priorities", "urgencies")[column].id
        found = [one.priority for one in st.value(*MATRIX) if (one.impact, one.urgency) == (impact, urgency)]
        return found[0] if found else None

    st.choose_cell(table, 1, 1)
    st.keys("2")
    assert at(1, 1) == levels[1]
    st.keys("+")
    assert at(1, 1) == levels[0]
    st.keys("-")
    st.keys("-")
    assert at(1, 1) == levels[2]
    st.key(Qt.Key.Key_Delete)
    assert at(1, 1) is None
    mark(table, (1, 1), (1, 2), (2, 2))
    before = st.edits
    st.keys("3")
    assert (at(1, 1), at(1, 2), at(2, 2)) == (levels[2], levels[2], levels[2])
    assert st.edits == before + 1


def test_an_empty_list_says_what_it_means_and_what_has_no_meaning_is_not_asked(stage: OpenStage) -> None:
    st = stage(shipped.sample())
    st.go("needs", "critical_dates")
    table = st.find(QTableView, "rows_critical_dates")
    model = table.model()
    names = {str(model.headerData(at, Qt.Orientation.Horizontal)): at for at in range(model.columnCount())}
    spoken, tip = int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)
    dates = st.value("needs", "critical_dates")
    row = next(number for number, one in enumerate(dates) if one.recurrence is Recurrence.EVERY_MONTH_END)
    start = model.index(row, names["From"])
    assert (start.data(), start.data(spoken)) == ("–", "From: not needed")
    assert "has no first and last day" in start.data(tip)
    assert not start.flags() & Qt.ItemFlag.ItemIsEditable
    services = model.index(row, names["Services"])
    assert services.flags() & Qt.ItemFlag.ItemIsEditable
    st.session.do(SetTerm(("needs", "critical_dates", dates[row].id, "services"), ()))
    assert (services.data(), services.data(spoken)) == ("All services", "Services: All services")
    assert services.data(Qt.ItemDataRole.EditRole) == ""
    st.session.do(SetTerm(("needs", "critical_dates", dates[row].id, "recurrence"), Recurrence.ONCE))
    assert not start.data()
    assert start.flags() & Qt.ItemFlag.ItemIsEditable


def test_the_current_cell_stays_in_sight_while_the_table_becomes_narrower(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("targets", "items", ids(st, "targets", "items")[0], "restore")
    table = st.find(QTableView, "rows_items")
    cell = table.currentIndex()
    assert table.viewport().rect().contains(table.visualRect(cell))
    wide = table.horizontalScrollBar().value()
    table.resize(table.columnWidth(0) + 300, table.height())
    assert table.horizontalScrollBar().value() > wide
    assert table.viewport().rect().contains(table.visualRect(cell))
    assert table.columnViewportPosition(table.columnAt(0)) == 0
