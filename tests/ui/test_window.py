"""The main window as a person uses it: new, saving, history, files, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.edits import SetTerm
from slaeditor.model.errors import UserError
from slaeditor.ui.frame import actions
from slaeditor.ui.frame.places import PAGES
from slaeditor.ui.frame.window import Window
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import document, surroundings
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


# New


def test_a_new_agreement_begins_with_standard_and_customer(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("new")
    assert window.place == "new"
    assert not window.can_click("new_begin")
    window.type_into("new_customer", "Stadtwerke")
    window.click("standard_healthcare")
    window.click("new_begin")
    assert window.place == "interview"
    assert window.heading[0] == "Stadtwerke · Agreement from healthcare"
    (kept,) = around.library.kept.values()
    assert kept.document.parties.customer.legal_name == "Stadtwerke"


def test_enter_goes_from_the_name_to_the_standard_and_begins_nothing_unasked(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("new")
    window.type_into("new_customer", "Stadtwerke")
    window.press("new_customer", Qt.Key.Key_Return)
    assert window.place == "new"
    focus = window.widget.focusWidget()
    assert focus is not None
    assert focus.objectName() == "standard_general"
    assert not around.library.kept


def test_enter_begins_a_new_agreement_from_the_standard(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    window.choose("new")
    window.press("standard_healthcare", Qt.Key.Key_Return)
    assert window.place == "new", "without a customer there is nothing to begin"
    window.type_into("new_customer", "Stadtwerke")
    window.click("standard_healthcare")
    window.press("standard_healthcare", Qt.Key.Key_Return)
    assert window.heading[0] == "Stadtwerke · Agreement from healthcare"
    assert len(around.library.kept) == 1


def test_a_name_stays_where_no_agreement_could_be_made(open_window: OpenWindow) -> None:
    around = surroundings()
    around.library.refuses = UserError("The library is full.")
    window = open_window(around)
    window.choose("new")
    window.type_into("new_customer", "Stadtwerke")
    window.click("new_begin")
    assert window.notice == "The library is full."
    assert window.find(QLineEdit, "new_customer").text() == "Stadtwerke"
    around.library.refuses = None
    window.click("new_begin")
    assert window.place == "interview"
    window.choose("new")
    assert not window.find(QLineEdit, "new_customer").text()


# Saving and history


def test_a_revision_is_saved_with_its_message(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    assert window.heading == ("Kliniken Nord · Clinical IT", "SLA-1 · revision 1 · all typing saved")
    assert window.standing == "draft"
    assert not window.possible("save")
    around.shell.session.do(SetTerm(TITLE, "All IT"))
    assert window.heading[1] == "SLA-1 · changed since revision 1 · saving …"
    around.answers.words = "The customer wants more"
    window.choose("save")
    assert [revision.message for revision, _ in library.kept["nord"].revisions] == [
        "First revision",
        "The customer wants more",
    ]
    assert window.heading == ("Kliniken Nord · All IT", "SLA-1 · revision 2 · all typing saved")
    assert not window.possible("save")


def test_without_a_message_nothing_is_saved(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(TITLE, "All IT"))
    for words in (None, "  "):
        around.answers.words = words
        window.click("next_action")
    assert len(library.kept["nord"].revisions) == 1


def test_who_saves_is_told_of_what_is_not_understood(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(TITLE, "All IT"))
    window.choose("save")
    assert "not understood" not in around.answers.texts[-1]
    around.shell.session.set_unparsed(("identity", "effective"), "soon")
    window.choose("save")
    assert "One entry is not understood and will not be in it" in around.answers.texts[-1]


def test_undo_and_redo_say_what_they_do(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    assert not window.possible("undo")
    around.shell.session.do(SetTerm(TITLE, "All IT"))
    assert window.menu_text("undo") == "&Undo change of Title"
    window.choose("undo")
    assert window.heading[0] == "Kliniken Nord · Clinical IT"
    assert window.passing == "Undone: change of Title"
    assert window.menu_text("redo") == "&Redo change of Title"
    window.choose("redo")
    assert window.passing == "Done again: change of Title"
    assert window.heading[0] == "Kliniken Nord · All IT"


def test_an_old_revision_is_opened_read_only_and_restored(open_window: OpenWindow, library: MemoryLibrary) -> None:
    library.commit("nord", document(title="Second", number="SLA-1"), "Another title", 2)
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.choose("history")
    assert [line.partition(",")[0] for line in window.history()] == [
        "Revision 2: Another title",
        "Revision 1: First revision",
        "Created",
    ]
    window.pick_history("Revision 1")
    window.click("history_open")
    assert window.heading == ("Kliniken Nord · Clinical IT", "SLA-1 · revision 1 · read only")
    assert not around.shell.session.do(SetTerm(TITLE, "x"))
    window.click("next_action")
    assert window.heading[0] == "Kliniken Nord · Second"
    window.choose("history")
    window.pick_history("Revision 1")
    window.click("history_restore")
    assert window.heading[0] == "Kliniken Nord · Clinical IT"
    assert window.menu_text("undo") == "&Undo restoring of revision 1"
    window.choose("undo")
    assert window.heading[0] == "Kliniken Nord · Second"


# Files


def test_export_writes_the_document_where_the_person_says(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    around.answers.path = Path("somewhere.pdf")
    window.choose("export_pdf")
    assert around.answers.asked == ["SLA-1.pdf"]
    assert window.sees("busy")
    around.long.drain()
    assert around.exports.written == {Path("somewhere.pdf"): b"pdf: Clinical IT, revision 1"}
    assert not window.sees("busy")


def test_long_work_can_be_cancelled(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.pick_row("library_table", "Kliniken Nord")
    around.answers.path = Path("somewhere.xlsx")
    window.choose("export_xlsx")
    window.click("busy_cancel")
    around.long.drain()
    assert around.exports.written == {}


def test_a_file_is_imported_once_or_as_a_copy(open_window: OpenWindow, tmp_path: Path) -> None:
    around = surroundings()
    window = open_window(around)
    source = tmp_path / "agreement.json"
    source.write_bytes(to_json(document(title="From a file")))
    around.answers.path = source
    window.choose("import")
    around.long.drain()
    assert window.heading[0] == "Kliniken Nord · From a file"
    around.answers.choice = 0
    window.choose("import")
    around.long.drain()
    assert around.answers.asked == ["Import", "Import", "Import"]
    assert len(around.library.kept) == 2


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", None])
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    open_window: OpenWindow, tmp_path: Path, content: bytes | None
) -> None:
    around = surroundings()
    window = open_window(around)
    around.answers.path = tmp_path / "bad.json"
    if content is not None:
        around.answers.path.write_bytes(content)
    window.choose("import")
    around.long.drain()
    assert "“bad.json”" in window.notice
    assert "Nothing was changed." in window.notice
    assert around.library.kept == {}
    window.answer("Dismiss")
    assert not window.notice


def test_the_library_is_backed_up(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    around.answers.path = Path("copy.backup")
    window.choose("backup")
    around.long.drain()
    assert library.backups == [Path("copy.backup")]
    assert around.said[-1] == ("The library was backed up to copy.backup.", False)


# The window itself


def test_closing_saves_without_asking(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.session.do(SetTerm(TITLE, "Last words"))
    window.widget.close()
    assert library.kept["nord"].document.identity.title == "Last words"
    assert around.answers.asked == []


def test_what_cannot_be_saved_is_not_lost_by_closing(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    library.refuses = UserError("The disk is full.")
    around.shell.session.do(SetTerm(TITLE, "Last words"))
    window.choose("close")
    assert window.widget.isVisible()
    assert "cannot be saved" in window.notice
    window.answer("Stay")
    assert not window.notice
    window.choose("close")
    around.answers.path = Path("kept.json")
    window.answer("Keep a copy…")
    assert from_json(around.exports.written[Path("kept.json")]).identity.title == "Last words"
    assert not window.widget.isVisible()


def test_who_says_so_closes_and_loses_what_cannot_be_saved(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    library.refuses = UserError("The disk is full.")
    around.shell.session.do(SetTerm(TITLE, "Last words"))
    window.choose("close")
    window.answer("Keep a copy…")  # and thinks better of it in the chooser
    assert window.widget.isVisible()
    window.answer("Close and lose it")
    assert not window.widget.isVisible()
    assert around.exports.written == {}


def test_the_window_comes_back_where_it_was(library: MemoryLibrary, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    first = Window(surroundings(library).shell, PAGES, settings)
    first.resize(960, 640)
    first.show()
    first.close()
    first.deleteLater()
    again = Window(surroundings(library).shell, PAGES, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    assert (again.width(), again.height()) == (960, 640)
    again.close()
    again.deleteLater()


def test_no_shortcut_is_given_twice_and_every_id_once() -> None:
    ids = [action.id for action in actions.ACTIONS]
    keys = [action.keys for action in actions.ACTIONS if action.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("place", ["library", "new", "compare", "history"])
def test_every_control_has_a_name_for_screen_readers(
    open_window: OpenWindow, library: MemoryLibrary, place: str
) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    around.shell.go(place)
    nameless = []
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in window.widget.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                face = QAccessible.queryAccessibleInterface(widget)
                if not face.text(QAccessible.Text.Name):
                    nameless.append(widget)
    assert not nameless


def test_every_page_fits_a_small_window(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library)
    window = open_window(around)
    window.open("Kliniken Nord")
    window.widget.resize(960, 600)
    for place in ("library", "new", "compare", "history"):
        around.shell.go(place)
        page = window.find(QWidget, f"page_{place}")
        assert page.minimumSizeHint().width() <= 960, place
    assert window.widget.width() == 960
