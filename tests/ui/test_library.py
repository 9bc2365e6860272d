"""The library as a person uses it: finding, selecting, exporting many, bringing files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_json
from slaeditor.ui import theme
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from slaeditor.ui.ports import Known, Verdict
from tests.ui.conftest import OpenWindow, settle
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import MemoryLibrary, Surroundings, document, surroundings

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library() -> MemoryLibrary:
    made = MemoryLibrary()
    for number, customer in enumerate(("Adler", "Bergmann", "Czerny", "Delta"), start=1):
        made.add(f"a{number}", document(customer=customer, title="IT", number=f"SLA-{number}"), "First", "Second")
    return made


@pytest.fixture
def around(library: MemoryLibrary) -> Surroundings:
    return surroundings(library)


@pytest.fixture
def window(open_window: OpenWindow, around: Surroundings) -> WindowDriver:
    return open_window(around)


def keys(window: WindowDriver, *pressed: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Press keys in the table."""
    view = window.find(QTableView, "library_table")
    view.setFocus()
    for key, modifier in pressed:
        QTest.keyClick(view, key, modifier)


def select(window: WindowDriver, count: int) -> None:
    """Select the first rows by the keyboard."""
    keys(window, (Qt.Key.Key_Home, CONTROL), *[(Qt.Key.Key_Down, SHIFT)] * (count - 1))


def ringed(view: QTableView) -> list[int]:
    """The rows with the ring of the keyboard at their left edge."""
    picture = view.viewport().grab().toImage()
    rows = range(view.model().rowCount())
    middles = [view.visualRect(view.model().index(row, 0)).center().y() for row in rows]
    return [row for row in rows if any(picture.pixelColor(x, middles[row]) == theme.colour("accent") for x in range(6))]


