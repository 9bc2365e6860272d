"""The library as the page with which a window begins: what stands there, is found, and where the keys are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from slaeditor.model.errors import UserError
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import surroundings
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


def test_an_empty_library_offers_the_sample_and_a_beginning(open_window: OpenWindow) -> None:
    around = surroundings()
    window = open_window(around)
    assert window.heading == ("Library", "0 agreements · memory")
    window.click("empty_sample")
    assert window.place == "agreement"
    assert window.heading[0] == "Kliniken Nord · The sample"
    assert [kept.document.identity.title for kept in around.library.kept.values()] == ["The sample"]


def test_the_library_shows_its_agreements(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    assert window.heading == ("Library", "2 agreements · memory")
    assert window.standing == ""
    assert [row[:5] for row in window.table("library_table")] == [
        ["Bäckerei Süd", "SLA-2", "draft", "–", "–"],
        ["Kliniken Nord", "SLA-1", "draft", "1", "–"],
    ]


def test_the_window_appears_before_the_library_is_read(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library, by_hand=True)
    window = open_window(around)
    assert window.widget.isVisible()
    assert window.heading == ("Library", "opening …")
    around.short.drain()
    assert window.heading == ("Library", "2 agreements · memory")
    around.short.eager = True


def test_a_library_that_cannot_be_read_is_told_of_in_one_sentence(
    open_window: OpenWindow, library: MemoryLibrary
) -> None:
    library.refuses = UserError("“library” is not a library of this program.", kept="The file was not touched.")
    window = open_window(surroundings(library))
    assert window.notice == "“library” is not a library of this program. The file was not touched."
    assert window.heading == ("Library", "not opened")


def test_any_word_finds_an_agreement_and_shows_where_it_stands(
    open_window: OpenWindow, library: MemoryLibrary, qtbot: QtBot
) -> None:
    window = open_window(surroundings(library))
    window.type_into("library_search", "clinical")
    qtbot.waitUntil(lambda: len(window.table("library_table")) == 1)
    assert window.table("library_table")[0][:2] == ["Kliniken Nord", "SLA-1"]
    assert window.cell("library_table", 0, 0) == "Kliniken Nord, Clinical IT, Title: Clinical IT"
    window.type_into("library_search", "nothing like it")
    qtbot.waitUntil(lambda: not window.sees("library_table"))
    window.type_into("library_search", "")
    qtbot.waitUntil(lambda: len(window.table("library_table")) == 2)


def test_filters_and_sorting(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.click("filter_in_review")
    assert not window.sees("library_table")
    window.click("filter_all")
    model = window.table("library_table")
    assert [row[0] for row in model] == ["Bäckerei Süd", "Kliniken Nord"]


def test_details_follow_the_selection(open_window: OpenWindow, library: MemoryLibrary) -> None:
    window = open_window(surroundings(library))
    window.pick_row("library_table", "Kliniken Nord")
    assert window.label("details_customer") == "Kliniken Nord"
    window.pick_row("library_table", "Bäckerei Süd")
    assert window.label("details_customer") == "Bäckerei Süd"


def test_the_keys_begin_at_the_first_agreement(open_window: OpenWindow, library: MemoryLibrary) -> None:
    around = surroundings(library, by_hand=True)
    window = open_window(around)
    around.short.drain()
    around.short.eager = True
    here = window.widget.focusWidget()
    assert here is not None
    assert here.objectName() == "library_table"
    window.press("library_table", Qt.Key.Key_Return)
    assert window.heading[0] == "Bäckerei Süd · Tills"


def test_the_keys_begin_at_the_first_button_of_an_empty_library(open_window: OpenWindow) -> None:
    window = open_window(surroundings())
    here = window.widget.focusWidget()
    assert here is not None
    assert here.objectName() == "empty_new"
