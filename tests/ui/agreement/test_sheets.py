"""Spreadsheet manners: the handle that fills, heads that are dragged, the menu of a table, rows carried to other agreements."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QListWidget, QMenu, QTableView, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import RemoveRow, SetTerm, apply
from slaeditor.model.quantities import Duration
from slaeditor.ui.forms.clipboard import from_tsv, to_tsv
from tests.filled import filled_document
from tests.ui.agreement.conftest import POPUPS, OpenStage
from tests.ui.agreement.hands import type_text
from tests.ui.agreement.stage import Stage
from tests.ui.agreement.test_tables import CONTROL, ids, mark

pytestmark = POPUPS
DOCUMENT = filled_document(4)
TARGETS = ("targets", "items")
LEFT = Qt.MouseButton.LeftButton


def drag(widget: QWidget, start: QPoint, end: QPoint, *, give_up: QWidget | None = None) -> None:
    """Press, move and let go; with ``give_up`` Escape is pressed before."""
    QTest.mousePress(widget, LEFT, pos=start)
    QTest.mouseMove(widget, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(widget, end)
    if give_up is not None:
        QTest.keyClick(give_up, Qt.Key.Key_Escape)
    QTest.mouseRelease(widget, LEFT, pos=end)


def corner(table: QTableView, row: int, column: int) -> QPoint:
    """The lower right corner of a cell."""
    return table.visualRect(table.model().index(row, column)).bottomRight() - QPoint(2, 2)


def middle(table: QTableView, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return table.visualRect(table.model().index(row, column)).center()


def responses(st: Stage) -> list[Duration | None]:
    """The first responses of the targets."""
    return [row.response for row in st.value(*TARGETS)]


def test_the_handle_fills_down_and_up_as_one_step(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-2", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    before = responses(st)
    assert len(set(before)) == 4
    drag(table.viewport(), corner(table, 1, column), middle(table, 3, column))
    assert responses(st) == [before[0], before[1], before[1], before[1]]
    assert sorted(index.row() for index in table.selectedIndexes()) == [1, 2, 3]
    assert st.session.undo_text == "fill down in Targets"
    st.session.undo()
    assert st.document == DOCUMENT
    st.choose_cell(table, 2, column)
    drag(table.viewport(), corner(table, 2, column), middle(table, 0, column))
    assert responses(st) == [before[2], before[2], before[2], before[3]]
    assert st.session.undo_text == "fill up in Targets"


def test_a_block_repeats_below_itself(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    mark(table, (0, column), (1, column), (0, column + 1), (1, column + 1))
    before = [(row.response, row.update) for row in st.value(*TARGETS)]
    drag(table.viewport(), corner(table, 1, column + 1), QPoint(middle(table, 1, column).x(), table.height() + 300))
    assert [(row.response, row.update) for row in st.value(*TARGETS)] == [*before[:2], *before[:2]]


def times(st: Stage, row: int) -> list[Duration | None]:
    """What is promised in one row, from left to right."""
    one = st.value(*TARGETS)[row]
    return [one.response, one.update, one.workaround, one.restore, one.resolve]


def test_the_handle_fills_right_and_left_as_one_step(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-2", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    before = times(st, 1)
    table.scrollTo(table.model().index(1, column + 2))
    drag(table.viewport(), corner(table, 1, column), middle(table, 1, column + 2))
    assert times(st, 1) == [before[0], before[0], before[0], *before[3:]]
    assert sorted(index.column() for index in table.selectedIndexes()) == [column, column + 1, column + 2]
    assert st.session.undo_text == "fill right in Targets"
    st.session.undo()
    assert st.document == DOCUMENT
    st.choose_cell(table, 1, column + 2)
    drag(table.viewport(), corner(table, 1, column + 2), middle(table, 1, column))
    assert times(st, 1) == [before[2], before[2], before[2], *before[3:]]
    assert st.session.undo_text == "fill left in Targets"


def test_fill_right_by_keys_leaves_columns_of_another_kind(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    said: list[str] = []
    st.shell.bus.said.connect(lambda text, *_: said.append(text))
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    last = table.model().columnCount() - 1
    mark(table, *((row, at) for row in (0, 1) for at in range(column, last + 1)))
    st.key(Qt.Key.Key_R, CONTROL)
    for number in (0, 1):
        row, was = st.value(*TARGETS)[number], DOCUMENT.targets.items[number]
        assert times(st, number) == [was.response] * 5
        assert (row.compliance, row.minimum_sample, row.services) == (was.compliance, was.minimum_sample, was.services)
    assert not said
    st.session.undo()
    mark(table, (0, 0), (0, column))
    st.key(Qt.Key.Key_R, CONTROL)
    assert st.document == DOCUMENT
    assert said == ["The columns beside it take values of another kind."]


def test_a_fill_can_be_given_up_and_is_not_offered_for_reading(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    drag(table.viewport(), corner(table, 0, column), middle(table, 3, column), give_up=table)
    assert st.document == DOCUMENT
    read = stage(DOCUMENT, read_only=True)
    read.go(*TARGETS, "target-1", "response")
    other = read.find(QTableView, "rows_items")
    other.setFocus()
    drag(other.viewport(), corner(other, 0, column), middle(other, 3, column))
    assert read.document == DOCUMENT


def test_rows_are_dragged_at_their_heads(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    head = table.verticalHeader()

    def place(row: int) -> QPoint:
        return QPoint(head.width() // 2, head.sectionViewportPosition(row) + head.sectionSize(row) // 2)

    drag(head.viewport(), place(0), place(2) + QPoint(0, 6))
    assert ids(st, *TARGETS) == ["target-2", "target-3", "target-1", "target-4"]
    assert [head.visualIndex(row) for row in range(4)] == [0, 1, 2, 3]
    st.session.undo()
    assert st.document == DOCUMENT
    QTest.mouseClick(head.viewport(), LEFT, pos=place(2))
    QTest.mouseClick(head.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, place(3))
    drag(head.viewport(), place(3), place(0) - QPoint(0, 6))
    assert ids(st, *TARGETS) == ["target-3", "target-4", "target-1", "target-2"]
    st.session.undo()
    assert st.document == DOCUMENT, "several rows move as one step"


def test_rows_of_a_list_of_names_are_dropped_between_others(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("services", "items", "service-1")
    model = st.find(QTableView, "rows_items").model()
    dragged = model.mimeData([model.index(3, 0), model.index(2, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert ids(st, "services", "items") == ["service-1", "service-3", "service-4", "service-2"]
    assert st.session.undo()
    assert st.document == DOCUMENT
    st.go(*TARGETS)
    other = st.find(QTableView, "rows_items").model()
    other.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert st.document == DOCUMENT, "rows of another table are not taken"


def test_nothing_is_dragged_where_it_is_only_read(stage: OpenStage) -> None:
    st = stage(DOCUMENT, read_only=True)
    st.go(*TARGETS, "target-1", "response")
    head: QHeaderView = st.find(QTableView, "rows_items").verticalHeader()
    drag(head.viewport(), QPoint(8, 8), QPoint(8, head.sectionViewportPosition(3) + 8))
    assert st.document == DOCUMENT


def menu_at(table: QTableView) -> dict[str, tuple[str, str, bool]]:
    """What the menu key offers: words, keys and whether it is possible, by name."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu, "table_menu")
    assert menu is not None
    found = {
        one.objectName(): (one.text(), one.shortcut().toString(), one.isEnabled())
        for one in menu.actions()
        if not one.isSeparator()
    }
    menu.close()
    return found