def drop(window: WindowDriver, *files: Path) -> None:
    """Drag files over the library and let them go."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    given = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page = window.find(QWidget, "page_library")
    QApplication.sendEvent(page, QDragEnterEvent(page.rect().center(), *given))
    assert window.sees("drop_veil")
    veil = window.find(QWidget, "drop_veil")
    QApplication.sendEvent(veil, QDragEnterEvent(veil.rect().center(), *given))
    QApplication.sendEvent(veil, QDropEvent(QPointF(veil.rect().center()), *given))
    assert not window.sees("drop_veil")


# Finding


def test_the_filters_tell_how_many_they_show(
    window: WindowDriver, library: MemoryLibrary, around: Surroundings, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.button_text("filter_all") == "All 4")
    assert window.button_text("filter_draft") == "Draft 4"
    assert window.button_text("filter_in_force") == "In force"
    window.type_into("library_search", "berg")
    qtbot.waitUntil(lambda: window.button_text("filter_all") == "All 1")


def test_without_a_hit_there_are_ways_out(window: WindowDriver, qtbot: QtBot) -> None:
    window.click("filter_in_review")
    assert window.label("no_hit_text") == "No agreement is in “In review” now."
    window.type_into("library_search", "berg")
    qtbot.waitUntil(lambda: "“berg”" in window.label("no_hit_text"))
    qtbot.waitUntil(lambda: window.button_text("no_hit_all") == "Show all with these words (1)")
    qtbot.waitUntil(lambda: window.sees("no_hit_all"))
    window.click("no_hit_all")
    assert [row[0] for row in window.table("library_table")] == ["Bergmann"]
    window.type_into("library_search", "nobody")
    qtbot.waitUntil(lambda: window.sees("no_hit_clear"))
    assert not window.sees("no_hit_all")
    window.click("no_hit_clear")
    assert len(window.table("library_table")) == 4


def test_the_down_key_leads_from_the_search_to_what_was_found(window: WindowDriver) -> None:
    window.press("library_search", Qt.Key.Key_Down)
    assert window.find(QTableView, "library_table").hasFocus()


def test_an_empty_library_has_nothing_to_seek_in(open_window: OpenWindow) -> None:
    window = open_window(surroundings())
    assert not window.sees("library_search")
    assert window.can_click("empty_files")


# What is remembered


def test_order_widths_and_sorting_are_remembered(library: MemoryLibrary, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)

    def opened() -> tuple[Window, QTableView]:
        made = Window(surroundings(library).shell, PAGES, settings)
        made.resize(1700, 800)
        made.show()
        return made, WindowDriver(made).find(QTableView, "library_table")

    first, view = opened()
    heads = view.horizontalHeader()
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    heads.resizeSection(1, 200)
    heads.moveSection(heads.visualIndex(6), 1)
    first.close()
    first.deleteLater()
    again, view = opened()
    heads = view.horizontalHeader()
    assert (heads.sectionSize(1), heads.visualIndex(6)) == (200, 1)
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    assert WindowDriver(again).table("library_table")[0][0] == "Delta"
    again.close()
    again.deleteLater()
    settle()


def test_the_ring_goes_with_its_row_when_the_list_is_sorted(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    keys(window, (Qt.Key.Key_Home, CONTROL))
    assert ringed(view) == [0]
    view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert view.currentIndex().row() == 3
    assert ringed(view) == [3]


def test_where_there_is_little_room_the_number_stands_before_the_title(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    assert not view.isColumnHidden(1)
    window.widget.resize(1000, 700)
    assert view.isColumnHidden(1)
    window.widget.resize(1400, 800)
    assert not view.isColumnHidden(1)


# Selecting


def test_several_are_selected_by_the_keyboard(window: WindowDriver, around: Surroundings) -> None:
    told: list[tuple[str, ...]] = [()]
    around.shell.bus.selected.connect(told.append)
    select(window, 3)
    assert told.pop() == ("a3", "a1", "a2"), "the one that the keyboard stands on comes first"
    assert window.label("details_count") == "3 agreements selected"
    keys(window, (Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Space, CONTROL))
    assert set(told.pop()) == {"a1", "a2", "a3", "a4"}
    assert not window.possible("print")
    assert window.possible("export_each")


def test_letters_lead_to_the_customer_that_begins_with_them(window: WindowDriver) -> None:
    view = window.find(QTableView, "library_table")
    view.setFocus()
    QTest.keyClicks(view, "cz")
    assert window.label("details_customer") == "Czerny"


def test_nothing_selected_is_said(window: WindowDriver) -> None:
    keys(window, (Qt.Key.Key_Home, CONTROL), (Qt.Key.Key_Space, CONTROL))
    assert not window.sees("details_customer")
    assert not window.possible("open")
    select(window, 1)
    assert window.label("details_customer") == "Adler"


def test_two_are_compared(window: WindowDriver) -> None:
    select(window, 1)
    assert not window.possible("compare_two")
    select(window, 2)
    window.choose("compare_two")
    assert window.place == "compare"
    found = str(window.table("compare_table"))
    assert "Adler" in found
    assert "Bergmann" in found


def test_a_selection_outlives_another_look(window: WindowDriver, library: MemoryLibrary, around: Surroundings) -> None:
    select(window, 2)
    library.add("a0", document(customer="Aachen", number="SLA-0"))
    window.choose("refresh")
    assert len(window.table("library_table")) == 5
    assert window.label("details_names") == "Adler\nBergmann"


@pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard", extend=True)
def test_the_menu_at_a_row_offers_the_windows_own_actions(window: WindowDriver) -> None:
    select(window, 2)
    view = window.find(QTableView, "library_table")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), asked)
    menu = window.find(QMenu, "library_menu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names[:3] == ["action_open", "action_history", "action_compare_two"]
    assert "action_print" not in names
    menu.close()


# History


def test_the_history_is_walked_by_keys_and_a_revision_opened(window: WindowDriver, qtbot: QtBot) -> None:
    select(window, 1)
    qtbot.waitUntil(lambda: window.widget.findChild(QListWidget, "timeline") is not None)
    line = window.find(QListWidget, "timeline")
    assert line.count() == 3
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(line.item(row).data(role)).partition(",")[0] for row in range(3)]
    assert said == ["Revision 2: Second", "Revision 1: First", "Created"]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.heading == ("Adler · IT", "SLA-1 · revision 1 · read only")


def test_long_histories_are_cut_and_lead_to_the_whole(
    window: WindowDriver, library: MemoryLibrary, qtbot: QtBot
) -> None:
    for number in range(12):
        library.commit("a1", document(customer="Adler", title=f"IT {number}", number="SLA-1"), "More", number + 3)
    window.choose("refresh")
    select(window, 1)
    qtbot.waitUntil(lambda: window.sees("details_more"))
    assert window.button_text("details_more") == "All 15 entries"
    window.click("details_more")
    assert window.place == "history"


# Exporting many


def test_each_of_the_selected_is_written_in_both_formats(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    select(window, 2)
    around.answers.path = tmp_path
    window.choose("export_each")
    around.long.drain()
    assert {path.name for path in around.exports.written} == {"SLA-1.pdf", "SLA-1.xlsx", "SLA-2.pdf", "SLA-2.xlsx"}
    assert around.said[-1][0] == f"4 files were written to {tmp_path.name}."


def test_the_single_formats_are_of_all_that_are_selected(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    select(window, 3)
    around.answers.path = tmp_path
    window.choose("export_pdf")
    around.long.drain()
    window.choose("export_file")
    around.long.drain()
    assert len([path for path in around.exports.written if path.suffix == ".pdf"]) == 3
    assert len([path for path in around.exports.written if path.suffix == ".slaj"]) == 3


@pytest.mark.parametrize(
    ("choice", "names", "said"),
    [
        (0, {"SLA-1 (2).pdf", "SLA-2.pdf"}, "2 files were written"),
        (1, {"SLA-2.pdf"}, "1 file was written to {folder}; 1 that was there already was left alone"),
        (2, {"SLA-1.pdf", "SLA-2.pdf"}, "2 files were written"),
        (None, set(), "Nothing was written."),
    ],
)
def test_nothing_is_overwritten_unasked(
    window: WindowDriver, around: Surroundings, tmp_path: Path, choice: int | None, names: set[str], said: str
) -> None:
    (tmp_path / "SLA-1.pdf").write_bytes(b"mine")
    select(window, 2)
    around.answers.path, around.answers.choice = tmp_path, choice
    window.choose("export_pdf")
    around.long.drain()
    assert {path.name for path in around.exports.written} == names
    assert said.format(folder=tmp_path.name) in around.said[-1][0]


def test_a_cancelled_export_says_how_far_it_came(window: WindowDriver, around: Surroundings, tmp_path: Path) -> None:
    select(window, 3)
    around.answers.path = tmp_path
    window.choose("export_pdf")
    around.long.one()
    assert window.sees("busy")
    window.click("busy_cancel")
    around.long.drain()
    assert around.exports.written == {}
    assert around.said[-1][0] == f"Cancelled: 0 of 3 files were written to {tmp_path.name}."


# Files


def test_a_single_agreement_file_is_imported_and_opened(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "new.json").write_bytes(to_json(document(customer="Neu", title="Dropped")))
    drop(window, tmp_path / "new.json")
    around.long.drain()
    assert window.heading[0] == "Neu · Dropped"


def test_several_files_are_told_of_one_below_the_other(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    known = Known("a1", "SLA-1 · Adler", 1, 2, True)
    library.verdicts[b"%PDF-ours"] = Verdict(document=document(), intact=True, revision="1", known=known)
    contents = {
        "new.json": to_json(document(customer="Neu")),
        "known.slaj": to_json(library.kept["a2"].document),
        "ours.pdf": b"%PDF-ours",
        "theirs.pdf": b"%PDF-theirs",
        "broken.json": b"{",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    drop(window, *(tmp_path / name for name in contents))
    around.long.drain()
    assert window.label("files_title") == "5 files"
    said = window.labels("file_words")
    assert said[0] == "Imported."
    assert said[1] == "This agreement is in the library already."
    assert said[2].startswith("This is revision 1 of SLA-1 · Adler")
    assert said[3] == "This PDF was not written by slaeditor."
    assert "JSON" in said[4]
    assert len(window.table("library_table")) == 5
    window.find(QAbstractButton, "filter_standards").setFocus()
    QTest.keyClick(window.find(QAbstractButton, "filter_standards"), Qt.Key.Key_Tab)
    assert window.find(QAbstractButton, "files_close").hasFocus(), "Tab comes to the files between filters and list"
    window.click("file_revision")
    assert window.heading[1] == "SLA-1 · revision 1 · read only"


def test_what_was_read_before_the_rest_was_cancelled_is_told_of(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first.json", "second.json"):
        (tmp_path / name).write_bytes(to_json(document(customer=name)))
    real = library.import_file

    def slow(data: bytes, **how: Any) -> str:
        window.click("busy_cancel")  # somebody thinks better of it meanwhile
        return real(data, **how)

    monkeypatch.setattr(library, "import_file", slow)
    drop(window, tmp_path / "first.json", tmp_path / "second.json")
    around.long.drain()
    assert window.labels("file_words") == ["Imported."]
    assert len(window.table("library_table")) == 5


def test_a_pdf_that_is_not_here_is_imported_when_asked(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    other: Agreement = paths.replace(
        document(customer="Neu", number="SLA-77"), ("identity", "effective"), date(2027, 1, 1)
    )
    library.verdicts[b"%PDF-other"] = Verdict(document=other, intact=True, revision="3")
    (tmp_path / "other.pdf").write_bytes(b"%PDF-other")
    around.answers.paths = [tmp_path / "other.pdf"]
    window.choose("open_files")
    around.long.drain()
    assert window.labels("file_words") == [
        "This is revision 3 of SLA-77 · Neu, its data unchanged; it is not in this library."
    ]
    assert len(library.kept) == 4
    window.click("file_import")
    assert window.heading[0].startswith("Neu")
    assert len(library.kept) == 5


def test_a_changed_pdf_is_compared_with_what_the_library_has(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    changed = document(customer="Adler", title="Better for us", number="SLA-1")
    library.verdicts[b"%PDF-x"] = Verdict(document=changed, changed=True, known=Known("a1", "SLA-1", 0, 2, False))
    (tmp_path / "x.pdf").write_bytes(b"%PDF-x")
    drop(window, tmp_path / "x.pdf")
    around.long.drain()
    assert "was changed after its export" in window.labels("file_words")[0]
    window.click("file_compare")
    assert window.place == "compare"
    assert "Better for us" in str(window.table("compare_table"))


def test_what_was_said_of_files_can_be_dismissed(window: WindowDriver, around: Surroundings, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-theirs")
    drop(window, tmp_path / "x.pdf")
    around.long.drain()
    window.click("files_close")
    assert not window.sees("files")


def test_what_is_no_file_cannot_be_dropped(window: WindowDriver) -> None:
    carried = QMimeData()
    carried.setText("words")
    page = window.find(QWidget, "page_library")
    event = QDragEnterEvent(
        page.rect().center(), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()