def choose(table: QTableView, name: str) -> None:
    """Choose from the table's menu."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu, "table_menu")
    assert menu is not None
    action = next(one for one in menu.actions() if one.objectName() == name)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    QApplication.sendPostedEvents(menu, 52)


def test_the_menu_says_what_can_be_done_and_by_which_keys(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    found = menu_at(table)
    assert found["insert"] == ("Insert row", "Ins", True)
    assert found["fill_down"] == ("Fill down", "Ctrl+D", False)
    assert found["fill_right"] == ("Fill right", "Ctrl+R", False)
    assert found["move_up"] == ("Move up", "Alt+Up", False)
    assert found["move_down"][2]
    assert found["copy"][1] == "Ctrl+C"
    QApplication.sendPostedEvents(None, 52)
    choose(table, "duplicate")
    assert ids(st, *TARGETS) == ["target-1", "new-1", "target-2", "target-3", "target-4"]
    st.session.undo()
    table.setFocus()
    st.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(ids(st, *TARGETS)) == 5, "and by its keys"


def test_only_copying_is_offered_for_reading(stage: OpenStage) -> None:
    st = stage(DOCUMENT, read_only=True)
    st.go(*TARGETS, "target-1", "response")
    found = menu_at(st.find(QTableView, "rows_items"))
    assert [name for name, (_, _, possible) in found.items() if possible] == ["copy"]


def copied_row(stage: OpenStage, document: Agreement, *path: str) -> None:
    """Copy a row of another agreement."""
    other = stage(document)
    other.session.agreement = "a-other"
    other.go(*path)
    table = other.page.findChildren(QTableView, f"rows_{path[-2]}")[0]
    if table.model().columnCount() > 1:
        mark(table, *((table.currentIndex().row(), column) for column in range(table.model().columnCount())))
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    other.page.hide()


def test_rows_of_another_agreement_find_what_they_refer_to_by_name(stage: OpenStage) -> None:
    copied_row(stage, DOCUMENT, *TARGETS, "target-1")
    row = DOCUMENT.targets.items[0]
    assert "service-1" in row.services
    renamed = apply(DOCUMENT, RemoveRow(("services", "items", "service-1")))
    moved = msgspec.structs.replace(DOCUMENT.services.items[0], id="elsewhere")
    here = apply(renamed, SetTerm(("services", "items"), (moved, *renamed.services.items)))
    st = stage(here)
    st.go(*TARGETS, "target-4")
    QTest.keyClick(st.find(QTableView, "rows_items"), Qt.Key.Key_V, CONTROL)
    new = st.value(*TARGETS)[-1]
    wanted = tuple("elsewhere" if one == "service-1" else one for one in row.services)
    assert new.services == wanted
    assert new.priority == row.priority
    assert new.response == row.response
    assert not st.session.unparsed
    assert st.session.undo()
    assert st.document == here


def test_what_the_other_agreement_does_not_have_stays_as_text(stage: OpenStage) -> None:
    counted = apply(DOCUMENT, SetTerm((*TARGETS, "target-1", "response"), Duration(240, calendar="calendar-1")))
    copied_row(stage, counted, *TARGETS, "target-1")
    name = DOCUMENT.services.items[0].name
    bare = apply(DOCUMENT, SetTerm(("services", "items"), ()))
    bare = apply(bare, SetTerm(("hours", "calendars"), ()))
    st = stage(bare)
    st.go(*TARGETS, "target-4")
    QTest.keyClick(st.find(QTableView, "rows_items"), Qt.Key.Key_V, CONTROL)
    new = st.value(*TARGETS)[-1]
    assert new.services == ()
    unparsed = dict(st.session.unparsed)
    assert name in unparsed[(*TARGETS, new.id, "services")]
    assert new.response is None
    assert unparsed[(*TARGETS, new.id, "response")] == f"4 h · {DOCUMENT.hours.calendars[0].name}"


def test_names_in_a_cell_are_taken_apart_in_any_case(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "services")
    codes = [one.code for one in DOCUMENT.services.items]
    QApplication.clipboard().setText(f'"{codes[2].lower()}, {codes[0]}\n{DOCUMENT.services.items[1].name.upper()}"')
    st.key(Qt.Key.Key_V, CONTROL)
    assert st.value(*TARGETS, "target-1", "services") == ("service-3", "service-1", "service-2")
    QApplication.clipboard().setText(f"{codes[0]}, Somebody else")
    st.key(Qt.Key.Key_V, CONTROL)
    assert st.session.unparsed == {(*TARGETS, "target-1", "services"): f"{codes[0]}, Somebody else"}


def test_a_line_of_labels_says_which_columns_are_meant(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go("services", "items", "service-4")
    QApplication.clipboard().setText('Service\tCode\tNobody knows\nMail\tML\tx\n"Files\nand folders"\tFI\ty\n')
    st.key(Qt.Key.Key_V, CONTROL)
    assert len(ids(st, "services", "items")) == 6, "what is under no label of ours is left"
    assert st.value("services", "items")[-1].name == "Files\nand folders"
    st.session.undo()
    QApplication.clipboard().setText("Service\tCode\nMail\tML\nFiles\tFI\n")
    st.key(Qt.Key.Key_V, CONTROL)
    assert [(one.name, one.code) for one in st.value("services", "items")[-2:]] == [("Mail", "ML"), ("Files", "FI")]
    assert st.session.undo()
    assert st.document == DOCUMENT, "rows pasted from a sheet are one step"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('a\t"b ""c"" \nd"\r\ne\t\r\n', [["a", 'b "c" \nd'], ["e", ""]]),
        ('5" disk\t6"\nx', [['5" disk', '6"'], ["x"]]),
        ('"open\tb\nc', [['"open', "b"], ["c"]]),
        ('"so" said\tb', [['"so" said', "b"]]),
        ("a\n\nb\n\n", [["a"], [""], ["b"]]),
        ('""\tb', [["", "b"]]),
        ("", []),
        ("\n\n", []),
        ("a\t", [["a", ""]]),
    ],
)
def test_cells_of_excel(text: str, cells: list[list[str]]) -> None:
    assert from_tsv(text) == cells


def test_cells_come_back_as_they_were_copied() -> None:
    cells = [['say "yes"', "two\nlines", "tab\tin"], ["", '5"', '"']]
    assert from_tsv(to_tsv(cells)) == cells


def test_enter_leads_down_a_column_and_stays_where_something_is_to_be_mended(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    for text in ("20 min", "40 min"):
        st.key(Qt.Key.Key_F2)
        type_text(st, text)
        st.key(Qt.Key.Key_Return)
    assert [one.amount for one in responses(st)[:2] if one is not None] == [20, 40]
    assert table.currentIndex().row() == 2
    st.key(Qt.Key.Key_F2)
    type_text(st, "soon")
    st.key(Qt.Key.Key_Return)
    assert table.currentIndex().row() == 2
    table.setCurrentIndex(table.currentIndex().siblingAtRow(3))
    st.key(Qt.Key.Key_F2)
    st.key(Qt.Key.Key_Return)
    assert table.currentIndex().row() == 3  # the last


def test_letters_typed_on_several_choices_lead_to_the_one_that_is_meant(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    calendar = DOCUMENT.hours.calendars[1]
    place = ("hours", "calendars", calendar.id, "week", calendar.week[0].id, "days")
    assert [day.value for day in st.value(*place)] == ["sun"]
    st.go(*place)
    st.keys("Tu")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    choices = popup.findChild(QListWidget, "choices")
    assert choices is not None
    assert choices.currentItem().text() == "Tuesday"
    QTest.keyClick(choices, Qt.Key.Key_Space)
    QTest.keyClick(choices, Qt.Key.Key_Return)
    assert [day.value for day in st.value(*place)] == ["tue", "sun"]
    assert st.edits == 1


def test_alt_and_down_open_the_choices_of_a_cell(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    calendar = DOCUMENT.hours.calendars[1]
    st.go("hours", "calendars", calendar.id, "week", calendar.week[0].id, "days")
    st.key(Qt.Key.Key_F2)
    st.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.objectName() == "ticks"
    popup.close()


def test_tab_goes_from_cell_to_cell_and_out_of_the_table_after_the_last(stage: OpenStage) -> None:
    st = stage(DOCUMENT)
    st.go(*TARGETS, "target-1", "response")
    table = st.find(QTableView, "rows_items")
    table.setFocus()
    column = table.currentIndex().column()
    st.key(Qt.Key.Key_Tab)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, column + 1)
    st.key(Qt.Key.Key_Tab, CONTROL)
    assert not table.hasFocus()
    table.setFocus()
    model = table.model()
    table.setCurrentIndex(model.index(model.rowCount() - 1, model.columnCount() - 1))
    st.key(Qt.Key.Key_Tab)
    assert not table.hasFocus()
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    st.key(Qt.Key.Key_Backtab)
    assert not table.hasFocus()
